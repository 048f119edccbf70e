//! Makes the entries of the document behind `--format json` and `yaml` from an assessment.

use serde_json::{Map, Value};

use super::document::{
    CountsEntry, DossierEntry, FindingEntry, ItemEntry, LapseEntry, OutcomeEntry, PackEntry, PartEntry, SwitchEntry, TrainingEntry,
};
use crate::assessment::{Assessment, Finding, Lapse, Outcome, Phrase, Scene};
use crate::facts::Note;
use crate::rules::Book;
use crate::text::{NodeId, Sources, write_path};

/// The packs of a book.
pub fn packs(book: &Book, as_of: jiff::civil::Date) -> Vec<PackEntry> {
    let mut packs: Vec<PackEntry> = Vec::new();
    for pack in &book.packs {
        if packs.iter().any(|held| held.id == pack.id) {
            continue;
        }
        packs.push(PackEntry {
            id: pack.id.clone(),
            title: pack.title.clone(),
            version: pack.version.clone(),
            publisher: pack.publisher.clone(),
            reviewed: pack.reviewed.map(|date| date.to_string()),
            nations: pack.nations.clone(),
            review_due: pack.review_due.map(|date| date.to_string()),
            past_review: pack.review_due.is_some_and(|due| due < as_of),
        });
    }
    packs
}

/// The entry of one dossier.
pub fn entry(file: &str, assessment: &Assessment<'_>, sources: &Sources) -> DossierEntry {
    let scene = &assessment.scene;
    let book = scene.book;
    let finding = |finding: &Finding<'_>| finding_entry(scene, sources, finding);
    let said = |path: &str| crate::text::parse_path(path).and_then(|path| scene.find(&path)).and_then(|node| scene.said(node));
    DossierEntry {
        file: file.into(),
        product: said("product.name"),
        version: said("product.version"),
        supplier: said("product.supplier.name"),
        organisation: said("adopter.organisation"),
        verdict: assessment.verdict,
        gate: assessment.gate,
        gate_stated: assessment.gate_stated,
        counts: counts(assessment),
        items: assessment.items.iter().map(|result| item_entry(book, result)).collect(),
        findings: assessment.findings.iter().filter(|one| one.outcome.open()).map(finding).collect(),
        checks: assessment.findings.iter().map(finding).collect(),
        facts: facts(scene),
        training_actions: assessment.training.iter().map(training_entry).collect(),
        lapses: assessment.lapses.iter().map(|lapse| lapse_entry(scene, sources, lapse)).collect(),
        switched_off: assessment
            .switched_off
            .iter()
            .map(|switch| SwitchEntry {
                path: switch.path.clone(),
                checks: switch.checks,
                line: sources.start(scene.known.tree.span(switch.node)).line,
            })
            .collect(),
    }
}

fn counts(assessment: &Assessment<'_>) -> CountsEntry {
    let counts = &assessment.counts;
    CountsEntry {
        due: counts.due,
        met: counts.met,
        not_met: counts.not_met,
        unknown: counts.unknown,
        not_applicable: counts.not_applicable,
        due_later: counts.due_later,
        blockers_failing: counts.blockers.failing,
        blockers_unanswered: counts.blockers.unanswered,
        gaps_failing: counts.gaps.failing,
        gaps_unanswered: counts.gaps.unanswered,
        notes: counts.notes.total(),
        met_reviewed: counts.support.reviewed,
        met_evidenced: counts.support.evidenced,
        met_asserted: counts.support.asserted,
    }
}

fn item_entry(book: &Book, result: &crate::assessment::ItemResult<'_>) -> ItemEntry {
    let part = |(at, part): (usize, &crate::assessment::PartResult<'_>)| PartEntry {
        id: result.item.part_id(at),
        asks: part.part.asks.clone(),
        kind: part.part.kind,
        outcome: part.outcome,
        checks: part.part.checks.clone(),
    };
    ItemEntry {
        id: result.item.id.clone(),
        source: book.packs[result.item.pack].id.clone(),
        outcome: result.outcome,
        parts: result.parts.iter().enumerate().map(part).collect(),
    }
}

