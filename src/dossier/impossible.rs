//! What cannot be true as it stands, whichever files say it: references to nothing, results that a study does not give, shares
//! that add up to more than one.

use std::collections::{BTreeMap, BTreeSet};

use super::bound::{Bound, Place, State};
use super::mistakes::{near, short};
use crate::fields::{LeafShape, Scalar, Schema, Shape};
use crate::text::{Diagnostic, NodeId, parse_path, placeholder, unanswered};

/// The most that rounded shares can add up to.
const MOST: f64 = 1.02 + 1e-9;

/// Every such mistake, in the order of the text, at most as many as asked for.
pub(super) fn impossible(bound: &Bound<'_>, schema: &Schema, references: &[(&str, NodeId)], most: usize) -> Vec<Diagnostic> {
    let mut found = dangling(bound, schema, references, most);
    found.extend(thresholds(bound, most));
    found.extend(shares_twice(bound));
    found.extend(judged_beside_a_grid(bound));
    found.extend(shares_above_one(bound));
    found.sort_by_key(|mistake| mistake.span);
    found
}

fn at(bound: &Bound<'_>, path: &[&str]) -> Option<NodeId> {
    path.iter().try_fold(bound.tree.root, |node, name| bound.tree.child(node, name))
}

fn members<'t>(bound: &'t Bound<'_>, path: &[&str]) -> &'t [NodeId] {
    at(bound, path).map_or(&[][..], |list| bound.tree.members(list))
}

/// Every id that is named and does not exist, where the list it refers to has members at all.
fn dangling(bound: &Bound<'_>, schema: &Schema, references: &[(&str, NodeId)], most: usize) -> Vec<Diagnostic> {
    let tree = &bound.tree;
    let mut lists: BTreeMap<&str, Named<'_>> = BTreeMap::new();
    let mut found = Vec::new();
    for (path, node) in references {
        let Named { keys, known, what } = lists.entry(path).or_insert_with(|| named_in(bound, schema, path));
        let id = tree.text(*node).unwrap_or_default();
        if known.is_empty() || known.contains(id) || found.len() > most {
            continue;
        }
        let message = format!("there is no {what} `{}` in `{path}`", short(id));
        found.push(Diagnostic::new(message, tree.span(*node), "named here").spelling(id, near(keys.iter().copied())));
    }
    found
}

/// The keys of the members of a list, in their order and to be looked up, and what such a member is called.
struct Named<'t> {
    keys: Vec<&'t str>,
    known: BTreeSet<&'t str>,
    what: String,
}

fn named_in<'t>(bound: &'t Bound<'_>, schema: &Schema, path: &str) -> Named<'t> {
    let steps = parse_path(path).unwrap_or_default();
    let list = bound.find(&steps).map_or(&[][..], |list| bound.tree.members(list));
    let (key, what) = match schema.field_at(&steps).map(|field| &field.shape) {
        Some(Shape::List(record)) => (record.key(), record.name.replace('-', " ")),
        _ => ("id", "entry".into()),
    };
    let keys: Vec<&str> = list.iter().filter_map(|member| bound.tree.member_key(*member, key)).collect();
    Named { known: keys.iter().copied().collect(), keys, what }
}

/// Whether two thresholds are the same setting, written alike or as the same number.
pub(crate) fn same_setting(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim(), b.trim());
    a == b || matches!((a.parse::<f64>(), b.parse::<f64>()), (Ok(a), Ok(b)) if a == b)
}

/// The thresholds at which a study gives results for one target: as they are written, and each setting once.
#[derive(Default)]
struct Settings<'t> {
    written: Vec<&'t str>,
    settings: BTreeSet<String>,
}

/// A threshold as the setting it is: however a number is written, it is one setting.
fn setting(threshold: &str) -> String {
    match threshold.trim().parse::<f64>() {
        Ok(number) if number.is_finite() => (number + 0.0).to_string(),
        _ => threshold.trim().to_string(),
    }
}

/// Those of every study and target.
fn settings<'t>(bound: &'t Bound<'_>) -> BTreeMap<(&'t str, &'t str), Settings<'t>> {
    let tree = &bound.tree;
    let mut found: BTreeMap<_, Settings<'_>> = BTreeMap::new();
    for study in members(bound, &["validation", "studies"]) {
        let results = tree.child(*study, "results").map_or(&[][..], |list| tree.members(list));
        for result in results {
            if let (Some(id), Some(target)) = (tree.member_key(*study, "id"), tree.member_key(*result, "target")) {
                let at = found.entry((id, target)).or_default();
                if let Some(threshold) = tree.member_key(*result, "threshold").filter(|threshold| !placeholder(threshold)) {
                    at.written.push(threshold);
                    at.settings.insert(setting(threshold));
                }
            }
        }
    }
    found
}

