//! The words of evidence: kinds of document, how far a fact was verified, judgements, and for what another version counts.

use super::choice::choice;

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

choice! {
    /// How far a dated fact was verified.
    Verified {
        /// Not read anywhere; from memory or by inference.
        Unverified = "unverified",
        /// Read in a description of the official source.
        Secondary = "secondary",
        /// Read in the official source.
        Primary = "primary",
    }
}

choice! {
    /// The adopter's judgement on what `says` describes.
    Judgment {
        /// Good enough to go on.
        Acceptable = "acceptable",
        /// Not good enough to go on.
        Unacceptable = "unacceptable",
        /// Cannot be decided yet: reads as unknown.
        Uncertain = "uncertain",
    }
}

choice! {
    /// What an earlier version's results may stand for.
    EquivalentFor {
        /// Results of validation studies, and documents about one version.
        Validation = "validation",
        /// Training of staff.
        Training = "training",
        /// Judgements and reviews made on the earlier version.
        Judgements = "judgements",
    }
}
