//! The section `data_use`: which data are used at each step of adopting the product, and for what.

use super::data_protection::Confidentiality;
use super::prelude::*;

/// Which data are used at each step of adopting the product, whether that is direct care, and on what a new use rests.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct DataUse {
    /// Whether data about people's health or care, anonymous ones included, are used at any step of adopting the product. Example: `{is: true, says: "X-rays, from the first test to monitoring."}`. Ask: the AI lead; the data protection officer reviews it.
    #[schemars(extend("x-switch" = ["data_use.uses", "data_protection.confidential", "confidentiality.anonymous.relied_on", "confidentiality.pseudonymised.used"]))]
    pub health_data: Answer<bool>,
    /// Whether data about people's health or care are used to test if the product works with the systems here. Example: `{is: false, says: "The supplier's invented test images were enough."}`. Ask: the IT lead.
    #[schemars(extend("x-switch" = []))]
    pub compatibility_testing: Answer<bool>,
    /// Every use of data at every step, one entry each; collecting, keeping, sharing and erasing are uses too. Ask: the data protection officer.
    pub uses: List<UseOfData>,
    /// Who says that the list of uses is complete. Ask: the data protection officer.
    pub uses_complete: Attestation,
    /// Which laws govern the data at each step, before buying, when integrating and trying it, and after rollout, data on people who have died included. Example: `UK GDPR and duty of confidentiality at every step; the dead: duty of confidentiality only.`. Ask: the data protection officer.
    pub laws: Statement,
    /// Whether every use is rightly classed as direct care or not. Example: `{judged: acceptable, says: "Read use by use with the radiologists.", by: caldicott_guardian, on: 2026-09-28}`. Ask: the Caldicott Guardian.
    pub classification: Judgement,
    /// Whether every use is fair and one that the people concerned would reasonably expect. Example: `{judged: acceptable, says: "Put to the patient panel.", by: caldicott_guardian, on: 2026-09-28}`. Ask: the Caldicott Guardian with patients.
    pub fairness: Judgement,
    /// Whether only staff who care for a patient can open that patient's data for care, nobody outside being counted as care team. Example: `{judged: acceptable, says: "Access by role; opening others' images is logged and questioned.", by: caldicott_guardian, on: 2026-09-28}`. Ask: the Caldicott Guardian.
    pub care_team_access: Judgement,
    /// Whether a patient who refuses or withdraws is heard, and the use of their data then stops. Example: `{judged: acceptable, says: "The radiographer sets a flag; the image then goes by the old way.", by: caldicott_guardian, on: 2026-09-28}`. Ask: the Caldicott Guardian with the IT lead.
    pub withdrawal: Judgement,
    /// What the adopter found out about how the developer complies with the law. Ask: the data protection officer.
    pub developer: DeveloperCompliance,
}

/// One use of data at one step.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct UseOfData {
    /// A short name. Example: `reading-list`. Ask: whoever lists the use.
    pub id: Statement,
    /// The step at which it happens. Example: `deployment`. Ask: the data protection officer.
    pub step: Answer<AdoptionStep>,
    /// Which data of whom, and how they are collected, kept, shared and erased. Example: `Chest X-ray and NHS number, sent to the supplier's service, erased after 24 hours.`. Ask: the IT lead.
    pub what: Statement,
    /// How far people can be recognised from them. Example: `confidential`. Ask: the data protection officer.
    pub data: Answer<DataKind>,
    /// Who can see them. Example: `[care-team, supplier]`. Ask: the Caldicott Guardian.
    pub seen_by: Answer<Vec<DataViewer>>,
    /// What kind of activity it is; only the first two count as direct care. Example: `direct-care`. Ask: the Caldicott Guardian.
    pub activity: Answer<DataActivity>,
    /// Why it is that kind of activity. Example: `It orders the list from which this patient's image is reported.`. Ask: the Caldicott Guardian.
    pub reason: Statement,
    /// Whether it needs data from which people can be recognised; `says` tells why anonymous ones would not do. Example: `{is: true, says: "The result must go back to the right patient."}`. Ask: the AI lead.
    pub identifiable_needed: Answer<bool>,
    /// How the duty of confidentiality is met for this use. Example: `implied-consent`. Ask: the Caldicott Guardian.
    pub confidentiality: Answer<Confidentiality>,
    /// The consent or approval that it needs, with its reference: consent forms, section 251 support, research approval. Example: `Section 251 support 26/CAG/0001 of 3 August 2026`. Ask: the research lead.
    pub approval: Statement,
    /// For what the data were first collected, and by whom. Example: `this-use`. Ask: the data protection officer.
    pub source: Answer<DataSource>,
    /// On what a use rests that is not the one the data were collected for. Example: `new-lawful-basis`. Ask: the data protection officer.
    pub reuse_ground: Answer<ReuseGround>,
    /// Why that ground holds: the basis, how the old purpose and the new one were compared, or why it is research as the ICO defines it. Example: `Article 6(1)(e), recorded under local-validation.`. Ask: the data protection officer.
    pub reuse_reason: Statement,
}

