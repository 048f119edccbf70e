//! Makes a trace from the rules, and from the assessment of a dossier if there is one.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{CheckTrace, InformsTrace, ItemTrace, OutcomeTrace, PartTrace, SCHEMA, SourceTrace, Trace, TrainingTrace};
use crate::assessment::{Assessment, Finding, ItemResult, Outcome};
use crate::rules::{Book, Informs, Item, Pack, Part, TrainingTable};
use crate::tables::LearningOutcome;
use crate::terms::Nation;

/// What became of one dossier, by the ids that a trace asks for.
struct Outcomes<'a> {
    nation: Option<Nation>,
    findings: BTreeMap<&'a str, &'a Finding<'a>>,
    items: BTreeMap<&'a str, ItemResult<'a>>,
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
            items: assessment.items().map(|result| (result.item.id.as_str(), result)).collect(),
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
        id: pack.id.to_string(),
        title: pack.title.to_string(),
        publisher: pack.publisher.to_string(),
        document: pack.document.to_string(),
        source_date: pack.source_date.to_string(),
        audience: pack.audience.to_string(),
        licence: pack.licence.to_string(),
        nations: pack.nations.to_vec(),
        items: Vec::new(),
        informs: Vec::new(),
    }
}

fn item_trace(item: &Item, outcomes: Option<&Outcomes<'_>>) -> ItemTrace {
    let result = outcomes.and_then(|outcomes| outcomes.items.get(item.id.as_str()));
    let part = |(at, part): (usize, &Part)| PartTrace {
        id: item.parts[at].id.to_string(),
        asks: part.asks.to_string(),
        kind: part.kind,
        outcome: result.map(|result| result.parts[at].outcome),
        checks: part.checks.iter().map(|id| check_trace(id, outcomes)).collect(),
    };
    ItemTrace {
        id: item.id.to_string(),
        asks: item.asks.to_string(),
        force: item.force_for(outcomes.and_then(|outcomes| outcomes.nation)),
        nations: item.nations.to_vec(),
        cites: item.cites.to_string(),
        note: item.note.as_ref().map(ToString::to_string),
        outcome: result.map(|result| result.outcome),
        parts: item.parts.iter().enumerate().map(part).collect(),
    }
}

fn informs_trace(statement: &Informs) -> InformsTrace {
    InformsTrace { id: statement.id.to_string(), says: statement.says.to_string(), why: statement.why.to_string() }
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
        id: outcome.id.to_string(),
        asks: outcome.asks.to_string(),
        same_as: outcome.same_as.as_ref().map(ToString::to_string),
        open: outcomes.and_then(|outcomes| outcomes.open(&outcome.id)),
    };
    TrainingTrace {
        id: table.table.id.to_string(),
        title: table.table.title.to_string(),
        outcomes: table.table.outcomes.iter().map(outcome).collect(),
    }
}
