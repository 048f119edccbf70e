//! The words of plain YAML and the room between them. Whatever may mean more than it seems to is refused with `None`.

use std::borrow::Cow;

/// A scalar on one line.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    /// Its first byte, a quote included.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// What it says.
    pub text: Cow<'t, str>,
    /// Unquoted.
    pub plain: bool,
}

/// A place in a text.
pub(super) struct Scan<'t> {
    text: &'t str,
    /// The byte that is looked at.
    pub at: usize,
    /// How far in the line that is looked at begins; nothing at the end of the text.
    pub indent: Option<usize>,
}

/// Where an unquoted word may end.
const ENDS: [bool; 256] = table(b"\n:#,[]{}");

/// What begins an unquoted word of no plain kind, or none at all.
const ODD: [bool; 256] = table(b"\n #\"'&*!|>%@`?:,[]{}");

const fn table(bytes: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
}

impl<'t> Scan<'t> {
    /// The first line with content; `None` when the text holds a character that is no part of plain YAML, such as a tab.
    pub fn of(text: &'t str) -> Option<Scan<'t>> {
        let mut scan = Scan { text, at: 0, indent: None };
        printable(text).then(|| scan.content())?;
        Some(scan)
    }

    /// The byte that is looked at; the end of the text counts as the end of a line.
    pub fn byte(&self) -> u8 {
        self.byte_at(self.at)
    }

    fn byte_at(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(b'\n')
    }

    fn blank(&self, at: usize) -> bool {
        matches!(self.byte_at(at), b' ' | b'\n')
    }

    /// Goes over spaces; tells how many.
    pub fn spaces(&mut self) -> usize {
        let from = self.at;
        while self.byte() == b' ' {
            self.at += 1;
        }
        self.at - from
    }

    /// Whether a member of a list begins here, on this line.
    pub fn dash(&self) -> bool {
        self.byte() == b'-' && self.byte_at(self.at + 1) == b' '
    }

    /// Goes over the colon behind a key and the spaces behind it.
    pub fn colon(&mut self) -> Option<()> {
        (self.byte() == b':' && self.blank(self.at + 1)).then_some(())?;
        self.at += 1;
        self.spaces();
        Some(())
    }

    /// Goes from the end of what stands on a line to the next line with content.
    pub fn line_ends(&mut self) -> Option<()> {
        self.spaces();
        match self.byte() {
            b'\n' => {}
            b'#' => self.comment()?,
            _ => return None,
        }
        self.content();
        Some(())
    }

    /// Goes over empty lines and comments, from the end or the beginning of a line to what stands first on a line.
    fn content(&mut self) {
        loop {
            let indent = self.spaces();
            match self.byte() {
                _ if self.at >= self.text.len() => return self.indent = None,
                b'\n' => self.at += 1,
                b'#' => self.rest(),
                _ => return self.indent = Some(indent),
            }
        }
    }

    /// Goes over spaces, ends of lines and comments inside brackets.
    pub fn gap(&mut self) -> Option<()> {
        while self.at < self.text.len() {
            match self.byte() {
                b' ' | b'\n' => self.at += 1,
                b'#' => self.comment()?,
                _ => return Some(()),
            }
        }
        None
    }

    /// Goes over a comment; there must be room before it.
    fn comment(&mut self) -> Option<()> {
        self.blank(self.at.checked_sub(1)?).then(|| self.rest())
    }

    /// Goes to the end of the line.
    fn rest(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    }

    /// A scalar, up to what ends it; `flow` inside brackets, where more does.
    pub fn word(&mut self, flow: bool) -> Option<Word<'t>> {
        match self.byte() {
            b'"' => self.double_quoted(),
            b'\'' => self.single_quoted(),
            _ => self.unquoted(flow),
        }
    }

    fn unquoted(&mut self, flow: bool) -> Option<Word<'t>> {
        let (bytes, start) = (self.text.as_bytes(), self.at);
        let first = self.byte();
        let marker = matches!(first, b'-' | b'.') && (bytes[start..].starts_with(b"---") || bytes[start..].starts_with(b"..."));
        if ODD[first as usize] || marker || first == b'-' && (self.blank(start + 1) || ENDS[self.byte_at(start + 1) as usize]) {
            return None;
        }
        let ends = |at: usize| match bytes[at] {
            b'\n' => true,
            b':' => self.blank(at + 1) || flow && ENDS[self.byte_at(at + 1) as usize],
            b'#' => bytes[at - 1] == b' ',
            _ => flow,
        };
        let next = |from: usize| bytes[from..].iter().position(|byte| ENDS[*byte as usize]).map_or(bytes.len(), |further| from + further);
        let mut at = next(start);
        while at < bytes.len() && !ends(at) {
            at = next(at + 1);
        }
        let text = self.text[start..at].trim_end_matches(' ');
        self.at = start + text.len();
        Some(Word { start, end: self.at, text: text.into(), plain: true })
    }

    fn single_quoted(&mut self) -> Option<Word<'t>> {
        let start = self.at;
        self.at += 1;
        loop {
            self.until(b'\'')?;
            if self.byte_at(self.at + 1) != b'\'' {
                break;
            }
            self.at += 2;
        }
        let inside = &self.text[start + 1..self.at];
        self.at += 1;
        let text = if inside.contains("''") { inside.replace("''", "'").into() } else { inside.into() };
        Some(Word { start, end: self.at, text, plain: false })
    }

    /// A text in double quotes, in which nothing but quotes is escaped.
    fn double_quoted(&mut self) -> Option<Word<'t>> {
        let start = self.at;
        let mut text = Cow::Borrowed("");
        loop {
            self.at += 1;
            let from = self.at;
            self.until(b'"')?;
            let part = &self.text[from..self.at];
            let kept = part.strip_suffix('\\').unwrap_or(part);
            if kept.contains('\\') {
                return None;
            }
            text += kept;
            if kept.len() == part.len() {
                break;
            }
            text += "\"";
        }
        self.at += 1;
        Some(Word { start, end: self.at, text, plain: false })
    }

    /// Goes to a quote on this line.
    fn until(&mut self, quote: u8) -> Option<()> {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().position(|byte| *byte == quote || *byte == b'\n')?;
        (self.byte() == quote).then_some(())
    }
}

/// Whether a text holds only characters that plain YAML is written in.
fn printable(text: &str) -> bool {
    let rare = |byte: u8| byte < b' ' && byte != b'\n' || matches!(byte, 0x7f | 0xc2 | 0xef);
    let odd = |c: char| c < ' ' && c != '\n' || matches!(c, '\u{7f}'..='\u{9f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    // Bytes are looked at many at a time; characters only where one of those begins with such a byte.
    !text.bytes().fold(false, |found, byte| found | rare(byte)) || !text.contains(odd)
}
