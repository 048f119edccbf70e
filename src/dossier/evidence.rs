//! What the program computes with of the section `evidence`; `rules/dossier/evidence.toml` declares all of it.

use super::answer::{Answer, Date, Statement};
use super::view::view;
use crate::terms::EvidenceKind;

view! {
    /// One registered document; its id is the key it stands under.
    EvidenceItem {
        /// What kind of document it is.
        kind: Answer<EvidenceKind>,
        /// Where the file lies, within the dossier's folder.
        file: Statement,
        /// The version of the product it is about.
        product_version: Statement,
        /// The day it was issued.
        issued: Answer<Date>,
        /// The last day it is valid.
        expires: Answer<Date>,
        /// The SHA-256 of its file, in hexadecimal.
        sha256: Statement,
    }
}
