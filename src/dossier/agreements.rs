//! Of the section `data_protection`: agreements with those who use the data, and whoever works for them.

use super::prelude::*;

/// One signed agreement about the data.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct DataAgreement {
    /// A short name. Example: `dpa`. Ask: the contracts lead.
    pub id: Statement,
    /// What kind of agreement it is. Example: `controller-processor-contract`. Ask: the contracts lead.
    pub kind: Answer<AgreementKind>,
    /// The document. Example: `processing-contract`. Ask: the contracts lead.
    pub document: Answer<EvidenceId>,
    /// The day the last party signed. Example: `2026-10-12`. Ask: the contracts lead.
    pub signed: Answer<Date>,
    /// The last day on which it holds; when it has no end, none with the reason. Example: `2029-10-11`. Ask: the contracts lead.
    pub ends: Answer<Date>,
    /// Whether it says all that it must: a contract, what the UK GDPR demands and the controller's standards on purposes and means; a sharing agreement, purposes, each stage of the data, standards and roles. Example: `{judged: acceptable, says: "Checked against the list of the ICO.", by: data_protection_officer, on: 2026-10-09}`. Ask: the data protection officer.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub content: Judgement,
    /// Which template it follows. Example: `governance-panel`. Ask: the contracts lead.
    pub template: Answer<AgreementTemplate>,
}

choice! {
    /// A kind of agreement about data.
    AgreementKind {
        /// Between a controller and whoever uses the data on its behalf.
        ControllerProcessorContract = "controller-processor-contract",
        /// Between two controllers, each for its own purposes.
        DataSharingAgreement = "data-sharing-agreement",
        /// Between controllers who decide together.
        JointControllerArrangement = "joint-controller-arrangement",
    }
}

choice! {
    /// A template for an agreement about data.
    AgreementTemplate {
        /// That of the Health and Care Information Governance Panel.
        GovernancePanel = "governance-panel",
        /// One of the Health Research Authority, from IRAS.
        ResearchAuthority = "health-research-authority",
        /// The adopter's own.
        Own = "own",
        /// The supplier's.
        Supplier = "supplier",
        /// Another, or none.
        Other = "other",
    }
}

/// Whoever works for the supplier and uses the data too, such as a hosting company.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SubProcessors {
    /// Whether the supplier lets others use the data on its behalf; `says` names them. Example: `{is: true, says: "One hosting company, in London and Cardiff."}`. Ask: the supplier.
    #[schemars(extend("x-switch" = ["data_protection.sub_processors.under_contract"]))]
    pub used: Answer<bool>,
    /// Whether the supplier has a written contract with each of them. Example: `true`. Ask: the supplier.
    pub under_contract: Answer<bool>,
}
