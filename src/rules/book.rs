//! All packs of a run together: read, then checked against each other.

use crate::tables::Tables;
use std::collections::BTreeMap;

use super::check::{Check, read_checks};
use super::condition::read_condition;
use super::consistency::consistent;
use super::embedded::EMBEDDED;
use super::pack::{Pack, read_pack};
use super::pattern::Pattern;
use super::source::{Informs, Item, read_informs, read_items};
use super::training::{TrainingTable, read_training};
use crate::text::{Diagnostic, FileId, SourceFile, Sources, Span, TomlFile, Tree, parse_toml};

/// Every rule of a run.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// The files of rules.
    pub sources: Sources,
    /// Their heads, in the order of the files.
    pub packs: Vec<Pack>,
    /// The checks.
    pub checks: Vec<Check>,
    /// The shared conditions, by name.
    pub conditions: BTreeMap<String, Pattern>,
    /// The items of the sources.
    pub items: Vec<Item>,
    /// The statements of the sources that only inform.
    pub informs: Vec<Informs>,
    /// The training tables.
    pub training: Vec<TrainingTable>,
    /// The dated tables.
    pub tables: Tables,
    pub(super) places: BTreeMap<String, Span>,
    positions: BTreeMap<String, usize>,
    named_by: BTreeMap<String, Vec<(usize, Vec<usize>)>>,
}

/// Rules that cannot be used: their files and every mistake.
#[derive(Debug, Clone)]
pub struct BookError {
    /// The files.
    pub sources: Sources,
    /// The mistakes.
    pub mistakes: Vec<Diagnostic>,
}

/// What may stand at the top of a file of rules.
const TOP: &[&str] = &[
    "pack",
    "condition",
    "check",
    "item",
    "informs",
    "table",
    "outcome",
    "evidence_kind",
    "mark",
    "grid",
    "class_rule",
    "imdrf",
    "threshold",
];

/// Reads the embedded packs and the packs given by the user (name and text), and checks them together.
pub fn load_book(extra: &[(String, String)]) -> Result<Book, BookError> {
    let embedded = EMBEDDED.iter().map(|(name, text)| (*name, *text, true));
    load_packs(embedded.chain(extra.iter().map(|(name, text)| (name.as_str(), text.as_str(), false))))
}

/// Reads these packs alone, as if they came with the program, and checks them together: a small book for whoever embeds it.
pub fn load_book_of(packs: &[(&str, &str)]) -> Result<Book, BookError> {
    load_packs(packs.iter().map(|(name, text)| (*name, *text, true)))
}

/// Reads packs, each with whether it comes with the program.
fn load_packs<'p>(packs: impl Iterator<Item = (&'p str, &'p str, bool)>) -> Result<Book, BookError> {
    let mut book = Book::default();
    let mut mistakes = Vec::new();
    for (name, text, embedded) in packs {
        book.read(name, text, embedded, &mut mistakes);
    }
    book.positions = book.checks.iter().enumerate().map(|(at, check)| (check.id.clone(), at)).collect();
    book.named_by = named_by(&book.items);
    if mistakes.is_empty() {
        consistent(&book, &mut mistakes);
    }
    mistakes.sort_by_key(|mistake| mistake.span);
    if mistakes.is_empty() { Ok(book) } else { Err(BookError { sources: book.sources, mistakes }) }
}

/// For each check, the items that name it, each with the indexes of the parts that do.
fn named_by(items: &[Item]) -> BTreeMap<String, Vec<(usize, Vec<usize>)>> {
    let mut found: BTreeMap<String, Vec<(usize, Vec<usize>)>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        for (part, id) in item.parts.iter().enumerate().flat_map(|(part, held)| held.checks.iter().map(move |id| (part, id))) {
            let items = found.entry(id.clone()).or_default();
            match items.last_mut() {
                Some((last, parts)) if *last == at => {
                    if !parts.contains(&part) {
                        parts.push(part);
                    }
                }
                _ => items.push((at, vec![part])),
            }
        }
    }
    found
}

