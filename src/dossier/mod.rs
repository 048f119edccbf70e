//! The dossier: one section a file, typed; the schema that the types give; and how files are read into it.

pub mod adopter;
pub mod agreements;
pub mod answer;
pub mod automated_decisions;
pub mod bias;
mod blank;
pub mod changes;
pub mod clinical_risk;
pub mod clinical_safety;
pub mod confidentiality;
mod conform;
pub mod data_protection;
pub mod data_use;
pub mod dtac;
pub mod equality;
pub mod evidence;
pub mod evidence_base;
pub mod impact_assessment;
pub mod integration;
pub mod intended_purpose;
mod json_schema;
pub mod legacy;
pub mod liability;
pub mod lifecycle;
mod load;
pub mod local;
pub mod local_testing;
pub mod model;
pub mod monitoring;
mod overlay;
pub mod pilot;
pub mod post_market;
pub mod product;
mod read;
mod references;
pub mod regulation;
pub mod reporting;
pub mod research;
pub mod scalar;
pub mod schema;
pub mod security;
pub mod strategy;
pub mod team;
pub mod training;
pub mod validation;
pub mod workflow;

use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::Deserialize;

pub use blank::blank;
pub use json_schema::json_schema;
pub use load::{Loaded, Unreadable, load, load_tree};
pub use read::read;
pub(crate) use references::same_setting;

/// What every section's file uses.
pub(crate) mod prelude {
    pub(crate) use super::Attestation;
    pub(crate) use super::answer::{Answer, Date, EvidenceId, Judgement, List, Period, Share, Statement, Table, Text};
    pub(crate) use crate::terms::*;
    pub(crate) use schemars::JsonSchema;
    pub(crate) use serde::Deserialize;
}

use crate::terms::Role;
use answer::{Answer, Date, EvidenceId, Statement, Table};

/// A product dossier: all that is known of one product at one adopter.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "both"))]
pub struct Dossier {
    /// The format of this file; always 1. Example: `1`. Ask: nobody, write it as it is.
    pub dossier: Answer<u64>,
    /// Whose fields this file may hold; a supplier's file cannot answer for the adopter. Example: `supplier`. Ask: whoever writes the file.
    pub kept_by: Answer<crate::terms::Keeper>,
    /// What is offered, in which version, by whom.
    pub product: product::Product,
    /// Who buys and deploys it, and the people who answer for it there.
    pub adopter: adopter::Adopter,
    /// What the product is for, for whom, where, and what it excludes.
    pub intended_purpose: intended_purpose::IntendedPurpose,
    /// Medical device status, marks, class, registration and standards.
    pub regulation: regulation::Regulation,
    /// Clinical risk management under DCB0129 and DCB0160, hazards, incidents and fall-back.
    pub clinical_safety: clinical_safety::ClinicalSafety,
    /// The Digital Technology Assessment Criteria: the form and its assessment.
    pub dtac: dtac::Dtac,
    /// Personal data: lawful bases, impact assessments, agreements, transparency.
    pub data_protection: data_protection::DataProtection,
    /// Which data are used at each step, whether that is direct care, and what a new purpose needs.
    pub data_use: data_use::DataUse,
    /// The common law duty of confidentiality, and anonymous or pseudonymised data.
    pub confidentiality: confidentiality::Confidentiality,
    /// What is research and what is evaluation, improvement or audit, and the approvals.
    pub research: research::Research,
    /// Cyber security.
    pub security: security::Security,
    /// Evidence standards, NICE guidance and clinical guidelines.
    pub evidence_base: evidence_base::EvidenceBase,
    /// Training data, studies, their results and the level that was agreed to be good enough.
    pub validation: validation::Validation,
    /// The local population, local validation and the pilot.
    pub local: local::Local,
    /// Risks of bias and what was done about them.
    pub bias: bias::Bias,
    /// How the model works for its user: inputs, explanation, certainty, outliers.
    pub model: model::Model,
    /// Technical requirements, data flow, maintenance.
    pub integration: integration::Integration,
    /// How work changes, and how safety concerns travel.
    pub workflow: workflow::Workflow,
    /// Why this product, against which alternatives, with which risks and benefits.
    pub strategy: strategy::Strategy,
    /// Who is liable for what.
    pub liability: liability::Liability,
    /// How the product is watched once it is in use.
    pub monitoring: monitoring::Monitoring,
    /// Updates, changes and retirement.
    pub lifecycle: lifecycle::Lifecycle,
    /// The equality duty.
    pub equality: equality::Equality,
    /// Who must be trained in what, and who has been.
    pub training: training::Training,
    /// The register of documents that answers refer to, by id.
    pub evidence: Table<evidence::EvidenceItem>,
}

/// Says that a list is complete: who says so, and when.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Attestation {
    /// The role that says the list is complete. Example: `clinical_safety_officer`. Ask: whoever keeps the list.
    pub by: Answer<Role>,
    /// When that was said. Example: `2026-10-01`. Ask: whoever keeps the list.
    pub on: Answer<Date>,
}

/// Where an answer comes from; any answer and any record may carry these.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Provenance {
    /// The ids of the documents that show it, from the section `evidence`. Example: `[ukca-cert]`. Ask: whoever gives the answer.
    pub evidence: Answer<Vec<EvidenceId>>,
    /// The role that gives the answer. Example: `ai_lead`. Ask: whoever gives the answer.
    pub by: Answer<Role>,
    /// When it was given. Example: `2026-09-20`. Ask: whoever gives the answer.
    pub on: Answer<Date>,
    /// The adopter's examination of the answer.
    pub reviewed: Review,
}

/// The adopter has examined an answer, for one version of the product.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct Review {
    /// The person who examined it. Example: `A. Lead`. Ask: the adopter.
    pub by: Statement,
    /// The role in which they did. Example: `ai_lead`. Ask: the adopter.
    pub role: Answer<Role>,
    /// When. Example: `2026-09-02`. Ask: the adopter.
    pub on: Answer<Date>,
    /// The version of the product they examined. Example: `2.3.0`. Ask: the adopter.
    pub version: Statement,
}

/// The schema of what says where an answer comes from.
pub(crate) fn provenance() -> &'static crate::fields::Record {
    static SCHEMA: OnceLock<crate::fields::Record> = OnceLock::new();
    SCHEMA.get_or_init(|| schema::record_of(&schemars::schema_for!(Provenance).to_value()))
}
