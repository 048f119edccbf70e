//! The section `integration`: what the product needs technically, how data flow, and who keeps it running.

use super::prelude::*;

/// What the product needs technically, how it fits the systems here, how data flow, and who keeps it running.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "supplier"))]
pub struct Integration {
    /// What the product needs to run: servers, network, software, formats. Example: `One virtual server with 8 cores and 32 GB, 100 Mbit/s to the PACS.`. Ask: the supplier.
    pub requirements: Statement,
    /// The systems already here that the product must work with. Ask: the IT lead.
    #[schemars(extend("x-kept-by" = "both"))]
    pub existing_systems: List<ExistingSystem>,
    /// Whether the product works well enough with the systems already here; `says` tells how that was tried. Example: `{judged: acceptable, says: "500 images sent through the test PACS; all came back with a priority.", by: it_lead, on: 2026-09-17}`. Ask: the IT lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub fits_existing_systems: Judgement,
    /// What has to be built or bought for it, and by whom; or that nothing has to. Example: `{none: "It uses the PACS and the reading list we have."}`. Ask: the supplier and the IT lead.
    #[schemars(extend("x-kept-by" = "both"))]
    pub new_systems: Statement,
    /// The open standards it uses for exchange. Example: `[DICOM, HL7 FHIR R4]`. Ask: the supplier.
    pub open_standards: Answer<Vec<Text>>,
    /// What the product needs of data at each step, and what it does with them. Ask: the supplier.
    pub data_flow: DataFlow,
    /// Who owns the product, its results, and what is made from data of this organisation. Example: `Results belong to the trust; the model stays the supplier's; no rights in our images pass over.`. Ask: the contracts lead.
    #[schemars(extend("x-kept-by" = "both"))]
    pub intellectual_property: Statement,
    /// What it takes to keep the product running. Ask: the supplier and the IT lead.
    pub maintenance: Maintenance,
    /// What is done to integrate the product, agreed with its developer or seller. Ask: the IT lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub preparation: Preparation,
    /// The organisation's own network that the product is connected to. Ask: the IT lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub network: OwnNetwork,
}

/// What is done to integrate the product before it goes live.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Preparation {
    /// What is done, by whom, and by when. Example: `Gateway set up by 7 September, 500 images through the test PACS by 16 September, by our PACS team.`. Ask: the IT lead.
    pub activities: Statement,
    /// Whether the developer or seller has agreed to these activities. Example: `{is: true, says: "Schedule 5 of the contract."}`. Ask: the IT lead.
    pub agreed_with_developer: Answer<bool>,
}

/// The organisation's own network, with the product connected to it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct OwnNetwork {
    /// Whether the product is connected to the organisation's network or servers. Example: `true`. Ask: the IT lead.
    pub connected: Answer<bool>,
    /// Whether the risk of that connection is managed well enough; `says` names the method, such as IEC 80001-1:2021. Example: `{judged: acceptable, says: "By IEC 80001-1:2021; the risk file was read.", by: it_lead, on: 2026-09-17}`. Ask: the IT lead with the cyber security lead.
    pub risk_managed: Judgement,
}

/// A system already here that the product must work with.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "system"))]
pub struct ExistingSystem {
    /// The system. Example: `PACS`. Ask: the IT lead.
    pub system: Statement,
    /// How the product works with it. Example: `Receives a copy of each chest X-ray by DICOM and sends back its priority.`. Ask: the supplier.
    pub how: Statement,
}

/// What the product needs of data at each step, and what it does with them.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DataFlow {
    /// What it needs of the way data come about: devices, settings, quality. Example: `Digital chest X-rays of adults from a fixed unit, at least 1,500 pixels wide.`. Ask: the supplier.
    pub generation: Statement,
    /// What must be recorded with the data, and where its own results are recorded. Example: `Age and projection in the image header; the priority is written to the reading list.`. Ask: the supplier.
    pub recording: Statement,
    /// How data are checked, cleaned and kept in order. Example: `Images without an age are turned back and listed each day for the PACS team.`. Ask: the supplier and the IT lead.
    pub curation: Statement,
    /// Where and how data are processed. Example: `Names are removed on the gateway; the image is analysed in the supplier's service in London.`. Ask: the supplier.
    pub processing: Statement,
    /// How results reach those who are meant to see them. Example: `The priority appears in the reading list within a minute.`. Ask: the supplier.
    pub dissemination: Statement,
    /// With whom data are shared, and on what terms. Example: `{none: "Nothing leaves the trust."}`. Ask: the supplier.
    pub sharing: Statement,
    /// What the data and the results are used for, and for what they may not be used. Example: `To order the reading list; not to develop the product.`. Ask: the supplier.
    #[serde(rename = "use")]
    pub usage: Statement,
}

/// What it takes to keep the product running and up to date.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Maintenance {
    /// How much staff time maintenance and updates take here, and whose. Example: `Half a day a month of a PACS engineer, two days for each update.`. Ask: the supplier and the IT lead.
    pub staff: Statement,
    /// Which infrastructure maintenance and updates need. Example: `A test gateway beside the live one, and monitoring of its queue.`. Ask: the supplier and the IT lead.
    pub infrastructure: Statement,
    /// What has been agreed: who maintains what, support hours, how fast faults are put right. Example: `Supplier on call day and night, answer within 30 minutes.`. Ask: the IT lead.
    #[schemars(extend("x-kept-by" = "both"))]
    pub arrangements: Statement,
}
