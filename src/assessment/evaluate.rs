//! Evaluates a condition on the tree: what holds, how well it is supported, and which places decided it.

use crate::terms::{Choice, EvidenceKind, Judgment, long_date, parse_date};
use jiff::civil::Date;

use super::scene::Scene;
use super::support::Support;
use super::truth::Truth;
use super::values::{holds_value, order, same_words};
use crate::dossier::Attestation;
use crate::dossier::schema::may_lie_ahead;
use crate::fields::{Scalar, Shape};
use crate::rules::Pattern;
use crate::text::{Kind, NodeId, Segment, parse_path, unanswered};

/// Why a condition could not be decided at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// Nobody has said.
    Unsaid,
    /// The answer is an honest none where a value is needed.
    None,
    /// Said not to apply where that does not close the check.
    NotApplicable,
    /// Judged uncertain, or made for another version; the reason.
    Judgement(String),
    /// A fact that cannot be worked out; the reason.
    Fact(String),
    /// A switch that reads as false and is not reviewed, or is contradicted; the reason.
    Switch(String),
}

/// One place that a condition read.
#[derive(Debug, Clone)]
pub struct Read {
    /// The node; the nearest existing one when the place is missing.
    pub node: NodeId,
    /// What is missing below the node; empty when the node is the place itself.
    pub missing: Vec<Segment>,
    /// What the condition made of it.
    pub truth: Truth,
    /// Why it is unknown.
    pub doubt: Option<Doubt>,
    /// The key of the member of a list that it belongs to.
    pub member: Option<String>,
}

/// What became of a condition.
#[derive(Debug, Clone)]
pub struct Evaluation {
    /// Whether it holds.
    pub truth: Truth,
    /// The support of what makes it hold.
    pub support: Support,
    /// Whether what decides it was worked out by the program.
    pub computed: bool,
    /// The places that decided it.
    pub reads: Vec<Read>,
}

/// Whether switches read as they stand, or as unknown when false and not reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// In `when`: a false switch counts only when the adopter reviewed it and nothing contradicts it.
    When,
    /// In `met`: as it stands.
    Met,
}

/// Where a pattern is read.
#[derive(Clone)]
struct Spot {
    node: Option<NodeId>,
    around: NodeId,
    missing: Vec<Segment>,
    leaf: Option<&'static str>,
    member: Option<String>,
}

/// Evaluates one condition of one check.
pub struct Evaluator<'s, 'a> {
    /// What it is evaluated against.
    pub scene: &'s Scene<'a>,
    /// How switches read.
    pub mode: Mode,
    /// The kinds of document that count; any, if empty.
    pub kinds: &'s [EvidenceKind],
    /// Questions that, repeated as an answer, say nothing.
    pub questions: &'s [&'s str],
}

/// What is said at an answer.
enum Said {
    Nothing(Doubt),
    None,
    Value(NodeId),
}

impl Evaluator<'_, '_> {
    /// Evaluates a condition from the root of the dossier.
    pub fn evaluate(&self, pattern: &Pattern) -> Evaluation {
        let root = self.scene.known.tree.root;
        self.at(pattern, &Spot { node: Some(root), around: root, missing: Vec::new(), leaf: None, member: None })
    }

    fn at(&self, pattern: &Pattern, spot: &Spot) -> Evaluation {
        match pattern {
            Pattern::All(parts) => all(parts.iter().map(|part| self.at(part, spot)).collect()),
            Pattern::Any(parts) => any(parts.iter().map(|part| self.at(part, spot)).collect()),
            Pattern::Not(inner) => {
                let mut found = self.at(inner, spot);
                found.truth = found.truth.negate();
                found
            }
            Pattern::Named(name) => match self.scene.book.conditions.get(name) {
                Some(inner) => self.evaluate(inner),
                None => self.leaf(spot, Truth::Unknown, Some(Doubt::Unsaid)),
            },
            Pattern::Field { name, switch, leaf, pattern } => self.field(name, *switch, *leaf, pattern, spot),
            Pattern::Some(inner) => self.list(inner, spot, any),
            Pattern::Every(inner) => self.whole(spot, self.list(inner, spot, all)),
            Pattern::None(inner) => {
                let mut found = self.list(inner, spot, any);
                found.truth = found.truth.negate();
                self.whole(spot, found)
            }
            Pattern::Present => self.present(spot, false),
            Pattern::Answered => self.present(spot, true),
            Pattern::Judged(wanted) => self.judged(*wanted, spot),
            test => self.compare(test, spot),
        }
    }

