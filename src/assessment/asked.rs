//! Whether an item of a source is asked of this dossier: its nations and its circumstance.

use super::circumstances::Circumstances;
use super::evaluate::circumstance;
use super::evaluation::Evaluation;
use super::scene::Scene;
use super::truth::Truth;
use crate::rules::Item;

/// Whether one item is asked, and what decided it.
pub(super) struct AskedOf<'s, 'a> {
    /// Whether it is asked.
    pub truth: Truth,
    /// What became of its circumstance, where it has one.
    pub when: Option<&'s Evaluation<'a>>,
}

/// Whether an item applies in the adopter's nation and in its circumstance.
pub(super) fn asked_of<'s, 'a>(scene: &Scene<'a>, circumstances: &'s Circumstances<'a>, item: &'a Item) -> AskedOf<'s, 'a> {
    let when = item.when.as_ref().map(|when| circumstance(scene, circumstances, when));
    let truth = in_nation(scene, item).and(when.map_or(Truth::True, |when| when.truth));
    AskedOf { truth, when }
}

fn in_nation(scene: &Scene<'_>, item: &Item) -> Truth {
    match scene.dossier.adopter.nation.get() {
        _ if item.nations.is_empty() => Truth::True,
        None => Truth::Unknown,
        Some(nation) => Truth::from(item.nations.contains(nation)),
    }
}
