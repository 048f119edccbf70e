//! Reads the files of one dossier: parse, check each against the schema, lay them over each other.

use std::collections::BTreeSet;

use super::Dossier;
use super::conform::conform;
use super::overlay::overlay;
use super::read::read;
use super::references::dangling;
use crate::text::{Diagnostic, FileId, Limits, NodeId, SourceFile, Sources, Span, Tree, parse_yaml};

/// A dossier that was read: its files and its tree.
#[derive(Debug)]
pub struct Loaded {
    /// The files, the main one first.
    pub sources: Sources,
    /// The tree of the whole dossier.
    pub tree: Tree,
    /// The same, typed.
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
pub fn load(files: Vec<(String, Vec<u8>)>, limits: Limits) -> Result<Loaded, Unreadable> {
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
    bind(sources, trees, limits)
}

/// Takes a dossier that is a tree already, of one file: what an editor holds, or a test has changed.
pub fn load_tree(sources: Sources, tree: Tree, limits: Limits) -> Result<Loaded, Unreadable> {
    bind(sources, vec![tree], limits)
}

/// Checks the trees of the files, lays them over each other and reads the types.
fn bind(sources: Sources, trees: Vec<Tree>, limits: Limits) -> Result<Loaded, Unreadable> {
    let mut mistakes = Vec::new();
    let registered: BTreeSet<String> = trees.iter().flat_map(registered).collect();
    for tree in &trees {
        mistakes.extend(conform(tree, &registered));
        if mistakes.len() > limits.mistakes {
            mistakes.truncate(limits.mistakes);
            break;
        }
    }
    // What one file says of itself is told with its other mistakes; what several say together, once they are joined.
    if let [tree] = trees.as_slice() {
        mistakes.extend(dangling(tree));
        mistakes.sort_by_key(|mistake| mistake.span);
        mistakes.truncate(limits.mistakes);
    }
    if !mistakes.is_empty() {
        return Err(Unreadable { sources, mistakes });
    }
    let several = trees.len() > 1;
    match join(trees) {
        Ok(tree) if several && !dangling(&tree).is_empty() => Err(Unreadable { sources, mistakes: dangling(&tree) }),
        Ok(tree) => match read::<Dossier>(&tree, tree.root) {
            Ok(dossier) => Ok(Loaded { sources, tree, dossier }),
            Err(error) => {
                let mistakes =
                    vec![Diagnostic::new(format!("a value does not fit its field: {error}"), tree.span(tree.root), "in this dossier")];
                Err(Unreadable { sources, mistakes })
            }
        },
        Err(mistakes) => Err(Unreadable { sources, mistakes }),
    }
}

fn parse(sources: &mut Sources, name: String, bytes: &[u8], limits: Limits) -> Result<Tree, Vec<Diagnostic>> {
    let lossy = String::from_utf8_lossy(bytes);
    let id: FileId = sources.add(SourceFile::new(name, if bytes.len() > limits.bytes { "" } else { &lossy }));
    if bytes.len() > limits.bytes {
        let message = format!("the file is larger than {} MB", limits.bytes >> 20);
        let help = "a dossier is a few pages of text; keep documents beside it and register them under `evidence`";
        return Err(vec![Diagnostic::new(message, Span { file: id, ..Span::default() }, "this file").help(help)]);
    }
    if let Err(error) = std::str::from_utf8(bytes) {
        let at = error.valid_up_to();
        let mark = if bytes.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
        let start = at.saturating_sub(mark) as u32;
        let message = format!("byte 0x{:02X} is not valid UTF-8", bytes[at]);
        return Err(vec![Diagnostic::new(message, Span { file: id, start, end: start + 3 }, "here").help("save the file as UTF-8 text")]);
    }
    parse_yaml(sources.file(id), id, limits)
}

/// The ids that a file registers under `evidence`.
fn registered(tree: &Tree) -> Vec<String> {
    let Some(register) = tree.child(tree.root, "evidence") else { return Vec::new() };
    tree.entries(register).iter().filter_map(|(key, _)| tree.text(*key)).map(str::to_string).collect()
}

fn join(trees: Vec<Tree>) -> Result<Tree, Vec<Diagnostic>> {
    let mut all = Tree::default();
    let mut root: Option<NodeId> = None;
    for tree in trees {
        let over = all.absorb(tree);
        root = Some(match root {
            None => over,
            Some(under) => overlay(&mut all, under, over)?,
        });
    }
    all.root = root.unwrap_or(all.root);
    Ok(all)
}
