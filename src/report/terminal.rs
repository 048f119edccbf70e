//! Draws a view for people in a terminal, at a given width, with or without colour.

use anstyle::{AnsiColor, Style};

use super::page::Page;
use super::room::Part;
use super::shown::{Group, Shown};
use super::snippet::Snippet;
use super::view::View;
use super::words::{first_words, fitting_words, many, role_words, training_force};
use crate::assessment::{Outcome, Reason};
use crate::terms::{Needs, Role};
use crate::text::Sources;

/// The columns at which the lines of a report are counted.
const COLUMNS: usize = 100;

/// A verdict that is ready.
const READY: Style = AnsiColor::Green.on_default().bold();
/// A verdict that is not.
const NOT_READY: Style = AnsiColor::Red.on_default().bold();

/// Draws a view.
pub fn terminal(view: &View<'_>, sources: &Sources, width: usize, colour: bool) -> String {
    let mut drawing = Drawing { page: Page::new(width, colour), view, sources };
    Part::ALL.into_iter().for_each(|part| drawing.part(part));
    drawing.page.text
}

/// How many lines a part of a view takes, at a hundred columns.
pub fn height(view: &View<'_>, part: Part, sources: &Sources) -> usize {
    let mut drawing = Drawing { page: Page::new(COLUMNS, false), view, sources };
    drawing.part(part);
    drawing.page.text.lines().count()
}

/// A view that is being drawn.
struct Drawing<'v, 'a> {
    page: Page,
    view: &'v View<'a>,
    sources: &'v Sources,
}

impl Drawing<'_, '_> {
    fn part(&mut self, part: Part) {
        match part {
            Part::Head => self.head(),
            Part::WorthKnowing => self.worth_knowing(),
            Part::Blockers => self.blockers(),
            Part::Unanswered => self.unanswered(),
            Part::Gaps => self.gaps(),
            Part::Training => self.training(),
            Part::Here => self.here(),
            Part::Contradictions => self.contradictions(),
            Part::Coming => self.coming(),
            Part::WorkedOut => self.worked_out(),
            Part::Detail => self.detail(),
            Part::Foot => self.foot(),
        }
    }

    fn head(&mut self) {
        let view = self.view;
        self.page.wrapped("", "  ", &view.title);
        self.page.wrapped("", "  ", &view.occasion);
        if let Some(reader) = &view.reader {
            self.page.line(&format!("Narrowed to what is for: {reader}; verdict and counts are of the whole dossier"));
        }
        let verdict = self.page.painted(if view.ready { READY } else { NOT_READY }, &view.verdict);
        self.page.line("");
        self.page.line(&verdict);
        self.page.line("");
        let rows = view.counts.iter().map(|(label, text)| vec![(*label).to_string(), text.clone()]).collect();
        self.page.columns(rows, &[14]);
    }

    fn blockers(&mut self) {
        let view = self.view;
        if view.blockers().is_empty() {
            return;
        }
        self.page.heading("BLOCKERS that are failing");
        for (at, shown) in view.blockers().iter().enumerate() {
            self.page.line("");
            let snippet = shown.span.filter(|_| at < view.room.excerpts).map(|span| Snippet::around(self.sources, span));
            self.blocker(at + 1, shown, snippet);
        }
        let more = view.more_blockers();
        if !more.is_empty() {
            self.page.line("");
            let count = many(more.len(), "failing blocker");
            self.page.wrapped("    ", "    ", &format!("and {count} more: {}; see --detail", first_words(&more, 4)));
        }
    }

    fn blocker(&mut self, number: usize, shown: &Shown<'_>, snippet: Option<Snippet>) {
        let check = shown.finding.check;
        let items: Vec<&str> = shown.finding.items.iter().map(|item| item.id.as_str()).collect();
        let name = format!("{} · {} · {}", check.id, first_words(&items, 3), shown.finding.force.words());
        self.page.wrapped(&format!(" {number}  "), "    ", &shown.message);
        match snippet {
            Some(snippet) => {
                self.page.wrapped("    ", "      ", &name);
                for line in snippet.lines(self.page.colour) {
                    self.page.line(&format!("  {line}"));
                }
            }
            None => {
                let add = shown.add.as_ref().map_or(String::new(), |path| format!(" · see {path}"));
                self.page.wrapped("    ", "      ", &format!("{}  {name}{add}", shown.place));
            }
        }
        self.to_do(shown);
        if !shown.with_it.is_empty() {
            self.page.wrapped("    ", "    ", &format!("Failing with it, at the same place: {}", shown.with_it.join(", ")));
        }
    }

