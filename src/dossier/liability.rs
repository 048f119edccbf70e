//! The section `liability`: who answers when an output is wrong, and what follows from acting on an output or not.

use super::prelude::*;

/// Who answers for harm, and what could follow in law. "Unsettled, shared by contract as follows" is an honest answer.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "both"))]
pub struct Liability {
    /// Who is liable when a wrong output harms a patient, as far as law and contract settle it. Example: `Unsettled in law; the contract makes the supplier answer for defects of the software.`. Ask: the contracts lead.
    pub incorrect_output: Statement,
    /// Whether a failure of the product can be told from an error of the person using it; `says` describes how. Example: `{judged: acceptable, says: "Output, version and what the reader saw are logged for each image.", by: contracts_lead, on: 2026-10-02}`. Ask: the contracts lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub failure_or_human_error: Judgement,
    /// What could follow in law for a clinician who acts on the output. Example: `The clinician answers for the decision as for any other.`. Ask: the contracts lead.
    pub using_output: Statement,
    /// What could follow in law for a clinician who does not act on the output. Example: `The reason should stand in the record, for it may be asked for.`. Ask: the contracts lead.
    pub ignoring_output: Statement,
    /// What could follow for the organisation and its staff when the product is used for something it is not meant for, and how that is kept from happening. Example: `The trust's indemnity covers use within the stated purpose only; other images are not sent.`. Ask: the contracts lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub outside_purpose: Statement,
}
