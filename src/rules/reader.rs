//! Reads the tables of a pack: known keys only, every mistake collected with its place.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::text::{Diagnostic, Kind, NodeId, Span, Tree, parse_path};

/// One file of a pack while it is read.
pub(super) struct Reader<'t> {
    /// The TOML.
    pub tree: &'t Tree,
    /// What is wrong with it so far.
    pub mistakes: RefCell<Vec<Diagnostic>>,
}

/// One TOML table, with the keys that have been asked for.
pub(super) struct Table<'r, 't> {
    pub reader: &'r Reader<'t>,
    pub node: NodeId,
    known: RefCell<BTreeSet<&'static str>>,
}

impl<'t> Reader<'t> {
    pub fn new(tree: &'t Tree) -> Reader<'t> {
        Reader { tree, mistakes: RefCell::default() }
    }

    pub fn report(&self, mistake: Diagnostic) {
        self.mistakes.borrow_mut().push(mistake);
    }

    pub fn table(&self, node: NodeId) -> Table<'_, 't> {
        Table { reader: self, node, known: RefCell::default() }
    }

    /// The tables of an array of tables (`[[check]]`) at the top of the file.
    pub fn tables(&self, name: &str) -> Vec<Table<'_, 't>> {
        let list = self.tree.child(self.tree.root, name);
        list.map_or(&[][..], |list| self.tree.members(list)).iter().map(|node| self.table(*node)).collect()
    }

    /// Reports every key at the top of the file that is not one of these.
    pub fn only(&self, known: &[&'static str]) {
        for (key, _) in self.tree.entries(self.tree.root) {
            let name = self.tree.text(*key).unwrap_or_default();
            if !known.contains(&name) {
                let mistake = Diagnostic::new(format!("`{name}` does not belong in a pack"), self.tree.span(*key), "here");
                self.report(mistake.spelling(name, known.iter().copied()));
            }
        }
    }
}

impl<'r, 't> Table<'r, 't> {
    /// The value of a key, and from now on the key is known.
    pub fn get(&self, name: &'static str) -> Option<NodeId> {
        self.known.borrow_mut().insert(name);
        self.reader.tree.child(self.node, name)
    }

    /// Where to point when the table as a whole is meant.
    pub fn place(&self) -> Span {
        let tree = self.reader.tree;
        let named = tree.child(self.node, "id").map(|id| tree.span(id));
        named.or_else(|| tree.entries(self.node).first().map(|(key, _)| tree.span(*key))).unwrap_or_else(|| tree.span(self.node))
    }

    pub fn optional(&self, name: &'static str) -> Option<String> {
        let node = self.get(name)?;
        match self.reader.tree.text(node) {
            Some(text) => Some(text.to_string()),
            None => {
                self.reader.report(Diagnostic::new(format!("`{name}` is text"), self.reader.tree.span(node), "not text"));
                None
            }
        }
    }

    pub fn text(&self, name: &'static str) -> String {
        if self.get(name).is_none() {
            self.reader.report(Diagnostic::new(format!("`{name}` is missing"), self.place(), "in this table"));
        }
        self.optional(name).unwrap_or_default()
    }

    pub fn flag(&self, name: &'static str) -> bool {
        let Some(node) = self.get(name) else { return false };
        match self.reader.tree.text(node) {
            Some("true") => true,
            Some("false") => false,
            _ => {
                self.reader.report(Diagnostic::new(format!("`{name}` is true or false"), self.reader.tree.span(node), "here"));
                false
            }
        }
    }

    pub fn texts(&self, name: &'static str) -> Vec<String> {
        self.spanned(name).into_iter().map(|(text, _)| text).collect()
    }

    /// The texts of an array, each with its place.
    pub fn spanned(&self, name: &'static str) -> Vec<(String, Span)> {
        let Some(node) = self.get(name) else { return Vec::new() };
        let tree = self.reader.tree;
        if !matches!(tree.kind(node), Kind::List(_)) {
            self.reader.report(Diagnostic::new(format!("`{name}` is a list of texts"), tree.span(node), "not a list"));
        }
        tree.members(node).iter().filter_map(|one| Some((tree.text(*one)?.to_string(), tree.span(*one)))).collect()
    }

    /// A word of an enumeration.
    pub fn word<W: Copy>(&self, name: &'static str, parse: impl Fn(&str) -> Option<W>, known: &[&'static str]) -> Option<W> {
        let node = self.get(name)?;
        let text = self.reader.tree.text(node).unwrap_or_default();
        let found = parse(text);
        if found.is_none() {
            let mistake = Diagnostic::new(format!("`{text}` is not a value of `{name}`"), self.reader.tree.span(node), "here");
            self.reader.report(mistake.spelling(text, known.iter().copied()));
        }
        found
    }

    /// As [`Table::word`]; the key must be there.
    pub fn required<W: Copy>(&self, name: &'static str, parse: impl Fn(&str) -> Option<W>, known: &[&'static str]) -> Option<W> {
        if self.get(name).is_none() {
            let mistake = Diagnostic::new(format!("`{name}` is missing"), self.place(), "in this table");
            self.reader.report(mistake.help(format!("write one of: {}", known.join(", "))));
        }
        self.word(name, parse, known)
    }

    /// The words of a list of an enumeration.
    pub fn words<W: Copy>(&self, name: &'static str, parse: impl Fn(&str) -> Option<W>, known: &[&'static str]) -> Vec<W> {
        let mut found = Vec::new();
        for (text, span) in self.spanned(name) {
            match parse(&text) {
                Some(word) => found.push(word),
                None => {
                    let mistake = Diagnostic::new(format!("`{text}` is not a value of `{name}`"), span, "here");
                    self.reader.report(mistake.spelling(&text, known.iter().copied()));
                }
            }
        }
        found
    }

    /// Dossier paths, each checked against the schema.
    pub fn paths(&self, name: &'static str) -> Vec<String> {
        let mut found = Vec::new();
        for (text, span) in self.spanned(name) {
            match parse_path(&text).and_then(|path| crate::dossier::schema::field_at(&path)) {
                Some(_) => found.push(text),
                None => self.reader.report(Diagnostic::new(format!("`{text}` is not a place in a dossier"), span, "here")),
            }
        }
        found
    }

    /// Reports every key of this table that nobody asked for.
    pub fn finish(&self) {
        let known = self.known.borrow();
        for (key, _) in self.reader.tree.entries(self.node) {
            let name = self.reader.tree.text(*key).unwrap_or_default();
            if !known.contains(name) {
                let mistake = Diagnostic::new(format!("`{name}` is not known here"), self.reader.tree.span(*key), "here");
                self.reader.report(mistake.spelling(name, known.iter().copied()));
            }
        }
    }
}
