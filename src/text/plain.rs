//! Reads plain YAML into the tree at a sixth of the cost: block and flow collections, scalars on one line, comments.
//! Anything else is not for this reader, and the full one reads it: where this one accepts, both make the same tree.

use std::borrow::Cow;

use super::limits::Limits;
use super::scan::{Scan, Word};
use super::{FileId, Kind, NodeId, SourceFile, Span, Tree};

/// Reads a YAML document that is plain; nothing when it is not surely so, or holds a mistake, or comes near a limit.
pub fn read_plain(source: &SourceFile, file: FileId, limits: Limits) -> Option<Tree> {
    let scan = Scan::of(&source.text)?;
    let (members, entries, keys) = (Vec::with_capacity(OPEN), Vec::with_capacity(OPEN), Vec::with_capacity(OPEN));
    let tree = Tree::with_room(source.text.len());
    let mut reader = Reader { scan, file, limits, tree, members, entries, keys };
    let column = reader.scan.indent?;
    let root = reader.block(column, 0)?;
    reader.tree.root = root;
    reader.scan.indent.is_none().then_some(reader.tree)
}

/// The longest key: one of more than 1,024 characters is none in YAML.
const LONGEST_KEY: usize = 1000;

/// So many members and entries of open lists and mappings find room from the beginning.
const OPEN: usize = 64;

/// Up to so many keys are held against each other one by one.
const FEW: usize = 16;

struct Reader<'t> {
    scan: Scan<'t>,
    file: FileId,
    limits: Limits,
    tree: Tree,
    /// The members so far of all lists that are open.
    members: Vec<NodeId>,
    /// The entries so far of all mappings that are open.
    entries: Vec<(NodeId, NodeId)>,
    /// The keys of those entries.
    keys: Vec<&'t str>,
}

impl<'t> Reader<'t> {
    fn span(&self, start: usize, end: usize) -> Span {
        Span { file: self.file, start: start as u32, end: end as u32 }
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind<'_>) -> Option<NodeId> {
        ((self.tree.len() as u64) < self.limits.nodes).then(|| self.tree.push(self.span(start, end), kind))
    }

    fn scalar(&mut self, word: &Word<'_>) -> Option<NodeId> {
        self.push(word.start, word.end, Kind::Scalar { text: &word.text, plain: word.plain })
    }

    /// What stands from here on, `column` characters into its line, up to the next line that is no part of it.
    fn block(&mut self, column: usize, depth: u32) -> Option<NodeId> {
        if matches!(self.scan.byte(), b'[' | b'{') {
            return self.flow_to_line_end(depth);
        }
        if self.scan.dash() {
            return self.list(column, depth);
        }
        let word = self.scan.word(false)?;
        if self.scan.byte() == b':' {
            return self.map(word, column, depth);
        }
        let id = self.scalar(&word)?;
        self.scan.line_ends()?;
        Some(id)
    }

    fn list(&mut self, column: usize, depth: u32) -> Option<NodeId> {
        let (start, base) = (self.scan.at, self.members.len());
        let id = self.open(start, Kind::List(&[]), depth)?;
        loop {
            self.scan.at += 1;
            let inner = column + 1 + self.scan.spaces();
            let member = self.block(inner, depth + 1)?;
            self.members.push(member);
            if self.scan.indent > Some(column) {
                return None;
            }
            if self.scan.indent < Some(column) || !self.scan.dash() {
                break;
            }
        }
        let end = self.end_of(self.members.last());
        self.close_list(id, base, end)
    }

    /// A list that stands no further in than its key: the full reader has it begin at its first member.
    fn list_below_key(&mut self, column: usize, depth: u32) -> Option<NodeId> {
        let id = self.list(column, depth)?;
        let first = self.tree.members(id).first().map(|first| self.tree.span(*first));
        let span = self.tree.span(id);
        self.tree.set_span(id, Span { start: first?.start, ..span });
        Some(id)
    }

    /// A mapping whose first key has been read.
    fn map(&mut self, first: Word<'t>, column: usize, depth: u32) -> Option<NodeId> {
        let base = self.entries.len();
        let id = self.open(first.start, Kind::Map(&[]), depth)?;
        let mut key = first;
        loop {
            let (name, text) = self.key(&key)?;
            let value = match self.value(column, depth)? {
                Some(value) => value,
                None => self.push(key.start, key.end, Kind::Scalar { text: "~", plain: true })?,
            };
            self.entries.push((name, value));
            self.keys.push(text);
            if self.scan.indent > Some(column) {
                return None;
            }
            if self.scan.indent < Some(column) {
                break;
            }
            key = self.scan.word(false)?;
        }
        let end = self.end_of(self.entries.last().map(|(_, value)| value));
        self.close_map(id, base, end)
    }

