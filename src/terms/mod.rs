//! The words that many stages share: closed sets of words, and days. They depend on nothing.

mod adoption;
mod choice;
mod clinical_risk;
mod days;
mod device;
mod evidence;
mod people;
mod purpose;
mod study;
mod training;

pub use adoption::{Force, Gate, Keeper, Nation, Needs, PartKind, Severity};
pub use choice::Choice;
pub(crate) use choice::choice;
pub use clinical_risk::{HarmSeverity, HazardStatus, Likelihood, RiskScheme};
pub use days::{Period, long_date, parse_date, parse_period};
pub use device::{DeviceClass, Legislation, MarkKind};
pub use evidence::{EquivalentFor, EvidenceKind, Judgment, Verified};
pub use people::Role;
pub use purpose::{Autonomy, ConditionSeverity, ExclusionKind, InformationRole, PurposeFunction};
pub use study::{Counted, Place, Timing};
pub use training::{Archetype, Assessed, Level};
