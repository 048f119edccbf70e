//! The section `data_protection`: personal data, why they may be used, impact assessments, agreements and openness.

use super::agreements::{DataAgreement, SubProcessors};
use super::automated_decisions::AutomatedDecisions;
use super::impact_assessment::Dpia;
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
    /// Who says that the list of agreements is complete. Ask: the contracts lead.
    pub agreements_complete: Attestation,
    /// The adopter's own registration with the ICO. Ask: the data protection officer.
    pub registration: Registration,
    /// The day on which the information governance team was first asked about adopting the product. Example: `2026-06-08`. Ask: the driver.
    pub governance_consulted: Answer<Date>,
    /// What that team advised, on the duty of confidentiality too, and when. Example: `On 10 September 2026: no patient's image to an engineer without consent.`. Ask: the data protection officer.
    pub governance_advice: Statement,
    /// Whether the adopter can show that it keeps the data protection principles with this product, in each role it has; `says` names the records. Example: `{judged: acceptable, says: "Record of processing, both impact assessments, contract and notice are on file.", by: data_protection_officer, on: 2026-09-28}`. Ask: the data protection officer.
    pub accountability: Judgement,
    /// Whether controllers and processors are named rightly, joint controllers too; `says` gives the facts: who decides which data are used, why and how. Example: `{judged: acceptable, says: "We decide which images are sent and why; the supplier only does what the contract says.", by: data_protection_officer, on: 2026-09-14}`. Ask: the data protection officer.
    pub roles: Judgement,
    /// Where the adopter itself uses data on another's behalf: whether its methods meet what that controller demands. Example: `{judged: acceptable, says: "We read the network's instructions on data, purpose and basis; our methods keep them.", by: data_protection_officer, on: 2026-09-28}`. Ask: the data protection officer.
    pub as_processor: Judgement,
    /// How people complain about the use of their data. Ask: the data protection officer.
    pub complaints: DataComplaints,
    /// Whether enough is arranged for the day somebody wants to use the data, or the product, for something new; `says` names who decides beforehand whether the purpose changes and whether it becomes research or needs approval, the basis, new consent where data were collected on consent that does not cover it, the impact assessment and the privacy notice. Example: `{judged: acceptable, says: "The information governance group and the research lead decide first; the notice is changed before data flow.", by: data_protection_officer, on: 2026-09-28}`. Ask: the data protection officer.
    pub repurposing: Judgement,
    /// Whether personal data are shared with another organisation that decides for itself what it does with them. Example: `{is: false, says: "The supplier acts only on our behalf."}`. Ask: the data protection officer.
    #[schemars(extend("x-switch" = []))]
    pub shares_with_controllers: Answer<bool>,
    /// Whoever works for the supplier and uses the data too. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "both"))]
    pub sub_processors: SubProcessors,
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
    /// What kind of purpose it is; testing and validation are not a person's own care. Example: `direct-care`. Ask: the data protection officer.
    pub kind: Answer<PurposeKind>,
    /// Whether the basis, and the condition where one is needed, were settled before any data were used for it. Example: `true`. Ask: the data protection officer.
    pub decided_before_use: Answer<bool>,
    /// Whether basis and condition fit this purpose and all that they demand can be met; `says` gives the reasons. Example: `{judged: acceptable, says: "Ordering images is part of our task to provide care.", by: data_protection_officer, on: 2026-09-14}`. Ask: the data protection officer.
    pub lawful: Judgement,
    /// Why Article 9(2)(h), or implied consent, holds for it although it is not the person's own care. Example: `Checking a service before patients rely on it is part of managing health care; our data protection officer agrees.`. Ask: the data protection officer.
    pub beyond_care: Statement,
    /// The condition of Schedule 1 to the Data Protection Act 2018 that is met besides b, g, h, i or j of Article 9(2), and its safeguards. Example: `Health or social care purposes; everybody with access owes secrecy.`. Ask: the data protection officer.
    pub schedule_1: Statement,
    /// Whether the data are left to professionals whose code and duty of confidentiality or secrecy bind them; `says` tells how that reaches everybody with access. Example: `{is: true, says: "Radiologists and radiographers; the engineers are bound by contract and watched by them."}`. Ask: the Caldicott Guardian.
    pub secrecy: Answer<bool>,
    /// Where it rests on Article 9(2)(j): whether the use is necessary, safeguarded and in the public interest; `says` shows all three. Example: `{judged: acceptable, says: "No other data answer the question; numbers are removed; the ethics committee saw the benefit.", by: data_protection_officer, on: 2026-09-28}`. Ask: the research lead.
    pub research_case: Judgement,
}

choice! {
    /// A kind of purpose for which personal data are used.
    PurposeKind {
        /// The care of the person the data are about.
        DirectCare = "direct-care",
        /// Testing or validating the product, before or after it is in use.
        Testing = "testing",
        /// Watching how well the product and the service work.
        Monitoring = "monitoring",
        /// Planning, training, audit or another task of running the service.
        Service = "service",
        /// Research.
        Research = "research",
        /// Developing this or another product.
        Development = "development",
        /// Anything else.
        Other = "other",
    }
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
    /// Whether the privacy notice names the lawful basis of each purpose. Example: `true`. Ask: the data protection officer.
    pub basis_named: Answer<bool>,
    /// For research: which of the HRA's recommended wordings the information for patients follows. Example: `HRA wording for health and care research, public sponsor.`. Ask: the research lead.
    pub research_wording: Statement,
}

/// The adopter's own registration with the ICO.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Registration {
    /// The number in the register of fee payers. Example: `Z7654321`. Ask: the data protection officer.
    pub number: Statement,
    /// The last day of the present registration. Example: `2027-08-31`. Ask: the data protection officer.
    pub expires: Answer<Date>,
    /// Whether a data protection fee is due. Example: `true`. Ask: the data protection officer.
    pub fee_due: Answer<bool>,
    /// Where none is due: the day the ICO's self-assessment said so. Example: `2026-09-01`. Ask: the data protection officer.
    pub self_assessed: Answer<Date>,
    /// The fee last paid, in pounds, without a discount. Example: `3763`. Ask: the data protection officer.
    pub fee_paid: Answer<u64>,
}

/// How people complain about the use of their data.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DataComplaints {
    /// How a complaint can be made, electronically too, and who answers it. Example: `A form on our website, by e-mail or at the desk; the information governance team answers.`. Ask: the data protection officer.
    pub route: Statement,
    /// Within how many days a complaint is acknowledged. Example: `30`. Ask: the data protection officer.
    pub acknowledged_within_days: Answer<u64>,
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
    /// Whether the eight principles are kept well enough with this product. Example: `{judged: acceptable, says: "Read with the contract and both impact assessments.", by: caldicott_guardian, on: 2026-09-28}`. Ask: the Caldicott Guardian.
    pub kept: Judgement,
    /// What the Caldicott Guardian advised on uses and sharing that are complex, or legally or ethically unclear; when there are none, none with the reason. Example: `Support visits only on our request and recorded; advised on 2026-09-28.`. Ask: the Caldicott Guardian.
    pub advice: Statement,
    /// Where there is no Caldicott Guardian: what the UK Caldicott Guardian Council was asked and answered. Example: `Asked on 2026-09-03; they named a Guardian of a neighbouring trust.`. Ask: the accountable executive.
    pub council: Statement,
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
