//! The planned use against the intended purpose: settings, users, ages, and the patients that the maker excludes.

use super::Inputs;
use super::fact::{Fact, facts};
use crate::dossier::answer::{Answer, Said, Text};
use crate::dossier::intended_purpose::ExclusionKind;
use crate::text::NodeId;

facts! {
    /// The planned use against the intended purpose.
    Purpose {
        /// Whether the planned settings, users, ages and exclusions lie inside those of the intended purpose.
        planned_use_inside: Fact<bool>,
    }
}

/// The facts of the purpose.
pub(super) fn purpose(inputs: Inputs<'_>) -> Purpose {
    Purpose { planned_use_inside: inside(inputs) }
}

/// An age limit: a number of years, no limit, or nobody has said.
fn limit(answer: &Answer<f64>, none: f64) -> Option<f64> {
    match &answer.said {
        Said::Is(years) => Some(*years),
        Said::None(_) => Some(none),
        _ => None,
    }
}

fn inside(inputs: Inputs<'_>) -> Fact<bool> {
    let purpose = &inputs.dossier.intended_purpose;
    let planned = &purpose.planned_use;
    let from: [Option<NodeId>; 4] =
        [planned.settings.node, purpose.settings.node, planned.patients.age_min.node, purpose.patients.age_min.node];
    let ages = [from[2], planned.patients.age_max.node, from[3], from[0]];
    let mut doubt = None;
    match (planned.settings.get(), purpose.settings.get()) {
        (Some(wanted), Some(intended)) => {
            let same = |a: &str, b: &str| a.trim().eq_ignore_ascii_case(b.trim());
            if let Some(outside) = wanted.iter().find(|one| !intended.iter().any(|other| same(one, other))) {
                return Fact::is(false, from, format!("{} is planned and is not among the settings of the intended purpose", outside.0));
            }
        }
        _ => doubt = Some("the planned settings, or those of the intended purpose, are not stated"),
    }
    let young = (limit(&planned.patients.age_min, 0.0), limit(&purpose.patients.age_min, 0.0));
    let old = (limit(&planned.patients.age_max, f64::INFINITY), limit(&purpose.patients.age_max, f64::INFINITY));
    match (young, old) {
        ((Some(planned), Some(intended)), _) if planned < intended => {
            return Fact::is(false, ages, format!("use from {planned} years is planned, and the intended purpose begins at {intended}"));
        }
        (_, (Some(planned), Some(intended))) if planned > intended => {
            return Fact::is(false, ages, format!("use in older patients is planned, and the intended purpose ends at {intended} years"));
        }
        ((Some(_), Some(_)), (Some(_), Some(_))) => {}
        _ => doubt = doubt.or(Some("the planned ages, or those of the intended purpose, are not stated")),
    }
    if let Some(why) = doubt {
        return Fact::unknown(from, why);
    }
    for (places, found) in [users(inputs), exclusions(inputs)] {
        if let Err(why) = found {
            return Fact::unknown(places, why);
        }
    }
    let read = from.into_iter().chain(ages).chain(users(inputs).0).chain(exclusions(inputs).0);
    Fact::is(true, read, "the planned settings, users, ages and exclusions lie inside those of the intended purpose")
}

type Looked = (Vec<Option<NodeId>>, Result<(), String>);

/// The text of `all` that is not among `held`; words are compared, so a difference is a question and not a failure.
fn stray<'a>(all: &'a [Text], held: &[Text]) -> Option<&'a str> {
    let same = |a: &Text, b: &Text| a.0.trim().eq_ignore_ascii_case(b.0.trim());
    all.iter().find(|one| !held.iter().any(|other| same(one, other))).map(|one| one.0.as_str())
}

fn users(inputs: Inputs<'_>) -> Looked {
    let purpose = &inputs.dossier.intended_purpose;
    let (planned, intended) = (&purpose.planned_use.users, &purpose.users);
    let places = vec![planned.node.or(purpose.planned_use.settings.node), intended.node];
    let (Some(wanted), Some(held)) = (planned.get(), intended.get()) else {
        return (places, Err("the planned users, or those of the intended purpose, are not stated".into()));
    };
    let found = match stray(wanted, held) {
        Some(user) => Err(format!("{user} is planned to use it and is not among the users whom the maker names")),
        None => Ok(()),
    };
    (places, found)
}

/// Every patient whom the maker excludes must be left out of the planned use too.
fn exclusions(inputs: Inputs<'_>) -> Looked {
    let purpose = &inputs.dossier.intended_purpose;
    let planned = &purpose.planned_use.patients.exclude;
    let places = vec![planned.node.or(purpose.planned_use.settings.node), purpose.patients.exclude.node, purpose.exclusions.node];
    let listed = match &purpose.patients.exclude.said {
        Said::Is(list) => list.clone(),
        Said::None(_) => Vec::new(),
        _ => return (places, Err("whom the maker leaves out is not stated".into())),
    };
    if purpose.exclusions.items.is_empty() && purpose.exclusions.none.is_none() {
        return (places, Err("what the maker excludes is not stated".into()));
    }
    // An exclusion that does not say its kind may be one of patients.
    let of_patients = purpose.exclusions.items.iter().filter(|(_, one)| one.kind.get().is_none_or(|kind| *kind == ExclusionKind::Patient));
    let excluded: Vec<Text> = listed.into_iter().chain(of_patients.filter_map(|(_, one)| one.what.get().cloned())).collect();
    if excluded.is_empty() {
        return (places, Ok(()));
    }
    let Some(left_out) = planned.get() else {
        return (places, Err(format!("the maker leaves out {}, and whom you leave out is not stated", excluded[0].0)));
    };
    let found = match stray(&excluded, left_out) {
        Some(patients) => Err(format!("the maker leaves out {patients}, and the planned use does not say so in the same words")),
        None => Ok(()),
    };
    (places, found)
}
