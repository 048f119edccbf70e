//! The dossier: its files become one tree, walked with the declarations once; and small typed views of what the facts compute with.

pub mod adopter;
pub mod answer;
mod attestation;
mod bind;
mod blank;
mod bound;
pub mod clinical_safety;
pub mod data_protection;
pub mod dtac;
pub mod evidence;
mod facets;
mod head;
mod impossible;
pub mod intended_purpose;
mod json_schema;
mod load;
pub mod local;
mod mistakes;
mod overlay;
pub mod product;
pub mod regulation;
mod relations;
mod scalar;
mod stated;
pub mod training;
pub mod validation;
mod view;

pub use attestation::Attestation;
pub use blank::blank;
pub use bound::{Bound, Place, State};
pub(crate) use impossible::same_setting;
pub use json_schema::json_schema;
pub use load::{Loaded, Unreadable, load, load_tree};
pub use stated::Dossier;
