//! Why a judgement or a review does not count.

use jiff::civil::Date;

use crate::terms::long_date;

/// Why a judgement or a review does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objection {
    /// It is judged uncertain.
    Uncertain,
    /// It does not say who made it.
    Unsigned,
    /// The supplier made it.
    BySupplier,
    /// It does not say when it was made.
    Undated,
    /// It is dated after the day of the report.
    Ahead(Date),
    /// Nobody has said when this version was released.
    ReleaseUnknown,
    /// It was made before this version was released.
    BeforeRelease {
        /// When it was made.
        made: Date,
        /// When the version was released.
        released: Date,
    },
}

impl Objection {
    /// The objection as the end of a sentence that begins "Answered, but".
    pub fn words(self) -> String {
        match self {
            Objection::Uncertain => "it is judged uncertain".into(),
            Objection::Unsigned => "it does not say who made it".into(),
            Objection::BySupplier => "the supplier made it, and it is yours to make".into(),
            Objection::Undated => "it does not say when it was made".into(),
            Objection::Ahead(made) => format!("it is dated {}, after the day of this report", long_date(made)),
            Objection::ReleaseUnknown => {
                "the dossier does not say when this version was released, so nobody can tell whether it was made for it".into()
            }
            Objection::BeforeRelease { made, released } => {
                format!("it was made on {}, before this version was released ({})", long_date(made), long_date(released))
            }
        }
    }
}
