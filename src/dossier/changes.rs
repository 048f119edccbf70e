//! The part `lifecycle.change_arrangements`: what is arranged beforehand for changes of the product and of what surrounds it.

use super::prelude::*;

/// What is arranged beforehand for changes of the product and of what surrounds it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ChangeArrangements {
    /// What is agreed with the developer for as long as the product is in use: who tells whom of a change, how long before, who tests, who decides, and how you help it to look into a fault and to mend it. Example: `Sixty days' notice either way; both test; we give logs and a reader's time to an investigation.`. Ask: the contracts lead.
    pub agreement: Statement,
    /// How a change of your own that could affect the product is noticed and planned with the developer: systems and infrastructure, ways of working, patients, recommended use. Example: `The change form asks about it; an update of the operating system is planned with the supplier.`. Ask: the IT lead.
    pub own_changes: Statement,
    /// Whether the developer is told of every such change before it is made. Example: `true`. Ask: the IT lead.
    pub developer_told: Answer<bool>,
    /// Whether the developer is asked, before the use changes, if it needs a new approval for that. Example: `true`. Ask: the AI lead.
    pub approval_asked: Answer<bool>,
    /// How users learn of a change and of the way it is kept safe, and whom they tell of a difficulty or concern after it. Example: `By mail a week before; concerns go to the AI desk the same day.`. Ask: the training lead.
    pub users_told: Statement,
    /// What the developer can get after a major change, a safety investigation or an incident, down to what went in and what came out, and how personal data are kept out of it or lawfully shared. Example: `Input, output and version of the case from the log, without names.`. Ask: the monitoring lead with the data protection officer.
    pub data_for_developer: Statement,
    /// How patients are kept safe while a known fault waits for its update. Example: `The safety officer decides the same day between a stop, a narrower use and a second reading.`. Ask: the clinical safety officer.
    pub known_fault: Statement,
    /// Whether the product is watched, and its changes are handled, as DCB0160 and your safety case ask: risk management and safety monitoring for each, clinical safety evaluated again where the product or its surroundings change significantly. Example: `{judged: acceptable, says: "The hazard log is revised before each change goes live.", by: clinical_safety_officer, on: 2026-09-10}`. Ask: the clinical safety officer.
    pub clinical_risk: Judgement,
    /// Where your organisation made the device itself: how it meets the duties of a developer when the device changes. Example: `The device unit keeps the technical file and decides with the quality manager.`. Ask: the AI lead.
    pub as_developer: Statement,
}
