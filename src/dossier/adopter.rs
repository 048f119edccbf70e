//! The section `adopter`: who buys and deploys the product, and the people who answer for it there.

use super::prelude::*;
use super::product::ToolkitReturn;
use super::team::{TeamMember, TeamWork};
use crate::terms::Gate;

/// Who buys and deploys the product, at which stage, and who answers for it there.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct Adopter {
    /// The organisation that deploys the product and answers for its safe use. Example: `Nymouth University Hospitals`. Ask: the driver.
    pub organisation: Statement,
    /// What kind of organisation it is. Example: `nhs-trust`. Ask: the driver.
    pub kind: Answer<OrganisationKind>,
    /// The organisation that signs the contract, when it is another. Example: `Nymouth Integrated Care Board`. Ask: the contracts lead.
    pub contracting: Statement,
    /// The nation in which the product is used; law and standards differ. Example: `england`. Ask: the driver.
    pub nation: Answer<Nation>,
    /// The places where the product is used. Example: `[Nymouth General, St Petroc's]`. Ask: the driver.
    pub sites: Answer<Vec<Text>>,
    /// Whether it is a public body, or carries out public functions here, and so has the duties on equality and openness. Example: `true`. Ask: the contracts lead.
    #[schemars(extend("x-switch" = ["equality.specific_duties"]))]
    pub public_body: Answer<bool>,
    /// The decision being prepared now, which ends the present stage of adoption. Example: `procurement`. Ask: the driver.
    pub stage: Answer<Gate>,
    /// The registration with the Care Quality Commission. Ask: the accountable executive.
    pub cqc: CqcRegistration,
    /// The organisation's own return to the Data Security and Protection Toolkit. Ask: the senior information risk owner.
    pub dspt: ToolkitReturn,
    /// Who holds each role; a role counts in a review or judgement only when its holder is named here. Ask: the driver.
    pub people: People,
    /// The team of several professions that brings the product into use. Ask: the AI lead.
    pub team: List<TeamMember>,
    /// Who says that everybody in the team is listed. Ask: the AI lead.
    pub team_complete: Attestation,
    /// How that team works together and whom it hears. Ask: the AI lead.
    pub team_work: TeamWork,
    /// The duty holders under the regulations on ionising radiation, where the product works with such images. Ask: the radiation protection lead.
    pub ionising_radiation_duty_holders: DutyHolders,
    /// Whether the organisation can reach NHS patient data or NHS systems, through this product or otherwise. Example: `true`. Ask: the senior information risk owner.
    #[schemars(extend("x-switch" = ["adopter.dspt.status"]))]
    pub nhs_access: Answer<bool>,
    /// Whether it is an operator of essential services under the NIS Regulations; in England NHS trusts, integrated care boards and certain independent providers are. Example: `true`. Ask: the cyber security lead.
    #[schemars(extend("x-switch" = ["adopter.cyber_resilience.regulator"]))]
    pub operator_of_essential_services: Answer<bool>,
    /// How the organisation itself is certified and assessed for cyber security. Ask: the cyber security lead.
    pub cyber_resilience: CyberResilience,
    /// The regulator of care where the service is given outside England. Ask: the accountable executive.
    pub care_regulator: CareRegulator,
}

choice! {
    /// What kind of organisation deploys the product.
    OrganisationKind {
        /// An NHS trust or foundation trust, or a health board or health and social care trust.
        NhsTrust = "nhs-trust",
        /// A general practice, or several together.
        GpPractice = "gp-practice",
        /// An integrated care board.
        IntegratedCareBoard = "integrated-care-board",
        /// A provider of adult social care.
        SocialCare = "social-care",
        /// A provider of care outside the NHS.
        IndependentProvider = "independent-provider",
        /// A local authority.
        LocalAuthority = "local-authority",
        /// Another kind.
        Other = "other",
    }
}

