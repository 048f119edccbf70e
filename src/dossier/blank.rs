//! Writes a dossier to start from: every field with its meaning, and nothing said yet.

use crate::fields::{Field, Record, Scalar, Schema, Shape};

/// A commented dossier that parses and says nothing.
pub fn blank(schema: &Schema) -> String {
    let mut text = String::from(
        "# A product dossier. Fill in what is known; leave empty what nobody knows yet: empty means \"nobody has said\".\n\
         # Any answer is a bare value, or says more of itself: {is: value, says: why, evidence: [id], by: role, on: date}.\n\
         # An honest none is {none: the reason}. Dates are year-month-day. Documents are registered under `evidence` at the end.\n\
         # (s) is kept by the supplier, (a) by the adopter, (b) by both. `readiness check` says what is missing.\n\n\
         dossier: 1\n",
    );
    for field in schema.said().filter(|field| !matches!(field.name.as_str(), "dossier" | "kept_by" | "evidence")) {
        text.push('\n');
        write_field(&mut text, field, 0);
    }
    text.push_str("\n# The register of documents: an id of your own, then what and where it is. Files lie in this dossier's folder.\n");
    text.push_str("# `readiness evidence` shows the state of each, and the sha256 line to paste.\nevidence:\n");
    if let Some(Shape::Table(item)) = schema.root.field("evidence").map(|field| &field.shape)
        && let Shape::Record(record) = &**item
    {
        text.push_str("#  ukca-cert:\n");
        commented(&mut text, record, 4);
    }
    text
}

fn write_field(text: &mut String, field: &Field, depth: usize) {
    comment(text, field, depth);
    let indent = "  ".repeat(depth);
    match &field.shape {
        Shape::Record(record) => {
            text.push_str(&format!("{indent}{}:\n", field.name));
            for inner in &record.fields {
                write_field(text, inner, depth + 1);
            }
        }
        Shape::List(record) => {
            text.push_str(&format!("{indent}{}:\n", field.name));
            text.push_str(&format!("#{indent}  -\n"));
            commented(text, record, depth * 2 + 4);
        }
        Shape::Table(_) | Shape::Leaf(_) => text.push_str(&format!("{indent}{}:\n", field.name)),
    }
}

/// The fields of a member of a list, as comments to copy.
fn commented(text: &mut String, record: &Record, indent: usize) {
    for field in &record.fields {
        let kind = match &field.shape {
            Shape::Leaf(leaf) => match &leaf.scalar {
                Scalar::Choice(_) => leaf.scalar.expected(),
                _ => String::new(),
            },
            Shape::Record(inner) => format!("with {}", inner.names().collect::<Vec<_>>().join(", ")),
            Shape::List(inner) => format!("a list, each with {}", inner.names().collect::<Vec<_>>().join(", ")),
            Shape::Table(_) => "a mapping".into(),
        };
        let kind = if kind.is_empty() { String::new() } else { format!(" ({kind})") };
        let line = format!("#{}{}:  # {}{kind}", " ".repeat(indent - 1), field.name, field.doc);
        text.push_str(line.trim_end());
        text.push('\n');
    }
}

fn comment(text: &mut String, field: &Field, depth: usize) {
    let indent = "  ".repeat(depth);
    let keeper = &field.keeper.as_str()[..1];
    let mut line = format!("({keeper}) {}", field.doc);
    if let Shape::Leaf(leaf) = &field.shape
        && let Scalar::Choice(_) = leaf.scalar
    {
        line.push_str(&format!(" Write {}.", leaf.scalar.expected()));
    }
    let options = textwrap::Options::new(110).break_words(false);
    for part in textwrap::wrap(&line, options) {
        text.push_str(&format!("{indent}# {part}\n"));
    }
}
