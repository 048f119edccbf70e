//! What was worked out, for a reader: contradictions with both places, and in detail every fact with its reason.

use super::entry::place_span;
use crate::assessment::{Assessment, Scene};
use crate::facts::Note;
use crate::terms::Place;
use crate::text::{NodeId, Sources, Tree, write_path};

/// Two answers that do not fit together.
pub struct Contradiction {
    /// Why they do not fit.
    pub why: String,
    /// `file:line:column` of both.
    pub places: String,
}

/// One fact, or several figures that share a reason.
pub struct WorkedOut {
    /// Its path under `facts`.
    pub path: String,
    /// Its value, or that it is not known.
    pub value: String,
    /// Why it is so, and how far the outside facts were verified.
    pub why: String,
}

/// The answers that cannot both be true; with `queries` also those that do not fit and may have a good reason.
pub(super) fn contradictions(assessment: &Assessment<'_>, sources: &Sources, queries: bool) -> Vec<Contradiction> {
    let scene = &assessment.scene;
    let tree = &scene.known.tree;
    let list = tree.child(tree.root, "facts").and_then(|facts| tree.child(facts, "contradictions"));
    let rows = list.map_or(&[][..], |list| tree.members(list));
    let notes = rows.iter().filter_map(|row| {
        let fits = tree.child(*row, "fits")?;
        (queries || tree.text(fits) == Some("false")).then(|| scene.known.notes.get(&fits))?
    });
    notes.map(|note| Contradiction { why: note.why.clone(), places: places(scene, sources, note) }).collect()
}

