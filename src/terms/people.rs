//! The roles of people: one enumeration for people, answers, checks and `--for`.

use super::choice::choice;

choice! {
    /// Who answers, decides, judges or acts.
    Role {
        /// The company that makes or sells the product.
        Supplier = "supplier",
        /// The board member who answers for the organisation, often the chief executive or medical director.
        AccountableExecutive = "accountable_executive",
        /// The person who leads the purchase and the change.
        Driver = "driver",
        /// The person who leads AI evaluation and implementation.
        AiLead = "ai_lead",
        /// A senior clinician of the specialty that will use the product.
        ClinicalLead = "clinical_lead",
        /// The clinical safety officer under DCB0160.
        ClinicalSafetyOfficer = "clinical_safety_officer",
        /// The Caldicott Guardian.
        CaldicottGuardian = "caldicott_guardian",
        /// The senior information risk owner.
        SeniorInformationRiskOwner = "senior_information_risk_owner",
        /// The data protection officer.
        DataProtectionOfficer = "data_protection_officer",
        /// The person who answers for cyber security.
        CyberSecurityLead = "cyber_security_lead",
        /// The person who leads integration and technical support.
        ItLead = "it_lead",
        /// The person who keeps watch on the product once in use.
        MonitoringLead = "monitoring_lead",
        /// The person who plans and records training.
        TrainingLead = "training_lead",
        /// The person who answers for equality and inclusion.
        EqualityLead = "equality_lead",
        /// The person who answers for contracts and legal advice.
        ContractsLead = "contracts_lead",
        /// The person who answers for research governance.
        ResearchLead = "research_lead",
        /// The person who answers for radiation protection, such as a medical physics expert.
        RadiationProtectionLead = "radiation_protection_lead",
        /// The person or group that speaks for patients.
        PatientVoice = "patient_voice",
    }
}

impl Role {
    /// Whether the role leads the purchase (a Driver) rather than the implementation (an Embedder).
    pub fn leads_procurement(self) -> bool {
        matches!(self, Role::AccountableExecutive | Role::Driver | Role::ContractsLead | Role::EqualityLead | Role::PatientVoice)
    }
}
