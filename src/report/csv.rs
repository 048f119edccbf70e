//! Draws the training plan as CSV: one line for each action, for a spreadsheet of whoever commissions training.

use super::document::{DossierEntry, OutcomeEntry, TrainingEntry};
use super::words::training_force;

/// The columns, in their order.
const COLUMNS: [&str; 15] = [
    "file",
    "product",
    "table",
    "programme",
    "staff_group",
    "archetypes",
    "trained",
    "headcount",
    "to_train",
    "outcomes",
    "force",
    "due_by",
    "owner",
    "blocked_by",
    "related",
];

/// Draws the training actions of all dossiers.
pub fn csv(dossiers: &[DossierEntry]) -> String {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    let mut write = |fields: Vec<String>| writer.write_record(fields.iter().map(|field| harmless(field)));
    let mut outcome = write(COLUMNS.iter().map(|name| (*name).to_string()).collect());
    for dossier in dossiers {
        for action in &dossier.training_actions {
            outcome = outcome.and_then(|()| write(row(dossier, action)));
        }
    }
    let bytes = outcome.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn row(dossier: &DossierEntry, action: &TrainingEntry) -> Vec<String> {
    let number = |value: Option<u64>| value.map_or(String::new(), |value| value.to_string());
    let left = action.headcount.zip(action.trained).map(|(all, trained)| all.saturating_sub(trained));
    let outcome = |one: &OutcomeEntry| match one.level {
        Some(level) => format!("{} ({})", one.id, level.as_str()),
        None => one.id.clone(),
    };
    let archetypes: Vec<&str> = action.archetypes.iter().map(|one| one.as_str()).collect();
    vec![
        dossier.file.clone(),
        dossier.product.clone().unwrap_or_default(),
        action.table.clone(),
        action.programme.clone().unwrap_or_else(|| "to be commissioned".into()),
        action.role.clone(),
        archetypes.join("; "),
        number(action.trained),
        number(action.headcount),
        number(left),
        action.outcomes.iter().map(outcome).collect::<Vec<_>>().join("; "),
        training_force(action.force).to_string(),
        action.gate.as_str().to_string(),
        action.owner.as_str().to_string(),
        action.blocked_by.join("; "),
        action.related.join("; "),
    ]
}

/// Text that a spreadsheet would run as a formula is kept text by an apostrophe; control characters are shown.
fn harmless(field: &str) -> String {
    let shown = crate::text::visible_line(field);
    if shown.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{shown}") } else { shown }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_formula_stays_text() {
        assert_eq!(harmless("=cmd()|x"), "'=cmd()|x");
        assert_eq!(harmless(" @sum(a)"), "' @sum(a)");
        assert_eq!(harmless("radiologists"), "radiologists");
    }
}
