//! What the program computes with of a whole dossier; the folder `rules/dossier` declares all of it.

use super::adopter::Adopter;
use super::answer::{Answer, Table, Text};
use super::clinical_safety::ClinicalSafety;
use super::data_protection::DataProtection;
use super::dtac::Dtac;
use super::evidence::EvidenceItem;
use super::intended_purpose::IntendedPurpose;
use super::local::Local;
use super::product::Product;
use super::regulation::Regulation;
use super::training::Training;
use super::validation::Validation;
use super::view::view;

view! {
    /// A product dossier: all that is known of one product at one adopter.
    Dossier {
        /// The name of this dossier that lasts.
        id: Answer<Text>,
        /// What is offered, in which version, by whom.
        product: Product,
        /// Who buys and deploys it, and the people who answer for it there.
        adopter: Adopter,
        /// What the product is for, for whom, where, and what it excludes.
        intended_purpose: IntendedPurpose,
        /// Medical device status, marks, class, registration and standards.
        regulation: Regulation,
        /// Clinical risk management under DCB0129 and DCB0160, hazards, incidents and fall-back.
        clinical_safety: ClinicalSafety,
        /// The Digital Technology Assessment Criteria: the form and its assessment.
        dtac: Dtac,
        /// Personal data: lawful bases, impact assessments, agreements, transparency.
        data_protection: DataProtection,
        /// Training data, studies, their results and the level that was agreed to be good enough.
        validation: Validation,
        /// The local population, local validation and the pilot.
        local: Local,
        /// Who must be trained in what, and who has been.
        training: Training,
        /// The register of documents that answers refer to, by id.
        evidence: Table<EvidenceItem>,
    }
}
