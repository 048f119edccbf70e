//! References between lists of a dossier: an id that a list names must stand in the list it refers to.

use crate::text::{Diagnostic, NodeId, Tree};

use super::unanswered;

/// Where ids are named, the list they refer to, and what such a member is called.
const REFERENCES: [(&[&str], &[&str], &str); 6] = [
    (&["validation", "acceptance", "*", "studies"], &["validation", "studies"], "study"),
    (&["local", "validation", "results"], &["validation", "studies"], "study"),
    (&["training", "required_by_developer", "staff"], &["training", "staff"], "staff group"),
    (&["training", "required_by_developer", "programmes"], &["training", "programmes"], "programme"),
    (&["training", "staff", "*", "progress", "*", "programme"], &["training", "programmes"], "programme"),
    (&["training", "literacy", "programme"], &["training", "programmes"], "programme"),
];

/// Every id that is named and does not exist, where the list it refers to has members at all; and what is said twice.
pub(super) fn dangling(tree: &Tree) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = REFERENCES.iter().flat_map(|(from, to, what)| one(tree, from, to, what)).collect();
    found.extend(thresholds(tree));
    found.extend(shares_twice(tree));
    found.sort_by_key(|mistake| mistake.span);
    found
}

fn at(tree: &Tree, path: &[&str]) -> Option<NodeId> {
    path.iter().try_fold(tree.root, |node, name| tree.child(node, name))
}

/// A level at a threshold at which a study that it names, and that looked for the target, gives no result.
fn thresholds(tree: &Tree) -> Vec<Diagnostic> {
    let members = |path: &[&str]| at(tree, path).map_or(&[][..], |list| tree.members(list));
    let mut found = Vec::new();
    for level in members(&["validation", "acceptance"]) {
        let (Some(target), Some(threshold)) = (tree.member_key(*level, "target"), tree.member_key(*level, "threshold")) else { continue };
        for id in named(tree, *level, &["studies"]) {
            let study = members(&["validation", "studies"]).iter().find(|study| tree.member_key(**study, "id") == tree.text(id));
            let results = study.and_then(|study| tree.child(*study, "results")).map_or(&[][..], |list| tree.members(list));
            let known: Vec<&str> = results
                .iter()
                .filter(|result| tree.member_key(**result, "target") == Some(target))
                .filter_map(|result| tree.member_key(*result, "threshold"))
                .collect();
            if !known.is_empty() && !known.contains(&threshold) {
                let shown = crate::text::visible_line(threshold);
                let message = format!(
                    "study `{}` gives no result at the threshold {shown}",
                    crate::text::visible_line(tree.text(id).unwrap_or_default())
                );
                found.push(
                    Diagnostic::new(message, tree.span(id), "named by this level")
                        .help(format!("it gives results at: {}", known.join(", "))),
                );
            }
        }
    }
    found
}

/// Shares of the people here that are both written down and read from a table.
fn shares_twice(tree: &Tree) -> Vec<Diagnostic> {
    let Some(people) = at(tree, &["local", "population"]) else { return Vec::new() };
    let table = tree.child(people, "table").and_then(|table| tree.child(table, "document")).filter(|node| !unanswered(tree, *node));
    let Some(table) = table else { return Vec::new() };
    let inline = ["sex", "age", "ethnicity"].into_iter().filter_map(|name| tree.entry(people, name));
    let twice = inline.filter(|(_, value)| !unanswered(tree, *value));
    let mistake = |(key, _)| {
        let mistake = Diagnostic::new("these shares are written here and read from a table", tree.span(key), "written here");
        mistake.related(tree.span(table), "the table").help("keep one of the two")
    };
    twice.map(mistake).collect()
}

fn one(tree: &Tree, from: &[&str], to: &[&str], what: &str) -> Vec<Diagnostic> {
    let list = to.iter().try_fold(tree.root, |node, name| tree.child(node, name));
    let members = list.map_or(&[][..], |list| tree.members(list));
    let known: Vec<&str> = members.iter().filter_map(|member| tree.member_key(*member, "id")).collect();
    if known.is_empty() {
        return Vec::new();
    }
    let stray = |node: &NodeId| tree.text(*node).is_some_and(|id| !known.contains(&id));
    let mistake = |node: NodeId| {
        let id = tree.text(node).unwrap_or_default();
        let message = format!("there is no {what} `{}` in `{}`", crate::text::visible_line(id), to.join("."));
        Diagnostic::new(message, tree.span(node), "named here").spelling(id, known.iter().copied())
    };
    named(tree, tree.root, from).into_iter().filter(stray).map(mistake).collect()
}

/// The ids at a path, where `*` stands for every member of a list.
fn named(tree: &Tree, node: NodeId, path: &[&str]) -> Vec<NodeId> {
    match path {
        [] => {
            let value = ["is", "says"].iter().find_map(|key| tree.child(node, key)).unwrap_or(node);
            let all = if tree.members(value).is_empty() { vec![value] } else { tree.members(value).to_vec() };
            all.into_iter().filter(|one| tree.text(*one).is_some() && !unanswered(tree, *one)).collect()
        }
        ["*", rest @ ..] => tree.members(node).iter().flat_map(|member| named(tree, *member, rest)).collect(),
        [name, rest @ ..] => tree.child(node, name).map_or(Vec::new(), |next| named(tree, next, rest)),
    }
}
