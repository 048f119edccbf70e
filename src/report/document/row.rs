//! One dossier, assessed: the row of a report for programs. What can be had from the catalogue is not said again.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::about::{Adopter, GateRow, Person, Product};
use super::answers::List;
use super::facts::Facts;
use super::findings::Group;
use super::opening::{CountsRow, Coverage, Headline};
use super::parts::Parts;
use super::register::DocumentRow;
use crate::assessment::Verdict;
use crate::terms::{Archetype, Force, Gate, Keeper};

/// One dossier, assessed. All texts may hold words of the dossier, unless it is said that they are ours.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row<'s> {
    /// The id of the dossier; fingerprints hang on it.
    pub id: &'s str,
    /// The main file, as it was named on the command line.
    pub file: &'s str,
    /// Its files, the main one first.
    pub files: Vec<FileRow<'s>>,
    /// What is offered, in which version, and by whom.
    pub product: Product<'s>,
    /// Who adopts it.
    pub adopter: Adopter<'s>,
    /// Who holds which role.
    pub people: Vec<Person<'s>>,
    /// The intended purpose: its answers, by number.
    pub purpose: Vec<u32>,
    /// The use that is planned here: its answers, by number.
    pub planned_use: Vec<u32>,
    /// The decisions of which the dossier gives days.
    pub gates: Vec<GateRow<'s>>,
    /// The verdict for the gate.
    pub verdict: Verdict,
    /// The gate that was assessed.
    pub gate: Gate,
    /// Whether the gate was asked for or stated in the dossier; else it is the last one.
    pub gate_stated: bool,
    /// How many checks stand how; a check with several findings counts once.
    pub counts: CountsRow,
    /// The sentences with which a report opens.
    pub headline: Headline,
    /// How much of the sources is written for the adopter's nation.
    pub coverage: Coverage,
    /// Every answer of the dossier, once, in the order of its text; then the places where an answer is missing. Everything else
    /// refers to them by their position, from 0. Of a row narrowed to one reader, those of others are null.
    pub answers: List<'s, 's>,
    /// The registered documents; answers refer to them by their position, from 0. Their own answers stand under `answers` only
    /// where something refers to them.
    pub documents: Vec<DocumentRow<'s>>,
    /// What is open: not met or unknown, one finding for each failing member; the gravest first.
    pub findings: Vec<Group<'s>>,
    /// What is met.
    pub met: Vec<Group<'s>>,
    /// What is not asked of this product.
    pub not_applicable: Vec<Group<'s>>,
    /// What became of the parts of items.
    pub parts: Parts<'s>,
    /// The reasons of facts and findings, each once; they refer to them by position, from 0.
    pub reasons: Vec<Cow<'s, str>>,
    /// What was worked out. Left out of a row that is narrowed to one reader.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<Facts<'s, 's>>,
    /// What remains to be trained.
    pub training: Vec<TrainingRow<'s>>,
    /// Switches that took checks away.
    pub switches: Vec<SwitchRow>,
    /// What has ended, or ends within the horizon.
    pub lapses: Vec<LapseRow<'s>>,
}

/// One file of a dossier.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileRow<'s> {
    /// Its name.
    pub name: &'s str,
    /// The SHA-256 of its bytes, in hexadecimal digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<&'s str>,
}

/// Training that remains.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrainingRow<'s> {
    /// The table of outcomes; the catalogue says by when its training is due, and who sees to it.
    pub table: &'s str,
    /// The programme; left out when no programme covers the outcomes yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programme: Option<Cow<'s, str>>,
    /// The staff group, or the whole organisation.
    pub group: Cow<'s, str>,
    /// The archetypes of the group.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub archetypes: &'s [Archetype],
    /// How many have been trained; null when nobody has said.
    pub trained: Option<u64>,
    /// How many need it; null when nobody has said.
    pub headcount: Option<u64>,
    /// The outcomes that it serves.
    pub outcomes: Vec<&'s str>,
    /// Legal duty or best practice.
    pub force: Force,
    /// Open checks that are about what it teaches; training alone does not close them.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub related: &'s [String],
    /// What must be known before it can be taught: question parts or fields that are still open.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub blocked_by: &'s [String],
    /// What remains, in a sentence.
    pub message: Cow<'s, str>,
}

/// A switch that took checks away.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SwitchRow {
    /// Its answer, by number.
    pub answer: u32,
    /// How many checks do not apply because of it.
    pub checks: usize,
}

/// Something that ends.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LapseRow<'s> {
    /// The answer that says so, by number.
    pub answer: u32,
    /// The title of the document that ends, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Cow<'s, str>>,
    /// The last day on which it holds (ISO 8601).
    pub ends: String,
    /// How many days are left; below zero when it has ended.
    pub days: i32,
    /// Who renews it.
    pub renews: Keeper,
    /// Whether it is a document that ends with the answer that names it.
    pub twin: bool,
}
