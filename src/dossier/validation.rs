//! The section `validation`: the training data, the studies with their results, and the accuracy that was agreed to be good enough.

use super::prelude::*;

/// The training data, the studies with their results, and the accuracy that was agreed to be good enough.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "supplier"))]
pub struct Validation {
    /// The data from which the model was learnt. Ask: the supplier.
    pub training_data: TrainingData,
    /// The measures by which performance is reported, and whether they suit this use. Ask: the supplier; the AI lead judges them.
    #[schemars(extend("x-kept-by" = "both"))]
    pub metrics: List<Metric>,
    /// Who says that every measure that matters for this use is listed. Ask: the AI lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub metrics_complete: Attestation,
    /// The accuracy that the adopter agreed to accept, finding by finding, before looking at the results. Ask: the AI lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub acceptance: List<Acceptance>,
    /// Who says that every finding the product looks for has its agreed level. Ask: the AI lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub acceptance_complete: Attestation,
    /// All studies of the product, favourable or not; those made here are added by the adopter. Ask: the supplier and the AI lead.
    #[schemars(extend("x-kept-by" = "both"))]
    pub studies: List<Study>,
    /// Who says that no study is left out. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "both"))]
    pub studies_complete: Attestation,
    /// Where the product is weak because of how it was made and tested. Ask: the supplier.
    pub limitations: Limitations,
}

/// The data from which the model was learnt.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct TrainingData {
    /// How many there were, in the unit named below. Example: `412000`. Ask: the supplier.
    pub size: Answer<u64>,
    /// What is counted. Example: `image`. Ask: the supplier.
    pub unit: Statement,
    /// From how many sites they came. Example: `11`. Ask: the supplier.
    pub sites: Answer<u64>,
    /// From which years they come. Example: `2015/2020`. Ask: the supplier.
    pub period: Statement,
    /// From which countries they came. Example: `[GB]`. Ask: the supplier.
    pub countries: Answer<Vec<Text>>,
    /// The share of each sex, from 0 to 1. Example: `{female: 0.47, male: 0.53}`. Ask: the supplier.
    pub sex: Table<Answer<Share>>,
    /// The share of each age band in years, from 0 to 1. Example: `{18-64: 0.55, 65+: 0.45}`. Ask: the supplier.
    pub age: Table<Answer<Share>>,
    /// The share of each ethnic group, from 0 to 1. Example: `{white: 0.85, other: 0.15}`. Ask: the supplier.
    pub ethnicity: Table<Answer<Share>>,
    /// How the right answer was set for each case. Example: `The report of one radiologist, read by a second where a word was in doubt.`. Ask: the supplier.
    pub labels: Statement,
    /// Where the data came from and by what right they were used. Example: `Pseudonymised images from 11 NHS trusts under data sharing agreements.`. Ask: the supplier.
    pub lawful_source: Statement,
    /// Whether that right is good enough. Example: `{judged: acceptable, says: "Agreements and approvals were read.", by: data_protection_officer, on: 2026-09-08}`. Ask: the data protection officer.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub lawfully_obtained: Judgement,
    /// Whether enough is said about the training data. Example: `{judged: acceptable, says: "All but ethnic group is given.", by: ai_lead, on: 2026-09-08}`. Ask: the AI lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub disclosure: Judgement,
    /// Whether the training data suit the patients, equipment and practice here. Example: `{judged: acceptable, says: "English hospitals, the same makers of scanners.", by: ai_lead, on: 2026-09-08}`. Ask: the AI lead with the clinical lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub appropriate_here: Judgement,
}

/// One measure of performance.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "metric"))]
pub struct Metric {
    /// The name of the measure. Example: `sensitivity`. Ask: the supplier.
    pub metric: Statement,
    /// What it counts, in plain words. Example: `Of 100 patients with a collapsed lung, how many are put first.`. Ask: the supplier.
    pub meaning: Statement,
    /// Whether it suits this use. Example: `{judged: acceptable, says: "A missed collapse is the harm we fear most.", by: clinical_lead, on: 2026-09-10}`. Ask: the clinical lead with the AI lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub suitable: Judgement,
}

