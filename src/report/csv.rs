//! Draws the training plan as CSV: one line for each action, for a spreadsheet of whoever commissions training.

use super::brief;
use super::headline::answer_words;
use super::wish::Wish;
use super::words::training_force;
use crate::assessment::{Assessment, TrainingAction};
use crate::tables::LearningOutcome;

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

/// The line that names the columns.
pub fn heading() -> Vec<u8> {
    lines([COLUMNS.map(String::from).to_vec()].into_iter())
}

/// A line for each training action of one dossier.
pub fn plan(file: &str, assessment: &Assessment<'_>, wish: &Wish) -> Vec<u8> {
    let product = answer_words(&assessment.scene, "product.name").unwrap_or_default();
    let shown = assessment.training.iter().filter(|action| wish.trains(action.table, assessment.gate));
    lines(shown.map(|action| row(file, &product, action)))
}

fn lines(mut rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    let outcome = rows.try_for_each(|fields| writer.write_record(fields.iter().map(|field| harmless(field))));
    outcome.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default()
}

fn row(file: &str, product: &str, action: &TrainingAction<'_>) -> Vec<String> {
    let number = |value: Option<u64>| value.map_or(String::new(), |value| value.to_string());
    let left = action.headcount.zip(action.trained).map(|(all, trained)| all.saturating_sub(trained));
    let outcome = |one: &&LearningOutcome| match one.level {
        Some(level) => format!("{} ({})", one.id, level.as_str()),
        None => one.id.to_string(),
    };
    let archetypes: Vec<&str> = action.archetypes.iter().map(|one| one.as_str()).collect();
    vec![
        file.to_string(),
        product.to_string(),
        action.table.table.id.to_string(),
        action.programme.as_deref().map_or("to be commissioned".into(), |name| brief::name(name).into_owned()),
        brief::name(&action.group).into_owned(),
        archetypes.join("; "),
        number(action.trained),
        number(action.headcount),
        number(left),
        action.outcomes.iter().map(outcome).collect::<Vec<_>>().join("; "),
        training_force(action.force).to_string(),
        action.table.gate.as_str().to_string(),
        action.table.owner.as_str().to_string(),
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
