//! Where a finding or a fact points in the files of a dossier.

use crate::assessment::Scene;
use crate::text::{NodeId, Span};

/// The span to point at: a value, or for a missing one the key of the nearest place that exists.
pub(super) fn place_span(scene: &Scene<'_>, node: NodeId, exact: bool) -> Span {
    let tree = &scene.bound.tree;
    let key = scene.bound.key(node);
    match key {
        Some(key) if !exact || !tree.entries(node).is_empty() || !tree.members(node).is_empty() => tree.span(key),
        None if !tree.entries(node).is_empty() => tree.span(tree.entries(node)[0].0),
        _ => tree.span(node),
    }
}
