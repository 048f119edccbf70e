//! Sources: what somebody published, question by question, with the checks that answer each part.

use super::reader::{Reader, Table};
use crate::dossier::adopter::Nation;
use crate::dossier::answer::choice;
use crate::text::{Diagnostic, Span};

choice! {
    /// How strongly an item binds.
    Force {
        /// It informs a decision.
        Consideration = "consideration",
        /// Good practice.
        BestPractice = "best-practice",
        /// Our judgement: nobody should go on without it.
        ConditionOfAdoption = "condition-of-adoption",
        /// A standard that binds NHS bodies or their suppliers.
        MandatoryStandard = "mandatory-standard",
        /// The law.
        Law = "law",
    }
}

choice! {
    /// What an open check means for the decision.
    Severity {
        /// Never decides.
        Note = "note",
        /// Must be closed, or put under a condition, before the verdict is ready.
        Gap = "gap",
        /// Keeps the verdict at not ready.
        Blocker = "blocker",
    }
}

choice! {
    /// What kind of answer closes a part of a question.
    PartKind {
        /// Any real answer, "no" included.
        Disclosure = "disclosure",
        /// A judgement, a reviewed answer, or a comparison that the program works out.
        Judgement = "judgement",
    }
}

impl Force {
    /// The severity of an open check under an item of this force.
    pub fn severity(self) -> Severity {
        match self {
            Force::Law | Force::MandatoryStandard | Force::ConditionOfAdoption => Severity::Blocker,
            Force::BestPractice => Severity::Gap,
            Force::Consideration => Severity::Note,
        }
    }

    /// The force in words for a reader.
    pub fn words(self) -> &'static str {
        match self {
            Force::Law => "law",
            Force::MandatoryStandard => "mandatory standard",
            Force::ConditionOfAdoption => "condition of adoption (set by this tool)",
            Force::BestPractice => "best practice",
            Force::Consideration => "consideration",
        }
    }
}

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
    /// How strongly it binds.
    pub force: Force,
    /// The nations it applies in; all, if empty.
    pub nations: Vec<Nation>,
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
    /// The id of its part with that index: `A3-19d` is the fourth.
    pub fn part_id(&self, index: usize) -> String {
        let letter = u8::try_from(index).ok().filter(|index| *index < 26).map_or('?', |index| (b'a' + index) as char);
        format!("{}{letter}", self.id)
    }
}

/// Reads the items of a file.
pub(super) fn read_items(reader: &Reader<'_>, pack: usize) -> Vec<Item> {
    reader.tables("item").iter().map(|table| read_item(table, pack)).collect()
}

fn read_item(table: &Table<'_, '_>, pack: usize) -> Item {
    let forces: Vec<&str> = Force::ALL.iter().map(|force| force.as_str()).collect();
    let nations: Vec<&str> = Nation::ALL.iter().map(|nation| nation.as_str()).collect();
    let (parts, named) = read_parts(table);
    let item = Item {
        id: table.text("id"),
        area: table.optional("area").unwrap_or_default(),
        topic: table.optional("topic").unwrap_or_default(),
        asks: table.text("asks"),
        force: table.required("force", Force::parse, &forces).unwrap_or(Force::Law),
        nations: table.words("nations", Nation::parse, &nations),
        parts,
        also_in: table.texts("also_in"),
        cites: table.text("cites"),
        note: table.optional("note"),
        pack,
        span: table.place(),
        named,
    };
    table.finish();
    item
}

fn read_parts(table: &Table<'_, '_>) -> (Vec<Part>, Vec<(String, PartKind, Span)>) {
    let kinds: Vec<&str> = PartKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let mut named = Vec::new();
    let list = table.get("parts").map_or(&[][..], |list| table.reader.tree.members(list));
    if list.is_empty() {
        table.reader.report(Diagnostic::new("`parts` is missing: an item has at least one part", table.place(), "in this item"));
    }
    let parts = list
        .iter()
        .map(|node| {
            let part = table.reader.table(*node);
            let kind = part.required("kind", PartKind::parse, &kinds).unwrap_or(PartKind::Judgement);
            let checks = part.spanned("checks");
            if checks.is_empty() {
                part.reader.report(Diagnostic::new("a part names at least one check", part.place(), "in this part"));
            }
            named.extend(checks.iter().map(|(id, span)| (id.clone(), kind, *span)));
            let asks = part.text("asks");
            part.finish();
            Part { asks, kind, checks: checks.into_iter().map(|(id, _)| id).collect() }
        })
        .collect();
    (parts, named)
}
