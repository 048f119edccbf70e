//! Which versions count as the one offered: itself, and those the adopter accepted as equivalent.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::phrase::brief;
use crate::dossier::Dossier;
use crate::terms::{EquivalentFor, Role};

/// The version offered and its accepted equivalents.
#[derive(Debug, Clone, Default)]
pub struct Versions {
    offered: Option<String>,
    released: Option<Date>,
    /// For each version that was accepted, what it was accepted for.
    equivalents: BTreeMap<String, BTreeSet<EquivalentFor>>,
    /// For each purpose, the earliest release of a version accepted for it.
    earliest: BTreeMap<EquivalentFor, Date>,
}

impl Versions {
    /// Reads them from a dossier; an equivalence counts only when somebody had accepted it by the day of the report.
    pub fn read(dossier: &Dossier, as_of: Date) -> Versions {
        let product = &dossier.product;
        let mut versions = Versions {
            offered: product.version.get().map(|version| version.to_string()),
            released: product.released.get().map(|date| date.0),
            ..Versions::default()
        };
        for (_, one) in &product.equivalent_versions.items {
            let accepted = one.accepted_by.get().is_some_and(|role| *role != Role::Supplier);
            let by_now = one.accepted_on.get().is_some_and(|on| on.0 <= as_of);
            let Some(version) = one.version.get().filter(|_| accepted && by_now) else { continue };
            for purpose in one.accepted_for.get().into_iter().flatten() {
                versions.equivalents.entry(version.to_string()).or_default().insert(*purpose);
                if let Some(released) = one.released.get() {
                    let earliest = versions.earliest.entry(*purpose).or_insert(released.0);
                    *earliest = released.0.min(*earliest);
                }
            }
        }
        versions
    }

    /// The version offered.
    pub fn offered(&self) -> Option<&str> {
        self.offered.as_deref()
    }

    /// The version offered as it stands in a sentence.
    pub(super) fn offered_words(&self) -> Option<Cow<'_, str>> {
        self.offered.as_deref().map(brief)
    }

    /// Whether a version is the one offered or accepted as equivalent for that purpose; unknown without a version offered.
    pub fn current(&self, version: &str, purpose: EquivalentFor) -> Option<bool> {
        let offered = self.offered.as_deref()?;
        let equivalent = || self.equivalents.get(version).is_some_and(|held| held.contains(&purpose));
        Some(version == offered || equivalent())
    }

    /// The day from which something made for the product counts: the release of the version offered, or of the
    /// earliest version accepted as equivalent for that purpose.
    pub fn released(&self, purpose: EquivalentFor) -> Option<Date> {
        let offered = self.released?;
        Some(self.earliest.get(&purpose).map_or(offered, |earliest| offered.min(*earliest)))
    }
}
