//! The document behind `--format json` and `yaml`: versioned, with a published schema.

use std::sync::Arc;

use crate::terms::{Archetype, Force, Gate, Nation, PartKind, Role, Severity};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::fact_entry::FactEntry;
use crate::assessment::{How, Outcome, Support, Verdict};

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
    /// The mistakes of dossiers that could not be assessed, in the order they were found.
    pub unreadable: Vec<MistakeEntry>,
}

/// One mistake of a dossier that could not be assessed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MistakeEntry {
    /// The file; the dossier as it was named, when it could not be read at all.
    pub file: String,
    /// The line, from 1; none when the whole file is meant.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
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
    /// When its publisher last reviewed it, where the source says so (ISO 8601).
    pub reviewed: Option<String>,
    /// The nations that it covers; all, if empty.
    pub nations: Vec<Nation>,
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
    pub findings: Vec<Arc<FindingEntry>>,
    /// All checks with their outcomes.
    pub checks: Vec<Arc<FindingEntry>>,
    /// What was worked out: each value with its reason and the places it comes from.
    #[schemars(with = "Value")]
    pub facts: FactEntry,
    /// What remains to be trained.
    pub training_actions: Vec<TrainingEntry>,
    /// Switches that took checks away.
    pub switched_off: Vec<SwitchEntry>,
    /// What has ended, or ends within the horizon.
    pub lapses: Vec<LapseEntry>,
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
#[derive(Debug, Clone, Serialize, JsonSchema)]
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
    /// What a reader should know of the sources that ask for it, such as a slip in the print.
    pub notes: Vec<String>,
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
    /// The question parts that its outcomes serve.
    pub serves: Vec<String>,
    /// Open checks that are about what it teaches; training alone does not close them.
    pub related: Vec<String>,
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
    /// The level to reach; none where the source has lost it.
    pub level: Option<crate::terms::Level>,
}

/// Something that ends.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LapseEntry {
    /// The path of the answer that says so.
    pub path: String,
    /// The last day on which it holds (ISO 8601).
    pub ends: String,
    /// How many days are left; below zero when it has ended.
    pub days: i32,
    /// The file of the answer.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
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
