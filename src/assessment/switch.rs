//! Why a switch that reads as false does not count as such in a circumstance.

use super::evaluation::{Doubt, Support};
use super::kinds::Kinds;
use super::said::{Answers, Said};
use super::scene::Scene;
use super::spot::{Here, Spot};
use super::support::support_at;
use super::values::holds_value;
use crate::rules::FieldRead;

/// Why a false switch does not count: something contradicts it, or the adopter has not reviewed it; none if it counts.
pub(super) fn switch_doubt<'a>(
    scene: &Scene<'a>,
    answers: &Answers<'_, 'a>,
    field: &'a FieldRead,
    spot: Spot<'_, 'a>,
) -> Option<Doubt<'a>> {
    let bound = scene.bound;
    let (Here::Node(node), Said::Value(value)) = (spot.here, answers.said(spot)) else { return None };
    if bound.tree.text(value) != Some("false") {
        return None;
    }
    let contradicts = |route: &[usize]| {
        let found = route.iter().try_fold(bound.tree.root, |at, index| bound.slot(at, *index));
        found.is_some_and(|found| holds_value(&bound.tree, found, false))
    };
    if let Some(held) = field.switch.iter().flat_map(|all| all.iter()).find(|held| contradicts(&held.route)) {
        return Some(Doubt::Contradicted(&held.path));
    }
    let reviewed = support_at(scene, node, Kinds::of(&[])) == Support::Reviewed;
    let once = || bound.chain(node).any(|at| bound.tree.child(at, "reviewed").is_some());
    (!reviewed).then(|| Doubt::Unreviewed { once: once() })
}