    /// The value of an entry of a mapping that begins at `column`; the inner is nothing where none is written.
    fn value(&mut self, column: usize, depth: u32) -> Option<Option<NodeId>> {
        match self.scan.byte() {
            b'[' | b'{' => self.flow_to_line_end(depth + 1).map(Some),
            b'\n' | b'#' => {
                self.scan.line_ends()?;
                match self.scan.indent {
                    Some(inner) if inner > column => self.block(inner, depth + 1).map(Some),
                    Some(inner) if inner == column && self.scan.dash() => self.list_below_key(column, depth + 1).map(Some),
                    _ => Some(None),
                }
            }
            _ => {
                let word = self.scan.word(false)?;
                let id = self.scalar(&word)?;
                self.scan.line_ends()?;
                Some(Some(id))
            }
        }
    }

    fn flow_to_line_end(&mut self, depth: u32) -> Option<NodeId> {
        let id = self.flow(depth)?;
        self.scan.line_ends()?;
        Some(id)
    }

    /// What stands inside brackets, or begins with one.
    fn flow(&mut self, depth: u32) -> Option<NodeId> {
        match self.scan.byte() {
            b'[' => self.flow_list(depth),
            b'{' => self.flow_map(depth),
            _ => {
                let word = self.scan.word(true)?;
                self.scalar(&word)
            }
        }
    }

    fn flow_list(&mut self, depth: u32) -> Option<NodeId> {
        let base = self.members.len();
        let id = self.open(self.scan.at, Kind::List(&[]), depth)?;
        self.scan.at += 1;
        while self.flow_goes_on(b']')? {
            let member = self.flow(depth + 1)?;
            self.members.push(member);
            self.flow_separated(b']')?;
        }
        self.close_list(id, base, self.scan.at)
    }

    fn flow_map(&mut self, depth: u32) -> Option<NodeId> {
        let base = self.entries.len();
        let id = self.open(self.scan.at, Kind::Map(&[]), depth)?;
        self.scan.at += 1;
        while self.flow_goes_on(b'}')? {
            let word = self.scan.word(true)?;
            let (name, text) = self.key(&word)?;
            let value = self.flow(depth + 1)?;
            self.entries.push((name, value));
            self.keys.push(text);
            self.flow_separated(b'}')?;
        }
        self.close_map(id, base, self.scan.at)
    }

    /// Whether another member or entry comes before the closing bracket, which else is gone over.
    fn flow_goes_on(&mut self, bracket: u8) -> Option<bool> {
        self.scan.gap()?;
        let ends = self.scan.byte() == bracket;
        self.scan.at += usize::from(ends);
        Some(!ends)
    }

    /// Goes over the comma behind a member or an entry, if it is not the last.
    fn flow_separated(&mut self, bracket: u8) -> Option<()> {
        self.scan.gap()?;
        match self.scan.byte() {
            b',' => self.scan.at += 1,
            other if other == bracket => {}
            _ => return None,
        }
        Some(())
    }

    /// A key, and the colon behind it. A merge key is not for this reader.
    fn key(&mut self, word: &Word<'t>) -> Option<(NodeId, &'t str)> {
        let Cow::Borrowed(text) = word.text else { return None };
        if text == "<<" || word.end - word.start > LONGEST_KEY {
            return None;
        }
        self.scan.colon()?;
        Some((self.scalar(word)?, text))
    }

    fn open(&mut self, start: usize, kind: Kind<'_>, depth: u32) -> Option<NodeId> {
        if depth >= self.limits.depth {
            return None;
        }
        self.push(start, start, kind)
    }

    fn close_list(&mut self, id: NodeId, base: usize, end: usize) -> Option<NodeId> {
        self.tree.set(id, Kind::List(&self.members[base..]));
        self.members.truncate(base);
        self.ends(id, end)
    }

    fn close_map(&mut self, id: NodeId, base: usize, end: usize) -> Option<NodeId> {
        if !all_differ(&self.keys[base..]) {
            return None;
        }
        self.tree.set(id, Kind::Map(&self.entries[base..]));
        self.entries.truncate(base);
        self.keys.truncate(base);
        self.ends(id, end)
    }

    fn ends(&mut self, id: NodeId, end: usize) -> Option<NodeId> {
        let span = self.tree.span(id);
        self.tree.set_span(id, Span { end: end as u32, ..span });
        Some(id)
    }

    fn end_of(&self, last: Option<&NodeId>) -> usize {
        last.map_or(0, |last| self.tree.span(*last).end as usize)
    }
}

/// Whether no key is given twice; sorted where there are many, so that a hostile file costs little.
fn all_differ(keys: &[&str]) -> bool {
    if keys.len() <= FEW {
        return keys.iter().enumerate().all(|(at, key)| !keys[..at].contains(key));
    }
    let mut sorted = keys.to_vec();
    sorted.sort_unstable();
    sorted.windows(2).all(|pair| pair[0] != pair[1])
}
