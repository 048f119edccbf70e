//! Training: which table of outcomes is asked of whom, when, by which decision, and how strongly it binds.

use super::pattern::When;
use super::whens::Rules;
use crate::tables::{OutcomeTable, read_outcomes};
use crate::terms::{Force, Gate, Role};
use crate::text::{Diagnostic, Held, TomlFile, parse_path};

/// One table of outcomes and what it asks of the adopter.
#[derive(Debug, Clone)]
pub struct TrainingTable {
    /// The outcomes.
    pub table: Held<OutcomeTable>,
    /// When it applies.
    pub when: Option<When>,
    /// The decision by which it is due.
    pub gate: Gate,
    /// Who sees to it.
    pub owner: Role,
    /// How strongly it binds, unless the developer has made the training a legal duty.
    pub force: Force,
    /// The pack it comes from.
    pub pack: usize,
}

/// Reads the training table of a file, if it has one.
pub(super) fn read_training(file: &TomlFile<'_>, rules: &mut Rules<'_>, pack: usize) -> Option<TrainingTable> {
    let head = file.table(file.tree.child(file.tree.root, "table")?);
    let read = TrainingTable {
        table: Held::new(read_outcomes(&head)),
        when: rules.when(&head),
        gate: head.required_choice("gate").unwrap_or(Gate::GoLive),
        owner: head.required_choice("owner").unwrap_or(Role::TrainingLead),
        force: head.required_choice("force").unwrap_or(Force::BestPractice),
        pack,
    };
    head.finish();
    for (path, span) in file.tables("outcome").iter().flat_map(|outcome| outcome.spanned("content_fields")) {
        if parse_path(&path).and_then(|path| rules.known.schema.field_at(&path).map(|_| ())).is_none() {
            file.report(Diagnostic::new(format!("`{path}` is not a place in a dossier"), span, "here"));
        }
    }
    Some(read)
}
