//! The section `clinical_safety`: clinical risk management, hazards, incidents and what happens when the product fails.

use super::clinical_risk::{RiskSystem, WholeLife};
use super::prelude::*;

/// Clinical risk management by the supplier and by the adopter, hazards, incidents and fall-back.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct ClinicalSafety {
    /// The supplier's clinical risk management under DCB0129. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "supplier"))]
    pub dcb0129: Dcb0129,
    /// The adopter's own clinical risk management under DCB0160. Ask: the clinical safety officer.
    pub dcb0160: Dcb0160,
    /// The scheme by which hazards are rated, as the clinical risk management plan declares it. Example: `nhs-example`. Ask: the clinical safety officer.
    pub scheme: Answer<RiskScheme>,
    /// Ways in which using the product here could harm a patient, the supplier's that apply here among them. Ask: the clinical safety officer.
    pub hazards: List<Hazard>,
    /// Who says that the list of hazards is complete. Ask: the clinical safety officer.
    pub hazards_complete: Attestation,
    /// How serious incidents that a software error causes are dealt with. Ask: the clinical safety officer.
    pub incidents: Incidents,
    /// How patients are cared for when the product fails or is switched off. Ask: the clinical lead.
    pub fallback: Fallback,
    /// Whether the way this deployment is kept safe is good enough; `says` describes it. Example: `{judged: acceptable, says: "Two readers check the low-priority list daily.", by: clinical_safety_officer, on: 2026-10-05}`. Ask: the clinical safety officer.
    pub deployment_safety: Judgement,
}

/// The supplier's clinical risk management under DCB0129.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Dcb0129 {
    /// Whether the product is a health IT system that bears on patients' care, so that DCB0129 applies to its maker and DCB0160 to those who deploy it. Example: `{is: true, says: "It orders the reading list."}`. Ask: the supplier; the clinical safety officer reviews it.
    #[schemars(extend("x-switch" = ["clinical_safety.hazards", "clinical_safety.dcb0129.hazard_log", "clinical_safety.dcb0129.safety_case", "clinical_safety.dcb0160.hazard_log", "clinical_safety.dcb0160.safety_case"]))]
    pub in_scope: Answer<bool>,
    /// The supplier's clinical safety officer. Ask: the supplier.
    pub officer: SupplierOfficer,
    /// The clinical risk management plan, with the criteria for an acceptable risk. Example: `crm-plan-s`. Ask: the supplier.
    pub plan: Answer<EvidenceId>,
    /// The supplier's hazard log. Ask: the supplier.
    pub hazard_log: ControlledDocument,
    /// The supplier's clinical safety case report. Ask: the supplier.
    pub safety_case: ControlledDocument,
    /// The version of the product that these documents are about. Example: `2.3.0`. Ask: the supplier.
    pub product_version: Statement,
    /// Whether what the supplier shows amounts to conformity with DCB0129. Example: `{judged: acceptable, says: "Plan, log and report read against the clauses.", by: clinical_safety_officer, on: 2026-09-08}`. Ask: the clinical safety officer.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub conformity: Judgement,
}

/// The supplier's clinical safety officer: a clinician who is on a professional register.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SupplierOfficer {
    /// Full name. Example: `Dr Mark Sutton`. Ask: the supplier.
    pub name: Statement,
    /// Clinical profession. Example: `doctor`. Ask: the supplier.
    pub profession: Statement,
    /// The professional register and the number on it. Example: `GMC 7000001`. Ask: the supplier.
    pub register: Statement,
    /// The day somebody last found the registration current in the register itself. Example: `2026-09-08`. Ask: the clinical safety officer.
    #[schemars(extend("x-kept-by" = "both"))]
    pub checked: Answer<Date>,
}

/// A document of clinical risk management that the clinical safety officer approves, version by version.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ControlledDocument {
    /// The document itself. Example: `safety-case-s`. Ask: the clinical safety officer of whoever wrote it.
    pub document: Answer<EvidenceId>,
    /// The version of the document. Example: `"3"`. Ask: the clinical safety officer of whoever wrote it.
    pub version: Statement,
    /// The day the writer's own clinical safety officer approved this version of it. Example: `2026-05-12`. Ask: the clinical safety officer of whoever wrote it.
    pub approved_by_officer: Answer<Date>,
}

