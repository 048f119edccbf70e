//! What ends: every answer that says until when something holds, where that day has passed or lies within the horizon.

use jiff::civil::Date;

use super::scene::Scene;
use crate::dossier::answer::parse_date;
use crate::dossier::schema::{Scalar, Shape};
use crate::text::{NodeId, write_path};

/// How many days ahead lapses are listed unless told otherwise: a quarter of a year, a house choice.
pub const HORIZON: u32 = 90;

/// One thing that ends.
#[derive(Debug, Clone)]
pub struct Lapse {
    /// The answer that says so.
    pub node: NodeId,
    /// Its path.
    pub path: String,
    /// The last day on which it holds.
    pub ends: Date,
    /// How many days are left; below zero when it has ended.
    pub days: i32,
}

/// Everything that has ended, or ends within so many days, by its day and then its path.
pub(super) fn lapses(scene: &Scene<'_>, horizon: u32) -> Vec<Lapse> {
    let mut found: Vec<Lapse> = scene.dated("expires").chain(scene.dated("ends")).filter_map(|node| one(scene, node, horizon)).collect();
    found.sort_by(|a, b| (a.ends, &a.path).cmp(&(b.ends, &b.path)));
    found
}

fn one(scene: &Scene<'_>, node: NodeId, horizon: u32) -> Option<Lapse> {
    let tree = &scene.known.tree;
    let ends = parse_date(tree.text(tree.child(node, "is").unwrap_or(node))?)?;
    let days = (ends - scene.as_of).get_days();
    let near = i64::from(days) <= i64::from(horizon);
    near.then(|| Lapse { node, path: write_path(&scene.path(node)), ends, days })
}

impl Scene<'_> {
    /// Every answer of that name that is a date; what was worked out from it is not counted again.
    fn dated(&self, name: &'static str) -> impl Iterator<Item = NodeId> + '_ {
        let tree = &self.known.tree;
        tree.ids().filter(move |node| {
            let date = matches!(self.shape(*node), Some(Shape::Leaf(leaf)) if leaf.scalar == Scalar::Date);
            let stated = date && !self.known.notes.contains_key(node);
            stated && self.outline.key(*node).and_then(|key| tree.text(key)) == Some(name)
        })
    }
}
