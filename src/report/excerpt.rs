//! A mistake with its place underlined and how to mend it, drawn by miette; hostile text is made visible first.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents,
};

use super::snippet::Snippet;
use crate::text::{Sources, Span, visible_line};

/// What is drawn: a sentence, a place, and how to mend it.
#[derive(Debug)]
pub struct Excerpt {
    message: String,
    help: Option<String>,
    labels: Vec<LabeledSpan>,
    source: Window,
    related: Vec<(String, Snippet)>,
}

/// The line around the place, as miette reads it.
#[derive(Debug)]
struct Window(Snippet);

impl Excerpt {
    /// A sentence with its place.
    pub fn new(sources: &Sources, span: Span, message: &str, label: &str) -> Excerpt {
        let source = Snippet::around(sources, span);
        let label = Some(visible_line(label)).filter(|label| !label.is_empty());
        let place = SourceSpan::new(source.start.into(), source.end - source.start);
        let labels = vec![LabeledSpan::new_primary_with_span(label, place)];
        Excerpt { message: visible_line(message), help: None, labels, source: Window(source), related: Vec::new() }
    }

    /// Says how to mend it.
    pub fn help(mut self, help: Option<&str>) -> Excerpt {
        self.help = help.map(visible_line);
        self
    }

    /// Shows another place below.
    pub fn related(mut self, sources: &Sources, span: Span, label: &str) -> Excerpt {
        self.related.push((visible_line(label), Snippet::around(sources, span)));
        self
    }

    /// Draws it.
    pub fn draw(&self, width: usize, colour: bool) -> String {
        let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let handler = GraphicalReportHandler::new_themed(theme).with_width(width).with_context_lines(0).with_links(false);
        let mut text = String::new();
        if handler.render_report(&mut text, self).is_err() {
            text = format!("{}\n", self.message);
        }
        for (label, place) in &self.related {
            text.push_str(&format!("  {label}:\n{}", place.framed(colour)));
        }
        text
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Excerpt {}

impl Diagnostic for Excerpt {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }
}

impl SourceCode for Window {
    fn read_span<'a>(&'a self, span: &SourceSpan, _: usize, _: usize) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        if span.offset() + span.len() > self.0.text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let whole = SourceSpan::new(0.into(), self.0.text.len());
        let (line, column) = (self.0.line - 1, self.0.column_of_place() - 1);
        let contents = MietteSpanContents::new_named(self.0.name.clone(), self.0.text.as_bytes(), whole, line, column, 1);
        Ok(Box::new(contents.with_language("yaml")))
    }
}
