//! One finding as a reader sees it: what it says, what to do, on what it rests, and where it points.

use super::brief;
use super::place::place_span;
use crate::assessment::{Assessment, Finding, Phrase, action, answered_once, message, place};
use crate::terms::Role;
use crate::text::Span;

/// One finding as it is shown.
pub struct Shown<'a> {
    /// The finding.
    pub finding: &'a Finding<'a>,
    /// What it says.
    pub message: String,
    /// What to do.
    pub action: String,
    /// The citation: its items and what it rests on.
    pub cites: String,
    /// What a reader should know of the sources that ask for it, each with its item.
    pub notes: Vec<String>,
    /// `file:line:column`.
    pub place: String,
    /// What to add, when the place is missing.
    pub add: Option<String>,
    /// The place, when it is the answer itself.
    pub span: Option<Span>,
    /// Other failing blockers at the same place, for the same role.
    pub with_it: Vec<&'a str>,
    /// Whether it is unanswered and was answered once: for an earlier version, or too long ago.
    pub again: bool,
}

/// Findings for which one role must act.
pub struct Group<'a> {
    /// The role.
    pub role: Role,
    /// The findings, the gravest first.
    pub findings: Vec<&'a Finding<'a>>,
    /// Those of them that are told, as far as there is ever room for them.
    pub shown: Vec<Shown<'a>>,
}

impl<'a> Shown<'a> {
    /// Makes what is shown of a finding.
    pub(super) fn of(assessment: &'a Assessment<'a>, finding: &'a Finding<'a>) -> Shown<'a> {
        let scene = &assessment.scene;
        let place = place(scene, finding);
        let span = place_span(scene, place.node, place.exact);
        Shown {
            finding,
            message: plain(&message(scene, finding)),
            action: plain(&action(scene, finding)),
            cites: cites(finding),
            notes: notes(finding),
            place: assessment.sources().locate(span),
            add: (!place.exact && !place.path.is_empty()).then(|| brief::path(&place.path).into_owned()),
            span: place.exact.then_some(span),
            with_it: Vec::new(),
            again: answered_once(scene, finding),
        }
    }
}

fn cites(finding: &Finding<'_>) -> String {
    let mut cites: Vec<&str> = Vec::new();
    for item in finding.items() {
        if !cites.contains(&item.cites.as_str()) {
            cites.push(&item.cites);
        }
    }
    cites.extend(finding.check.cites.iter().map(|one| &**one));
    let items: Vec<&str> = finding.items().map(|item| item.id.as_str()).collect();
    format!("{} · {}", items.join(", "), cites.join("; "))
}

/// What a reader should know of the sources that ask for a check, each with the items it is about.
pub(super) fn notes(finding: &Finding<'_>) -> Vec<String> {
    let mut notes: Vec<(&str, Vec<&str>)> = Vec::new();
    for (item, note) in finding.items().filter_map(|item| Some((item, item.note.as_deref()?))) {
        match notes.iter_mut().find(|(held, _)| *held == note) {
            Some((_, items)) => items.push(&item.id),
            None => notes.push((note, vec![&item.id])),
        }
    }
    notes.into_iter().map(|(note, items)| format!("{}: {note}", items.join(", "))).collect()
}

/// A sentence as plain text, shortened where it is long.
pub(super) fn plain(phrases: &[Phrase]) -> String {
    let text: String = phrases
        .iter()
        .map(|phrase| match phrase {
            Phrase::Ours(text) | Phrase::Theirs(text) => text.as_str(),
        })
        .collect();
    brief::sentence(&text).into_owned()
}
