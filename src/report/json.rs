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
