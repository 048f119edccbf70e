//! Explains one check, item, part or training outcome: what it asks, when, what satisfies it, and on what it rests.

use super::page::{Page, wrapping};
use super::words::{many, role_words};
use crate::assessment::title_case;
use crate::rules::{Book, Check, Item, Pattern, Piece, Template, TrainingTable};
use crate::tables::LearningOutcome;
use crate::terms::{Force, Needs, PartKind, Period};
use crate::text::{Segment, Text, nearest};

/// The explanation, or the nearest ids.
pub fn explain(book: &Book, id: &str, width: usize) -> Result<String, Vec<String>> {
    let mut explanation = Explanation { book, page: Page::new(width, false) };
    if explanation.of(id) {
        return Ok(explanation.page.text);
    }
    if let Some((table, number)) = id.rsplit_once('-').filter(|(_, number)| number.len() == 1 && number.chars().all(|c| c.is_ascii_digit()))
    {
        let padded = format!("{table}-0{number}");
        return if book.item(&padded).is_some() { explain(book, &padded, width) } else { Err(Vec::new()) };
    }
    let known = book.checks.iter().map(|check| check.id.as_str());
    let known = known.chain(book.items.iter().map(|item| item.id.as_str()));
    Err(nearest(id, known).into_iter().map(|near| format!("`{near}`")).collect())
}

/// An explanation that is being written.
struct Explanation<'b> {
    book: &'b Book,
    page: Page,
}

impl Explanation<'_> {
    /// Explains what has that id, if anything has.
    fn of(&mut self, id: &str) -> bool {
        let book = self.book;
        if let Some(check) = book.check(id) {
            self.check(check);
        } else if let Some(item) = book.item(id) {
            self.item(item, None);
        } else if let Some((item, at)) = part(book, id) {
            self.item(item, Some(at));
        } else if let Some((table, outcome)) = outcome(book, id) {
            self.outcome(table, outcome);
        } else {
            return false;
        }
        true
    }

    fn row(&mut self, label: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let first = format!("{label:14}");
        let options = wrapping(self.page.width).initial_indent(&first).subsequent_indent("              ");
        let lines: Vec<String> = textwrap::wrap(text, options).iter().map(|line| line.to_string()).collect();
        lines.iter().for_each(|line| self.page.line(line));
    }

    fn check(&mut self, check: &Check) {
        self.page.line(&check.id);
        self.page.line(&check.asks);
        self.page.line("");
        match &check.when {
            None => self.row("Asked", "always"),
            Some(when) => self.row("Asked when", &in_words(self.book, &when.pattern)),
        }
        self.row("Met when", &in_words(self.book, &check.met));
        for path in reads(self.book, check) {
            self.row("Reads", &path);
        }
        self.row("Support", &support(check));
        self.row("Due by", &due(self.book, check));
        let answers: Vec<String> = self
            .book
            .items_of(&check.id)
            .flat_map(|(item, parts)| parts.iter().map(|at| item.parts[*at].id.to_string()).collect::<Vec<_>>())
            .collect();
        self.row("Answers", &answers.join(", "));
        self.row("Why", &check.why);
        self.row("If not met", &check.gap.as_ref().map_or(String::new(), plain_source));
        self.row("To mend", &plain_source(&check.action));
        self.row("Example", &check.example);
        self.row("Rests on", &check.cites.join("; "));
        let mut cites: Vec<&str> = self.book.items_of(&check.id).map(|(item, _)| item.cites.as_str()).collect();
        cites.dedup();
        self.row("Asked by", &cites.join("; "));
    }

    fn item(&mut self, item: &Item, only: Option<usize>) {
        self.page.line(&format!("{} · {}", item.id, [item.area.as_str(), item.topic.as_str()].join(" · ").trim_matches([' ', '·'])));
        self.page.line(&item.asks);
        self.page.line("");
        self.row("Force", &format!("{}, so what is open here is a {}", item.force.words(), item.force.severity().as_str()));
        for (nation, force) in &item.force_in {
            self.row("", &format!("in {}: {}", title_case(nation.as_str()), force.words()));
        }
        let nations: Vec<&str> = item.nations.iter().map(|nation| nation.as_str()).collect();
        self.row("Nations", &nations.join(", "));
        self.row("Asked when", &item.when.as_ref().map_or(String::new(), |when| in_words(self.book, &when.pattern)));
        self.row("Also asked in", &item.also_in.join(", "));
        self.row("Source", &format!("{}; {}", item.cites, self.book.packs[item.pack].title));
        self.row("Note", item.note.as_deref().unwrap_or_default());
        for (_, part) in item.parts.iter().enumerate().filter(|(at, _)| only.is_none_or(|only| only == *at)) {
            self.page.line("");
            let kind = match part.kind {
                PartKind::Disclosure => "a disclosure: any real answer closes it, \"no\" included",
                PartKind::Judgement => "a judgement: closed by a judgement, a review or a comparison, never by an answer alone",
            };
            self.row(&part.id, &part.asks);
            self.row("", kind);
            for check in part.checks.iter().filter_map(|id| self.book.check(id)) {
                self.row("", &format!("{}: {}", check.id, check.asks));
                self.row("", &format!("  met when {}", in_words(self.book, &check.met)));
                self.row("", &format!("  e.g. {}", check.example));
            }
        }
    }

    fn outcome(&mut self, table: &TrainingTable, outcome: &LearningOutcome) {
        self.page.line(&format!("{} · {}", outcome.id, table.table.title));
        self.page.line(&outcome.asks);
        self.page.line("");
        self.row("Level", outcome.level.map_or("lost in the source, so none is scored", |level| level.as_str()));
        self.row("Under", [outcome.area.as_str(), outcome.topic.as_str()].join(" · ").trim_matches([' ', '·']));
        self.row("Due by", &format!("{} · {} · {} sees to it", table.gate.as_str(), table.force.words(), role_words(table.owner)));
        self.row("Taught from", &outcome.content_from.iter().chain(&outcome.content_fields).cloned().collect::<Vec<_>>().join(", "));
        self.row("Same as", outcome.same_as.as_deref().unwrap_or_default());
        self.row("Note", outcome.note.as_deref().unwrap_or_default());
        self.row("Source", &self.book.packs[table.pack].title);
    }
}

