//! The assessment: what holds of one dossier, check by check, item by item, and the verdict for a gate.
//! Pure: the same inputs give the same assessment. Every count, place and verdict is made here.

mod asked;
mod assess;
mod case;
mod evaluate;
mod lapse;
mod outcome;
mod scene;
mod support;
pub mod training;
mod truth;
mod values;
mod verdict;
mod words;

pub use assess::{Assessment, ItemResult, PartResult, SwitchedOff};
pub use case::{Asked, Case};
pub use evaluate::{Doubt, Evaluation, Evaluator, Mode, Read};
pub use lapse::{HORIZON, Lapse};
pub use outcome::{Finding, How, Outcome, Place, Reason, assess_check};
pub use scene::Scene;
pub use support::Support;
pub use training::TrainingAction;
pub use truth::Truth;
pub use verdict::{Counts, SupportCounts, Verdict};
pub use words::{Phrase, title_case};