/// The adopter's own clinical risk management under DCB0160; its officer stands under `adopter.people`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Dcb0160 {
    /// The adopter's clinical risk management plan for this deployment. Example: `crm-plan-a`. Ask: the clinical safety officer.
    pub plan: Answer<EvidenceId>,
    /// The adopter's hazard log for this deployment. Ask: the clinical safety officer.
    pub hazard_log: ControlledDocument,
    /// The adopter's clinical safety case report for this deployment. Ask: the clinical safety officer.
    pub safety_case: ControlledDocument,
    /// Top management's decision on the clinical risk that remains. Ask: the accountable executive.
    pub residual_risk_accepted: RiskAcceptance,
    /// The day the organisation last reviewed its clinical risk management process. Example: `2026-09-01`. Ask: the clinical safety officer.
    pub process_reviewed: Answer<Date>,
    /// The edition of DCB0160 that was worked to. Example: `v3.2`. Ask: the clinical safety officer.
    pub edition: Statement,
    /// The organisation's clinical risk management system: how clinical risk is managed here, whatever the product. Ask: the clinical safety officer.
    pub system: RiskSystem,
    /// Whether everyone with a task in clinical risk management has the knowledge, experience and competence for it, the clinical safety officer included; `says` names them and how that was seen. Example: `{judged: acceptable, says: "Dr Rao took the national course in 2025; both deputies work under her.", by: accountable_executive, on: 2026-09-10}`. Ask: the accountable executive.
    pub competence: Judgement,
    /// Whether clinical risk was managed from the first step of adoption, or what was decided before has been gone over since; `says` tells when it began. Example: `{judged: acceptable, says: "Begun on 3 August, ten weeks before the contract.", by: clinical_safety_officer, on: 2026-09-10}`. Ask: the clinical safety officer.
    pub from_the_start: Judgement,
    /// How clinical risk management reaches beyond the start of use. Ask: the clinical safety officer.
    pub whole_life: WholeLife,
    /// Whether what has been done here amounts to conformity with DCB0160. Example: `{judged: acceptable, says: "Plan, log and report read against the clauses.", by: clinical_safety_officer, on: 2026-10-12}`. Ask: the clinical safety officer.
    pub conformity: Judgement,
    /// In Wales: what the national body answered when asked whether DCB0160 applies there, who answered and when. Example: `Asked on 4 September 2026; the answer was to work to it.`. Ask: the clinical safety officer.
    pub answer_for_wales: Statement,
}

/// Top management accepts, or does not accept, the clinical risk that remains, and so authorises use.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct RiskAcceptance {
    /// Whether the remaining risk is acceptable for the organisation. Example: `{judged: acceptable, says: "Accepted for the pilot and for use.", by: accountable_executive, on: 2026-10-20}`. Ask: the accountable executive.
    pub decision: Judgement,
    /// The role in which the decision was made. Example: `accountable_executive`. Ask: the accountable executive.
    pub authorised_by: Answer<Role>,
}

/// One way in which using the product here could harm a patient.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct Hazard {
    /// The number in the adopter's hazard log. Example: `H1`. Ask: the clinical safety officer.
    pub id: Statement,
    /// What could go wrong. Example: `A pneumothorax is missed and the image goes to the end of the list.`. Ask: the clinical safety officer.
    pub hazard: Statement,
    /// What could bring it about. Example: `The collapse is small and hidden by a rib.`. Ask: the clinical lead.
    pub cause: Statement,
    /// What it could do to a patient. Example: `The report comes hours late and the lung collapses further.`. Ask: the clinical lead.
    pub harm: Statement,
    /// The number in the supplier's hazard log, when the supplier passed it on. Example: `S-07`. Ask: the supplier.
    pub transferred_from: Statement,
    /// How bad the harm could be, before any control of the adopter. Example: `major`. Ask: the clinical safety officer.
    pub severity: Answer<HarmSeverity>,
    /// How likely that harm is, before any control of the adopter. Example: `medium`. Ask: the clinical safety officer.
    pub likelihood: Answer<Likelihood>,
    /// The rating in the words of your own scheme, when `scheme` is `own`. Example: `12 of 25, tolerable with controls`. Ask: the clinical safety officer.
    pub rating: Statement,
    /// What is done so that it does not happen or does less harm. Ask: the clinical safety officer.
    pub controls: List<Control>,
    /// The risk that remains with the controls in place. Ask: the clinical safety officer.
    pub residual: ResidualRisk,
    /// The role that answers for this hazard. Example: `clinical_lead`. Ask: the clinical safety officer.
    pub owner: Answer<Role>,
    /// Where the hazard stands in the log. Example: `closed`. Ask: the clinical safety officer.
    pub status: Answer<HazardStatus>,
}

