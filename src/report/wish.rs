//! What the reader of a report asked for.

use crate::terms::Role;

/// What the reader asked for.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Only what these roles must act on; everything, if empty.
    pub roles: Vec<Role>,
    /// The reader the roles stand for, as asked for.
    pub reader: String,
    /// Every check with its citation.
    pub detail: bool,
}

impl Wish {
    /// Whether what this role must act on is shown.
    pub fn includes(&self, role: Role) -> bool {
        self.roles.is_empty() || self.roles.contains(&role)
    }

    /// Whether everything is shown, whoever must act.
    pub fn whole(&self) -> bool {
        self.roles.is_empty()
    }
}
