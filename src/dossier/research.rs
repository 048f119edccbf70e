//! The section `research`: what is research and what is evaluation, improvement or audit, and which approvals that needs.

use super::prelude::*;

/// What the activities around the adoption are, and the approvals of those that are research.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct Research {
    /// Every activity around the adoption that could be research: validation, pilot, study, audit. Ask: the research lead.
    pub activities: List<Activity>,
    /// Who says that the list of activities is complete. Ask: the research lead.
    pub activities_complete: Attestation,
    /// What the HRA's tool "Is my study research?" said, and when. Example: `1 September 2026, for both activities: not research.`. Ask: the research lead.
    pub decision_tool: Statement,
    /// What the HRA's tool on review by an NHS research ethics committee said, and when. Example: `1 September 2026: no review needed.`. Ask: the research lead.
    pub ethics_tool: Statement,
    /// Who looks again at what an activity is when its purpose changes, and how that comes to light. Example: `The research lead reads every change of a protocol, and all activities each January.`. Ask: the research lead.
    pub looked_at_again: Statement,
    /// Whether NHS staff or resources, or data that an NHS body holds on patients or staff, are used, made anonymous or not. Example: `true`. Ask: the research lead.
    #[schemars(extend("x-switch" = ["research.hra_hcrw"]))]
    pub nhs_involved: Answer<bool>,
    /// Which approvals the research needs and which it does not, each with the reason: research ethics committee, HRA or HCRW, Confidentiality Advisory Group, MHRA. Example: `REC and HRA; no CAG, since everyone consents; no MHRA, since nothing is investigated as a device.`. Ask: the research lead.
    pub approvals_needed: Statement,
    /// Whether every approval was there before the research began, development included; before it has begun, whether it waits for them. Example: `true`. Ask: the research lead.
    pub approved_before_start: Answer<bool>,
    /// The opinion of a research ethics committee.
    pub ethics: EthicsReview,
    /// The approval of the HRA in England or of HCRW in Wales.
    pub hra_hcrw: ResearchApproval,
    /// The number of the project in IRAS, and who answers the questions of those who review it. Example: `IRAS 300000; Dr Ines Duarte.`. Ask: the research lead.
    pub application: Statement,
    /// For approved research: who amends the approval when other patient data are wanted, and who is told. Example: `The research lead amends it in IRAS and tells the committee and CAG before any new data are used.`. Ask: the research lead.
    pub amendments: Statement,
    /// How the findings are shared. Example: `In a journal that all can read, and with a page for patients.`. Ask: the research lead.
    pub sharing_findings: Statement,
    /// How patients and the public take part in shaping it, apart from being its participants. Example: `The patient panel read the protocol.`. Ask: the patient voice.
    pub public_involvement: Statement,
    /// Whether any of it is a clinical investigation of a medical device. Example: `{is: false, says: "The device is marked for this use."}`. Ask: the research lead.
    pub clinical_investigation: Answer<bool>,
    /// The clinical investigation, where there is one.
    pub investigation: Investigation,
}

/// One activity around the adoption that could be research.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "activity"))]
pub struct Activity {
    /// A short name. Example: `pilot`. Ask: the research lead.
    pub activity: Statement,
    /// What it is. Example: `service-evaluation`. Ask: the research lead.
    pub kind: Answer<ActivityKind>,
    /// What it is meant to find out or to change, and why that makes it what it is. Example: `To see whether our own urgent films are reported sooner; nobody else will rest on it.`. Ask: the research lead.
    pub reason: Statement,
    /// Whether chance decides who gets which treatment or examination. Example: `false`. Ask: the research lead.
    pub randomised: Answer<bool>,
    /// Whether it uses only what is well established in the service, and leaves the choice of treatment to patient and clinician. Example: `true`. Ask: the clinical lead.
    pub usual_care: Answer<bool>,
}

choice! {
    /// What an activity around the adoption is.
    ActivityKind {
        /// Made to yield new knowledge that holds elsewhere too.
        Research = "research",
        /// Made to find out what standard the service reaches.
        ServiceEvaluation = "service-evaluation",
        /// Made to make the service better.
        ServiceImprovement = "service-improvement",
        /// Made to find out whether the service reaches a standard set beforehand.
        Audit = "audit",
    }
}

/// The opinion of a research ethics committee.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct EthicsReview {
    /// Whether one is needed. Example: `{is: true, says: "By the tool, on 1 June 2026."}`. Ask: the research lead.
    pub needed: Answer<bool>,
    /// Committee and reference. Example: `Nymouth REC, 26/XX/0001`. Ask: the research lead.
    pub reference: Statement,
    /// The day of the favourable opinion. Example: `2026-07-20`. Ask: the research lead.
    pub given: Answer<Date>,
}

/// An approval of research, with its reference.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ResearchApproval {
    /// Its reference. Example: `HRA approval, IRAS 300000`. Ask: the research lead.
    pub reference: Statement,
    /// The day it was given. Example: `2026-08-03`. Ask: the research lead.
    pub given: Answer<Date>,
}

/// A clinical investigation of a medical device.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Investigation {
    /// Whether the device under investigation carries no UKCA or CE mark. Example: `true`. Ask: the supplier; the research lead reviews it.
    pub unmarked: Answer<bool>,
    /// The reference of the application to the MHRA, which also tells it of the investigation. Example: `MHRA CI/2026/0001`. Ask: the supplier.
    pub mhra_reference: Statement,
    /// Whether the MHRA was told before the investigation began; before it has begun, whether it waits for that. Example: `true`. Ask: the research lead.
    pub mhra_told_before_start: Answer<bool>,
    /// Whether the application to the ethics committee goes in only once the MHRA has said that its own is valid. Example: `true`. Ask: the research lead.
    pub ethics_after_mhra: Answer<bool>,
    /// Whether the MHRA was asked by e-mail to assess together with the ethics committee. Example: `true`. Ask: the research lead.
    pub coordinated_assessment: Answer<bool>,
}