/// The accuracy that the adopter agreed to accept for one finding; the 95% interval of the counts must lie at or above it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "target"))]
pub struct Acceptance {
    /// The finding, named as in the results of the studies. Example: `pneumothorax`. Ask: the clinical lead.
    pub target: Statement,
    /// The lowest acceptable share of cases with the finding that are caught, from 0 to 1. Example: `0.90`. Ask: the clinical lead with the AI lead.
    pub sensitivity: Answer<Share>,
    /// The lowest acceptable share of cases without the finding that are left alone, from 0 to 1. Example: `0.75`. Ask: the clinical lead with the AI lead.
    pub specificity: Answer<Share>,
    /// The setting of the product at which it will be used here, where the studies give results at several. Example: `"0.35"`. Ask: the AI lead.
    pub threshold: Statement,
    /// The ids of the studies whose counts it is held against, added up. Example: `[ext-1, loc-1]`. Ask: the AI lead.
    pub studies: Answer<Vec<Text>>,
    /// Why these levels are good enough for patients. Example: `Our readers alone found 88 of 100.`. Ask: the clinical lead.
    pub reason: Statement,
    /// Who agreed the level, and when. Ask: the AI lead.
    pub agreed: Attestation,
}

/// One study of the product.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct Study {
    /// A short name. Example: `ext-1`. Ask: whoever made the study.
    pub id: Statement,
    /// The product that was studied, by the name the study gives it. Example: `tri-X`. Ask: whoever made the study.
    pub product: Statement,
    /// Where its data came from. Example: `external`. Ask: whoever made the study.
    pub place: Answer<Place>,
    /// Whether it looked back at old cases or followed new ones. Example: `retrospective`. Ask: whoever made the study.
    pub timing: Answer<Timing>,
    /// How the product was used in it. Example: `standalone`. Ask: whoever made the study.
    pub mode: Answer<Mode>,
    /// What was done, in a sentence: which cases, chosen how, compared with what. Example: `All chest X-rays of one trust from two years, read against two radiologists.`. Ask: whoever made the study.
    pub design: Statement,
    /// Who paid for it. Example: `Triadix Ltd`. Ask: whoever made the study.
    pub funding: Statement,
    /// The version of the product that was studied. Example: `2.3.0`. Ask: whoever made the study.
    pub product_version: Statement,
    /// Whether its patients, sites and images are none of those the model was learnt from. Example: `true`. Ask: the supplier.
    pub independent_of_training: Answer<bool>,
    /// The people studied. Ask: whoever made the study.
    pub population: StudyPopulation,
    /// What was found, for each thing the product looks for. Ask: whoever made the study.
    pub results: List<StudyResult>,
    /// The ids of the documents that report it, from the section `evidence`. Example: `[ext-1-paper]`. Ask: whoever made the study.
    pub evidence: Answer<Vec<EvidenceId>>,
}

choice! {
    /// How the product was used in a study.
    Mode {
        /// By itself, on stored cases.
        Standalone = "standalone",
        /// On live cases, with nobody seeing the output.
        Silent = "silent",
        /// By readers on stored cases, with and without it.
        Reader = "reader",
        /// In live care.
        Live = "live",
    }
}

/// The people studied.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct StudyPopulation {
    /// Where they were cared for. Example: `Emergency department of one English trust`. Ask: whoever made the study.
    pub setting: Statement,
    /// The kinds of place it was done in, in the maker's own words for the settings of the intended purpose. Example: `[acute hospital radiology]`. Ask: whoever made the study.
    pub settings: Answer<Vec<Text>>,
    /// How many there were. Example: `3200`. Ask: whoever made the study.
    pub n: Answer<u64>,
    /// From which years. Example: `2022/2023`. Ask: whoever made the study.
    pub period: Statement,
    /// The share of each sex, from 0 to 1. Example: `{female: 0.48, male: 0.52}`. Ask: whoever made the study.
    pub sex: Table<Answer<Share>>,
    /// The share of each age band in years, from 0 to 1. Example: `{18-64: 0.52, 65+: 0.48}`. Ask: whoever made the study.
    pub age: Table<Answer<Share>>,
    /// The share of each ethnic group, from 0 to 1. Example: `{white: 0.82, other: 0.18}`. Ask: whoever made the study.
    pub ethnicity: Table<Answer<Share>>,
}

