//! The section `intended_purpose`: what the product is for, for whom and where, what it excludes, and the planned use.

use super::prelude::*;
use crate::terms::DeviceClass;

/// What the maker says the product is for, for whom and where, what it excludes; and how it will be used here.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "supplier"))]
pub struct IntendedPurpose {
    /// The maker's own statement of what the product is for, word for word. Example: `To order adult chest X-rays by suspected urgency, to help radiologists read urgent images first.`. Ask: the supplier.
    pub statement: Statement,
    /// What the product mainly does. Example: `triage`. Ask: the supplier.
    pub function: Answer<PurposeFunction>,
    /// How much its information counts in a clinical decision. Example: `drive`. Ask: the supplier.
    pub information_role: Answer<InformationRole>,
    /// How serious the illness or state is that it informs about. Example: `serious`. Ask: the supplier.
    pub condition_severity: Answer<ConditionSeverity>,
    /// Whether it monitors signs of life whose change could mean immediate danger. Example: `false`. Ask: the supplier.
    pub vital_parameters: Answer<bool>,
    /// Whether it monitors vital processes of the body at all, such as heart rate or breathing. Example: `false`. Ask: the supplier.
    pub vital_processes: Answer<bool>,
    /// Whether it drives another device or influences how one is used. Example: `false`. Ask: the supplier.
    pub drives_device: Answer<bool>,
    /// The class of the device that it drives, where it drives one. Example: `{none: It drives no device.}`. Ask: the supplier.
    pub driven_device_class: Answer<DeviceClass>,
    /// Whether it measures something of a patient and gives it as a figure. Example: `false`. Ask: the supplier.
    pub measuring: Answer<bool>,
    /// What part a human has in each result. Example: `human-in-the-loop`. Ask: the supplier.
    pub autonomy: Answer<Autonomy>,
    /// Who is meant to use it. Example: `[radiographer, radiologist]`. Ask: the supplier.
    pub users: Answer<Vec<Text>>,
    /// The patients it is meant for; of a product about no patient at all, none with the reason. Ask: the supplier.
    pub patients: Patients,
    /// Where it is meant to be used. Example: `[acute hospital radiology]`. Ask: the supplier.
    pub settings: Answer<Vec<Text>>,
    /// The clinical situations it is meant for. Example: `Chest X-rays waiting for a report, from emergency, wards and clinics.`. Ask: the supplier.
    pub scenarios: Statement,
    /// What the maker excludes: patients, images, places. Ask: the supplier.
    pub exclusions: List<Exclusion>,
    /// Other limits of its scope. Example: `It does not look for fractures, and a low priority does not mean a normal image.`. Ask: the supplier.
    pub limits: Statement,
    /// How the product will be used here. Ask: the clinical lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub planned_use: PlannedUse,
}

/// Which patients.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Patients {
    /// The youngest, in years. Example: `18`. Ask: whoever describes the use.
    pub age_min: Answer<f64>,
    /// The oldest, in years. Example: `{none: no upper limit}`. Ask: whoever describes the use.
    pub age_max: Answer<f64>,
    /// Who is included. Example: `[adults with a frontal chest X-ray]`. Ask: whoever describes the use.
    pub include: Answer<Vec<Text>>,
    /// Who is left out. Example: `[children, patients with one lung]`. Ask: whoever describes the use.
    pub exclude: Answer<Vec<Text>>,
}

/// Something the maker excludes.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "what"))]
pub struct Exclusion {
    /// What is excluded. Example: `portable films`. Ask: the supplier.
    pub what: Statement,
    /// What kind of exclusion it is. Example: `image`. Ask: the supplier.
    pub kind: Answer<ExclusionKind>,
    /// Why. Example: `Too few were in the training data.`. Ask: the supplier.
    pub reason: Statement,
}

/// How the product will be used here, to be held against what the maker says it is for.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct PlannedUse {
    /// Where it will be used, in the maker's own words for those places. Example: `[acute hospital radiology]`. Ask: the clinical lead.
    pub settings: Answer<Vec<Text>>,
    /// Who will use it. Example: `[radiologist]`. Ask: the clinical lead.
    pub users: Answer<Vec<Text>>,
    /// The patients it will be used for; none with the reason, where the maker says the same. Ask: the clinical lead.
    pub patients: Patients,
    /// Where the planned use differs from what the maker says. Example: `{none: It differs in nothing.}`. Ask: the clinical lead.
    pub deviations: Statement,
    /// Whether the planned use stays inside what the maker says the product is for. Example: `{judged: acceptable, says: "Adults only; portable films and children are filtered out.", by: clinical_lead, on: 2026-09-15}`. Ask: the clinical lead.
    pub within_purpose: Judgement,
}
