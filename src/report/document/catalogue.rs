//! What was asked, once for a run: checks, items and their sources, training outcomes, and what the words mean.

use schemars::JsonSchema;
use serde::Serialize;

use crate::terms::{EvidenceKind, Force, Gate, Level, Nation, Needs, PartKind, Role, Severity};

use super::cites::Citation;

/// What was asked, once for a run.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Catalogue<'a> {
    /// The checks: one atomic question each.
    pub checks: Vec<CheckEntry<'a>>,
    /// The items of the sources: what somebody published, question by question.
    pub items: Vec<ItemEntry<'a>>,
    /// The sources that items and training come from; they refer to them by position, from 0.
    pub sources: Vec<SourceEntry<'a>>,
    /// What checks, items and sources rest on; they refer to it by position, from 0.
    pub citations: Vec<Citation<'a>>,
    /// What a reader should know of a source here and there; items refer to it by position, from 0.
    pub notes: Vec<&'a str>,
    /// The tables of training outcomes.
    pub training: Vec<TableEntry<'a>>,
    /// The decisions, in their order.
    pub gates: Vec<Word>,
    /// The roles of people.
    pub roles: Vec<Word>,
    /// How strongly something binds, the weakest first.
    pub forces: Vec<ForceEntry>,
    /// Why a check can be unknown.
    pub reasons: Vec<ReasonEntry>,
}

/// One check.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckEntry<'a> {
    /// Its id.
    pub id: &'a str,
    /// The question.
    pub asks: &'a str,
    /// The harm or the duty behind it.
    pub why: &'a str,
    /// What to do while it is open; left out where the sentence holds values of a dossier, which then stands with each finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// What is wrong when it is not met; left out where it cannot be not met, or where the sentence holds values of a dossier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<String>,
    /// What to say when nobody has answered, where that is not what the reason `unsaid` says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unanswered: Option<String>,
    /// The decision by which it is due.
    pub gate: Gate,
    /// The decision after which it is no longer asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Gate>,
    /// Who must act.
    pub who: Role,
    /// The support it demands, beyond an assertion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needs: Option<Needs>,
    /// The kinds of document that can show it; any, if left out.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub evidence: &'a [EvidenceKind],
    /// What it rests on, beside its items: citations, by number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<usize>,
    /// The items that name it, by number.
    pub items: Vec<usize>,
    /// The answers that decide it, as paths, up to the first list on the way; what is worked out is not among them.
    pub reads: Vec<String>,
}

/// One item of a source.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemEntry<'a> {
    /// The source's id, such as `A3-01`.
    pub id: &'a str,
    /// The source, by number.
    pub source: usize,
    /// The area it belongs to in the source; left out where it is that of its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<&'a str>,
    /// The topic within the area; left out where it is that of its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<&'a str>,
    /// The question.
    pub asks: &'a str,
    /// How strongly it binds, where nothing else is said of the nation.
    pub force: Force,
    /// How strongly it binds in a nation where that differs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub force_in: Vec<ForceIn>,
    /// The nations it applies in; left out where they are those of its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nations: Option<&'a [Nation]>,
    /// The citation, by number; left out where it is that of its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<usize>,
    /// What a reader should know of the source here, such as a slip in its print: a note, by number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<usize>,
    /// Its parts; each must be closed.
    pub parts: Vec<PartEntry<'a>>,
}

/// How strongly an item binds in one nation.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ForceIn {
    /// The nation.
    pub nation: Nation,
    /// The force.
    pub force: Force,
}

/// One part of an item.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartEntry<'a> {
    /// Its id, such as `A3-01b`.
    pub id: &'a str,
    /// The question; left out where it is that of the item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asks: Option<&'a str>,
    /// What kind of answer closes it.
    pub kind: PartKind,
    /// The ids of its checks.
    pub checks: Vec<&'a str>,
}

/// One source.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry<'a> {
    /// Its id; the pack of that id, in `run.packs`, says the rest.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The nations that it covers; all, if left out.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub nations: &'a [Nation],
    /// The area of its items, unless they say otherwise.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub area: &'a str,
    /// The topic of its items, unless they say otherwise.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub topic: &'a str,
    /// The citation of its items, by number, unless they say otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<usize>,
}

/// One table of training outcomes.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableEntry<'a> {
    /// Its id, such as `T2`.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The source, by number.
    pub source: usize,
    /// The decision by which its training is due.
    pub gate: Gate,
    /// Who sees to it.
    pub owner: Role,
    /// How strongly it binds, unless the developer has made the training a legal duty.
    pub force: Force,
    /// Its outcomes.
    pub outcomes: Vec<OutcomeEntry<'a>>,
}

/// One outcome of training.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeEntry<'a> {
    /// The source's id, such as `T2-05`.
    pub id: &'a str,
    /// The level to reach; none where the source has lost it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// What the trained person knows or can do.
    pub asks: &'a str,
    /// The question parts that hold what is to be taught.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<&'a str>,
    /// The outcome that says the same in other words: counted once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<&'a str>,
    /// What a reader should know of the source here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'a str>,
}

/// A word with its title and its meaning.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Word {
    /// The word.
    pub id: &'static str,
    /// The word as a reader wants it.
    pub title: String,
    /// What it means.
    pub means: &'static str,
}

/// How strongly something binds.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ForceEntry {
    /// The word.
    pub id: Force,
    /// The word as a reader wants it.
    pub title: &'static str,
    /// What it means.
    pub means: &'static str,
    /// What an open check of this force means for the decision.
    pub severity: Severity,
}

/// Why a check can be unknown.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReasonEntry {
    /// The word.
    pub id: super::Reason,
    /// What it means.
    pub means: &'static str,
    /// What a finding with this reason says; `{asks}` stands for the question of the check. Where it waits, the first answer that
    /// the finding names is what it waits for. Left out where no check has this reason yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<&'static str>,
}
