//! What a finding says, in pieces: our words, and the dossier's, which a renderer must escape.

use super::evaluate::Doubt;
use super::outcome::{Finding, Outcome, Reason};
use super::scene::Scene;
use crate::rules::{Needs, Piece, Template};
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
            Outcome::NotMet => check.gap.as_ref().map_or_else(|| ours(check.asks.clone()), |gap| self.fill(gap)),
            Outcome::Unknown => self.unknown(finding),
            Outcome::Met | Outcome::NotApplicable => ours(check.asks.clone()),
        }
    }

    fn unknown(&self, finding: &Finding<'_>) -> Vec<Phrase> {
        let check = finding.check;
        let asks = &check.asks;
        match &finding.reason {
            Some(Reason::NotShown(Needs::Evidenced)) => ours(format!("Claimed, but no document on file shows it: {asks}")),
            Some(Reason::NotShown(Needs::Reviewed)) => ours(format!("Stated, but nobody here has examined it: {asks}")),
            Some(Reason::ReviewDue) => ours(format!("Answered long ago and due to be looked at again: {asks}")),
            Some(Reason::Applies(Doubt::Switch(why))) => ours(format!("Cannot be ruled out, since {why}: {asks}")),
            Some(Reason::Doubt(Doubt::Fact(why))) => {
                vec![Phrase::Ours(format!("Cannot be worked out: {asks} ")), Phrase::Theirs(format!("({why})"))]
            }
            Some(Reason::Doubt(Doubt::Judgement(why))) => ours(format!("Judged, but {why}: {asks}")),
            Some(Reason::Doubt(Doubt::None)) => ours(format!("Said to be none, which does not answer this: {asks}")),
            Some(Reason::Doubt(Doubt::NotApplicable)) => ours(format!("Said not to apply, which does not answer this: {asks}")),
            _ => check.unanswered.as_ref().map_or_else(|| ours(format!("Nobody has said: {asks}")), |text| self.fill(text)),
        }
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
            Some(text) => Phrase::Theirs(text),
            None => Phrase::Ours("(nobody has said)".into()),
        }
    }

    /// What an answer says, as one short line.
    pub fn said(&self, node: NodeId) -> Option<String> {
        let tree = &self.known.tree;
        let value = ["is", "judged", "says"].iter().find_map(|key| tree.child(node, key)).unwrap_or(node);
        if crate::dossier::unanswered(tree, value) {
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

/// A date as people write it: 22 November 2026.
pub fn long_date(date: jiff::civil::Date) -> String {
    const MONTHS: [&str; 12] =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    format!("{} {} {}", date.day(), MONTHS[date.month() as usize - 1], date.year())
}
