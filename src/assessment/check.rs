//! Assesses one check: whether it is asked here, whether it is met, and whether that is supported as it demands.

use super::asked::{AskedOf, asked_of};
use super::circumstances::Circumstances;
use super::evaluate::{circumstance, met};
use super::evaluation::{Doubt, Evaluation, Support};
use super::finding::{Finding, Reason};
use super::outcome::{How, Outcome};
use super::scene::Scene;
use super::support::{demanded, looked_at};
use super::truth::Truth;
use crate::fields::Field;
use crate::rules::{Check, Item};
use crate::terms::{Force, Gate};
use crate::text::NodeId;

/// Assesses one check, on its own.
pub fn assess_check<'a>(scene: &Scene<'a>, circumstances: &Circumstances<'a>, check: &'a Check, gate: Gate) -> Finding<'a> {
    let named: Vec<Named<'_, 'a>> =
        scene.book.items_of(&check.id).map(|(item, parts)| Named { item, parts, asked: asked_of(scene, circumstances, item) }).collect();
    let when = check.when.as_ref().map(|when| circumstance(scene, circumstances, when));
    let by_items = named.iter().fold(Truth::from(check.force.is_some()), |truth, named| truth.or(named.asked.truth));
    let applies = by_items.and(when.map_or(Truth::True, |when| when.truth));
    let mut finding = unsettled(scene, check, gate, &named);
    let decided_by =
        |truth: Truth| when.into_iter().chain(named.iter().filter_map(|named| named.asked.when)).find(|one| one.truth == truth);
    match applies {
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
        Truth::True => {
            let asks = named.iter().flat_map(|named| named.parts.iter().map(|at| named.item.parts[*at].asks.as_str()));
            let questions: Vec<&str> = std::iter::once(check.asks.as_str()).chain(asks).collect();
            judge(scene, check, met(scene, &check.met, &check.evidence, &questions), &mut finding);
        }
    }
    finding
}

/// An item that names a check, the parts that do, and whether it is asked here.
struct Named<'s, 'a> {
    item: &'a Item,
    parts: &'a [usize],
    asked: AskedOf<'s, 'a>,
}

/// A finding before anything is known of its outcome: the items that ask for it here, its force, and whether it is due.
fn unsettled<'a>(scene: &Scene<'a>, check: &'a Check, gate: Gate, named: &[Named<'_, 'a>]) -> Finding<'a> {
    let asking = || named.iter().filter(|named| named.asked.truth != Truth::False);
    let nation = scene.dossier.adopter.nation.get().copied();
    let force = asking().map(|named| named.item.force_for(nation)).chain(check.force).max().unwrap_or(Force::Consideration);
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
        items: asking().map(|named| named.item).collect(),
        parts: asking().flat_map(|named| named.parts.iter().map(|at| named.item.part_id(*at))).collect(),
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
    let since = scene.as_of.checked_sub(every).ok();
    found.reads.iter().any(|read| match (looked_at(scene, read.at), since) {
        (Some(on), Some(since)) => on < since,
        _ => true,
    })
}
