//! Sources: what somebody published, question by question, with the checks that answer each part.

use super::pack::Pack;
use super::pattern::When;
use super::whens::Rules;
use crate::terms::{Choice, Force, Nation, PartKind};
use crate::text::{Diagnostic, Span, TomlFile, TomlTable};

/// One part of an item: one question with the checks that answer it.
#[derive(Debug, Clone)]
pub struct Part {
    /// The question, in our words.
    pub asks: String,
    /// What kind of answer closes it.
    pub kind: PartKind,
    /// The ids of its checks.
    pub checks: Vec<String>,
}

/// One item of a source.
#[derive(Debug, Clone)]
pub struct Item {
    /// The source's own id, such as `A3-01`.
    pub id: String,
    /// The area it belongs to in the source.
    pub area: String,
    /// The topic within the area.
    pub topic: String,
    /// The question, in our words.
    pub asks: String,
    /// How strongly it binds, where nothing else is said of the nation.
    pub force: Force,
    /// How strongly it binds in a nation where that differs.
    pub force_in: Vec<(Nation, Force)>,
    /// The nations it applies in; all, if empty.
    pub nations: Vec<Nation>,
    /// The circumstance in which it applies; always, if there is none.
    pub when: Option<When>,
    /// Its parts; each must be closed.
    pub parts: Vec<Part>,
    /// Items of other sources that ask the same.
    pub also_in: Vec<String>,
    /// The citation.
    pub cites: String,
    /// What a reader should know of the source here, such as a slip in its print.
    pub note: Option<String>,
    /// The pack it comes from.
    pub pack: usize,
    /// Its place there.
    pub span: Span,
    /// The place of each check it names, for messages.
    pub(super) named: Vec<(String, PartKind, Span)>,
}

impl Item {
    /// How strongly it binds in that nation; in a nation not known, as strongly as anywhere.
    pub fn force_for(&self, nation: Option<Nation>) -> Force {
        let differs = |wanted: Nation| self.force_in.iter().find(|(nation, _)| *nation == wanted).map(|(_, force)| *force);
        match nation {
            Some(nation) => differs(nation).unwrap_or(self.force),
            None => self.force_in.iter().map(|(_, force)| *force).chain([self.force]).max().unwrap_or(self.force),
        }
    }

    /// The id of its part with that index: `A3-19d` is the fourth.
    pub fn part_id(&self, index: usize) -> String {
        let letter = u8::try_from(index).ok().filter(|index| *index < 26).map_or('?', |index| (b'a' + index) as char);
        format!("{}{letter}", self.id)
    }
}

/// A statement of a source that asks nothing of anybody: it only informs.
#[derive(Debug, Clone)]
pub struct Informs {
    /// The source's own id.
    pub id: String,
    /// What it tells, in our words.
    pub says: String,
    /// Why nothing is asked.
    pub why: String,
    /// The pack it comes from.
    pub pack: usize,
    /// Its place there.
    pub span: Span,
}

/// Reads the statements of a file that only inform.
pub(super) fn read_informs(reader: &TomlFile<'_>, pack: usize) -> Vec<Informs> {
    let one = |table: &TomlTable<'_, '_>| {
        let found = Informs { id: table.text("id"), says: table.text("says"), why: table.text("why"), pack, span: table.place() };
        table.finish();
        found
    };
    reader.tables("informs").iter().map(one).collect()
}

/// Reads the items of a file; what an item leaves out it takes from the head of the file.
pub(super) fn read_items(reader: &TomlFile<'_>, rules: &mut Rules<'_>, at: usize, pack: &Pack) -> Vec<Item> {
    reader.tables("item").iter().map(|table| read_item(table, rules, at, pack)).collect()
}

fn read_item(table: &TomlTable<'_, '_>, rules: &mut Rules<'_>, at: usize, pack: &Pack) -> Item {
    let asks = table.text("asks");
    let (parts, named) = if table.get("parts").is_some() { read_parts(table) } else { read_whole(table, &asks) };
    let covered = table.get("nations").map(|_| table.choices("nations"));
    let item = Item {
        id: table.text("id"),
        area: table.optional("area").unwrap_or_else(|| pack.area.clone()),
        topic: table.optional("topic").unwrap_or_else(|| pack.topic.clone()),
        asks,
        force: table.required_choice("force").unwrap_or(Force::Law),
        force_in: read_force_in(table),
        nations: covered.unwrap_or_else(|| pack.nations.clone()),
        when: rules.when(table),
        parts,
        also_in: table.texts("also_in"),
        cites: table.optional("cites").unwrap_or_else(|| pack.cites.clone()),
        note: table.optional("note"),
        pack: at,
        span: table.place(),
        named,
    };
    if item.cites.is_empty() {
        table.file.report(Diagnostic::new("`cites` is missing, here and at the head of the file", table.place(), "in this item"));
    }
    table.finish();
    item
}

/// `force_in = { wales = "best-practice" }`.
fn read_force_in(table: &TomlTable<'_, '_>) -> Vec<(Nation, Force)> {
    let Some(node) = table.get("force_in") else { return Vec::new() };
    let inner = table.file.table(node);
    let one = |nation: &Nation| Some((*nation, inner.choice(nation.as_str())?));
    let found = Nation::ALL.iter().filter_map(one).collect();
    inner.finish();
    found
}

/// An item of one part: `kind` and `checks` stand at the item itself, and the part asks what the item asks.
fn read_whole(table: &TomlTable<'_, '_>, asks: &str) -> (Vec<Part>, Vec<(String, PartKind, Span)>) {
    let (part, named) = read_part(table, asks.to_string());
    (vec![part], named)
}

/// The kind and the checks of a part.
fn read_part(table: &TomlTable<'_, '_>, asks: String) -> (Part, Vec<(String, PartKind, Span)>) {
    let kind = table.required_choice("kind").unwrap_or(PartKind::Judgement);
    let checks = table.spanned("checks");
    if checks.is_empty() {
        table.file.report(Diagnostic::new("a part names at least one check", table.place(), "in this part"));
    }
    let named = checks.iter().map(|(id, span)| (id.clone(), kind, *span)).collect();
    (Part { asks, kind, checks: checks.into_iter().map(|(id, _)| id).collect() }, named)
}

fn read_parts(table: &TomlTable<'_, '_>) -> (Vec<Part>, Vec<(String, PartKind, Span)>) {
    let (mut parts, mut named) = (Vec::new(), Vec::new());
    let list = table.get("parts").map_or(&[][..], |list| table.file.tree.members(list));
    if list.is_empty() {
        table.file.report(Diagnostic::new("`parts` is empty: an item has at least one part", table.place(), "in this item"));
    }
    for node in list {
        let inner = table.file.table(*node);
        let (part, found) = read_part(&inner, inner.text("asks"));
        inner.finish();
        parts.push(part);
        named.extend(found);
    }
    (parts, named)
}
