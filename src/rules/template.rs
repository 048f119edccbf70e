//! Sentences with values of the dossier in them; what the dossier says stays marked as its words.

use crate::fields::{Schema, Shape};
use crate::text::{Diagnostic, Held, Segment, Span, Text, TomlTable, nearest, parse_path};

/// One piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Our words.
    Text(Text),
    /// The value at a place of the dossier.
    Path(Held<[Segment]>),
    /// The day of the report.
    Today,
}

/// A sentence of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template(pub Held<[Piece]>);

impl Template {
    /// Whether it says the same of every dossier.
    pub fn is_plain(&self) -> bool {
        self.0.iter().all(|piece| matches!(piece, Piece::Text(_)))
    }

    /// The sentence, where it says the same of every dossier.
    pub fn plain(&self) -> Option<String> {
        let words = self.0.iter().map(|piece| match piece {
            Piece::Text(text) => Some(&**text),
            Piece::Path(_) | Piece::Today => None,
        });
        words.collect()
    }
}

/// Reads a sentence of a table and checks every path in it.
pub(super) fn read_template(table: &TomlTable<'_, '_>, schema: &Schema, name: &'static str) -> Option<Template> {
    let text = table.optional(name)?;
    let node = table.get(name)?;
    let span = table.file.tree.span(node);
    let mut pieces = Vec::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let Some((inside, behind)) = after.split_once('}') else {
            table.file.report(Diagnostic::new("a `{` is not closed", span, "in this sentence"));
            return Some(Template(pieces.into()));
        };
        if !before.is_empty() {
            pieces.push(Piece::Text(before.into()));
        }
        pieces.push(piece(table, schema, inside, span));
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.into()));
    }
    Some(Template(pieces.into()))
}

fn piece(table: &TomlTable<'_, '_>, schema: &Schema, inside: &str, span: Span) -> Piece {
    if inside == "today" {
        return Piece::Today;
    }
    let path = parse_path(inside).unwrap_or_default();
    if !matches!(schema.field_at(&path).map(|field| &field.shape), Some(Shape::Leaf(_))) {
        let mut mistake = Diagnostic::new(format!("`{inside}` is not an answer of the dossier"), span, "in this sentence");
        let known = path.split_last().and_then(|(_, parent)| match schema.field_at(parent).map(|field| &field.shape) {
            Some(Shape::Record(record)) => Some(record.names().collect::<Vec<_>>()),
            _ => None,
        });
        if let (Some(known), Some(Segment::Field(last))) = (known, path.last())
            && let Some(near) = nearest(last, known).first()
        {
            mistake = mistake.help(format!("did you mean `{near}`?"));
        }
        table.file.report(mistake);
    }
    Piece::Path(path.into())
}
