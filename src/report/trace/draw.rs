//! Draws a trace for people.

use super::document::{CheckTrace, SourceTrace, Trace, TrainingTrace};
use crate::assessment::{Outcome, title_case};
use crate::report::page::Page;
use crate::report::words::many;
use crate::terms::{Choice, Nation};

/// Draws a trace for people.
pub fn terminal(trace: &Trace, width: usize) -> String {
    let mut page = Page::new(width, false);
    if let (Some(file), Some(day)) = (&trace.file, &trace.as_of) {
        line(&mut page, 0, &format!("{file}, as of {day}"));
    }
    for source in &trace.sources {
        source_lines(&mut page, source);
    }
    for table in &trace.training {
        table_lines(&mut page, table, trace.file.is_some());
    }
    page.text.trim_start().to_string()
}

fn line(page: &mut Page, indent: usize, words: &str) {
    page.wrapped(&" ".repeat(indent), &" ".repeat(indent + 4), words);
}

fn table_lines(page: &mut Page, table: &TrainingTrace, for_a_dossier: bool) {
    line(page, 0, "");
    line(page, 0, &format!("{} · {}: {}", table.id, table.title, many(table.outcomes.len(), "outcome")));
    for outcome in &table.outcomes {
        let state = match (&outcome.same_as, outcome.open) {
            (Some(same), _) => format!(" → counted with {same}"),
            (None, Some(true)) => " → training required".into(),
            (None, Some(false)) => " → nothing is required".into(),
            (None, None) if for_a_dossier => " → not known: staff groups, or the parts they play, are not stated".into(),
            (None, None) => String::new(),
        };
        line(page, 1, &format!("{} · {}{state}", outcome.id, outcome.asks));
    }
}

fn source_lines(page: &mut Page, source: &SourceTrace) {
    let parts: usize = source.items.iter().map(|item| item.parts.len()).sum();
    let of = [source.publisher.as_str(), source.document.as_str(), source.source_date.as_str()];
    let of = of.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join("; ");
    line(page, 0, "");
    line(page, 0, &format!("{}: {} in {}", source.title, many(parts, "part"), many(source.items.len(), "statement")));
    line(page, 0, &format!("{of}{}", only_in(&source.nations)));
    for item in &source.items {
        let nations = if item.nations == source.nations { String::new() } else { only_in(&item.nations) };
        line(page, 1, &format!("{} · {} · {}{nations}{}", item.id, item.asks, item.force.words(), ending(item.outcome)));
        let note = item.note.iter().map(|note| format!("Note: {note}"));
        note.for_each(|note| line(page, 5, &note));
        let whole = item.parts.len() == 1 && item.parts[0].asks == item.asks;
        for part in &item.parts {
            if !whole {
                line(page, 3, &format!("{} · {}{}", part.id, part.asks, ending(part.outcome)));
            }
            line(page, 7, &part.checks.iter().map(check_words).collect::<Vec<_>>().join(" · "));
        }
    }
    for statement in &source.informs {
        line(page, 1, &format!("{} · {} It only informs: {}", statement.id, statement.says, statement.why));
    }
}

/// `; covers England and Wales`, where it does not cover all four nations.
fn only_in(nations: &[Nation]) -> String {
    let names: Vec<String> = nations.iter().map(|nation| title_case(nation.as_str())).collect();
    match names.as_slice() {
        [] => String::new(),
        all if all.len() == Nation::ALL.len() => String::new(),
        [one] => format!("; covers {one}"),
        [others @ .., last] => format!("; covers {} and {last}", others.join(", ")),
    }
}

fn ending(outcome: Option<Outcome>) -> String {
    outcome.map_or(String::new(), |outcome| format!(" → {}", outcome.words()))
}

fn check_words(check: &CheckTrace) -> String {
    match (check.outcome, check.support) {
        (Some(Outcome::Met), Some(support)) => format!("{} (met, {})", check.id, support.as_str()),
        (Some(outcome), _) => format!("{} ({})", check.id, outcome.words()),
        (None, _) => check.id.clone(),
    }
}
