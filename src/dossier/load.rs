//! Reads the files of one dossier: each is parsed, all are laid over each other, and the whole is walked with the declarations.

use super::answer::View;
use super::bind::{Walked, bind};
use super::bound::Bound;
use super::head::{keeper, wrong_head};
use super::impossible::impossible;
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

/// Lays the trees of the files over each other and walks the whole.
fn laid(sources: Sources, trees: Vec<Tree>, limits: Limits, schema: &Schema) -> Result<Loaded<'_>, Unreadable> {
    let heads: Vec<Diagnostic> = trees.iter().filter_map(wrong_head).collect();
    if trees.iter().any(|tree| tree.entries(tree.root).is_empty()) {
        return Err(Unreadable { sources, mistakes: heads });
    }
    let keepers: Vec<Keeper> = trees.iter().map(keeper).collect();
    match join(trees, schema) {
        Ok(tree) => walked(sources, tree, heads, &keepers, limits, schema),
        Err(mistakes) => Err(Unreadable { sources, mistakes }),
    }
}

/// Walks a tree whose files have these mistakes at their heads; `keepers` says for each file whose fields it may hold.
fn walked<'b>(
    sources: Sources,
    tree: Tree,
    heads: Vec<Diagnostic>,
    keepers: &[Keeper],
    limits: Limits,
    schema: &'b Schema,
) -> Result<Loaded<'b>, Unreadable> {
    let Walked { bound, references, mut mistakes } = bind(tree, schema, keepers, limits.mistakes);
    mistakes.extend(heads);
    mistakes.extend(impossible(&bound, schema, &references, limits.mistakes));
    mistakes.sort_by_key(|mistake| mistake.span);
    mistakes.truncate(limits.mistakes);
    if !mistakes.is_empty() {
        return Err(Unreadable { sources, mistakes });
    }
    let dossier = Dossier::read(&bound, Some(bound.tree.root));
    Ok(Loaded { sources, bound, dossier })
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

fn join(trees: Vec<Tree>, schema: &Schema) -> Result<Tree, Vec<Diagnostic>> {
    let mut trees = trees.into_iter();
    let mut all = trees.next().unwrap_or_default();
    let mut root: NodeId = all.root;
    for tree in trees {
        let over = all.absorb(tree);
        root = overlay(&mut all, root, over, schema)?;
    }
    all.root = root;
    Ok(all)
}
