//! How far the facts of a table were verified.

use crate::terms::Verified;
use crate::text::TomlTable;

/// How far a dated fact was verified; a fact that does not say so is unverified.
pub(super) fn verified(table: &TomlTable<'_, '_>) -> Verified {
    table.required_choice("verified").unwrap_or(Verified::Unverified)
}
