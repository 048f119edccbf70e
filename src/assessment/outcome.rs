//! What can become of a check: met, not met, unknown or not applicable; stated or computed.

use crate::terms::choice;

choice! {
    /// What became of a check, a part or an item; the worst comes first.
    Outcome {
        /// It does not hold.
        NotMet = "not-met",
        /// Nobody has said, or it is not shown.
        Unknown = "unknown",
        /// It holds.
        Met = "met",
        /// It is not asked of this product.
        NotApplicable = "not-applicable",
    }
}

choice! {
    /// Whether an answer was given or worked out.
    How {
        /// The dossier says so.
        Stated = "stated",
        /// The program worked it out from what the dossier says.
        Computed = "computed",
    }
}

impl Outcome {
    /// The worst of several; not applicable only if all are.
    pub fn worst(outcomes: impl IntoIterator<Item = Outcome>) -> Outcome {
        outcomes.into_iter().min().unwrap_or(Outcome::Unknown)
    }

    /// Whether something is still to be done.
    pub fn open(self) -> bool {
        matches!(self, Outcome::NotMet | Outcome::Unknown)
    }

    /// The outcome in words for a reader.
    pub fn words(self) -> &'static str {
        match self {
            Outcome::NotMet => "not met",
            Outcome::Unknown => "unanswered",
            Outcome::Met => "met",
            Outcome::NotApplicable => "does not apply",
        }
    }
}
