//! Whether an item of a source is asked of this dossier: its nations and its circumstance.

use super::circumstances::Circumstances;
use super::evaluate::circumstance;
use super::scene::Scene;
use super::truth::Truth;
use crate::rules::Item;

/// Whether the item with that number applies in the adopter's nation and in its circumstance; found out once for a dossier.
pub(super) fn asked<'a>(scene: &Scene<'a>, circumstances: &Circumstances<'a>, item: usize) -> Truth {
    *circumstances.item(item).get_or_init(|| {
        let item = &scene.book.items[item];
        let when = item.when.as_ref().map(|when| circumstance(scene, circumstances, when));
        in_nation(scene, item).and(when.map_or(Truth::True, |when| when.truth))
    })
}

fn in_nation(scene: &Scene<'_>, item: &Item) -> Truth {
    match scene.dossier.adopter.nation.get() {
        _ if item.nations.is_empty() => Truth::True,
        None => Truth::Unknown,
        Some(nation) => Truth::from(item.nations.contains(nation)),
    }
}
