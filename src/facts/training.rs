//! Training that has been done: how many of a staff group reach each outcome, with bounds where programmes overlap.

use super::Inputs;
use super::coverage::{CoverageFacts, coverage};
use super::fact::{Fact, Rows, facts};
use super::trained::{Bounds, Trained, name, needed};
use crate::dossier::training::StaffGroup;
use crate::tables::Audience;
use crate::text::NodeId;

facts! {
    /// Training that has been done.
    TrainingFacts {
        /// Whether everybody whom the developer named has done the training that the developer requires.
        required_done: Fact<bool>,
        /// Whether everybody who uses the product reaches every outcome of the tables for users.
        users_trained: Fact<bool>,
        /// Who reaches which outcome.
        coverage: Rows<CoverageFacts>,
    }
}

/// The facts about training.
pub(super) fn training(inputs: Inputs<'_>) -> TrainingFacts {
    TrainingFacts { required_done: required_done(inputs), users_trained: users_trained(inputs), coverage: coverage(inputs) }
}

fn required_done(inputs: Inputs<'_>) -> Fact<bool> {
    let section = &inputs.dossier.training;
    let required = &section.required_by_developer;
    let trained = Trained { dossier: inputs.dossier, as_of: inputs.as_of };
    let from = [section.staff.node, required.staff.node, required.programmes.node];
    let (Some(groups), Some(programmes)) = (required.staff.get(), required.programmes.get()) else {
        return Fact::unknown(from, "the dossier does not say which staff the developer wants trained, or in what");
    };
    let mut doubt = None;
    for id in groups {
        let Some((place, group)) = section.staff.items.iter().find(|(_, group)| group.id.get() == Some(id)) else {
            doubt.get_or_insert((required.staff.node, format!("there is no staff group {}", id.0)));
            continue;
        };
        for wanted in programmes {
            let programme = section.programmes.items.iter().map(|(_, one)| one).find(|one| one.id.get() == Some(wanted));
            let count = programme.and_then(|programme| trained.count(group, programme));
            match (count, group.headcount.get()) {
                (Some(count), Some(headcount)) if count >= *headcount && *headcount > 0 => {}
                (Some(count), Some(headcount)) if *headcount > 0 => {
                    let outdated = programme.and_then(|programme| trained.outdated(group, programme));
                    let on = outdated.as_ref().and_then(|one| one.wanted.as_ref()).map_or(String::new(), |wanted| format!(" on {wanted}"));
                    let because = outdated.as_ref().map_or(String::new(), |one| format!("; {}", one.why));
                    let why = format!("{count} of {headcount} of {} have done {}{on}{because}", name(group), wanted.0);
                    return Fact::is(false, [Some(*place), section.staff.node], why);
                }
                _ => {
                    doubt.get_or_insert((Some(*place), trained.why_uncounted(group, programme, &wanted.0)));
                }
            }
        }
    }
    match doubt {
        Some((place, why)) => Fact::unknown([place, section.staff.node], why),
        None => Fact::is(true, from, "everybody whom the developer named has done the training that the developer requires"),
    }
}

fn users_trained(inputs: Inputs<'_>) -> Fact<bool> {
    let staff = &inputs.dossier.training.staff;
    let mut doubt: Option<(Option<NodeId>, String)> = None;
    let mut users = 0;
    for (place, group) in &staff.items {
        match group.uses_product.get() {
            Some(false) => continue,
            Some(true) => users += 1,
            None => {
                doubt.get_or_insert((Some(*place), format!("nobody has said whether {} use the product", name(group))));
                continue;
            }
        }
        match group_trained(inputs, group) {
            Ok(()) => {}
            Err((true, why)) => return Fact::is(false, [Some(*place), staff.node], why),
            Err((false, why)) => {
                doubt.get_or_insert((Some(*place), why));
            }
        }
    }
    match doubt {
        Some((place, why)) => Fact::unknown([place, staff.node], why),
        None if users == 0 => Fact::unknown([staff.node], "no staff group is said to use the product"),
        None => Fact::is(true, [staff.node], "everybody who uses the product reaches every outcome for users"),
    }
}

/// Whether a group reaches every outcome; else whether it certainly does not, and why.
fn group_trained(inputs: Inputs<'_>, group: &StaffGroup) -> Result<(), (bool, String)> {
    let trained = Trained { dossier: inputs.dossier, as_of: inputs.as_of };
    let Some(headcount) = group.headcount.get() else {
        return Err((false, format!("nobody has said how many people are in the group {}", name(group))));
    };
    if *headcount == 0 {
        return Err((false, format!("the group {} is said to use the product and to have nobody in it", name(group))));
    }
    let tables = inputs.tables.outcomes.iter().filter(|table| table.audience == Audience::Users);
    let mut short: Option<(bool, String)> = None;
    for outcome in tables.flat_map(|table| needed(table, group)) {
        let Bounds { lower, upper } = trained.bounds(group, outcome);
        if lower >= *headcount {
            continue;
        }
        let sure = upper.is_some_and(|upper| upper < *headcount);
        let why = match upper {
            Some(upper) if upper == lower => format!("{lower} of {headcount} of {} reach {}", name(group), outcome.id),
            _ => format!(
                "between {lower} and {headcount} of the {headcount} people of {} reach {}; the counts do not say more",
                name(group),
                outcome.id
            ),
        };
        if sure {
            return Err((true, why));
        }
        short.get_or_insert((false, why));
    }
    short.map_or(Ok(()), Err)
}
