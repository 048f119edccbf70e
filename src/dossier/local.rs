//! The section `local`: the patients here, what sets this place apart, local validation and the pilot.

use super::pilot::Pilot;

use super::local_testing::{Circumstances, LocalTesting};
use super::prelude::*;

/// The patients here, what sets this place apart, local validation and the pilot.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct Local {
    /// How many cases a year would go through the product here. Example: `52000`. Ask: the clinical lead.
    pub volume_per_year: Answer<u64>,
    /// How common each finding is here. Ask: the clinical lead.
    pub targets: List<LocalTarget>,
    /// The people on whom it would be used here. Ask: the AI lead.
    pub population: LocalPopulation,
    /// Why the product could do less well here than elsewhere, under four heads. Ask: the clinical lead with the IT lead.
    pub circumstances: Circumstances,
    /// Whether the people in the published studies are enough like those here. Example: `{judged: acceptable, says: "Ours are older by four years; nothing else differs.", by: ai_lead, on: 2026-09-15}`. Ask: the AI lead with the clinical lead.
    pub represents_us: Judgement,
    /// Validation on this place's own cases. Ask: the AI lead.
    pub validation: LocalValidation,
    /// The tests of the product in this place before it is used, whether or not it holds AI. Ask: the AI lead.
    pub testing: LocalTesting,
    /// What else is done about the product's limitations. Ask: the AI lead with the clinical lead.
    pub other_actions: OtherActions,
    /// The trial before routine use, or the reason why there is none. Ask: the AI lead.
    pub pilot: Pilot,
}

/// How common one finding is here.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "target"))]
pub struct LocalTarget {
    /// The finding, named as in the studies. Example: `pneumothorax`. Ask: the clinical lead.
    pub target: Statement,
    /// The share of cases here that have it, from 0 to 1. Example: `0.02`. Ask: the clinical lead.
    pub prevalence: Answer<Share>,
    /// Where that share comes from. Example: `Reports of January to June 2025, counted by hand.`. Ask: the clinical lead.
    pub source: Statement,
}

/// The people on whom the product would be used here.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct LocalPopulation {
    /// Who was counted. Example: `patients`. Ask: the AI lead.
    pub of: Answer<Counted>,
    /// Where the shares come from. Example: `Our image archive, all chest X-rays of adults in 2025.`. Ask: the AI lead.
    pub source: Statement,
    /// A table of shares to read instead of writing them here: a CSV file with one line for each area, in the columns of public census tables. Ask: the AI lead.
    pub table: PopulationTable,
    /// The share of each sex, from 0 to 1. Example: `{female: 0.49, male: 0.51}`. Ask: the AI lead.
    pub sex: Table<Answer<Share>>,
    /// The share of each age band in years, in the bands of the studies, from 0 to 1. Example: `{18-64: 0.46, 65+: 0.54}`. Ask: the AI lead.
    pub age: Table<Answer<Share>>,
    /// The share of each ethnic group, from 0 to 1. Example: `{white: 0.90, other: 0.10}`. Ask: the AI lead with the equality lead.
    pub ethnicity: Table<Answer<Share>>,
}

/// A line of a registered CSV file, with columns such as `code`, `female_pct`, `age_15-24_pct` and `eth_white_pct` in per cent.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct PopulationTable {
    /// The registered document that holds the table. Example: `census`. Ask: the AI lead.
    pub document: Answer<EvidenceId>,
    /// The area: what stands in the column `code` or `name` of its line. Example: `E06000052`. Ask: the AI lead.
    pub area: Statement,
}

/// Validation on this place's own cases.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct LocalValidation {
    /// Whether it must be done, and for which of two reasons. Ask: the AI lead.
    pub needed: ValidationNeeded,
    /// How far an estimate of sensitivity or specificity may lie from the truth, plus or minus, from 0 to 1. Example: `0.05`. Ask: the AI lead.
    pub precision: Answer<Share>,
    /// How it is done: which cases, how many, how the truth is settled, on what it fails. Example: `1,200 of our images from 2025, read by two radiologists; it fails below the agreed level.`. Ask: the AI lead.
    pub method: Statement,
    /// Who does it, when and with what. Example: `Dr Jonas Weber, 24 August to 11 September, six days.`. Ask: the AI lead.
    pub plan: Statement,
    /// The ids of the studies that came of it, as under `validation.studies`. Example: `[loc-1]`. Ask: the AI lead.
    pub results: Answer<Vec<Text>>,
}

/// Whether local validation must be done.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ValidationNeeded {
    /// Whether it is needed because the published results may not carry over to here. Example: `{is: true, says: "No study had our scanners.", reviewed: {by: Dr Tom Ellis, role: ai_lead, on: 2026-08-10, version: 2.3.0}}`. Ask: the AI lead.
    pub generalisability: Answer<bool>,
    /// Whether it is needed because of something particular to this place. Example: `{is: false, says: "Nothing here is unusual.", reviewed: {by: Dr Tom Ellis, role: ai_lead, on: 2026-08-10, version: 2.3.0}}`. Ask: the AI lead.
    pub local_factors: Answer<bool>,
}

/// What else is done about the product's limitations, such as using it for less.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct OtherActions {
    /// Whether anything else must be done. Example: `true`. Ask: the AI lead with the clinical lead.
    pub needed: Answer<bool>,
    /// What is done. Example: `[portable films are not sent to it]`. Ask: the AI lead.
    pub actions: Answer<Vec<Text>>,
}
