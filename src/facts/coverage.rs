//! Who reaches which training outcome: for each group of users and each outcome of the tables, bounds, level and assessment.

use super::Inputs;
use super::done::Done;
use super::fact::{Fact, Name, Rows, facts};
use super::phrase::{brief, enumerated};
use super::teaching::{Teaching, needs};
use super::trained::Trained;
use super::why::Why;
use crate::dossier::answer::Date;
use crate::terms::{Assessed, Level};
use crate::text::NodeId;

facts! {
    /// How many of one group reach one outcome.
    CoverageFacts {
        /// Group and outcome in one name.
        id: Name,
        /// The staff group.
        group: Name,
        /// The outcome.
        outcome: Name,
        /// The level it asks for.
        level: Fact<Level>,
        /// At least so many reach it: the largest of the programmes that teach it.
        at_least: Fact<u64>,
        /// At most so many: the sum of the programmes, or everybody; they may overlap.
        at_most: Fact<u64>,
        /// How many there are in the group.
        headcount: Fact<u64>,
        /// The day of the oldest count that these numbers rest on.
        counted_on: Fact<Date>,
        /// The weakest way in which these programmes find out whether it was reached.
        assessed: Fact<Assessed>,
        /// The programmes that teach it to that level on this version, with an observed test where it is a skill.
        programmes: Fact<String>,
    }
}

/// The coverage of every outcome for users by every group that uses the product.
pub(super) fn coverage<'a>(inputs: Inputs<'a>, trained: &Trained<'a>, outcomes: &[Teaching<'a>]) -> Rows<CoverageFacts> {
    let groups = inputs.dossier.training.staff.items.iter().filter(|(_, group)| group.uses_product.get() == Some(&true));
    let programmes: Vec<Option<String>> = outcomes.iter().map(programmes).collect();
    let mut rows = Vec::new();
    for (node, group) in groups {
        let done = trained.done(group);
        let needed = outcomes.iter().zip(&programmes).filter(|(teaching, _)| needs(group, teaching.outcome));
        rows.reserve(outcomes.len());
        rows.extend(needed.map(|(teaching, programmes)| reached(*node, &done, teaching, programmes.as_ref())));
    }
    Rows { rows, none: None }
}

/// The names of the programmes that teach an outcome.
fn programmes(teaching: &Teaching<'_>) -> Option<String> {
    let names: Vec<&str> = teaching.programmes.iter().filter_map(|programme| programme.id.get()).map(|id| id.0.as_str()).collect();
    (!names.is_empty()).then(|| enumerated(&names, ", "))
}

fn reached(node: NodeId, done: &Done<'_>, teaching: &Teaching<'_>, programmes: Option<&String>) -> CoverageFacts {
    let (group, outcome) = (done.group, teaching.outcome.id.as_str());
    let bounds = done.bounds(teaching);
    let name = group.id.get().map_or(String::new(), |id| brief(&id.0).into_owned());
    let counted_on = done.towards(teaching).filter_map(|progress| progress.as_of.get().copied()).min();
    let why: Why = match bounds.upper {
        Some(upper) if upper == bounds.lower => format_args!("{} of {name} reach {outcome}", bounds.lower).into(),
        Some(upper) => format_args!("between {} and {upper} of {name} reach {outcome}; programmes may overlap", bounds.lower).into(),
        None => format_args!("how many of {name} reach {outcome} is not stated").into(),
    };
    let at_least = Fact::figure(Some(bounds.lower), [group.progress.node, group.headcount.node, Some(node)], why);
    CoverageFacts {
        id: Name([&name, ": ", outcome].concat()),
        group: Name(name),
        outcome: Name(outcome.into()),
        level: at_least.with(teaching.outcome.level),
        at_most: at_least.with(bounds.upper),
        headcount: at_least.with(group.headcount.get().copied()),
        counted_on: at_least.with(counted_on),
        assessed: at_least.with(teaching.assessed),
        programmes: at_least.with(programmes.cloned()),
        at_least,
    }
}
