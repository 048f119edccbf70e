//! Traces every statement of every source to its checks: coverage by itself, or the outcomes for one dossier (a consultant's annex).

mod document;
mod draw;
mod make;

pub use document::{CheckTrace, InformsTrace, ItemTrace, OutcomeTrace, PartTrace, SCHEMA, SourceTrace, Trace, TrainingTrace};
pub use draw::terminal;
pub use make::trace;
