//! The declarations of the fields of a dossier, and of the facts that are worked out from it.

mod shape;

pub use shape::{Field, LeafShape, Record, Scalar, Shape};
