//! The assessment: what holds of one dossier, check by check, item by item, and the verdict for a gate.
//! Pure: the same inputs give the same assessment. Every count, place and verdict is made here.

mod asked;
mod evaluate;
mod lapse;
mod outcome;
mod scene;
mod support;
pub mod training;
mod truth;
mod values;
mod verdict;
mod words;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use evaluate::{Doubt, Evaluation, Evaluator, Mode, Read};
pub use lapse::{HORIZON, Lapse};
pub use outcome::{Finding, How, Outcome, Place, Reason, assess_check};
pub use scene::Scene;
pub use support::Support;
pub use training::TrainingAction;
pub use truth::Truth;
pub use verdict::{Counts, SupportCounts, Verdict};
pub use words::{Phrase, title_case};

use crate::dossier::{Dossier, Loaded};
use crate::facts::statistics::Method;
use crate::facts::{Files, Inputs, Known, work_out};
use crate::rules::{Book, Gate, Item, Part};
use crate::text::{NodeId, Sources};

/// A dossier read into types, with its tree, before any fact is worked out.
#[derive(Debug)]
pub struct Opened {
    /// Its files.
    pub sources: Sources,
    /// The typed dossier.
    pub dossier: Dossier,
    /// The tree with facts, and the documents.
    pub known: Known,
    /// The gate that is assessed, if one was asked for or the dossier states its stage.
    pub gate: Gate,
    /// Whether the gate was asked for or stated; else it is the last one.
    pub gate_stated: bool,
    /// How many days ahead coming lapses are listed.
    pub horizon: u32,
}

/// What is asked for beside the day; what is not asked for follows from the dossier or the usual method.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked {
    /// The gate to assess; by default the stage that the dossier states.
    pub gate: Option<Gate>,
    /// How the intervals of proportions are worked out.
    pub intervals: Method,
    /// How many days ahead coming lapses are listed; by default [`HORIZON`].
    pub horizon: Option<u32>,
}

/// Works out the facts of a loaded dossier.
pub fn open(loaded: Loaded, files: &Files, book: &Book, as_of: Date, asked: Asked) -> Opened {
    let Loaded { sources, tree, dossier } = loaded;
    let stated = asked.gate.or_else(|| dossier.adopter.stage.get().copied());
    let Asked { gate, intervals, horizon } = asked;
    let inputs = Inputs { dossier: &dossier, files, tables: &book.tables, training: &book.training, as_of, gate, intervals };
    let known = work_out(tree, inputs);
    let gate = stated.unwrap_or(Gate::Decommissioning);
    Opened { sources, dossier, known, gate, gate_stated: stated.is_some(), horizon: horizon.unwrap_or(HORIZON) }
}

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
    /// Every item, in the order of the sources.
    pub items: Vec<ItemResult<'a>>,
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
}

/// Assesses an opened dossier.
pub fn assess<'a>(opened: &'a Opened, book: &'a Book, as_of: Date) -> Assessment<'a> {
    let scene = Scene::new(&opened.dossier, &opened.known, book, as_of);
    let findings: Vec<Finding<'a>> = book.checks.iter().map(|check| assess_check(&scene, check, opened.gate)).collect();
    let outcomes = findings.iter().map(|finding| (finding.check.id.as_str(), finding.outcome)).collect();
    let items = book.items.iter().map(|item| item_result(&scene, item, &outcomes)).collect();
    let switched_off = switched_off(&scene, &findings);
    let training = training::actions(&scene, &findings);
    let lapses = lapse::lapses(&scene, opened.horizon);
    let counts = Counts::of(&findings, |finding| scene.answered_once(finding));
    let verdict = Verdict::of(&counts);
    let (gate, gate_stated) = (opened.gate, opened.gate_stated);
    Assessment { scene, gate, gate_stated, findings, items, switched_off, lapses, training, counts, verdict }
}

impl<'a> Assessment<'a> {
    /// The finding of a check.
    pub fn finding(&self, id: &str) -> Option<&Finding<'a>> {
        self.findings.iter().find(|finding| finding.check.id == id)
    }
}

/// An item is as its worst part is; where it does not apply, nothing of it does, and where nobody knows, nothing fails.
fn item_result<'a>(scene: &Scene<'_>, item: &'a Item, findings: &BTreeMap<&str, Outcome>) -> ItemResult<'a> {
    let asked = asked::asked_of(scene, item).truth;
    let part = |part: &'a Part| {
        let worst = Outcome::worst(part.checks.iter().filter_map(|id| findings.get(id.as_str()).copied()));
        let outcome = match asked {
            Truth::False => Outcome::NotApplicable,
            Truth::Unknown if worst.open() => Outcome::Unknown,
            _ => worst,
        };
        PartResult { part, outcome }
    };
    let parts: Vec<PartResult<'a>> = item.parts.iter().map(part).collect();
    ItemResult { item, outcome: Outcome::worst(parts.iter().map(|part| part.outcome)), parts }
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
