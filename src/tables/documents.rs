//! What each kind of document must say of itself before it shows anything.

use crate::terms::EvidenceKind;
use crate::text::TomlTable;

/// What a kind of document must say of itself before it shows anything.
#[derive(Debug, Clone)]
pub struct EvidenceRule {
    /// The kind.
    pub kind: EvidenceKind,
    /// It is about one version of the product.
    pub version_bound: bool,
    /// It ends on a day.
    pub expires: bool,
}

/// Reads one rule.
pub(super) fn read_evidence(table: &TomlTable<'_, '_>) -> Option<EvidenceRule> {
    let kind = table.required_choice::<EvidenceKind>("kind");
    let rule = EvidenceRule { kind: kind?, version_bound: table.flag("version_bound"), expires: table.flag("expires") };
    table.finish();
    Some(rule)
}