    /// Who must act, and what to do.
    fn to_do(&mut self, shown: &Shown<'_>) {
        self.page.wrapped("    ", "    ", &format!("{}: {}", role_words(shown.finding.check.who), shown.action));
    }

    fn unanswered(&mut self) {
        let view = self.view;
        let groups = view.unanswered();
        if groups.is_empty() {
            return;
        }
        self.page.heading("BLOCKERS that are unanswered, by who must act");
        if view.unanswered_in_full() {
            return self.in_full(groups.iter().map(|(group, _)| *group));
        }
        for (group, told) in groups.iter().filter(|(_, told)| *told > 0) {
            self.questions(group, *told);
        }
        let hidden: Vec<(Role, usize)> =
            groups.iter().filter(|(_, told)| *told == 0).map(|(group, _)| (group.role, group.findings.len())).collect();
        let none_told = hidden.len() == groups.len();
        self.others(&hidden, if none_told { "" } else { "and for: " }, none_told);
        if view.more_unanswered() > 0 && !none_told {
            self.page.line(&format!("    and {} more; see --detail, or --for a role", view.more_unanswered()));
        }
    }

    /// The first questions that one role must answer, and the names of the others.
    fn questions(&mut self, group: &Group<'_>, told: usize) {
        let label = format!(" {} ({})", role_words(group.role), group.findings.len());
        let also: Vec<&str> = group.findings[told..].iter().map(|finding| finding.check.id.as_str()).collect();
        match also.is_empty() {
            true => self.page.line(&label),
            false => self
                .page
                .line(&format!("{label}, also {}", fitting_words(&also, self.page.width.saturating_sub(label.chars().count() + 10)))),
        }
        for shown in &group.shown[..told] {
            let check = shown.finding.check;
            self.page.wrapped("    ", "      ", &format!("{}{} · {}", check.asks, standing(shown), check.id));
        }
    }