/// The item of a part, and which of its parts it is.
fn part<'b>(book: &'b Book, id: &str) -> Option<(&'b Item, usize)> {
    let of = |item: &'b Item| Some((item, item.parts.iter().position(|part| part.id.eq_ignore_ascii_case(id))?));
    book.items.iter().find_map(of)
}

/// The outcome of training with that id, and its table.
fn outcome<'b>(book: &'b Book, id: &str) -> Option<(&'b TrainingTable, &'b LearningOutcome)> {
    let of = |table: &'b TrainingTable| Some((table, table.table.outcomes.iter().find(|one| one.id.eq_ignore_ascii_case(id))?));
    book.training.iter().find_map(of)
}

/// The words of a template, where what a dossier fills in is named.
fn plain_source(template: &Template) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => text.to_string(),
        Piece::Today => "the day of the report".into(),
        Piece::Path(path) => match path.last() {
            Some(Segment::Field(name)) if name == "nation" => "your nation".into(),
            _ => format!("[{}]", crate::text::write_path(path)),
        },
    };
    template.0.iter().map(piece).collect()
}

/// By when it is due, how grave it is, who acts, and who may waive it.
fn due(book: &Book, check: &Check) -> String {
    let force = book.items_of(&check.id).map(|(item, _)| item.force_for(None)).chain(check.force).max();
    let until = check.until.map_or(String::new(), |until| format!(", until {}", until.as_str()));
    let waive = match &*check.waivable_by {
        [] => "cannot be waived".into(),
        roles => format!("may be waived by: {}", roles.iter().map(|role| role_words(*role)).collect::<Vec<_>>().join(", ")),
    };
    let due = |force: Force| {
        let (gate, who) = (check.gate.as_str(), role_words(check.who));
        format!("{gate}{until} · {}: {} · {who} acts · {waive}", force.severity().as_str(), force.words())
    };
    force.map_or(String::new(), due)
}

fn support(check: &Check) -> String {
    let kinds: Vec<&str> = check.evidence.iter().map(|kind| kind.as_str()).collect();
    match check.needs {
        None => "an assertion is enough; the report says that it is one".into(),
        Some(Needs::Evidenced) if kinds.is_empty() => "a registered document must show it".into(),
        Some(Needs::Evidenced) => format!("a registered document must show it: {}", kinds.join(" or ")),
        Some(Needs::Reviewed) => "the adopter's named role must have examined it, for this version".into(),
    }
}

