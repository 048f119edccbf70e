//! Draws a view for people in a terminal, at a given width, with or without colour.

use crate::terms::{Needs, Role};
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width};

use super::excerpt::Excerpt;
use super::view::{Group, Shown, View, many, role_words, training_force};
use crate::assessment::{Outcome, Reason};
use crate::text::{Sources, visible_line};

/// Draws a view.
pub fn terminal(view: &View<'_>, sources: &Sources, width: usize, colour: bool) -> String {
    let mut page = Page { text: String::new(), width, colour };
    page.head(view);
    page.worth_knowing(view);
    page.blockers(view, sources);
    page.unanswered(view);
    page.gaps(view);
    page.training(view);
    page.here(view);
    page.contradictions(view);
    page.coming(view);
    page.worked_out(view);
    page.detail(&view.detail);
    page.foot(view);
    page.text
}

struct Page {
    text: String,
    width: usize,
    colour: bool,
}

impl Page {
    fn line(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    /// A paragraph, wrapped, with the second and later lines indented.
    fn wrapped(&mut self, first: &str, rest: &str, text: &str) {
        let options = wrapping(self.width).initial_indent(first).subsequent_indent(rest);
        for line in textwrap::wrap(&visible_line(text), options) {
            self.line(&line);
        }
    }

    fn heading(&mut self, text: &str) {
        let styled = if self.colour { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_string() };
        self.line("");
        self.line(&styled);
    }

    /// Rows in columns without lines; the last column takes what room is left.
    fn columns(&mut self, rows: Vec<Vec<String>>, fixed: &[u16]) {
        let mut table = Table::new();
        table.load_style(comfy_table::presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_width(self.width as u16);
        for row in rows {
            table.add_row(row.iter().map(|cell| visible_line(cell)).collect::<Vec<_>>());
        }
        for (at, width) in fixed.iter().enumerate() {
            if let Some(column) = table.column_mut(at) {
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(*width)));
            }
        }
        for line in table.lines() {
            self.line(&format!(" {line}"));
        }
    }

    fn head(&mut self, view: &View<'_>) {
        self.wrapped("", "  ", &view.title);
        self.wrapped("", "  ", &view.occasion);
        if let Some(reader) = &view.reader {
            self.line(&format!("Narrowed to what is for: {reader}; verdict and counts are of the whole dossier"));
        }
        let paint = |text: &str| match (self.colour, view.ready) {
            (false, _) => text.to_string(),
            (true, true) => format!("\u{1b}[1;32m{text}\u{1b}[0m"),
            (true, false) => format!("\u{1b}[1;31m{text}\u{1b}[0m"),
        };
        let verdict = paint(&view.verdict);
        self.line("");
        self.line(&verdict);
        self.line("");
        let rows = view.counts.iter().map(|(label, text)| vec![(*label).to_string(), text.clone()]).collect();
        self.columns(rows, &[14]);
    }

    fn blockers(&mut self, view: &View<'_>, sources: &Sources) {
        if view.blockers.is_empty() {
            return;
        }
        self.heading("BLOCKERS that are failing");
        for (at, shown) in view.blockers.iter().enumerate() {
            self.line("");
            self.blocker(at + 1, shown, sources);
        }
        if !view.more_blockers.is_empty() {
            self.line("");
            let more = many(view.more_blockers.len(), "failing blocker");
            self.wrapped("    ", "    ", &format!("and {more} more: {}; see --detail", fit_list(&view.more_blockers, 4)));
        }
    }

    fn blocker(&mut self, number: usize, shown: &Shown<'_>, sources: &Sources) {
        let check = shown.finding.check;
        let act = format!("{}: {}", role_words(check.who), shown.action);
        let name = format!("{} · {} · {}", check.id, parts(shown), shown.finding.force.words());
        self.wrapped(&format!(" {number}  "), "    ", &shown.message);
        match shown.excerpt {
            Some(span) => {
                let drawn = Excerpt::new(sources, span, "", "").draw(self.width - 4, self.colour);
                self.wrapped("    ", "      ", &name);
                for line in drawn.lines().filter(|line| line.contains(['│', '·', '╭'])) {
                    self.line(&format!("  {line}"));
                }
            }
            None => {
                let add = shown.add.as_ref().map_or(String::new(), |path| format!(" · see {path}"));
                self.wrapped("    ", "      ", &format!("{}  {name}{add}", shown.place));
            }
        }
        self.wrapped("    ", "    ", &act);
        if !shown.with_it.is_empty() {
            self.wrapped("    ", "    ", &format!("Failing with it, at the same place: {}", shown.with_it.join(", ")));
        }
    }

