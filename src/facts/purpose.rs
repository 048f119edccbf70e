//! The planned use against the intended purpose: settings, users, ages, and the patients that the maker excludes.

use std::collections::HashSet;

use super::Inputs;
use super::fact::{Fact, facts};
use super::phrase::comparable;
use crate::dossier::answer::{Answer, Said, Text};
use crate::terms::ExclusionKind;
use crate::text::{NodeId, Tree};

facts! {
    /// The planned use against the intended purpose.
    Purpose {
        /// Whether the planned settings, users, ages and exclusions lie inside those of the intended purpose.
        planned_use_inside: Fact<bool>,
    }
}

/// The facts of the purpose.
pub(super) fn purpose(inputs: Inputs<'_>, tree: &Tree) -> Purpose {
    Purpose { planned_use_inside: inside(inputs, tree) }
}

/// An age limit: a number of years, no limit, or nobody has said.
fn limit(answer: &Answer<f64>, none: f64) -> Option<f64> {
    match &answer.said {
        Said::Is(years) => Some(*years),
        Said::None(_) => Some(none),
        _ => None,
    }
}

/// Outside when one aspect is; all aspects that are outside, or that cannot be told, are named at once.
fn inside(inputs: Inputs<'_>, tree: &Tree) -> Fact<bool> {
    let aspects = match about_nobody(inputs, tree) {
        Some(nobody) => vec![settings(inputs), nobody, users(inputs)],
        None => vec![settings(inputs), youngest(inputs), oldest(inputs), users(inputs), exclusions(inputs)],
    };
    for wanted in [Some(false), None] {
        let open: Vec<&Fact<bool>> = aspects.iter().filter(|aspect| aspect.value == wanted).collect();
        if let Some(first) = open.first() {
            let why = open.iter().map(|aspect| &*aspect.why).collect::<Vec<_>>().join("; also ");
            return Fact::maybe(wanted, first.from.iter().copied().map(Some), why);
        }
    }
    let read = aspects.iter().flat_map(|aspect| aspect.from.iter().copied().map(Some));
    Fact::is(true, read, "the planned settings, users, ages and exclusions lie inside those of the intended purpose")
}

/// A product for no patient at all, such as one that plans beds: the plan must say the same, and then there is nobody to compare.
/// One that leaves out certain patients is not for no patient.
fn about_nobody(inputs: Inputs<'_>, tree: &Tree) -> Option<Fact<bool>> {
    let none = |record: Option<NodeId>| record.and_then(|record| tree.child(record, "none"));
    let purpose = tree.child(tree.root, "intended_purpose")?;
    let nobody = none(tree.child(purpose, "patients"))?;
    let mut exclusions = inputs.dossier.intended_purpose.exclusions.items.iter();
    if exclusions.any(|(_, one)| one.kind.get().is_none_or(|kind| *kind == ExclusionKind::Patient)) {
        return None;
    }
    let planned = tree.child(purpose, "planned_use").and_then(|planned| tree.child(planned, "patients"));
    let from = [planned.or(inputs.dossier.intended_purpose.planned_use.settings.node), Some(nobody)];
    Some(match none(planned) {
        Some(_) => Fact::is(true, from, ""),
        None => Fact::unknown(from, "the maker says that it is for no patient, and the planned use does not say the same"),
    })
}

fn settings(inputs: Inputs<'_>) -> Fact<bool> {
    let purpose = &inputs.dossier.intended_purpose;
    let (planned, intended) = (&purpose.planned_use.settings, &purpose.settings);
    let from = [planned.node, intended.node];
    let (Some(wanted), Some(held)) = (planned.get(), intended.get()) else {
        return Fact::unknown(from, "the planned settings, or those of the intended purpose, are not stated");
    };
    match stray(wanted, held) {
        Some(outside) => Fact::is(false, from, format_args!("{outside} is planned and is not among the settings of the intended purpose")),
        None => Fact::is(true, from, ""),
    }
}

fn youngest(inputs: Inputs<'_>) -> Fact<bool> {
    let purpose = &inputs.dossier.intended_purpose;
    let (planned, intended) = (&purpose.planned_use.patients.age_min, &purpose.patients.age_min);
    let from = [planned.node.or(purpose.planned_use.settings.node), intended.node];
    match (limit(planned, 0.0), limit(intended, 0.0)) {
        (Some(planned), Some(intended)) if planned < intended => {
            Fact::is(false, from, format_args!("use from {planned} years is planned, and the intended purpose begins at {intended}"))
        }
        (Some(_), Some(_)) => Fact::is(true, from, ""),
        _ => Fact::unknown(from, "the youngest age planned, or that of the intended purpose, is not stated"),
    }
}

