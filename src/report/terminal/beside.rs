//! What stands beside the checks: what is worth knowing, what results mean here, contradictions, what ends and what comes.

use crate::report::page::Page;
use crate::report::view::View;
use crate::report::words::{fitting_words, many};

/// What a reader should know although no check fails for it.
pub(super) fn worth_knowing(page: &mut Page, view: &View<'_>) {
    if view.worth_knowing.shown.is_empty() {
        return;
    }
    page.heading("WORTH KNOWING, although no check fails for it");
    view.worth_knowing.shown.iter().for_each(|line| page.item(line));
    if view.worth_knowing.more > 0 {
        page.line(&format!("  and {} more; see --detail", view.worth_knowing.more));
    }
}

/// What the results would mean here.
pub(super) fn here(page: &mut Page, view: &View<'_>) {
    let (results, more) = view.here();
    if results.is_empty() {
        return;
    }
    page.heading("HERE, if the results hold on your patients");
    results.iter().for_each(|line| page.item(line));
    if more > 0 {
        page.line(&format!("  and {}; see --detail", many(more, "more result")));
    }
}

/// Answers that do not fit together.
pub(super) fn contradictions(page: &mut Page, view: &View<'_>) {
    let (told, more) = view.contradictions();
    if told.is_empty() && more == 0 {
        return;
    }
    page.heading("ANSWERS that do not fit together");
    told.iter().for_each(|one| page.item(&format!("{} · {}", one.why, one.places)));
    match (told.is_empty(), more) {
        (_, 0) => {}
        (true, _) => page.line(&format!("  {more}; see --detail")),
        (false, _) => page.line(&format!("  and {more} more; see --detail")),
    }
}

/// What has ended, what ends soon, and what comes with later decisions.
pub(super) fn coming(page: &mut Page, view: &View<'_>) {
    if view.coming.is_empty() && view.lapses.shown.is_empty() && view.lapsed.is_empty() {
        return;
    }
    page.heading(if view.lapsed.is_empty() { "COMING" } else { "LAPSED AND COMING" });
    let more = |more: usize| if more > 0 { format!("; and {more} more, see --detail") } else { String::new() };
    for lapsed in &view.lapsed {
        page.item(&format!("{}: {}{}", lapsed.label, lapsed.ended.shown.join("; "), more(lapsed.ended.more)));
    }
    if !view.lapses.shown.is_empty() {
        page.item(&format!("Validity: {}{}", view.lapses.shown.join("; "), more(view.lapses.more)));
    }
    for (gate, checks) in &view.coming {
        let label = format!("by {} ({})", gate.as_str(), checks.len());
        let line = format!("  {label:20} {}", fitting_words(checks, page.width - 27));
        page.line(&line);
    }
}