    fn field(
        &self,
        name: &str,
        switch: Option<&'static [String]>,
        leaf: Option<&'static str>,
        pattern: &Pattern,
        spot: &Spot,
    ) -> Evaluation {
        let tree = &self.scene.known.tree;
        let found = spot.node.and_then(|node| tree.child(node, name));
        let mut next = Spot { node: found, leaf, ..spot.clone() };
        match found {
            Some(node) => next.around = node,
            None => next.missing.push(Segment::Field(name.to_string())),
        }
        if let (Mode::When, Some(contradictions)) = (self.mode, switch)
            && let Some(doubt) = self.switch_doubt(&next, contradictions)
        {
            return self.leaf(&next, Truth::Unknown, Some(doubt));
        }
        self.at(pattern, &next)
    }

    /// Why a false switch does not count.
    fn switch_doubt(&self, spot: &Spot, contradictions: &[String]) -> Option<Doubt> {
        let Said::Value(value) = self.said(spot) else { return None };
        if self.scene.known.tree.text(value) != Some("false") {
            return None;
        }
        let node = spot.node?;
        if let Some(path) = contradictions.iter().find(|path| self.contradicts(path)) {
            return Some(Doubt::Switch(format!("the dossier says no, but `{path}` says otherwise")));
        }
        let reviewed = self.scene.support(node, &[]) == Support::Reviewed;
        let once = self.scene.outline.chain(node).any(|at| self.scene.known.tree.child(at, "reviewed").is_some());
        let why = if once { "no review of that counts for this version" } else { "nobody on your side has reviewed that" };
        (!reviewed).then(|| Doubt::Switch(format!("the dossier says no, and {why}")))
    }

    /// Whether a path of the dossier holds a real value, or is true.
    pub fn contradicts(&self, path: &str) -> bool {
        let node = parse_path(path).and_then(|path| self.scene.find(&path));
        node.is_some_and(|node| holds_value(&self.scene.known.tree, node, false))
    }

    fn list(&self, inner: &Pattern, spot: &Spot, combine: fn(Vec<Evaluation>) -> Evaluation) -> Evaluation {
        let tree = &self.scene.known.tree;
        let node = match spot.leaf {
            Some(_) => match self.said(spot) {
                Said::Value(node) => node,
                Said::None => return self.none_list(spot, combine),
                Said::Nothing(doubt) => return self.leaf(spot, Truth::Unknown, Some(doubt)),
            },
            None => match spot.node {
                Some(node) if tree.child(node, "none").is_some() => return self.none_list(spot, combine),
                Some(node) if !unanswered(tree, node) => node,
                _ => return self.leaf(spot, Truth::Unknown, Some(self.unsaid(spot))),
            },
        };
        let key = match self.scene.shape(node) {
            Some(Shape::List(record)) => record.key.as_deref().unwrap_or("id"),
            _ => "id",
        };
        let members = tree.members(node).iter().map(|member| {
            let name = tree.member_key(*member, key).or_else(|| tree.text(*member)).map(str::to_string);
            let next = Spot { node: Some(*member), around: *member, missing: Vec::new(), leaf: spot.leaf.map(|_| "is"), member: name };
            self.at(inner, &next)
        });
        combine(members.collect())
    }

    /// An honest none: nothing in it holds, and everything in it holds.
    fn none_list(&self, spot: &Spot, combine: fn(Vec<Evaluation>) -> Evaluation) -> Evaluation {
        let every = combine(vec![self.leaf(spot, Truth::True, None), self.leaf(spot, Truth::False, None)]).truth == Truth::False;
        self.leaf(spot, Truth::from(every), None)
    }

    /// What says something of a whole list is at best asserted unless somebody said that the list is complete.
    fn whole(&self, spot: &Spot, mut found: Evaluation) -> Evaluation {
        let Some(node) = spot.node else { return found };
        let mut path = self.scene.path(node);
        if matches!(path.first(), Some(Segment::Field(first)) if first == "facts") {
            path.remove(0);
        }
        if let Some(Segment::Field(name)) = path.last_mut() {
            *name = format!("{name}_complete");
        }
        let marker = crate::dossier::schema::field_at(&path).is_some();
        if marker && !self.scene.find(&path).is_some_and(|node| self.attested(node)) {
            found.support = Support::Asserted;
        }
        found
    }

