//! The parts of `lifecycle` on ageing: the end of the product's life, legacy systems in use, and the organisation's systems at large.

use super::prelude::*;

/// The end of the product's life, as it is planned before the product is bought.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct EndOfLife {
    /// The supplier's support for the version in use. Ask: the supplier.
    pub support: VersionSupport,
    /// What the supplier says of the end of the product's life: the date, as far as known, the notice, the form in which data come out, and its help. Example: `Announced 12 months ahead; results leave as DICOM; ten days of engineers' time.`. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "supplier"))]
    pub supplier_information: Statement,
    /// Whether you agreed with the supplier, as part of the purchase, how the end of the product's life and its retirement go. Example: `true`. Ask: the contracts lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub agreed_with_supplier: Answer<bool>,
    /// When you treat the product as a legacy system and when you retire it: end of life, end of support, no more updates, cost, risk above the acceptable level, a change of your organisation or its systems. Example: `Once support ends, or a safety patch cannot be installed; retired within three months.`. Ask: the IT lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub treated_as_legacy: Statement,
}

/// The supplier's support for the version in use.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct VersionSupport {
    /// Whether the supplier supports it: mends faults, watches for them and gives updates. Example: `true`. Ask: the supplier.
    pub given: Answer<bool>,
    /// The last day on which it is supported; `{none: reason}` where no end is set. Example: `2028-05-01`. Ask: the supplier.
    pub ends: Answer<Date>,
}

/// An outdated or unsupported system that is still in use where the product is used.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct LegacySystem {
    /// Whether an outdated or unsupported system is still in use: one that the product replaces or that is kept beside it, or the product itself. Example: `{is: true, says: "The old archive is kept to read earlier images."}`. Ask: the IT lead.
    pub in_use: Answer<bool>,
    /// Whether the risk of keeping it is acceptable; `says` tells of reliability, faults that nobody mends or watches for any more, drift, cyber attack and who is liable. Example: `{judged: acceptable, says: "Read only, cut off from the network, gone by September.", by: it_lead, on: 2026-10-05}`. Ask: the IT lead with the clinical safety officer.
    pub risks: Judgement,
    /// Which data it holds, and how they can be moved. Example: `410,000 images and their reports, moved by DICOM in three batches.`. Ask: the IT lead.
    pub data_held: Statement,
}

/// How the organisation looks after its systems as they age.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct ItEstate {
    /// How your IT strategy keeps the product up to date and deals with ageing systems: planned improvement, skills of the IT team, a service that adapts, needs and culture of the organisation, the Technology Code of Practice. Example: `A yearly plan of renewal; two engineers trained a year; bought by the code's points.`. Ask: the IT lead.
    pub strategy: Statement,
    /// Whether the register of data assets is complete and accurate, and names the data of this product where it keeps any. Example: `true`. Ask: the IT lead.
    pub data_register: Answer<bool>,
    /// Whether the inventory of systems and infrastructure names this product and everything it depends on. Example: `true`. Ask: the IT lead.
    pub systems_register: Answer<bool>,
}
