//! Data protection: whether complaints about the use of data are acknowledged in time.

use super::Inputs;
use super::fact::{Fact, facts};

facts! {
    /// Data protection.
    DataProtectionFacts {
        /// That complaints about the use of data are acknowledged within the days in force. Later is a question and no failure,
        /// since that law was read in descriptions only.
        complaints_in_time: Fact<bool>,
    }
}

/// The facts of data protection.
pub(super) fn data_protection(inputs: Inputs<'_>) -> DataProtectionFacts {
    let days = &inputs.dossier.data_protection.complaints.acknowledged_within_days;
    let limit = inputs.tables.threshold("complaint-acknowledgement-days");
    let complaints_in_time = match (days.get(), limit) {
        (Some(said), Some(limit)) => {
            let why =
                format!("complaints are acknowledged within {said} days; in force are {} {} ({})", limit.value, limit.says, limit.source);
            match *said as f64 <= limit.value {
                true => Fact::is(true, [days.node], why),
                false => Fact::unknown([days.node], why),
            }
        }
        (None, _) => Fact::unknown([days.node], "the dossier does not say within how many days a complaint is acknowledged"),
        (_, None) => Fact::unknown([days.node], "no table says within how many days a complaint is to be acknowledged"),
    };
    DataProtectionFacts { complaints_in_time }
}
