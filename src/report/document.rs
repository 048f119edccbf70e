//! The document behind `--format json` and `yaml`: versioned, with a published schema.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::assessment::{Assessment, Finding, How, Outcome, Phrase, Scene, Support, Verdict};
use crate::dossier::roles::Role;
use crate::dossier::training::Archetype;
use crate::rules::{Book, Force, Gate, PartKind, Severity};
use crate::text::{NodeId, Sources, write_path};

/// The version of this document; a change that breaks a reader raises the number.
pub const SCHEMA: &str = "readiness/report/1";

/// A whole report.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document {
    /// The version of this document's format: `readiness/report/1`.
    pub schema: String,
    /// The day of the report (ISO 8601).
    pub as_of: String,
    /// The packs of rules that were used.
    pub packs: Vec<PackEntry>,
    /// One entry for each dossier, in the order they were given.
    pub dossiers: Vec<DossierEntry>,
}

/// One pack of rules.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PackEntry {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: String,
    /// Who published the source.
    pub publisher: String,
    /// When the source's own next review was due, where it says so.
    pub review_due: Option<String>,
    /// Whether that day has passed on the day of the report.
    pub past_review: bool,
}

/// The assessment of one dossier.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DossierEntry {
    /// The file, as it was named on the command line.
    pub file: String,
    /// The product's name, as the dossier gives it.
    pub product: Option<String>,
    /// The product's version.
    pub version: Option<String>,
    /// The supplier's name.
    pub supplier: Option<String>,
    /// The adopting organisation.
    pub organisation: Option<String>,
    /// The verdict for the gate.
    pub verdict: Verdict,
    /// The gate that was assessed.
    pub gate: Gate,
    /// Whether the gate was asked for or stated in the dossier; else it is the last one.
    pub gate_stated: bool,
    /// How many checks stand how.
    pub counts: CountsEntry,
    /// Every item of every source, with its parts.
    pub items: Vec<ItemEntry>,
    /// The open checks: not met or unknown, due or not.
    pub findings: Vec<FindingEntry>,
    /// All checks with their outcomes.
    pub checks: Vec<FindingEntry>,
    /// What was worked out: each value with its reason and the places it comes from.
    pub facts: Value,
    /// What remains to be trained.
    pub training_actions: Vec<TrainingEntry>,
    /// Switches that took checks away.
    pub switched_off: Vec<SwitchEntry>,
}

/// How many checks stand how; the first five add up to nothing but themselves: due = met + not_met + unknown + not_applicable.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CountsEntry {
    /// Checks due at the gate.
    pub due: usize,
    /// Due and met.
    pub met: usize,
    /// Due and not met.
    pub not_met: usize,
    /// Due and unknown.
    pub unknown: usize,
    /// Due, and not asked of this product.
    pub not_applicable: usize,
    /// Not yet due, and open.
    pub due_later: usize,
    /// Open blockers that are failing.
    pub blockers_failing: usize,
    /// Open blockers that are unanswered.
    pub blockers_unanswered: usize,
    /// Open gaps that are failing.
    pub gaps_failing: usize,
    /// Open gaps that are unanswered.
    pub gaps_unanswered: usize,
    /// Open notes; they never decide.
    pub notes: usize,
    /// Due and met, and examined by the adopter.
    pub met_reviewed: usize,
    /// Due and met, and shown by a document.
    pub met_evidenced: usize,
    /// Due and met, on assertion alone.
    pub met_asserted: usize,
}

/// One item of a source.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ItemEntry {
    /// The source's id, such as `A3-01`.
    pub id: String,
    /// The pack it comes from.
    pub source: String,
    /// The worst of its parts.
    pub outcome: Outcome,
    /// Its parts.
    pub parts: Vec<PartEntry>,
}

/// One part of an item.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PartEntry {
    /// Its id, such as `A3-01b`.
    pub id: String,
    /// The question.
    pub asks: String,
    /// What kind of answer closes it.
    pub kind: PartKind,
    /// The worst of its checks.
    pub outcome: Outcome,
    /// The ids of its checks.
    pub checks: Vec<String>,
}

