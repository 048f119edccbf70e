//! Facts: what can be worked out from a dossier, the state of its evidence, dated tables and a date.
//! Pure: disk and clock are read before. A fact without its inputs is unknown, and says why.

mod acceptance;
mod accuracy;
mod asides;
mod census;
mod class;
mod clinical_safety;
mod consistency;
mod coverage;
mod data_protection;
mod device;
mod documents;
mod evidence;
mod fact;
mod hazards;
mod here;
mod local_validation;
mod marks;
mod population;
mod purpose;
mod report;
mod reported;
mod seen;
pub mod statistics;
mod studies;
mod subgroups;
pub mod training;
mod versions;

use crate::tables::Tables;
use jiff::civil::Date;

pub use census::wanted_tables;
pub use evidence::{Document, FileState, Files, Register, Standing, wanted_files};
pub use fact::{Fact, Name, Rows};
pub use marks::ClassRelation;
pub use seen::{Declared, FactField, FactKind, FactList, FactRecord, FactRef, FactScalar, FactValue, Seen};
pub use versions::Versions;

use crate::dossier::Dossier;
use crate::text::Tree;
use fact::facts;

/// Everything the facts are worked out from.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// The dossier, typed.
    pub dossier: &'a Dossier,
    /// The files of its evidence, as found on disk.
    pub files: &'a Files,
    /// The dated tables.
    pub tables: &'a Tables,
    /// The day of the report.
    pub as_of: Date,
    /// The gate that was asked for, if one was.
    pub gate: Option<crate::terms::Gate>,
    /// How the intervals of proportions are worked out.
    pub intervals: statistics::Method,
}

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
    let register = evidence::register(inputs);
    let facts = gather(tree, inputs, &register);
    Known { facts, register }
}

fn gather(tree: &Tree, inputs: Inputs<'_>, register: &Register) -> Facts {
    let validation = studies::validation(inputs);
    let accuracy = accuracy::accuracy(inputs, tree);
    let population = population::population(inputs);
    let protected = subgroups::protected(inputs, &validation.studies.rows);
    let known = local_validation::Known { studies: &validation.studies.rows, accuracy: &accuracy.rows, population: &population.rows };
    let local_validation = local_validation::local_validation(inputs, &known);
    let (contradictions, consistency) = consistency::consistency(inputs, &accuracy.rows);
    Facts {
        device: device::device(inputs),
        purpose: purpose::purpose(inputs, tree),
        subgroups: subgroups::subgroups(inputs),
        here: here::here(inputs),
        evidence: documents::documents(inputs, register),
        dtac: clinical_safety::dtac(inputs),
        clinical_safety: clinical_safety::clinical_safety(inputs, register),
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