fn finding_entry(scene: &Scene<'_>, sources: &Sources, finding: &Finding<'_>) -> FindingEntry {
    let place = scene.place(finding);
    let span = place_span(scene, place.node, place.exact);
    let (start, end) = (sources.start(span), sources.end(span));
    FindingEntry {
        check: finding.check.id.clone(),
        outcome: finding.outcome,
        how: finding.how,
        support: (finding.outcome == Outcome::Met).then_some(finding.support),
        severity: finding.severity,
        force: finding.force,
        gate: finding.check.gate,
        due: finding.due,
        who: finding.check.who,
        message: plain(&scene.message(finding)),
        action: plain(&scene.action(finding)),
        file: sources.file(span.file).name.clone(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        exact: place.exact,
        path: place.path,
        members: finding.members(),
        items: finding.parts.clone(),
        notes: notes(finding),
        fingerprint: fingerprint(finding),
    }
}

/// What a reader should know of the sources that ask for a check, each with the items it is about.
pub(super) fn notes(finding: &Finding<'_>) -> Vec<String> {
    let mut notes: Vec<(&str, Vec<&str>)> = Vec::new();
    for (item, note) in finding.items.iter().filter_map(|item| Some((item, item.note.as_deref()?))) {
        match notes.iter_mut().find(|(held, _)| *held == note) {
            Some((_, items)) => items.push(&item.id),
            None => notes.push((note, vec![&item.id])),
        }
    }
    notes.into_iter().map(|(note, items)| format!("{}: {note}", items.join(", "))).collect()
}

/// The span to point at: a value, or for a missing one the key of the nearest place that exists.
pub fn place_span(scene: &Scene<'_>, node: NodeId, exact: bool) -> crate::text::Span {
    let tree = &scene.known.tree;
    let key = scene.outline.key(node);
    match key {
        Some(key) if !exact || !tree.entries(node).is_empty() || !tree.members(node).is_empty() => tree.span(key),
        None if !tree.entries(node).is_empty() => tree.span(tree.entries(node)[0].0),
        _ => tree.span(node),
    }
}

/// A sentence as plain text.
pub fn plain(phrases: &[Phrase]) -> String {
    phrases
        .iter()
        .map(|phrase| match phrase {
            Phrase::Ours(text) | Phrase::Theirs(text) => text.as_str(),
        })
        .collect()
}

/// Sixteen hexadecimal digits of SHA-256 over the check and the failing members.
pub fn fingerprint(finding: &Finding<'_>) -> String {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    hash.update(finding.check.id.as_bytes());
    for member in finding.members() {
        hash.update([0]);
        hash.update(member.as_bytes());
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn training_entry(action: &crate::assessment::TrainingAction<'_>) -> TrainingEntry {
    TrainingEntry {
        table: action.table.table.id.clone(),
        programme: action.programme.clone(),
        role: action.group.clone(),
        archetypes: action.archetypes.clone(),
        trained: action.trained,
        headcount: action.headcount,
        outcomes: action.outcomes.iter().map(|one| OutcomeEntry { id: one.id.clone(), level: one.level }).collect(),
        force: action.force,
        gate: action.table.gate,
        owner: action.table.owner,
        serves: action.serves.to_vec(),
        related: action.related.to_vec(),
        blocked_by: action.blocked_by.to_vec(),
        message: action.message.clone(),
    }
}

fn lapse_entry(scene: &Scene<'_>, sources: &Sources, lapse: &Lapse) -> LapseEntry {
    let span = place_span(scene, lapse.node, true);
    let start = sources.start(span);
    LapseEntry {
        path: lapse.path.clone(),
        ends: lapse.ends.to_string(),
        days: lapse.days,
        file: sources.file(span.file).name.clone(),
        line: start.line,
        column: start.column,
    }
}

fn facts(scene: &Scene<'_>) -> Value {
    let tree = &scene.known.tree;
    tree.child(tree.root, "facts").map_or(Value::Null, |node| fact(scene, node))
}

fn fact(scene: &Scene<'_>, node: NodeId) -> Value {
    let tree = &scene.known.tree;
    if let Some(note) = scene.known.notes.get(&node) {
        if note.figure {
            return scalar(tree.text(node).unwrap_or_default());
        }
        let mut entry = Map::new();
        entry.insert("value".into(), scalar(tree.text(node).unwrap_or_default()));
        reason(scene, note, &mut entry);
        return Value::Object(entry);
    }
    if let Some(text) = tree.text(node) {
        return Value::String(text.into());
    }
    if !tree.entries(node).is_empty() {
        let entries = tree.entries(node).iter().map(|(key, value)| (tree.text(*key).unwrap_or_default().to_string(), fact(scene, *value)));
        let mut entries: Map<String, Value> = entries.collect();
        let figures = tree.entries(node).iter().filter_map(|(_, value)| scene.known.notes.get(value)).find(|note| note.figure);
        if let Some(note) = figures {
            reason(scene, note, &mut entries);
        }
        return Value::Object(entries);
    }
    Value::Array(tree.members(node).iter().map(|member| fact(scene, *member)).collect())
}

/// Why a fact is so, and the places it comes from.
fn reason(scene: &Scene<'_>, note: &Note, entry: &mut Map<String, Value>) {
    let from = note.from.iter().map(|input| Value::String(write_path(&scene.path(*input)))).collect();
    entry.insert("why".into(), Value::String(note.why.clone()));
    entry.insert("from".into(), Value::Array(from));
    if let Some(verified) = note.verified {
        entry.insert("verified".into(), Value::String(verified.as_str().into()));
    }
}

fn scalar(text: &str) -> Value {
    match text {
        "" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ => text.parse::<serde_json::Number>().map_or_else(|_| Value::String(text.into()), Value::Number),
    }
}