/// One control of a hazard.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct Control {
    /// The number in the hazard log. Example: `H1-C1`. Ask: the clinical safety officer.
    pub id: Statement,
    /// What is done. Example: `No image waits longer than 24 hours, whatever its priority.`. Ask: the clinical safety officer.
    pub control: Statement,
    /// By what means it works. Example: `business-process`. Ask: the clinical safety officer.
    pub kind: Answer<ControlKind>,
    /// Whether the control is in place today. Example: `true`. Ask: the role that answers for the hazard.
    pub in_place: Answer<bool>,
    /// Documents that show it was put in place. Example: `[worklist-settings]`. Ask: the role that answers for the hazard.
    pub implemented: Answer<Vec<EvidenceId>>,
    /// Documents that show it works. Example: `[pilot-safety-report]`. Ask: the role that answers for the hazard.
    pub effective: Answer<Vec<EvidenceId>>,
}

/// The risk that remains with the controls in place.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ResidualRisk {
    /// How bad the harm could still be. Example: `major`. Ask: the clinical safety officer.
    pub severity: Answer<HarmSeverity>,
    /// How likely that harm still is. Example: `very-low`. Ask: the clinical safety officer.
    pub likelihood: Answer<Likelihood>,
    /// The rating in the words of your own scheme, when `scheme` is `own`. Example: `4 of 25, broadly acceptable`. Ask: the clinical safety officer.
    pub rating: Statement,
    /// Why more reduction is not practical or not worth its cost. Example: `A second reader for every image would delay all reports.`. Ask: the clinical safety officer.
    pub reason: Statement,
    /// Whether the remaining risk is acceptable, when `scheme` is `own`. Example: `{judged: acceptable, says: "Within our criteria.", by: clinical_safety_officer, on: 2026-10-01}`. Ask: the clinical safety officer.
    pub acceptable: Judgement,
}

choice! {
    /// By what means a control works.
    ControlKind {
        /// The product is built or set so.
        Design = "design",
        /// Somebody tests for it.
        Test = "test",
        /// Staff are taught.
        Training = "training",
        /// The way of working is changed.
        BusinessProcess = "business-process",
    }
}

/// How serious incidents that a software error causes are dealt with.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Incidents {
    /// How such an incident comes to light. Example: `Every urgent finding that was ranked low is logged at reporting.`. Ask: the clinical safety officer.
    pub detect: Statement,
    /// To whom it is reported, by whom and how fast. Example: `Our own system the same day, the route of our nation for a device, and the supplier.`. Ask: the clinical safety officer.
    pub report: Statement,
    /// Who makes the service safe, looks into it and decides on stopping. Example: `The safety officer may switch the product off at once.`. Ask: the clinical safety officer.
    pub manage: Statement,
}

/// How patients are cared for when the product fails or is switched off.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Fallback {
    /// How the work goes on without the product. Example: `The list falls back to order of arrival, inpatients first.`. Ask: the clinical lead.
    pub workflow: Statement,
    /// The role that starts it. Example: `clinical_lead`. Ask: the clinical lead.
    pub started_by: Answer<Role>,
    /// The day it was last rehearsed. Example: `2026-10-22`. Ask: the clinical lead.
    pub rehearsed: Answer<Date>,
    /// Whether it keeps patients safe enough for as long as a failure may last. Example: `{judged: acceptable, says: "Rehearsed for a whole shift.", by: clinical_lead, on: 2026-10-23}`. Ask: the clinical lead.
    pub adequate: Judgement,
}
