//! The section `data_protection`: personal data, why they may be used, impact assessments, agreements and openness.

use super::prelude::*;

/// Personal data: why they may be used, who is responsible, and how people's privacy is protected.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct DataProtection {
    /// Whether personal data, or data on people who have died, are used by the product or can be reached by its supplier, remote support included. Example: `{is: true, says: "It reads chest X-rays with the patient's NHS number."}`. Ask: the supplier; the data protection officer reviews it.
    #[schemars(extend("x-kept-by" = "both", "x-switch" = ["data_protection.purposes", "data_protection.agreements"]))]
    pub personal_data: Answer<bool>,
    /// Whether information that patients or service users gave in confidence is used or can be reached, of those who have died too. Example: `true`. Ask: the Caldicott Guardian.
    pub confidential: Answer<bool>,
    /// Whether such information reaches people who do not care for the patients themselves, such as the supplier's staff. Example: `{is: true, says: "Two support engineers, on request."}`. Ask: the Caldicott Guardian.
    pub outside_care_team: Answer<bool>,
    /// What personal data are used for, one entry for each purpose; each has a lawful basis of its own. Ask: the data protection officer.
    pub purposes: List<DataPurpose>,
    /// Who says that the list of purposes is complete. Ask: the data protection officer.
    pub purposes_complete: Attestation,
    /// The data protection impact assessments. Ask: the data protection officer.
    pub dpia: Dpia,
    /// Whether everybody's access to the data is lawful and no wider than needed; `says` names who can reach what. Example: `{judged: acceptable, says: "Our radiologists, and two support engineers on request.", by: caldicott_guardian, on: 2026-09-28}`. Ask: the Caldicott Guardian.
    pub access: Judgement,
    /// Whether the data used here come from lawful sources in lawful ways; `says` names the sources. Example: `{judged: acceptable, says: "Only our own images, taken for care.", by: data_protection_officer, on: 2026-09-14}`. Ask: the data protection officer.
    pub obtained: Judgement,
    /// Signed agreements about the data. Ask: the contracts lead.
    #[schemars(extend("x-kept-by" = "both"))]
    pub agreements: List<DataAgreement>,
    /// How openly people are told about the use of their data. Ask: the data protection officer.
    pub transparency: DataTransparency,
    /// How each of the eight Caldicott Principles is kept. Ask: the Caldicott Guardian.
    pub caldicott: Caldicott,
    /// Ways in which people's privacy could be harmed. Ask: the data protection officer.
    #[schemars(extend("x-kept-by" = "both"))]
    pub risks: List<PrivacyRisk>,
    /// Who says that the list of risks is complete. Ask: the data protection officer.
    #[schemars(extend("x-kept-by" = "both"))]
    pub risks_complete: Attestation,
    /// Whether the arrangements protect privacy well enough; `says` describes them. Example: `{judged: acceptable, says: "Images are deleted after 24 hours.", by: data_protection_officer, on: 2026-09-28}`. Ask: the data protection officer.
    pub privacy_arrangements: Judgement,
    /// Whether any of this is research. Example: `{is: false, says: "Asked the HRA decision tool on 2026-09-01."}`. Ask: the research lead.
    #[schemars(extend("x-switch" = ["data_protection.research_approval", "research.clinical_investigation", "research.ethics.given", "research.hra_hcrw.given", "research.application"]))]
    pub research: Answer<bool>,
    /// The approvals of the research, with their references. Example: `REC 26/XX/0001, HRA approval of 2026-08-03`. Ask: the research lead.
    pub research_approval: Statement,
    /// How data are made anonymous or hard to trace to a person, and where that is done. Example: `Names and numbers are removed inside the hospital.`. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "both"))]
    pub anonymisation: Statement,
    /// Which data the supplier expects to go on receiving after deployment, and for what. Example: `Monthly counts; no patient data.`. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "both"))]
    pub sharing_after_deployment: Statement,
    /// Decisions about patients that the product takes without a human who truly takes part. Ask: the data protection officer.
    pub automated_decisions: AutomatedDecisions,
}

