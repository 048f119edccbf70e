//! The part `monitoring.reporting`: where adverse incidents with a device are reported, which nation's route that is, and what counts as one.

use super::prelude::*;

/// Where adverse incidents are reported outside the organisation, how fast, and what counts as one.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Reporting {
    /// Only in Scotland: whether the product is used in a private facility that cares for private clients, which reports by other routes. Example: `false`. Ask: the driver.
    pub private_facility: Answer<bool>,
    /// Every place outside the organisation to which your procedure sends a report of an adverse incident with a device: Yellow Card in England and Wales; Health Facilities Scotland in Scotland, or Yellow Card and the Care Inspectorate from a private facility there. Example: `[yellow-card]`. Ask: the clinical safety officer.
    pub routes: Answer<Vec<ReportRoute>>,
    /// Only in Northern Ireland: what the MHRA answered when it was asked how to report from there, and when that was. Example: `Asked on 2 September 2026; told by mail on 9 September where and how to report.`. Ask: the clinical safety officer.
    pub mhra_advice: Statement,
    /// Whether every suspected adverse incident is reported as soon as possible, without waiting until its cause is known. Example: `true`. Ask: the clinical safety officer.
    pub without_delay: Answer<bool>,
    /// Whether the developer is told of every safety concern and incident as well. Example: `true`. Ask: the clinical safety officer.
    pub developer_told: Answer<bool>,
    /// Whether staff decide by the three questions what is reported: did something happen, or did a test, the supplier's information or science show what could lead to it; may the device have had a part in it; did somebody die or become seriously worse, or might they have. Example: `true`. Ask: the clinical safety officer.
    pub three_criteria: Answer<bool>,
    /// Whether an event that hurt nobody is reported too, where somebody might die or become seriously worse if it happened again. Example: `true`. Ask: the clinical safety officer.
    pub near_misses: Answer<bool>,
}

choice! {
    /// A place outside the organisation to which adverse incidents with devices are reported.
    ReportRoute {
        /// The Yellow Card scheme of the MHRA.
        YellowCard = "yellow-card",
        /// Health Facilities Scotland, as the guidance of January 2023 names it; ask for its present name and address.
        HealthFacilitiesScotland = "health-facilities-scotland",
        /// The Care Inspectorate in Scotland.
        CareInspectorate = "care-inspectorate",
        /// Another place.
        Other = "other",
    }
}
