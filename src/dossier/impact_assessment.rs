//! Of the section `data_protection`: the impact assessments, the supplier's and the adopter's own.

use super::prelude::*;

/// The data protection impact assessments; the supplier's does not replace the adopter's.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Dpia {
    /// The supplier's, for the product. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "supplier"))]
    pub supplier: SupplierDpia,
    /// The adopter's own, for its use here. Ask: the data protection officer.
    pub adopter: AdopterDpia,
    /// Whether the law requires an impact assessment: health data at large scale with new technology such as AI. Example: `{is: true, says: "AI on the images of 90,000 patients a year."}`. Ask: the data protection officer.
    pub required: Answer<bool>,
    /// Where the law requires none: which of the two is absent, and why. Example: `Twelve volunteers in one ward; no large scale.`. Ask: the data protection officer.
    pub not_required_because: Statement,
    /// For research: who is responsible for its impact assessment. Example: `sponsor`. Ask: the research lead.
    pub research_responsible: Answer<DpiaOwner>,
}

/// The supplier's impact assessment for the product.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SupplierDpia {
    /// The document. Example: `dpia-s`. Ask: the supplier.
    pub document: Answer<EvidenceId>,
    /// The day it was completed or last brought up to date. Example: `2026-05-18`. Ask: the supplier.
    pub completed: Answer<Date>,
}

/// The adopter's own impact assessment for the use of the product here.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AdopterDpia {
    /// The document. Example: `dpia-a`. Ask: the data protection officer.
    pub document: Answer<EvidenceId>,
    /// The day it was completed or last brought up to date. Example: `2026-09-14`. Ask: the data protection officer.
    pub completed: Answer<Date>,
    /// The role whose advice was taken. Example: `data_protection_officer`. Ask: the data protection officer.
    pub advised_by: Answer<Role>,
    /// Whether the risk to people that remains is acceptable. Example: `{judged: acceptable, says: "Four risks remain, all low.", by: senior_information_risk_owner, on: 2026-09-28}`. Ask: the senior information risk owner.
    pub approval: Judgement,
    /// The role that approved it. Example: `senior_information_risk_owner`. Ask: the senior information risk owner.
    pub approved_by: Answer<Role>,
    /// The organisation responsible for it. Example: `adopter`. Ask: the data protection officer.
    pub responsible: Answer<DpiaOwner>,
    /// The day it was begun. Example: `2026-06-22`. Ask: the data protection officer.
    pub started: Answer<Date>,
    /// Whether it was complete before any personal data were used with the product in its present form. Example: `true`. Ask: the data protection officer.
    pub before_use: Answer<bool>,
    /// What makes you change it or write a new one, and who watches for that: a change in how or why data are used, or in their type or amount. Example: `Each release, new site or new data field; the data protection officer sits in the weekly meeting.`. Ask: the data protection officer.
    pub updating: Statement,
    /// The day by which it is looked at again, change or none; after it the assessment counts as out of date. Example: `2027-09-14`. Ask: the data protection officer.
    pub expires: Answer<Date>,
    /// Which template it follows. Example: `The template of the Health and Care Information Governance Panel.`. Ask: the data protection officer.
    pub template: Statement,
}

choice! {
    /// Who is responsible for an impact assessment.
    DpiaOwner {
        /// The organisation that deploys the product.
        Adopter = "adopter",
        /// The supplier.
        Supplier = "supplier",
        /// The sponsor of the research.
        Sponsor = "sponsor",
        /// Somebody else.
        Other = "other",
    }
}
