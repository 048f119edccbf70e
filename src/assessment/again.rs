//! Whether an unanswered question was answered once: for an earlier version, or so long ago that it is due again.

use super::evaluation::Doubt;
use super::finding::{Finding, Reason};
use super::outcome::Outcome;
use super::scene::Scene;
use crate::facts::Standing;
use crate::terms::{EquivalentFor, Needs, parse_date};
use crate::text::NodeId;

/// Whether an unanswered finding was answered once.
pub fn answered_once(scene: &Scene<'_>, finding: &Finding<'_>) -> bool {
    let Some(released) = scene.versions.released(EquivalentFor::Judgements) else { return false };
    let bound = scene.bound;
    let before = |at: NodeId| bound.tree.child_text(at, "on").and_then(parse_date).is_some_and(|on| on < released);
    let reviewed = |node: NodeId| bound.chain(node).filter_map(|at| bound.tree.child(at, "reviewed")).any(before);
    let outlived = |id: &str| {
        let standing = scene.known.register.document(id).map(|document| &document.standing);
        matches!(standing, Some(Standing::Expired(_) | Standing::OtherVersion(_)))
    };
    let documented = |node: NodeId| bound.chain(node).any(|at| bound.documents(at).any(outlived));
    let mut nodes = finding.reads.iter().filter_map(|read| read.node());
    finding.outcome == Outcome::Unknown
        && match finding.reason {
            Some(Reason::ReviewDue) => true,
            Some(Reason::Doubt(Doubt::Judgement(_) | Doubt::Ahead(_))) => nodes.any(before),
            Some(Reason::NotShown(Needs::Reviewed)) => nodes.any(|node| before(node) || reviewed(node)),
            Some(Reason::NotShown(Needs::Evidenced)) => nodes.any(documented),
            _ => false,
        }
}
