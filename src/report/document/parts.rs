//! What became of the parts of items.

use schemars::JsonSchema;
use serde::Serialize;

use super::outcome::Outcome;
use crate::assessment::{Assessment, Truth};
use crate::terms::Choice;

/// What became of the parts of items: those of an item that is not asked are not applicable; of the others, those that are not
/// named under an outcome have that of `others`.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Parts<'s> {
    /// The outcome of every part that is not named here.
    pub others: Outcome,
    /// Parts that are met.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub met: Vec<&'s str>,
    /// Parts that are not met.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_met: Vec<&'s str>,
    /// Parts that are unknown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<&'s str>,
    /// Parts that are not asked of this product.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_applicable: Vec<&'s str>,
    /// Items that are not asked here: their nations or their circumstance leave this dossier out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_asked: Vec<&'s str>,
    /// Items of which nobody can tell whether they are asked here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unsettled: Vec<&'s str>,
}

pub(super) fn parts<'s>(assessment: &'s Assessment<'_>) -> Parts<'s> {
    let mut by_outcome: [Vec<&str>; 4] = Default::default();
    let (mut not_asked, mut unsettled) = (Vec::new(), Vec::new());
    for (item, asked) in assessment.asked() {
        match asked {
            Truth::False => not_asked.push(&*item.id),
            Truth::Unknown => unsettled.push(&*item.id),
            Truth::True => {}
        }
        for part in item.parts.iter().filter(|_| asked != Truth::False) {
            by_outcome[assessment.part(part, asked) as usize].push(&part.id);
        }
    }
    use crate::assessment::Outcome as Found;
    let most = (0..4).max_by_key(|at| by_outcome[*at].len()).unwrap_or_default();
    by_outcome[most].clear();
    let mut ids = |outcome: Found| std::mem::take(&mut by_outcome[outcome as usize]);
    Parts {
        others: Outcome::from(Found::ALL[most]),
        met: ids(Found::Met),
        not_met: ids(Found::NotMet),
        unknown: ids(Found::Unknown),
        not_applicable: ids(Found::NotApplicable),
        not_asked,
        unsettled,
    }
}
