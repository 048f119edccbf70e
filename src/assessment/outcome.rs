//! The outcome of one check: met, not met, unknown or not applicable; how, how well supported, and why.

use super::asked::{AskedOf, asked_of};
use super::evaluate::{Doubt, Evaluation, Evaluator, Mode, Read};
use super::scene::Scene;
use super::support::Support;
use super::truth::Truth;
use crate::rules::{Check, Item};
use crate::terms::{Force, Gate, Needs, Severity, choice};
use crate::text::{NodeId, Segment, write_path};

choice! {
    /// What became of a check, a part or an item; the worst comes first.
    Outcome {
        /// It does not hold.
        NotMet = "not-met",
        /// Nobody has said, or it is not shown.
        Unknown = "unknown",
        /// It holds.
        Met = "met",
        /// It is not asked of this product.
        NotApplicable = "not-applicable",
    }
}

choice! {
    /// Whether an answer was given or worked out.
    How {
        /// The dossier says so.
        Stated = "stated",
        /// The program worked it out from what the dossier says.
        Computed = "computed",
    }
}

impl Outcome {
    /// The worst of several; not applicable only if all are.
    pub fn worst(outcomes: impl IntoIterator<Item = Outcome>) -> Outcome {
        outcomes.into_iter().min().unwrap_or(Outcome::Unknown)
    }

    /// Whether something is still to be done.
    pub fn open(self) -> bool {
        matches!(self, Outcome::NotMet | Outcome::Unknown)
    }

    /// The outcome in words for a reader.
    pub fn words(self) -> &'static str {
        match self {
            Outcome::NotMet => "not met",
            Outcome::Unknown => "unanswered",
            Outcome::Met => "met",
            Outcome::NotApplicable => "does not apply",
        }
    }
}

/// Why a check is unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A place that it read says nothing that decides it.
    Doubt(Doubt),
    /// It cannot be told whether the check applies.
    Applies(Doubt),
    /// It is said, but not supported as the check demands.
    NotShown(Needs),
    /// It was true once, and is due to be looked at again.
    ReviewDue,
}

/// The result of one check.
#[derive(Debug, Clone)]
pub struct Finding<'a> {
    /// The check.
    pub check: &'a Check,
    /// What became of it.
    pub outcome: Outcome,
    /// Whether its answer was given or worked out.
    pub how: How,
    /// The support of its answer, when it is met or would be.
    pub support: Support,
    /// Why it is unknown.
    pub reason: Option<Reason>,
    /// The places that decided it.
    pub reads: Vec<Read>,
    /// The strongest force among the items that apply.
    pub force: Force,
    /// What it means for the decision when open.
    pub severity: Severity,
    /// Whether it is due at the gate asked for.
    pub due: bool,
    /// The items that ask for it here.
    pub items: Vec<&'a Item>,
    /// The question parts of these that it answers, such as `A3-01b`.
    pub parts: Vec<String>,
    /// The switch that took it away, when it does not apply.
    pub switched_off_by: Option<NodeId>,
}

impl Finding<'_> {
    /// Whether something is still to be done, now.
    pub fn open_now(&self) -> bool {
        self.due && self.outcome.open()
    }

    /// The keys of the list members that fail, sorted.
    pub fn members(&self) -> Vec<String> {
        let mut members: Vec<String> = self.reads.iter().filter_map(|read| read.member.clone()).collect();
        members.sort();
        members.dedup();
        members
    }
}

/// Assesses one check, on its own.
pub fn assess_check<'a>(scene: &Scene<'a>, check: &'a Check, gate: Gate) -> Finding<'a> {
    let named: Vec<(&'a Item, &'a [usize], AskedOf)> =
        scene.book.items_of(&check.id).map(|(item, parts)| (item, parts, asked_of(scene, item))).collect();
    let when = check.when.as_ref().map(|when| Evaluator { scene, mode: Mode::When, kinds: &[], questions: &[] }.evaluate(when));
    let by_items = named.iter().fold(Truth::from(check.force.is_some()), |truth, (_, _, asked)| truth.or(asked.truth));
    let applies = by_items.and(when.as_ref().map_or(Truth::True, |when| when.truth));
    let mut finding = unsettled(scene, check, gate, &named);
    let decided_by =
        |truth: Truth| when.iter().chain(named.iter().filter_map(|(_, _, asked)| asked.when.as_ref())).find(|one| one.truth == truth);
    match applies {
        Truth::False => {
            finding.outcome = Outcome::NotApplicable;
            if let Some(when) = decided_by(Truth::False) {
                finding.switched_off_by = when.reads.iter().map(|read| read.node).find(|node| is_switch(scene, *node));
                finding.reads = when.reads.clone();
            }
        }
        Truth::Unknown => {
            let when = decided_by(Truth::Unknown);
            finding.reason = Some(Reason::Applies(when.and_then(doubt).unwrap_or(Doubt::Unsaid)));
            finding.reads = when.map_or(Vec::new(), |when| when.reads.clone());
        }
        Truth::True => {
            let asks = named.iter().flat_map(|(item, parts, _)| parts.iter().map(|at| item.parts[*at].asks.as_str()));
            let questions: Vec<&str> = std::iter::once(check.asks.as_str()).chain(asks).collect();
            let evaluator = Evaluator { scene, mode: Mode::Met, kinds: &check.evidence, questions: &questions };
            judge(scene, check, evaluator.evaluate(&check.met), &mut finding);
        }
    }
    finding
}

