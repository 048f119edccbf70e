//! Thresholds by which figures are looked at, each with its status: nobody has set numbers for the NHS.

use super::verified::verified;
use crate::terms::{Verified, choice};
use crate::text::{Diagnostic, Text, TomlFile, TomlTable};

choice! {
    /// Who stands behind a threshold.
    ThresholdStatus {
        /// The law sets it.
        Law = "law",
        /// The field agrees on it.
        Consensus = "consensus",
        /// It is passed on from hand to hand.
        RuleOfThumb = "rule-of-thumb",
        /// A published program takes it unless told otherwise.
        PackageDefault = "package-default",
        /// Whoever wrote the pack chose it.
        HouseChoice = "house-choice",
    }
}

/// One threshold.
#[derive(Debug, Clone)]
pub struct Threshold {
    /// Its name.
    pub id: Text,
    /// The number.
    pub value: f64,
    /// Who stands behind it.
    pub status: ThresholdStatus,
    /// What it is the threshold of.
    pub says: Text,
    /// Where it comes from.
    pub source: Text,
    /// How far it was verified, where it is a fact of the law.
    pub verified: Option<Verified>,
}

impl Threshold {
    /// `0.2 (house choice)`; where somebody else stands behind it, with the source.
    pub fn words(&self) -> String {
        let source = if self.status == ThresholdStatus::HouseChoice { String::new() } else { format!(": {}", self.source) };
        format!("{} ({}{source})", self.value, self.status.as_str().replace('-', " "))
    }
}

/// Reads the thresholds of a file.
pub(super) fn read_thresholds(file: &TomlFile<'_>) -> Vec<Threshold> {
    let threshold = |table: &TomlTable<'_, '_>| {
        let status = table.required_choice::<ThresholdStatus>("status").unwrap_or(ThresholdStatus::HouseChoice);
        let text = table.text("value");
        let value = text.parse::<f64>().ok().filter(|value| value.is_finite() && *value > 0.0);
        if value.is_none() {
            file.report(Diagnostic::new("`value` is a number above 0", table.place(), "in this table"));
        }
        let threshold = Threshold {
            id: table.text("id"),
            value: value.unwrap_or(1.0),
            status,
            says: table.text("says"),
            source: table.text("source"),
            verified: table.get("verified").map(|_| verified(table)),
        };
        table.finish();
        threshold
    };
    file.tables("threshold").iter().map(threshold).collect()
}
