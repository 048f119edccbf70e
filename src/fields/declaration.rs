//! Reads declarations of fields from TOML: records with their fields, and closed sets of words.

use std::collections::BTreeMap;

use super::shape::{About, Day, Denies, Relations, Words};
use crate::terms::{Keeper, Role};
use crate::text::{Diagnostic, NodeId, Span, TomlFile, TomlTable};

/// Words that no field may be called, since conditions and answers use them.
pub const RESERVED: &[&str] = &[
    "all",
    "any",
    "not",
    "at_least",
    "at_most",
    "expired",
    "within_last",
    "present",
    "answered",
    "judged",
    "some",
    "every",
    "none",
    "not_applicable",
    "is",
    "says",
];

/// What the files of declarations say, by name.
#[derive(Debug, Default)]
pub struct Declarations {
    /// The records.
    pub(super) records: BTreeMap<String, DeclaredRecord>,
    /// The closed sets of words.
    pub(super) words: BTreeMap<String, (Words, Span)>,
}

/// One record as it is declared.
#[derive(Debug)]
pub(super) struct DeclaredRecord {
    pub means: String,
    pub kept_by: Option<Keeper>,
    pub key: Option<String>,
    pub also: Option<String>,
    pub fields: Vec<DeclaredField>,
    pub span: Span,
}

/// One field as it is declared.
#[derive(Debug)]
pub(super) struct DeclaredField {
    pub name: String,
    pub kind: String,
    pub kind_span: Span,
    pub doc: String,
    pub kept_by: Option<Keeper>,
    pub relations: Relations,
    pub judged_by: Vec<Role>,
    pub read_by: Vec<Role>,
    pub about: Option<About>,
    pub formerly: Vec<String>,
    pub span: Span,
}

impl Declarations {
    /// Reads every declaration that stands in a table: `[study]`, `[study.field.id]`, `[timing.word]`.
    pub fn read(&mut self, file: &TomlFile<'_>, node: NodeId) {
        for (key, value) in file.tree.entries(node) {
            let name = file.tree.text(*key).unwrap_or_default().to_string();
            let span = file.tree.span(*key);
            if let Some(first) = self.place(&name) {
                file.report(Diagnostic::new(format!("`{name}` is declared twice"), span, "again here").related(first, "first here"));
                continue;
            }
            let table = file.table(*value);
            if table.get("word").is_some() {
                self.words.insert(name, (read_words(&table), span));
            } else {
                self.records.insert(name, read_record(&table, span));
            }
            table.finish();
        }
    }

    fn place(&self, name: &str) -> Option<Span> {
        let record = self.records.get(name).map(|record| record.span);
        record.or_else(|| self.words.get(name).map(|(_, span)| *span))
    }
}

/// A closed set of words: each word with its meaning.
fn read_words(table: &TomlTable<'_, '_>) -> Words {
    let tree = table.file.tree;
    table.text("means");
    let entries = table.get("word").map_or(&[][..], |words| tree.entries(words));
    let text = |node: NodeId| tree.text(node).unwrap_or_default().to_string();
    entries.iter().map(|(word, meaning)| (text(*word), text(*meaning))).collect::<Vec<_>>().into()
}

fn read_record(table: &TomlTable<'_, '_>, span: Span) -> DeclaredRecord {
    let tree = table.file.tree;
    let fields = table.get("field").map_or(&[][..], |fields| tree.entries(fields));
    DeclaredRecord {
        means: table.text("means"),
        kept_by: table.choice("kept_by"),
        key: table.optional("key"),
        also: table.optional("also"),
        fields: fields.iter().map(|(key, value)| read_field(table.file, *key, *value)).collect(),
        span,
    }
}

fn read_field(file: &TomlFile<'_>, key: NodeId, value: NodeId) -> DeclaredField {
    let (name, span) = (file.tree.text(key).unwrap_or_default().to_string(), file.tree.span(key));
    if RESERVED.contains(&name.as_str()) || !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
        let mistake = Diagnostic::new(format!("no field may be called `{name}`"), span, "here");
        file.report(mistake.help("a name is lower-case words with underscores, and none of the words of conditions"));
    }
    let table = file.table(value);
    let kind = table.text("type");
    let field = DeclaredField {
        doc: documentation(&table),
        kind_span: table.get("type").map_or(span, |node| file.tree.span(node)),
        kept_by: table.choice("kept_by"),
        relations: read_relations(&table),
        judged_by: table.choices("judged_by"),
        read_by: table.choices("read_by"),
        about: table.choice("about"),
        formerly: table.texts("formerly"),
        name,
        kind,
        span,
    };
    table.finish();
    field
}

fn read_relations(table: &TomlTable<'_, '_>) -> Relations {
    let denies = table.texts("denies");
    let denied = table.optional("denied");
    Relations {
        contradicted_by: table.get("switch").map(|_| table.texts("switch")),
        refers_to: table.optional("refers_to"),
        denies: denied.map(|says| Denies { fields: denies, says }),
        not_above: table.texts("not_above"),
        day: table.choice("day").unwrap_or(Day::Past),
    }
}

/// Meaning, unit, example and whom to ask, in one text for a reader; an example that holds marks of its own stands as it is.
fn documentation(table: &TomlTable<'_, '_>) -> String {
    let mut doc = table.text("means");
    if let Some(unit) = table.optional("unit") {
        doc.push_str(&format!(" In {unit}."));
    }
    match table.optional("example") {
        Some(example) if example.contains('`') => doc.push_str(&format!(" Example: {example}.")),
        Some(example) => doc.push_str(&format!(" Example: `{example}`.")),
        None => {}
    }
    if let Some(ask) = table.optional("ask") {
        doc.push_str(&format!(" Ask: {ask}."));
    }
    doc
}
