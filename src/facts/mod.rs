//! Facts: what can be worked out from a dossier, the state of its evidence, dated tables and a date.
//! Pure: disk and clock are read before. A fact without its inputs is unknown, and says why.

mod acceptance;
mod accuracy;
mod asides;
mod census;
mod class;
mod clinical_safety;
mod consistency;
mod counts;
mod coverage;
mod data_protection;
mod device;
mod documents;
mod evidence;
mod fact;
mod files;
mod fit;
mod hazards;
mod here;
mod inputs;
mod local_validation;
mod marks;
mod pair;
mod phrase;
mod population;
mod purpose;
mod report;
mod reported;
mod seen;
pub mod statistics;
mod studied;
mod studies;
mod subgroups;
mod trained;
mod training;
mod versions;
mod work_out;

pub use census::wanted_tables;
pub use evidence::{Document, Register, Standing};
pub use fact::{Fact, Name, Note, Notes, Rows, Written};
pub use files::{FileState, Files, wanted_files};
pub use inputs::Inputs;
pub use seen::{Declared, FactField, FactKind, FactList, FactRecord, FactRef, FactScalar, FactValue, Seen};
pub use trained::{Bounds, Done, Outdated, Teaching, Trained, needs};
pub use versions::Versions;
pub use work_out::{Facts, Known, work_out};
