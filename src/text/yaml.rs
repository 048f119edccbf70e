//! Reads YAML into the tree, within limits: every form of it, and what is wrong with it.

use std::collections::{HashMap, HashSet};

use granit_parser::{Event, Parser, ScalarStyle, ScanError};

use super::limits::Limits;
use super::plain::read_plain;
use super::{Diagnostic, FileId, Kind, NodeId, SourceFile, Span, Tree, visible_line};

/// Reads one YAML document into a new tree: plain YAML plainly, anything else in full.
pub fn parse_yaml(source: &SourceFile, file: FileId, limits: Limits) -> Result<Tree, Vec<Diagnostic>> {
    read_plain(source, file, limits).map_or_else(|| read_full(source, file, limits), Ok)
}

/// Reads any YAML document, or tells what is wrong with it.
pub fn read_full(source: &SourceFile, file: FileId, limits: Limits) -> Result<Tree, Vec<Diagnostic>> {
    let text: &str = &source.text;
    let mut reader = Reader::new(file, limits);
    let depth = limits.depth as usize;
    let options = granit_parser::options! {
        flow_nesting_limit: depth,
        block_nesting_limit: depth,
        block_scalar_eof_without_line_feed: true
    };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => {
                let range = span.byte_range().unwrap_or(0..0);
                reader.event(event, Span { file, start: range.start as u32, end: range.end as u32 })?;
            }
            Err(error) => {
                reader.mistakes.push(syntax(text, file, &error));
                return Err(reader.mistakes);
            }
        }
    }
    reader.finish()
}

/// A collection that is still open.
enum Open {
    List {
        id: NodeId,
        anchor: usize,
        members: Vec<NodeId>,
    },
    Map {
        id: NodeId,
        anchor: usize,
        entries: Vec<(NodeId, NodeId)>,
        key: Option<NodeId>,
        seen: HashMap<Box<str>, NodeId>,
        merges: Vec<NodeId>,
    },
}

struct Reader {
    file: FileId,
    limits: Limits,
    tree: Tree,
    root: Option<NodeId>,
    open: Vec<Open>,
    anchors: HashMap<usize, NodeId>,
    /// How many entries merge keys have gone through.
    merged: u64,
    mistakes: Vec<Diagnostic>,
}

impl Reader {
    fn new(file: FileId, limits: Limits) -> Self {
        let (tree, root, open) = (Tree::default(), None, Vec::new());
        Reader { file, limits, tree, root, open, anchors: HashMap::new(), merged: 0, mistakes: Vec::new() }
    }

    fn stop<T>(&mut self, mistake: Diagnostic) -> Result<T, Vec<Diagnostic>> {
        self.mistakes.push(mistake);
        Err(std::mem::take(&mut self.mistakes))
    }

