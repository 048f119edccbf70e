//! The declarations of the fields of a dossier, and of the facts that are worked out from it.

mod build;
mod declaration;
mod schema;
mod shape;

pub use declaration::{Declarations, Declares};
pub use schema::{Extra, Schema};
pub use shape::{About, Day, Denies, Field, LeafShape, Record, Relations, Scalar, Shape, Words, words_of};
