//! Whether the rules of a run fit together: what names what, and what can be said of each check.

use std::collections::BTreeSet;

use super::book::Book;
use super::check::Check;
use super::pattern::Pattern;
use super::source::Item;
use super::training::TrainingTable;
use crate::text::{Diagnostic, Span, Text};

/// Where what is new begins in a book; what stands before it was checked already.
pub(super) struct New {
    /// Of packs.
    pub packs: usize,
    shared: usize,
    items: usize,
    checks: usize,
    training: usize,
}

impl New {
    /// Behind all that a book holds.
    pub fn behind(book: &Book) -> New {
        New {
            packs: book.packs.len(),
            shared: book.shared.len(),
            items: book.items.len(),
            checks: book.checks.len(),
            training: book.training.len(),
        }
    }
}

/// Reports whatever does not fit together.
pub(super) fn consistent(book: &Book, new: &New, mistakes: &mut Vec<Diagnostic>) {
    Consistency { book, mistakes }.check(new);
}

struct Consistency<'b> {
    book: &'b Book,
    mistakes: &'b mut Vec<Diagnostic>,
}

impl Consistency<'_> {
    fn check(&mut self, new: &New) {
        for shared in &self.book.shared[new.shared..] {
            self.names(&shared.pattern, shared.span, &mut vec![shared.name.clone()]);
        }
        // What follows walks through shared conditions, and would walk for ever through one that contains itself.
        if !self.mistakes.is_empty() {
            return;
        }
        let mut named = BTreeSet::new();
        for item in &self.book.items[new.items..] {
            self.item(item, &mut named);
        }
        for check in &self.book.checks[new.checks..] {
            self.one(check, named.contains(&*check.id));
        }
        for table in &self.book.training[new.training..] {
            self.training(table);
        }
    }

    fn report(&mut self, message: String, span: Span, help: &str) {
        let mistake = Diagnostic::new(message, span, "here");
        self.mistakes.push(if help.is_empty() { mistake } else { mistake.help(help) });
    }

    fn item(&mut self, item: &Item, named: &mut BTreeSet<Text>) {
        for (id, span) in item.parts.iter().flat_map(|part| part.checks.iter().zip(&part.places)) {
            match self.book.check(id) {
                Some(_) => {
                    named.insert(id.clone());
                }
                None => {
                    let mistake = Diagnostic::new(format!("there is no check `{id}`"), *span, "here");
                    let known = self.book.checks.iter().map(|check| check.id.as_str());
                    self.mistakes.push(mistake.spelling(id, known));
                }
            }
        }
        for part in &item.parts {
            let checks: Vec<&Check> = part.checks.iter().filter_map(|id| self.book.check(id)).collect();
            if !checks.is_empty() && !checks.iter().any(|check| check.closes(part.kind)) {
                let message = format!("part {} asks for a judgement, and none of its checks judges", part.id);
                self.report(message, item.span, "one of them must read `judged`, demand `needs = \"reviewed\"`, or read `facts`");
            }
        }
        if let Some(when) = &item.when {
            self.names(&when.pattern, item.span, &mut Vec::new());
        }
    }

    fn one(&mut self, check: &Check, named: bool) {
        let house = !self.book.packs[check.pack].embedded;
        match (named, check.force) {
            (false, None) => self.report(
                format!("no item names the check `{}`", check.id),
                check.span,
                if house { "give it a `force` of its own" } else { "name it in a part of a source" },
            ),
            (true, Some(_)) => {
                self.report(format!("`{}` has a force of its own beside those of its items", check.id), check.span, "remove `force`")
            }
            _ => {}
        }
        match (self.book.can_be_false(&check.met), &check.gap) {
            (true, None) => self.report(format!("`{}` can be not met and does not say what then", check.id), check.span, "add `gap`"),
            (false, Some(_)) => {
                self.report(format!("`{}` can never be not met, so its `gap` is never said", check.id), check.span, "remove `gap`")
            }
            _ => {}
        }
        let mut answers = 0;
        check.met.walk(&mut Vec::new(), &mut |_, _| answers += 1);
        if check.not_applicable && answers != 1 {
            self.report(
                format!("`{}` reads {answers} answers, and only one can be said not to apply", check.id),
                check.span,
                "remove `not_applicable`",
            );
        }
        if check.review_every.is_some() && self.book.chooses(&check.met) {
            // Else removing the answer that is due to be looked at again would leave the other one, which is not.
            let message = format!("`{}` is met by one of several answers, and each must be looked at again", check.id);
            self.report(message, check.span, "remove `review_every`, or `any` and `some`");
        }
        for pattern in check.when.iter().map(|when| &when.pattern).chain([&check.met]) {
            self.names(pattern, check.span, &mut Vec::new());
        }
    }

    /// Reports shared conditions that do not exist or that contain themselves.
    fn names(&mut self, pattern: &Pattern, span: Span, inside: &mut Vec<Text>) {
        let mut found = Vec::new();
        pattern.walk(&mut Vec::new(), &mut |_, leaf| {
            if let Pattern::Named(name, _) = leaf {
                found.push(name.clone());
            }
        });
        for name in found {
            match self.book.condition(&name) {
                None => {
                    let mistake = Diagnostic::new(format!("there is no condition `{name}`"), span, "here");
                    self.mistakes.push(mistake.spelling(&name, self.book.shared.iter().map(|shared| &*shared.name)));
                }
                Some(_) if inside.contains(&name) => self.report(format!("the condition `{name}` contains itself"), span, ""),
                Some(inner) => {
                    inside.push(name);
                    self.names(inner, span, inside);
                    inside.pop();
                }
            }
        }
    }

    fn training(&mut self, table: &TrainingTable) {
        for outcome in &table.table.outcomes {
            for part in &outcome.content_from {
                if self.book.part(part).is_none() {
                    self.report(format!("there is no question part `{part}`"), outcome.span, "");
                }
            }
            if let Some(same) = &outcome.same_as
                && !table.table.outcomes.iter().any(|other| other.id == *same)
            {
                self.report(format!("there is no outcome `{same}`"), outcome.span, "");
            }
        }
    }
}
