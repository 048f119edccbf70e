//! What became of a condition: whether it holds, how well that is supported, which places decided it, and what is doubtful.

use jiff::civil::Date;

use super::objection::Objection;
use super::truth::Truth;
use crate::facts::FactRef;
use crate::terms::choice;
use crate::text::{NodeId, Segment};

choice! {
    /// How well an answer is supported.
    Support {
        /// The dossier says so.
        Asserted = "asserted",
        /// A registered document of an accepted kind shows it; its file is there, unchanged, in date and of this version.
        Evidenced = "evidenced",
        /// The adopter's named role has examined it, for this version.
        Reviewed = "reviewed",
    }
}

/// Why a condition could not be decided at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt<'a> {
    /// Nobody has said.
    Unsaid,
    /// The answer is an honest none where a value is needed.
    None,
    /// Said not to apply where that does not close the check.
    NotApplicable,
    /// It is dated after the day of the report.
    Ahead(Date),
    /// A judgement that does not count.
    Judgement(Objection),
    /// A fact that cannot be worked out; the reason.
    Fact(&'a str),
    /// A switch that reads as false, and a path that says otherwise.
    Contradicted(&'a str),
    /// A switch that reads as false and is not reviewed; whether a review that does not count is there.
    Unreviewed {
        /// Whether there is one.
        once: bool,
    },
}

/// Where a condition read.
#[derive(Debug, Clone, Copy)]
pub enum At<'a> {
    /// A node of the dossier; the nearest existing one when the place is missing.
    Said(NodeId),
    /// A fact.
    Known(FactRef<'a>),
    /// A record, list or name among the facts, which says nothing of where it comes from.
    Facts,
}

/// One place that a condition read.
#[derive(Debug, Clone)]
pub struct Read<'a> {
    /// Where.
    pub at: At<'a>,
    /// What is missing below the node; among the facts the path below `facts`. Empty when the node is the place itself.
    pub missing: Vec<Segment>,
    /// What the condition made of it.
    pub truth: Truth,
    /// Why it is unknown.
    pub doubt: Option<Doubt<'a>>,
    /// The key of the member of a list that it belongs to.
    pub member: Option<&'a str>,
}

impl Read<'_> {
    /// The node of the dossier that was read, or the nearest existing one.
    pub fn node(&self) -> Option<NodeId> {
        match self.at {
            At::Said(node) => Some(node),
            At::Known(_) | At::Facts => None,
        }
    }
}

/// What became of a condition.
#[derive(Debug, Clone)]
pub struct Evaluation<'a> {
    /// Whether it holds.
    pub truth: Truth,
    /// The support of what makes it hold.
    pub support: Support,
    /// Whether what decides it was worked out by the program.
    pub computed: bool,
    /// The places that decided it.
    pub reads: Vec<Read<'a>>,
}

impl<'a> Evaluation<'a> {
    /// The first doubt at a place that decided it.
    pub fn doubt(&self) -> Option<Doubt<'a>> {
        self.reads.iter().find_map(|read| read.doubt)
    }
}
