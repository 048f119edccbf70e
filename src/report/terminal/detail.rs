//! A report in detail: every fact that was worked out, and every check.

use super::open::to_do;
use crate::assessment::Outcome;
use crate::report::page::Page;
use crate::report::shown::{Shown, cites, notes};
use crate::report::view::View;

/// Every fact with its reason.
pub(super) fn worked_out(page: &mut Page, view: &View<'_>) {
    if view.worked_out.is_empty() {
        return;
    }
    page.heading("WORKED OUT from what the dossier says");
    for fact in &view.worked_out {
        page.wrapped("  ", "    ", &format!("{}: {}", fact.path, fact.value));
        page.wrapped("    ", "    ", &fact.why);
    }
}

/// Every check with its citation.
pub(super) fn detail(page: &mut Page, view: &View<'_>) {
    let all = &view.detail;
    if all.is_empty() {
        return;
    }
    page.heading("EVERY CHECK");
    for shown in all {
        page.line("");
        check(page, shown);
    }
}

fn check(page: &mut Page, shown: &Shown<'_>) {
    let finding = shown.finding;
    let support = if finding.outcome == Outcome::Met {
        format!(", {} and {}", finding.how.as_str(), finding.support.as_str())
    } else {
        String::new()
    };
    let due = if finding.due { "due now".into() } else { format!("due by {}", finding.check.gate.as_str()) };
    page.wrapped("  ", "    ", &format!("{} · {}{support} · {due}", finding.check.id, finding.outcome.words()));
    page.wrapped("    ", "    ", &shown.message);
    if finding.outcome.open() {
        to_do(page, shown);
    }
    let add = shown.add.as_ref().map_or(String::new(), |path| format!(", see {path}"));
    page.wrapped("    ", "    ", &format!("{}{add}", shown.place));
    page.wrapped("    ", "    ", &format!("{} · {}", cites(finding), finding.force.words()));
    for note in notes(finding) {
        page.wrapped("    ", "    ", &format!("Note on {note}"));
    }
}
