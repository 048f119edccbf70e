//! The outcome of one check: met, not met, unknown or not applicable; how, how well supported, and why.

use super::evaluate::{Doubt, Evaluation, Evaluator, Mode, Read};
use super::scene::Scene;
use super::support::Support;
use super::truth::Truth;
use crate::dossier::adopter::Nation;
use crate::dossier::answer::choice;
use crate::rules::{Check, Force, Gate, Item, Needs, Severity};
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
    /// The question parts it answers, such as `A3-01b`.
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
    let items: Vec<(&Item, Vec<usize>)> = scene.book.items_of(&check.id).collect();
    let parts = items.iter().flat_map(|(item, parts)| parts.iter().map(|at| item.part_id(*at))).collect();
    let questions: Vec<&str> = std::iter::once(check.asks.as_str())
        .chain(items.iter().flat_map(|(item, parts)| parts.iter().map(|at| item.parts[*at].asks.as_str())))
        .collect();
    let nation = scene.dossier.adopter.nation.get().copied();
    let applying: Vec<&(&Item, Vec<usize>)> = items.iter().filter(|(item, _)| in_nation(item, nation) != Truth::False).collect();
    let force = applying.iter().map(|(item, _)| item.force).chain(check.force).max().unwrap_or(Force::Consideration);
    let due = check.gate <= gate && check.until.is_none_or(|until| gate <= until);
    let mut finding = Finding {
        check,
        outcome: Outcome::Unknown,
        how: How::Stated,
        support: Support::Asserted,
        reason: None,
        reads: Vec::new(),
        force,
        severity: force.severity(),
        due,
        parts,
        switched_off_by: None,
    };
    let by_items = items.iter().fold(Truth::from(check.force.is_some()), |truth, (item, _)| truth.or(in_nation(item, nation)));
    let when = check.when.as_ref().map(|when| Evaluator { scene, mode: Mode::When, kinds: &[], questions: &[] }.evaluate(when));
    match by_items.and(when.as_ref().map_or(Truth::True, |when| when.truth)) {
        Truth::False => {
            finding.outcome = Outcome::NotApplicable;
            if let Some(when) = when.filter(|when| when.truth == Truth::False) {
                finding.switched_off_by = when.reads.iter().map(|read| read.node).find(|node| is_switch(scene, *node));
                finding.reads = when.reads;
            }
        }
        Truth::Unknown => {
            let when = when.filter(|when| when.truth == Truth::Unknown);
            finding.reason = Some(Reason::Applies(when.as_ref().and_then(doubt).unwrap_or(Doubt::Unsaid)));
            finding.reads = when.map_or(Vec::new(), |when| when.reads);
        }
        Truth::True => {
            let evaluator = Evaluator { scene, mode: Mode::Met, kinds: &check.evidence, questions: &questions };
            judge(scene, check, evaluator.evaluate(&check.met), &mut finding);
        }
    }
    finding
}

fn judge(scene: &Scene<'_>, check: &Check, found: Evaluation, finding: &mut Finding<'_>) {
    finding.support = found.support;
    finding.how = if found.computed { How::Computed } else { How::Stated };
    match found.truth {
        Truth::False => finding.outcome = Outcome::NotMet,
        Truth::Unknown => {
            let doubt = doubt(&found);
            if doubt == Some(Doubt::NotApplicable) && check.not_applicable {
                finding.outcome = Outcome::NotApplicable;
            } else {
                finding.reason = Some(Reason::Doubt(doubt.unwrap_or(Doubt::Unsaid)));
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

/// Whether an item applies in the adopter's nation.
fn in_nation(item: &Item, nation: Option<Nation>) -> Truth {
    match nation {
        _ if item.nations.is_empty() => Truth::True,
        None => Truth::Unknown,
        Some(nation) => Truth::from(item.nations.contains(&nation)),
    }
}

fn is_switch(scene: &Scene<'_>, node: NodeId) -> bool {
    crate::dossier::schema::field_at(&scene.path(node)).is_some_and(|field| field.contradicted_by.is_some())
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
