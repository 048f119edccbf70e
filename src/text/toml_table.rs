//! Reads the tables of a TOML file: known keys only, every mistake collected with its place.

use std::cell::RefCell;

use super::{Diagnostic, Held, Kind, NodeId, Span, Text, Tree};
use crate::terms::{Choice, parse_date};

/// One file of a pack while it is read.
pub struct TomlFile<'t> {
    /// The TOML.
    pub tree: &'t Tree,
    /// What is wrong with it so far.
    pub mistakes: RefCell<Vec<Diagnostic>>,
}

/// One TOML table, with the keys that have been asked for.
pub struct TomlTable<'r, 't> {
    /// The file.
    pub file: &'r TomlFile<'t>,
    /// Its place.
    pub node: NodeId,
    known: RefCell<Vec<&'static str>>,
}

impl<'t> TomlFile<'t> {
    /// A file of which nothing has been read yet.
    pub fn new(tree: &'t Tree) -> TomlFile<'t> {
        TomlFile { tree, mistakes: RefCell::default() }
    }

    /// Keeps a mistake.
    pub fn report(&self, mistake: Diagnostic) {
        self.mistakes.borrow_mut().push(mistake);
    }

    /// The table at a node.
    pub fn table(&self, node: NodeId) -> TomlTable<'_, 't> {
        TomlTable { file: self, node, known: RefCell::default() }
    }

    /// The tables of an array of tables (`[[check]]`) at the top of the file.
    pub fn tables(&self, name: &str) -> Vec<TomlTable<'_, 't>> {
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

impl<'r, 't> TomlTable<'r, 't> {
    /// The value of a key, and from now on the key is known.
    pub fn get(&self, name: &'static str) -> Option<NodeId> {
        self.known.borrow_mut().push(name);
        self.file.tree.child(self.node, name)
    }

    /// Where to point when the table as a whole is meant.
    pub fn place(&self) -> Span {
        let tree = self.file.tree;
        let named = tree.child(self.node, "id").map(|id| tree.span(id));
        named.or_else(|| tree.entries(self.node).first().map(|(key, _)| tree.span(*key))).unwrap_or_else(|| tree.span(self.node))
    }

    /// A text that may be missing.
    pub fn optional(&self, name: &'static str) -> Option<Text> {
        let node = self.get(name)?;
        match self.file.tree.text(node) {
            Some(text) => Some(text.into()),
            None => {
                self.file.report(Diagnostic::new(format!("`{name}` is text"), self.file.tree.span(node), "not text"));
                None
            }
        }
    }

    /// A text that must be there.
    pub fn text(&self, name: &'static str) -> Text {
        if self.get(name).is_none() {
            self.file.report(Diagnostic::new(format!("`{name}` is missing"), self.place(), "in this table"));
        }
        self.optional(name).unwrap_or_default()
    }

    /// True or false; false when it is missing.
    pub fn flag(&self, name: &'static str) -> bool {
        let Some(node) = self.get(name) else { return false };
        match self.file.tree.text(node) {
            Some("true") => true,
            Some("false") => false,
            _ => {
                self.file.report(Diagnostic::new(format!("`{name}` is true or false"), self.file.tree.span(node), "here"));
                false
            }
        }
    }

    /// A list of texts.
    pub fn texts(&self, name: &'static str) -> Held<[Text]> {
        self.spanned(name).into_iter().map(|(text, _)| text).collect()
    }

    /// The texts of an array, each with its place.
    pub fn spanned(&self, name: &'static str) -> Vec<(Text, Span)> {
        let Some(node) = self.get(name) else { return Vec::new() };
        let tree = self.file.tree;
        if !matches!(tree.kind(node), Kind::List(_)) {
            self.file.report(Diagnostic::new(format!("`{name}` is a list of texts"), tree.span(node), "not a list"));
        }
        for wrong in tree.members(node).iter().filter(|one| tree.text(**one).is_none()) {
            self.file.report(Diagnostic::new(format!("`{name}` is a list of texts"), tree.span(*wrong), "not text"));
        }
        tree.members(node).iter().filter_map(|one| Some((tree.text(*one)?.into(), tree.span(*one)))).collect()
    }

    /// A word of a closed set.
    pub fn choice<C: Choice>(&self, name: &'static str) -> Option<C> {
        self.word(name, C::parse, C::WORDS)
    }

    /// As [`TomlTable::choice`]; the key must be there.
    pub fn required_choice<C: Choice>(&self, name: &'static str) -> Option<C> {
        self.required(name, C::parse, C::WORDS)
    }

    /// A word of several, with what it stands for.
    pub fn word<W: Copy>(&self, name: &'static str, parse: impl Fn(&str) -> Option<W>, known: &[&'static str]) -> Option<W> {
        let node = self.get(name)?;
        let text = self.file.tree.text(node).unwrap_or_default();
        let found = parse(text);
        if found.is_none() {
            let mistake = Diagnostic::new(format!("`{text}` is not a value of `{name}`"), self.file.tree.span(node), "here");
            self.file.report(mistake.spelling(text, known.iter().copied()));
        }
        found
    }

    /// As [`TomlTable::word`]; the key must be there.
    pub fn required<W: Copy>(&self, name: &'static str, parse: impl Fn(&str) -> Option<W>, known: &[&'static str]) -> Option<W> {
        if self.get(name).is_none() {
            let mistake = Diagnostic::new(format!("`{name}` is missing"), self.place(), "in this table");
            self.file.report(mistake.help(format!("write one of: {}", known.join(", "))));
        }
        self.word(name, parse, known)
    }

    /// The words of a list, all of one closed set.
    pub fn choices<C: Choice>(&self, name: &'static str) -> Held<[C]> {
        let mut found = Vec::new();
        for (text, span) in self.spanned(name) {
            match C::parse(&text) {
                Some(word) => found.push(word),
                None => {
                    let mistake = Diagnostic::new(format!("`{text}` is not a value of `{name}`"), span, "here");
                    self.file.report(mistake.spelling(&text, C::WORDS.iter().copied()));
                }
            }
        }
        found.into()
    }

    /// A date.
    pub fn date(&self, name: &'static str) -> Option<jiff::civil::Date> {
        let text = self.optional(name)?;
        let date = parse_date(&text);
        if date.is_none() {
            self.file.report(Diagnostic::new(format!("`{name}` is not a date such as 2026-05-01"), self.place(), "in this table"));
        }
        date
    }

    /// Reports every key of this table that nobody asked for.
    pub fn finish(&self) {
        let known = self.known.borrow();
        for (key, _) in self.file.tree.entries(self.node) {
            let name = self.file.tree.text(*key).unwrap_or_default();
            if !known.contains(&name) {
                let mistake = Diagnostic::new(format!("`{name}` is not known here"), self.file.tree.span(*key), "here");
                self.file.report(mistake.spelling(name, known.iter().copied()));
            }
        }
    }
}
