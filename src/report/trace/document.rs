//! The document of a trace: versioned, with a published schema.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::{Outcome, Support};
use crate::terms::{Force, Nation, PartKind};

/// The version of this document; a change that breaks a reader raises the number.
pub const SCHEMA: &str = "readiness/trace/1";

/// A whole trace.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Trace {
    /// The version of this document's format: `readiness/trace/1`.
    pub schema: String,
    /// The dossier, as it was named on the command line; none for the coverage alone.
    pub file: Option<String>,
    /// The day of the outcomes (ISO 8601).
    pub as_of: Option<String>,
    /// Every source with its statements.
    pub sources: Vec<SourceTrace>,
    /// Every training table with its outcomes.
    pub training: Vec<TrainingTrace>,
}

/// One source.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SourceTrace {
    /// The pack.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its title as printed.
    pub document: String,
    /// The date of the source, as printed.
    pub source_date: String,
    /// For whom it was written.
    pub audience: String,
    /// The licence of its words and of ours.
    pub licence: String,
    /// The nations that it covers; all, if empty.
    pub nations: Vec<Nation>,
    /// Its statements that ask something.
    pub items: Vec<ItemTrace>,
    /// Its statements that only inform.
    pub informs: Vec<InformsTrace>,
}

/// A statement that asks nothing.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InformsTrace {
    /// The source's id.
    pub id: String,
    /// What it tells, in our words.
    pub says: String,
    /// Why nothing is asked.
    pub why: String,
}

/// One statement of a source.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ItemTrace {
    /// The source's id.
    pub id: String,
    /// What it asks, in our words.
    pub asks: String,
    /// How strongly it binds.
    pub force: Force,
    /// The nations in which it is asked; all, if empty.
    pub nations: Vec<Nation>,
    /// Where it stands.
    pub cites: String,
    /// What a reader should know of the source here.
    pub note: Option<String>,
    /// The worst of its parts, for a dossier.
    pub outcome: Option<Outcome>,
    /// Its parts.
    pub parts: Vec<PartTrace>,
}

/// One part of a statement.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PartTrace {
    /// Its id.
    pub id: String,
    /// What it asks.
    pub asks: String,
    /// What kind of answer closes it.
    pub kind: PartKind,
    /// The worst of its checks, for a dossier.
    pub outcome: Option<Outcome>,
    /// Its checks.
    pub checks: Vec<CheckTrace>,
}

/// One check that answers a part.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CheckTrace {
    /// Its id.
    pub id: String,
    /// Its outcome, for a dossier.
    pub outcome: Option<Outcome>,
    /// The support of its answer, when it is met.
    pub support: Option<Support>,
}

/// One training table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TrainingTrace {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its outcomes: those that a training action of the dossier still asks for are open.
    pub outcomes: Vec<OutcomeTrace>,
}

/// One training outcome.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OutcomeTrace {
    /// Its id.
    pub id: String,
    /// What the trained person knows or can do.
    pub asks: String,
    /// The outcome that it repeats: counted once.
    pub same_as: Option<String>,
    /// Whether a training action asks for it, for a dossier; none while nobody has said which part each staff group plays.
    pub open: Option<bool>,
}
