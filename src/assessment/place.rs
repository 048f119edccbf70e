//! Where a finding points.

use super::evaluation::{At, Read};
use super::finding::Finding;
use super::scene::Scene;
use crate::text::{NodeId, Segment, write_path};

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

/// Where a finding points: the first place that decided it; a fact points at its first input.
pub fn place(scene: &Scene<'_>, finding: &Finding<'_>) -> Place {
    finding.reads.first().map_or_else(|| nowhere(scene), |read| place_of(scene, read))
}

/// Where a read points.
pub fn place_of(scene: &Scene<'_>, read: &Read<'_>) -> Place {
    match read.at {
        At::Known(fact) => match fact.from.first() {
            Some(input) => Place { node: *input, exact: true, path: write_path(&scene.path(*input)) },
            None => nowhere(scene),
        },
        At::Facts => missing_input(scene, &read.missing),
        At::Said(node) => {
            let mut path = scene.path(node);
            path.extend(read.missing.iter().cloned());
            Place { node, exact: read.missing.is_empty(), path: write_path(&path) }
        }
    }
}

fn nowhere(scene: &Scene<'_>) -> Place {
    Place { node: scene.bound.tree.root, exact: false, path: String::new() }
}

/// The place in the dossier that a list of facts would come from: the same path without `facts`.
fn missing_input(scene: &Scene<'_>, path: &[Segment]) -> Place {
    let held = (0..=path.len()).rev().find_map(|length| scene.find(&path[..length]));
    Place { node: held.unwrap_or(scene.bound.tree.root), exact: false, path: write_path(path) }
}