/// What a study found for one thing the product looks for.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "target", "x-also" = "threshold"))]
pub struct StudyResult {
    /// What was looked for. Example: `pneumothorax`. Ask: whoever made the study.
    pub target: Statement,
    /// What is counted once. Example: `patient`. Ask: whoever made the study.
    pub unit: Statement,
    /// The setting of the product above which it says yes. Example: `"0.35"`. Ask: whoever made the study.
    pub threshold: Statement,
    /// How the truth was settled. Example: `Two radiologists and, where they differed, a third.`. Ask: whoever made the study.
    pub reference_standard: Statement,
    /// How many were rightly and wrongly called. Ask: whoever made the study.
    pub counts: Counts,
    /// The figures as published. Ask: whoever made the study.
    pub reported: Reported,
    /// The same counts for groups of patients. Ask: whoever made the study.
    pub subgroups: List<Subgroup>,
}

/// How many were rightly and wrongly called.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Counts {
    /// With the finding, and called so. Example: `412`. Ask: whoever counted.
    pub tp: Answer<u64>,
    /// Without the finding, and called as if they had it. Example: `301`. Ask: whoever counted.
    pub fp: Answer<u64>,
    /// With the finding, and missed. Example: `31`. Ask: whoever counted.
    #[serde(rename = "fn")]
    pub fn_count: Answer<u64>,
    /// Without the finding, and called so. Example: `2456`. Ask: whoever counted.
    pub tn: Answer<u64>,
}

/// The figures as published.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Reported {
    /// The share of cases with the finding that were caught. Ask: whoever made the study.
    pub sensitivity: Figure,
    /// The share of cases without the finding that were left alone. Ask: whoever made the study.
    pub specificity: Figure,
    /// The share of those called that had the finding. Ask: whoever made the study.
    pub ppv: Figure,
    /// The share of those not called that did not have it. Ask: whoever made the study.
    pub npv: Figure,
    /// The area under the curve of sensitivity against false alarms. Ask: whoever made the study.
    pub auc: Figure,
}

/// One published figure with its 95% interval.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Figure {
    /// The figure, from 0 to 1. Example: `0.93`. Ask: whoever made the study.
    pub value: Answer<Share>,
    /// The lower end of its 95% interval. Example: `0.90`. Ask: whoever made the study.
    pub lower: Answer<Share>,
    /// The upper end of its 95% interval. Example: `0.95`. Ask: whoever made the study.
    pub upper: Answer<Share>,
}

/// The counts for one group of patients.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct Subgroup {
    /// A short name. Example: `women`. Ask: whoever made the study.
    pub id: Statement,
    /// By what patients are grouped. Example: `sex`. Ask: whoever made the study.
    pub variable: Statement,
    /// The group. Example: `female`. Ask: whoever made the study.
    pub group: Statement,
    /// Whether the others of its kind are held against this group. Example: `true`. Ask: whoever reads the study.
    pub reference: Answer<bool>,
    /// Whether the same cases are counted in another group of its kind too, as when two readers see the same images. Example: `false`. Ask: whoever made the study.
    pub same_cases: Answer<bool>,
    /// How many of the group were rightly and wrongly called. Ask: whoever made the study.
    pub counts: Counts,
}

/// Where the product is weak because of how it was made and tested.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Limitations {
    /// Because of how it was designed. Example: `It reads one image at a time and knows nothing of earlier ones.`. Ask: the supplier.
    pub design: Statement,
    /// Because of how it was trained. Example: `Few images of people over 85.`. Ask: the supplier.
    pub training: Statement,
    /// Because of how it was validated. Example: `No study has followed patients to the end of their care.`. Ask: the supplier.
    pub validation: Statement,
}