    fn unanswered(&mut self, view: &View<'_>) {
        if view.unanswered.is_empty() {
            return;
        }
        self.heading("BLOCKERS that are unanswered, by who must act");
        if view.unanswered_in_full {
            return self.in_full(&view.unanswered);
        }
        for group in view.unanswered.iter().filter(|group| !group.shown.is_empty()) {
            let label = format!(" {} ({})", role_words(group.role), group.total);
            match group.also.is_empty() {
                true => self.line(&label),
                false => self.line(&format!("{label}, also {}", fit(&group.also, self.width.saturating_sub(label.chars().count() + 10)))),
            }
            for shown in &group.shown {
                let check = shown.finding.check;
                self.wrapped("    ", "      ", &format!("{}{} · {}", check.asks, standing(shown), check.id));
            }
        }
        let hidden = view.unanswered.iter().filter(|group| group.shown.is_empty()).map(|group| (group.role, group.total));
        let none_shown = view.unanswered.iter().all(|group| group.shown.is_empty());
        self.others(&hidden.collect::<Vec<_>>(), if none_shown { "" } else { "and for: " }, none_shown);
        if view.more_unanswered > 0 && !none_shown {
            self.line(&format!("    and {} more; see --detail, or --for a role", view.more_unanswered));
        }
    }