/// The registration with the Care Quality Commission.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct CqcRegistration {
    /// Whether the organisation is registered. Example: `true`. Ask: the accountable executive.
    pub registered: Answer<bool>,
    /// Whether the registration covers the activity for which the product is used. Example: `true`. Ask: the accountable executive.
    pub covers_activity: Answer<bool>,
    /// Whether the organisation provides an activity that has to be registered, the use of the product counted. Example: `true`. Ask: the accountable executive.
    #[schemars(extend("x-switch" = ["adopter.cqc.covers_activity"]))]
    pub regulated_activity: Answer<bool>,
    /// Which activities have to be registered, whether using the product is one of them, and how and when that was found out. Example: `Diagnostic and screening procedures, as before; checked with the guide to registration on 2 September 2026.`. Ask: the accountable executive.
    pub scope: Statement,
    /// Which regulations the service has to meet once it is given with the product, and when each applies. Example: `The regulated activities regulations of 2014 at all times; the registration regulations of 2009 when we have to notify.`. Ask: the accountable executive.
    pub regulations: Statement,
    /// Whether the service, given with the product, meets the regulations of 2014 with their fundamental standards and those of 2009; `says` tells what shows it. Example: `{judged: acceptable, says: "Each fundamental standard was gone through with the product in mind.", by: accountable_executive, on: 2026-10-20}`. Ask: the accountable executive.
    pub regulations_met: Judgement,
    /// What the product means for safe, effective, caring, responsive and well-led care, and which evidence inspectors would be shown. Example: `Safe: hazard log and fall-back. Effective: pilot report.`. Ask: the clinical lead.
    pub key_questions: Statement,
}

/// The regulator of care in Wales, Scotland or Northern Ireland.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct CareRegulator {
    /// The body that regulates the service there. Example: `Care Inspectorate Wales`. Ask: the accountable executive.
    pub name: Statement,
    /// Which of its rules bind the service once it is given with the product, and how and when that was found out. Example: `Asked in writing on 2 September 2026; no new registration is needed.`. Ask: the accountable executive.
    pub rules: Statement,
}

/// How the organisation itself is certified and assessed for cyber security.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct CyberResilience {
    /// Whether contracts or insurers ask the organisation for Cyber Essentials, which level it holds, and which toolkit questions that spares it. Example: `Our insurer asks for Plus; held since March 2026.`. Ask: the cyber security lead.
    pub cyber_essentials: Statement,
    /// Whether the organisation assesses itself with the Cyber Assessment Framework, or when the toolkit will ask it to, and the day that was looked up. Example: `Part of our toolkit return since 2025; next interim return in December.`. Ask: the cyber security lead.
    pub assessment_framework: Statement,
    /// Who answers requests, inspections and notices of the regulator of essential services, where the evidence is kept, and how a penalty is counted among the risks. Example: `The cyber security lead; folder NIS; risk 14 in the board's register.`. Ask: the cyber security lead.
    pub regulator: Statement,
}

/// Who holds each role at the adopter.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct People {
    /// The board member who answers for the organisation. Ask: the driver.
    pub accountable_executive: Person,
    /// The person who leads the purchase and the change. Ask: the driver.
    pub driver: Person,
    /// The person who leads AI evaluation and implementation. Ask: the driver.
    pub ai_lead: Person,
    /// A senior clinician of the specialty that will use the product. Ask: the driver.
    pub clinical_lead: Person,
    /// The clinical safety officer, a clinician on a current professional register. Ask: the accountable executive.
    pub clinical_safety_officer: Person,
    /// The Caldicott Guardian. Ask: the accountable executive.
    pub caldicott_guardian: Person,
    /// The senior information risk owner. Ask: the accountable executive.
    pub senior_information_risk_owner: Person,
    /// The data protection officer. Ask: the accountable executive.
    pub data_protection_officer: Person,
    /// The person who answers for cyber security. Ask: the driver.
    pub cyber_security_lead: Person,
    /// The person who leads integration and technical support. Ask: the driver.
    pub it_lead: Person,
    /// The person who keeps watch on the product once it is in use. Ask: the AI lead.
    pub monitoring_lead: Person,
    /// The person who plans and records training. Ask: the driver.
    pub training_lead: Person,
    /// The person who answers for equality and inclusion. Ask: the driver.
    pub equality_lead: Person,
    /// The person who answers for contracts and legal advice. Ask: the driver.
    pub contracts_lead: Person,
    /// The person who answers for research governance. Ask: the driver.
    pub research_lead: Person,
    /// The person who answers for radiation protection. Ask: the driver.
    pub radiation_protection_lead: Person,
    /// The person or group that speaks for patients. Ask: the driver.
    pub patient_voice: Person,
}

