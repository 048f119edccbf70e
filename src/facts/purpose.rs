//! The planned use against the intended purpose: settings and ages.

use super::Inputs;
use super::fact::{Fact, facts};
use crate::dossier::answer::{Answer, Said};
use crate::text::NodeId;

facts! {
    /// The planned use against the intended purpose.
    Purpose {
        /// Whether the planned settings and ages lie inside those of the intended purpose.
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
    match doubt {
        Some(why) => Fact::unknown(from, why),
        None => Fact::is(true, from, "the planned settings and ages lie inside those of the intended purpose"),
    }
}
