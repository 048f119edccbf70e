//! What a finding says, in pieces: our words, and the dossier's, which a renderer must escape.

use super::evaluate::Doubt;
use super::outcome::{Finding, Outcome, Reason};
use super::scene::Scene;
use crate::dossier::schema::field_at;
use crate::fields::{LeafShape, Scalar, Shape};
use crate::rules::{Piece, Template};
use crate::terms::{Needs, long_date, parse_date};
use crate::text::{NodeId, Segment, visible_line};

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phrase {
    /// Our words.
    Ours(String),
    /// Words of the dossier: never markup, never an escape, never a formula.
    Theirs(String),
}

/// The longest piece of the dossier's own words in a sentence, in characters.
const LONGEST: usize = 80;

impl Scene<'_> {
    /// What a finding says.
    pub fn message(&self, finding: &Finding<'_>) -> Vec<Phrase> {
        let check = finding.check;
        match finding.outcome {
            Outcome::NotMet => {
                let mut words = check.gap.as_ref().map_or_else(|| ours(check.asks.clone()), |gap| self.fill(gap));
                if let Some(why) = self.worked_out(finding) {
                    if let Some(Phrase::Ours(last)) = words.last_mut() {
                        *last = last.trim_end_matches('.').to_string();
                    }
                    words.push(Phrase::Theirs(format!(" ({why}).")));
                }
                words
            }
            Outcome::Unknown => self.unknown(finding),
            Outcome::Met | Outcome::NotApplicable => ours(check.asks.clone()),
        }
    }

    fn unknown(&self, finding: &Finding<'_>) -> Vec<Phrase> {
        let check = finding.check;
        let asks = &check.asks;
        match &finding.reason {
            Some(Reason::NotShown(Needs::Evidenced)) => {
                let why = self.why_not_shown(finding);
                vec![Phrase::Ours(format!("Claimed, not shown: {asks} ")), Phrase::Theirs(format!("({why})"))]
            }
            Some(Reason::NotShown(Needs::Reviewed)) => ours(format!("Stated, but nobody here has examined it for this version: {asks}")),
            Some(Reason::ReviewDue) => ours(format!("Answered long ago and due to be looked at again: {asks}")),
            Some(Reason::Applies(Doubt::Switch(why))) => ours(format!("Cannot be ruled out, since {why}: {asks}")),
            Some(Reason::Applies(_)) => {
                let place = self.place(finding).path;
                let hangs = if place.is_empty() { "an answer that is missing".into() } else { format!("`{place}`") };
                vec![
                    Phrase::Ours("Not settled whether this is asked of the product, since it hangs on ".into()),
                    Phrase::Theirs(hangs),
                    Phrase::Ours(format!(": {asks}")),
                ]
            }
            Some(Reason::Doubt(Doubt::Fact(why))) => {
                vec![Phrase::Ours(format!("Not settled: {asks} ")), Phrase::Theirs(format!("({why})"))]
            }
            Some(Reason::Doubt(Doubt::Judgement(why))) => ours(format!("Answered, but {why}: {asks}")),
            Some(Reason::Doubt(Doubt::None)) => ours(format!("Said to be none, which does not answer this: {asks}")),
            Some(Reason::Doubt(Doubt::NotApplicable)) => ours(format!("Said not to apply, which does not answer this: {asks}")),
            _ => check.unanswered.as_ref().map_or_else(|| ours(format!("Nobody has said: {asks}")), |text| self.fill(text)),
        }
    }

    /// The reason of the fact that decided a finding.
    fn worked_out(&self, finding: &Finding<'_>) -> Option<String> {
        let notes = finding.reads.iter().filter_map(|read| self.known.notes.get(&read.node));
        notes.map(|note| note.why.clone()).find(|why| !why.is_empty())
    }

    /// Why the documents that an answer names do not show it.
    fn why_not_shown(&self, finding: &Finding<'_>) -> String {
        let inputs = finding.reads.iter().flat_map(|read| match self.known.notes.get(&read.node) {
            Some(note) => note.from.clone(),
            None => vec![read.node],
        });
        for input in inputs {
            let named = self.outline.chain(input).map(|at| self.documents(at)).find(|ids| !ids.is_empty()).unwrap_or_default();
            if named.is_empty() {
                return "no document is named".into();
            }
            let counts = |id: &String| {
                let document = self.known.register.document(id)?;
                (!document.standing.shows()).then(|| format!("{id}: {}", document.standing.words()))
            };
            let open: Vec<String> = named.iter().filter_map(counts).collect();
            if open.len() == named.len() {
                return open.join("; ");
            }
            if !self.evidenced(input, &finding.check.evidence) {
                return format!("{}: not a kind of document that can show this", named.join(", "));
            }
        }
        "the list it is read from is not said to be complete".into()
    }

    /// What to do about a finding.
    pub fn action(&self, finding: &Finding<'_>) -> Vec<Phrase> {
        self.fill(&finding.check.action)
    }

    fn fill(&self, template: &Template) -> Vec<Phrase> {
        let pieces = template.0.iter().map(|piece| match piece {
            Piece::Text(text) => Phrase::Ours(text.clone()),
            Piece::Today => Phrase::Ours(long_date(self.as_of)),
            Piece::Path(path) => self.value(path),
        });
        pieces.collect()
    }

    fn value(&self, path: &[Segment]) -> Phrase {
        match self.find(path).and_then(|node| self.said(node)) {
            Some(text) => Phrase::Theirs(match field_at(path).map(|field| &field.shape) {
                Some(Shape::Leaf(leaf)) if leaf.scalar == Scalar::Date => parse_date(&text).map_or(text, long_date),
                Some(Shape::Leaf(LeafShape { scalar: Scalar::Choice(_), .. })) if path == nation() => title_case(&text),
                _ => text,
            }),
            None => Phrase::Ours("(nobody has said)".into()),
        }
    }

    /// What an answer says, as one short line.
    pub fn said(&self, node: NodeId) -> Option<String> {
        let tree = &self.known.tree;
        let value = ["is", "judged", "says"].iter().find_map(|key| tree.child(node, key)).unwrap_or(node);
        if crate::text::unanswered(tree, value) {
            return None;
        }
        let text = match tree.text(value) {
            Some(text) => text.to_string(),
            None => tree.members(value).iter().filter_map(|one| tree.text(*one)).collect::<Vec<_>>().join(", "),
        };
        let line = visible_line(&text);
        let short: String = line.chars().take(LONGEST).collect();
        Some(if short.len() < line.len() { format!("{short}…") } else { short })
    }
}

fn ours(text: String) -> Vec<Phrase> {
    vec![Phrase::Ours(text)]
}

fn nation() -> [Segment; 2] {
    [Segment::Field("adopter".into()), Segment::Field("nation".into())]
}

/// `northern-ireland` as people write it: Northern Ireland.
pub fn title_case(word: &str) -> String {
    let parts = word.split('-').map(|part| {
        let mut letters = part.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    });
    parts.collect::<Vec<_>>().join(" ")
}
