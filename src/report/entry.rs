//! Makes the entries of the document behind `--format json` and `yaml` from an assessment.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::brief;
use super::document::{
    CountsEntry, DossierEntry, FindingEntry, ItemEntry, LapseEntry, MistakeEntry, OutcomeEntry, PackEntry, PartEntry, SwitchEntry,
    TrainingEntry,
};
use super::facts::facts;
use super::headline::answer_words;
use super::place::place_span;
use super::shown::{notes, plain};
use crate::assessment::{Assessment, Finding, ItemResult, Lapse, Outcome, PartResult, SwitchedOff, TrainingAction, action, message, place};
use crate::rules::{Book, Pack};
use crate::text::{Diagnostic, Sources};

/// The packs of a book.
pub fn packs(book: &Book, as_of: jiff::civil::Date) -> Vec<PackEntry> {
    let mut held = BTreeSet::new();
    let packs = book.packs.iter().filter(|pack| held.insert(pack.id.as_str()));
    let entry = |pack: &Pack| PackEntry {
        id: pack.id.to_string(),
        title: pack.title.to_string(),
        version: pack.version.to_string(),
        publisher: pack.publisher.to_string(),
        reviewed: pack.reviewed.map(|date| date.to_string()),
        nations: pack.nations.to_vec(),
        review_due: pack.review_due.map(|date| date.to_string()),
        past_review: pack.review_due.is_some_and(|due| due < as_of),
    };
    packs.map(entry).collect()
}

/// One mistake of a dossier that could not be assessed.
pub fn mistake_entry(sources: &Sources, mistake: &Diagnostic) -> MistakeEntry {
    let start = sources.start(mistake.span);
    MistakeEntry {
        file: sources.file(mistake.span.file).name.to_string(),
        line: Some(start.line),
        column: Some(start.column),
        message: brief::sentence(&mistake.message).into_owned(),
        help: mistake.help.as_deref().map(|help| brief::sentence(help).into_owned()),
    }
}

/// The entry of one dossier.
pub fn entry(file: &str, assessment: &Assessment<'_>) -> DossierEntry {
    let scene = &assessment.scene;
    let checks: Vec<Arc<FindingEntry>> = assessment.findings.iter().map(|finding| Arc::new(finding_entry(assessment, finding))).collect();
    let said = |path: &str| answer_words(scene, path);
    DossierEntry {
        file: file.into(),
        product: said("product.name"),
        version: said("product.version"),
        supplier: said("product.supplier.name"),
        organisation: said("adopter.organisation"),
        verdict: assessment.verdict,
        gate: assessment.gate,
        gate_stated: assessment.gate_stated,
        counts: counts(assessment),
        items: assessment.items.iter().map(|result| item_entry(scene.book, result)).collect(),
        findings: checks.iter().filter(|one| one.outcome.open()).cloned().collect(),
        checks,
        facts: facts(scene),
        training_actions: assessment.training.iter().map(training_entry).collect(),
        lapses: assessment.lapses.iter().map(|lapse| lapse_entry(assessment, lapse)).collect(),
        switched_off: assessment.switched_off.iter().map(|switch| switch_entry(assessment, switch)).collect(),
    }
}

fn switch_entry(assessment: &Assessment<'_>, switch: &SwitchedOff) -> SwitchEntry {
    let line = assessment.sources().start(assessment.scene.bound.tree.span(switch.node)).line;
    SwitchEntry { path: shortened_path(&switch.path), checks: switch.checks, line }
}

fn shortened_path(path: &str) -> String {
    brief::path(path).into_owned()
}

fn shortened_name(name: &str) -> String {
    brief::name(name).into_owned()
}

fn counts(assessment: &Assessment<'_>) -> CountsEntry {
    let counts = &assessment.counts;
    CountsEntry {
        due: counts.due,
        met: counts.met,
        not_met: counts.not_met,
        unknown: counts.unknown,
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

fn item_entry(book: &Book, result: &ItemResult<'_>) -> ItemEntry {
    let part = |(at, part): (usize, &PartResult<'_>)| PartEntry {
        id: result.item.parts[at].id.to_string(),
        asks: part.part.asks.to_string(),
        kind: part.part.kind,
        outcome: part.outcome,
        checks: part.part.checks.iter().map(ToString::to_string).collect(),
    };
    ItemEntry {
        id: result.item.id.to_string(),
        source: book.packs[result.item.pack].id.to_string(),
        outcome: result.outcome,
        parts: result.parts.iter().enumerate().map(part).collect(),
    }
}

fn finding_entry(assessment: &Assessment<'_>, finding: &Finding<'_>) -> FindingEntry {
    let (scene, sources) = (&assessment.scene, assessment.sources());
    let place = place(scene, finding);
    let span = place_span(scene, place.node, place.exact);
    let (start, end) = (sources.start(span), sources.end(span));
    FindingEntry {
        check: finding.check.id.to_string(),
        outcome: finding.outcome,
        how: finding.how,
        support: (finding.outcome == Outcome::Met).then_some(finding.support),
        severity: finding.severity,
        force: finding.force,
        gate: finding.check.gate,
        due: finding.due,
        who: finding.check.who,
        message: plain(&message(scene, finding)),
        action: plain(&action(scene, finding)),
        file: sources.file(span.file).name.to_string(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        exact: place.exact,
        path: shortened_path(&place.path),
        members: finding.members().iter().map(|member| shortened_name(member)).collect(),
        items: finding.parts().map(str::to_string).collect(),
        notes: notes(finding),
        fingerprint: fingerprint(finding),
    }
}

/// Sixteen hexadecimal digits of SHA-256 over the check and the failing members.
pub fn fingerprint(finding: &Finding<'_>) -> String {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    hash.update(finding.check.id.as_bytes());
    for member in finding.members() {
        hash.update([0]);
        hash.update(member.as_bytes());
    }
    let first = hash.finalize().iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{first:016x}")
}

fn training_entry(action: &TrainingAction<'_>) -> TrainingEntry {
    TrainingEntry {
        table: action.table.table.id.to_string(),
        programme: action.programme.as_deref().map(shortened_name),
        role: shortened_name(&action.group),
        archetypes: action.archetypes.clone(),
        trained: action.trained,
        headcount: action.headcount,
        outcomes: action.outcomes.iter().map(|one| OutcomeEntry { id: one.id.to_string(), level: one.level }).collect(),
        force: action.force,
        gate: action.table.gate,
        owner: action.table.owner,
        serves: action.serves.to_vec(),
        related: action.related.to_vec(),
        blocked_by: action.blocked_by.to_vec(),
        message: brief::sentence(&action.message).into_owned(),
    }
}

fn lapse_entry(assessment: &Assessment<'_>, lapse: &Lapse) -> LapseEntry {
    let sources = assessment.sources();
    let span = place_span(&assessment.scene, lapse.node, true);
    let start = sources.start(span);
    LapseEntry {
        path: shortened_path(&lapse.path),
        ends: lapse.ends.to_string(),
        days: lapse.days,
        file: sources.file(span.file).name.to_string(),
        line: start.line,
        column: start.column,
    }
}
