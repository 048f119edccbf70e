//! Evaluates a condition: what holds, how well it is supported, and which places decided it.

use super::brief::{Brief, Over};
use super::circumstances::Circumstances;
use super::evaluation::{At, Doubt, Evaluation, Read, Support};
use super::kinds::Kinds;
use super::objection::Objection;
use super::said::{Answers, Said};
use super::scene::Scene;
use super::spot::{Here, Spot, Step, Trail};
use super::support::{judgement_holds, support};
use super::switch::switch_doubt;
use super::truth::Truth;
use super::values::{holds_fact, holds_value, order, order_fact, tested};
use crate::dossier::answer::View;
use crate::dossier::{Attestation, Place, State};
use crate::facts::{FactValue, Seen};
use crate::rules::{FieldRead, Marker, Pattern, When};
use crate::terms::{Choice, Judgment, parse_date};
use crate::text::NodeId;

/// Whether switches read as they stand, or as unknown when false and not reviewed.
#[derive(Clone, Copy)]
enum Mode<'s, 'a> {
    /// In `when`: a false switch counts only when the adopter reviewed it and nothing contradicts it.
    When(&'s Circumstances<'a>),
    /// In `met`: as it stands.
    Met,
}

/// What became of the circumstance in which something is asked.
pub(super) fn circumstance<'s, 'a>(scene: &Scene<'a>, circumstances: &'s Circumstances<'a>, when: &'a When) -> &'s Evaluation<'a> {
    circumstances.when(when).get_or_init(|| evaluate(scene, Mode::When(circumstances), &when.pattern, None))
}

/// What became of what the check with that number demands; only its kinds of document count.
pub(super) fn met<'a>(scene: &Scene<'a>, check: usize) -> Evaluation<'a> {
    evaluate(scene, Mode::Met, &scene.book.checks[check].met, Some(check))
}

fn evaluate<'a>(scene: &Scene<'a>, mode: Mode<'_, 'a>, pattern: &'a Pattern, check: Option<usize>) -> Evaluation<'a> {
    let (answers, kinds) = (Answers { scene, check }, check.map_or(&[][..], |check| &scene.book.checks[check].evidence));
    let mut run = Evaluator { scene, answers, mode, kinds: Kinds::of(kinds), reads: Vec::new(), parts: Vec::new() };
    let Brief { truth, support, computed } = run.whole_dossier(pattern);
    Evaluation { truth, support, computed, reads: run.reads }
}

struct Evaluator<'s, 'a> {
    scene: &'s Scene<'a>,
    answers: Answers<'s, 'a>,
    mode: Mode<'s, 'a>,
    kinds: Kinds,
    reads: Vec<Read<'a>>,
    /// Of the patterns that are being put together: what each was found to be, and where its places begin and end.
    parts: Vec<(Brief, usize, usize)>,
}

impl<'s, 'a> Evaluator<'s, 'a> {
    /// Evaluates a condition from the root of the dossier.
    fn whole_dossier(&mut self, pattern: &'a Pattern) -> Brief {
        self.at(pattern, Spot::at(Here::Node(self.scene.bound.tree.root)))
    }

    /// A shared condition as a circumstance, or as a part of one: it is evaluated once for a dossier.
    fn shared(&mut self, circumstances: &Circumstances<'a>, number: usize, pattern: &'a Pattern) -> Brief {
        let held = circumstances.shared(number).get_or_init(|| evaluate(self.scene, self.mode, pattern, None));
        self.reads.extend_from_slice(&held.reads);
        Brief { truth: held.truth, support: held.support, computed: held.computed }
    }

    fn at(&mut self, pattern: &'a Pattern, spot: Spot<'_, 'a>) -> Brief {
        match pattern {
            Pattern::All(parts) => self.together(parts.iter(), Over::Every, |run, part| run.at(part, spot)),
            Pattern::Any(parts) => self.together(parts.iter(), Over::Some, |run, part| run.at(part, spot)),
            Pattern::Not(inner) => self.at(inner, spot).negated(),
            Pattern::Named(_, number) => match self.scene.book.condition_at(*number) {
                Some(inner) => match self.mode {
                    Mode::When(circumstances) => self.shared(circumstances, *number, inner),
                    Mode::Met => self.whole_dossier(inner),
                },
                None => self.leaf(spot, Truth::Unknown, Some(Doubt::Unsaid)),
            },
            Pattern::Field(field, inner) => self.field(field, inner, spot),
            Pattern::Some(inner) => self.list(inner, spot, Over::Some),
            Pattern::Every(inner, marker) => {
                let found = self.list(inner, spot, Over::Every);
                self.whole(spot, marker.as_ref(), found)
            }
            Pattern::None(inner, marker) => {
                let found = self.list(inner, spot, Over::Some).negated();
                self.whole(spot, marker.as_ref(), found)
            }
            Pattern::Present => self.present(spot, false),
            Pattern::Answered => self.present(spot, true),
            Pattern::Judged(wanted) => self.judged(*wanted, spot),
            test => self.compare(test, spot),
        }
    }

