//! Sentences with values of the dossier in them; what the dossier says stays marked as its words.

use super::reader::Table;
use crate::dossier::schema::{Shape, field_at};
use crate::text::{Diagnostic, Segment, nearest, parse_path};

/// One piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Our words.
    Text(String),
    /// The value at a place of the dossier.
    Path(Vec<Segment>),
    /// The day of the report.
    Today,
}

/// A sentence of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template(pub Vec<Piece>);

impl Table<'_, '_> {
    /// Reads a sentence and checks every path in it.
    pub(super) fn template(&self, name: &'static str) -> Option<Template> {
        let text = self.optional(name)?;
        let node = self.get(name)?;
        let span = self.reader.tree.span(node);
        let mut pieces = Vec::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let Some((inside, behind)) = after.split_once('}') else {
                self.reader.report(Diagnostic::new("a `{` is not closed", span, "in this sentence"));
                return Some(Template(pieces));
            };
            if !before.is_empty() {
                pieces.push(Piece::Text(before.into()));
            }
            pieces.push(self.piece(inside, span));
            rest = behind;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.into()));
        }
        Some(Template(pieces))
    }

    fn piece(&self, inside: &str, span: crate::text::Span) -> Piece {
        if inside == "today" {
            return Piece::Today;
        }
        let path = parse_path(inside).unwrap_or_default();
        if !matches!(field_at(&path).map(|field| &field.shape), Some(Shape::Leaf(_))) {
            let mut mistake = Diagnostic::new(format!("`{inside}` is not an answer of the dossier"), span, "in this sentence");
            let known = path.split_last().and_then(|(_, parent)| match field_at(parent).map(|field| &field.shape) {
                Some(Shape::Record(record)) => Some(record.names().collect::<Vec<_>>()),
                _ => None,
            });
            if let (Some(known), Some(Segment::Field(last))) = (known, path.last())
                && let Some(near) = nearest(last, known).first()
            {
                mistake = mistake.help(format!("did you mean `{near}`?"));
            }
            self.reader.report(mistake);
        }
        Piece::Path(path)
    }
}
