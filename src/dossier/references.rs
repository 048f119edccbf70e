//! References between lists of a dossier: an id that a list names must stand in the list it refers to.

use crate::text::{Diagnostic, NodeId, Tree, placeholder, unanswered};

use super::schema::schema;
use crate::fields::{Record, Scalar, Shape};

/// Where ids are named, the list they refer to, and what such a member is called.
const REFERENCES: [(&[&str], &[&str], &str); 6] = [
    (&["validation", "acceptance", "*", "studies"], &["validation", "studies"], "study"),
    (&["local", "validation", "results"], &["validation", "studies"], "study"),
    (&["training", "required_by_developer", "staff"], &["training", "staff"], "staff group"),
    (&["training", "required_by_developer", "programmes"], &["training", "programmes"], "programme"),
    (&["training", "staff", "*", "progress", "*", "programme"], &["training", "programmes"], "programme"),
    (&["training", "literacy", "programme"], &["training", "programmes"], "programme"),
];

/// A record, the field of it that may be false, the fields that cannot stand beside a false, and how to tell it.
struct Denied(&'static [&'static str], &'static str, &'static [&'static str], &'static str);

const DENIED: [Denied; 2] = [
    Denied(
        &["security", "penetration_test"],
        "tested",
        &["tested_on", "max_cvss"],
        "the product is said not to have been tested, and a result of a test is given",
    ),
    Denied(
        &["training", "required_by_developer"],
        "required",
        &["staff", "programmes"],
        "the developer is said to require no training, and what must be trained is named",
    ),
];

/// Every id that is named and does not exist, where the list it refers to has members at all; and what is said twice.
pub(super) fn dangling(tree: &Tree) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = REFERENCES.iter().flat_map(|(from, to, what)| one(tree, from, to, what)).collect();
    found.extend(thresholds(tree));
    found.extend(DENIED.iter().flat_map(|one| denied(tree, one)));
    found.extend(shares_twice(tree));
    found.extend(judged_beside_a_grid(tree));
    shares_in(tree, tree.root, schema(), &mut found);
    found.sort_by_key(|mistake| mistake.span);
    found
}

fn at(tree: &Tree, path: &[&str]) -> Option<NodeId> {
    path.iter().try_fold(tree.root, |node, name| tree.child(node, name))
}

/// A no beside an answer that only a yes could have.
fn denied(tree: &Tree, Denied(record, no, beside, message): &Denied) -> Vec<Diagnostic> {
    let field = |name: &str| at(tree, record).and_then(|node| tree.child(node, name));
    let said = field(no).map(|node| tree.child(node, "is").unwrap_or(node)).filter(|node| tree.text(*node) == Some("false"));
    let Some(said) = said else { return Vec::new() };
    let real = |name: &&str| field(name).filter(|node| !unanswered(tree, *node) && tree.child(*node, "none").is_none());
    let mistake = |node: NodeId| {
        Diagnostic::new(*message, tree.span(node), "given here").related(tree.span(said), "denied here").help("keep one of the two")
    };
    beside.iter().filter_map(real).map(mistake).collect()
}

/// A level at a threshold at which a study that it names, and that looked for the target, gives no result.
fn thresholds(tree: &Tree) -> Vec<Diagnostic> {
    let members = |path: &[&str]| at(tree, path).map_or(&[][..], |list| tree.members(list));
    let mut found = Vec::new();
    for level in members(&["validation", "acceptance"]) {
        let (Some(target), Some(threshold)) = (tree.member_key(*level, "target"), tree.member_key(*level, "threshold")) else { continue };
        if placeholder(threshold) {
            continue;
        }
        for id in named(tree, *level, &["studies"]) {
            let study = members(&["validation", "studies"]).iter().find(|study| tree.member_key(**study, "id") == tree.text(id));
            let results = study.and_then(|study| tree.child(*study, "results")).map_or(&[][..], |list| tree.members(list));
            let of_target: Vec<NodeId> =
                results.iter().copied().filter(|result| tree.member_key(*result, "target") == Some(target)).collect();
            let known: Vec<&str> = of_target
                .iter()
                .filter_map(|result| tree.member_key(*result, "threshold"))
                .filter(|threshold| !placeholder(threshold))
                .collect();
            if of_target.is_empty() || known.iter().any(|one| same_setting(one, threshold)) {
                continue;
            }
            let study = crate::text::visible_line(tree.text(id).unwrap_or_default());
            let message = format!("study `{study}` gives no result at the threshold {}", crate::text::visible_line(threshold));
            let help = match known.as_slice() {
                [] => "ask at which threshold its result is and state it there, or leave the threshold of this level out".into(),
                some => format!("it gives results at: {}", some.join(", ")),
            };
            found.push(Diagnostic::new(message, tree.span(id), "named by this level").help(help));
        }
    }
    found
}

