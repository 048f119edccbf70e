//! Makes the catalogue of a book: what many entries say alike is said once.

use std::collections::HashMap;

use super::Reason;
use super::catalogue::{
    Catalogue, CheckEntry, ForceEntry, ForceIn, ItemEntry, OutcomeEntry, PartEntry, ReasonEntry, SourceEntry, TableEntry, Word,
};
use super::cites::Citation;
use super::reads::reads;
use crate::assessment::title_case;
use crate::report::words::role_words;
use crate::rules::{Book, Check, Item, Pack, Part, TrainingTable};
use crate::tables::LearningOutcome;
use crate::terms::{Choice, Force, Gate, Nation, Role};
use jiff::civil::Date;

/// The catalogue of a book.
pub fn catalogue(book: &Book) -> Catalogue<'_> {
    let mut shelf = Shelf::default();
    let role = |role: &Role| Word { id: role.as_str(), title: role_words(*role), means: role.meaning() };
    let gate = |gate: &Gate| Word { id: gate.as_str(), title: title_case(gate.as_str()), means: gate.meaning() };
    let checks = book.checks.iter().map(|check| shelf.check(book, check)).collect();
    let items = book.items.iter().map(|item| shelf.item(&book.packs[item.pack], item)).collect();
    let training = book.training.iter().map(|table| shelf.table(&book.packs[table.pack], table)).collect();
    let Shelf { sources, citations, notes, .. } = shelf;
    Catalogue {
        checks,
        items,
        sources,
        citations,
        notes,
        training,
        gates: Gate::ALL.iter().map(gate).collect(),
        roles: Role::ALL.iter().map(role).collect(),
        forces: Force::ALL.iter().map(|force| force_entry(*force)).collect(),
        reasons: Reason::ALL.iter().map(|reason| reason_entry(*reason)).collect(),
    }
}

/// What many entries say alike.
#[derive(Default)]
struct Shelf<'a> {
    sources: Vec<SourceEntry<'a>>,
    citations: Vec<Citation<'a>>,
    notes: Vec<&'a str>,
    source_of: HashMap<&'a str, usize>,
    citation_of: HashMap<(&'a str, Option<Date>), usize>,
    note_of: HashMap<&'a str, usize>,
}

impl<'a> Shelf<'a> {
    fn source(&mut self, pack: &'a Pack) -> usize {
        if let Some(at) = self.source_of.get(&*pack.id) {
            return *at;
        }
        let cites = (!pack.cites.is_empty()).then(|| self.citation(&pack.cites, pack.checked));
        let (area, topic): (&str, &str) = (&pack.area, &pack.topic);
        self.sources.push(SourceEntry { id: &pack.id, title: &pack.title, nations: &pack.nations, area, topic, cites });
        self.source_of.insert(&pack.id, self.sources.len() - 1);
        self.sources.len() - 1
    }

    fn citation(&mut self, cite: &'a str, read: Option<Date>) -> usize {
        *self.citation_of.entry((cite, read)).or_insert_with(|| {
            self.citations.push(Citation::of(cite, read));
            self.citations.len() - 1
        })
    }

    fn note(&mut self, note: &'a str) -> usize {
        *self.note_of.entry(note).or_insert_with(|| {
            self.notes.push(note);
            self.notes.len() - 1
        })
    }

    fn check(&mut self, book: &'a Book, check: &'a Check) -> CheckEntry<'a> {
        CheckEntry {
            id: &check.id,
            asks: &check.asks,
            why: &check.why,
            action: check.action.plain(),
            gap: check.gap.as_ref().and_then(|gap| gap.plain()),
            unanswered: check.unanswered.as_ref().and_then(|text| text.plain()),
            gate: check.gate,
            until: check.until,
            who: check.who,
            needs: check.needs,
            evidence: &check.evidence,
            cites: check.cites.iter().map(|cite| self.citation(cite, None)).collect(),
            items: book.item_numbers(&check.id).collect(),
            reads: reads(book, check).iter().map(|path| path.join(".")).collect(),
        }
    }

    fn item(&mut self, pack: &'a Pack, item: &'a Item) -> ItemEntry<'a> {
        let part = |part: &'a Part| PartEntry {
            id: &part.id,
            asks: Some(&*part.asks).filter(|asks| *asks != &*item.asks),
            kind: part.kind,
            checks: part.checks.iter().map(|id| &**id).collect(),
        };
        let (nations, of_pack): (&[Nation], &[Nation]) = (&item.nations, &pack.nations);
        ItemEntry {
            id: &item.id,
            source: self.source(pack),
            area: Some(&*item.area).filter(|area| *area != &*pack.area),
            topic: Some(&*item.topic).filter(|topic| *topic != &*pack.topic),
            asks: &item.asks,
            force: item.force,
            force_in: item.force_in.iter().map(|(nation, force)| ForceIn { nation: *nation, force: *force }).collect(),
            nations: Some(nations).filter(|nations| *nations != of_pack),
            cites: (*item.cites != *pack.cites).then(|| self.citation(&item.cites, pack.checked)),
            note: item.note.as_deref().map(|note| self.note(note)),
            parts: item.parts.iter().map(part).collect(),
        }
    }

    fn table(&mut self, pack: &'a Pack, table: &'a TrainingTable) -> TableEntry<'a> {
        let outcome = |outcome: &'a LearningOutcome| OutcomeEntry {
            id: &outcome.id,
            level: outcome.level,
            asks: &outcome.asks,
            serves: outcome.content_from.iter().map(|part| &**part).collect(),
            same_as: outcome.same_as.as_deref(),
            note: outcome.note.as_deref(),
        };
        TableEntry {
            id: &table.table.id,
            title: &table.table.title,
            source: self.source(pack),
            gate: table.gate,
            owner: table.owner,
            force: table.force,
            outcomes: table.table.outcomes.iter().map(outcome).collect(),
        }
    }
}

fn force_entry(force: Force) -> ForceEntry {
    ForceEntry { id: force, title: force.words(), means: force.meaning(), severity: force.severity() }
}

fn reason_entry(reason: Reason) -> ReasonEntry {
    let says = match reason {
        Reason::Unsaid => Some("Nobody has said: {asks}"),
        Reason::NotShown => Some("Not shown: {asks}"),
        Reason::Lapsed => Some("Answered once, and to be looked at again: {asks}"),
        Reason::Waiting => Some("Not settled whether this is asked of the product: {asks}"),
        Reason::WrongRole => Some("Answered, but not by whom it takes: {asks}"),
        Reason::Undecidable => Some("Not settled: {asks}"),
        Reason::ToBeRead | Reason::Refused | Reason::Asked => None,
    };
    ReasonEntry { id: reason, means: reason.meaning(), says }
}
