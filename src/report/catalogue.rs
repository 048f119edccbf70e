//! Lists: checks, items and training outcomes of the rules, and the documents of a dossier.

use comfy_table::Table;
use serde::Serialize;

use super::page::plain_table;
use crate::facts::{Document, Register, Standing};
use crate::rules::Book;
use crate::text::{Sources, Text, Tree, visible_line};

/// One row of a list.
#[derive(Debug, Serialize)]
pub struct ListRow {
    /// The id.
    pub id: String,
    /// The question, or what the trained person knows or can do.
    pub asks: String,
    /// For an item: its parts, each with its question and checks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<PartRow>,
    /// For a check: the question parts it answers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
    /// For an outcome: the level to reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// What it rests on.
    pub cites: Vec<String>,
}

/// One part of an item.
#[derive(Debug, Serialize)]
pub struct PartRow {
    /// Its id.
    pub id: String,
    /// Its question.
    pub asks: String,
    /// What kind of answer closes it.
    pub kind: String,
    /// Its checks.
    pub checks: Vec<String>,
}

/// Every check.
pub fn checks(book: &Book) -> Vec<ListRow> {
    let row = |check: &crate::rules::Check| {
        let items =
            book.items_of(&check.id).flat_map(|(item, parts)| parts.iter().map(|at| item.parts[*at].id.to_string()).collect::<Vec<_>>());
        ListRow {
            id: check.id.to_string(),
            asks: check.asks.to_string(),
            parts: Vec::new(),
            items: items.collect(),
            level: None,
            cites: texts(&check.cites),
        }
    };
    book.checks.iter().map(row).collect()
}

/// Every item.
pub fn items(book: &Book) -> Vec<ListRow> {
    let row = |item: &crate::rules::Item| {
        let part = |(at, part): (usize, &crate::rules::Part)| PartRow {
            id: item.parts[at].id.to_string(),
            asks: part.asks.to_string(),
            kind: part.kind.as_str().into(),
            checks: texts(&part.checks),
        };
        let parts = item.parts.iter().enumerate().map(part).collect();
        ListRow {
            id: item.id.to_string(),
            asks: item.asks.to_string(),
            parts,
            items: Vec::new(),
            level: None,
            cites: vec![item.cites.to_string()],
        }
    };
    book.items.iter().map(row).collect()
}

/// Every training outcome.
pub fn training(book: &Book) -> Vec<ListRow> {
    let rows = book.training.iter().flat_map(|table| {
        table.table.outcomes.iter().map(|outcome| ListRow {
            id: outcome.id.to_string(),
            asks: outcome.asks.to_string(),
            parts: Vec::new(),
            items: texts(&outcome.content_from),
            level: Some(outcome.level.map_or("unstated", |level| level.as_str()).into()),
            cites: vec![book.packs[table.pack].title.to_string()],
        })
    });
    rows.collect()
}

/// Draws a list for people.
pub fn terminal(rows: &[ListRow], width: usize) -> String {
    let mut table = plain_table(width);
    for row in rows {
        let beside = row.level.clone().unwrap_or_else(|| row.items.join(", "));
        table.add_row(vec![row.id.clone(), row.asks.clone(), beside]);
    }
    lines(&table)
}

/// Draws the documents of a dossier: what each is, whether it shows what it should, and what to paste.
pub fn documents(name: &str, register: &Register, sources: &Sources, tree: &Tree, width: usize) -> String {
    let shows = register.documents.iter().filter(|document| document.standing.shows()).count();
    let mut text = format!("{}: {} of {} registered documents can be relied on\n\n", visible_line(name), shows, register.documents.len());
    let mut table = plain_table(width);
    for document in &register.documents {
        let kind = document.kind.map_or("kind not stated", |kind| kind.as_str());
        let mark = if document.standing.shows() { "ok" } else { "open" };
        table.add_row(vec![visible_line(&document.id), kind.to_string(), mark.to_string(), visible_line(&document.standing.words())]);
    }
    text.push_str(&lines(&table));
    let paste: Vec<String> = register
        .documents
        .iter()
        .filter_map(|document| Some((document, document.standing.paste()?)))
        .map(|(document, line)| paste_line(document, &line, sources, tree))
        .collect();
    if !paste.is_empty() {
        text.push_str("\nTo add, once you have made sure that the file is the right one:\n");
        text.push_str(&paste.concat());
    }
    text
}

/// Where to put the fingerprint of a file: beside the other answers of its document, or in place of the old one.
fn paste_line(document: &Document, line: &str, sources: &Sources, tree: &Tree) -> String {
    let id = visible_line(&document.id);
    match (&document.standing, tree.child(document.node, "sha256")) {
        (Standing::Changed(_), Some(old)) => {
            let place = sources.locate(tree.span(old));
            format!("  {place}: in place of the old one of `{id}`, only after somebody has read the new file:\n    {line}\n")
        }
        _ => {
            let span = tree.entries(document.node).first().map_or(tree.span(document.node), |(key, _)| tree.span(*key));
            format!("  {}: beside the other answers of `{id}`:\n    {line}\n", sources.locate(span))
        }
    }
}

fn lines(table: &Table) -> String {
    table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn texts(texts: &[Text]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}