    fn attested(&self, node: NodeId) -> bool {
        let read: Attestation = crate::dossier::read(&self.scene.known.tree, node).unwrap_or_default();
        read.by.get().is_some() && read.on.get().is_some_and(|on| on.0 <= self.scene.as_of)
    }

    fn present(&self, spot: &Spot, none_counts: bool) -> Evaluation {
        let tree = &self.scene.known.tree;
        if spot.leaf.is_none() {
            let Some(node) = spot.node else { return self.leaf(spot, Truth::Unknown, Some(Doubt::Unsaid)) };
            if tree.child(node, "none").is_some() {
                let doubt = (!none_counts).then_some(Doubt::None);
                return self.leaf(spot, if none_counts { Truth::True } else { Truth::Unknown }, doubt);
            }
            let held = holds_value(tree, node, true);
            return self.leaf(spot, if held { Truth::True } else { Truth::Unknown }, (!held).then_some(Doubt::Unsaid));
        }
        match self.said(spot) {
            Said::Value(_) => self.leaf(spot, Truth::True, None),
            Said::None if none_counts => self.leaf(spot, Truth::True, None),
            Said::None => self.leaf(spot, Truth::Unknown, Some(Doubt::None)),
            Said::Nothing(doubt) => {
                let explained = spot.leaf == Some("judged") && spot.node.is_some_and(|node| self.explained(node));
                let truth = if explained { Truth::True } else { Truth::Unknown };
                self.leaf(spot, truth, (!explained).then_some(doubt))
            }
        }
    }

    /// Whether a judgement that is still open at least says something.
    fn explained(&self, node: NodeId) -> bool {
        let tree = &self.scene.known.tree;
        let says = if matches!(tree.kind(node), Kind::Map(_)) { tree.child(node, "says") } else { Some(node) };
        says.is_some_and(|says| !unanswered(tree, says) && !self.repeats(says))
    }

    fn judged(&self, wanted: Judgment, spot: &Spot) -> Evaluation {
        let value = match self.said(spot) {
            Said::Value(value) => value,
            Said::None => return self.leaf(spot, Truth::Unknown, Some(Doubt::None)),
            Said::Nothing(doubt) => return self.leaf(spot, Truth::Unknown, Some(doubt)),
        };
        let found = self.scene.known.tree.text(value).and_then(Judgment::parse);
        let (truth, doubt) = match (found, spot.node) {
            (Some(Judgment::Uncertain) | None, _) => (Truth::Unknown, Some(Doubt::Judgement("it is judged uncertain".into()))),
            (Some(judgment), Some(node)) if judgment == wanted => match self.scene.judgement_holds(node) {
                Ok(_) => (Truth::True, None),
                Err(why) => (Truth::Unknown, Some(Doubt::Judgement(why))),
            },
            _ => (Truth::False, None),
        };
        self.leaf(spot, truth, doubt)
    }

    fn compare(&self, test: &Pattern, spot: &Spot) -> Evaluation {
        let tree = &self.scene.known.tree;
        let value = match self.said(spot) {
            Said::Value(value) => value,
            Said::None if matches!(test, Pattern::Expired(_)) => {
                return self.leaf(spot, Truth::from(matches!(test, Pattern::Expired(false))), None);
            }
            Said::None => return self.leaf(spot, Truth::Unknown, Some(Doubt::None)),
            Said::Nothing(doubt) => return self.leaf(spot, Truth::Unknown, Some(doubt)),
        };
        let text = tree.text(value).unwrap_or_default();
        let truth = match test {
            Pattern::OneOf(operands) => Truth::from(operands.iter().any(|operand| order(text, operand) == Some(std::cmp::Ordering::Equal))),
            Pattern::AtLeast(limit) => Truth::from(order(text, limit).map(|order| order.is_ge())),
            Pattern::AtMost(limit) => Truth::from(order(text, limit).map(|order| order.is_le())),
            Pattern::Expired(wanted) => Truth::from(parse_date(text).map(|date| (date < self.scene.as_of) == *wanted)),
            Pattern::WithinLast(span) => {
                let since = self.scene.as_of.checked_sub(*span).ok();
                Truth::from(parse_date(text).zip(since).map(|(date, since)| since <= date && date <= self.scene.as_of))
            }
            _ => Truth::Unknown,
        };
        self.leaf(spot, truth, None)
    }