/// One purpose for which personal data are used.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "purpose"))]
pub struct DataPurpose {
    /// The purpose in a word or two. Example: `direct-care`. Ask: the data protection officer.
    pub purpose: Statement,
    /// The lawful basis: the letter under Article 6(1) of the UK GDPR. Example: `e`. Ask: the data protection officer.
    pub article_6: Answer<LawfulBasis>,
    /// Why that basis fits this purpose. Example: `The trust is a public body that provides health care.`. Ask: the data protection officer.
    pub reason: Statement,
    /// Whether health data or other special category data are used for it. Example: `true`. Ask: the data protection officer.
    pub special_category: Answer<bool>,
    /// The condition for special category data: the letter under Article 9(2) of the UK GDPR. Example: `h`. Ask: the data protection officer.
    pub article_9: Answer<SpecialCondition>,
    /// How the common law duty of confidentiality is met. Example: `implied-consent`. Ask: the Caldicott Guardian.
    pub confidentiality: Answer<Confidentiality>,
    /// Who decides why and how the data are used. Example: `adopter`. Ask: the data protection officer.
    pub controller: Answer<DataParty>,
    /// Who uses the data on the controller's behalf. Example: `supplier`. Ask: the data protection officer.
    pub processor: Answer<DataParty>,
}

choice! {
    /// A lawful basis under Article 6(1) of the UK GDPR; there are seven since 5 February 2026.
    LawfulBasis {
        /// Consent.
        Consent = "a",
        /// A contract with the person.
        Contract = "b",
        /// A legal obligation.
        LegalObligation = "c",
        /// Vital interests; published guidance says that it does not apply to adopting a technology.
        VitalInterests = "d",
        /// A public task: the usual basis of an NHS body.
        PublicTask = "e",
        /// A recognised legitimate interest: listed purposes only, since 5 February 2026.
        RecognisedLegitimateInterest = "ea",
        /// Legitimate interests; not for the public tasks of a public body.
        LegitimateInterests = "f",
    }
}

choice! {
    /// A condition for special category data under Article 9(2) of the UK GDPR.
    SpecialCondition {
        /// Explicit consent.
        ExplicitConsent = "a",
        /// Employment and social security.
        Employment = "b",
        /// Vital interests.
        VitalInterests = "c",
        /// A not-for-profit body.
        NotForProfit = "d",
        /// Made public by the person.
        MadePublic = "e",
        /// Legal claims.
        LegalClaims = "f",
        /// Substantial public interest.
        SubstantialPublicInterest = "g",
        /// Health or social care: the usual condition for direct care.
        Care = "h",
        /// Public health.
        PublicHealth = "i",
        /// Archiving, research and statistics: the usual condition for research.
        Research = "j",
    }
}

choice! {
    /// How the common law duty of confidentiality is met.
    Confidentiality {
        /// For the person's own care, which they can expect.
        ImpliedConsent = "implied-consent",
        /// The person has agreed in so many words.
        ExplicitConsent = "explicit-consent",
        /// Support under section 251, given on the advice of the Confidentiality Advisory Group.
        Section251 = "section-251",
        /// A law or court order demands it.
        LegalDuty = "legal-duty",
        /// An overwhelming public interest: exceptional, and rarely fit for large numbers of people.
        PublicInterest = "public-interest",
        /// No confidential information is involved, or nobody can be recognised from it.
        NotConfidential = "not-confidential",
    }
}

choice! {
    /// A party that decides on the data or uses them.
    DataParty {
        /// The organisation that deploys the product.
        Adopter = "adopter",
        /// The supplier.
        Supplier = "supplier",
        /// The adopter and the supplier, or another body, decide together.
        Joint = "joint",
        /// Another organisation.
        Other = "other",
        /// Nobody besides the controller itself.
        Nobody = "nobody",
    }
}

/// The data protection impact assessments; the supplier's does not replace the adopter's.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Dpia {
    /// The supplier's, for the product. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "supplier"))]
    pub supplier: SupplierDpia,
    /// The adopter's own, for its use here. Ask: the data protection officer.
    pub adopter: AdopterDpia,
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
}

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

