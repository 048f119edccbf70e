//! The document as a whole: its head, which is also the first line of `jsonl`, then row by row, then what could not be read.

use schemars::JsonSchema;
use serde::Serialize;

use super::catalogue::Catalogue;
use super::mistake::Mistake;
use super::row::Row;
use super::run::Run;

/// The version of this document; a change that breaks a reader raises the number.
pub const SCHEMA: &str = "readiness/report/2-draft";

/// A report: what was run and asked, and a row for each dossier. Lines of `jsonl` are a `Head`, then for each dossier a `Row` or
/// `Refused`.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Whole<'s> {
    /// The version of this document's format.
    #[schemars(extend("const" = SCHEMA))]
    pub schema: &'static str,
    /// The run that it comes from.
    pub run: Run<'s>,
    /// What was asked, once for the run.
    pub catalogue: Catalogue<'s>,
    /// One row for each dossier, in the order they were given.
    pub dossiers: Vec<Row<'s>>,
    /// The mistakes of dossiers that could not be assessed, in the order they were found.
    pub unreadable: Vec<Mistake>,
}

/// The head of a report: the first line of `jsonl`.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Head<'s> {
    /// The version of this document's format.
    #[schemars(extend("const" = SCHEMA))]
    pub schema: &'static str,
    /// The run that it comes from.
    pub run: Run<'s>,
    /// What was asked, once for the run.
    pub catalogue: Catalogue<'s>,
}

/// A dossier that could not be assessed: a line of `jsonl`.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    /// Its mistakes.
    pub unreadable: Vec<Mistake>,
}

impl<'s> Head<'s> {
    /// The head of a run.
    pub fn new(run: Run<'s>, catalogue: Catalogue<'s>) -> Head<'s> {
        Head { schema: SCHEMA, run, catalogue }
    }
}