/// The fields a check reads, each with its documentation.
fn reads(book: &Book, check: &Check) -> Vec<String> {
    let mut paths: Vec<Vec<Text>> = Vec::new();
    let mut collect = |pattern: &Pattern| {
        pattern.walk(&mut Vec::new(), &mut |path, leaf| {
            let path = path.to_vec();
            if !matches!(leaf, Pattern::Named(..)) && !path.is_empty() && !paths.contains(&path) {
                paths.push(path);
            }
        });
    };
    for pattern in check.when.iter().map(|when| &when.pattern).chain([&check.met]) {
        collect(pattern);
        pattern.walk(&mut Vec::new(), &mut |_, leaf| {
            if let Pattern::Named(name, _) = leaf {
                book.condition(name).into_iter().for_each(&mut collect);
            }
        });
    }
    let describe = |path: &Vec<Text>| {
        let segments: Vec<Segment> = path.iter().map(|name| Segment::Field(name.clone())).collect();
        let doc = book.schema.field_at(&segments).map_or("", |field| field.doc.as_str());
        let worked_out = if path.first().is_some_and(|first| first == "facts") { " (worked out by the program)" } else { "" };
        format!("{}{worked_out}: {doc}", path.join("."))
    };
    paths.iter().map(describe).collect()
}

/// A condition in words.
fn in_words(book: &Book, pattern: &Pattern) -> String {
    words(book, pattern, "")
}

fn words(book: &Book, pattern: &Pattern, at: &str) -> String {
    let join = |parts: &[Pattern], with: &str| parts.iter().map(|part| words(book, part, at)).collect::<Vec<_>>().join(with);
    match pattern {
        Pattern::All(parts) => join(parts, ", and "),
        Pattern::Any(parts) => format!("either {}", join(parts, ", or ")),
        Pattern::Not(inner) => format!("not ({})", words(book, inner, at)),
        Pattern::Named(name, _) => book.condition(name).map_or(name.to_string(), |inner| words(book, inner, "")),
        Pattern::Field(field, inner) => {
            let name = &field.name;
            words(book, inner, &if at.is_empty() { name.to_string() } else { format!("{at}.{name}") })
        }
        Pattern::OneOf(operands) => format!("{at} is {}", operands.iter().map(operand).collect::<Vec<_>>().join(" or ")),
        Pattern::AtLeast(limit) => format!("{at} is at least {}", operand(limit)),
        Pattern::AtMost(limit) => format!("{at} is at most {}", operand(limit)),
        Pattern::Expired(true) => format!("{at} has passed"),
        Pattern::Expired(false) => format!("{at} has not passed"),
        Pattern::WithinLast(length) => format!("{at} lies within the last {}", period(*length)),
        Pattern::Unreadable => String::new(),
        Pattern::Present => format!("{at} is given"),
        Pattern::Answered => format!("{at} is answered"),
        Pattern::Judged(judgment) => format!("{at} is judged {}", judgment.as_str()),
        Pattern::Some(inner) => format!("one of {at} has: {}", inside(book, inner)),
        Pattern::Every(inner, _) => format!("every one of {at} has: {}", inside(book, inner)),
        Pattern::None(inner, _) => format!("none of {at} has: {}", inside(book, inner)),
    }
}

fn inside(book: &Book, inner: &Pattern) -> String {
    match inner {
        Pattern::OneOf(operands) => operands.iter().map(operand).collect::<Vec<_>>().join(" or "),
        other => words(book, other, ""),
    }
}

/// A length of time in words.
fn period(length: Period) -> String {
    let parts = [(length.years.into(), "year"), (length.months, "month"), (length.weeks, "week"), (length.days, "day")];
    let words = parts.iter().filter(|(count, _)| *count != 0).map(|(count, unit)| many(*count as usize, unit));
    words.collect::<Vec<_>>().join(" and ")
}

fn operand(operand: &crate::rules::Operand) -> String {
    use crate::rules::Operand;
    match operand {
        Operand::Text(text) => text.to_string(),
        Operand::Bool(yes) => yes.to_string(),
        Operand::Number(number) => number.to_string(),
        Operand::Date(date) => date.to_string(),
    }
}
