//! Rules as data: packs of checks, sources, training and tables, read from TOML and checked against the schema.

mod book;
mod check;
mod condition;
mod consistency;
mod device_class;
mod embedded;
mod pack;
mod pattern;
mod reader;
mod source;
mod table;
mod template;
mod threshold;
mod training;

pub use book::{Book, BookError, load_book};
pub use check::{Check, Gate, Needs};
pub use device_class::{ClassGiven, ClassRule, ImdrfRow};
pub use embedded::EMBEDDED;
pub use pack::Pack;
pub use pattern::{Operand, Pattern};
pub use source::{Force, Informs, Item, Part, PartKind, Severity};
pub use table::{EvidenceRule, Grid, Level, MarkRule, Tables, Verified};
pub use template::{Piece, Template};
pub use threshold::{Threshold, ThresholdStatus};
pub use training::{Audience, Outcome, TrainingTable};
