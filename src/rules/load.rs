//! Reads all packs of a run: first what they declare and name, then their rules; and checks them against each other.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::book::Book;
use super::check::read_checks;
use super::condition::Known;
use super::consistency::consistent;
use super::embedded::EMBEDDED;
use super::pack::read_pack;
use super::source::{Item, read_informs, read_items};
use super::training::read_training;
use super::whens::Rules;
use crate::facts::{Declared, Facts};
use crate::fields::{Declarations, Declares, Extra, Schema};
use crate::text::{Diagnostic, FileId, SourceFile, Sources, Span, TomlFile, Tree, parse_toml};

/// Rules that cannot be used: their files and every mistake.
#[derive(Debug, Clone)]
pub struct BookError {
    /// The files.
    pub sources: Sources,
    /// The mistakes.
    pub mistakes: Vec<Diagnostic>,
}

/// The folder whose files declare the fields of a dossier.
const DECLARATIONS: &str = "rules/dossier/";

/// What may stand at the top of a file of rules.
const TOP: &[&str] = &[
    "pack",
    "fields",
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
    load(EMBEDDED, extra)
}

/// Reads these packs alone, as if they came with the program, and checks them together: a small book for whoever embeds it.
/// The fields are those of the program.
pub fn load_book_of(packs: &[(&str, &str)]) -> Result<Book, BookError> {
    load(packs, &[])
}

fn load(packs: &[(&str, &str)], extra: &[(String, String)]) -> Result<Book, BookError> {
    let mut shelf = Shelf::default();
    let declarations = EMBEDDED.iter().filter(|(name, _)| name.starts_with(DECLARATIONS));
    declarations.for_each(|(name, text)| shelf.declare(name, text));
    let rules = packs.iter().filter(|(name, _)| !name.starts_with(DECLARATIONS));
    rules.for_each(|(name, text)| shelf.put(name, text, true));
    extra.iter().for_each(|(name, text)| shelf.put(name, text, false));
    shelf.bind()
}

/// The files of rules while they are read.
#[derive(Default)]
struct Shelf {
    sources: Sources,
    declarations: Declarations,
    extras: Vec<Extra>,
    conditions: Vec<String>,
    trees: Vec<(FileId, Tree, bool)>,
    mistakes: Vec<Diagnostic>,
}

impl Shelf {
    fn parse(&mut self, name: &str, text: &str) -> Option<(FileId, Tree)> {
        let file = self.sources.add(SourceFile::new(name, text));
        let text = self.sources.file(file).text.clone();
        match parse_toml(&text, file) {
            Ok(tree) => Some((file, tree)),
            Err(found) => {
                self.mistakes.extend(found);
                None
            }
        }
    }

    /// Takes a file that declares fields of the dossier.
    fn declare(&mut self, name: &str, text: &str) {
        let Some((_, tree)) = self.parse(name, text) else { return };
        let file = TomlFile::new(&tree);
        self.declarations.read(&file, tree.root, Declares::Program);
        self.mistakes.extend(file.mistakes.into_inner());
    }

    /// Takes a file of rules, and notes what it declares and names.
    fn put(&mut self, name: &str, text: &str, embedded: bool) {
        let Some((id, tree)) = self.parse(name, text) else { return };
        if let Some((key, fields)) = tree.entry(tree.root, "fields") {
            let file = TomlFile::new(&tree);
            let mut declarations = Declarations::default();
            declarations.read(&file, fields, Declares::Pack);
            self.mistakes.extend(file.mistakes.into_inner());
            let pack = tree.child(tree.root, "pack").and_then(|pack| tree.child_text(pack, "id")).unwrap_or(name);
            self.named(pack, tree.span(key));
            self.extras.push(Extra { pack: pack.to_string(), declarations, span: tree.span(key) });
        }
        let conditions = tree.child(tree.root, "condition").map_or(&[][..], |node| tree.entries(node));
        self.conditions.extend(conditions.iter().filter_map(|(key, _)| tree.text(*key)).map(str::to_string));
        self.trees.push((id, tree, embedded));
    }