/// One check and its outcome.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingEntry {
    /// The check.
    pub check: String,
    /// Its outcome.
    pub outcome: Outcome,
    /// Whether the answer was given or worked out.
    pub how: How,
    /// The support of the answer, when it is met.
    pub support: Option<Support>,
    /// What it means for the decision when open.
    pub severity: Severity,
    /// The strongest force among the items that apply.
    pub force: Force,
    /// The decision by which it is due.
    pub gate: Gate,
    /// Whether it is due at the gate asked for.
    pub due: bool,
    /// Who must act.
    pub who: Role,
    /// What is the matter, in a sentence; for a check that is met, its question.
    pub message: String,
    /// What to do.
    pub action: String,
    /// The file of the place.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The last line.
    pub end_line: usize,
    /// The column after the last character.
    pub end_column: usize,
    /// Whether the place is the answer itself; else it is the nearest place that exists.
    pub exact: bool,
    /// The path of the answer in the dossier, also when it is missing.
    pub path: String,
    /// The members of a list that decided it.
    pub members: Vec<String>,
    /// The question parts it answers.
    pub items: Vec<String>,
    /// Stays the same while the same thing is wrong: made of the check and the failing members, never of place, words or date.
    pub fingerprint: String,
}

/// Training that remains.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TrainingEntry {
    /// The table of outcomes, such as `T2`.
    pub table: String,
    /// The programme; none when no programme covers the outcomes yet.
    pub programme: Option<String>,
    /// The staff group, or the whole organisation.
    pub role: String,
    /// The archetypes of the group.
    pub archetypes: Vec<Archetype>,
    /// How many have been trained; none when nobody has said.
    pub trained: Option<u64>,
    /// How many need it; none when nobody has said.
    pub headcount: Option<u64>,
    /// The outcomes with the level to reach.
    pub outcomes: Vec<OutcomeEntry>,
    /// Legal duty or best practice.
    pub force: Force,
    /// The decision by which it is due.
    pub gate: Gate,
    /// Who sees to it.
    pub owner: Role,
    /// What must be known before it can be taught: question parts or fields that are still open.
    pub blocked_by: Vec<String>,
    /// What is the matter, in a sentence.
    pub message: String,
}

/// One outcome of training.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OutcomeEntry {
    /// Its id, such as `T2-05`.
    pub id: String,
    /// The level to reach.
    pub level: crate::dossier::training::Level,
}

/// A switch that took checks away.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SwitchEntry {
    /// Its path.
    pub path: String,
    /// How many checks do not apply because of it.
    pub checks: usize,
    /// Its line.
    pub line: usize,
}

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
        fingerprint: fingerprint(finding),
    }
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
        table: action.table.id.clone(),
        programme: action.programme.clone(),
        role: action.group.clone(),
        archetypes: action.archetypes.clone(),
        trained: action.trained,
        headcount: action.headcount,
        outcomes: action.outcomes.iter().map(|one| OutcomeEntry { id: one.id.clone(), level: one.level }).collect(),
        force: action.force,
        gate: action.table.gate,
        owner: action.table.owner,
        blocked_by: action.blocked_by.clone(),
        message: action.message.clone(),
    }
}

fn facts(scene: &Scene<'_>) -> Value {
    let tree = &scene.known.tree;
    tree.child(tree.root, "facts").map_or(Value::Null, |node| fact(scene, node))
}

fn fact(scene: &Scene<'_>, node: NodeId) -> Value {
    let tree = &scene.known.tree;
    if let Some(note) = scene.known.notes.get(&node) {
        let from = note.from.iter().map(|input| Value::String(write_path(&scene.path(*input)))).collect();
        let mut entry = Map::new();
        entry.insert("value".into(), scalar(tree.text(node).unwrap_or_default()));
        entry.insert("why".into(), Value::String(note.why.clone()));
        entry.insert("from".into(), Value::Array(from));
        if let Some(verified) = note.verified {
            entry.insert("verified".into(), Value::String(verified.as_str().into()));
        }
        return Value::Object(entry);
    }
    if let Some(text) = tree.text(node) {
        return Value::String(text.into());
    }
    if !tree.entries(node).is_empty() {
        let entries = tree.entries(node).iter().map(|(key, value)| (tree.text(*key).unwrap_or_default().to_string(), fact(scene, *value)));
        return Value::Object(entries.collect());
    }
    Value::Array(tree.members(node).iter().map(|member| fact(scene, *member)).collect())
}

fn scalar(text: &str) -> Value {
    match text {
        "" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ => text.parse::<serde_json::Number>().map_or_else(|_| Value::String(text.into()), Value::Number),
    }
}
