//! The section `evidence_base`: NICE guidance, the NICE evidence standards framework and clinical guidelines.

use super::prelude::*;

/// What NICE and the clinical guidelines say, and which evidence standards the product meets.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "both"))]
pub struct EvidenceBase {
    /// NICE guidance on products of this kind; what each recommends stands in a dated table of this program. Ask: the clinical lead.
    pub nice: List<NiceGuidance>,
    /// The NICE evidence standards framework for digital health technologies. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "supplier"))]
    pub esf: Esf,
    /// The clinical guidelines that govern use of the product, with issuer and year; when there are none, none with the reason. Example: `["British Thoracic Society, pleural disease, 2023"]`. Ask: the clinical lead.
    pub clinical_guidelines: Answer<Vec<Text>>,
    /// What follows for patients, staff and the organisation when the product is used outside those guidelines. Example: `The supplier no longer answers for the result, and the clinician must record the reason.`. Ask: the clinical lead.
    pub outside_guidelines: Statement,
    /// Whether the evidence, read and understood by somebody competent, is good enough for adopting the product in a setting like this one; `says` names what was read, what it shows and how like the settings are. Example: `{judged: acceptable, says: "Two English studies and our own; accuracy is shown, fewer deaths are not.", by: clinical_lead, on: 2026-09-24}`. Ask: the clinical lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub appraisal: Judgement,
    /// What NICE has said of this technology, and what you made of it. Ask: the clinical lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub nice_evaluation: NiceEvaluation,
}

/// What NICE has said of this technology, and what you made of it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct NiceEvaluation {
    /// The day somebody last searched NICE's guidance and advice for this technology. Example: `2026-10-05`. Ask: the clinical lead.
    pub searched: Answer<Date>,
    /// Whether NICE has evaluated this technology for the use planned here. Example: `{is: false, says: "HTE12 is about another use."}`. Ask: the clinical lead.
    pub evaluated: Answer<bool>,
    /// Whether that was an early value assessment, made while evidence is still being gathered. Example: `true`. Ask: the clinical lead.
    pub early_value: Answer<bool>,
    /// What NICE recommends. Example: `use-while-evidence-grows`. Ask: the clinical lead.
    pub recommendation: Answer<NiceRecommendation>,
    /// How that, and what NICE says on how the technology should be used, entered your decision. Example: `HTE11 asks that a professional looks over every contour; ours does.`. Ask: the clinical lead.
    pub weighed: Statement,
    /// The gaps in the evidence that an early value assessment names. Example: `Whether fewer fractures are missed, and what that changes for patients.`. Ask: the clinical lead.
    pub evidence_gaps: Statement,
    /// How your own figures follow NICE's plan for closing these gaps. Example: `We count recalls for missed fractures as the plan asks, and send them to NICE each year.`. Ask: the monitoring lead.
    pub evidence_plan: Statement,
    /// Whether what NICE found still holds; `says` tells what has changed in the product since, and which newer evidence on clinical and cost effectiveness was found. Example: `{judged: acceptable, says: "A new screen only; two newer studies agree.", by: clinical_lead, on: 2026-10-05}`. Ask: the clinical lead.
    pub still_holds: Judgement,
}

choice! {
    /// What NICE recommends for a technology.
    NiceRecommendation {
        /// It can be used in the NHS.
        Use = "use",
        /// It can be used in the NHS while more evidence is gathered.
        UseWhileEvidenceGrows = "use-while-evidence-grows",
        /// It should be used in research only.
        ResearchOnly = "research-only",
        /// It is not recommended.
        NotRecommended = "not-recommended",
    }
}

/// One piece of NICE guidance.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "code"))]
pub struct NiceGuidance {
    /// Its code. Example: `HTE20`. Ask: the clinical lead.
    pub code: Statement,
    /// What it covers, and whether that is the use planned here. Example: `X-rays of injured limbs; the same use as ours.`. Ask: the clinical lead.
    pub relevance: Statement,
    /// The day somebody last looked up what it recommends. Example: `2026-10-05`. Ask: the clinical lead.
    pub checked: Answer<Date>,
}

/// The NICE evidence standards framework: tier and standards.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Esf {
    /// The edition of the framework. Example: `ECD7, update of 2022`. Ask: the supplier.
    pub edition: Statement,
    /// The tier of the product; any medical device is in tier C. Example: `C`. Ask: the supplier.
    pub tier: Answer<EsfTier>,
    /// How far each standard is met, by its number from 1 to 21: tier A leaves out 7, 8, 9 and 14, tier B leaves out 14. Ask: the supplier.
    pub standards: Table<EsfStandard>,
    /// Whether the standards of its tier are met well enough; `says` names what is only partly met. Example: `{judged: acceptable, says: "All but 15, which the pilot will add to.", by: ai_lead, on: 2026-09-20}`. Ask: the AI lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub standards_met: Judgement,
    /// Which set of standards fits how far its evidence has come. Example: `full`. Ask: the supplier.
    pub stage: Answer<EsfStage>,
}

choice! {
    /// How far the evidence of a product has come, and so which standards of the framework it is held against.
    EsfStage {
        /// Sound evidence on safety, clinical effectiveness and cost effectiveness: all the standards.
        Full = "full",
        /// Not yet: the smaller set of standards for early use.
        Early = "early",
    }
}

/// One standard of the framework.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct EsfStandard {
    /// How far it is met. Example: `met`. Ask: the supplier.
    pub status: Answer<EsfStatus>,
}

choice! {
    /// The tier of a product in the NICE evidence standards framework.
    EsfTier {
        /// Saves cost or staff time, or makes work more efficient.
        A = "A",
        /// Helps people look after their own health and wellness.
        B = "B",
        /// Treats or diagnoses, guides choices about care, has direct health outcomes, or is a medical device.
        C = "C",
    }
}

choice! {
    /// How far an evidence standard is met.
    EsfStatus {
        /// Met.
        Met = "met",
        /// Partly met.
        Partial = "partial",
        /// Not met.
        NotMet = "not-met",
        /// It does not apply to this product.
        DoesNotApply = "does-not-apply",
    }
}
