//! What is there already, where an unanswered check is not simply silent.

use crate::assessment::{Finding, Reason, Scene, answered_once};
use crate::terms::Needs;

/// What is there already, in brackets.
pub(super) fn standing(scene: &Scene<'_>, finding: &Finding<'_>) -> &'static str {
    match finding.reason {
        Some(Reason::Doubt(_) | Reason::NotShown(_)) if answered_once(scene, finding) => " (answered before this version)",
        Some(Reason::NotShown(Needs::Evidenced)) => " (claimed, not shown)",
        Some(Reason::NotShown(Needs::Reviewed)) => " (stated, not reviewed)",
        Some(Reason::ReviewDue) => " (answered, due again)",
        _ => "",
    }
}
