//! Assesses one dossier: every check and item, what switches took away, what lapses, training, counts and the verdict.

use super::action::TrainingAction;
use super::again::answered_once;
use super::asked::asked;
use super::check::assess_numbered;
use super::circumstances::Circumstances;
use super::finding::Finding;
use super::lapse::{self, Lapse};
use super::outcome::Outcome;
use super::scene::Scene;
use super::training;
use super::truth::Truth;
use super::verdict::{Counts, Verdict};
use crate::rules::{Item, Part};
use crate::terms::Gate;
use crate::text::{NodeId, Sources};

/// The result of one part of an item.
#[derive(Debug, Clone)]
pub struct PartResult<'a> {
    /// The part.
    pub part: &'a Part,
    /// The worst of its checks.
    pub outcome: Outcome,
}

/// The result of one item.
#[derive(Debug, Clone)]
pub struct ItemResult<'a> {
    /// The item.
    pub item: &'a Item,
    /// The worst of its parts.
    pub outcome: Outcome,
    /// Whether it is asked here: by its nations and its circumstance.
    pub asked: Truth,
    /// Its parts.
    pub parts: Vec<PartResult<'a>>,
}

/// A switch that took checks away, and how many.
#[derive(Debug, Clone)]
pub struct SwitchedOff {
    /// The switch.
    pub node: NodeId,
    /// Its path.
    pub path: String,
    /// How many checks do not apply because of it.
    pub checks: usize,
}

/// The assessment of one dossier.
pub struct Assessment<'a> {
    /// What it was assessed against.
    pub scene: Scene<'a>,
    /// The gate.
    pub gate: Gate,
    /// Whether the gate was asked for or stated in the dossier.
    pub gate_stated: bool,
    /// Every check, in the order of the packs.
    pub findings: Vec<Finding<'a>>,
    /// The switches that took checks away.
    pub switched_off: Vec<SwitchedOff>,
    /// What has ended, or ends within the horizon, the first first.
    pub lapses: Vec<Lapse>,
    /// What remains to be trained.
    pub training: Vec<TrainingAction<'a>>,
    /// How many checks stand how.
    pub counts: Counts,
    /// The verdict for the gate.
    pub verdict: Verdict,
    /// Whether each item is asked here, in the order of the sources.
    asked: Vec<Truth>,
}

/// Assesses a dossier for a gate, which was stated or not; what ends is listed so many days ahead.
pub(super) fn assess(scene: Scene<'_>, (gate, gate_stated): (Gate, bool), horizon: u32) -> Assessment<'_> {
    let book = scene.book;
    let circumstances = Circumstances::new(book);
    let findings: Vec<Finding<'_>> = (0..book.checks.len()).map(|check| assess_numbered(&scene, &circumstances, check, gate)).collect();
    let asked = (0..book.items.len()).map(|item| asked(&scene, &circumstances, item)).collect();
    let switched_off = switched_off(&scene, &findings);
    let training = training::actions(&scene, &circumstances, &findings);
    let lapses = lapse::lapses(&scene, horizon);
    let counts = Counts::of(&findings, |finding| answered_once(&scene, finding));
    let verdict = Verdict::of(&counts);
    Assessment { scene, gate, gate_stated, findings, switched_off, lapses, training, counts, verdict, asked }
}

impl<'a> Assessment<'a> {
    /// The files of the dossier.
    pub fn sources(&self) -> &'a Sources {
        self.scene.sources
    }

    /// What became of every item, in the order of the sources; not every report tells it.
    pub fn items(&self) -> impl Iterator<Item = ItemResult<'a>> {
        self.asked().map(|(item, asked)| {
            let parts: Vec<PartResult<'a>> = item.parts.iter().map(|part| PartResult { part, outcome: self.part(part, asked) }).collect();
            ItemResult { item, outcome: Outcome::worst(parts.iter().map(|part| part.outcome)), asked, parts }
        })
    }

    /// Every item, in the order of the sources, and whether it is asked here.
    pub fn asked(&self) -> impl Iterator<Item = (&'a Item, Truth)> {
        self.scene.book.items.iter().zip(self.asked.iter().copied())
    }

    /// What became of a part of an item that is asked or not: it is as its worst check is; where the item does not apply, it does
    /// not, and where nobody knows, it does not fail.
    pub fn part(&self, part: &Part, asked: Truth) -> Outcome {
        let worst = Outcome::worst(part.numbers.iter().map(|check| self.findings[*check].outcome));
        match asked {
            Truth::False => Outcome::NotApplicable,
            Truth::Unknown if worst.open() => Outcome::Unknown,
            _ => worst,
        }
    }

    /// The finding of a check.
    pub fn finding(&self, id: &str) -> Option<&Finding<'a>> {
        self.findings.iter().find(|finding| finding.check.id == id)
    }
}

fn switched_off(scene: &Scene<'_>, findings: &[Finding<'_>]) -> Vec<SwitchedOff> {
    let mut switches: Vec<SwitchedOff> = Vec::new();
    for node in findings.iter().filter_map(|finding| finding.switched_off_by) {
        match switches.iter_mut().find(|switch| switch.node == node) {
            Some(switch) => switch.checks += 1,
            None => switches.push(SwitchedOff { node, path: crate::text::write_path(&scene.path(node)), checks: 1 }),
        }
    }
    switches
}
