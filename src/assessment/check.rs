//! Assesses one check: whether it is asked here, whether it is met, and whether that is supported as it demands.

use super::asked::asked;
use super::circumstances::Circumstances;
use super::evaluate::{circumstance, met};
use super::evaluation::{Doubt, Evaluation, Support};
use super::finding::{Finding, Reason};
use super::outcome::{How, Outcome};
use super::scene::Scene;
use super::support::{demanded, looked_at};
use super::truth::Truth;
use crate::fields::Field;
use crate::rules::{Check, Item, Naming};
use crate::terms::{Force, Gate};
use crate::text::NodeId;

/// Assesses one check, on its own.
///
/// # Panics
/// When the check is none of the book that the scene is set with.
pub fn assess_check<'a>(scene: &Scene<'a>, circumstances: &Circumstances<'a>, check: &'a Check, gate: Gate) -> Finding<'a> {
    let number = scene.book.check_number(&check.id).expect("a check of the book that the scene is set with");
    assess_numbered(scene, circumstances, number, gate)
}

/// Assesses the check with that number.
pub(super) fn assess_numbered<'a>(scene: &Scene<'a>, circumstances: &Circumstances<'a>, number: usize, gate: Gate) -> Finding<'a> {
    let (check, namings) = (&scene.book.checks[number], &scene.book.named_by[number]);
    let when = check.when.as_ref().map(|when| circumstance(scene, circumstances, when));
    let item = |naming: &'a Naming| &scene.book.items[naming.item];
    let mut by_items = Truth::from(check.force.is_some());
    let mut asking = Vec::with_capacity(namings.len());
    for naming in namings {
        let asked = asked(scene, circumstances, naming.item);
        by_items = by_items.or(asked);
        if asked != Truth::False {
            asking.push((item(naming), &*naming.parts));
        }
    }
    let mut finding = unsettled(scene, check, gate, asking);
    let item_when = |naming| item(naming).when.as_ref().map(|when| circumstance(scene, circumstances, when));
    let decided_by = |truth: Truth| when.into_iter().chain(namings.iter().filter_map(item_when)).find(|one| one.truth == truth);
    match by_items.and(when.map_or(Truth::True, |when| when.truth)) {
        Truth::False => {
            finding.outcome = Outcome::NotApplicable;
            if let Some(when) = decided_by(Truth::False) {
                let switch = |node: &NodeId| scene.bound.field(*node).is_some_and(Field::is_switch);
                finding.switched_off_by = when.reads.iter().filter_map(|read| read.node()).find(switch);
                finding.reads = when.reads.clone();
            }
        }
        Truth::Unknown => {
            let when = decided_by(Truth::Unknown);
            finding.reason = Some(Reason::Applies(when.and_then(Evaluation::doubt).unwrap_or(Doubt::Unsaid)));
            finding.reads = when.map_or(Vec::new(), |when| when.reads.clone());
        }
        Truth::True => judge(scene, check, met(scene, number), &mut finding),
    }
    finding
}

/// A finding before anything is known of its outcome: what asks for it here, its force, and whether it is due.
fn unsettled<'a>(scene: &Scene<'a>, check: &'a Check, gate: Gate, asking: Vec<(&'a Item, &'a [usize])>) -> Finding<'a> {
    let nation = scene.dossier.adopter.nation.get().copied();
    let force = asking.iter().map(|(item, _)| item.force_for(nation)).chain(check.force).max().unwrap_or(Force::Consideration);
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
        asking,
        switched_off_by: None,
    }
}

fn judge<'a>(scene: &Scene<'a>, check: &Check, found: Evaluation<'a>, finding: &mut Finding<'a>) {
    finding.support = found.support;
    finding.how = if found.computed { How::Computed } else { How::Stated };
    match found.truth {
        Truth::False => finding.outcome = Outcome::NotMet,
        Truth::Unknown => {
            let excused = found.reads.iter().all(|read| read.doubt == Some(Doubt::NotApplicable));
            if excused && !found.reads.is_empty() && check.not_applicable {
                finding.outcome = Outcome::NotApplicable;
            } else {
                finding.reason = Some(Reason::Doubt(found.doubt().unwrap_or(Doubt::Unsaid)));
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

fn review_due(scene: &Scene<'_>, check: &Check, found: &Evaluation<'_>) -> bool {
    let Some(every) = check.review_every else { return false };
    let since = every.before(scene.as_of);
    found.reads.iter().any(|read| match (looked_at(scene, read.at), since) {
        (Some(on), Some(since)) => on < since,
        _ => true,
    })
}