impl People {
    /// Who holds a role; the supplier is not one of the adopter's people.
    pub fn holder(&self, role: Role) -> Option<&Person> {
        Some(match role {
            Role::Supplier => return None,
            Role::AccountableExecutive => &self.accountable_executive,
            Role::Driver => &self.driver,
            Role::AiLead => &self.ai_lead,
            Role::ClinicalLead => &self.clinical_lead,
            Role::ClinicalSafetyOfficer => &self.clinical_safety_officer,
            Role::CaldicottGuardian => &self.caldicott_guardian,
            Role::SeniorInformationRiskOwner => &self.senior_information_risk_owner,
            Role::DataProtectionOfficer => &self.data_protection_officer,
            Role::CyberSecurityLead => &self.cyber_security_lead,
            Role::ItLead => &self.it_lead,
            Role::MonitoringLead => &self.monitoring_lead,
            Role::TrainingLead => &self.training_lead,
            Role::EqualityLead => &self.equality_lead,
            Role::ContractsLead => &self.contracts_lead,
            Role::ResearchLead => &self.research_lead,
            Role::RadiationProtectionLead => &self.radiation_protection_lead,
            Role::PatientVoice => &self.patient_voice,
        })
    }

    /// Whether the adopter names who holds a role.
    pub fn named(&self, role: Role) -> bool {
        self.holder(role).is_some_and(|person| person.name.get().is_some())
    }
}

/// One person; profession, register and number where a duty needs them.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Person {
    /// Full name. Example: `Dr Asha Rao`. Ask: the driver.
    pub name: Statement,
    /// Position in the organisation. Example: `Consultant physician and clinical safety officer`. Ask: the person.
    pub title: Statement,
    /// Clinical profession, where the role needs one. Example: `doctor`. Ask: the person.
    pub profession: Statement,
    /// The professional register. Example: `GMC`. Ask: the person.
    pub register: Statement,
    /// The number on that register. Example: `"7000002"`. Ask: the person.
    pub number: Statement,
    /// The day somebody last found the registration current in the register itself. Example: `2026-08-01`. Ask: the driver.
    pub checked: Answer<Date>,
    /// The day the person last finished the training that the role needs. Example: `2025-11-03`. Ask: the person.
    pub trained: Answer<Date>,
}

/// Who carries which duty when patients are exposed to ionising radiation.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DutyHolders {
    /// The employer. Example: `Nymouth University Hospitals NHS Trust`. Ask: the radiation protection lead.
    pub employer: Statement,
    /// Those who refer patients. Example: `Doctors and advanced practitioners on the referrers' list.`. Ask: the radiation protection lead.
    pub referrer: Statement,
    /// Those who justify each exposure. Example: `Consultant radiologists; radiographers under written guidelines.`. Ask: the radiation protection lead.
    pub practitioner: Statement,
    /// Those who carry out a practical part, the clinical evaluation of the image among them. Example: `Radiographers take the image; radiologists evaluate it.`. Ask: the radiation protection lead.
    pub operator: Statement,
    /// Whether a qualified and trained person answers for the clinical evaluation of every exposure, the product only supporting and never deciding in their place. Example: `true`. Ask: the radiation protection lead.
    pub human_evaluation: Answer<bool>,
    /// Whether all four meet their duties and the basic safety standards with the product in use; `says` tells what shows it. Example: `{judged: acceptable, says: "Procedures revised for the product and audited.", by: radiation_protection_lead, on: 2026-10-15}`. Ask: the radiation protection lead.
    pub duties_met: Judgement,
}
