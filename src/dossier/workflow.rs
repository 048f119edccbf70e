//! The section `workflow`: how work changes with the product, and how safety concerns and questions travel.

use super::prelude::*;

/// How work changes with the product, what keeps its use fair, and how safety concerns and questions travel.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct Workflow {
    /// How the work is done without the product. Example: `Chest X-rays are read in order of arrival, emergency first.`. Ask: the clinical lead.
    pub current: Statement,
    /// How the work is done with the product. Example: `The reading list is ordered by the product's priority.`. Ask: the clinical lead.
    pub proposed: Statement,
    /// The place of the product in clinical work. Ask: the clinical lead.
    #[serde(rename = "use")]
    pub place: PlaceInWorkflow,
    /// How the product changes present work and pathways. Ask: the clinical lead.
    pub impact: Impact,
    /// What could become better with the product. Ask: the clinical lead.
    pub opportunities: Opportunities,
    /// Whether more has to be redesigned to gain from the product. Ask: the clinical lead.
    pub redesign: Redesign,
    /// What keeps the use of the product fair, open and equitable. Ask: the equality lead.
    pub ensuring: Ensuring,
    /// How safety concerns and adverse events are reported and acted on. Ask: the clinical safety officer.
    pub safety_reporting: SafetyReporting,
    /// Whom staff ask about the product's use, performance or monitoring. Example: `The AI desk, extension 4410, weekdays 8 to 18; at night the duty PACS engineer.`. Ask: the AI lead.
    pub contact: Statement,
    /// How a decision made with the product is written down. Example: `The report says "listed with AI"; the priority is kept with the examination.`. Ask: the clinical lead.
    pub recording: Statement,
    /// How a patient can question a decision made with the product. Example: `Through PALS; a radiologist answers within ten working days.`. Ask: the patient voice.
    pub patient_queries: Statement,
    /// What staff do when the product contradicts their own view, and who decides in the end. Example: `The radiologist's view stands; a clear contradiction is logged and discussed on Fridays.`. Ask: the clinical lead.
    pub arbitration: Statement,
    /// What keeps staff from losing skills that the product takes over. Example: `One list a week is read without the product.`. Ask: the clinical lead.
    pub deskilling: Statement,
}

/// The place of the product in clinical work.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct PlaceInWorkflow {
    /// The step of clinical work at which the product is used. Example: `Between taking the image and reading it.`. Ask: the clinical lead.
    pub step: Statement,
    /// Whether the reader sees the product's result before or after forming a view. Example: `Priority before the image is opened, nothing more while it is read.`. Ask: the clinical lead.
    pub before_or_after_reader: Statement,
}

/// How the product changes present work and pathways.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Impact {
    /// The change to clinical work and pathways. Example: `Urgent images are read first; the emergency department is phoned sooner.`. Ask: the clinical lead.
    pub clinical: Statement,
    /// The change to administrative work and pathways. Example: `Clerks no longer sort the list by hand.`. Ask: the driver.
    pub administrative: Statement,
}

/// What could become better with the product.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Opportunities {
    /// Work that could become more efficient. Example: `Night images could be read in order of urgency from 7 in the morning.`. Ask: the clinical lead.
    pub workflow: Statement,
    /// Pathways that could become more effective. Example: `Direct referral to the lung clinic when a nodule is reported.`. Ask: the clinical lead.
    pub pathway: Statement,
}

/// Whether more has to be redesigned to gain from the product.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Redesign {
    /// Whether more has to be redesigned, looked at by the adopter. Example: `{is: false, says: "The reading list stays; only its order changes.", reviewed: {by: Dr Ruth Adeyemi, role: clinical_lead, on: 2026-10-07, version: 2.3.0}}`. Ask: the clinical lead.
    pub needed: Answer<bool>,
    /// What is redesigned, by whom and by when. Example: `Evening rota moved by two hours from April, by the rota lead.`. Ask: the driver.
    pub plan: Statement,
}

/// What keeps the use of the product fair, open and equitable.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Ensuring {
    /// What keeps its use fair. Example: `All adults' images go through it, whoever asks for them.`. Ask: the equality lead.
    pub fairness: Statement,
    /// What keeps its use open to patients and staff. Example: `A notice in the X-ray waiting room and a page on our website.`. Ask: the equality lead.
    pub transparency: Statement,
    /// What keeps outcomes equitable among patients. Example: `Time to report is compared by sex, age and ethnicity each quarter.`. Ask: the equality lead.
    pub equity: Statement,
}

/// How safety concerns and adverse events are reported and acted on.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SafetyReporting {
    /// How staff report a safety concern, to whom, and how fast. Example: `In the incident system under "AI", the same day.`. Ask: the clinical safety officer.
    pub concerns: Statement,
    /// Who acts on a concern, how fast, and how the reporter hears of it. Example: `The safety officer within one working day; the reporter gets an answer in a week.`. Ask: the clinical safety officer.
    pub action: Statement,
    /// How an adverse event is reported, outside the organisation too. Example: `By the safety officer through the route of our nation within one working day; the supplier is told.`. Ask: the clinical safety officer.
    pub adverse_events: Statement,
}