    /// Evaluates several patterns, or one at each of several places; the places that decide are those of the parts that decide.
    fn together<T>(&mut self, parts: impl Iterator<Item = T>, over: Over, mut each: impl FnMut(&mut Self, T) -> Brief) -> Brief {
        let (first_read, first_part) = (self.reads.len(), self.parts.len());
        for part in parts {
            let from = self.reads.len();
            let brief = each(self, part);
            self.parts.push((brief, from, self.reads.len()));
        }
        let found = over.of(self.parts[first_part..].iter().map(|(brief, ..)| *brief));
        let mut kept = first_read;
        for at in first_part..self.parts.len() {
            let (brief, from, to) = self.parts[at];
            if brief.truth == found.truth {
                if kept == from {
                    kept = to;
                    continue;
                }
                for read in from..to {
                    self.reads.swap(kept, read);
                    kept += 1;
                }
            }
        }
        self.reads.truncate(kept);
        self.parts.truncate(first_part);
        found
    }

    fn field(&mut self, field: &'a FieldRead, inner: &'a Pattern, spot: Spot<'_, 'a>) -> Brief {
        let bound = self.scene.bound;
        let trail = Trail { step: Step::Field(&field.name), up: spot.trail };
        let below = |here: Here<'a>| Spot { here, trail: None, leaf: field.leaf, member: spot.member };
        let missing = |around: NodeId| Spot { here: Here::Gone(around), trail: Some(&trail), leaf: field.leaf, member: spot.member };
        let next = match spot.here {
            Here::Node(node) => match field.index {
                _ if node == bound.tree.root && field.name == "facts" => below(Here::facts(self.scene)),
                Some(index) => bound.slot(node, index).map_or_else(|| missing(node), |value| below(Here::Node(value))),
                None => bound.tree.child(node, &field.name).map_or_else(|| missing(node), |value| below(Here::Node(value))),
            },
            Here::Gone(around) => missing(around),
            Here::Facts(seen, declared) => {
                let here = field.index.map_or(Here::Facts(seen, declared), |index| Here::fact_field(seen, declared, index));
                Spot { here, trail: Some(&trail), leaf: field.leaf, member: spot.member }
            }
        };
        if let (Mode::When(_), Some(_)) = (self.mode, &field.switch)
            && let Some(doubt) = switch_doubt(self.scene, &self.answers, field, next)
        {
            return self.leaf(next, Truth::Unknown, Some(doubt));
        }
        self.at(inner, next)
    }

    fn list(&mut self, inner: &'a Pattern, spot: Spot<'_, 'a>, over: Over) -> Brief {
        match spot.here {
            Here::Gone(_) => self.leaf(spot, Truth::Unknown, Some(Doubt::Unsaid)),
            Here::Node(node) if spot.leaf.is_some() => match self.answers.said(spot) {
                Said::Value(list) => self.members(inner, list, spot, over),
                Said::None => self.honest_none(spot, over),
                Said::Nothing(doubt) => self.leaf(spot, Truth::Unknown, Some(doubt)),
                Said::Fact(_) => self.members(inner, node, spot, over),
            },
            Here::Node(node) => match self.scene.bound.state(node) {
                State::None(_) => self.honest_none(spot, over),
                State::Unsaid => self.leaf(spot, Truth::Unknown, Some(Doubt::Unsaid)),
                State::Said(_) | State::NotApplicable(_) => self.members(inner, node, spot, over),
            },
            Here::Facts(Seen::List(list), _) if list.none().is_some() => self.honest_none(spot, over),
            Here::Facts(Seen::List(list), declared) if !list.is_empty() => {
                let key = declared.and_then(|record| record.position(record.key()));
                self.together(0..list.len(), over, |run, at| {
                    let row = list.row(at);
                    let name = match key.map(|key| row.field(key)) {
                        Some(Seen::Name(name)) => Some(name),
                        _ => None,
                    };
                    let trail = Trail { step: Step::Member(name.unwrap_or_default()), up: spot.trail };
                    let here = Here::Facts(Seen::Record(row), declared);
                    run.at(inner, Spot { here, trail: Some(&trail), leaf: None, member: name })
                })
            }
            Here::Facts(..) => self.leaf(spot, Truth::Unknown, Some(Doubt::Unsaid)),
        }
    }

    fn members(&mut self, inner: &'a Pattern, list: NodeId, spot: Spot<'_, 'a>, over: Over) -> Brief {
        let bound = self.scene.bound;
        let key = match bound.place(list) {
            Place::List(record) => record.key(),
            _ => "id",
        };
        let leaf = spot.leaf.map(|_| "is");
        self.together(bound.tree.members(list).iter(), over, |run, member| {
            let name = bound.tree.member_key(*member, key).or_else(|| bound.tree.text(*member));
            run.at(inner, Spot { here: Here::Node(*member), trail: None, leaf, member: name })
        })
    }

    /// An honest none: nothing in it holds, and everything in it holds.
    fn honest_none(&mut self, spot: Spot<'_, 'a>, over: Over) -> Brief {
        self.leaf(spot, Truth::from(over == Over::Every), None)
    }

