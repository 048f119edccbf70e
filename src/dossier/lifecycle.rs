//! The section `lifecycle`: updates, changes, the end of support and retirement.

use super::changes::ChangeArrangements;
use super::legacy::{EndOfLife, ItEstate, LegacySystem};
use super::prelude::*;

/// How the product is updated and changed, and how it is retired.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "both"))]
pub struct Lifecycle {
    /// Updates of the product. Ask: the supplier.
    pub updates: Updates,
    /// How a change of the product, or of what surrounds it, is assessed before it reaches patients. Example: `Each release is tried on 500 of our images first.`. Ask: the AI lead.
    pub changes: Statement,
    /// How long the supplier supports a version, and how the product is watched and managed when support ends. Example: `24 months, with 12 months' notice of the end; then it is switched off, and in the year before misses are read twice a week.`. Ask: the IT lead with the supplier.
    pub legacy: Statement,
    /// How the product is retired. Ask: the contracts lead.
    pub decommissioning: Decommissioning,
    /// What is arranged beforehand for changes. Ask: the AI lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub change_arrangements: ChangeArrangements,
    /// The end of the product's life. Ask: the contracts lead.
    pub end_of_life: EndOfLife,
    /// An outdated or unsupported system that is still in use. Ask: the IT lead.
    pub legacy_system: LegacySystem,
    /// How the organisation looks after its systems as they age. Ask: the IT lead.
    pub it_estate: ItEstate,
}

/// Updates of the product.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Updates {
    /// How the supplier goes about updates: how often, whether the model changes, how they are tested and announced. Example: `Two a year; the model never learns in use.`. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "supplier"))]
    pub approach: Statement,
    /// What is arranged here for taking an update: who decides, who tests, how it is undone. Example: `The AI lead decides after a trial; the last version is kept for 30 days.`. Ask: the IT lead.
    pub arrangements: Statement,
    /// Who pays for updates, and for testing them here. Example: `Updates are in the yearly fee; our testing is paid by radiology.`. Ask: the contracts lead.
    pub funded_by: Statement,
    /// Whether no update of the model and no new feature reaches patients before you, together with the developer, know that it is safe and still works. Example: `true`. Ask: the AI lead with the clinical safety officer.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub known_safe_first: Answer<bool>,
}

/// How the product is retired, agreed with the supplier before it is bought.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Decommissioning {
    /// How it is retired with the supplier: notice, what takes its place, moving of data, clinical risk. Example: `Six months' notice; safety case report updated; the list goes back to order of arrival.`. Ask: the contracts lead.
    pub plan: Statement,
    /// Who can reach patient data during and after retirement, and how that ends. Example: `Supplier accounts are closed on the last day.`. Ask: the IT lead.
    pub data_access: Statement,
    /// Where patient data are kept afterwards, in which form and for how long, and how the rest is destroyed. Example: `Results stay in our PACS; the supplier deletes all copies and certifies it.`. Ask: the IT lead.
    pub data_storage: Statement,
    /// How data are taken out to a secure place or moved securely to a newer system, and by which standards; `{none: reason}` where the product holds none. Example: `The log goes to our archive by encrypted transfer and is compared count by count.`. Ask: the IT lead.
    pub data_migration: Statement,
    /// Which staff, time and money are set aside for retiring it. Example: `Ten days of a PACS engineer and a project manager, six weeks, paid by radiology.`. Ask: the contracts lead with the IT lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub resources: Statement,
    /// Whether the risks of retiring it are acceptable with what is planned, weighed against those of keeping it too long. Example: `{judged: acceptable, says: "The old order was rehearsed; nothing is lost.", by: clinical_safety_officer, on: 2026-10-12}`. Ask: the clinical safety officer with the IT lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub risks: Judgement,
    /// The day on which the plan for retiring it was last looked through. Example: `2026-10-12`. Ask: the IT lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub plan_checked: Answer<Date>,
    /// Whether the supplier's information and your plan meet section 7.4 of DCB0160: a clinical risk management process for retirement, the succeeding system, data migration, a clinical safety case report. Example: `{judged: acceptable, says: "All four are in the plan; edition 3.2.", by: clinical_safety_officer, on: 2026-10-08}`. Ask: the clinical safety officer.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub clinical_risk: Judgement,
}