/// A finding before anything is known of its outcome: the items that ask for it here, its force, and whether it is due.
fn unsettled<'a>(scene: &Scene<'a>, check: &'a Check, gate: Gate, named: &[(&'a Item, &'a [usize], AskedOf)]) -> Finding<'a> {
    let asking = || named.iter().filter(|(_, _, asked)| asked.truth != Truth::False);
    let nation = scene.dossier.adopter.nation.get().copied();
    let force = asking().map(|(item, _, _)| item.force_for(nation)).chain(check.force).max().unwrap_or(Force::Consideration);
    Finding {
        check,
        outcome: Outcome::Unknown,
        how: How::Stated,
        support: Support::Asserted,
        reason: None,
        reads: Vec::new(),
        force,
        severity: force.severity(),
        due: check.gate <= gate && check.until.is_none_or(|until| gate <= until),
        items: asking().map(|(item, _, _)| *item).collect(),
        parts: asking().flat_map(|(item, parts, _)| parts.iter().map(|at| item.part_id(*at))).collect(),
        switched_off_by: None,
    }
}

fn judge(scene: &Scene<'_>, check: &Check, found: Evaluation, finding: &mut Finding<'_>) {
    finding.support = found.support;
    finding.how = if found.computed { How::Computed } else { How::Stated };
    match found.truth {
        Truth::False => finding.outcome = Outcome::NotMet,
        Truth::Unknown => {
            let excused = found.reads.iter().all(|read| read.doubt == Some(Doubt::NotApplicable));
            if excused && !found.reads.is_empty() && check.not_applicable {
                finding.outcome = Outcome::NotApplicable;
            } else {
                finding.reason = Some(Reason::Doubt(doubt(&found).unwrap_or(Doubt::Unsaid)));
            }
        }
        Truth::True => match check.needs {
            Some(needs) if found.support < demanded(needs) => finding.reason = Some(Reason::NotShown(needs)),
            _ if review_due(scene, check, &found) => finding.reason = Some(Reason::ReviewDue),
            _ => finding.outcome = Outcome::Met,
        },
    }
    finding.reads = found.reads;
}

fn demanded(needs: Needs) -> Support {
    match needs {
        Needs::Evidenced => Support::Evidenced,
        Needs::Reviewed => Support::Reviewed,
    }
}

fn review_due(scene: &Scene<'_>, check: &Check, found: &Evaluation) -> bool {
    let Some(every) = check.review_every else { return false };
    let since = scene.as_of.checked_sub(every).ok();
    found.reads.iter().any(|read| match (scene.looked_at(read.node), since) {
        (Some(on), Some(since)) => on < since,
        _ => true,
    })
}

fn doubt(found: &Evaluation) -> Option<Doubt> {
    found.reads.iter().find_map(|read| read.doubt.clone())
}

fn is_switch(scene: &Scene<'_>, node: NodeId) -> bool {
    crate::dossier::schema::field_at(&scene.path(node)).is_some_and(|field| field.relations.contradicted_by.is_some())
}

/// The place of a finding.
#[derive(Debug, Clone)]
pub struct Place {
    /// The node to point at.
    pub node: NodeId,
    /// Whether it is the place itself; else the nearest place that exists.
    pub exact: bool,
    /// The path of the place, or of what to add.
    pub path: String,
}

impl Scene<'_> {
    /// Where a finding points: the first place that decided it; a fact points at its first input.
    pub fn place(&self, finding: &Finding<'_>) -> Place {
        match finding.reads.first() {
            Some(read) => self.place_of(read),
            None => Place { node: self.known.tree.root, exact: false, path: String::new() },
        }
    }

    /// Where a read points.
    pub fn place_of(&self, read: &Read) -> Place {
        if let Some(note) = self.known.notes.get(&read.node) {
            return match note.from.first() {
                Some(input) => Place { node: *input, exact: true, path: write_path(&self.path(*input)) },
                None => Place { node: self.known.tree.root, exact: false, path: String::new() },
            };
        }
        let mut path = self.path(read.node);
        let in_facts = matches!(path.first(), Some(Segment::Field(first)) if first == "facts");
        path.extend(read.missing.iter().cloned());
        if in_facts {
            return self.missing_input(&path[1..]);
        }
        Place { node: read.node, exact: read.missing.is_empty(), path: write_path(&path) }
    }

    /// The place in the dossier that a list of facts would come from: the same path without `facts`.
    fn missing_input(&self, path: &[Segment]) -> Place {
        let held = (0..=path.len()).rev().find_map(|length| self.find(&path[..length]).map(|node| (node, length)));
        let (node, _) = held.unwrap_or((self.known.tree.root, 0));
        Place { node, exact: false, path: write_path(path) }
    }
}
