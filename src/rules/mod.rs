//! Rules as data: packs of checks, sources, training and tables, read from TOML and checked against the schema.

mod book;
mod check;
mod condition;
mod consistency;
mod load;
mod pack;
mod pattern;
mod print;
mod source;
mod template;
mod training;
mod whens;

pub use book::{Book, Naming, SharedCondition};
pub use check::Check;
pub use load::{BookError, add_packs, read_book};
pub use pack::Pack;
pub use pattern::{Contradiction, FieldRead, Marker, Operand, Pattern, When};
pub use print::{Prints, print};
pub use source::{Informs, Item, Part};
pub use template::{Piece, Template};
pub use training::TrainingTable;
