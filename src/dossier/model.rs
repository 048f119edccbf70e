//! The section `model`: what the model takes in, how it explains itself, how sure it is, and what it does with unusual cases.

use super::prelude::*;

/// What the model takes in, how it explains itself, how sure it is, and what it does with unusual cases.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "supplier"))]
pub struct Model {
    /// The data on which the model decides; and what it does not use, where a user might think it does. Example: `The frontal image and the patient's age; no earlier image, no text.`. Ask: the supplier.
    pub inputs: Statement,
    /// How it shows the way to a decision. Ask: the supplier.
    pub explainability: Explainability,
    /// How it shows how sure it is. Ask: the supplier.
    pub certainty: Certainty,
    /// What it does with cases unlike those it was learnt from. Ask: the supplier.
    pub outliers: Outliers,
}

/// How the model shows the way to a decision.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Explainability {
    /// Whether it shows how it came to a decision. Example: `true`. Ask: the supplier.
    pub provided: Answer<bool>,
    /// What the user sees. Example: `The name of the finding beside the priority.`. Ask: the supplier.
    pub how: Statement,
    /// How the explanation was tested with clinicians. Example: `Twelve readers, 240 images, with and without it.`. Ask: the supplier.
    pub tested: Statement,
    /// Whether that test shows that the explanation is right and helps clinicians. Example: `{judged: acceptable, says: "It named the right finding in 94 of 100.", by: clinical_lead, on: 2026-09-16}`. Ask: the clinical lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub clinically_validated: Judgement,
}

/// How the model shows how sure it is.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Certainty {
    /// Whether it shows how sure it is. Example: `true`. Ask: the supplier.
    pub shown: Answer<bool>,
    /// How what it shows is to be read. Example: `High means that 60 of 100 such images had the finding.`. Ask: the supplier.
    pub interpretation: Statement,
    /// Whether users here can tell what it means. Example: `{judged: acceptable, says: "Nine of ten readers read it rightly.", by: clinical_lead, on: 2026-10-12}`. Ask: the clinical lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub understood: Judgement,
}

/// What the model does with cases unlike those it was learnt from.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Outliers {
    /// Whether it notices such a case. Example: `true`. Ask: the supplier.
    pub detected: Answer<bool>,
    /// Whether it refuses to answer in such a case. Example: `false`. Ask: the supplier.
    pub rejected: Answer<bool>,
    /// What happens to such a case, noticed or not. Example: `It gets no priority and a mark, and keeps its place in the list.`. Ask: the supplier.
    pub how: Statement,
}
