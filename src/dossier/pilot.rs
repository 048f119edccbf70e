//! The pilot, at `local.pilot`: the trial before routine use, its plan and its result.

use super::prelude::*;

choice! {
    /// How the product is tried.
    PilotMode {
        /// Beside live work, with nobody seeing the output.
        Silent = "silent",
        /// In live work, so that patients' care may change.
        Live = "live",
    }
}

/// The trial before routine use.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Pilot {
    /// Whether there is a trial before routine use. Example: `{is: false, says: "Three sister trusts have tried it."}`. Ask: the driver.
    #[schemars(extend("x-switch" = ["local.pilot.from", "local.pilot.result"]))]
    pub planned: Answer<bool>,
    /// How the product is tried. Example: `live`. Ask: the AI lead.
    pub mode: Answer<PilotMode>,
    /// Where, on which patients and by whom it is used. Example: `Nymouth General only, all adults, eight readers.`. Ask: the AI lead.
    pub scope: Statement,
    /// Which data are collected, by whom, and how they are kept. Example: `Priority, report and times, by the AI desk, kept with the image.`. Ask: the AI lead.
    pub data_plan: Statement,
    /// What counts as success or failure, said before it begins. Example: `At least 85 of 100 urgent images reported within an hour, and nobody harmed.`. Ask: the AI lead with the clinical lead.
    pub success: Statement,
    /// The first day. Example: `2026-11-02`. Ask: the AI lead.
    pub from: Answer<Date>,
    /// The last day. Example: `2026-12-31`. Ask: the AI lead.
    pub to: Answer<Date>,
    /// Who does what in it, here and at the supplier, and who may stop it. Example: `Readers log misses; the supplier mends faults within a day; the safety officer may stop it.`. Ask: the AI lead.
    pub roles: Statement,
    /// What it is to find out: risks and technical trouble, what changes in care and in other work and whether that brings new risks, the best use, what to adjust, how to watch the product later. Example: `[how often the link fails, whether evening lists grow, which figures to watch later]`. Ask: the AI lead with the clinical lead.
    pub aims: Answer<Vec<Text>>,
    /// How much data it needs, and why that is enough to decide. Example: `Two months, about 160 collapsed lungs; the share reported within an hour is then known to within 6 points.`. Ask: the AI lead.
    pub sample: Statement,
    /// How the data are analysed, and with what they are compared. Example: `Median time to report against the same months of 2025, by age, sex and scanner.`. Ask: the AI lead.
    pub analysis: Statement,
    /// Which data show what the product does. Ask: the AI lead.
    pub shows: PilotData,
    /// The published guidance that its design or report follows, such as NICE's real-world evidence framework, NICE's evidence standards framework or DECIDE-AI; when there is none, none with the reason. Example: `[NICE real-world evidence framework, DECIDE-AI]`. Ask: the AI lead.
    pub guidance: Answer<Vec<Text>>,
    /// What must be in place before the first day and who sees to it: equipment, links, settings, staff, support, fall-back. Example: `Links tested, fall-back rehearsed, readers trained; the IT lead signs the list.`. Ask: the IT lead with the AI lead.
    pub deployment: Statement,
    /// What users and patients in it are told, taught and asked to agree to. Example: `Readers take the course first; notices tell patients; consent is not asked, for the reasons in the impact assessment.`. Ask: the clinical lead.
    pub information: Statement,
    /// Whether the plan is good enough to decide by its result; `says` gives the reasons. Example: `{judged: acceptable, says: "Two months give enough urgent images, and it can be stopped in a minute.", by: clinical_lead, on: 2026-10-20}`. Ask: the clinical lead.
    pub plan_good_enough: Judgement,
    /// Whether its result is good enough to go on, by what was to count as success; `says` gives the figures. Example: `{judged: acceptable, says: "88 of 100 urgent images reported within an hour, and nobody harmed.", by: clinical_lead, on: 2027-01-08}`. Ask: the clinical lead.
    pub result: Judgement,
}

/// Which data show what the product does.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct PilotData {
    /// Data on clinical or care outcomes. Example: `Minutes from image to report, misses and any harm.`. Ask: the clinical lead.
    pub outcomes: Statement,
    /// Data on the experience of patients or service users; when it cannot reach them, none with the reason. Example: `Questions and complaints, and ten interviews by the patients' panel.`. Ask: the patient voice.
    pub patients: Statement,
    /// Data on the experience of the professionals who use it. Example: `A survey of all readers in weeks two and eight.`. Ask: the clinical lead.
    pub professionals: Statement,
    /// Data on efficiency won or lost, on running the service, on money and on cost effectiveness. Example: `Minutes of sorting saved, reports in each session, and what was spent against the plan.`. Ask: the driver.
    pub value: Statement,
}
