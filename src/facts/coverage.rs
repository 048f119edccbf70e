//! Who reaches which training outcome: for each group of users and each outcome of the tables, bounds, level and assessment.

use super::Inputs;
use super::fact::{Fact, Name, Rows, facts};
use super::trained::{Trained, needed};
use crate::dossier::answer::Date;
use crate::dossier::training::{Coverage, Progress, StaffGroup};
use crate::tables::{Audience, LearningOutcome};
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
pub(super) fn coverage(inputs: Inputs<'_>) -> Rows<CoverageFacts> {
    let groups = inputs.dossier.training.staff.items.iter().filter(|(_, group)| group.uses_product.get() == Some(&true));
    let tables = || inputs.tables.outcomes.iter().filter(|table| table.audience == Audience::Users);
    let rows = groups.flat_map(|(node, group)| {
        tables().flat_map(move |table| needed(table, group)).map(move |outcome| reached_by(inputs, *node, group, outcome))
    });
    Rows { rows: rows.collect(), none: None }
}

fn reached_by(inputs: Inputs<'_>, node: NodeId, group: &StaffGroup, outcome: &LearningOutcome) -> CoverageFacts {
    let trained = Trained { dossier: inputs.dossier, as_of: inputs.as_of };
    let bounds = trained.bounds(group, outcome);
    let name = group.id.get().map_or(String::new(), |id| id.0.clone());
    let programmes: Vec<&str> = trained.programmes(outcome).filter_map(|programme| programme.id.get()).map(|id| id.0.as_str()).collect();
    let of_these = |progress: &&Progress| progress.programme.get().is_some_and(|id| programmes.contains(&id.0.as_str()));
    let counts = group.progress.items.iter().map(|(_, progress)| progress).filter(of_these);
    let counted_on = counts.filter_map(|progress| progress.as_of.get().copied()).min();
    let covered = trained.programmes(outcome).flat_map(|programme| programme.covers.items.iter());
    let same = |row: &&(NodeId, Coverage)| row.1.outcome.get().is_some_and(|id| id.0 == outcome.id);
    let assessed = covered.filter(same).filter_map(|(_, row)| row.assessed.get().copied()).min();
    let from = [group.progress.node, group.headcount.node, Some(node)];
    let figure = |value: Option<u64>, why: &str| Fact::figure(value, from, why);
    let why = match bounds.upper {
        Some(upper) if upper == bounds.lower => format!("{} of {name} reach {}", bounds.lower, outcome.id),
        Some(upper) => format!("between {} and {upper} of {name} reach {}; programmes may overlap", bounds.lower, outcome.id),
        None => format!("how many of {name} reach {} is not stated", outcome.id),
    };
    CoverageFacts {
        id: Name(format!("{name}: {}", outcome.id)),
        group: Name(name),
        outcome: Name(outcome.id.clone()),
        level: Fact::figure(outcome.level, from, why.clone()),
        at_least: figure(Some(bounds.lower), &why),
        at_most: figure(bounds.upper, &why),
        headcount: figure(group.headcount.get().copied(), &why),
        counted_on: Fact::figure(counted_on, from, why.clone()),
        assessed: Fact::figure(assessed, from, why.clone()),
        programmes: Fact::figure((!programmes.is_empty()).then(|| programmes.join(", ")), from, why.clone()),
    }
}
