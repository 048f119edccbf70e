//! Rules as data: packs of checks, sources, training and tables, read from TOML and checked against the schema.

mod book;
mod check;
mod condition;
mod consistency;
mod embedded;
mod pack;
mod pattern;
mod source;
mod template;
mod training;

pub use book::{Book, BookError, load_book, load_book_of};
pub use check::Check;
pub use embedded::EMBEDDED;
pub use pack::Pack;
pub use pattern::{Operand, Pattern};
pub use source::{Informs, Item, Part};
pub use template::{Piece, Template};
pub use training::TrainingTable;
