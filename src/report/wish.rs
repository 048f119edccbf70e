//! What the reader of a report asked for.

use crate::assessment::Finding;
use crate::rules::TrainingTable;
use crate::terms::{Gate, Role};

/// What the reader asked for.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Only what these roles must act on; everything, if empty.
    pub roles: Vec<Role>,
    /// The reader the roles stand for, as asked for.
    pub reader: String,
    /// Only what is due at the gate.
    pub due: bool,
    /// Every check with its citation.
    pub detail: bool,
}

impl Wish {
    /// Whether what this role must act on is shown.
    pub fn includes(&self, role: Role) -> bool {
        self.roles.is_empty() || self.roles.contains(&role)
    }

    /// Whether a finding is shown.
    pub fn shows(&self, finding: &Finding<'_>) -> bool {
        self.includes(finding.check.who) && (finding.due || !self.due)
    }

    /// Whether training that a table asks for is shown, at that gate.
    pub fn trains(&self, table: &TrainingTable, gate: Gate) -> bool {
        self.includes(table.owner) && (table.gate <= gate || !self.due)
    }

    /// Whether everything is shown, whoever must act.
    pub fn whole(&self) -> bool {
        self.roles.is_empty()
    }
}
