//! What ends: every answer that says until when something holds, where that day has passed or lies within the horizon.

use std::collections::HashSet;

use jiff::civil::Date;

use super::scene::Scene;
use crate::dossier::Place;
use crate::fields::{Day, Scalar};
use crate::terms::{Keeper, parse_date};
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
    let mut found: Vec<Lapse> = scene.bound.nodes().filter_map(|node| lapse(scene, node, horizon)).collect();
    found.sort_by(|a, b| (a.ends, &a.path).cmp(&(b.ends, &b.path)));
    let named: HashSet<(Date, &str)> =
        found.iter().flat_map(|one| documents_around(scene, one.node).map(move |id| (one.ends, id))).collect();
    let twin = |lapse: &Lapse| {
        let document = lapse.path.strip_prefix("evidence.").and_then(|rest| rest.strip_suffix(".expires"));
        document.is_some_and(|id| named.contains(&(lapse.ends, id)))
    };
    let twins: Vec<bool> = found.iter().map(twin).collect();
    found.iter_mut().zip(twins).for_each(|(lapse, twin)| lapse.twin = twin);
    found
}

fn lapse(scene: &Scene<'_>, node: NodeId, horizon: u32) -> Option<Lapse> {
    let field = scene.bound.field(node).filter(|field| field.relations.day == Day::Ends)?;
    let dates = matches!(scene.bound.place(node), Place::Leaf(leaf) if leaf.scalar == Scalar::Date);
    let tree = &scene.bound.tree;
    let ends = parse_date(tree.text(tree.child(node, "is").unwrap_or(node)).filter(|_| dates)?)?;
    let days = (ends - scene.as_of).get_days();
    let near = i64::from(days) <= i64::from(horizon);
    near.then(|| Lapse { node, path: write_path(&scene.path(node)), ends, days, keeper: field.keeper, twin: false })
}

/// The documents named at an answer or at the record that it stands in.
fn documents_around<'a>(scene: &'a Scene<'_>, node: NodeId) -> impl Iterator<Item = &'a str> {
    let around = [Some(node), scene.bound.parent(node)];
    around.into_iter().flatten().flat_map(|at| scene.bound.documents(at))
}
