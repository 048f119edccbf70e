//! What is said at an answer while a condition is evaluated: a value, an honest none, or nothing and why.

use super::evaluation::Doubt;
use super::scene::Scene;
use super::spot::{Here, Spot};
use super::values::same_words;
use crate::dossier::{Place, State};
use crate::facts::{FactValue, Seen};
use crate::fields::{Day, Scalar};
use crate::rules::Naming;
use crate::terms::parse_date;
use crate::text::{Kind, NodeId, unanswered};

/// What is said at an answer.
pub(super) enum Said<'a> {
    /// Nothing, and why.
    Nothing(Doubt<'a>),
    /// An honest none.
    None,
    /// The value that stands at a node.
    Value(NodeId),
    /// The value of a fact.
    Fact(FactValue<'a>),
}

/// Reads answers of a dossier and of its facts.
#[derive(Clone, Copy)]
pub(super) struct Answers<'s, 'a> {
    /// The dossier.
    pub scene: &'s Scene<'a>,
    /// The check whose questions, repeated as an answer, say nothing.
    pub check: Option<usize>,
}

impl<'a> Answers<'_, 'a> {
    /// What is said at an answer: its value, an honest none, or nothing and why.
    pub fn said(self, spot: Spot<'_, 'a>) -> Said<'a> {
        match spot.here {
            Here::Node(node) => self.said_at(node),
            Here::Facts(Seen::Fact(fact), _) => fact.value.map_or(Said::Nothing(Doubt::Fact(fact.why)), Said::Fact),
            Here::Facts(Seen::Name(name), _) if !name.is_empty() => Said::Fact(FactValue::Text(name)),
            Here::Facts(..) | Here::Gone(_) => Said::Nothing(Doubt::Unsaid),
        }
    }

    fn said_at(self, node: NodeId) -> Said<'a> {
        let bound = self.scene.bound;
        let state = match bound.place(node) {
            // A member of a list of values is its own value.
            Place::Inside if !unanswered(&bound.tree, node) => State::Said(node),
            _ => bound.state(node),
        };
        match state {
            State::None(_) => Said::None,
            State::NotApplicable(_) => Said::Nothing(Doubt::NotApplicable),
            State::Said(value) if !self.repeats(value) => match self.ahead(node, value) {
                Some(date) => Said::Nothing(Doubt::Ahead(date)),
                None => Said::Value(value),
            },
            State::Said(_) | State::Unsaid => Said::Nothing(Doubt::Unsaid),
        }
    }

    /// The date of something that is said to have happened, when it lies after the day of the report.
    fn ahead(self, node: NodeId, value: NodeId) -> Option<jiff::civil::Date> {
        let bound = self.scene.bound;
        let happened = bound.field(node)?.relations.day == Day::Past;
        let dates = matches!(bound.place(node), Place::Leaf(leaf) if leaf.scalar == Scalar::Date);
        let date = parse_date(bound.tree.text(value).filter(|_| dates && happened)?)?;
        (date > self.scene.as_of).then_some(date)
    }

    /// Whether a text only repeats the question.
    fn repeats(self, node: NodeId) -> bool {
        let Some(text) = self.scene.bound.tree.text(node) else { return false };
        let Some(check) = self.check else { return false };
        let book = self.scene.book;
        let part = |naming: &'a Naming| naming.parts.iter().map(|at| &book.items[naming.item].parts[*at].asks);
        let mut asks = std::iter::once(&book.checks[check].asks).chain(book.named_by[check].iter().flat_map(part));
        asks.any(|asks| same_words(text, asks))
    }

    /// Whether a judgement that is still open at least says something.
    pub fn explained(self, node: NodeId) -> bool {
        let tree = &self.scene.bound.tree;
        let says = if matches!(tree.kind(node), Kind::Map(_)) { tree.child(node, "says") } else { Some(node) };
        says.is_some_and(|says| !unanswered(tree, says) && !self.repeats(says))
    }
}
