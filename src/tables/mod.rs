//! Dated tables, read from TOML: which documents expire, which marks are recognised, which risks are acceptable, which
//! class follows from a purpose, thresholds, and the outcomes of training.

mod dated;
mod device_class;
mod documents;
mod grids;
mod marks;
mod outcomes;
mod thresholds;
mod verified;

pub use dated::Tables;
pub use device_class::{ClassGiven, ClassRule, ImdrfRow};
pub use documents::EvidenceRule;
pub use grids::{Grid, RiskLevel};
pub use marks::MarkRule;
pub use outcomes::{Audience, LearningOutcome, OutcomeTable, read_outcomes};
pub use thresholds::{Threshold, ThresholdStatus};
