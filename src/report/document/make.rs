//! Makes the rows of a report for programs: each is written as soon as it is made, and borrows until then.

use super::about::{adopter, gates, people, product, said_at};
use super::answers::List;
use super::facts::{Facts, Reasons, Refers};
use super::findings::of_dossier;
use super::groups::{From, Groups};
use super::opening::{counts, coverage, opening};
use super::parts::parts;
use super::reads::{Path, nothing_said, reads};
use super::register::{DocumentRow, document_rows};
use super::row::{FileRow, LapseRow, Row, SwitchRow, TrainingRow};
use crate::assessment::{Answers, Assessment, Lapse, Scene, SwitchedOff, TrainingAction};
use crate::report::brief;
use crate::report::compact::compact;
use crate::report::wish::Wish;
use crate::rules::Book;
use crate::text::NodeId;

/// What a row says of where its dossier comes from.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'s> {
    /// The id of the dossier.
    pub id: &'s str,
    /// The main file, as it was named.
    pub file: &'s str,
    /// The SHA-256 of each of its files, as far as they are known.
    pub digests: &'s [String],
}

/// Makes the rows of one run.
#[derive(Debug)]
pub struct Rows {
    reads: Vec<Vec<Path>>,
}

impl Rows {
    /// For dossiers that are assessed with this book.
    pub fn new(book: &Book) -> Rows {
        Rows { reads: book.checks.iter().map(|check| reads(book, check)).collect() }
    }

    /// The row of one dossier, as compact JSON.
    pub fn row(&self, origin: Origin<'_>, assessment: &Assessment<'_>, wish: &Wish) -> Vec<u8> {
        let scene = &assessment.scene;
        let nothing_said = assessment.findings.iter().zip(&self.reads).map(|(finding, reads)| nothing_said(scene, finding, reads));
        let nothing_said: Vec<Option<NodeId>> = nothing_said.collect();
        let (mut nodes, mut reasons) = (Vec::new(), Reasons::default());
        if wish.whole() {
            reasons.gather(&scene.known.facts, &mut |node| nodes.push(node));
        }
        nodes.extend(assessment.lapses.iter().map(|lapse| lapse.node));
        nodes.extend(assessment.switched_off.iter().map(|switch| switch.node));
        nodes.extend(nothing_said.iter().flatten().filter(|node| **node != scene.bound.tree.root));
        let told = assessment.findings.iter().zip(&nothing_said).filter(|(_, nothing)| nothing.is_none());
        let answers = Answers::of(scene, told.flat_map(|(finding, _)| &finding.reads), nodes.into_iter());
        let dossier = of_dossier(origin.id);
        let from = From { assessment, answers: &answers, nothing_said: &nothing_said, dossier };
        let groups = Groups::of(&from, wish, &mut reasons);
        let documents = document_rows(scene, &mut reasons);
        compact(&made((origin, assessment, wish), Refers { answers: &answers, reasons: &reasons }, groups, documents))
    }
}

type Of<'s> = (Origin<'s>, &'s Assessment<'s>, &'s Wish);

fn made<'s>((origin, assessment, wish): Of<'s>, refers: Refers<'s>, groups: Groups<'s>, documents: Vec<DocumentRow<'s>>) -> Row<'s> {
    let (scene, answers) = (&assessment.scene, refers.answers);
    let files = scene.sources.files().enumerate();
    let whole = wish.whole() && !wish.due;
    let tree = &scene.bound.tree;
    let purpose = tree.child(tree.root, "intended_purpose");
    let planned_use = purpose.and_then(|purpose| tree.child(purpose, "planned_use"));
    Row {
        id: origin.id,
        file: origin.file,
        files: files.map(|(at, file)| FileRow { name: &file.name, sha256: origin.digests.get(at).map(|one| &**one) }).collect(),
        product: product(scene),
        adopter: adopter(scene),
        people: people(scene),
        purpose: below(scene, answers, purpose, planned_use),
        planned_use: below(scene, answers, planned_use, None),
        gates: gates(scene),
        verdict: assessment.verdict,
        gate: assessment.gate,
        gate_stated: assessment.gate_stated,
        counts: counts(assessment),
        headline: opening(assessment, wish),
        coverage: coverage(scene),
        answers: List { scene, answers, shown: (!whole).then(|| groups.shown(answers)) },
        documents,
        findings: groups.open,
        met: groups.met,
        not_applicable: groups.not_applicable,
        parts: parts(assessment),
        reasons: refers.reasons.list.iter().map(|reason| brief::sentence(reason)).collect(),
        facts: wish.whole().then_some(Facts { scene, refers }),
        training: training(assessment, wish),
        switches: switches(assessment, answers),
        lapses: assessment.lapses.iter().filter_map(|lapse| lapse_row(scene, answers, lapse)).collect(),
    }
}

fn switches(assessment: &Assessment<'_>, answers: &Answers<'_>) -> Vec<SwitchRow> {
    let row = |switch: &SwitchedOff| Some(SwitchRow { answer: answers.number(switch.node)?, checks: switch.checks });
    assessment.switched_off.iter().filter_map(row).collect()
}

/// The answers below a field, but not those below a second one.
fn below(scene: &Scene<'_>, answers: &Answers<'_>, field: Option<NodeId>, without: Option<NodeId>) -> Vec<u32> {
    let tree = &scene.bound.tree;
    let (mut found, mut left): (Vec<u32>, Vec<NodeId>) = (Vec::new(), field.into_iter().collect());
    while let Some(node) = left.pop() {
        if Some(node) == without {
            continue;
        }
        match answers.number(node).filter(|number| answers.entries[*number as usize].says_something()) {
            Some(number) => found.push(number),
            None => {
                left.extend(tree.entries(node).iter().map(|(_, value)| *value).filter(|value| scene.bound.field(*value).is_some()));
                left.extend(tree.members(node));
            }
        }
    }
    found.sort_unstable();
    found
}

fn training<'s>(assessment: &'s Assessment<'_>, wish: &Wish) -> Vec<TrainingRow<'s>> {
    let row = |action: &'s TrainingAction<'_>| TrainingRow {
        table: &action.table.table.id,
        programme: action.programme.as_deref().map(brief::name),
        group: brief::name(&action.group),
        archetypes: &action.archetypes,
        trained: action.trained,
        headcount: action.headcount,
        outcomes: action.outcomes.iter().map(|one| &*one.id).collect(),
        force: action.force,
        related: &action.related,
        blocked_by: &action.blocked_by,
        message: brief::sentence(&action.message),
    };
    assessment.training.iter().filter(|action| wish.trains(action.table, assessment.gate)).map(row).collect()
}

fn lapse_row<'s>(scene: &'s Scene<'_>, answers: &Answers<'_>, lapse: &Lapse) -> Option<LapseRow<'s>> {
    let document = scene.bound.parent(lapse.node).filter(|node| scene.known.register.documents.iter().any(|one| one.node == *node));
    let title = document.and_then(|node| scene.bound.tree.child(node, "title")).and_then(|title| said_at(scene, title));
    Some(LapseRow {
        answer: answers.number(lapse.node)?,
        title,
        ends: lapse.ends.to_string(),
        days: lapse.days,
        renews: lapse.keeper,
        twin: lapse.twin,
    })
}