/// How many thresholds a message names.
const NAMED: usize = 5;

/// A level at a threshold at which a study that it names, and that looked for the target, gives no result.
fn thresholds(bound: &Bound<'_>, most: usize) -> Vec<Diagnostic> {
    let tree = &bound.tree;
    let settings = settings(bound);
    let mut found = Vec::new();
    for level in members(bound, &["validation", "acceptance"]) {
        let (Some(target), Some(threshold)) = (tree.member_key(*level, "target"), tree.member_key(*level, "threshold")) else { continue };
        if placeholder(threshold) {
            continue;
        }
        let wanted = setting(threshold);
        for id in tree.child(*level, "studies").into_iter().flat_map(|studies| texts(bound, studies)) {
            let study = tree.text(id).unwrap_or_default();
            let Some(known) = settings.get(&(study, target)).filter(|known| !known.settings.contains(&wanted)) else { continue };
            if found.len() > most {
                return found;
            }
            let message = format!("study `{}` gives no result at the threshold {}", short(study), short(threshold));
            found.push(Diagnostic::new(message, tree.span(id), "named by this level").help(given(&known.written)));
        }
    }
    found
}

/// Which results a study does give.
fn given(written: &[&str]) -> String {
    let named: Vec<String> = written.iter().take(NAMED).map(|one| short(one)).collect();
    match written.len() {
        0 => "ask at which threshold its result is and state it there, or leave the threshold of this level out".into(),
        few if few <= NAMED => format!("it gives results at: {}", named.join(", ")),
        many => format!("it gives results at: {} and {} more", named.join(", "), many - NAMED),
    }
}

/// The texts that stand at an answer: one, or each of several.
fn texts(bound: &Bound<'_>, node: NodeId) -> Vec<NodeId> {
    let tree = &bound.tree;
    let value = match bound.state(node) {
        State::Said(value) => value,
        _ => return Vec::new(),
    };
    let all = std::iter::once(value).chain(tree.members(value).iter().copied());
    all.filter(|one| tree.text(*one).is_some() && !unanswered(tree, *one)).collect()
}

/// A remaining risk judged not acceptable where the declared scheme decides by its grid: the two would contradict each other.
fn judged_beside_a_grid(bound: &Bound<'_>) -> Vec<Diagnostic> {
    let tree = &bound.tree;
    let scheme = at(bound, &["clinical_safety", "scheme"]).and_then(|node| tree.text(tree.child(node, "is").unwrap_or(node)));
    if scheme != Some("nhs-example") {
        return Vec::new();
    }
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
    members(bound, &["clinical_safety", "hazards"]).iter().filter_map(adverse).map(mistake).collect()
}

/// Shares of the people here that are both written down and read from a table.
fn shares_twice(bound: &Bound<'_>) -> Vec<Diagnostic> {
    let tree = &bound.tree;
    let Some(people) = at(bound, &["local", "population"]) else { return Vec::new() };
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

/// Tables of shares that add up to more than 1, wherever the files were laid over each other.
fn shares_above_one(bound: &Bound<'_>) -> Vec<Diagnostic> {
    let tree = &bound.tree;
    let of_shares = |node: &NodeId| match bound.place(*node) {
        Place::Table(Shape::Leaf(LeafShape { scalar, .. })) => *scalar == Scalar::Share,
        _ => false,
    };
    let said = |value: NodeId| tree.text(tree.child(value, "is").unwrap_or(value)).and_then(|text| text.parse::<f64>().ok());
    let mistake = |node: NodeId| {
        let sum: f64 = tree.entries(node).iter().filter_map(|(_, share)| said(*share)).sum();
        let place = bound.key(node).map_or(tree.span(node), |key| tree.span(key));
        let message = format!("these shares add up to {sum:.3}, and no more than 1 is possible");
        let help = "give each person to one category only; printed shares may be off by their rounding";
        (sum > MOST).then(|| Diagnostic::new(message, place, "here").help(help))
    };
    bound.nodes().filter(of_shares).filter_map(mistake).collect()
}
