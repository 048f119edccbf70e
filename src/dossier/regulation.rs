//! What the program computes with of the section `regulation`; `rules/dossier/regulation.toml` declares all of it.

use super::answer::{Answer, Date, EvidenceId, Judgement, List, Statement, Text};
use super::view::view;
use crate::terms::{DeviceClass, Legislation, MarkKind};

view! {
    /// Medical device status, marks, class, registration and standards, and where regulation stops.
    Regulation {
        /// Whether the product, or a part of it, is a medical device under UK law.
        medical_device: Answer<bool>,
        /// The marks it carries as a device.
        marks: List<DeviceMark>,
        /// Whether its class fits what it is for.
        class_appropriate: Judgement,
        /// The entry in the MHRA's public register of devices.
        mhra_registration: MhraRegistration,
        /// Within how many days the maker says it reports a serious incident to the MHRA, leaving aside deaths and threats to public health.
        serious_incident_days: Answer<u64>,
    }
}

view! {
    /// One mark that the product carries as a medical device.
    DeviceMark {
        /// A short name for it.
        id: Statement,
        /// Which mark.
        kind: Answer<MarkKind>,
        /// The law under which it was put on.
        legislation: Answer<Legislation>,
        /// The class of the device under that law.
        class: Answer<DeviceClass>,
        /// The number of the approved or notified body.
        body: Statement,
        /// The day of the declaration of conformity.
        declared_on: Answer<Date>,
        /// The declaration of conformity.
        declaration: Answer<EvidenceId>,
        /// The certificate of the approved or notified body.
        certificate: Answer<EvidenceId>,
        /// The last day it is valid.
        expires: Answer<Date>,
        /// The versions it covers; `2` stands for every 2.x.
        covers_versions: Answer<Vec<Text>>,
    }
}

view! {
    /// The entry in the MHRA's public register; being registered is not being approved.
    MhraRegistration {
        /// The reference in the register.
        reference: Statement,
        /// The day somebody here last found maker and device in the register.
        checked: Answer<Date>,
    }
}
