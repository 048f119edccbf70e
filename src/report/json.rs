//! Draws a document as JSON.

use serde::Serialize;

/// The document as indented JSON with a line end.
///
/// # Panics
/// Never: documents hold text, numbers and lists only.
pub fn json(document: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(document).expect("documents are plain data");
    text.push('\n');
    text
}

/// Compact JSON, without a line end.
///
/// # Panics
/// Never: documents hold text, numbers and lists only.
pub fn compact(document: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(document).expect("documents are plain data")
}
