//! The section `adopter`: who buys and deploys the product, and the people who answer for it there.

use super::prelude::*;
use super::product::ToolkitReturn;
use super::team::{TeamMember, TeamWork};
use crate::rules::Gate;

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
    /// Whether it is a public body, with a public body's duties on equality and openness. Example: `true`. Ask: the contracts lead.
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

choice! {
    /// A nation of the United Kingdom.
    Nation {
        /// England.
        England = "england",
        /// Wales.
        Wales = "wales",
        /// Scotland.
        Scotland = "scotland",
        /// Northern Ireland.
        NorthernIreland = "northern-ireland",
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
}
