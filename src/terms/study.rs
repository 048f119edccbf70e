//! The words of studies: where data came from, whether they looked back, and which people are counted here.

use super::choice::choice;

choice! {
    /// Where the data of a study came from.
    Place {
        /// From the developer's own data, kept back from training.
        Internal = "internal",
        /// From somewhere else than the training data.
        External = "external",
        /// From the adopter's own patients.
        Local = "local",
    }
}

choice! {
    /// Whether a study looked back or forward.
    Timing {
        /// On cases already there.
        Retrospective = "retrospective",
        /// On cases as they came, planned before.
        Prospective = "prospective",
    }
}

choice! {
    /// Whom the shares of a population count.
    Counted {
        /// Patients who had the examination here.
        Patients = "patients",
        /// People who live in the area, who may differ from those who come.
        Residents = "residents",
    }
}
