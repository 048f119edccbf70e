//! The section `dtac`: the supplier's Digital Technology Assessment Criteria form and the adopter's assessment of it.

use super::prelude::*;

/// The Digital Technology Assessment Criteria: the supplier's form and the adopter's assessment of it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "supplier"))]
pub struct Dtac {
    /// The version of the form that was filled in. Example: `"2.0"`. Ask: the supplier.
    pub form: Answer<DtacForm>,
    /// The version of the product that the form is about. Example: `2.3.0`. Ask: the supplier.
    pub product_version: Statement,
    /// The day the form was completed. Example: `2026-05-20`. Ask: the supplier.
    pub completed: Answer<Date>,
    /// The completed form. Example: `dtac-form`. Ask: the supplier.
    pub document: Answer<EvidenceId>,
    /// The completed pre-acquisition questionnaire, which goes with the form when the product is a medical device. Example: `paq-form`. Ask: the supplier.
    pub paq: Answer<EvidenceId>,
    /// Whether the supplier has signed the Cyber Security Charter for Suppliers to the NHS; the form then does not ask C3.3 to C3.6. Example: `false`. Ask: the supplier.
    pub charter_signed: Answer<bool>,
    /// The adopter's assessment, part by part. Ask: the people who assessed it.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub sections: DtacSections,
}

choice! {
    /// A version of the DTAC form.
    DtacForm {
        /// The form of 2021, which may not be used from 6 April 2026.
        V1 = "1.0",
        /// The form of February 2026.
        V2 = "2.0",
    }
}

/// The assessment of each part of the form.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DtacSections {
    /// Part C1, clinical safety. Ask: the clinical safety officer.
    pub clinical_safety: DtacSection,
    /// Part C2, data protection. Ask: the data protection officer.
    pub data_protection: DtacSection,
    /// Part C3, technical security. Ask: the cyber security lead.
    pub technical_security: DtacSection,
    /// Part C4, interoperability. Ask: the IT lead.
    pub interoperability: DtacSection,
    /// Part D1, usability and accessibility: for comparing products, never passed or failed. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "supplier"))]
    pub usability_accessibility: DtacUsability,
}

/// The assessment of one part of the form; its review names the assessor, the role and the day.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DtacSection {
    /// Whether the part was passed. Example: `{is: pass, reviewed: {by: Dr Asha Rao, role: clinical_safety_officer, on: 2026-09-08, version: 2.3.0}}`. Ask: the person who assessed it.
    pub result: Answer<DtacResult>,
    /// The role that answers for the result. Example: `clinical_lead`. Ask: the person who assessed it.
    pub accountable: Answer<Role>,
    /// What the assessment found, and what has to be asked again after an upgrade. Example: `All evidence read; certificate to be looked up again in January.`. Ask: the person who assessed it.
    pub findings: Statement,
}

choice! {
    /// The result of one part of the form.
    DtacResult {
        /// Every answer that is assessed in this part passes.
        Pass = "pass",
        /// At least one does not.
        Fail = "fail",
    }
}

/// Part D1 of the form, which serves to compare products and is never passed or failed.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DtacUsability {
    /// Whether intended users have tested how usable it is. Example: `true`. Ask: the supplier.
    pub tested_with_users: Answer<bool>,
    /// The level of the Web Content Accessibility Guidelines it reaches. Example: `2.2-AA`. Ask: the supplier.
    pub wcag: Answer<Wcag>,
    /// Where the accessibility statement is published. Example: `https://example.org/tri-x/accessibility`. Ask: the supplier.
    pub statement: Statement,
    /// Mean share of the last 12 months in which it was available. Example: `0.9987`. Ask: the supplier.
    pub availability: Answer<Share>,
    /// Whether it is a web or mobile app, which is what the guidelines on accessibility are about. Example: `true`. Ask: the supplier.
    pub web_or_mobile: Answer<bool>,
}

choice! {
    /// A level of the Web Content Accessibility Guidelines.
    Wcag {
        /// WCAG 2.2 at level AA or better.
        Wcag22Aa = "2.2-AA",
        /// WCAG 2.1 at level AA, the level the form of 2021 asked for.
        Wcag21Aa = "2.1-AA",
        /// Below these, with a dated plan to reach them.
        Planned = "planned",
        /// Below these, without such a plan.
        Below = "below",
    }
}
