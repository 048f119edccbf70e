//! What a row opens with: its counts, its sentences, and how much of the sources is written for the adopter's nation.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::{Assessment, Scene};
use crate::report::headline;
use crate::report::known::{here, worth_knowing};
use crate::report::wish::Wish;
use crate::terms::Nation;

/// How many checks stand how: due = met + not_met + unknown + not_applicable.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountsRow {
    /// Checks due at the gate.
    pub due: usize,
    /// Due and met.
    pub met: usize,
    /// Due and not met.
    pub not_met: usize,
    /// Due and unknown.
    pub unknown: usize,
    /// Of these, answered once: for an earlier version, or too long ago.
    pub due_again: usize,
    /// Due, and not asked of this product.
    pub not_applicable: usize,
    /// Not yet due, and open.
    pub due_later: usize,
    /// Open blockers that are failing.
    pub blockers_failing: usize,
    /// Open blockers that are unanswered.
    pub blockers_unanswered: usize,
    /// Open gaps that are failing.
    pub gaps_failing: usize,
    /// Open gaps that are unanswered.
    pub gaps_unanswered: usize,
    /// Open notes; they never decide.
    pub notes: usize,
    /// Due and met, and examined by the adopter.
    pub met_reviewed: usize,
    /// Due and met, and shown by a document.
    pub met_evidenced: usize,
    /// Due and met, on assertion alone.
    pub met_asserted: usize,
}

/// The sentences with which a report opens.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Headline {
    /// The product, its supplier, the adopter.
    pub title: String,
    /// The gate and the day.
    pub occasion: String,
    /// The verdict with what keeps it from being ready.
    pub verdict: String,
    /// The counts, each with what it includes.
    pub counts: Vec<Line>,
    /// What a reader should know although no check fails for it.
    pub worth_knowing: Vec<String>,
    /// What the results would mean here, a sentence for each.
    pub here: Vec<String>,
}

/// A sentence with its label.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The label, in our words.
    pub label: &'static str,
    /// The sentence.
    pub text: String,
}

/// How much of the sources is written for the adopter's nation.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// The sources of the program that are written for some nations only.
    pub sources: usize,
    /// Those of them that cover the adopter's nation; null where it is not stated.
    pub covering: Option<usize>,
    /// The items of all sources.
    pub items: usize,
    /// Those that apply in the adopter's nation; null where it is not stated.
    pub applying: Option<usize>,
}

pub(super) fn counts(assessment: &Assessment<'_>) -> CountsRow {
    let counts = &assessment.counts;
    CountsRow {
        due: counts.due,
        met: counts.met,
        not_met: counts.not_met,
        unknown: counts.unknown,
        due_again: counts.answered_once,
        not_applicable: counts.not_applicable,
        due_later: counts.due_later,
        blockers_failing: counts.blockers.failing,
        blockers_unanswered: counts.blockers.unanswered,
        gaps_failing: counts.gaps.failing,
        gaps_unanswered: counts.gaps.unanswered,
        notes: counts.notes.total(),
        met_reviewed: counts.support.reviewed,
        met_evidenced: counts.support.evidenced,
        met_asserted: counts.support.asserted,
    }
}

pub(super) fn opening(assessment: &Assessment<'_>, wish: &Wish) -> Headline {
    let lines = headline::counts(assessment, wish.due).into_iter();
    Headline {
        title: headline::title(assessment),
        occasion: headline::occasion(assessment),
        verdict: headline::verdict(assessment),
        counts: lines.map(|(label, text)| Line { label, text }).collect(),
        worth_knowing: if wish.whole() { worth_knowing(assessment) } else { Vec::new() },
        here: here(assessment),
    }
}

pub(super) fn coverage(scene: &Scene<'_>) -> Coverage {
    let (book, nation) = (scene.book, scene.dossier.adopter.nation.get().copied());
    let covers = |nations: &[Nation], nation: Nation| nations.is_empty() || nations.contains(&nation);
    let limited = || book.packs.iter().filter(|pack| pack.embedded && !pack.nations.is_empty());
    Coverage {
        sources: limited().count(),
        covering: nation.map(|nation| limited().filter(|pack| covers(&pack.nations, nation)).count()),
        items: book.items.len(),
        applying: nation.map(|nation| book.items.iter().filter(|item| covers(&item.nations, nation)).count()),
    }
}
