//! The path of a fact, kept up to date while facts are walked.

use crate::facts::{FactRecord, Seen};
use crate::fields::Schema;
use crate::text::{Segment, write_path};

/// The steps from the root of the dossier, `facts` first.
pub(super) struct FactPath<'s> {
    schema: &'s Schema,
    steps: Vec<Segment>,
}

impl<'s> FactPath<'s> {
    /// The root of the facts.
    pub(super) fn new(schema: &'s Schema) -> FactPath<'s> {
        FactPath { schema, steps: vec![Segment::Field("facts".into())] }
    }

    /// Goes to a field of a record.
    pub(super) fn enter(&mut self, field: &str) {
        self.steps.push(Segment::Field(field.into()));
    }

    /// Goes to a member of a list: by its key, or by its number where it has none.
    pub(super) fn enter_member(&mut self, row: &dyn FactRecord, number: usize) {
        let key = self.schema.key_of(&self.steps);
        let named = row.names().iter().position(|name| *name == key).and_then(|at| match row.field(at) {
            Seen::Name(name) => Some(name.to_string()),
            _ => None,
        });
        self.steps.push(Segment::Member(named.unwrap_or_else(|| number.to_string()).into()));
    }

    /// Goes back to what is around.
    pub(super) fn leave(&mut self) {
        self.steps.pop();
    }

    /// The path as it is written, without `facts`.
    pub(super) fn below_facts(&self) -> String {
        write_path(&self.steps[1..])
    }
}
