//! A page of a terminal: lines, paragraphs, labels and headings at a width, with or without colour.

use anstyle::Style;
use comfy_table::{ContentArrangement, Table, presets};

use super::wrap::{Setting, wrap};

/// A heading.
const HEADING: Style = Style::new().bold();

/// A page that is being written.
pub(super) struct Page {
    /// What is written so far.
    pub(super) text: String,
    /// How wide a line may be, in columns.
    pub(super) width: usize,
    /// Whether what is styled is styled.
    pub(super) colour: bool,
}

impl Page {
    /// An empty page.
    pub(super) fn new(width: usize, colour: bool) -> Page {
        Page { text: String::new(), width, colour }
    }

    /// One line, as it is.
    pub(super) fn line(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    /// A paragraph, wrapped, with the second and later lines indented.
    pub(super) fn wrapped(&mut self, first: &str, rest: &str, text: &str) {
        wrap(&mut self.text, Setting { first, rest, width: self.width }, text);
    }

    /// One of several, in a paragraph.
    pub(super) fn item(&mut self, text: &str) {
        self.wrapped("  ", "      ", text);
    }

    /// A text in a style, where colour is wanted.
    pub(super) fn painted(&self, style: Style, text: &str) -> String {
        paint(style, text, self.colour)
    }

    /// An empty line and a heading.
    pub(super) fn heading(&mut self, text: &str) {
        let styled = self.painted(HEADING, text);
        self.line("");
        self.line(&styled);
    }

    /// A label and, beside it, a paragraph.
    pub(super) fn labelled(&mut self, label: &str, text: &str) {
        self.wrapped(&format!("  {label:12}  "), "                ", text);
    }
}

/// A table without lines.
pub(super) fn plain_table(width: usize) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_width(width as u16);
    table
}

/// A text in a style, where colour is wanted.
pub(super) fn paint(style: Style, text: &str, colour: bool) -> String {
    if colour { format!("{style}{text}{style:#}") } else { text.into() }
}
