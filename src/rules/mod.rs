//! Rules as data: packs of checks, sources, training and tables, read from TOML and checked against the schema.

mod book;
mod check;
mod condition;
mod consistency;
mod embedded;
mod load;
mod pack;
mod pattern;
mod source;
mod template;
mod training;
mod whens;

pub use book::Book;
pub use check::Check;
pub use embedded::EMBEDDED;
pub use load::{BookError, load_book, load_book_of};
pub use pack::Pack;
pub use pattern::{Contradiction, FieldRead, Marker, Operand, Pattern, When};
pub use source::{Informs, Item, Part};
pub use template::{Piece, Template};
pub use training::TrainingTable;
