//! Reads declarations of fields from TOML: records with their fields, and closed sets of words.

use std::collections::BTreeMap;

use super::shape::{About, Day, Denies, Relations, Words};
use crate::terms::{Keeper, Role};
use crate::text::{Diagnostic, Held, NodeId, Span, Text, TomlFile, TomlTable, placeholder};

/// Words that no field may be called, since conditions and answers use them.
const RESERVED: &[&str] = &[
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

/// Words that say where an answer comes from; a pack cannot use them for fields of its own.
const PROVENANCE: &[&str] = &["evidence", "by", "on", "reviewed"];

/// The types of one value that need no declaration.
pub const SCALARS: &[&str] = &["text", "true-or-false", "number", "count", "share", "date", "period", "document", "judgement"];

/// Who declares: the program, or a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declares {
    /// The program.
    Program,
    /// A pack.
    Pack,
}

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
    pub means: Text,
    pub kept_by: Option<Keeper>,
    pub key: Option<Text>,
    pub also: Option<Text>,
    pub fields: Vec<DeclaredField>,
    pub span: Span,
}

/// One field as it is declared.
#[derive(Debug)]
pub(super) struct DeclaredField {
    pub name: Text,
    pub kind: Text,
    pub kind_span: Span,
    pub doc: Text,
    pub kept_by: Option<Keeper>,
    pub relations: Relations,
    pub judged_by: Held<[Role]>,
    pub read_by: Held<[Role]>,
    pub about: Option<About>,
    pub formerly: Held<[Text]>,
    pub span: Span,
}

impl Declarations {
    /// Reads every declaration that stands in a table: `[study]`, `[study.field.id]`, `[timing.word]`.
    pub fn read(&mut self, file: &TomlFile<'_>, node: NodeId, who: Declares) {
        for (key, value) in file.tree.entries(node) {
            let name = file.tree.text(*key).unwrap_or_default().to_string();
            let span = file.tree.span(*key);
            if SCALARS.contains(&name.as_str()) || name.contains(' ') {
                let mistake = Diagnostic::new(format!("nothing may be declared as `{name}`"), span, "here");
                file.report(mistake.help("the types of one value, such as `text`, need no declaration; a name is words with hyphens"));
                continue;
            }
            if let Some(first) = self.place(&name) {
                file.report(Diagnostic::new(format!("`{name}` is declared twice"), span, "again here").related(first, "first here"));
                continue;
            }
            let table = file.table(*value);
            if table.get("word").is_some() {
                self.words.insert(name, (read_words(&table), span));
            } else {
                self.records.insert(name, read_record(&table, span, who));
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
    if entries.is_empty() {
        let mistake = Diagnostic::new("a set of words without a word", table.place(), "in this table");
        table.file.report(mistake.help("write each word with its meaning: `[name.word]`, then `word = \"what it means\"`"));
    }
    for (word, meaning) in entries {
        if placeholder(&text(*word)) {
            let message = format!("`{}` reads as if nobody had answered", text(*word));
            table.file.report(Diagnostic::new(message, tree.span(*word), "choose another word"));
        }
        if tree.text(*meaning).is_none() {
            table.file.report(Diagnostic::new("the meaning of a word is text", tree.span(*meaning), "not text"));
        }
    }
    entries.iter().map(|(word, meaning)| (text(*word).into(), text(*meaning).into())).collect()
}

fn read_record(table: &TomlTable<'_, '_>, span: Span, who: Declares) -> DeclaredRecord {
    let tree = table.file.tree;
    let fields = table.get("field").map_or(&[][..], |fields| tree.entries(fields));
    if fields.is_empty() {
        let mistake = Diagnostic::new("a record without a field", span, "here");
        table.file.report(mistake.help("declare each field in a table of its own, such as `[name.field.title]`"));
    }
    DeclaredRecord {
        means: table.text("means"),
        kept_by: table.choice("kept_by"),
        key: table.optional("key"),
        also: table.optional("also"),
        fields: fields.iter().map(|(key, value)| read_field(table.file, *key, *value, who)).collect(),
        span,
    }
}

fn read_field(file: &TomlFile<'_>, key: NodeId, value: NodeId, who: Declares) -> DeclaredField {
    let (name, span) = (Text::from(file.tree.text(key).unwrap_or_default()), file.tree.span(key));
    let spelled = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    let taken = RESERVED.contains(&name.as_str()) || who == Declares::Pack && PROVENANCE.contains(&name.as_str());
    if taken || !spelled {
        let mistake = Diagnostic::new(format!("no field may be called `{name}`"), span, "here");
        file.report(mistake.help("a name is lower-case words with underscores, and none of the words of conditions and answers"));
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
    if denies.is_empty() != denied.is_none() {
        let mistake = Diagnostic::new("`denies` and `denied` go together", table.place(), "in this field");
        table.file.report(mistake.help("`denies` names the fields that a no denies, and `denied` says what is wrong when one is given"));
    }
    Relations {
        contradicted_by: table.get("switch").map(|_| table.texts("switch")),
        refers_to: table.optional("refers_to"),
        denies: denied.map(|says| Denies { fields: denies, says }),
        not_above: table.texts("not_above"),
        day: table.choice("day").unwrap_or(Day::Past),
    }
}

/// Meaning, unit, example and whom to ask, in one text for a reader; an example that holds marks of its own stands as it is.
fn documentation(table: &TomlTable<'_, '_>) -> Text {
    let mut doc = table.text("means").to_string();
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
    doc.into()
}
