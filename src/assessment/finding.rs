//! The result of one check: its outcome, how and how well it is known, why, and where.

use super::evaluation::{Doubt, Read, Support};
use super::outcome::{How, Outcome};
use crate::rules::{Check, Item};
use crate::terms::{Force, Needs, Severity};
use crate::text::NodeId;

/// Why a check is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason<'a> {
    /// A place that it read says nothing that decides it.
    Doubt(Doubt<'a>),
    /// It cannot be told whether the check applies.
    Applies(Doubt<'a>),
    /// It is said, but not supported as the check demands.
    NotShown(Needs),
    /// It was true once, and is due to be looked at again.
    ReviewDue,
}

/// The result of one check.
#[derive(Debug, Clone)]
pub struct Finding<'a> {
    /// The check.
    pub check: &'a Check,
    /// What became of it.
    pub outcome: Outcome,
    /// Whether its answer was given or worked out.
    pub how: How,
    /// The support of its answer, when it is met or would be.
    pub support: Support,
    /// Why it is unknown.
    pub reason: Option<Reason<'a>>,
    /// The places that decided it.
    pub reads: Vec<Read<'a>>,
    /// The strongest force among the items that apply.
    pub force: Force,
    /// What it means for the decision when open.
    pub severity: Severity,
    /// Whether it is due at the gate asked for.
    pub due: bool,
    /// The items that ask for it here, each with the numbers of the parts that it answers.
    pub asking: Vec<(&'a Item, &'a [usize])>,
    /// The switch that took it away, when it does not apply.
    pub switched_off_by: Option<NodeId>,
}

impl<'a> Finding<'a> {
    /// The items that ask for it here.
    pub fn items(&self) -> impl Iterator<Item = &'a Item> {
        self.asking.iter().map(|(item, _)| *item)
    }

    /// The question parts of these that it answers, such as `A3-01b`.
    pub fn parts(&self) -> impl Iterator<Item = &'a str> {
        self.asking.iter().flat_map(|(item, parts)| parts.iter().map(|at| item.parts[*at].id.as_str()))
    }

    /// Whether something is still to be done, now.
    pub fn open_now(&self) -> bool {
        self.due && self.outcome.open()
    }

    /// The keys of the list members that fail, sorted.
    pub fn members(&self) -> Vec<String> {
        let mut members: Vec<String> = self.reads.iter().filter_map(|read| read.member).map(str::to_string).collect();
        members.sort();
        members.dedup();
        members
    }
}
