//! What is open: failing blockers, unanswered ones and gaps by who must act, and training that remains.

use crate::assessment::Reason;
use crate::report::page::Page;
use crate::report::shown::{Group, Shown};
use crate::report::snippet::Snippet;
use crate::report::view::View;
use crate::report::words::{first_words, fitting_words, many, role_words, training_force};
use crate::terms::{Needs, Role};
use crate::text::Sources;

/// Failing blockers, one for each cause.
pub(super) fn blockers(page: &mut Page, view: &View<'_>, sources: &Sources) {
    if view.blockers().is_empty() {
        return;
    }
    page.heading("BLOCKERS that are failing");
    for (at, shown) in view.blockers().iter().enumerate() {
        page.line("");
        let snippet = view.excerpt(at).map(|span| Snippet::around(sources, span));
        blocker(page, at + 1, shown, snippet);
    }
    let more = view.more_blockers();
    if !more.is_empty() {
        page.line("");
        let count = many(more.len(), "failing blocker");
        page.wrapped("    ", "    ", &format!("and {count} more: {}; see --detail", first_words(&more, 4)));
    }
}

fn blocker(page: &mut Page, number: usize, shown: &Shown<'_>, snippet: Option<Snippet>) {
    let check = shown.finding.check;
    let items: Vec<&str> = shown.finding.items().map(|item| item.id.as_str()).collect();
    let name = format!("{} · {} · {}", check.id, first_words(&items, 3), shown.finding.force.words());
    page.wrapped(&format!(" {number}  "), "    ", &shown.message);
    match snippet {
        Some(snippet) => {
            page.wrapped("    ", "      ", &name);
            for line in snippet.lines(page.colour) {
                page.line(&format!("  {line}"));
            }
        }
        None => {
            let add = shown.add.as_ref().map_or(String::new(), |path| format!(" · see {path}"));
            page.wrapped("    ", "      ", &format!("{}  {name}{add}", shown.place));
        }
    }
    to_do(page, shown);
    if !shown.with_it.is_empty() {
        page.wrapped("    ", "    ", &format!("Failing with it, at the same place: {}", shown.with_it.join(", ")));
    }
}

/// Who must act, and what to do.
pub(super) fn to_do(page: &mut Page, shown: &Shown<'_>) {
    page.wrapped("    ", "    ", &format!("{}: {}", role_words(shown.finding.check.who), shown.action));
}

/// Unanswered blockers, by who must act.
pub(super) fn unanswered(page: &mut Page, view: &View<'_>) {
    let groups = view.unanswered();
    if groups.is_empty() {
        return;
    }
    page.heading("BLOCKERS that are unanswered, by who must act");
    if view.unanswered_in_full() {
        return in_full(page, groups.iter().map(|(group, _)| *group));
    }
    for (group, told) in groups.iter().filter(|(_, told)| *told > 0) {
        questions(page, group, *told);
    }
    let hidden: Vec<(Role, usize)> =
        groups.iter().filter(|(_, told)| *told == 0).map(|(group, _)| (group.role, group.findings.len())).collect();
    let none_told = hidden.len() == groups.len();
    others(page, &hidden, if none_told { "" } else { "and for: " }, none_told);
    if view.more_unanswered() > 0 && !none_told {
        page.line(&format!("    and {} more; see --detail, or --for a role", view.more_unanswered()));
    }
}

/// The first questions that one role must answer, and the names of the others.
fn questions(page: &mut Page, group: &Group<'_>, told: usize) {
    let label = format!(" {} ({})", role_words(group.role), group.findings.len());
    let also: Vec<&str> = group.findings[told..].iter().map(|finding| finding.check.id.as_str()).collect();
    match also.is_empty() {
        true => page.line(&label),
        false => page.line(&format!("{label}, also {}", fitting_words(&also, page.width.saturating_sub(label.chars().count() + 10)))),
    }
    for shown in &group.shown[..told] {
        let check = shown.finding.check;
        page.wrapped("    ", "      ", &format!("{}{} · {}", check.asks, standing(shown), check.id));
    }
}

/// What is open, each with what to do.
fn in_full<'g>(page: &mut Page, groups: impl Iterator<Item = &'g Group<'g>>) {
    for shown in groups.flat_map(|group| &group.shown) {
        page.wrapped("  ", "    ", &format!("{} · {}", shown.message, shown.finding.check.id));
        to_do(page, shown);
    }
}

/// Roles that get no line of their own.
fn others(page: &mut Page, others: &[(Role, usize)], lead: &str, more: bool) {
    if !others.is_empty() {
        let names: Vec<String> = others.iter().map(|(role, count)| format!("{} ({count})", role_words(*role))).collect();
        page.wrapped(" ", "   ", &format!("{lead}{}{}", names.join(", "), if more { "; see --detail" } else { "" }));
    }
}

/// Open gaps, by who must act.
pub(super) fn gaps(page: &mut Page, view: &View<'_>) {
    let groups = view.gaps();
    if groups.is_empty() {
        return;
    }
    page.heading("GAPS, by who must act");
    if view.gaps_in_full() {
        return in_full(page, groups.iter());
    }
    let label = |group: &Group<'_>| format!("{} ({})", role_words(group.role), group.findings.len());
    let wide = groups.iter().map(|group| label(group).chars().count()).max().unwrap_or(0);
    for group in groups {
        let ids: Vec<&str> = group.findings.iter().map(|finding| finding.check.id.as_str()).collect();
        let line = format!(" {:wide$}  {}", label(group), fitting_words(&ids, page.width - wide - 6));
        page.line(&line);
    }
    others(page, &view.more_gaps(), "and for: ", false);
}

/// Training that remains.
pub(super) fn training(page: &mut Page, view: &View<'_>) {
    let (actions, more) = view.training();
    if actions.is_empty() {
        return;
    }
    page.heading("TRAINING REQUIRED");
    for (action, message) in actions {
        let due = if action.table.gate < view.gate { "due since" } else { "by" };
        page.item(&format!("{due} {}  {message} · {}", action.table.gate.as_str(), training_force(action.force)));
    }
    if !view.training_waits_for.is_empty() {
        let open = many(view.training_waits_for.len(), "answer");
        page.item(&format!("Before all of it can be taught, {open} must be in: {}", first_words(&view.training_waits_for, 4)));
    }
    if more > 0 {
        page.line(&format!("  and {} more; see --for training_lead --detail", many(more, "training action")));
    }
}

/// What is there already, when an unanswered check is not simply silent.
fn standing(shown: &Shown<'_>) -> &'static str {
    match shown.finding.reason {
        Some(Reason::Doubt(_) | Reason::NotShown(_)) if shown.again => " (answered before this version)",
        Some(Reason::NotShown(Needs::Evidenced)) => " (claimed, not shown)",
        Some(Reason::NotShown(Needs::Reviewed)) => " (stated, not reviewed)",
        Some(Reason::ReviewDue) => " (answered, due again)",
        _ => "",
    }
}
