//! Draws a document as JSON.

use std::io::{self, BufWriter, Write};

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

/// Writes the document as [`json`] draws it, without holding its text.
pub fn write_json(document: &impl Serialize, to: &mut dyn Write) -> io::Result<()> {
    let mut to = BufWriter::new(to);
    serde_json::to_writer_pretty(&mut to, document)?;
    to.write_all(b"\n")?;
    to.flush()
}
