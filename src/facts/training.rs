//! Training that has been done: whether the developer's wish is met, and whether users reach the outcomes that are theirs.

use std::collections::{HashMap, HashSet};

use super::Inputs;
use super::coverage::{CoverageFacts, coverage};
use super::done::{Bounds, Done, called};
use super::fact::{Fact, Rows, facts};
use super::phrase::brief;
use super::teaching::{Teaching, needs};
use super::trained::Trained;
use crate::dossier::answer::Text;
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
    let trained = Trained::new(inputs.dossier, inputs.as_of);
    let tables = inputs.tables.outcomes.iter().filter(|table| table.audience == Audience::Users);
    let outcomes: Vec<Teaching<'_>> = tables.flat_map(|table| &table.outcomes).map(|outcome| trained.teaching(outcome)).collect();
    TrainingFacts {
        required_done: required_done(inputs, &trained),
        users_trained: users_trained(inputs, &trained, &outcomes),
        coverage: coverage(inputs, &trained, &outcomes),
    }
}

/// A doubt, with the place it is about.
type Doubt = (Option<NodeId>, String);

fn required_done(inputs: Inputs<'_>, trained: &Trained<'_>) -> Fact<bool> {
    let section = &inputs.dossier.training;
    let required = &section.required_by_developer;
    let from = [section.staff.node, required.staff.node, required.programmes.node];
    let (Some(groups), Some(programmes)) = (required.staff.get(), required.programmes.get()) else {
        return Fact::unknown(from, "the dossier does not say which staff the developer wants trained, or in what");
    };
    let wanted = Wanted::new(programmes);
    let named: HashMap<&str, &(NodeId, StaffGroup)> =
        section.staff.items.iter().rev().filter_map(|one| Some((one.1.id.get()?.0.as_str(), one))).collect();
    let mut doubt: Option<Doubt> = None;
    for id in groups {
        let Some((place, group)) = named.get(id.0.as_str()) else {
            doubt.get_or_insert_with(|| (required.staff.node, format!("there is no staff group {}", brief(&id.0))));
            continue;
        };
        match wanted.lacking(trained, &trained.done(group)) {
            Lacking::Nothing => {}
            Lacking::Training(why) => return Fact::is(false, [Some(*place), section.staff.node], why),
            Lacking::Answer(why) => {
                doubt.get_or_insert((Some(*place), why));
            }
        }
    }
    match doubt {
        Some((place, why)) => Fact::unknown([place, section.staff.node], why),
        None => Fact::is(true, from, "everybody whom the developer named has done the training that the developer requires"),
    }
}

/// The programmes that the developer requires, each once, in their order.
struct Wanted<'d> {
    programmes: Vec<&'d str>,
    position: HashMap<&'d str, usize>,
}

/// What a group lacks.
enum Lacking {
    /// Everybody has done everything.
    Nothing,
    /// Some have certainly not done a programme.
    Training(String),
    /// It cannot be told.
    Answer(String),
}

impl<'d> Wanted<'d> {
    fn new(all: &'d [Text]) -> Wanted<'d> {
        let mut wanted = Wanted { programmes: Vec::new(), position: HashMap::new() };
        for id in all {
            if wanted.position.insert(&id.0, wanted.programmes.len()).is_none() {
                wanted.programmes.push(&id.0);
            }
        }
        wanted
    }

    /// What a group lacks first. Only what it has done is gone through, and as much again to find what it has not.
    fn lacking(&self, trained: &Trained<'d>, done: &Done<'d>) -> Lacking {
        let headcount = done.group.headcount.get().copied().filter(|headcount| *headcount > 0);
        let counts = done.counts().filter_map(|(id, count)| Some((*self.position.get(id)?, count, headcount?)));
        let short = counts.clone().filter(|(_, count, headcount)| count < headcount).min();
        if let Some((at, count, headcount)) = short {
            let outdated = trained.programme(self.programmes[at]).and_then(|programme| trained.outdated(done, programme));
            let on = outdated.as_ref().and_then(|one| one.wanted.as_ref()).map_or(String::new(), |wanted| format!(" on {wanted}"));
            let because = outdated.as_ref().map_or(String::new(), |one| format!("; {}", one.why));
            let (group, programme) = (called(done.group), brief(self.programmes[at]));
            return Lacking::Training(format!("{count} of {headcount} of {group} have done {programme}{on}{because}"));
        }
        let complete: HashSet<usize> = counts.map(|(at, _, _)| at).collect();
        match self.programmes.iter().enumerate().find(|(at, _)| !complete.contains(at)) {
            Some((_, id)) => Lacking::Answer(done.why_uncounted(trained.programme(id), id)),
            None => Lacking::Nothing,
        }
    }
}

fn users_trained(inputs: Inputs<'_>, trained: &Trained<'_>, outcomes: &[Teaching<'_>]) -> Fact<bool> {
    let staff = &inputs.dossier.training.staff;
    let mut doubt: Option<Doubt> = None;
    let mut users = 0;
    for (place, group) in &staff.items {
        match group.uses_product.get() {
            Some(false) => continue,
            Some(true) => users += 1,
            None => {
                doubt.get_or_insert_with(|| (Some(*place), format!("nobody has said whether {} use the product", called(group))));
                continue;
            }
        }
        match group_trained(&trained.done(group), outcomes) {
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
fn group_trained(done: &Done<'_>, outcomes: &[Teaching<'_>]) -> Result<(), (bool, String)> {
    let name = called(done.group);
    let Some(headcount) = done.group.headcount.get() else {
        return Err((false, format!("nobody has said how many people are in the group {name}")));
    };
    if *headcount == 0 {
        return Err((false, format!("the group {name} is said to use the product and to have nobody in it")));
    }
    let mut short: Option<(bool, String)> = None;
    for teaching in outcomes.iter().filter(|teaching| needs(done.group, teaching.outcome)) {
        let Bounds { lower, upper } = done.bounds(teaching);
        if lower >= *headcount {
            continue;
        }
        let id = &teaching.outcome.id;
        let why = || match upper {
            Some(upper) if upper == lower => format!("{lower} of {headcount} of {name} reach {id}"),
            _ => {
                format!("between {lower} and {headcount} of the {headcount} people of {name} reach {id}; the counts do not say more")
            }
        };
        if upper.is_some_and(|upper| upper < *headcount) {
            return Err((true, why()));
        }
        short.get_or_insert_with(|| (false, why()));
    }
    short.map_or(Ok(()), Err)
}
