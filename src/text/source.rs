//! The source files of one run: their names, their text, and where lines begin.

use std::sync::{Arc, OnceLock};

use super::{Held, Text};

/// Which file of a run a span lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(pub u16);

/// A range of bytes in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// A line and a column, both from 1; columns count characters, as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// One file: the name it was asked for by, its text without a byte order mark, and the start of each line.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The path as given on the command line, or `rules/...` for an embedded pack.
    pub name: Text,
    /// The text.
    pub text: Text,
    /// Where each line begins; worked out when a place is first told.
    lines: OnceLock<Arc<[u32]>>,
}

impl SourceFile {
    /// Takes a text.
    pub fn new(name: impl Into<Text>, text: &str) -> SourceFile {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        SourceFile { name: name.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// Takes a text that is part of the program.
    pub const fn built(name: &'static str, text: &'static str) -> SourceFile {
        SourceFile { name: Held::Built(name), text: Held::Built(text), lines: OnceLock::new() }
    }

    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let mut lines = vec![0];
            lines.extend(memchr::memchr_iter(b'\n', self.text.as_bytes()).map(|at| at as u32 + 1));
            lines.into()
        })
    }

    /// The line and column of a byte.
    pub fn position(&self, at: u32) -> Position {
        let at = at.min(self.text.len() as u32);
        let line = self.lines().partition_point(|start| *start <= at) - 1;
        let before = &self.text[self.lines()[line] as usize..at as usize];
        Position { line: line + 1, column: before.chars().count() + 1 }
    }

    /// Where a range of bytes begins and ends; most end on the line that they begin on.
    fn positions(&self, start: u32, end: u32) -> (Position, Position) {
        let from = self.position(start);
        let same_line = start <= end && self.lines().get(from.line).is_none_or(|next| end < *next);
        match self.text.get(start as usize..end as usize).filter(|_| same_line) {
            Some(between) => (from, Position { column: from.column + between.chars().count(), ..from }),
            None => (from, self.position(end)),
        }
    }

    /// The text of a line (from 1) without its line end.
    pub fn line(&self, line: usize) -> &str {
        let start = self.lines().get(line.wrapping_sub(1)).map_or(self.text.len(), |at| *at as usize);
        let end = self.lines().get(line).map_or(self.text.len(), |at| *at as usize);
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }
}

/// All files of a run, found by their id.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    built: &'static [SourceFile],
    files: Vec<SourceFile>,
}

impl Sources {
    /// The files that are part of the program, to which others can be added.
    pub const fn built(files: &'static [SourceFile]) -> Sources {
        Sources { built: files, files: Vec::new() }
    }

    /// Every file, in the order of the ids.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.built.iter().chain(&self.files)
    }

    /// Adds a file.
    ///
    /// # Panics
    /// With more than 65,535 files, which the command line prevents by reading dossiers one by one.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = u16::try_from(self.built.len() + self.files.len()).expect("fewer than 65,536 files in one dossier");
        self.files.push(file);
        FileId(id)
    }

    /// The file with that id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        let at = id.0 as usize;
        self.built.get(at).unwrap_or_else(|| &self.files[at - self.built.len()])
    }

    /// Where a span begins, and where it ends (the column after its last character).
    pub fn positions(&self, span: Span) -> (Position, Position) {
        self.file(span.file).positions(span.start, span.end)
    }

    /// Where a span begins.
    pub fn start(&self, span: Span) -> Position {
        self.file(span.file).position(span.start)
    }

    /// Where a span ends (the column after its last character).
    pub fn end(&self, span: Span) -> Position {
        self.file(span.file).position(span.end)
    }

    /// `file:line:column` of a span.
    pub fn locate(&self, span: Span) -> String {
        let at = self.start(span);
        format!("{}:{}:{}", self.file(span.file).name, at.line, at.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let file = SourceFile::new("a", "\u{feff}漢字: x\r\nb: é!\n");
        let x = file.text.find('x').unwrap() as u32;
        assert_eq!(file.position(x), Position { line: 1, column: 5 });
        let bang = file.text.find('!').unwrap() as u32;
        assert_eq!(file.position(bang), Position { line: 2, column: 5 });
        assert_eq!(file.line(1), "漢字: x");
        assert_eq!(file.line(9), "");
    }
}
