//! Part of the section `local`: what is different here, and the tests of the product in place before it is used.

use super::prelude::*;

/// Why the product could do less well here than elsewhere.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Circumstances {
    /// Buildings, equipment and IT here that could lower its performance, and what is missing. Example: `Two scanners from 2011; the network at one site is slow in the morning.`. Ask: the IT lead.
    pub infrastructure: Statement,
    /// Habits and attitudes here that could lower its performance. Example: `Readers are used to choosing their own images.`. Ask: the clinical lead.
    pub culture: Statement,
    /// Number, skills and turnover of the staff who use it. Example: `Three of eight readers are new each August.`. Ask: the clinical lead.
    pub workforce: Statement,
    /// What sets the patients here apart. Example: `{none: "Age, sex and illness are as in the studies."}`. Ask: the clinical lead.
    pub patients: Statement,
}

/// The tests of the product in this place before it is used.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct LocalTesting {
    /// Which tests are done, by whom, when, and how long it takes until the result can be trusted: own data, groups of patients, stress, calibration, a study over time, or why one of them is left out. Example: `1,200 images in September; six weeks in silent mode after that; no calibration, as the thresholds are fixed.`. Ask: the AI lead.
    pub activities: Statement,
    /// Whether the developer or seller has agreed to these tests. Example: `{is: true, says: "Letter of 12 August 2026."}`. Ask: the AI lead.
    pub agreed_with_developer: Answer<bool>,
    /// Whether the product took in data of this place and performed at the level expected; `says` tells on which data. Example: `{judged: acceptable, says: "All 1,200 images were ranked; both findings above the level agreed.", by: ai_lead, on: 2026-09-18}`. Ask: the AI lead.
    pub performance: Judgement,
    /// Whether it performs well enough in each group of patients here; `says` names the groups, or why they could not be looked at. Example: `{judged: acceptable, says: "Women, men and the over-85s; no difference beyond chance.", by: ai_lead, on: 2026-09-18}`. Ask: the AI lead with the equality lead.
    pub groups: Judgement,
    /// Whether it holds under this place's own load and workflow and keeps its clinical times; `says` tells how that was tried. Example: `{judged: acceptable, says: "A Monday's 210 images in one hour; the slowest took 70 seconds.", by: it_lead, on: 2026-09-17}`. Ask: the IT lead with the clinical lead.
    pub stress: Judgement,
    /// The setting of the product to this place. Ask: the AI lead with the supplier.
    pub calibration: Calibration,
    /// Whether it was studied over a longer time, or beside live work with nobody seeing its output, on a wide sample of patients here. Example: `{is: true, says: "9,600 images of two years, month by month."}`. Ask: the AI lead.
    pub over_time: Answer<bool>,
    /// Whether it is understood well enough how change over time affects its performance; `says` tells what the study showed. Example: `{judged: acceptable, says: "New scanner software in March raised false alarms by two in 100.", by: ai_lead, on: 2026-10-19}`. Ask: the AI lead.
    pub drift: Judgement,
}

/// The setting of the product's parameters to this place.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Calibration {
    /// Whether settings of the product can be changed here to make it perform better, such as a threshold. Example: `{is: false, says: "All thresholds are fixed by its maker."}`. Ask: the supplier.
    pub adjustable: Answer<bool>,
    /// Which settings were tried, and which were chosen. Example: `Thresholds 0.30 to 0.40 tried on 300 images; left at 0.35.`. Ask: the AI lead.
    pub settings: Statement,
    /// The level below which performance may not fall while settings are changed. Example: `Sensitivity of 0.90 for each finding.`. Ask: the clinical safety officer.
    pub safe_level: Statement,
    /// Whether performance stayed at or above that level all the while. Example: `{is: true, says: "No patient's care depended on it."}`. Ask: the AI lead.
    pub stayed_safe: Answer<bool>,
}
