//! The section `product`: what is offered, in which version, by whom.

use super::prelude::*;

/// What is offered, in which version, and by whom.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "supplier"))]
pub struct Product {
    /// The name the product is sold under. Example: `tri-X`. Ask: the supplier.
    pub name: Statement,
    /// The exact version offered, as printed in its documents. Example: `2.3.0`. Ask: the supplier.
    pub version: Statement,
    /// The day this version was released. Example: `2026-05-01`. Ask: the supplier.
    pub released: Answer<Date>,
    /// Earlier versions whose results somebody accepted as holding for this one. Ask: the clinical safety officer.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub equivalent_versions: List<EquivalentVersion>,
    /// What the product does, in a sentence that a patient would understand. Example: `Orders chest X-rays so that the most urgent are reported first.`. Ask: the supplier.
    pub summary: Statement,
    /// Whether the product contains AI, that is, a model learnt from data. Example: `{is: true, says: "A neural network."}`. Ask: the supplier.
    #[schemars(extend("x-switch" = ["validation.training_data", "model"]))]
    pub contains_ai: Answer<bool>,
    /// Whether what it puts out bears on clinical decisions about a patient. Example: `{is: true, says: "It orders the reading list; a radiologist decides."}`. Ask: the supplier; the clinical lead reviews it.
    #[schemars(extend("x-switch" = ["intended_purpose.information_role", "intended_purpose.vital_parameters"]))]
    pub clinical_decisions: Answer<bool>,
    /// Whether patients or the public use the product themselves. Example: `false`. Ask: the supplier.
    #[schemars(extend("x-switch" = []))]
    pub patient_facing: Answer<bool>,
    /// Who makes or sells the product. Ask: the supplier.
    pub supplier: Supplier,
}

/// An earlier version whose results are accepted as holding for the version offered.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "version"))]
pub struct EquivalentVersion {
    /// The earlier version. Example: `2.2.0`. Ask: the supplier.
    pub version: Statement,
    /// The day the earlier version was released. Example: `2026-01-20`. Ask: the supplier.
    pub released: Answer<Date>,
    /// For what the results are accepted. Example: `[validation, training]`. Ask: the clinical safety officer.
    #[serde(rename = "for")]
    pub accepted_for: Answer<Vec<EquivalentFor>>,
    /// What changed between the two, and why the results still hold. Example: `Only the colours of the worklist changed; the model is the same file.`. Ask: the supplier.
    pub difference: Statement,
    /// The role that accepted the equivalence. Example: `clinical_safety_officer`. Ask: the clinical safety officer.
    pub accepted_by: Answer<Role>,
    /// The day it was accepted. Example: `2026-09-02`. Ask: the clinical safety officer.
    pub accepted_on: Answer<Date>,
}

/// The company that makes or sells the product.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Supplier {
    /// The company's registered name. Example: `Triadix Ltd`. Ask: the supplier.
    pub name: Statement,
    /// The country of its registered office, in two letters. Example: `GB`. Ask: the supplier.
    pub country: Statement,
    /// Who answers for the device in the United Kingdom when its maker sits abroad. Example: `{none: The maker is a company in Great Britain.}`. Ask: the supplier.
    pub uk_responsible_person: Statement,
    /// Whom to ask about this product. Example: `Dr Mark Sutton, safety@triadix.example`. Ask: the supplier.
    pub contact: Statement,
    /// The registration with the Information Commissioner. Ask: the supplier.
    pub ico: IcoRegistration,
    /// The supplier's return to the Data Security and Protection Toolkit. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "both"))]
    pub dspt: ToolkitReturn,
    /// The supplier's Cyber Essentials certificate. Ask: the supplier.
    pub cyber_essentials: CyberEssentials,
}

/// An entry in the register of those who pay the data protection fee; it lasts twelve months.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct IcoRegistration {
    /// The number in the register. Example: `Z1234567`. Ask: the supplier.
    pub number: Statement,
    /// The last day of the registration. Example: `2027-03-31`. Ask: the supplier.
    pub expires: Answer<Date>,
}

/// A yearly return to the Data Security and Protection Toolkit.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ToolkitReturn {
    /// The toolkit year of the return. Example: `2025-26`. Ask: whoever made the return.
    pub year: Statement,
    /// The published status. Example: `standards-met`. Ask: whoever made the return; it is public.
    pub status: Answer<ToolkitStatus>,
    /// The day it was published. Example: `2026-06-20`. Ask: whoever made the return.
    pub published: Answer<Date>,
}

choice! {
    /// The published status of a toolkit return.
    ToolkitStatus {
        /// Nothing has been published.
        NotPublished = "not-published",
        /// The standards are not met.
        StandardsNotMet = "standards-not-met",
        /// Part of the standards are met, with a plan for the rest.
        ApproachingStandards = "approaching-standards",
        /// The standards are met.
        StandardsMet = "standards-met",
        /// The standards are exceeded.
        StandardsExceeded = "standards-exceeded",
    }
}

/// A Cyber Essentials certificate; it lasts twelve months.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct CyberEssentials {
    /// The level of the certificate. Example: `plus`. Ask: the supplier.
    pub level: Answer<CyberLevel>,
    /// The day it was issued. Example: `2027-01-12`. Ask: the supplier.
    pub issued: Answer<Date>,
    /// The last day it is valid. Example: `2028-01-11`. Ask: the supplier.
    pub expires: Answer<Date>,
}

choice! {
    /// The level of a Cyber Essentials certificate.
    CyberLevel {
        /// Self-assessed, and the answers are checked.
        Basic = "basic",
        /// Tested by somebody else.
        Plus = "plus",
    }
}