    /// What is said at an answer: its value node, an honest none, or nothing and why.
    fn said(&self, spot: &Spot) -> Said {
        let tree = &self.scene.known.tree;
        let Some(node) = spot.node else { return Said::Nothing(Doubt::Unsaid) };
        if tree.child(node, "none").is_some() {
            return Said::None;
        }
        if tree.child(node, "not_applicable").is_some() {
            return Said::Nothing(Doubt::NotApplicable);
        }
        let value = match tree.kind(node) {
            Kind::Map(_) => tree.child(node, spot.leaf.unwrap_or("is")),
            _ if spot.leaf == Some("judged") => None,
            _ => Some(node),
        };
        match value {
            Some(value) if !unanswered(tree, value) && !self.repeats(value) => match self.dated_ahead(node, value) {
                Some(date) => Said::Nothing(Doubt::Judgement(format!("it is dated {}, after the day of this report", long_date(date)))),
                None => Said::Value(value),
            },
            _ => Said::Nothing(self.unsaid(spot)),
        }
    }

    /// The date of something that is said to have happened, when it lies after the day of the report.
    fn dated_ahead(&self, node: NodeId, value: NodeId) -> Option<Date> {
        let dates = matches!(self.scene.shape(node), Some(Shape::Leaf(leaf)) if leaf.scalar == Scalar::Date);
        let tree = &self.scene.known.tree;
        let name = self.scene.outline.key(node).and_then(|key| tree.text(key)).unwrap_or_default();
        let date = parse_date(tree.text(value)?)?;
        (dates && date > self.scene.as_of && !may_lie_ahead(name)).then_some(date)
    }

    fn unsaid(&self, spot: &Spot) -> Doubt {
        let note = spot.node.and_then(|node| self.scene.known.notes.get(&node));
        note.map_or(Doubt::Unsaid, |note| Doubt::Fact(note.why.clone()))
    }

    /// Whether a text only repeats the question.
    fn repeats(&self, node: NodeId) -> bool {
        let Some(text) = self.scene.known.tree.text(node) else { return false };
        self.questions.iter().any(|question| same_words(text, question))
    }

    fn leaf(&self, spot: &Spot, truth: Truth, doubt: Option<Doubt>) -> Evaluation {
        let node = spot.node.unwrap_or(spot.around);
        let computed = self.scene.known.notes.contains_key(&node);
        let support = if truth == Truth::True { self.scene.support(node, self.kinds) } else { Support::Asserted };
        let read = Read { node, missing: spot.missing.clone(), truth, doubt, member: spot.member.clone() };
        Evaluation { truth, support, computed, reads: vec![read] }
    }
}

/// All hold: the places that decide are those of the worst.
fn all(parts: Vec<Evaluation>) -> Evaluation {
    let truth = if parts.is_empty() { Truth::Unknown } else { parts.iter().fold(Truth::True, |truth, part| truth.and(part.truth)) };
    let support = parts.iter().filter(|part| part.truth == Truth::True).map(|part| part.support).min();
    gather(parts, truth, support)
}

/// One holds: the best supported of those that do.
fn any(parts: Vec<Evaluation>) -> Evaluation {
    let truth = if parts.is_empty() { Truth::Unknown } else { parts.iter().fold(Truth::False, |truth, part| truth.or(part.truth)) };
    let support = parts.iter().filter(|part| part.truth == Truth::True).map(|part| part.support).max();
    gather(parts, truth, support)
}

fn gather(parts: Vec<Evaluation>, truth: Truth, support: Option<Support>) -> Evaluation {
    let deciding: Vec<Evaluation> = parts.into_iter().filter(|part| part.truth == truth).collect();
    let computed = deciding.iter().any(|part| part.computed);
    let reads = deciding.into_iter().flat_map(|part| part.reads).collect();
    Evaluation { truth, support: support.unwrap_or(Support::Asserted), computed, reads }
}
