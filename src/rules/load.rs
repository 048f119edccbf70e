//! Reads packs of rules: first what they declare and name, then their rules; and checks them against each other.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::book::{Book, Naming, SharedCondition};
use super::check::read_checks;
use super::condition::Known;
use super::consistency::{New, consistent};
use super::pack::{Pack, read_pack};
use super::source::{Item, Part, read_informs, read_items};
use super::training::read_training;
use super::whens::Rules;
use crate::facts::{Declared, Facts};
use crate::fields::{Declarations, Declares, Extra, Schema};
use crate::text::{Diagnostic, FileId, Held, SourceFile, Sources, Span, Text, TomlFile, Tree, parse_toml};

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

/// Reads these files (name and text) as those of the program: files under `rules/dossier` declare the fields of a dossier, all
/// others are packs of rules.
pub fn read_book(files: &[(&str, &str)]) -> Result<Book, BookError> {
    let mut shelf = Shelf::default();
    let (declarations, rules): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| name.starts_with(DECLARATIONS));
    for &(name, text) in declarations {
        let file = shelf.sources.add(SourceFile::new(name, text));
        shelf.declare(file);
    }
    rules.iter().for_each(|(name, text)| shelf.put(name, text, true));
    let schema = Schema::new(&shelf.declarations, Facts::record(), &mut shelf.mistakes);
    shelf.bind(None, &schema)
}

/// Adds packs (name and text) to a book; what the book holds stays as it is.
pub fn add_packs(book: &Book, packs: &[(String, String)]) -> Result<Book, BookError> {
    let mut shelf = Shelf { sources: book.sources.clone(), ..Shelf::default() };
    packs.iter().for_each(|(name, text)| shelf.put(name, text, false));
    if !shelf.extras.is_empty() {
        // A pack may name the program's own types, which the book holds only as what became of them.
        let own = book.sources.files().enumerate().filter(|(_, file)| file.name.starts_with(DECLARATIONS));
        own.for_each(|(at, _)| shelf.declare(FileId(at as u16)));
    }
    shelf.bind(Some(book), &book.schema)
}

/// The files of rules while they are read.
#[derive(Default)]
struct Shelf {
    sources: Sources,
    declarations: Declarations,
    extras: Vec<Extra>,
    conditions: Vec<Text>,
    trees: Vec<(FileId, Tree, bool)>,
    mistakes: Vec<Diagnostic>,
}

impl Shelf {
    fn parse(&mut self, file: FileId) -> Option<Tree> {
        let text = self.sources.file(file).text.clone();
        parse_toml(&text, file).map_err(|found| self.mistakes.extend(found)).ok()
    }

    /// Takes a file that declares fields of the dossier.
    fn declare(&mut self, file: FileId) {
        let Some(tree) = self.parse(file) else { return };
        let file = TomlFile::new(&tree);
        self.declarations.read(&file, tree.root, Declares::Program);
        self.mistakes.extend(file.mistakes.into_inner());
    }

    /// Takes a file of rules, and notes what it declares and names.
    fn put(&mut self, name: &str, text: &str, embedded: bool) {
        let id = self.sources.add(SourceFile::new(name, text));
        let Some(tree) = self.parse(id) else { return };
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
        self.conditions.extend(conditions.iter().filter_map(|(key, _)| tree.text(*key)).map(Text::from));
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

    /// Reads the rules against the fields, behind those of a book, if there is one.
    fn bind(mut self, base: Option<&Book>, schema: &Schema) -> Result<Book, BookError> {
        let schema = schema.with(&self.declarations, &self.extras, &mut self.mistakes);
        let base = base.cloned().map(|book| Book { sources: self.sources.clone(), schema: schema.clone().into(), ..book });
        let book = base.unwrap_or_else(|| Book::empty(schema.clone(), self.sources));
        let conditions = numbered(&book, self.conditions);
        let mut reading = Reading {
            rules: Rules::new(Known { schema: &schema, conditions: &conditions }, book.circumstances),
            new: New::behind(&book),
            claims: claims(&book),
            shared: BTreeMap::new(),
            mistakes: self.mistakes,
            book,
        };
        for (file, tree, embedded) in &self.trees {
            reading.take(tree, *file, *embedded);
        }
        reading.finish()
    }
}

/// The number of each shared condition: those of the book, then the new ones in the order of their names.
fn numbered(book: &Book, mut new: Vec<Text>) -> BTreeMap<Text, usize> {
    new.sort();
    new.dedup();
    let mut numbers: BTreeMap<Text, usize> = book.shared.iter().enumerate().map(|(at, shared)| (shared.name.clone(), at)).collect();
    for name in new {
        let next = numbers.len();
        numbers.entry(name).or_insert(next);
    }
    numbers
}

/// Where each name of a book was given, such as `check mark-recognised-today`.
fn claims(book: &Book) -> BTreeMap<String, Span> {
    let checks = book.checks.iter().map(|check| (format!("check {}", check.id), check.span));
    let items = book.items.iter().map(|item| (format!("item {}", item.id), item.span));
    let informs = book.informs.iter().map(|statement| (format!("item {}", statement.id), statement.span));
    let outcomes = book.training.iter().flat_map(|table| &table.table.outcomes);
    let outcomes = outcomes.map(|outcome| (format!("outcome {}", outcome.id), outcome.span));
    let shared = book.shared.iter().map(|shared| (format!("condition {}", shared.name), shared.span));
    checks.chain(items).chain(informs).chain(outcomes).chain(shared).collect()
}

struct Reading<'s> {
    book: Book,
    rules: Rules<'s>,
    /// Where what is new begins in the book.
    new: New,
    claims: BTreeMap<String, Span>,
    shared: BTreeMap<Text, SharedCondition>,
    mistakes: Vec<Diagnostic>,
}

