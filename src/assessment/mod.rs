//! The assessment: what holds of one dossier, check by check, item by item, and the verdict for a gate.
//! Pure: the same inputs give the same assessment. Every count, place and verdict is made here.

mod action;
mod again;
mod asked;
mod assess;
mod brief;
mod case;
mod check;
mod circumstances;
mod evaluate;
mod evaluation;
mod finding;
mod kinds;
mod lapse;
mod memo;
mod objection;
mod open_parts;
mod outcome;
mod place;
mod said;
mod scene;
mod spot;
mod support;
mod switch;
mod training;
mod truth;
mod values;
mod verdict;
mod words;

pub use action::TrainingAction;
pub use again::answered_once;
pub use assess::{Assessment, ItemResult, PartResult, SwitchedOff};
pub use case::{Asked, Case};
pub use check::assess_check;
pub use circumstances::Circumstances;
pub use evaluation::{At, Doubt, Evaluation, Read, Support};
pub use finding::{Finding, Reason};
pub use lapse::{HORIZON, Lapse};
pub use objection::Objection;
pub use outcome::{How, Outcome};
pub use place::{Place, place, place_of};
pub use scene::Scene;
pub use truth::Truth;
pub use verdict::{Counts, SupportCounts, Verdict};
pub use words::{Phrase, action, message, said, title_case};
