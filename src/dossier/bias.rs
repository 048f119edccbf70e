//! The section `bias`: for whom the product may work less well, why, and what is done about it.

use super::prelude::*;

/// For whom the product may work less well, why, and what is done about it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "both"))]
pub struct Bias {
    /// Ways in which the product may serve some people worse than others. Ask: the supplier; the AI lead adds what shows here.
    pub risks: List<BiasRisk>,
    /// Who says that the list of risks is complete. Ask: the AI lead.
    pub risks_complete: Attestation,
    /// Whether the developer has done enough about these risks. Example: `{judged: acceptable, says: "Retrained with more women; the gap has halved.", by: ai_lead, on: 2026-09-18}`. Ask: the AI lead with the equality lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub developer_steps: Judgement,
    /// What the bias that remains could do to patients. Example: `A woman with a small collapse may wait up to a day for her report.`. Ask: the clinical lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub clinical_impact: Statement,
}

/// One way in which the product may serve some people worse than others.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct BiasRisk {
    /// A short name. Example: `B1`. Ask: whoever keeps the list.
    pub id: Statement,
    /// What could go wrong, and for whom. Example: `A collapsed lung is missed more often in women.`. Ask: the supplier.
    pub risk: Statement,
    /// Where it comes from. Example: `training`. Ask: the supplier.
    pub from: Answer<BiasOrigin>,
    /// By what the people it touches differ from others. Example: `sex`. Ask: the supplier.
    pub affects: Statement,
    /// What is done about it. Ask: the supplier and the AI lead.
    pub mitigations: Mitigations,
    /// Whether what remains after all these steps is acceptable for patients. Example: `{judged: acceptable, says: "Three in 100 apart, and misses are read each week.", by: clinical_lead, on: 2026-09-18}`. Ask: the clinical lead with the equality lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub residual: Judgement,
}

choice! {
    /// Where a risk of bias comes from.
    BiasOrigin {
        /// From how the product was designed: its task, its inputs, its threshold.
        Design = "design",
        /// From the data it was learnt from, or how they were labelled.
        Training = "training",
        /// From where, on whom or how it is used.
        Use = "use",
    }
}

/// What is done about one risk of bias, and when.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Mitigations {
    /// What the developer has done already, or why nothing. Example: `Retrained with 9,000 more images of women.`. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "supplier"))]
    pub done: Statement,
    /// What is done while it is put into use here, or why nothing. Example: `The reader sees no priority for images of people under 25.`. Ask: the AI lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub at_implementation: Statement,
    /// What local validation looks at because of it, or why nothing. Example: `Women and men are counted apart.`. Ask: the AI lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub at_local_validation: Statement,
}
