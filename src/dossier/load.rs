//! Reads the files of one dossier: each is parsed and walked by itself, then they are laid over each other, and the whole is walked.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::answer::View;
use super::bind::{Walked, bind};
use super::bound::Bound;
use super::head::{keeper, wrong_head};
use super::impossible::impossible;
use super::mistakes;
use super::overlay::overlay;
use super::stated::Dossier;
use crate::fields::Schema;
use crate::terms::Keeper;
use crate::text::{Diagnostic, FileId, Limits, NodeId, SourceFile, Sources, Span, Tree, parse_yaml};

/// A dossier that was read.
#[derive(Debug)]
pub struct Loaded<'b> {
    /// The files, the main one first.
    pub sources: Sources,
    /// The tree of the whole dossier, bound to the declarations.
    pub bound: Bound<'b>,
    /// What the facts read of it, typed.
    pub dossier: Dossier,
}

/// A dossier that cannot be assessed: its files and every mistake in them.
#[derive(Debug, Clone)]
pub struct Unreadable {
    /// The files, as far as they could be read.
    pub sources: Sources,
    /// The mistakes, file by file, in the order of the text.
    pub mistakes: Vec<Diagnostic>,
}

/// Reads one dossier from the named texts of its files, the main one first.
pub fn load(files: Vec<(String, Vec<u8>)>, limits: Limits, schema: &Schema) -> Result<Loaded<'_>, Unreadable> {
    let mut sources = Sources::default();
    let mut mistakes = Vec::new();
    let mut trees = Vec::new();
    for (name, bytes) in files {
        match parse(&mut sources, name, &bytes, limits) {
            Ok(tree) => trees.push(tree),
            Err(found) => mistakes.extend(found),
        }
    }
    if !mistakes.is_empty() {
        return Err(Unreadable { sources, mistakes });
    }
    laid(sources, trees, limits, schema)
}

/// Takes a dossier that is a tree already, of one file: what an editor holds, or a test has changed.
pub fn load_tree(sources: Sources, tree: Tree, limits: Limits, schema: &Schema) -> Result<Loaded<'_>, Unreadable> {
    laid(sources, vec![tree], limits, schema)
}

/// Walks each tree by itself, so that what is wrong with a file is told whatever the others say; then the whole.
fn laid(sources: Sources, trees: Vec<Tree>, limits: Limits, schema: &Schema) -> Result<Loaded<'_>, Unreadable> {
    let registered: BTreeSet<String> = trees.iter().flat_map(registered).collect();
    let most = limits.mistakes;
    let mut mistakes: Vec<Diagnostic> = trees.iter().filter_map(wrong_head).collect();
    let several = trees.len() > 1;
    let mut files = Vec::new();
    for tree in trees.into_iter().filter(is_mapping) {
        let keeper = keeper(&tree);
        let mut walked = bind(tree, schema, &registered, keeper, most);
        mistakes.append(&mut walked.mistakes);
        files.push(walked);
    }
    let whole = match files.len() {
        1 if !several => files.pop(),
        _ if !mistakes.is_empty() => None,
        _ => match join(files.into_iter().map(|walked| walked.bound.tree), schema) {
            Ok(tree) => Some(bind(tree, schema, &registered, Keeper::Both, most)),
            Err(found) => {
                mistakes.extend(found);
                None
            }
        },
    };
    let Some(Walked { bound, references, mistakes: mut found }) = whole else { return Err(unreadable(sources, mistakes, most)) };
    mistakes.append(&mut found);
    mistakes.extend(too_many(&bound, limits.members));
    mistakes.extend(impossible(&bound, schema, &references, most));
    if !mistakes.is_empty() {
        return Err(unreadable(sources, mistakes, most));
    }
    let dossier = Dossier::read(&bound, Some(bound.tree.root));
    Ok(Loaded { sources, bound, dossier })
}

fn unreadable(sources: Sources, mut mistakes: Vec<Diagnostic>, most: usize) -> Unreadable {
    mistakes.sort_by_key(|mistake| mistake.span);
    mistakes.truncate(most);
    Unreadable { sources, mistakes }
}

/// More members of lists than anybody reads would take more memory than a report is worth.
fn too_many(bound: &Bound<'_>, most: usize) -> Option<Diagnostic> {
    let help = "describe those that matter to the decision, and register the document that lists all of them under `evidence`";
    (bound.members() > most).then(|| {
        let message = format!("the dossier describes more than {most} things, such as hazards, studies or documents");
        Diagnostic::new(message, mistakes::head(&bound.tree, bound.tree.root), "in this dossier").help(help)
    })
}

fn is_mapping(tree: &Tree) -> bool {
    !tree.entries(tree.root).is_empty()
}

/// The ids that a file registers under `evidence`.
fn registered(tree: &Tree) -> Vec<String> {
    let register = tree.child(tree.root, "evidence");
    let entries = register.map_or(&[][..], |register| tree.entries(register));
    entries.iter().filter_map(|(key, _)| tree.text(*key)).map(str::to_string).collect()
}

fn parse(sources: &mut Sources, name: String, bytes: &[u8], limits: Limits) -> Result<Tree, Vec<Diagnostic>> {
    let read = std::str::from_utf8(bytes);
    let text = read.map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
    let id: FileId = sources.add(SourceFile::new(name, if bytes.len() > limits.bytes { "" } else { &text }));
    if bytes.len() > limits.bytes {
        let message = format!("the file is larger than {} MB", limits.bytes >> 20);
        let help = "a dossier is a few pages of text; keep documents beside it and register them under `evidence`";
        return Err(vec![Diagnostic::new(message, Span { file: id, ..Span::default() }, "this file").help(help)]);
    }
    if let Err(error) = read {
        let at = error.valid_up_to();
        let mark = if bytes.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
        let start = at.saturating_sub(mark) as u32;
        let message = format!("byte 0x{:02X} is not valid UTF-8", bytes[at]);
        return Err(vec![Diagnostic::new(message, Span { file: id, start, end: start + 3 }, "here").help("save the file as UTF-8 text")]);
    }
    parse_yaml(sources.file(id), id, limits)
}

fn join(mut trees: impl Iterator<Item = Tree>, schema: &Schema) -> Result<Tree, Vec<Diagnostic>> {
    let mut all = trees.next().unwrap_or_default();
    let mut root: NodeId = all.root;
    for tree in trees {
        let over = all.absorb(tree);
        root = overlay(&mut all, root, over, schema)?;
    }
    all.root = root;
    Ok(all)
}