    /// The fields of a pack are found under its id: a word of its own.
    fn named(&mut self, pack: &str, span: Span) {
        let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        if pack.is_empty() || !pack.chars().all(word) {
            let mistake = Diagnostic::new(format!("fields cannot be declared under the id `{pack}`"), span, "here");
            self.mistakes.push(mistake.help("give the pack an `id` of lower-case letters, figures and hyphens"));
        }
        if let Some(first) = self.extras.iter().find(|extra| extra.pack == pack) {
            let mistake = Diagnostic::new(format!("two packs `{pack}` declare fields"), span, "again here");
            self.mistakes.push(mistake.related(first.span, "first here").help("give each pack an `id` of its own"));
        }
    }

    fn bind(mut self) -> Result<Book, BookError> {
        let schema = Arc::new(Schema::new(&self.declarations, &self.extras, Facts::record(), &mut self.mistakes));
        self.conditions.sort();
        self.conditions.dedup();
        let mut reading = Reading {
            book: Book::empty(schema.clone(), self.sources),
            rules: Rules::new(Known { schema: &schema, conditions: &self.conditions }),
            conditions: BTreeMap::new(),
            mistakes: self.mistakes,
        };
        for (file, tree, embedded) in &self.trees {
            reading.take(tree, *file, *embedded);
        }
        reading.finish()
    }
}

struct Reading<'s> {
    book: Book,
    rules: Rules<'s>,
    conditions: BTreeMap<String, super::pattern::Pattern>,
    mistakes: Vec<Diagnostic>,
}

impl Reading<'_> {
    fn take(&mut self, tree: &Tree, file: FileId, embedded: bool) {
        let reader = TomlFile::new(tree);
        reader.only(TOP);
        let pack = self.book.packs.len();
        self.book.packs.push(read_pack(&reader, file, embedded));
        for (key, value) in tree.child(tree.root, "condition").map_or(&[][..], |node| tree.entries(node)) {
            let name = tree.text(*key).unwrap_or_default().to_string();
            self.claim(&name, "condition", tree.span(*key), &reader);
            self.conditions.insert(name, self.rules.condition(&reader, *value));
        }
        for check in read_checks(&reader, &mut self.rules, pack) {
            self.claim(&check.id, "check", check.span, &reader);
            self.book.checks.push(check);
        }
        for item in read_items(&reader, &mut self.rules, pack, &self.book.packs[pack]) {
            self.claim(&item.id, "item", item.span, &reader);
            self.book.items.push(item);
        }
        for statement in read_informs(&reader, pack) {
            self.claim(&statement.id, "item", statement.span, &reader);
            self.book.informs.push(statement);
        }
        if let Some(table) = read_training(&reader, &mut self.rules, pack) {
            for outcome in &table.table.outcomes {
                self.claim(&outcome.id, "outcome", outcome.span, &reader);
            }
            self.book.tables.outcomes.push(table.table.clone());
            self.book.training.push(table);
        }
        self.book.tables.read(&reader);
        self.mistakes.extend(reader.mistakes.into_inner());
    }

    /// Reports a name that is already taken.
    fn claim(&mut self, id: &str, what: &str, span: Span, reader: &TomlFile<'_>) {
        if let Some(first) = self.book.places.insert(format!("{what} {id}"), span) {
            let mistake = Diagnostic::new(format!("there are two {what}s `{id}`"), span, "again here");
            let place = format!("the first stands in {}", self.book.sources.locate(first));
            reader.report(mistake.help(place));
        }
    }

    fn finish(self) -> Result<Book, BookError> {
        let Reading { mut book, rules, conditions, mut mistakes } = self;
        book.circumstances = rules.count();
        book.shared = conditions.into_iter().collect();
        book.positions = book.checks.iter().enumerate().map(|(at, check)| (check.id.clone(), at)).collect();
        book.named_by = named_by(&book.items);
        if mistakes.is_empty() {
            consistent(&book, &mut mistakes);
        }
        mistakes.sort_by_key(|mistake| mistake.span);
        if mistakes.is_empty() { Ok(book) } else { Err(BookError { sources: book.sources, mistakes }) }
    }
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
