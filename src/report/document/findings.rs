//! The findings of one dossier: one for each failing member, in groups that share what became of them.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::text::Text;
use super::{Outcome, Reason};
use crate::assessment::{How, Support};
use crate::rules::{Prints, print};
use crate::terms::{Force, Severity};

/// Findings that share what became of them.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group<'a> {
    /// What became of them.
    pub outcome: Outcome,
    /// Why it is unknown, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Whether the answers were given or worked out.
    pub how: How,
    /// How well the answers are supported, where the checks are met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support: Option<Support>,
    /// Whether they are due at the gate.
    pub due: bool,
    /// The strongest force among the items that ask for them here.
    pub force: Force,
    /// What they mean for the decision when open.
    pub severity: Severity,
    /// The findings, in the order of the packs.
    pub of: Vec<Finding<'a>>,
}

/// One finding: what became of one check, or of it for one member of a list.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding<'a> {
    /// The check, by its position in `catalogue.checks`, from 0.
    pub check: usize,
    /// The key of the member of a list that it is about, where it is about one; a word of the dossier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<std::borrow::Cow<'a, str>>,
    /// What is the matter, where the sentence holds values of the dossier. Else the catalogue has it: for `not-met` it is the
    /// `gap` of the check, or its question where it has none; for what is unknown the `unanswered` of the check where it has that
    /// and the reason is `unsaid`, else what the reason `says` with the question of the check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<Text>,
    /// Why it is so, as the end of a sentence that begins with what is the matter, where there is more to say: one of `reasons`,
    /// by number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<u32>,
    /// What to do; left out where it is the `action` of the check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Text>,
    /// The answers that decided it, by number, no more than 50 of them; the first is where it points. Where the check does not
    /// apply, the answer that says so. Left out where nothing that the check reads is there: then these are its `reads` in the
    /// catalogue, of which the first is where it points.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<u32>,
    /// Where they are left out: the nearest place that is there, by number; left out too where that is the whole dossier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near: Option<u32>,
    /// Stays the same while the same thing is wrong; only open findings have one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<Fingerprint>,
}

/// What tells a finding apart from every other of a run, and stays the same through every edit elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// Sixteen hexadecimal digits.
    pub fn digits(self) -> String {
        format!("{:016x}", self.0)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let digit = |four: u8| four + if four < 10 { b'0' } else { b'a' - 10 };
        let mut digits = [0; 16];
        for (two, byte) in digits.as_chunks_mut().0.iter_mut().zip(self.0.to_be_bytes()) {
            *two = [digit(byte >> 4), digit(byte & 15)];
        }
        to.serialize_str(std::str::from_utf8(&digits).unwrap_or_default())
    }
}

impl JsonSchema for Fingerprint {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Fingerprint".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[0-9a-f]{16}$"})
    }
}

/// The fingerprint of a finding, from the id of the dossier, the check, whether it is failing or open, and the member that it is
/// about: the first 64 bits of their SHA-256, each by itself, so that no text can pass for two; together by exclusive or.
pub fn fingerprint(dossier: &str, check: &str, failing: bool, member: &str) -> Fingerprint {
    let prints = Prints::of(check);
    joined(of_dossier(dossier), if failing { prints.failing } else { prints.open }, member)
}

/// The fingerprint from its parts.
pub(super) fn joined(dossier: u64, check: u64, member: &str) -> Fingerprint {
    let member = if member.is_empty() { 0 } else { print(&["member", member]) };
    Fingerprint(dossier ^ check ^ member)
}

/// The part of a fingerprint that is the dossier's.
pub(super) fn of_dossier(id: &str) -> u64 {
    print(&["dossier", id])
}
