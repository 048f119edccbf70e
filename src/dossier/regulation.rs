//! The section `regulation`: device status, marks, class, registration and standards, and where regulation stops.

use super::prelude::*;

/// Medical device status, marks, class, registration and standards, and where regulation stops.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "supplier"))]
pub struct Regulation {
    /// The way in which the product comes to be used here. Example: `placed-on-market`. Ask: the supplier.
    pub route: Answer<Route>,
    /// Whether the product, or a part of it, is a medical device under UK law. Example: `{is: true, says: "Software that helps to diagnose."}`. Ask: the supplier; the adopter reviews it.
    #[schemars(extend("x-switch" = ["regulation.marks", "regulation.mhra_registration", "research.clinical_investigation"]))]
    pub medical_device: Answer<bool>,
    /// The marks it carries as a device. Ask: the supplier.
    pub marks: List<DeviceMark>,
    /// Whether its class fits what it is for. Example: `{judged: acceptable, says: "It informs a diagnosis; IIa follows from the rule on active diagnostic devices.", by: clinical_safety_officer, on: 2026-09-08}`. Ask: the clinical safety officer.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub class_appropriate: Judgement,
    /// To what its approval is limited. Example: `The certificate covers adults and frontal images only.`. Ask: the supplier.
    pub approval_limits: Statement,
    /// The entry in the MHRA's public register of devices. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "both"))]
    pub mhra_registration: MhraRegistration,
    /// Within how many days the maker says it reports a serious incident to the MHRA, leaving aside deaths and threats to public health. Example: `15`. Ask: the supplier.
    pub serious_incident_days: Answer<u64>,
    /// The ISO and IEC standards that could fit it, those that do not apply among them. Ask: the supplier.
    pub standards: List<ProductStandard>,
    /// Who says that the list of standards is complete. Ask: the AI lead.
    #[schemars(extend("x-kept-by" = "both"))]
    pub standards_complete: Attestation,
    /// NHS information standards other than DCB0129, DCB0160 and the DTAC. Ask: the supplier.
    pub nhs_standards: List<NhsStandard>,
    /// Who says that the list of NHS standards is complete. Ask: the IT lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub nhs_standards_complete: Attestation,
    /// Whether it works with images or treatments that use ionising radiation. Example: `true`. Ask: the supplier.
    #[schemars(extend("x-switch" = ["adopter.ionising_radiation_duty_holders"]))]
    pub ionising_radiation: Answer<bool>,
    /// What approval and standards leave open for this product here. Example: `Nobody outside has tested it on our scanners or on our patients.`. Ask: the AI lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub limits_of_regulation: Statement,
    /// Whether it must be evaluated here to fill those gaps. Example: `{is: true, says: "On 1,200 of our own images.", reviewed: {by: Dr Tom Ellis, role: ai_lead, on: 2026-09-21, version: 2.3.0}}`. Ask: the AI lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub local_evaluation_needed: Answer<bool>,
    /// The levels of performance and safety with which the device is delivered, as its maker states them. Example: `Sensitivity of at least 0.90 for each finding, and a result within a minute.`. Ask: the supplier.
    pub performance_levels: Statement,
    /// Whether the developer tells enough about what the device can do, its limits and its risks; `says` tells what was shared and what was held back. Example: `{judged: acceptable, says: "All asked for was sent but the source code.", by: ai_lead, on: 2026-09-08}`. Ask: the AI lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub developer_information: Judgement,
    /// Whether the MHRA has been told of every concern here that the class is too low or that there is too little evidence of safety; true as well where there is no such concern. Example: `{is: true, says: There is none.}`. Ask: the clinical safety officer.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub concerns_reported: Answer<bool>,
    /// For a device with a CE mark: what the MHRA says today of its recognition. Ask: the driver.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub ce_recognition: CeRecognition,
}

/// What somebody here found in the MHRA's own words on the recognition of a CE mark such as this one.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct CeRecognition {
    /// Whether the limits on recognising CE marks leave this device fit to be chosen, given its class, its legislation and the last day of its certificate. Example: `{judged: acceptable, says: "Class IIa under the EU Regulation; recognised on the day we looked.", by: clinical_safety_officer, on: 2026-10-02}`. Ask: the clinical safety officer.
    pub holds: Judgement,
    /// The day somebody here last read what the MHRA says on it, news included. Example: `2026-10-02`. Ask: the driver.
    pub checked: Answer<Date>,
}

