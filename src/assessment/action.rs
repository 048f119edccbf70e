//! One training action: whose training it is, how far it has come, and what remains, in a sentence.

use std::sync::Arc;

use crate::dossier::training::StaffGroup;
use crate::facts::{Outdated, called};
use crate::rules::TrainingTable;
use crate::tables::LearningOutcome;
use crate::terms::{Archetype, Force};
use crate::text::visible_line;

/// Training that remains for one group in one programme, or for which no programme exists yet.
#[derive(Debug, Clone)]
pub struct TrainingAction<'a> {
    /// The table of outcomes.
    pub table: &'a TrainingTable,
    /// The programme; none when no programme teaches the outcomes yet.
    pub programme: Option<String>,
    /// The staff group, or the whole organisation.
    pub group: String,
    /// The archetypes of the group.
    pub archetypes: Vec<Archetype>,
    /// How many have been trained; none when nobody has said.
    pub trained: Option<u64>,
    /// How many need it; none when nobody has said.
    pub headcount: Option<u64>,
    /// The outcomes that it serves.
    pub outcomes: Vec<&'a LearningOutcome>,
    /// Legal duty or best practice.
    pub force: Force,
    /// The question parts that its outcomes serve.
    pub serves: Arc<[String]>,
    /// Open checks that are about what it teaches; related only, since training alone does not close them.
    pub related: Arc<[String]>,
    /// Question parts and fields that hold what is to be taught and are still open.
    pub blocked_by: Arc<[String]>,
    /// What remains, in a sentence.
    pub message: String,
}

/// Whose training it is.
pub(super) struct Group {
    /// Its name.
    pub(super) name: String,
    /// Its parts in the adoption of AI.
    pub(super) archetypes: Vec<Archetype>,
    /// How many people it has; none when nobody has said.
    pub(super) headcount: Option<u64>,
}

impl Group {
    /// One staff group.
    pub(super) fn named(group: &StaffGroup) -> Group {
        Group { name: visible_line(&called(group)), archetypes: archetypes(group), headcount: group.headcount.get().copied() }
    }

    /// Everybody who works here.
    pub(super) fn all_staff(headcount: Option<u64>) -> Group {
        Group { name: "all staff".into(), archetypes: Vec::new(), headcount }
    }
}

/// How far it has come.
#[derive(Default)]
pub(super) struct Progress {
    /// How many have been trained; none when nobody has said.
    pub(super) trained: Option<u64>,
    /// Training that no longer counts.
    pub(super) outdated: Option<Outdated>,
}

impl Progress {
    /// Nobody has been trained in what no programme teaches.
    pub(super) fn none() -> Progress {
        Progress { trained: Some(0), outdated: None }
    }
}

fn archetypes(group: &StaffGroup) -> Vec<Archetype> {
    group.archetypes.get().cloned().unwrap_or_default()
}

/// What remains, in a sentence.
pub(super) fn message(programme: Option<&str>, group: &Group, progress: &Progress, outcomes: usize) -> String {
    let (trained, headcount, outdated) = (progress.trained, group.headcount, progress.outdated.as_ref());
    let on = outdated.and_then(|one| one.wanted.as_deref()).map_or(String::new(), |wanted| format!(" on {}", visible_line(wanted)));
    let because = outdated.map_or(String::new(), |one| format!(" ({})", visible_line(&one.why)));
    let name = programme.map_or("no programme teaches it yet".into(), visible_line);
    let count = match (programme, trained, headcount) {
        (None, _, Some(headcount)) => format!("{headcount} people"),
        (None, _, None) => "number of people not stated".into(),
        (Some(_), Some(trained), Some(headcount)) => {
            format!("{trained} of {headcount} trained{on}, {} to go{because}", headcount.saturating_sub(trained))
        }
        (Some(_), None, Some(headcount)) => format!("how many of {headcount} are trained is not stated"),
        (Some(_), _, None) => "number of people not stated".into(),
    };
    let outcomes = match outcomes {
        0 => String::new(),
        1 => " · 1 outcome".into(),
        more => format!(" · {more} outcomes"),
    };
    format!("{}: {name}, {count}{outcomes}", group.name)
}
