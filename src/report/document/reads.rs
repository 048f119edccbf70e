//! What each check reads of a dossier, as paths: where nothing of it is there, a finding need not say it again.

use crate::assessment::{At, Doubt, Finding, Reason, Scene};
use crate::fields::{Schema, Shape};
use crate::rules::{Book, Check, Pattern};
use crate::text::{NodeId, Segment};

/// The steps of one path.
pub(super) type Path = Vec<String>;

/// The paths of what a check reads, in its order, up to the first list; facts are worked out, and not read.
pub(super) fn reads(book: &Book, check: &Check) -> Vec<Path> {
    let mut found = Vec::new();
    gather(book, &check.met, &mut Vec::new(), &mut found);
    found
}

fn gather(book: &Book, pattern: &Pattern, path: &mut Path, found: &mut Vec<Path>) {
    match pattern {
        Pattern::All(parts) | Pattern::Any(parts) => parts.iter().for_each(|part| gather(book, part, path, found)),
        Pattern::Not(inner) => gather(book, inner, path, found),
        Pattern::Named(name, _) => {
            if let Some(inner) = book.condition(name) {
                gather(book, inner, &mut Vec::new(), found);
            }
        }
        Pattern::Field(field, inner) => {
            path.push(field.name.to_string());
            gather(book, inner, path, found);
            path.pop();
        }
        _ => {
            let path = &path[..path.len().min(until_list(&book.schema, path))];
            if path.first().is_some_and(|first| first != "facts") && !found.iter().any(|held| held == path) {
                found.push(path.to_vec());
            }
        }
    }
}

/// How many steps lead to the first list or table on a path, or to its end.
fn until_list(schema: &Schema, path: &[String]) -> usize {
    let mut record = &schema.root;
    for (at, name) in path.iter().enumerate() {
        match record.field(name).map(|field| &field.shape) {
            Some(Shape::Record(inner)) => record = inner,
            _ => return at + 1,
        }
    }
    path.len()
}

/// Where nobody has said anything of what a check reads: the nearest place that is there.
pub(super) fn nothing_said(scene: &Scene<'_>, finding: &Finding<'_>, reads: &[Path]) -> Option<NodeId> {
    let unsaid = finding.reason == Some(Reason::Doubt(Doubt::Unsaid)) && finding.reads.len() == reads.len();
    let missing = |(read, path): (&crate::assessment::Read<'_>, &Path)| match read.at {
        At::Said(node) => read.member.is_none() && !read.missing.is_empty() && leads(scene, node, &read.missing, path),
        At::Known(_) | At::Facts => false,
    };
    let nothing = unsaid && finding.reads.iter().zip(reads).all(missing);
    finding.reads.first().filter(|_| nothing).and_then(|read| read.node())
}

/// Whether a node and what is missing below it make that path.
fn leads(scene: &Scene<'_>, node: NodeId, missing: &[Segment], path: &[String]) -> bool {
    let Some(above) = path.len().checked_sub(missing.len()) else { return false };
    let below = missing.iter().zip(&path[above..]).all(|(segment, name)| matches!(segment, Segment::Field(held) if held == name));
    let bound = scene.bound;
    let mut at = node;
    let around = path[..above].iter().rev().all(|name| {
        let held = bound.key(at).and_then(|key| bound.tree.text(key));
        at = bound.parent(at).unwrap_or(at);
        held == Some(name)
    });
    below && around && at == bound.tree.root
}
