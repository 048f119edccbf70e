//! What the program computes with of the section `data_protection`; `rules/dossier/data_protection.toml` declares all of it.

use super::answer::{Answer, List};
use super::view::view;

view! {
    /// Personal data: why they may be used, who is responsible, and how people's privacy is protected.
    DataProtection {
        /// Whether personal data, or data on people who have died, are used by the product or can be reached by its supplier, remote support included.
        personal_data: Answer<bool>,
        /// What personal data are used for, one entry for each purpose; each has a lawful basis of its own.
        purposes: List<()>,
        /// Decisions about patients that the product takes without a human who truly takes part.
        automated_decisions: AutomatedDecisions,
        /// The adopter's own registration with the ICO.
        registration: Registration,
        /// How people complain about the use of their data.
        complaints: DataComplaints,
    }
}

view! {
    /// Decisions about patients that the product takes without a human who truly takes part.
    AutomatedDecisions {
        /// Whether it decides anything about a patient without a human who truly takes part.
        solely_automated: Answer<bool>,
    }
}

view! {
    /// The adopter's own registration with the ICO.
    Registration {
        /// The fee last paid, in pounds, without a discount.
        fee_paid: Answer<u64>,
    }
}

view! {
    /// How people complain about the use of their data.
    DataComplaints {
        /// Within how many days a complaint is acknowledged.
        acknowledged_within_days: Answer<u64>,
    }
}
