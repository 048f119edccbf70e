//! A few lines of a source file with a place underlined, drawn by miette; hostile text is made visible first.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents,
};

use crate::text::{SourceFile, Sources, Span, visible, visible_line};

/// How much of a long line is shown, in bytes, so that it fits beside its number.
const SHOWN: usize = 90;
/// How much of that stands before the place, where the line begins long before it.
const BEFORE: usize = 30;

/// What is drawn: a sentence, a place, and how to mend it.
#[derive(Debug)]
pub struct Excerpt {
    message: String,
    code: Option<String>,
    help: Option<String>,
    labels: Vec<LabeledSpan>,
    source: Option<Window>,
    related: Vec<Excerpt>,
}

/// The part of a file around a place.
#[derive(Debug)]
struct Window {
    name: String,
    text: String,
    line: usize,
    column: usize,
}

impl Excerpt {
    /// A sentence with its place.
    pub fn new(sources: &Sources, span: Span, message: &str, label: &str) -> Excerpt {
        let file = sources.file(span.file);
        let (window, from) = Window::around(file, span);
        let end = (span.end as usize).clamp(from, from + window.text.len()).max(span.start as usize);
        let at = span.start as usize - from;
        let length = (end - span.start as usize).min(window.text.len() - at);
        let label = Some(visible_line(label)).filter(|label| !label.is_empty());
        let labels = vec![LabeledSpan::new_primary_with_span(label, SourceSpan::new(at.into(), length))];
        Excerpt { message: visible_line(message), code: None, help: None, labels, source: Some(window), related: Vec::new() }
    }

    /// Names it, above the sentence.
    pub fn code(mut self, code: impl Into<String>) -> Excerpt {
        self.code = Some(code.into());
        self
    }

    /// Says how to mend it.
    pub fn help(mut self, help: Option<&str>) -> Excerpt {
        self.help = help.map(visible_line);
        self
    }

    /// Shows another place below.
    pub fn related(mut self, other: Excerpt) -> Excerpt {
        self.related.push(other);
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
        for other in &self.related {
            let drawn = other.draw(width, colour);
            let place = drawn.find('╭').and_then(|at| drawn[..at].rfind('\n')).map_or("", |at| &drawn[at + 1..]);
            text.push_str(&format!("  {}:\n{place}", other.message));
        }
        text
    }
}

impl Window {
    /// The line in which the place begins, cropped when long; and the byte it begins at.
    fn around(file: &SourceFile, span: Span) -> (Window, usize) {
        let text: &str = &file.text;
        let start = floor(text, (span.start as usize).min(text.len()));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let cropped = line_end - line_start > SHOWN && start - line_start > BEFORE;
        let from = if cropped { floor(text, start - BEFORE) } else { line_start };
        let to = floor(text, line_end.min(from + SHOWN));
        let place = file.position(from as u32);
        let shown = visible(&text[from..to]).trim_end_matches('\r').to_string();
        let window = Window { name: visible_line(&file.name), text: shown, line: place.line - 1, column: place.column - 1 };
        (window, from)
    }
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Excerpt {}

impl Diagnostic for Excerpt {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.code.as_ref().map(|code| Box::new(code) as Box<dyn fmt::Display>)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|window| window as &dyn SourceCode)
    }
}

impl SourceCode for Window {
    fn read_span<'a>(&'a self, span: &SourceSpan, _: usize, _: usize) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        if span.offset() + span.len() > self.text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let whole = SourceSpan::new(0.into(), self.text.len());
        let column = self.text[..span.offset()].chars().count() + self.column;
        let contents = MietteSpanContents::new_named(self.name.clone(), self.text.as_bytes(), whole, self.line, column, 1);
        Ok(Box::new(contents.with_language("yaml")))
    }
}
