//! Traces every statement of every source to its checks: coverage by itself, or the outcomes for one dossier (a consultant's annex).

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::page::wrapping;
use super::words::many;
use crate::assessment::{Assessment, Finding, ItemResult, Outcome, Support, title_case};
use crate::rules::{Book, Informs, Item, Pack, Part, TrainingTable};
use crate::tables::LearningOutcome;
use crate::terms::{Choice, Force, Nation, PartKind};
use crate::text::visible_line;

/// The version of this document; a change that breaks a reader raises the number.
pub const SCHEMA: &str = "readiness/trace/1";

/// A whole trace.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Trace {
    /// The version of this document's format: `readiness/trace/1`.
    pub schema: String,
    /// The dossier, as it was named on the command line; none for the coverage alone.
    pub file: Option<String>,
    /// The day of the outcomes (ISO 8601).
    pub as_of: Option<String>,
    /// Every source with its statements.
    pub sources: Vec<SourceTrace>,
    /// Every training table with its outcomes.
    pub training: Vec<TrainingTrace>,
}

/// One source.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SourceTrace {
    /// The pack.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its title as printed.
    pub document: String,
    /// The date of the source, as printed.
    pub source_date: String,
    /// The nations that it covers; all, if empty.
    pub nations: Vec<Nation>,
    /// Its statements that ask something.
    pub items: Vec<ItemTrace>,
    /// Its statements that only inform.
    pub informs: Vec<InformsTrace>,
}

/// A statement that asks nothing.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InformsTrace {
    /// The source's id.
    pub id: String,
    /// What it tells, in our words.
    pub says: String,
    /// Why nothing is asked.
    pub why: String,
}

/// One statement of a source.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ItemTrace {
    /// The source's id.
    pub id: String,
    /// What it asks, in our words.
    pub asks: String,
    /// How strongly it binds.
    pub force: Force,
    /// The nations in which it is asked; all, if empty.
    pub nations: Vec<Nation>,
    /// Where it stands.
    pub cites: String,
    /// What a reader should know of the source here.
    pub note: Option<String>,
    /// The worst of its parts, for a dossier.
    pub outcome: Option<Outcome>,
    /// Its parts.
    pub parts: Vec<PartTrace>,
}

/// One part of a statement.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PartTrace {
    /// Its id.
    pub id: String,
    /// What it asks.
    pub asks: String,
    /// What kind of answer closes it.
    pub kind: PartKind,
    /// The worst of its checks, for a dossier.
    pub outcome: Option<Outcome>,
    /// Its checks.
    pub checks: Vec<CheckTrace>,
}

/// One check that answers a part.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CheckTrace {
    /// Its id.
    pub id: String,
    /// Its outcome, for a dossier.
    pub outcome: Option<Outcome>,
    /// The support of its answer, when it is met.
    pub support: Option<Support>,
}

/// One training table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TrainingTrace {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its outcomes: those that a training action of the dossier still asks for are open.
    pub outcomes: Vec<OutcomeTrace>,
}

/// One training outcome.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OutcomeTrace {
    /// Its id.
    pub id: String,
    /// What the trained person knows or can do.
    pub asks: String,
    /// The outcome that it repeats: counted once.
    pub same_as: Option<String>,
    /// Whether a training action asks for it, for a dossier; none while nobody has said which part each staff group plays.
    pub open: Option<bool>,
}

/// What became of one dossier, by the ids that a trace asks for.
struct Outcomes<'a> {
    nation: Option<Nation>,
    findings: BTreeMap<&'a str, &'a Finding<'a>>,
    items: BTreeMap<&'a str, &'a ItemResult<'a>>,
    /// The training outcomes that an action still asks for.
    asked: BTreeSet<&'a str>,
    /// Whether somebody has said which part each staff group plays.
    parts_told: bool,
}

