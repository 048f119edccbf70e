//! Draws a document as YAML.

use serde::Serialize;

/// The document as YAML: the same keys and values as its JSON.
///
/// # Panics
/// Never: documents hold text, numbers and lists only.
pub fn yaml(document: &impl Serialize) -> String {
    serde_yaml::to_string(document).expect("documents are plain data")
}

/// JSON as YAML.
///
/// # Panics
/// Never for the JSON of a document.
pub fn yaml_of(json: &[u8]) -> String {
    let document: serde_json::Value = serde_json::from_slice(json).expect("documents are JSON");
    yaml(&document)
}
