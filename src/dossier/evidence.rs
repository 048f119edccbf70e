//! The section `evidence`: the register of documents that answers refer to.

use super::prelude::*;

/// One registered document; its id is the key it stands under.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "both"))]
pub struct EvidenceItem {
    /// What kind of document it is. Example: `certificate`. Ask: whoever sent it.
    pub kind: Answer<EvidenceKind>,
    /// Its title. Example: `UKCA certificate for tri-X`. Ask: whoever sent it.
    pub title: Statement,
    /// Where the file lies, within the dossier's folder. Example: `evidence/ukca-cert.pdf`. Ask: whoever keeps the dossier.
    pub file: Statement,
    /// Where it can be read online; a link alone shows nothing, since what stands there can change. Example: `https://triadix.example/tri-x/ukca`. Ask: whoever sent it.
    pub url: Statement,
    /// The page or section that matters. Example: `page 4`. Ask: whoever read it.
    pub page: Statement,
    /// The version of the product it is about. Example: `2.3.0`. Ask: whoever wrote it.
    pub product_version: Statement,
    /// The day it was issued. Example: `2026-05-01`. Ask: whoever wrote it.
    pub issued: Answer<Date>,
    /// The last day it is valid. Example: `2028-05-01`. Ask: whoever wrote it.
    pub expires: Answer<Date>,
    /// The fingerprint of the file, so that a later change is seen; `readiness evidence` prints it. Example: `"9f1b0b86db870441f28b8ead4f69526a1904dfab74473155b3cc93110ab7b7ed"`. Ask: nobody, run the command.
    pub sha256: Statement,
}
