//! The path of a fact, kept up to date while facts are walked.

use crate::dossier::schema::key_of;
use crate::facts::{FactRecord, Seen};
use crate::text::{Segment, write_path};

/// The steps from the root of the dossier, `facts` first.
pub(super) struct FactPath(Vec<Segment>);

impl Default for FactPath {
    fn default() -> Self {
        FactPath(vec![Segment::Field("facts".into())])
    }
}

impl FactPath {
    /// Goes to a field of a record.
    pub(super) fn enter(&mut self, field: &str) {
        self.0.push(Segment::Field(field.into()));
    }

    /// Goes to a member of a list: by its key, or by its number where it has none.
    pub(super) fn enter_member(&mut self, row: &dyn FactRecord, number: usize) {
        let key = key_of(&self.0);
        let named = row.names().iter().position(|name| *name == key).and_then(|at| match row.field(at) {
            Seen::Name(name) => Some(name.to_string()),
            _ => None,
        });
        self.0.push(Segment::Member(named.unwrap_or_else(|| number.to_string())));
    }

    /// Goes back to what is around.
    pub(super) fn leave(&mut self) {
        self.0.pop();
    }

    /// The path as it is written, without `facts`.
    pub(super) fn below_facts(&self) -> String {
        write_path(&self.0[1..])
    }
}