    /// What is open, each with what to do.
    fn in_full(&mut self, groups: &[Group<'_>]) {
        for shown in groups.iter().flat_map(|group| &group.shown) {
            self.wrapped("  ", "    ", &format!("{} · {}", shown.message, shown.finding.check.id));
            self.wrapped("    ", "    ", &format!("{}: {}", role_words(shown.finding.check.who), shown.action));
        }
    }

    /// Roles that get no line of their own.
    fn others(&mut self, others: &[(Role, usize)], lead: &str, more: bool) {
        if !others.is_empty() {
            let names: Vec<String> = others.iter().map(|(role, count)| format!("{} ({count})", role_words(*role))).collect();
            self.wrapped(" ", "   ", &format!("{lead}{}{}", names.join(", "), if more { "; see --detail" } else { "" }));
        }
    }

    fn gaps(&mut self, view: &View<'_>) {
        let groups = &view.gaps;
        if groups.is_empty() {
            return;
        }
        self.heading("GAPS, by who must act");
        if view.gaps_in_full {
            return self.in_full(groups);
        }
        let label = |group: &Group<'_>| format!("{} ({})", role_words(group.role), group.total);
        let wide = groups.iter().map(|group| label(group).chars().count()).max().unwrap_or(0);
        for group in groups {
            let ids: Vec<&str> = group.shown.iter().map(|shown| shown.finding.check.id.as_str()).collect();
            let line = format!(" {:wide$}  {}", label(group), fit(&ids, self.width - wide - 6));
            self.line(&line);
        }
        self.others(&view.more_gaps, "and for: ", false);
    }

    fn training(&mut self, view: &View<'_>) {
        if view.training.is_empty() {
            return;
        }
        self.heading("TRAINING REQUIRED");
        for action in &view.training {
            let due = if action.table.gate < view.gate { "due since" } else { "by" };
            let line = format!("{due} {}  {} · {}", action.table.gate.as_str(), action.message, training_force(action.force));
            self.wrapped("  ", "      ", &line);
        }
        if !view.training_waits_for.is_empty() {
            let open = many(view.training_waits_for.len(), "answer");
            let line = format!("Before all of it can be taught, {open} must be in: {}", fit_list(&view.training_waits_for, 4));
            self.wrapped("  ", "      ", &line);
        }
        if view.more_training > 0 {
            self.line(&format!("  and {} more; see --for training_lead --detail", many(view.more_training, "training action")));
        }
    }

    fn worth_knowing(&mut self, view: &View<'_>) {
        if view.worth_knowing.is_empty() {
            return;
        }
        self.heading("WORTH KNOWING, although no check fails for it");
        for line in &view.worth_knowing {
            self.wrapped("  ", "      ", line);
        }
        if view.more_worth_knowing > 0 {
            self.line(&format!("  and {} more; see --detail", view.more_worth_knowing));
        }
    }

    fn here(&mut self, view: &View<'_>) {
        if view.here.is_empty() {
            return;
        }
        self.heading("HERE, if the results hold on your patients");
        for line in &view.here {
            self.wrapped("  ", "      ", line);
        }
        if view.more_here > 0 {
            self.line(&format!("  and {}; see --detail", many(view.more_here, "more result")));
        }
    }

    fn contradictions(&mut self, view: &View<'_>) {
        if view.contradictions.is_empty() && view.more_contradictions == 0 {
            return;
        }
        self.heading("ANSWERS that do not fit together");
        for one in &view.contradictions {
            self.wrapped("  ", "      ", &format!("{} · {}", one.why, one.places));
        }
        if view.more_contradictions > 0 {
            let and = if view.contradictions.is_empty() { "" } else { "and " };
            let more = if view.contradictions.is_empty() { "" } else { " more" };
            self.line(&format!("  {and}{}{more}; see --detail", view.more_contradictions));
        }
    }

    fn worked_out(&mut self, view: &View<'_>) {
        if view.worked_out.is_empty() {
            return;
        }
        self.heading("WORKED OUT from what the dossier says");
        for fact in &view.worked_out {
            self.wrapped("  ", "    ", &format!("{}: {}", fact.path, fact.value));
            self.wrapped("    ", "    ", &fact.why);
        }
    }

    fn coming(&mut self, view: &View<'_>) {
        if view.coming.is_empty() && view.lapses.is_empty() && view.lapsed.is_empty() {
            return;
        }
        self.heading(if view.lapsed.is_empty() { "COMING" } else { "LAPSED AND COMING" });
        for (label, shown, more) in &view.lapsed {
            let more = if *more > 0 { format!("; and {more} more, see --detail") } else { String::new() };
            self.wrapped("  ", "      ", &format!("{label}: {}{more}", shown.join("; ")));
        }
        if !view.lapses.is_empty() {
            let more = if view.more_lapses > 0 { format!("; and {} more, see --detail", view.more_lapses) } else { String::new() };
            self.wrapped("  ", "      ", &format!("Validity: {}{more}", view.lapses.join("; ")));
        }
        for (gate, checks) in &view.coming {
            let label = format!("by {} ({})", gate.as_str(), checks.len());
            let line = format!("  {label:20} {}", fit(checks, self.width - 27));
            self.line(&line);
        }
    }

    fn detail(&mut self, all: &[Shown<'_>]) {
        if all.is_empty() {
            return;
        }
        self.heading("EVERY CHECK");
        for shown in all {
            let finding = shown.finding;
            let support = if finding.outcome == Outcome::Met {
                format!(", {} and {}", finding.how.as_str(), finding.support.as_str())
            } else {
                String::new()
            };
            let due = if finding.due { "due now".into() } else { format!("due by {}", finding.check.gate.as_str()) };
            self.line("");
            self.wrapped("  ", "    ", &format!("{} · {}{support} · {due}", finding.check.id, finding.outcome.words()));
            self.wrapped("    ", "    ", &shown.message);
            if finding.outcome.open() {
                self.wrapped("    ", "    ", &format!("{}: {}", role_words(finding.check.who), shown.action));
            }
            let add = shown.add.as_ref().map_or(String::new(), |path| format!(", see {path}"));
            self.wrapped("    ", "    ", &format!("{}{add}", shown.place));
            self.wrapped("    ", "    ", &format!("{} · {}", shown.cites, finding.force.words()));
            for note in &shown.notes {
                self.wrapped("    ", "    ", &format!("Note on {note}"));
            }
        }
    }

    fn foot(&mut self, view: &View<'_>) {
        self.line("");
        self.wrapped("", "  ", &format!("Packs: {}", view.packs));
        if view.reader.is_none() {
            self.line("Next: --for supplier --detail lists what to ask the supplier; `readiness explain ID` explains one.");
        }
        self.line("This is not legal advice; it reports what the dossier says on the date given.");
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

/// Lines break at spaces only, so that ids stay whole; a word longer than a line is cut.
pub(super) fn wrapping<'a>(width: usize) -> textwrap::Options<'a> {
    textwrap::Options::new(width).word_separator(textwrap::WordSeparator::AsciiSpace).word_splitter(textwrap::WordSplitter::NoHyphenation)
}

/// The items a finding belongs to: `A3-01, A6-02 and 3 more`.
fn parts(shown: &Shown<'_>) -> String {
    let items: Vec<&str> = shown.finding.items.iter().map(|item| item.id.as_str()).collect();
    fit_list(&items, 3)
}

/// The first of a list, then how many more.
fn fit_list(words: &[&str], most: usize) -> String {
    let shown = words.iter().take(most).copied().collect::<Vec<_>>().join(", ");
    if words.len() > most { format!("{shown} and {} more", words.len() - most) } else { shown }
}

/// As many words as fit in a width, then how many are left out.
fn fit(words: &[&str], width: usize) -> String {
    let mut text = String::new();
    for (at, word) in words.iter().enumerate() {
        let left = words.len() - at;
        let room = if left == 1 { 0 } else { 14 };
        if text.chars().count() + word.len() + 3 + room > width + 3 && at > 0 {
            return format!("{text} · and {left} more");
        }
        if at > 0 {
            text.push_str(" · ");
        }
        text.push_str(word);
    }
    text
}