fn oldest(inputs: Inputs<'_>) -> Fact<bool> {
    let purpose = &inputs.dossier.intended_purpose;
    let (planned, intended) = (&purpose.planned_use.patients.age_max, &purpose.patients.age_max);
    let from = [planned.node.or(purpose.planned_use.settings.node), intended.node];
    match (limit(planned, f64::INFINITY), limit(intended, f64::INFINITY)) {
        (Some(planned), Some(intended)) if planned > intended => {
            Fact::is(false, from, format_args!("use in older patients is planned, and the intended purpose ends at {intended} years"))
        }
        (Some(_), Some(_)) => Fact::is(true, from, ""),
        _ => Fact::unknown(from, "the oldest age planned, or that of the intended purpose, is not stated"),
    }
}

/// The text of `all` that is not among `held`; words are compared, so a difference is a question and not a failure.
fn stray<'a>(all: impl IntoIterator<Item = &'a Text>, held: &[Text]) -> Option<&'a str> {
    let held: HashSet<String> = held.iter().map(|one| comparable(one)).collect();
    all.into_iter().find(|one| !held.contains(&comparable(one))).map(|one| one.0.as_str())
}

fn users(inputs: Inputs<'_>) -> Fact<bool> {
    let purpose = &inputs.dossier.intended_purpose;
    let (planned, intended) = (&purpose.planned_use.users, &purpose.users);
    let from = [planned.node.or(purpose.planned_use.settings.node), intended.node];
    let (Some(wanted), Some(held)) = (planned.get(), intended.get()) else {
        return Fact::unknown(from, "the planned users, or those of the intended purpose, are not stated");
    };
    match stray(wanted, held) {
        Some(user) => Fact::unknown(from, format_args!("{user} is planned to use it and is not among the users whom the maker names")),
        None => Fact::is(true, from, ""),
    }
}

/// Every patient whom the maker excludes must be left out of the planned use too.
fn exclusions(inputs: Inputs<'_>) -> Fact<bool> {
    let purpose = &inputs.dossier.intended_purpose;
    let planned = &purpose.planned_use.patients.exclude;
    let from = [planned.node.or(purpose.planned_use.settings.node), purpose.patients.exclude.node, purpose.exclusions.node];
    let listed = match &purpose.patients.exclude.said {
        Said::Is(list) => list.as_slice(),
        Said::None(_) => &[],
        _ => return Fact::unknown(from, "whom the maker leaves out is not stated"),
    };
    if purpose.exclusions.items.is_empty() && purpose.exclusions.none.is_none() {
        return Fact::unknown(from, "what the maker excludes is not stated");
    }
    // An exclusion that does not say its kind may be one of patients.
    let of_patients = purpose.exclusions.items.iter().filter(|(_, one)| one.kind.get().is_none_or(|kind| *kind == ExclusionKind::Patient));
    let excluded: Vec<&Text> = listed.iter().chain(of_patients.filter_map(|(_, one)| one.what.get())).collect();
    if excluded.is_empty() {
        return Fact::is(true, from, "");
    }
    let include = &purpose.planned_use.patients.include;
    let Some(included) = include.get() else {
        return Fact::unknown([include.node.or(from[0]), from[1], from[2]], "whom you plan to include is not stated");
    };
    let included: HashSet<String> = included.iter().map(|one| comparable(one)).collect();
    if let Some(both) = excluded.iter().find(|one| included.contains(&comparable(one))) {
        return Fact::unknown(
            [include.node, from[1], from[2]],
            format!("{} are planned to be included, and the maker leaves them out", both.0),
        );
    }
    let Some(left_out) = planned.get() else {
        return Fact::unknown(from, format_args!("the maker leaves out {}, and whom you leave out is not stated", excluded[0].0));
    };
    match stray(excluded.iter().copied(), left_out) {
        Some(patients) => {
            Fact::unknown(from, format_args!("the maker leaves out {patients}, and the planned use does not say so in the same words"))
        }
        None => Fact::is(true, from, ""),
    }
}