    /// What says something of a whole list is at best asserted unless somebody said that the list is complete.
    fn whole(&self, spot: Spot<'_, 'a>, marker: Option<&Marker>, found: Brief) -> Brief {
        let bound = self.scene.bound;
        let complete = match (marker, spot.here) {
            (Some(Marker::Beside(index)), Here::Node(node)) => bound.parent(node).and_then(|record| bound.slot(record, *index)),
            (Some(Marker::Route(route)), Here::Facts(..)) => route.iter().try_fold(bound.tree.root, |at, index| bound.slot(at, *index)),
            _ => return found,
        };
        if complete.is_some_and(|node| self.attested(node)) { found } else { Brief { support: Support::Asserted, ..found } }
    }

    fn attested(&self, node: NodeId) -> bool {
        let read = Attestation::read(self.scene.bound, Some(node));
        read.by.get().is_some() && read.on.get().is_some_and(|on| on.0 <= self.scene.as_of)
    }

    fn present(&mut self, spot: Spot<'_, 'a>, none_counts: bool) -> Brief {
        let yes = |held: bool| if held { Truth::True } else { Truth::Unknown };
        let none = (!none_counts).then_some(Doubt::None);
        if spot.leaf.is_some() {
            return match self.answers.said(spot) {
                Said::Value(_) | Said::Fact(_) => self.leaf(spot, Truth::True, None),
                Said::None => self.leaf(spot, yes(none_counts), none),
                Said::Nothing(doubt) => {
                    let explained = spot.leaf == Some("judged") && matches!(spot.here, Here::Node(node) if self.answers.explained(node));
                    self.leaf(spot, yes(explained), (!explained).then_some(doubt))
                }
            };
        }
        let held = match spot.here {
            Here::Gone(_) => false,
            Here::Node(node) if matches!(self.scene.bound.state(node), State::None(_)) => {
                return self.leaf(spot, yes(none_counts), none);
            }
            Here::Node(node) => holds_value(&self.scene.bound.tree, node, true),
            Here::Facts(Seen::List(list), _) if list.none().is_some() => return self.leaf(spot, yes(none_counts), none),
            Here::Facts(seen, _) => holds_fact(seen),
        };
        self.leaf(spot, yes(held), (!held).then_some(Doubt::Unsaid))
    }

    fn judged(&mut self, wanted: Judgment, spot: Spot<'_, 'a>) -> Brief {
        let value = match self.answers.said(spot) {
            Said::Value(value) => value,
            Said::None | Said::Fact(_) => return self.leaf(spot, Truth::Unknown, Some(Doubt::None)),
            Said::Nothing(doubt) => return self.leaf(spot, Truth::Unknown, Some(doubt)),
        };
        let found = self.scene.bound.tree.text(value).and_then(Judgment::parse);
        let (truth, doubt) = match (found, spot.here) {
            (Some(Judgment::Uncertain) | None, _) => (Truth::Unknown, Some(Doubt::Judgement(Objection::Uncertain))),
            (Some(judgment), Here::Node(node)) if judgment == wanted => match judgement_holds(self.scene, node) {
                Ok(_) => (Truth::True, None),
                Err(objection) => (Truth::Unknown, Some(Doubt::Judgement(objection))),
            },
            _ => (Truth::False, None),
        };
        self.leaf(spot, truth, doubt)
    }

    fn compare(&mut self, test: &Pattern, spot: Spot<'_, 'a>) -> Brief {
        let truth = match self.answers.said(spot) {
            Said::Value(value) => {
                let text = self.scene.bound.tree.text(value).unwrap_or_default();
                tested(test, self.scene.as_of, |operand| order(text, operand), || parse_date(text))
            }
            Said::Fact(value) => {
                let date = || if let FactValue::Date(date) = value { Some(date) } else { None };
                tested(test, self.scene.as_of, |operand| order_fact(value, operand), date)
            }
            Said::None => match test {
                Pattern::Expired(wanted) => Truth::from(!*wanted),
                _ => return self.leaf(spot, Truth::Unknown, Some(Doubt::None)),
            },
            Said::Nothing(doubt) => return self.leaf(spot, Truth::Unknown, Some(doubt)),
        };
        self.leaf(spot, truth, None)
    }

    fn leaf(&mut self, spot: Spot<'_, 'a>, truth: Truth, doubt: Option<Doubt<'a>>) -> Brief {
        let at = match spot.here {
            Here::Node(node) | Here::Gone(node) => At::Said(node),
            Here::Facts(Seen::Fact(fact), _) => At::Known(fact),
            Here::Facts(..) => At::Facts,
        };
        let missing = match at {
            At::Known(_) => Vec::new(),
            At::Said(_) | At::Facts => Trail::path(spot.trail),
        };
        let support = if truth == Truth::True { support(self.scene, at, self.kinds) } else { Support::Asserted };
        self.reads.push(Read { at, missing, truth, doubt, member: spot.member });
        Brief { truth, support, computed: matches!(at, At::Known(_)) }
    }
}
