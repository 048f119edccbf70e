//! Sources: what somebody published, question by question, with the checks that answer each part.

use super::pack::Pack;
use super::pattern::When;
use super::whens::Rules;
use crate::terms::{Choice, Force, Nation, PartKind};
use crate::text::{Diagnostic, Held, NodeId, Span, Text, TomlFile, TomlTable};

/// One part of an item: one question with the checks that answer it.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its id: `A3-19d` is the fourth of `A3-19`.
    pub id: Text,
    /// The question, in our words.
    pub asks: Text,
    /// What kind of answer closes it.
    pub kind: PartKind,
    /// The ids of its checks.
    pub checks: Held<[Text]>,
    /// Where each of them is named.
    pub places: Held<[Span]>,
    /// The numbers of its checks, once all checks are read.
    pub numbers: Held<[usize]>,
}

/// One item of a source.
#[derive(Debug, Clone)]
pub struct Item {
    /// The source's own id, such as `A3-01`.
    pub id: Text,
    /// The area it belongs to in the source.
    pub area: Text,
    /// The topic within the area.
    pub topic: Text,
    /// The question, in our words.
    pub asks: Text,
    /// How strongly it binds, where nothing else is said of the nation.
    pub force: Force,
    /// How strongly it binds in a nation where that differs.
    pub force_in: Held<[(Nation, Force)]>,
    /// The nations it applies in; all, if empty.
    pub nations: Held<[Nation]>,
    /// The circumstance in which it applies; always, if there is none.
    pub when: Option<When>,
    /// Its parts; each must be closed.
    pub parts: Held<[Part]>,
    /// Items of other sources that ask the same.
    pub also_in: Held<[Text]>,
    /// The citation.
    pub cites: Text,
    /// What a reader should know of the source here, such as a slip in its print.
    pub note: Option<Text>,
    /// The pack it comes from.
    pub pack: usize,
    /// Its place there.
    pub span: Span,
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
}

/// A statement of a source that asks nothing of anybody: it only informs.
#[derive(Debug, Clone)]
pub struct Informs {
    /// The source's own id.
    pub id: Text,
    /// What it tells, in our words.
    pub says: Text,
    /// Why nothing is asked.
    pub why: Text,
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
    // An item of one part: `kind` and `checks` stand at the item itself, and the part asks what the item asks.
    let parts = if table.get("parts").is_some() { read_parts(table) } else { vec![read_part(table, asks.clone())] };
    let covered = table.get("nations").map(|_| table.choices("nations"));
    let id = table.text("id");
    let item = Item {
        area: table.optional("area").unwrap_or_else(|| pack.area.clone()),
        topic: table.optional("topic").unwrap_or_else(|| pack.topic.clone()),
        asks,
        force: table.required_choice("force").unwrap_or(Force::Law),
        force_in: read_force_in(table),
        nations: covered.unwrap_or_else(|| pack.nations.clone()),
        when: rules.when(table),
        parts: lettered(&id, parts),
        also_in: table.texts("also_in"),
        cites: table.optional("cites").unwrap_or_else(|| pack.cites.clone()),
        note: table.optional("note"),
        pack: at,
        span: table.place(),
        id,
    };
    if item.cites.is_empty() {
        table.file.report(Diagnostic::new("`cites` is missing, here and at the head of the file", table.place(), "in this item"));
    }
    table.finish();
    item
}

/// `force_in = { wales = "best-practice" }`.
fn read_force_in(table: &TomlTable<'_, '_>) -> Held<[(Nation, Force)]> {
    let Some(node) = table.get("force_in") else { return Held::default() };
    let inner = table.file.table(node);
    let one = |nation: &Nation| Some((*nation, inner.choice(nation.as_str())?));
    let found = Nation::ALL.iter().filter_map(one).collect();
    inner.finish();
    found
}

/// The parts of an item with their ids: the item's own, and a letter.
fn lettered(item: &str, parts: Vec<Part>) -> Held<[Part]> {
    let letter = |at: usize| u8::try_from(at).ok().filter(|at| *at < 26).map_or('?', |at| (b'a' + at) as char);
    parts.into_iter().enumerate().map(|(at, part)| Part { id: format!("{item}{}", letter(at)).into(), ..part }).collect()
}

/// The kind and the checks of a part.
fn read_part(table: &TomlTable<'_, '_>, asks: Text) -> Part {
    let kind = table.required_choice("kind").unwrap_or(PartKind::Judgement);
    let checks = table.spanned("checks");
    if checks.is_empty() {
        table.file.report(Diagnostic::new("a part names at least one check", table.place(), "in this part"));
    }
    let (checks, places): (Vec<Text>, Vec<Span>) = checks.into_iter().unzip();
    Part { id: Text::default(), asks, kind, checks: checks.into(), places: places.into(), numbers: Held::default() }
}

fn read_parts(table: &TomlTable<'_, '_>) -> Vec<Part> {
    let list = table.get("parts").map_or(&[][..], |list| table.file.tree.members(list));
    if list.is_empty() {
        table.file.report(Diagnostic::new("`parts` is empty: an item has at least one part", table.place(), "in this item"));
    }
    let part = |node: &NodeId| {
        let inner = table.file.table(*node);
        let part = read_part(&inner, inner.text("asks"));
        inner.finish();
        part
    };
    list.iter().map(part).collect()
}