choice! {
    /// The way in which a device comes to be used.
    Route {
        /// Somebody sells or gives it to others.
        PlacedOnMarket = "placed-on-market",
        /// A health institution made it and uses it itself.
        InHouse = "in-house",
        /// It is being tried in a clinical investigation.
        ClinicalInvestigation = "clinical-investigation",
    }
}

/// One mark that the product carries as a medical device.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct DeviceMark {
    /// A short name for it. Example: `ukca`. Ask: whoever writes the dossier.
    pub id: Statement,
    /// Which mark. Example: `ukca`. Ask: the supplier.
    pub kind: Answer<MarkKind>,
    /// The law under which it was put on. Example: `uk-mdr-2002`. Ask: the supplier.
    pub legislation: Answer<Legislation>,
    /// The class of the device under that law. Example: `IIa`. Ask: the supplier.
    pub class: Answer<DeviceClass>,
    /// The maker named in the declaration. Example: `Triadix Ltd`. Ask: the supplier.
    pub manufacturer: Statement,
    /// The number of the approved or notified body. Example: `"0086"`. Ask: the supplier.
    pub body: Statement,
    /// The day of the declaration of conformity. Example: `2026-05-01`. Ask: the supplier.
    pub declared_on: Answer<Date>,
    /// The declaration of conformity. Example: `ukca-declaration`. Ask: the supplier.
    pub declaration: Answer<EvidenceId>,
    /// The certificate of the approved or notified body. Example: `ukca-cert`, or `{none: Class I, declared by the maker alone.}`. Ask: the supplier.
    pub certificate: Answer<EvidenceId>,
    /// The last day it is valid. Example: `2028-05-01`, or `{none: Class I, declared by the maker alone.}`. Ask: the supplier.
    pub expires: Answer<Date>,
    /// The versions it covers; `2` stands for every 2.x. Example: `["2"]`. Ask: the supplier.
    pub covers_versions: Answer<Vec<Text>>,
}

/// The entry in the MHRA's public register; being registered is not being approved.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MhraRegistration {
    /// The reference in the register. Example: `"12345"`. Ask: the supplier.
    pub reference: Statement,
    /// The day somebody here last found maker and device in the register. Example: `2026-10-02`. Ask: the driver.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub checked: Answer<Date>,
}

/// One ISO or IEC standard.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct ProductStandard {
    /// The standard, with its part. Example: `IEC 82304-1`. Ask: the supplier.
    pub id: Statement,
    /// Its number alone, whoever publishes it. Example: `82304`. Ask: the supplier.
    pub number: Answer<u64>,
    /// The year of the edition. Example: `2016`. Ask: the supplier.
    pub edition: Statement,
    /// Whether it applies to this product. Example: `{is: false, says: "The product is no health app."}`. Ask: the supplier.
    pub applies: Answer<bool>,
    /// The certificate, where the standard is one that is certified. Example: `iso13485-cert`. Ask: the supplier.
    pub certificate: Answer<EvidenceId>,
    /// The last day of the certificate. Example: `2027-08-31`, or `{none: Nobody issues certificates for it.}`. Ask: the supplier.
    pub expires: Answer<Date>,
    /// Whether what is shown is good enough: that the product conforms, or that the standard truly does not apply. Example: `{judged: acceptable, says: "Certificate read; its scope names tri-X.", by: ai_lead, on: 2026-09-18}`. Ask: the AI lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub conformity: Judgement,
}

/// One NHS information standard.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct NhsStandard {
    /// Its code. Example: `ISB 0149`. Ask: the supplier.
    pub id: Statement,
    /// What it is about. Example: `NHS number`. Ask: the supplier.
    pub subject: Statement,
    /// Whether it applies to this product here. Example: `true`. Ask: the supplier.
    pub applies: Answer<bool>,
    /// Whether what is shown is good enough: that the product conforms, or that the standard truly does not apply. Example: `{judged: acceptable, says: "Every order carries a verified NHS number.", by: it_lead, on: 2026-09-17}`. Ask: the IT lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub conformity: Judgement,
}
