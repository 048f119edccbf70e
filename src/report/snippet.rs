//! The line of a file in which a place begins, with the place underlined; hostile text is made visible.

use anstyle::{AnsiColor, Style};

use super::page::paint;
use crate::text::{Sources, Span, visible, visible_line};

/// How much of a long line is shown, in bytes, so that it fits beside its number.
const SHOWN: usize = 90;
/// How much of that stands before the place, where the line begins long before it.
const BEFORE: usize = 30;
/// The columns between the stops of tabs.
const TAB: usize = 4;

/// `file:line:column`.
const PLACE: Style = AnsiColor::Cyan.on_default().bold().underline();
/// The number of a line.
const NUMBER: Style = Style::new().dimmed();
/// What is underlined.
const UNDERLINE: Style = AnsiColor::Magenta.on_default().bold();

/// The part of a file around a place.
#[derive(Debug)]
pub(super) struct Snippet {
    /// The file.
    pub(super) name: String,
    /// The line, cropped when long.
    pub(super) text: String,
    /// Its number, from 1.
    pub(super) line: usize,
    /// The column of its first character that is shown, from 1.
    pub(super) column: usize,
    /// The first byte of the place in the text.
    pub(super) start: usize,
    /// The byte after its last.
    pub(super) end: usize,
}

impl Snippet {
    /// The line in which a place begins, cropped when long.
    pub(super) fn around(sources: &Sources, span: Span) -> Snippet {
        let file = sources.file(span.file);
        let text: &str = &file.text;
        let begin = floor(text, (span.start as usize).min(text.len()));
        let line_start = text[..begin].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[begin..].find('\n').map_or(text.len(), |at| begin + at);
        let cropped = line_end - line_start > SHOWN && begin - line_start > BEFORE;
        let from = if cropped { floor(text, begin - BEFORE) } else { line_start };
        let to = floor(text, line_end.min(from + SHOWN));
        let place = file.position(from as u32);
        let shown = visible(&text[from..to]).trim_end_matches('\r').to_string();
        let start = (begin - from).min(shown.len());
        let end = (span.end as usize).saturating_sub(from).clamp(start, shown.len());
        Snippet { name: visible_line(&file.name), line: place.line, column: place.column, text: shown, start, end }
    }

    /// Where the place begins: the column of its first character, from 1.
    pub(super) fn column_of_place(&self) -> usize {
        self.text[..floor(&self.text, self.start)].chars().count() + self.column
    }

    /// The lines: the place, the line with its number, and what underlines it.
    pub(super) fn lines(&self, colour: bool) -> Vec<String> {
        let number = if self.text.is_empty() { "0".into() } else { self.line.to_string() };
        let wide = number.len();
        let place = format!("{}:{}:{}", self.name, self.line, self.column_of_place());
        let mut lines = vec![format!("{:wide$}  ╭─[{}]", "", paint(PLACE, &place, colour))];
        if !self.text.is_empty() {
            lines.push(format!(" {} │ {}", paint(NUMBER, &number, colour), self.without_tabs()));
        }
        if self.start < self.text.len() {
            lines.push(format!(" {:wide$} · {}", "", paint(UNDERLINE, &self.underline(), colour)));
        }
        lines
    }

    /// As [`Snippet::lines`], closed below.
    pub(super) fn framed(&self, colour: bool) -> String {
        let wide = if self.text.is_empty() { 1 } else { self.line.to_string().len() };
        let lines: String = self.lines(colour).iter().map(|line| format!("{line}\n")).collect();
        format!("{lines}{:wide$}  ╰────\n", "")
    }

    fn underline(&self) -> String {
        let before = columns(&self.text[..floor(&self.text, self.start)]);
        let through = columns(&self.text[..ceiling(&self.text, self.end)]);
        let line = if self.start == self.end { "▲".into() } else { "─".repeat(through.saturating_sub(before).max(1)) };
        format!("{:before$}{line}", "")
    }

    fn without_tabs(&self) -> String {
        let mut text = String::with_capacity(self.text.len());
        for piece in self.text.split_inclusive('\t') {
            text.push_str(piece.trim_end_matches('\t'));
            if piece.ends_with('\t') {
                let at = textwrap::core::display_width(&text);
                text.push_str(&" ".repeat(TAB - at % TAB));
            }
        }
        text
    }
}

/// How many columns a text takes, where tabs go to the next stop.
fn columns(text: &str) -> usize {
    text.split_inclusive('\t').fold(0, |at, piece| {
        let end = at + textwrap::core::display_width(piece.trim_end_matches('\t'));
        if piece.ends_with('\t') { end + TAB - end % TAB } else { end }
    })
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn ceiling(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FileId, SourceFile};

    fn drawn(text: &str, place: &str) -> Vec<String> {
        let mut sources = Sources::default();
        sources.add(SourceFile::new("a.yaml", text));
        let start = text.find(place).unwrap();
        let span = Span { file: FileId(0), start: start as u32, end: (start + place.len()) as u32 };
        Snippet::around(&sources, span).lines(false)
    }

    #[test]
    fn a_place_is_underlined_in_columns_of_a_terminal() {
        assert_eq!(drawn("a: 1\n漢字: bcd\n", "bcd"), ["   ╭─[a.yaml:2:5]", " 2 │ 漢字: bcd", "   ·       ───"]);
    }

    #[test]
    fn tabs_go_to_their_stops_and_controls_are_visible() {
        assert_eq!(drawn("a:\tb\u{1b}", "b"), ["   ╭─[a.yaml:1:4]", " 1 │ a:  b?", "   ·     ─"]);
    }
}