/// The first two places of a fact that differ.
fn places(scene: &Scene<'_>, sources: &Sources, note: &Note) -> String {
    let mut places: Vec<String> = Vec::new();
    for node in &note.from {
        let place = sources.locate(place_span(scene, *node, true));
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.truncate(2);
    places.join(" and ")
}

/// What the results would mean here, a line for each result: predictive value, alerts, missed cases.
pub(super) fn here(assessment: &Assessment<'_>) -> Vec<String> {
    let scene = &assessment.scene;
    let tree = &scene.known.tree;
    let list = tree.child(tree.root, "facts").and_then(|facts| tree.child(facts, "here"));
    let line = |row: &NodeId| {
        let figure = |name: &str, part: &str| tree.child_text(tree.child(*row, name)?, part)?.parse::<f64>().ok();
        let whole = |name: &str| Some((figure(name, "estimate")?, figure(name, "lower")?, figure(name, "upper")?));
        let said = |name: &str| tree.child_text(*row, name).unwrap_or_default();
        let ppv = figure("ppv", "estimate")?;
        let missed = match whole("missed_per_year") {
            Some((missed, low, high)) => format!("; {missed:.0} with the finding ({low:.0} to {high:.0}) would be missed a year"),
            None => String::new(),
        };
        let (alerts, low, high) = whole("alerts_per_1000")?;
        let called =
            format!("of 1,000 cases {alerts:.0} ({low:.0} to {high:.0}) would be called, {:.0} in 100 of them rightly", 100.0 * ppv);
        Some(format!("{} by study {}: {called}{missed}", said("target"), said("study")))
    };
    let mut rows = list.map_or(Vec::new(), |list| tree.members(list).to_vec());
    rows.sort_by_key(|row| closeness(scene, tree.child_text(*row, "study").unwrap_or_default()));
    rows.iter().filter_map(line).collect()
}

/// Studies on the adopter's own cases come first, then those from elsewhere, then the developer's own.
fn closeness(scene: &Scene<'_>, name: &str) -> u8 {
    let studies = scene.dossier.validation.studies.items.iter();
    let study = studies.map(|(_, study)| study).find(|study| study.id.get().is_some_and(|id| id.0 == name));
    match study.and_then(|study| study.place.get()) {
        Some(Place::Local) => 0,
        Some(Place::External) => 1,
        _ => 2,
    }
}

/// What a reader should know although no check fails for it, each with its reason.
pub(super) fn worth_knowing(assessment: &Assessment<'_>) -> Vec<String> {
    let scene = &assessment.scene;
    let tree = &scene.known.tree;
    let facts = tree.child(tree.root, "facts");
    let rows = |path: &[&str]| -> Vec<NodeId> {
        let list = path.iter().try_fold(facts, |node, name| Some(tree.child(node?, name))).flatten();
        list.map_or(Vec::new(), |list| tree.members(list).to_vec())
    };
    let why = |node: NodeId| scene.known.notes.get(&node).map_or(String::new(), |note| note.why.clone());
    let said = |row: NodeId, name: &str| tree.child_text(row, name).unwrap_or_default().to_string();
    let mut found = Vec::new();
    for row in rows(&["validation", "acceptance"]) {
        if let Some(late) = tree.child(row, "agreed_after_results").filter(|late| tree.text(*late) == Some("true")) {
            found.push(format!("the level for {} may have been set to fit a known result: {}", said(row, "target"), why(late)));
        }
    }
    for row in rows(&["subgroups"]) {
        found.extend(["sensitivity", "specificity"].iter().filter_map(|measure| lower_in_group(tree, row, measure)));
    }
    for row in rows(&["device", "marks"]) {
        if let Some(relation) = tree.child(row, "class_relation").filter(|relation| tree.text(*relation) == Some("lower")) {
            found.push(why(relation));
        }
    }
    for row in rows(&["evidence"]) {
        if let Some(shows) = tree.child(row, "shows").filter(|shows| why(*shows).ends_with("look at it")) {
            found.push(format!("the document {} is {}", said(row, "id"), why(shows)));
        }
    }
    for row in rows(&["population"]) {
        if let Some(alike) = tree.child(row, "alike").filter(|alike| tree.text(*alike) == Some("false")) {
            found.push(format!(
                "people here differ by {} from those of study {}: {}",
                said(row, "variable"),
                said(row, "study"),
                why(alike)
            ));
        }
    }
    found
}

/// A group in which a measure is lower, where the interval of the difference leaves out zero.
fn lower_in_group(tree: &Tree, row: NodeId, measure: &str) -> Option<String> {
    let difference = tree.child(row, &format!("{measure}_difference"))?;
    let figure = |name: &str| tree.child_text(difference, name)?.parse::<f64>().ok();
    let (estimate, lower, upper) = (figure("estimate")?, figure("lower")?, figure("upper")?);
    let said = |name: &str| tree.child_text(row, name).unwrap_or_default();
    let points = |share: f64| 100.0 * share.abs();
    (upper < 0.0).then(|| {
        format!(
            "{measure} for {} is lower in {} by {:.1} points ({:.1} to {:.1}; study {}, against {}); many groups were compared, and one in twenty differs so by chance",
            said("target"), said("group"), points(estimate), points(upper), points(lower), said("study"), said("against")
        )
    })
}

/// Every fact, in the order in which they are written.
pub(super) fn worked_out(assessment: &Assessment<'_>) -> Vec<WorkedOut> {
    let scene = &assessment.scene;
    let mut found = Vec::new();
    if let Some(facts) = scene.known.tree.child(scene.known.tree.root, "facts") {
        gather(scene, facts, &mut found);
    }
    found
}

/// The reason of a fact that only repeats an answer.
const AS_SAID: &str = "as the dossier says";

/// Lists that say little beyond what stands elsewhere in a report: of a document whether it shows anything, of training nothing.
const BRIEF: [(&str, Option<&str>); 2] = [("evidence", Some("shows")), ("coverage", None)];

fn gather(scene: &Scene<'_>, node: NodeId, found: &mut Vec<WorkedOut>) {
    let tree = &scene.known.tree;
    let name = scene.outline.key(node).and_then(|key| tree.text(key)).unwrap_or_default();
    if let Some((_, only)) = BRIEF.iter().find(|(brief, _)| *brief == name) {
        let one = |row: &NodeId| only.and_then(|only| tree.child(*row, only));
        tree.members(node).iter().filter_map(one).for_each(|fact| gather(scene, fact, found));
        return;
    }
    if let Some(note) = scene.known.notes.get(&node) {
        if note.why != AS_SAID {
            found.push(entry(scene, node, said(tree, node), note));
        }
        return;
    }
    let figures: Vec<(&str, NodeId, &Note)> = tree
        .entries(node)
        .iter()
        .filter_map(|(key, value)| Some((tree.text(*key)?, *value, scene.known.notes.get(value).filter(|note| note.figure)?)))
        .collect();
    if let Some((_, _, note)) = figures.first().filter(|_| figures.iter().any(|(_, value, _)| tree.text(*value) != Some(""))) {
        let known = figures.iter().any(|(_, value, _)| tree.text(*value) != Some(""));
        let told = figures.iter().filter(|(_, value, _)| !known || tree.text(*value) != Some(""));
        let values: Vec<String> = told.map(|(name, value, _)| format!("{} {}", name.replace('_', " "), said(tree, *value))).collect();
        found.push(entry(scene, node, values.join(", "), note));
    }
    for (_, value) in tree.entries(node).iter().filter(|(_, value)| !figures.iter().any(|(_, figure, _)| figure == value)) {
        gather(scene, *value, found);
    }
    for member in tree.members(node) {
        gather(scene, *member, found);
    }
}

/// A value as a reader wants it: yes or no, and no more than four decimals.
fn said(tree: &Tree, node: NodeId) -> String {
    match tree.text(node).unwrap_or_default() {
        "" => "not known".into(),
        "true" => "yes".into(),
        "false" => "no".into(),
        text => match text.parse::<f64>() {
            Ok(number) if text.contains('.') && number.abs() >= 100.0 => format!("{number:.0}"),
            Ok(number) if text.contains('.') && number.abs() >= 10.0 => format!("{number:.1}"),
            Ok(number) if text.contains('.') => format!("{number:.4}").trim_end_matches('0').trim_end_matches('.').to_string(),
            _ => text.to_string(),
        },
    }
}

fn entry(scene: &Scene<'_>, node: NodeId, value: String, note: &Note) -> WorkedOut {
    let path = scene.path(node);
    let told = |verified: &crate::terms::Verified| note.why.contains(&format!("{} source", verified.as_str()));
    let verified =
        note.verified.filter(|verified| !told(verified)).map_or(String::new(), |verified| format!(" ({} source)", verified.as_str()));
    WorkedOut { path: write_path(&path[1..]), value, why: format!("{}{verified}", note.why) }
}
