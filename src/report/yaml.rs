//! Draws a document as YAML.

use serde::Serialize;

/// The document as YAML: the same keys and values as its JSON.
///
/// # Panics
/// Never: documents hold text, numbers and lists only.
pub fn yaml(document: &impl Serialize) -> String {
    serde_yaml::to_string(document).expect("documents are plain data")
}