    fn too_large<T>(&mut self, span: Span) -> Result<T, Vec<Diagnostic>> {
        let message = format!("the file holds more than {} values, counting what its aliases repeat", self.limits.nodes);
        self.stop(Diagnostic::new(message, span, "reading stopped here"))
    }

    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Vec<Diagnostic>> {
        if self.tree.len() as u64 > self.limits.nodes {
            return self.too_large(span);
        }
        if self.mistakes.len() >= self.limits.mistakes {
            return Err(std::mem::take(&mut self.mistakes));
        }
        if let Event::Scalar(_, _, _, Some(tag)) | Event::SequenceStart(_, _, Some(tag)) | Event::MappingStart(_, _, Some(tag)) = &event
            && tag.is_custom()
        {
            let mistake = Diagnostic::new("a tag (a word after `!`) means nothing here", span, "of this value");
            self.mistakes.push(mistake.help("remove the tag, or put the value in quotes when it begins with `!`"));
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let as_text = tag.as_ref().is_some_and(|tag| tag.core_suffix() == Some("str"));
                let plain = style == ScalarStyle::Plain && !as_text;
                let id = self.tree.push(span, Kind::Scalar { text: &text, plain });
                self.close(id, anchor);
            }
            Event::Alias(anchor) => match self.anchors.get(&anchor) {
                Some(target) => match self.tree.copy(*target, span, self.limits.nodes) {
                    Some(id) => self.close(id, 0),
                    None => return self.too_large(span),
                },
                None => return self.stop(Diagnostic::new("this alias stands for something that contains it", span, "here")),
            },
            Event::SequenceStart(_, anchor, _) => {
                let id = self.tree.push(span, Kind::List(&[]));
                self.open.push(Open::List { id, anchor, members: Vec::new() });
            }
            Event::MappingStart(_, anchor, _) => {
                let id = self.tree.push(span, Kind::Map(&[]));
                let (entries, seen, merges) = (Vec::new(), HashMap::new(), Vec::new());
                self.open.push(Open::Map { id, anchor, entries, key: None, seen, merges });
            }
            Event::SequenceEnd | Event::MappingEnd => self.collection_ends(span)?,
            Event::DocumentStart(..) if self.root.is_some() || !self.open.is_empty() => {
                let help = "put the second document in a file of its own";
                return self.stop(Diagnostic::new("a dossier is one YAML document, and a second one starts here", span, "here").help(help));
            }
            _ => {}
        }
        Ok(())
    }

    fn collection_ends(&mut self, end: Span) -> Result<(), Vec<Diagnostic>> {
        let (id, anchor, last) = match self.open.pop() {
            Some(Open::List { id, anchor, members }) => {
                self.tree.set(id, Kind::List(&members));
                (id, anchor, members.last().copied())
            }
            Some(Open::Map { id, anchor, mut entries, merges, seen, .. }) => {
                let last = entries.last().map(|(key, value)| if self.empty(*value) { *key } else { *value });
                let mut held: HashSet<Box<str>> = if merges.is_empty() { HashSet::new() } else { seen.into_keys().collect() };
                for merge in merges {
                    if self.merge(merge, &mut entries, &mut held).is_none() {
                        return self.too_large(end);
                    }
                }
                self.tree.set(id, Kind::Map(&entries));
                (id, anchor, last)
            }
            None => return Ok(()),
        };
        let start = self.tree.span(id).start;
        // A block collection has no bracket that ends it, and ends at its last child: the parser's mark runs on to the next token.
        let bracket = end.start < end.end;
        let stop = if bracket { end.end } else { last.map_or(end.start, |child| self.tree.span(child).end) };
        self.tree.set_span(id, Span { file: self.file, start, end: stop.max(start) });
        self.close(id, anchor);
        Ok(())
    }

    fn empty(&self, id: NodeId) -> bool {
        let span = self.tree.span(id);
        span.start == span.end
    }

    /// Hands a finished node to the collection around it.
    fn close(&mut self, id: NodeId, anchor: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, id);
        }
        match self.open.last_mut() {
            None => self.root = Some(id),
            Some(Open::List { members, .. }) => members.push(id),
            Some(Open::Map { key: key @ None, seen, .. }) => {
                *key = Some(id);
                if let Some(mistake) = check_key(&self.tree, id, seen) {
                    self.mistakes.push(mistake);
                }
            }
            Some(Open::Map { key, entries, merges, .. }) => {
                let name = key.take().unwrap_or(id);
                if is_merge(&self.tree, name) {
                    merges.push(id);
                } else {
                    let span = self.tree.span(id);
                    if span.start == span.end {
                        self.tree.set_span(id, Span { start: self.tree.span(name).start, end: self.tree.span(name).end, ..span });
                    }
                    entries.push((name, id));
                }
            }
        }
    }

    /// A YAML 1.1 merge key: what is written beside it, under the keys held, wins. `None` when the tree grows too large, or
    /// more is merged than it may hold.
    fn merge(&mut self, from: NodeId, into: &mut Vec<(NodeId, NodeId)>, held: &mut HashSet<Box<str>>) -> Option<()> {
        match self.tree.kind(from) {
            Kind::Map(entries) => {
                let entries = entries.to_vec();
                self.merged += entries.len() as u64;
                if self.merged > self.limits.nodes {
                    return None;
                }
                for (key, value) in entries {
                    if self.tree.text(key).is_some_and(|text| held.insert(text.into())) {
                        let span = self.tree.span(value);
                        into.push((key, self.tree.copy(value, span, self.limits.nodes)?));
                    }
                }
            }
            Kind::List(members) if members.iter().all(|one| matches!(self.tree.kind(*one), Kind::Map(_))) => {
                let members = members.to_vec();
                for member in members {
                    self.merge(member, into, held)?;
                }
            }
            _ => self.mistakes.push(Diagnostic::new("`<<` takes a mapping", self.tree.span(from), "not a mapping")),
        }
        Some(())
    }

    fn finish(mut self) -> Result<Tree, Vec<Diagnostic>> {
        if !self.mistakes.is_empty() {
            return Err(self.mistakes);
        }
        let nothing = Kind::Scalar { text: "", plain: true };
        let root = self.root.unwrap_or_else(|| self.tree.push(Span { file: self.file, ..Span::default() }, nothing));
        self.tree.root = root;
        if self.tree.depth(root) > self.limits.depth + 2 {
            let span = self.tree.span(root);
            return self.stop(Diagnostic::new("aliases nest too deeply", span, "this document"));
        }
        Ok(self.tree)
    }
}

fn is_merge(tree: &Tree, key: NodeId) -> bool {
    matches!(tree.kind(key), Kind::Scalar { text, plain: true } if text == "<<")
}

fn check_key(tree: &Tree, key: NodeId, seen: &mut HashMap<Box<str>, NodeId>) -> Option<Diagnostic> {
    let Kind::Scalar { text, .. } = tree.kind(key) else {
        return Some(Diagnostic::new("a key must be plain text", tree.span(key), "not plain text"));
    };
    if is_merge(tree, key) {
        return None;
    }
    if let Some(first) = seen.get(text) {
        let message = format!("`{}` is given twice", visible_line(text));
        let mistake = Diagnostic::new(message, tree.span(key), "again here").related(tree.span(*first), "first here");
        return Some(mistake.help("keep one of the two"));
    }
    seen.insert(text.into(), key);
    None
}

fn syntax(text: &str, file: FileId, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find(['\r', '\n']).map_or(text.len(), |newline| at + newline);
    let span = |start: usize, end: usize| Span { file, start: start as u32, end: end as u32 };
    // A text that goes on in a line indented by a tab is reported where it begins.
    let next = text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1);
    for line in [line, next] {
        let indent = text[line..].len() - text[line..].trim_start_matches([' ', '\t']).len();
        if text[line..line + indent].contains('\t') {
            let mistake = Diagnostic::new("a tab is used to indent", span(line, line + indent), "a tab stands here");
            return mistake.help("YAML allows only spaces: replace each tab by two spaces");
        }
    }
    let mistake = Diagnostic::new(format!("this is not valid YAML: {}", error.info()), span(at, end), "here");
    if text[at..].starts_with(['@', '`', '%']) {
        mistake.help("put the value in quotes: it starts with a reserved character")
    } else if text[at..].starts_with(':') {
        mistake.help("put the value in quotes: a value that contains `: ` needs them")
    } else {
        mistake
    }
}