impl<'a> Outcomes<'a> {
    fn of(assessment: &'a Assessment<'a>) -> Outcomes<'a> {
        let dossier = assessment.scene.dossier;
        let staff = &dossier.training.staff.items;
        let asked = assessment.training.iter().flat_map(|action| action.outcomes.iter().map(|outcome| outcome.id.as_str()));
        Outcomes {
            nation: dossier.adopter.nation.get().copied(),
            findings: assessment.findings.iter().map(|finding| (finding.check.id.as_str(), finding)).collect(),
            items: assessment.items.iter().map(|result| (result.item.id.as_str(), result)).collect(),
            asked: asked.collect(),
            parts_told: !staff.is_empty() && staff.iter().all(|(_, group)| group.archetypes.get().is_some()),
        }
    }

    /// Whether a training action asks for an outcome; none while that cannot be known.
    fn open(&self, outcome: &str) -> Option<bool> {
        let asked = self.asked.contains(outcome);
        (asked || self.parts_told).then_some(asked)
    }
}

/// The coverage of every source, or with an assessment the outcome of every statement.
pub fn trace(book: &Book, assessed: Option<(&str, &Assessment<'_>)>) -> Trace {
    let outcomes = assessed.map(|(_, assessment)| Outcomes::of(assessment));
    let outcomes = outcomes.as_ref();
    let mut items: BTreeMap<usize, Vec<&Item>> = BTreeMap::new();
    book.items.iter().for_each(|item| items.entry(item.pack).or_default().push(item));
    let mut informs: BTreeMap<usize, Vec<&Informs>> = BTreeMap::new();
    book.informs.iter().for_each(|statement| informs.entry(statement.pack).or_default().push(statement));
    let source = |(at, items): (usize, Vec<&Item>)| SourceTrace {
        items: items.into_iter().map(|item| item_trace(item, outcomes)).collect(),
        informs: informs.remove(&at).unwrap_or_default().into_iter().map(informs_trace).collect(),
        ..source_trace(&book.packs[at])
    };
    Trace {
        schema: SCHEMA.into(),
        file: assessed.map(|(file, _)| file.to_string()),
        as_of: assessed.map(|(_, assessment)| assessment.scene.as_of.to_string()),
        sources: items.into_iter().map(source).collect(),
        training: book.training.iter().map(|table| training_trace(table, outcomes)).collect(),
    }
}

/// A source, of which nothing is traced yet.
fn source_trace(pack: &Pack) -> SourceTrace {
    SourceTrace {
        id: pack.id.clone(),
        title: pack.title.clone(),
        publisher: pack.publisher.clone(),
        document: pack.document.clone(),
        source_date: pack.source_date.clone(),
        nations: pack.nations.clone(),
        items: Vec::new(),
        informs: Vec::new(),
    }
}

fn item_trace(item: &Item, outcomes: Option<&Outcomes<'_>>) -> ItemTrace {
    let result = outcomes.and_then(|outcomes| outcomes.items.get(item.id.as_str()));
    let part = |(at, part): (usize, &Part)| PartTrace {
        id: item.part_id(at),
        asks: part.asks.clone(),
        kind: part.kind,
        outcome: result.map(|result| result.parts[at].outcome),
        checks: part.checks.iter().map(|id| check_trace(id, outcomes)).collect(),
    };
    ItemTrace {
        id: item.id.clone(),
        asks: item.asks.clone(),
        force: item.force_for(outcomes.and_then(|outcomes| outcomes.nation)),
        nations: item.nations.clone(),
        cites: item.cites.clone(),
        note: item.note.clone(),
        outcome: result.map(|result| result.outcome),
        parts: item.parts.iter().enumerate().map(part).collect(),
    }
}

fn informs_trace(statement: &Informs) -> InformsTrace {
    InformsTrace { id: statement.id.clone(), says: statement.says.clone(), why: statement.why.clone() }
}

fn check_trace(id: &str, outcomes: Option<&Outcomes<'_>>) -> CheckTrace {
    let finding = outcomes.and_then(|outcomes| outcomes.findings.get(id));
    CheckTrace {
        id: id.into(),
        outcome: finding.map(|finding| finding.outcome),
        support: finding.filter(|finding| finding.outcome == Outcome::Met).map(|finding| finding.support),
    }
}

fn training_trace(table: &TrainingTable, outcomes: Option<&Outcomes<'_>>) -> TrainingTrace {
    let outcome = |outcome: &LearningOutcome| OutcomeTrace {
        id: outcome.id.clone(),
        asks: outcome.asks.clone(),
        same_as: outcome.same_as.clone(),
        open: outcomes.and_then(|outcomes| outcomes.open(&outcome.id)),
    };
    TrainingTrace {
        id: table.table.id.clone(),
        title: table.table.title.clone(),
        outcomes: table.table.outcomes.iter().map(outcome).collect(),
    }
}

/// Draws a trace for people.
pub fn terminal(trace: &Trace, width: usize) -> String {
    let mut text = String::new();
    let mut line = |indent: usize, words: &str| {
        let (first, rest) = (" ".repeat(indent), " ".repeat(indent + 4));
        let options = wrapping(width).initial_indent(&first).subsequent_indent(&rest);
        for part in textwrap::wrap(&visible_line(words), options) {
            text.push_str(part.trim_end());
            text.push('\n');
        }
    };
    if let (Some(file), Some(day)) = (&trace.file, &trace.as_of) {
        line(0, &format!("{file}, as of {day}"));
    }
    for source in &trace.sources {
        source_lines(source, &mut line);
    }
    for table in &trace.training {
        line(0, "");
        line(0, &format!("{} · {}: {}", table.id, table.title, many(table.outcomes.len(), "outcome")));
        for outcome in &table.outcomes {
            let state = match (&outcome.same_as, outcome.open) {
                (Some(same), _) => format!(" → counted with {same}"),
                (None, Some(true)) => " → training required".into(),
                (None, Some(false)) => " → nothing is required".into(),
                (None, None) if trace.file.is_some() => " → not known: staff groups, or the parts they play, are not stated".into(),
                (None, None) => String::new(),
            };
            line(1, &format!("{} · {}{state}", outcome.id, outcome.asks));
        }
    }
    text.trim_start().to_string()
}

fn source_lines(source: &SourceTrace, line: &mut dyn FnMut(usize, &str)) {
    let parts: usize = source.items.iter().map(|item| item.parts.len()).sum();
    let of = [source.publisher.as_str(), source.document.as_str(), source.source_date.as_str()];
    let of = of.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join("; ");
    line(0, "");
    line(0, &format!("{}: {} in {}", source.title, many(parts, "part"), many(source.items.len(), "statement")));
    line(0, &format!("{of}{}", only_in(&source.nations)));
    for item in &source.items {
        let nations = if item.nations == source.nations { String::new() } else { only_in(&item.nations) };
        line(1, &format!("{} · {} · {}{nations}{}", item.id, item.asks, item.force.words(), ending(item.outcome)));
        let note = item.note.iter().map(|note| format!("Note: {note}"));
        note.for_each(|note| line(5, &note));
        let whole = item.parts.len() == 1 && item.parts[0].asks == item.asks;
        for part in &item.parts {
            if !whole {
                line(3, &format!("{} · {}{}", part.id, part.asks, ending(part.outcome)));
            }
            line(7, &part.checks.iter().map(check_words).collect::<Vec<_>>().join(" · "));
        }
    }
    for statement in &source.informs {
        line(1, &format!("{} · {} It only informs: {}", statement.id, statement.says, statement.why));
    }
}

/// `; covers England and Wales`, where it does not cover all four nations.
fn only_in(nations: &[Nation]) -> String {
    let names: Vec<String> = nations.iter().map(|nation| title_case(nation.as_str())).collect();
    match names.as_slice() {
        [] => String::new(),
        all if all.len() == Nation::ALL.len() => String::new(),
        [one] => format!("; covers {one}"),
        [others @ .., last] => format!("; covers {} and {last}", others.join(", ")),
    }
}

fn ending(outcome: Option<Outcome>) -> String {
    outcome.map_or(String::new(), |outcome| format!(" → {}", outcome.words()))
}

fn check_words(check: &CheckTrace) -> String {
    match (check.outcome, check.support) {
        (Some(Outcome::Met), Some(support)) => format!("{} (met, {})", check.id, support.as_str()),
        (Some(outcome), _) => format!("{} ({})", check.id, outcome.words()),
        (None, _) => check.id.clone(),
    }
}