impl Book {
    fn read(&mut self, name: &str, text: &str, embedded: bool, mistakes: &mut Vec<Diagnostic>) {
        let file = self.sources.add(SourceFile::new(name, text));
        let text = self.sources.file(file).text.clone();
        match parse_toml(&text, file) {
            Ok(tree) => self.take(&tree, file, embedded, mistakes),
            Err(found) => mistakes.extend(found),
        }
    }

    fn take(&mut self, tree: &Tree, file: FileId, embedded: bool, mistakes: &mut Vec<Diagnostic>) {
        let reader = TomlFile::new(tree);
        reader.only(TOP);
        let pack = self.packs.len();
        self.packs.push(read_pack(&reader, file, embedded));
        for (key, value) in tree.child(tree.root, "condition").map_or(&[][..], |node| tree.entries(node)) {
            let name = tree.text(*key).unwrap_or_default().to_string();
            self.claim(&name, "condition", tree.span(*key), &reader);
            self.conditions.insert(name, read_condition(&reader, *value));
        }
        for check in read_checks(&reader, pack) {
            self.claim(&check.id, "check", check.span, &reader);
            self.checks.push(check);
        }
        for item in read_items(&reader, pack, &self.packs[pack]) {
            self.claim(&item.id, "item", item.span, &reader);
            self.items.push(item);
        }
        for statement in read_informs(&reader, pack) {
            self.claim(&statement.id, "item", statement.span, &reader);
            self.informs.push(statement);
        }
        if let Some(table) = read_training(&reader, pack) {
            for outcome in &table.table.outcomes {
                self.claim(&outcome.id, "outcome", outcome.span, &reader);
            }
            self.tables.outcomes.push(table.table.clone());
            self.training.push(table);
        }
        self.tables.read(&reader);
        mistakes.extend(reader.mistakes.into_inner());
    }

    /// Reports a name that is already taken.
    fn claim(&mut self, id: &str, what: &str, span: Span, reader: &TomlFile<'_>) {
        if let Some(first) = self.places.insert(format!("{what} {id}"), span) {
            let mistake = Diagnostic::new(format!("there are two {what}s `{id}`"), span, "again here");
            let place = format!("the first stands in {}", self.sources.locate(first));
            reader.report(mistake.help(place));
        }
    }

    /// The check with that id.
    pub fn check(&self, id: &str) -> Option<&Check> {
        self.positions.get(id).map(|at| &self.checks[*at])
    }

    /// The item with that id, in any case of letters.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id.eq_ignore_ascii_case(id))
    }

    /// The items that name a check, each with the indexes of the parts that do.
    pub fn items_of(&self, check: &str) -> impl Iterator<Item = (&Item, &[usize])> {
        let named = self.named_by.get(check).map_or(&[][..], Vec::as_slice);
        named.iter().map(|(at, parts)| (&self.items[*at], parts.as_slice()))
    }

    /// Whether a condition can ever be false: what is missing is unknown, so `present` and `answered` cannot.
    pub fn can_be_false(&self, pattern: &Pattern) -> bool {
        match pattern {
            Pattern::Present | Pattern::Answered => false,
            Pattern::All(parts) => parts.iter().any(|part| self.can_be_false(part)),
            Pattern::Any(parts) => parts.iter().all(|part| self.can_be_false(part)),
            Pattern::Field { pattern: inner, .. } | Pattern::Some(inner) | Pattern::Every(inner) => self.can_be_false(inner),
            Pattern::Named(name) => self.conditions.get(name).is_some_and(|inner| self.can_be_false(inner)),
            _ => true,
        }
    }

    /// Whether a condition holds where one of several things does.
    pub(super) fn chooses(&self, pattern: &Pattern) -> bool {
        match pattern {
            Pattern::Any(_) | Pattern::Some(_) => true,
            Pattern::All(parts) => parts.iter().any(|part| self.chooses(part)),
            Pattern::Field { pattern: inner, .. } | Pattern::Every(inner) | Pattern::None(inner) | Pattern::Not(inner) => {
                self.chooses(inner)
            }
            Pattern::Named(name) => self.conditions.get(name).is_some_and(|inner| self.chooses(inner)),
            _ => false,
        }
    }
}
