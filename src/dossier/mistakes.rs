//! What is wrong with a dossier so far, and where the walk stands.

use std::collections::HashSet;

use crate::text::{Diagnostic, Kind, NodeId, Span, Tree, visible_line};

/// One step of the path that a message names.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step<'t> {
    /// A field, or a key of an answer.
    Name(&'t str),
    /// The member of a list, or the entry of a table, with that key.
    Member(&'t str),
    /// A member without a key.
    Index(usize),
}

/// The mistakes found so far, at most so many, and the way to where the walk stands.
pub(super) struct Mistakes<'t> {
    path: Vec<Step<'t>>,
    found: Vec<Diagnostic>,
    told: HashSet<(Span, String)>,
    most: usize,
}

impl<'t> Mistakes<'t> {
    /// None yet; no more than so many are kept.
    pub fn new(most: usize) -> Mistakes<'t> {
        Mistakes { path: Vec::new(), found: Vec::new(), told: HashSet::new(), most }
    }

    /// Goes a step down.
    pub fn enter(&mut self, step: Step<'t>) {
        self.path.push(step);
    }

    /// Goes back up.
    pub fn leave(&mut self) {
        self.path.pop();
    }

    /// Whether the walk stands at the root.
    pub fn at_root(&self) -> bool {
        self.path.is_empty()
    }

    /// Whether more would not be kept, so that there is no need to word it.
    pub fn full(&self) -> bool {
        self.found.len() > self.most
    }

    /// Keeps a mistake, which is worded only if it is kept.
    pub fn add(&mut self, word: impl FnOnce(&Self) -> Diagnostic) {
        if self.full() {
            return;
        }
        let mistake = word(self);
        // What an alias repeats is one mistake at one place.
        if self.told.insert((mistake.span, mistake.message.clone())) {
            self.found.push(mistake);
        }
    }

    /// Keeps a mistake at a node, under the name of the place.
    pub fn report(&mut self, tree: &Tree, node: NodeId, word: impl FnOnce(&Self) -> (String, Option<String>)) {
        self.add(|here| {
            let (message, help) = word(here);
            let label = if here.at_root() { "here".into() } else { here.label() };
            Diagnostic { help, ..Diagnostic::new(message, head(tree, node), label) }
        });
    }

    /// The place as a sentence names it.
    pub fn place(&self) -> String {
        if self.at_root() { "a dossier".into() } else { format!("`{}`", self.label()) }
    }

    /// The path of the place.
    pub fn label(&self) -> String {
        let mut label = String::new();
        for step in &self.path {
            match step {
                Step::Name(name) if label.is_empty() => label.push_str(name),
                Step::Name(name) => label.push_str(&format!(".{name}")),
                Step::Member(name) => label.push_str(&format!("[{}]", short(name))),
                Step::Index(index) => label.push_str(&format!("[{index}]")),
            }
        }
        label
    }

    /// Every mistake, in the order of the text.
    pub fn sorted(self) -> Vec<Diagnostic> {
        let mut found = self.found;
        found.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
        found
    }
}

/// Where to point: the first key of a mapping rather than all of it.
pub(super) fn head(tree: &Tree, node: NodeId) -> Span {
    match tree.entries(node).first() {
        Some((key, _)) => tree.span(*key),
        None => tree.span(node),
    }
}

/// A value as a message quotes it: in one line, and no more than its beginning.
pub(super) fn quoted(text: &str) -> String {
    format!("`{}`", visible_line(&text.chars().take(60).collect::<String>()))
}

/// The longest name that a message repeats, in characters: a house choice.
const LONGEST: usize = 120;

/// A name as a message repeats it: in one line, and cut where it is too long to be read.
pub(super) fn short(name: &str) -> String {
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", visible_line(&name[..end])),
        None => visible_line(name),
    }
}

/// The names that are searched for spellings: not those of a list too long to be read, nor those too long to be typed.
pub(super) fn near<'a>(known: impl Iterator<Item = &'a str> + Clone) -> impl Iterator<Item = &'a str> + Clone {
    let few = known.clone().nth(500).is_none();
    known.filter(move |name| few && name.len() <= 80)
}

/// What stands at a node, in words.
pub(super) fn found(tree: &Tree, node: NodeId) -> &'static str {
    match tree.kind(node) {
        Kind::List(_) => "a list",
        Kind::Map(_) => "fields",
        Kind::Scalar { .. } => "a single value",
    }
}
