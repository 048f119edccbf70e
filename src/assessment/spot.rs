//! Where a pattern is read while a condition is evaluated.

use super::scene::Scene;
use crate::facts::Seen;
use crate::fields::{Record, Shape};
use crate::text::{NodeId, Segment, Text};

/// What stands where a pattern is read.
#[derive(Clone, Copy)]
pub(super) enum Here<'a> {
    /// A node of the dossier.
    Node(NodeId),
    /// Nothing; the nearest node around it.
    Gone(NodeId),
    /// Something among the facts, with its declaration where it is a record or a list of records.
    Facts(Seen<'a>, Option<&'a Record>),
}

impl<'a> Here<'a> {
    /// The root of the facts.
    pub fn facts(scene: &Scene<'a>) -> Here<'a> {
        Here::Facts(Seen::Record(&scene.known.facts), record(scene.book.schema.root.field("facts").map(|field| &field.shape)))
    }

    /// The field with that number of a record of facts.
    pub fn fact_field(seen: Seen<'a>, declared: Option<&'a Record>, index: usize) -> Here<'a> {
        match (seen, declared) {
            (Seen::Record(facts), Some(declared)) => Here::Facts(facts.field(index), record(Some(&declared.fields[index].shape))),
            other => Here::Facts(other.0, other.1),
        }
    }
}

fn record(shape: Option<&Shape>) -> Option<&Record> {
    match shape {
        Some(Shape::Record(record) | Shape::List(record)) => Some(record),
        _ => None,
    }
}

/// One step on the way to a place.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    /// A field.
    Field(&'a Text),
    /// The member of a list with that key.
    Member(&'a str),
}

/// The way to a place that has no node: its last step, and the way before it.
#[derive(Clone, Copy)]
pub(super) struct Trail<'t, 'a> {
    /// The last step.
    pub step: Step<'a>,
    /// The way before it.
    pub up: Option<&'t Trail<'t, 'a>>,
}

impl Trail<'_, '_> {
    /// The way, from its beginning.
    pub fn path(last: Option<&Trail<'_, '_>>) -> Vec<Segment> {
        let segment = |trail: &Trail<'_, '_>| match trail.step {
            Step::Field(name) => Segment::Field(name.clone()),
            Step::Member(key) => Segment::Member(key.into()),
        };
        let mut path: Vec<Segment> = std::iter::successors(last, |trail| trail.up).map(segment).collect();
        path.reverse();
        path
    }
}

/// Where a pattern is read.
#[derive(Clone, Copy)]
pub(super) struct Spot<'t, 'a> {
    /// What stands there.
    pub here: Here<'a>,
    /// The way to it, as far as it has no node.
    pub trail: Option<&'t Trail<'t, 'a>>,
    /// The key of its value, when it is an answer.
    pub leaf: Option<&'static str>,
    /// The key of the member of a list that it belongs to.
    pub member: Option<&'a str>,
}

impl<'a> Spot<'_, 'a> {
    /// A place that is no answer.
    pub fn at(here: Here<'a>) -> Spot<'static, 'a> {
        Spot { here, trail: None, leaf: None, member: None }
    }
}
