//! The section `evidence`: the register of documents that answers refer to.

use super::prelude::*;

/// One registered document; its id is the key it stands under.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "both"))]
pub struct EvidenceItem {
    /// What kind of document it is. Example: `certificate`. Ask: whoever sent it.
    pub kind: Answer<EvidenceKind>,
    /// Its title. Example: `UKCA certificate for tri-X`. Ask: whoever sent it.
    pub title: Statement,
    /// Where the file lies, within the dossier's folder. Example: `evidence/ukca-cert.pdf`. Ask: whoever keeps the dossier.
    pub file: Statement,
    /// Where it can be read online; a link alone shows nothing, since what stands there can change. Example: `https://triadix.example/tri-x/ukca`. Ask: whoever sent it.
    pub url: Statement,
    /// The page or section that matters. Example: `page 4`. Ask: whoever read it.
    pub page: Statement,
    /// The version of the product it is about. Example: `2.3.0`. Ask: whoever wrote it.
    pub product_version: Statement,
    /// The day it was issued. Example: `2026-05-01`. Ask: whoever wrote it.
    pub issued: Answer<Date>,
    /// The last day it is valid. Example: `2028-05-01`. Ask: whoever wrote it.
    pub expires: Answer<Date>,
    /// The fingerprint of the file, so that a later change is seen; `readiness evidence` prints it. Example: `"9f1b0b86db870441f28b8ead4f69526a1904dfab74473155b3cc93110ab7b7ed"`. Ask: nobody, run the command.
    pub sha256: Statement,
}

choice! {
    /// What kind of document it is.
    EvidenceKind {
        /// A maker's declaration of conformity.
        Declaration = "declaration",
        /// A certificate that a third party issued and that ends on a day.
        Certificate = "certificate",
        /// The maker's instructions for use.
        InstructionsForUse = "instructions-for-use",
        /// A study, published or not.
        Study = "study",
        /// A clinical safety case report.
        SafetyCase = "safety-case",
        /// A hazard log.
        HazardLog = "hazard-log",
        /// A clinical risk management plan.
        RiskManagementPlan = "risk-management-plan",
        /// A data protection impact assessment.
        Dpia = "dpia",
        /// A completed form of the Digital Technology Assessment Criteria.
        DtacForm = "dtac-form",
        /// A completed pre-acquisition questionnaire for medical devices.
        PreAcquisitionQuestionnaire = "pre-acquisition-questionnaire",
        /// A contract or a schedule to one.
        Contract = "contract",
        /// A policy or standard procedure of an organisation.
        Policy = "policy",
        /// A plan for something still to be done.
        Plan = "plan",
        /// Minutes of a meeting, with its decisions.
        Minutes = "minutes",
        /// The report or summary of a penetration test.
        PenetrationTest = "penetration-test",
        /// A record of who was trained, in what and when.
        TrainingRecord = "training-record",
        /// What is used to teach.
        TrainingMaterial = "training-material",
        /// What a public register said on a given day.
        RegisterEntry = "register-entry",
        /// The supplier's own statement in writing.
        SupplierStatement = "supplier-statement",
        /// A report of a pilot, a test or an evaluation.
        EvaluationReport = "evaluation-report",
        /// A clinical guideline.
        Guideline = "guideline",
        /// A privacy notice.
        PrivacyNotice = "privacy-notice",
        /// Anything else.
        Other = "other",
    }
}
