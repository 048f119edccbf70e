//! What ends: every answer that says until when something holds, where that day has passed or lies within the horizon.

use crate::terms::{Keeper, parse_date};
use jiff::civil::Date;

use super::scene::Scene;
use crate::dossier::schema::field_at;
use crate::fields::{Scalar, Shape};
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
    /// Who keeps it, and so must renew it.
    pub keeper: Keeper,
    /// Whether it is a document named by an answer that ends on the same day.
    pub twin: bool,
}

/// Everything that has ended, or ends within so many days, by its day and then its path.
pub(super) fn lapses(scene: &Scene<'_>, horizon: u32) -> Vec<Lapse> {
    let mut found: Vec<Lapse> = scene.dated("expires").chain(scene.dated("ends")).filter_map(|node| one(scene, node, horizon)).collect();
    found.sort_by(|a, b| (a.ends, &a.path).cmp(&(b.ends, &b.path)));
    let named: Vec<(Date, Vec<String>)> = found.iter().map(|one| (one.ends, named_around(scene, one.node))).collect();
    for lapse in &mut found {
        let document = lapse.path.strip_prefix("evidence.").and_then(|rest| rest.strip_suffix(".expires"));
        lapse.twin = document.is_some_and(|id| named.iter().any(|(ends, ids)| *ends == lapse.ends && ids.iter().any(|one| one == id)));
    }
    found
}

fn one(scene: &Scene<'_>, node: NodeId, horizon: u32) -> Option<Lapse> {
    let tree = &scene.known.tree;
    let ends = parse_date(tree.text(tree.child(node, "is").unwrap_or(node))?)?;
    let days = (ends - scene.as_of).get_days();
    let near = i64::from(days) <= i64::from(horizon);
    near.then(|| {
        let path = scene.path(node);
        let keeper = field_at(&path).map_or(Keeper::Both, |field| field.keeper);
        Lapse { node, path: write_path(&path), ends, days, keeper, twin: false }
    })
}

/// The documents named at an answer or at the record that it stands in.
fn named_around(scene: &Scene<'_>, node: NodeId) -> Vec<String> {
    let around = [Some(node), scene.outline.parent(node)];
    around.into_iter().flatten().flat_map(|at| scene.documents(at)).collect()
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
