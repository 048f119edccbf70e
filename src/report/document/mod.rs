//! The document behind `--format json`, `jsonl` and `yaml`: the run and its catalogue once, then a row for each dossier.

mod about;
mod answers;
mod catalogue;
mod cites;
mod compile;
mod facts;
mod findings;
mod groups;
mod make;
mod mistake;
mod opening;
mod outcome;
mod parts;
mod reads;
mod register;
mod row;
mod run;
mod schema;
mod text;
mod whole;

pub use catalogue::Catalogue;
pub use compile::catalogue;
pub use findings::fingerprint;
pub use make::{Origin, Rows};
pub use mistake::Mistake;
pub use outcome::{Outcome, Reason};
pub use row::Row;
pub use run::{Options, Run};
pub use schema::schema;
pub use whole::{Head, Refused, SCHEMA, Whole};