/// A remaining risk judged not acceptable where the declared scheme decides by its grid: the two would contradict each other.
fn judged_beside_a_grid(tree: &Tree) -> Vec<Diagnostic> {
    let scheme = at(tree, &["clinical_safety", "scheme"]).and_then(|node| tree.text(tree.child(node, "is").unwrap_or(node)));
    let hazards = at(tree, &["clinical_safety", "hazards"]).filter(|_| scheme == Some("nhs-example"));
    let adverse = |hazard: &NodeId| {
        let judgement = tree.child(tree.child(*hazard, "residual")?, "acceptable")?;
        let judged = tree.child(judgement, "judged")?;
        (tree.text(judged) != Some("acceptable") && !unanswered(tree, judged)).then_some(judged)
    };
    let mistake = |judged: NodeId| {
        let message = "this risk is judged not acceptable, and the scheme nhs-example rates it by its grid";
        let help = "raise the severity or likelihood that remains, or declare `scheme: own` and judge each risk";
        Diagnostic::new(message, tree.span(judged), "judged here").help(help)
    };
    hazards.map_or(&[][..], |list| tree.members(list)).iter().filter_map(adverse).map(mistake).collect()
}

/// Whether two thresholds are the same setting, written alike or as the same number.
pub(crate) fn same_setting(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim(), b.trim());
    a == b || matches!((a.parse::<f64>(), b.parse::<f64>()), (Ok(a), Ok(b)) if a == b)
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
    // A list too long to be read is not searched for spellings either.
    let near: Vec<&str> = if known.len() > 500 { Vec::new() } else { known.iter().copied().filter(|id| id.len() <= 80).collect() };
    let mistake = |node: NodeId| {
        let id = tree.text(node).unwrap_or_default();
        let message = format!("there is no {what} `{}` in `{}`", crate::text::visible_line(id), to.join("."));
        Diagnostic::new(message, tree.span(node), "named here").spelling(id, near.iter().copied())
    };
    named(tree, tree.root, from).into_iter().filter(stray).map(mistake).collect()
}

/// The most that rounded shares can add up to.
const MOST: f64 = 1.02 + 1e-9;

/// Tables of shares that add up to more than 1, wherever the files were laid over each other.
fn shares_in(tree: &Tree, node: NodeId, record: &Record, found: &mut Vec<Diagnostic>) {
    for (key, value) in tree.entries(node) {
        let Some(field) = tree.text(*key).and_then(|name| record.field(name)) else { continue };
        match &field.shape {
            Shape::Record(inner) => shares_in(tree, *value, inner, found),
            Shape::List(inner) => tree.members(*value).iter().for_each(|member| shares_in(tree, *member, inner, found)),
            Shape::Table(inner) if matches!(&**inner, Shape::Leaf(leaf) if leaf.scalar == Scalar::Share) => {
                let said = |value: NodeId| tree.text(tree.child(value, "is").unwrap_or(value)).and_then(|text| text.parse::<f64>().ok());
                let sum: f64 = tree.entries(*value).iter().filter_map(|(_, share)| said(*share)).sum();
                if sum > MOST {
                    let message = format!("these shares add up to {sum:.3}, and no more than 1 is possible");
                    let help = "give each person to one category only; printed shares may be off by their rounding";
                    found.push(Diagnostic::new(message, tree.span(*key), "here").help(help));
                }
            }
            _ => {}
        }
    }
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