impl Reading<'_> {
    fn take(&mut self, tree: &Tree, file: FileId, embedded: bool) {
        let reader = TomlFile::new(tree);
        reader.only(TOP);
        let at = self.book.packs.len();
        let pack = read_pack(&reader, file, embedded);
        for (key, value) in tree.child(tree.root, "condition").map_or(&[][..], |node| tree.entries(node)) {
            let (name, span) = (Text::from(tree.text(*key).unwrap_or_default()), tree.span(*key));
            self.claim(&name, "condition", span, &reader);
            let pattern = self.rules.condition(&reader, *value);
            self.shared.insert(name.clone(), SharedCondition { name, pattern, span });
        }
        let checks = read_checks(&reader, &mut self.rules, at);
        checks.iter().for_each(|check| self.claim(&check.id, "check", check.span, &reader));
        let items = read_items(&reader, &mut self.rules, at, &pack);
        items.iter().for_each(|item| self.claim(&item.id, "item", item.span, &reader));
        let informs = read_informs(&reader, at);
        informs.iter().for_each(|statement| self.claim(&statement.id, "item", statement.span, &reader));
        let training = read_training(&reader, &mut self.rules, at);
        for outcome in training.iter().flat_map(|table| &table.table.outcomes) {
            self.claim(&outcome.id, "outcome", outcome.span, &reader);
        }
        let book = &mut self.book;
        book.tables.read(&reader, training.iter().map(|table| table.table.clone()));
        (book.packs, book.checks, book.items) = (book.packs.and([pack]), book.checks.and(checks), book.items.and(items));
        (book.informs, book.training) = (book.informs.and(informs), book.training.and(training));
        self.mistakes.extend(reader.mistakes.into_inner());
    }

    /// Reports a name that is already taken.
    fn claim(&mut self, id: &str, what: &str, span: Span, reader: &TomlFile<'_>) {
        if let Some(first) = self.claims.insert(format!("{what} {id}"), span) {
            let mistake = Diagnostic::new(format!("there are two {what}s `{id}`"), span, "again here");
            let place = format!("the first stands in {}", self.book.sources.locate(first));
            reader.report(mistake.help(place));
        }
    }

    fn finish(self) -> Result<Book, BookError> {
        let Reading { mut book, rules, new, shared, mut mistakes, .. } = self;
        book.circumstances = rules.count();
        book.digests = book.digests.and(digests(&book.packs[new.packs..], &book.sources));
        book.shared = book.shared.and(shared.into_values());
        let mut sorted: Vec<usize> = (0..book.checks.len()).collect();
        sorted.sort_by_key(|at| &*book.checks[*at].id);
        book.sorted = sorted.into();
        book.items = book.items.iter().map(|item| numbered_parts(&book, item)).collect();
        book.named_by = named_by(&book);
        book.parts = sorted_parts(&book);
        if mistakes.is_empty() {
            consistent(&book, &new, &mut mistakes);
        }
        mistakes.sort_by_key(|mistake| mistake.span);
        if mistakes.is_empty() { Ok(book) } else { Err(BookError { sources: book.sources, mistakes }) }
    }
}

/// The id of each pack, and the SHA-256 of its files in their order, in hexadecimal digits.
fn digests(packs: &[Pack], sources: &Sources) -> Vec<(Text, Text)> {
    let mut hashes: Vec<(Text, Sha256)> = Vec::new();
    for pack in packs {
        let at = hashes.iter().position(|(id, _)| *id == pack.id).unwrap_or(hashes.len());
        if at == hashes.len() {
            hashes.push((pack.id.clone(), Sha256::new()));
        }
        hashes[at].1.update(sources.file(pack.file).text.as_bytes());
    }
    let digits = |hash: Sha256| hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    hashes.into_iter().map(|(id, hash)| (id, digits(hash).into())).collect()
}

/// An item whose parts know the numbers of their checks.
fn numbered_parts(book: &Book, item: &Item) -> Item {
    let numbers = |part: &Part| part.checks.iter().filter_map(|id| book.check_number(id)).collect();
    let parts = item.parts.iter().map(|part| Part { numbers: numbers(part), ..part.clone() }).collect();
    Item { parts, ..item.clone() }
}

/// Every part, by the numbers of its item and of itself in that, sorted by their ids.
fn sorted_parts(book: &Book) -> Held<[(usize, usize)]> {
    let parts = |(at, item): (usize, &Item)| (0..item.parts.len()).map(move |part| (at, part));
    let mut sorted: Vec<(usize, usize)> = book.items.iter().enumerate().flat_map(parts).collect();
    sorted.sort_by_key(|(item, part)| &*book.items[*item].parts[*part].id);
    sorted.into()
}

/// For each check, the items that name it, each with the numbers of the parts that do.
fn named_by(book: &Book) -> Held<[Held<[Naming]>]> {
    let mut found: Vec<Vec<(usize, Vec<usize>)>> = vec![Vec::new(); book.checks.len()];
    for (at, item) in book.items.iter().enumerate() {
        for (part, check) in item.parts.iter().enumerate().flat_map(|(part, held)| held.numbers.iter().map(move |check| (part, *check))) {
            let items: &mut Vec<(usize, Vec<usize>)> = &mut found[check];
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
    let namings = |items: Vec<(usize, Vec<usize>)>| items.into_iter().map(|(item, parts)| Naming { item, parts: parts.into() }).collect();
    found.into_iter().map(namings).collect()
}
