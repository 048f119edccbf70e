//! Works out all facts of a dossier.

use super::fact::{Rows, facts};
use super::studied::Studied;
use super::{Inputs, Register, Versions};
use super::{accuracy, clinical_safety, consistency, data_protection, device, documents, evidence, here, local_validation};
use super::{population, purpose, report, studies, subgroups, training};
use crate::text::Tree;

facts! {
    /// What is worked out from the dossier; only the program writes here.
    Facts {
        /// The medical device: its class and its marks.
        device: device::Device,
        /// The planned use against the intended purpose.
        purpose: purpose::Purpose,
        /// The accuracy of every result.
        accuracy: Rows<accuracy::AccuracyFacts>,
        /// The accuracy in groups of patients.
        subgroups: Rows<subgroups::SubgroupFacts>,
        /// The protected characteristics, and whether the studies say anything of them.
        protected: Rows<subgroups::ProtectedFacts>,
        /// The studies and the agreed level of accuracy.
        validation: studies::Validation,
        /// The people of the studies against the people here.
        population: Rows<population::PopulationFacts>,
        /// What the results would mean here.
        here: Rows<here::HereFacts>,
        /// Whether the product must be validated here.
        local_validation: local_validation::LocalValidationFacts,
        /// The registered documents.
        evidence: Rows<documents::DocumentFacts>,
        /// The DTAC form.
        dtac: clinical_safety::DtacForm,
        /// Clinical risk management.
        clinical_safety: clinical_safety::ClinicalSafety,
        /// Training that has been done.
        training: training::TrainingFacts,
        /// Answers that do not fit together.
        contradictions: Rows<consistency::ContradictionFacts>,
        /// Whether the answers fit together.
        consistency: consistency::ConsistencyFacts,
        /// Data protection.
        data_protection: data_protection::DataProtectionFacts,
        /// The report itself.
        report: report::ReportFacts,
    }
}

/// What is known of a dossier beside what it says.
#[derive(Debug)]
pub struct Known {
    /// The facts.
    pub facts: Facts,
    /// The state of every registered document.
    pub register: Register,
}

/// Works out the facts.
pub fn work_out(tree: &Tree, inputs: Inputs<'_>) -> Known {
    let versions = Versions::read(inputs.dossier, inputs.as_of);
    let register = evidence::register(inputs, &versions);
    let facts = gather(tree, inputs, &versions, &register);
    Known { facts, register }
}

fn gather(tree: &Tree, inputs: Inputs<'_>, versions: &Versions, register: &Register) -> Facts {
    let studied = Studied::read(inputs);
    let validation = studies::validation(inputs, versions, &studied);
    let accuracy = accuracy::accuracy(inputs, tree);
    let population = population::population(inputs);
    let protected = subgroups::protected(inputs, &validation.studies.rows);
    let known = local_validation::Known { studies: &validation.studies.rows, accuracy: &accuracy.rows, population: &population.rows };
    let local_validation = local_validation::local_validation(inputs, &known);
    let (contradictions, consistency) = consistency::consistency(inputs, versions, &studied, &accuracy.rows);
    Facts {
        device: device::device(inputs),
        purpose: purpose::purpose(inputs, tree),
        subgroups: subgroups::subgroups(inputs),
        here: here::here(inputs),
        evidence: documents::documents(inputs, versions, register),
        dtac: clinical_safety::dtac(inputs, versions),
        clinical_safety: clinical_safety::clinical_safety(inputs, versions, register),
        training: training::training(inputs),
        data_protection: data_protection::data_protection(inputs),
        report: report::report(inputs),
        accuracy,
        protected,
        validation,
        population,
        local_validation,
        contradictions,
        consistency,
    }
}
