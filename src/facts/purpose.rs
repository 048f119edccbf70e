//! The planned use against the intended purpose: settings, users, ages, and the patients that the maker excludes.

use super::Inputs;
use super::fact::{Fact, facts};
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

/// One aspect of the planned use: whether it stays inside, why, and where that stands.
struct Aspect {
    inside: Option<bool>,
    why: String,
    from: Vec<Option<NodeId>>,
}

impl Aspect {
    fn new(inside: Option<bool>, why: impl Into<String>, from: &[Option<NodeId>]) -> Aspect {
        Aspect { inside, why: why.into(), from: from.to_vec() }
    }
}

/// Outside when one aspect is; all aspects that are outside, or that cannot be told, are named at once.
fn inside(inputs: Inputs<'_>, tree: &Tree) -> Fact<bool> {
    let aspects = match about_nobody(inputs, tree) {
        Some(nobody) => vec![settings(inputs), nobody, users(inputs)],
        None => vec![settings(inputs), youngest(inputs), oldest(inputs), users(inputs), exclusions(inputs)],
    };
    for wanted in [Some(false), None] {
        let open: Vec<&Aspect> = aspects.iter().filter(|aspect| aspect.inside == wanted).collect();
        if let Some(first) = open.first() {
            let why = open.iter().map(|aspect| aspect.why.as_str()).collect::<Vec<_>>().join("; also ");
            return Fact { value: wanted, ..Fact::unknown(first.from.iter().copied(), why) };
        }
    }
    let read = aspects.iter().flat_map(|aspect| aspect.from.iter().copied());
    Fact::is(true, read, "the planned settings, users, ages and exclusions lie inside those of the intended purpose")
}

/// A product for no patient at all, such as one that plans beds: the plan must say the same, and then there is nobody to compare.
/// One that leaves out certain patients is not for no patient.
fn about_nobody(inputs: Inputs<'_>, tree: &Tree) -> Option<Aspect> {
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
        Some(_) => Aspect::new(Some(true), "", &from),
        None => Aspect::new(None, "the maker says that it is for no patient, and the planned use does not say the same", &from),
    })
}

fn settings(inputs: Inputs<'_>) -> Aspect {
    let purpose = &inputs.dossier.intended_purpose;
    let (planned, intended) = (&purpose.planned_use.settings, &purpose.settings);
    let from = [planned.node, intended.node];
    let (Some(wanted), Some(held)) = (planned.get(), intended.get()) else {
        return Aspect::new(None, "the planned settings, or those of the intended purpose, are not stated", &from);
    };
    match stray(wanted, held) {
        Some(outside) => {
            Aspect::new(Some(false), format!("{outside} is planned and is not among the settings of the intended purpose"), &from)
        }
        None => Aspect::new(Some(true), "", &from),
    }
}

fn youngest(inputs: Inputs<'_>) -> Aspect {
    let purpose = &inputs.dossier.intended_purpose;
    let (planned, intended) = (&purpose.planned_use.patients.age_min, &purpose.patients.age_min);
    let from = [planned.node.or(purpose.planned_use.settings.node), intended.node];
    match (limit(planned, 0.0), limit(intended, 0.0)) {
        (Some(planned), Some(intended)) if planned < intended => {
            Aspect::new(Some(false), format!("use from {planned} years is planned, and the intended purpose begins at {intended}"), &from)
        }
        (Some(_), Some(_)) => Aspect::new(Some(true), "", &from),
        _ => Aspect::new(None, "the youngest age planned, or that of the intended purpose, is not stated", &from),
    }
}

fn oldest(inputs: Inputs<'_>) -> Aspect {
    let purpose = &inputs.dossier.intended_purpose;
    let (planned, intended) = (&purpose.planned_use.patients.age_max, &purpose.patients.age_max);
    let from = [planned.node.or(purpose.planned_use.settings.node), intended.node];
    match (limit(planned, f64::INFINITY), limit(intended, f64::INFINITY)) {
        (Some(planned), Some(intended)) if planned > intended => {
            Aspect::new(Some(false), format!("use in older patients is planned, and the intended purpose ends at {intended} years"), &from)
        }
        (Some(_), Some(_)) => Aspect::new(Some(true), "", &from),
        _ => Aspect::new(None, "the oldest age planned, or that of the intended purpose, is not stated", &from),
    }
}

/// The text of `all` that is not among `held`; words are compared, so a difference is a question and not a failure.
fn stray<'a>(all: &'a [Text], held: &[Text]) -> Option<&'a str> {
    let same = |a: &Text, b: &Text| a.0.trim().eq_ignore_ascii_case(b.0.trim());
    all.iter().find(|one| !held.iter().any(|other| same(one, other))).map(|one| one.0.as_str())
}

fn users(inputs: Inputs<'_>) -> Aspect {
    let purpose = &inputs.dossier.intended_purpose;
    let (planned, intended) = (&purpose.planned_use.users, &purpose.users);
    let from = [planned.node.or(purpose.planned_use.settings.node), intended.node];
    let (Some(wanted), Some(held)) = (planned.get(), intended.get()) else {
        return Aspect::new(None, "the planned users, or those of the intended purpose, are not stated", &from);
    };
    match stray(wanted, held) {
        Some(user) => Aspect::new(None, format!("{user} is planned to use it and is not among the users whom the maker names"), &from),
        None => Aspect::new(Some(true), "", &from),
    }
}

/// Every patient whom the maker excludes must be left out of the planned use too.
fn exclusions(inputs: Inputs<'_>) -> Aspect {
    let purpose = &inputs.dossier.intended_purpose;
    let planned = &purpose.planned_use.patients.exclude;
    let from = [planned.node.or(purpose.planned_use.settings.node), purpose.patients.exclude.node, purpose.exclusions.node];
    let listed = match &purpose.patients.exclude.said {
        Said::Is(list) => list.clone(),
        Said::None(_) => Vec::new(),
        _ => return Aspect::new(None, "whom the maker leaves out is not stated", &from),
    };
    if purpose.exclusions.items.is_empty() && purpose.exclusions.none.is_none() {
        return Aspect::new(None, "what the maker excludes is not stated", &from);
    }
    // An exclusion that does not say its kind may be one of patients.
    let of_patients = purpose.exclusions.items.iter().filter(|(_, one)| one.kind.get().is_none_or(|kind| *kind == ExclusionKind::Patient));
    let excluded: Vec<Text> = listed.into_iter().chain(of_patients.filter_map(|(_, one)| one.what.get().cloned())).collect();
    if excluded.is_empty() {
        return Aspect::new(Some(true), "", &from);
    }
    let include = &purpose.planned_use.patients.include;
    let Some(included) = include.get() else {
        return Aspect::new(None, "whom you plan to include is not stated", &[include.node.or(from[0]), from[1], from[2]]);
    };
    if let Some(both) = excluded.iter().find(|one| stray(std::slice::from_ref(*one), included).is_none()) {
        return Aspect::new(
            None,
            format!("{} are planned to be included, and the maker leaves them out", both.0),
            &[include.node, from[1], from[2]],
        );
    }
    let Some(left_out) = planned.get() else {
        return Aspect::new(None, format!("the maker leaves out {}, and whom you leave out is not stated", excluded[0].0), &from);
    };
    match stray(&excluded, left_out) {
        Some(patients) => {
            Aspect::new(None, format!("the maker leaves out {patients}, and the planned use does not say so in the same words"), &from)
        }
        None => Aspect::new(Some(true), "", &from),
    }
}