/// How openly people are told about the use of their data.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DataTransparency {
    /// The privacy notice that covers the product. Example: `privacy-notice`. Ask: the data protection officer.
    pub privacy_notice: Answer<EvidenceId>,
    /// Whether people are told all that the UK GDPR demands. Example: `{judged: acceptable, says: "The notice names the product, the basis and the supplier.", by: data_protection_officer, on: 2026-09-28}`. Ask: the data protection officer.
    pub gdpr: Judgement,
    /// Whether the expectations of the ICO on openness are met, those on explaining AI among them. Example: `{judged: acceptable, says: "A page in plain words; staff can explain a result.", by: data_protection_officer, on: 2026-09-28}`. Ask: the data protection officer.
    pub ico: Judgement,
    /// Whether the principles of the MHRA on openness of devices that learn from data are met: who is told, why, what, where, when and how. Example: `{judged: acceptable, says: "Users see limits and version on the screen.", by: clinical_lead, on: 2026-09-30}`. Ask: the clinical lead.
    pub mhra: Judgement,
}

/// How each of the eight Caldicott Principles is kept.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Caldicott {
    /// The purpose is justified. Example: `Urgent X-rays are reported sooner.`. Ask: the Caldicott Guardian.
    pub principle_1: Statement,
    /// Confidential information is used only when necessary. Example: `The order cannot be worked out without the image.`. Ask: the Caldicott Guardian.
    pub principle_2: Statement,
    /// No more is used than necessary. Example: `Image and number only; no name, no history.`. Ask: the Caldicott Guardian.
    pub principle_3: Statement,
    /// Only those see it who need to. Example: `Two support engineers, on request.`. Ask: the Caldicott Guardian.
    pub principle_4: Statement,
    /// Everybody with access knows their duties. Example: `Yearly training; a clause in the contract.`. Ask: the Caldicott Guardian.
    pub principle_5: Statement,
    /// The law is kept. Example: `Bases, contract and assessment are on file.`. Ask: the Caldicott Guardian.
    pub principle_6: Statement,
    /// Sharing for a person's care is as important as confidence. Example: `The priority is seen by everybody who cares for the patient.`. Ask: the Caldicott Guardian.
    pub principle_7: Statement,
    /// Patients are told how their information is used. Example: `Notice, posters and leaflets.`. Ask: the Caldicott Guardian.
    pub principle_8: Statement,
}

/// One risk to people's privacy.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct PrivacyRisk {
    /// A short name. Example: `P1`. Ask: whoever names the risk.
    pub id: Statement,
    /// What could happen. Example: `Images stay with the supplier longer than needed.`. Ask: the data protection officer.
    pub risk: Statement,
    /// What is done about it. Example: `Deleted after 24 hours; we read the log every quarter.`. Ask: the data protection officer.
    pub arrangement: Statement,
}

/// Decisions about patients that the product takes without a human who truly takes part.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AutomatedDecisions {
    /// Whether it decides anything about a patient without a human who truly takes part. Example: `{is: false, says: "A radiologist reads every image."}`. Ask: the clinical lead; the data protection officer reviews it.
    pub solely_automated: Answer<bool>,
    /// Whether such a decision would matter to the patient as much as a legal one. Example: `true`. Ask: the clinical lead.
    pub significant: Answer<bool>,
    /// What makes a decision without a human lawful. Example: `explicit-consent`. Ask: the data protection officer.
    pub rests_on: Answer<DecisionGround>,
    /// Whether people are protected well enough: told, able to object, able to reach a human; `says` describes how. Example: `{judged: acceptable, says: "Any patient can ask for the usual order.", by: data_protection_officer, on: 2026-09-28}`. Ask: the data protection officer.
    pub safeguards: Judgement,
}

choice! {
    /// What a significant decision without a human rests on, under Articles 22A to 22D of the UK GDPR.
    DecisionGround {
        /// It rests wholly on the patient's explicit consent.
        ExplicitConsent = "explicit-consent",
        /// A contract or a law demands it, and the condition is substantial public interest, Article 9(2)(g).
        ContractOrLaw = "contract-or-law-in-public-interest",
        /// It uses no health data or other special category data, and does not rest on a recognised legitimate interest.
        NoSpecialCategory = "no-special-category-data",
        /// It rests on a recognised legitimate interest, Article 6(1)(ea), which the law does not allow.
        RecognisedLegitimateInterest = "recognised-legitimate-interest",
        /// Anything else.
        Other = "other",
    }
}
