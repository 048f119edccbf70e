//! The declarations of the fields of a dossier, and of the facts that are worked out from it.

mod declaration;
mod schema;
mod shape;

pub use declaration::{Declarations, RESERVED};
pub use schema::{Extra, Schema, words_of};
pub use shape::{About, Day, Denies, Field, LeafShape, Record, Relations, Scalar, Shape, Words};
