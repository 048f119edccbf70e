//! The team of several professions that brings the product into use, as the section `adopter` holds it.

use super::prelude::*;

choice! {
    /// What a member of the team brings to it.
    Discipline {
        /// The clinical work in which the product is used.
        Clinical = "clinical",
        /// Clinical safety.
        ClinicalSafety = "clinical-safety",
        /// Information governance.
        InformationGovernance = "information-governance",
        /// Information technology and integration.
        InformationTechnology = "information-technology",
        /// Data science and statistics.
        DataScience = "data-science",
        /// Software engineering.
        SoftwareEngineering = "software-engineering",
        /// The security of data and systems.
        CyberSecurity = "cyber-security",
        /// The regulation of medical devices and software.
        Regulation = "regulation",
        /// Education and training.
        Training = "training",
        /// Management, finance and change.
        Management = "management",
        /// The voice of patients and the public.
        PatientVoice = "patient-voice",
        /// Something else.
        Other = "other",
    }
}

/// One member of the team that brings the product into use.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "role"))]
pub struct TeamMember {
    /// The part the person plays in the team, in your own words. Example: `clinical specialist`. Ask: the AI lead.
    pub role: Statement,
    /// What the person brings to the team. Example: `clinical`. Ask: the AI lead.
    pub discipline: Answer<Discipline>,
    /// Full name. Example: `Dr Ruth Adeyemi`. Ask: the AI lead.
    pub name: Statement,
    /// What the person does in the team. Example: `Judges results with two colleagues and speaks for the readers.`. Ask: the AI lead.
    pub task: Statement,
}

/// How the team works together and whom it hears.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct TeamWork {
    /// What the team wants to reach together, and how what one profession knows gets to the others. Example: `Urgent images read within an hour; a weekly meeting and one list of open questions.`. Ask: the AI lead.
    pub objectives: Statement,
    /// What the team answers for: the evaluation, the introduction and the watch on the product, and its advice to those who decide to buy. Example: `It evaluates and watches the product, and its advice goes to the board before each decision.`. Ask: the AI lead.
    pub mandate: Statement,
    /// Who in the team deals with the supplier. Example: `The business manager, with the AI lead for technical questions.`. Ask: the AI lead.
    pub supplier_contact: Statement,
    /// How other experts, patients and the public are heard. Example: `Two patients read every decision paper; a public evening was held in May.`. Ask: the AI lead.
    pub involvement: Statement,
    /// How what was learnt is shared with other projects and sites. Example: `Through the trust's AI board, which meets each quarter.`. Ask: the AI lead.
    pub across_sites: Statement,
    /// Whether the team stands for everybody who buys, adapts, brings in and uses the product, of different seniority, background and ease with technology; `says` names who is missing. Example: `{judged: acceptable, says: "Night staff are heard through their lead.", by: ai_lead, on: 2026-09-15}`. Ask: the AI lead.
    pub represents_all: Judgement,
}
