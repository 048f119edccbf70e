//! Of the section `data_protection`: decisions about patients without a human who truly takes part.

use super::prelude::*;

/// Decisions about patients that the product takes without a human who truly takes part.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AutomatedDecisions {
    /// Whether it decides anything about a patient without a human who truly takes part. Example: `{is: false, says: "A radiologist reads every image."}`. Ask: the clinical lead; the data protection officer reviews it.
    pub solely_automated: Answer<bool>,
    /// Whether such a decision would matter to the patient as much as a legal one. Example: `true`. Ask: the clinical lead.
    pub significant: Answer<bool>,
    /// What makes a decision without a human lawful. Example: `explicit-consent`. Ask: the data protection officer.
    pub rests_on: Answer<DecisionGround>,
    /// Whether people are protected well enough: told, able to object, able to reach a human; `says` describes how. Example: `{judged: acceptable, says: "Any patient can ask for the usual order.", by: data_protection_officer, on: 2026-09-28}`. Ask: the data protection officer.
    pub safeguards: Judgement,
}

choice! {
    /// What a significant decision without a human rests on, under Articles 22A to 22D of the UK GDPR.
    DecisionGround {
        /// It rests wholly on the patient's explicit consent.
        ExplicitConsent = "explicit-consent",
        /// A contract or a law demands it, and the condition is substantial public interest, Article 9(2)(g).
        ContractOrLaw = "contract-or-law-in-public-interest",
        /// It uses no health data or other special category data, and does not rest on a recognised legitimate interest.
        NoSpecialCategory = "no-special-category-data",
        /// It rests on a recognised legitimate interest, Article 6(1)(ea), which the law does not allow.
        RecognisedLegitimateInterest = "recognised-legitimate-interest",
        /// Anything else.
        Other = "other",
    }
}
