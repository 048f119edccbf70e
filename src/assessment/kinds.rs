//! Sets of kinds of document.

use crate::terms::{Choice, EvidenceKind};

/// A set of kinds of document, one bit for each in the order of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Kinds(u32);

impl Kinds {
    /// These kinds; every kind, if there are none.
    pub fn of(kinds: &[EvidenceKind]) -> Kinds {
        match kinds {
            [] => Kinds(u32::MAX),
            some => some.iter().fold(Kinds::default(), |all, kind| all.with(*kind)),
        }
    }

    /// This kind too.
    pub fn with(self, kind: EvidenceKind) -> Kinds {
        let at = EvidenceKind::ALL.iter().position(|one| *one == kind).unwrap_or_default();
        Kinds(self.0 | 1 << at)
    }

    /// Those of both.
    pub fn join(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Whether the two have a kind in common.
    pub fn any_of(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }
}
