//! Which versions count as the one offered: itself, and those the adopter accepted as equivalent.

use crate::terms::{EquivalentFor, Role};
use jiff::civil::Date;

use crate::dossier::Dossier;

/// The version offered and its accepted equivalents.
#[derive(Debug, Clone, Default)]
pub struct Versions {
    offered: Option<String>,
    released: Option<Date>,
    equivalents: Vec<Equivalent>,
}

#[derive(Debug, Clone)]
struct Equivalent {
    version: String,
    released: Option<Date>,
    holds_for: Vec<EquivalentFor>,
}

impl Versions {
    /// Reads them from a dossier; an equivalence counts only when somebody had accepted it by the day of the report.
    pub fn read(dossier: &Dossier, as_of: Date) -> Versions {
        let product = &dossier.product;
        let equivalents = product.equivalent_versions.items.iter().filter_map(|(_, one)| {
            one.accepted_by.get().filter(|role| **role != Role::Supplier)?;
            one.accepted_on.get().filter(|on| on.0 <= as_of)?;
            Some(Equivalent {
                version: one.version.get()?.to_string(),
                released: one.released.get().map(|date| date.0),
                holds_for: one.accepted_for.get().cloned().unwrap_or_default(),
            })
        });
        Versions {
            offered: product.version.get().map(|version| version.to_string()),
            released: product.released.get().map(|date| date.0),
            equivalents: equivalents.collect(),
        }
    }

    /// The version offered.
    pub fn offered(&self) -> Option<&str> {
        self.offered.as_deref()
    }

    /// Whether a version is the one offered or accepted as equivalent for that purpose; unknown without a version offered.
    pub fn current(&self, version: &str, purpose: EquivalentFor) -> Option<bool> {
        let offered = self.offered.as_deref()?;
        let equivalent = self.equivalents.iter().any(|one| one.version == version && one.holds_for.contains(&purpose));
        Some(version == offered || equivalent)
    }

    /// The day from which something made for the product counts: the release of the version offered, or of the
    /// earliest version accepted as equivalent for that purpose.
    pub fn released(&self, purpose: EquivalentFor) -> Option<Date> {
        let equivalents = self.equivalents.iter().filter(|one| one.holds_for.contains(&purpose)).filter_map(|one| one.released);
        let offered = self.released?;
        Some(equivalents.fold(offered, Date::min))
    }
}
