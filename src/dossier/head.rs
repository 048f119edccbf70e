//! Whether a file says what it is: the first thing that is looked at, file by file.

use crate::terms::{Choice, Keeper};
use crate::text::{Diagnostic, Kind, Tree, unanswered};

const FIRST_LINE: &str = "a dossier begins with `dossier: 1`; `readiness init` writes one to start from";

/// What keeps a file from being a dossier, or a part of one.
pub(super) fn wrong_head(tree: &Tree) -> Option<Diagnostic> {
    let root = tree.root;
    if unanswered(tree, root) {
        return Some(Diagnostic::new("the file is empty", tree.span(root), "nothing here").help(FIRST_LINE));
    }
    let found = match tree.kind(root) {
        Kind::Map(_) => return wrong_format(tree),
        Kind::List(_) => "a list",
        Kind::Scalar { .. } => "a single value",
    };
    let message = format!("a dossier is made of sections such as `product:`, and this is {found}");
    Some(Diagnostic::new(message, tree.span(root), "here").help(FIRST_LINE))
}

fn wrong_format(tree: &Tree) -> Option<Diagnostic> {
    match tree.entry(tree.root, "dossier") {
        None => {
            let at = tree.entries(tree.root).first().map_or(tree.span(tree.root), |(key, _)| tree.span(*key));
            let mistake = Diagnostic::new("the file does not say that it is a dossier", at, "before this");
            Some(mistake.help("add `dossier: 1` as the first line"))
        }
        Some((_, value)) if tree.text(value) != Some("1") => {
            let mistake = Diagnostic::new("this is not a format of dossier that this program reads", tree.span(value), "not 1");
            Some(mistake.help("write `dossier: 1`"))
        }
        Some(_) => None,
    }
}

/// Whose fields a file may hold.
pub(super) fn keeper(tree: &Tree) -> Keeper {
    tree.child_text(tree.root, "kept_by").and_then(Keeper::parse).unwrap_or(Keeper::Both)
}