    /// What is open, each with what to do.
    fn in_full<'g>(&mut self, groups: impl Iterator<Item = &'g Group<'g>>) {
        for shown in groups.flat_map(|group| &group.shown) {
            self.page.wrapped("  ", "    ", &format!("{} · {}", shown.message, shown.finding.check.id));
            self.to_do(shown);
        }
    }

    /// Roles that get no line of their own.
    fn others(&mut self, others: &[(Role, usize)], lead: &str, more: bool) {
        if !others.is_empty() {
            let names: Vec<String> = others.iter().map(|(role, count)| format!("{} ({count})", role_words(*role))).collect();
            self.page.wrapped(" ", "   ", &format!("{lead}{}{}", names.join(", "), if more { "; see --detail" } else { "" }));
        }
    }

    fn gaps(&mut self) {
        let view = self.view;
        let groups = view.gaps();
        if groups.is_empty() {
            return;
        }
        self.page.heading("GAPS, by who must act");
        if view.gaps_in_full() {
            return self.in_full(groups.iter());
        }
        let label = |group: &Group<'_>| format!("{} ({})", role_words(group.role), group.findings.len());
        let wide = groups.iter().map(|group| label(group).chars().count()).max().unwrap_or(0);
        for group in groups {
            let ids: Vec<&str> = group.findings.iter().map(|finding| finding.check.id.as_str()).collect();
            let line = format!(" {:wide$}  {}", label(group), fitting_words(&ids, self.page.width - wide - 6));
            self.page.line(&line);
        }
        self.others(&view.more_gaps(), "and for: ", false);
    }

    fn training(&mut self) {
        let view = self.view;
        let (actions, more) = view.training();
        if actions.is_empty() {
            return;
        }
        self.page.heading("TRAINING REQUIRED");
        for (action, message) in actions {
            let due = if action.table.gate < view.gate { "due since" } else { "by" };
            self.item(&format!("{due} {}  {message} · {}", action.table.gate.as_str(), training_force(action.force)));
        }
        if !view.training_waits_for.is_empty() {
            let open = many(view.training_waits_for.len(), "answer");
            self.item(&format!("Before all of it can be taught, {open} must be in: {}", first_words(&view.training_waits_for, 4)));
        }
        if more > 0 {
            self.page.line(&format!("  and {} more; see --for training_lead --detail", many(more, "training action")));
        }
    }

    /// One of several, in a paragraph.
    fn item(&mut self, text: &str) {
        self.page.wrapped("  ", "      ", text);
    }

    fn worth_knowing(&mut self) {
        let view = self.view;
        if view.worth_knowing.shown.is_empty() {
            return;
        }
        self.page.heading("WORTH KNOWING, although no check fails for it");
        view.worth_knowing.shown.iter().for_each(|line| self.item(line));
        if view.worth_knowing.more > 0 {
            self.page.line(&format!("  and {} more; see --detail", view.worth_knowing.more));
        }
    }

    fn here(&mut self) {
        let view = self.view;
        let (results, more) = view.here();
        if results.is_empty() {
            return;
        }
        self.page.heading("HERE, if the results hold on your patients");
        results.iter().for_each(|line| self.item(line));
        if more > 0 {
            self.page.line(&format!("  and {}; see --detail", many(more, "more result")));
        }
    }

    fn contradictions(&mut self) {
        let view = self.view;
        let (told, more) = view.contradictions();
        if told.is_empty() && more == 0 {
            return;
        }
        self.page.heading("ANSWERS that do not fit together");
        told.iter().for_each(|one| self.item(&format!("{} · {}", one.why, one.places)));
        match (told.is_empty(), more) {
            (_, 0) => {}
            (true, _) => self.page.line(&format!("  {more}; see --detail")),
            (false, _) => self.page.line(&format!("  and {more} more; see --detail")),
        }
    }

    fn worked_out(&mut self) {
        let view = self.view;
        if view.worked_out.is_empty() {
            return;
        }
        self.page.heading("WORKED OUT from what the dossier says");
        for fact in &view.worked_out {
            self.page.wrapped("  ", "    ", &format!("{}: {}", fact.path, fact.value));
            self.page.wrapped("    ", "    ", &fact.why);
        }
    }

    fn coming(&mut self) {
        let view = self.view;
        if view.coming.is_empty() && view.lapses.shown.is_empty() && view.lapsed.is_empty() {
            return;
        }
        self.page.heading(if view.lapsed.is_empty() { "COMING" } else { "LAPSED AND COMING" });
        let more = |more: usize| if more > 0 { format!("; and {more} more, see --detail") } else { String::new() };
        for lapsed in &view.lapsed {
            self.item(&format!("{}: {}{}", lapsed.label, lapsed.ended.shown.join("; "), more(lapsed.ended.more)));
        }
        if !view.lapses.shown.is_empty() {
            self.item(&format!("Validity: {}{}", view.lapses.shown.join("; "), more(view.lapses.more)));
        }
        for (gate, checks) in &view.coming {
            let label = format!("by {} ({})", gate.as_str(), checks.len());
            let line = format!("  {label:20} {}", fitting_words(checks, self.page.width - 27));
            self.page.line(&line);
        }
    }

    fn detail(&mut self) {
        let all = &self.view.detail;
        if all.is_empty() {
            return;
        }
        self.page.heading("EVERY CHECK");
        for shown in all {
            self.page.line("");
            self.check(shown);
        }
    }

    fn check(&mut self, shown: &Shown<'_>) {
        let finding = shown.finding;
        let support = if finding.outcome == Outcome::Met {
            format!(", {} and {}", finding.how.as_str(), finding.support.as_str())
        } else {
            String::new()
        };
        let due = if finding.due { "due now".into() } else { format!("due by {}", finding.check.gate.as_str()) };
        self.page.wrapped("  ", "    ", &format!("{} · {}{support} · {due}", finding.check.id, finding.outcome.words()));
        self.page.wrapped("    ", "    ", &shown.message);
        if finding.outcome.open() {
            self.to_do(shown);
        }
        let add = shown.add.as_ref().map_or(String::new(), |path| format!(", see {path}"));
        self.page.wrapped("    ", "    ", &format!("{}{add}", shown.place));
        self.page.wrapped("    ", "    ", &format!("{} · {}", shown.cites, finding.force.words()));
        for note in &shown.notes {
            self.page.wrapped("    ", "    ", &format!("Note on {note}"));
        }
    }

    fn foot(&mut self) {
        let view = self.view;
        self.page.line("");
        self.page.wrapped("", "  ", &format!("Packs: {}", view.packs));
        if view.reader.is_none() {
            self.page.line("Next: --for supplier --detail lists what to ask the supplier; `readiness explain ID` explains one.");
        }
        self.page.line("This is not legal advice; it reports what the dossier says on the date given.");
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
