//! What the program computes with of the section `clinical_safety`; `rules/dossier/clinical_safety.toml` declares all of it.

use super::answer::{Answer, EvidenceId, Judgement, List, Statement};
use super::view::view;
use crate::terms::{HarmSeverity, HazardStatus, Likelihood, RiskScheme, Role};

view! {
    /// Clinical risk management by the supplier and by the adopter, hazards, incidents and fall-back.
    ClinicalSafety {
        /// The supplier\'s clinical safety case under DCB0129.
        dcb0129: SupplierCase,
        /// The scheme by which hazards are rated, as the clinical risk management plan declares it.
        scheme: Answer<RiskScheme>,
        /// Ways in which using the product here could harm a patient, the supplier's that apply here among them.
        hazards: List<Hazard>,
    }
}

view! {
    /// One way in which using the product here could harm a patient.
    Hazard {
        /// The number in the adopter's hazard log.
        id: Statement,
        /// How bad the harm could be, before any control of the adopter.
        severity: Answer<HarmSeverity>,
        /// How likely that harm is, before any control of the adopter.
        likelihood: Answer<Likelihood>,
        /// What is done so that it does not happen or does less harm.
        controls: List<Control>,
        /// The risk that remains with the controls in place.
        residual: ResidualRisk,
        /// The role that answers for this hazard.
        owner: Answer<Role>,
        /// Where the hazard stands in the log.
        status: Answer<HazardStatus>,
    }
}

view! {
    /// One control of a hazard.
    Control {
        /// The number in the hazard log.
        id: Statement,
        /// Whether the control is in place today.
        in_place: Answer<bool>,
        /// Documents that show it was put in place.
        implemented: Answer<Vec<EvidenceId>>,
        /// Documents that show it works.
        effective: Answer<Vec<EvidenceId>>,
    }
}

view! {
    /// The risk that remains with the controls in place.
    ResidualRisk {
        /// How bad the harm could still be.
        severity: Answer<HarmSeverity>,
        /// How likely that harm still is.
        likelihood: Answer<Likelihood>,
        /// Why more reduction is not practical or not worth its cost.
        reason: Statement,
        /// Whether the remaining risk is acceptable, when `scheme` is `own`.
        acceptable: Judgement,
    }
}

view! {
    /// The supplier's clinical safety case under DCB0129.
    SupplierCase {
        /// The version of the product that it is about.
        product_version: Statement,
    }
}
