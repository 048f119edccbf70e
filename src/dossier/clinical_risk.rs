//! Part of the section `clinical_safety`: the organisation's clinical risk management system, and risk beyond the start of use.

use super::prelude::*;

/// How clinical risk is managed in the organisation, whatever the product.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct RiskSystem {
    /// The document that describes it: the activities, such as workshops, logs and reviews, and the records they leave. Example: `crm-system-a`. Ask: the clinical safety officer.
    pub document: Answer<EvidenceId>,
    /// Who decides on clinical risk, who approves what, and which board hears of it. Example: `The safety officer approves each version; the quality committee hears of every open risk each quarter.`. Ask: the clinical safety officer.
    pub governance: Statement,
}

/// How clinical risk management reaches beyond the start of use.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct WholeLife {
    /// Which hazards of maintenance and updates are managed, and how. Example: `H2 covers patching; each update is tried on the test gateway first.`. Ask: the clinical safety officer with the IT lead.
    pub maintenance: Statement,
    /// Which hazards of retiring the product are managed, and how. Example: `A hazard workshop six months before the last day; H2 covers the way back.`. Ask: the clinical safety officer.
    pub decommissioning: Statement,
    /// How the risk assessment is watched after the start of use, and who revises it, when. Example: `Misses are read each Monday; the safety officer revises the log each quarter and after every incident.`. Ask: the clinical safety officer with the monitoring lead.
    pub after_start: Statement,
}