choice! {
    /// A step of adopting a product at which data are used.
    AdoptionStep {
        /// Testing whether it works with the systems here.
        CompatibilityTesting = "compatibility-testing",
        /// Testing on data from here how well it works.
        Validation = "validation",
        /// Judging a trial; the care given with the product in the trial belongs under deployment.
        Pilot = "pilot",
        /// Using the product in care.
        Deployment = "deployment",
        /// Watching, auditing or improving it once it is in use.
        AfterRollout = "after-rollout",
    }
}

choice! {
    /// How far people can be recognised from data.
    DataKind {
        /// Nobody can recognise a person from them by reasonable means; invented data too.
        Anonymous = "anonymous",
        /// Names are taken out or replaced, and a key or other data lead back to the person; not anonymous.
        Pseudonymised = "pseudonymised",
        /// They identify a patient or service user, living or dead.
        Confidential = "confidential",
        /// They identify somebody, and say nothing of anybody's care, such as names of staff.
        OtherPersonal = "other-personal",
    }
}

choice! {
    /// Somebody who can see data.
    DataViewer {
        /// Staff who care for the patients concerned.
        CareTeam = "care-team",
        /// Staff of the adopter who do not care for them.
        OtherStaff = "other-staff",
        /// The supplier's staff, subcontractors included; never part of the care team.
        Supplier = "supplier",
        /// Anybody else.
        Others = "others",
    }
}

choice! {
    /// What kind of activity a use of data is.
    DataActivity {
        /// Care of an individual: finding, preventing or treating illness, relieving suffering, helping to live and take part.
        DirectCare = "direct-care",
        /// Local audit, handling of incidents, or asking after outcomes, by those who care for the patients; counts as direct care.
        CareAssurance = "care-assurance",
        /// Testing or adopting the product.
        Testing = "testing",
        /// Service evaluation.
        ServiceEvaluation = "service-evaluation",
        /// Research.
        Research = "research",
        /// Managing services or populations: financial audit, assessing needs, predicting or grading risk.
        Management = "management",
        /// The maker's own work on the product: surveillance, repair, development.
        Maker = "maker",
    }
}

choice! {
    /// For what data were first collected.
    DataSource {
        /// For this very use.
        ThisUse = "this-use",
        /// By the adopter, for something else.
        OwnOtherPurpose = "own-other-purpose",
        /// By the adopter, on people's consent under the UK GDPR to something else.
        CollectedOnConsent = "collected-on-consent",
        /// By another organisation.
        OtherOrganisation = "other-organisation",
    }
}

choice! {
    /// On what a new use of data rests.
    ReuseGround {
        /// A lawful basis of its own, named before it begins.
        NewLawfulBasis = "new-lawful-basis",
        /// New consent, asked of each person before it begins.
        NewConsent = "new-consent",
        /// It is compatible with the purpose for which the adopter itself collected the data.
        CompatiblePurpose = "compatible-purpose",
        /// It is research, and a provision for research spares a new basis.
        ResearchProvision = "research-provision",
        /// Nothing yet.
        NoneYet = "none-yet",
    }
}

/// How the developer complies with the law, as the adopter found before buying.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DeveloperCompliance {
    /// Whether the developer complies with the laws that concern the product; `says` tells how it goes about that, and on which legal basis it was given personal or confidential data. Example: `{judged: acceptable, says: "Trained on anonymous images under a sharing agreement with two trusts.", by: data_protection_officer, on: 2026-09-14}`. Ask: the data protection officer.
    pub compliance: Judgement,
    /// Who is the developer's data protection officer; where there is none, none with the reason. Example: `Eva Lindqvist, privacy@triadix.example`. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "both"))]
    pub data_protection_officer: Statement,
}
