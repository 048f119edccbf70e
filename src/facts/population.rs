//! The people of each study against the people here: patients decide, residents only indicate.

use super::Inputs;
use super::census::{Shares, census_shares};
use super::fact::{Fact, Name, Rows, facts};
use super::phrase::{brief, enumerated};
use super::statistics::{Distance, distance};
use super::why::Why;
use crate::dossier::answer::{Answer, Share, Table};
use crate::dossier::validation::Study;
use crate::terms::Counted;
use crate::text::NodeId;

/// How far shares may miss 1 before they are said not to add up: printed shares are rounded.
pub(super) const ROUNDING: f64 = 0.02 + 1e-9;

facts! {
    /// One study against the people here, by one variable.
    PopulationFacts {
        /// Study and variable in one name.
        id: Name,
        /// The study.
        study: Name,
        /// The variable: sex, age or ethnicity.
        variable: Name,
        /// The share of people who would have to belong to another category, from 0 to 1.
        total_variation: Fact<f64>,
        /// The largest gap between the shares of one category, study less here.
        largest_gap: Fact<f64>,
        /// The category of that gap.
        largest_gap_in: Fact<String>,
        /// The largest standardised difference of any category.
        standardised_difference: Fact<f64>,
        /// The population stability index; information only, since nothing ties it to error rates.
        psi: Fact<f64>,
        /// The categories that people here have and the study does not name.
        missing_from_study: Fact<String>,
        /// Whether the shares of both add up to 1, as far as rounding lets them.
        adds_up: Fact<bool>,
        /// Whether the two are alike by the threshold on file; residents only indicate, so with them it stays unknown.
        alike: Fact<bool>,
    }
}

/// The variables by which people are compared.
pub(super) const VARIABLES: [&str; 3] = ["sex", "age", "ethnicity"];

/// The most categories of the people here that are compared with those of each study.
const COMPARED: usize = 200;

/// Shares of one population with the places they come from.
struct Read {
    shares: Shares,
    from: Vec<Option<NodeId>>,
}

impl PopulationFacts {
    /// The same row, of which nothing can be worked out, and why.
    fn unknown(self, from: &[Option<NodeId>], why: impl Into<Why>) -> PopulationFacts {
        let alike = Fact::unknown(from.iter().copied(), why);
        let figure = Fact { figure: true, ..alike.with(None::<f64>) };
        PopulationFacts {
            total_variation: figure.with(None),
            largest_gap: figure.with(None),
            largest_gap_in: figure.with(None),
            standardised_difference: figure.with(None),
            psi: figure,
            missing_from_study: alike.with(None),
            adds_up: alike.with(None),
            alike,
            ..self
        }
    }
}

/// Every study against the people here.
pub(super) fn population(inputs: Inputs<'_>) -> Rows<PopulationFacts> {
    let studies = &inputs.dossier.validation.studies.items;
    let ours = VARIABLES.map(|variable| (variable, here(inputs, variable)));
    let rows = studies.iter().flat_map(|(node, study)| ours.iter().map(|(by, ours)| against_here(inputs, *node, study, by, ours)));
    Rows { rows: rows.collect(), none: None }
}

fn inline(table: &Table<Answer<Share>>) -> Option<Read> {
    let shares: Shares = table.entries.iter().filter_map(|(name, _, share)| Some((name.trim().to_lowercase(), share.get()?.0))).collect();
    (!shares.is_empty()).then(|| Read { shares, from: vec![table.node] })
}

fn of_study<'a>(study: &'a Study, variable: &str) -> &'a Table<Answer<Share>> {
    let population = &study.population;
    match variable {
        "sex" => &population.sex,
        "age" => &population.age,
        _ => &population.ethnicity,
    }
}

/// The shares here: written in the dossier, or read from the registered table.
fn here(inputs: Inputs<'_>, variable: &str) -> Result<Read, String> {
    let population = &inputs.dossier.local.population;
    let table = match variable {
        "sex" => &population.sex,
        "age" => &population.age,
        _ => &population.ethnicity,
    };
    let read = match inline(table) {
        Some(read) => read,
        None => census_shares(inputs, variable).map(|(shares, from)| Read { shares, from })?,
    };
    match read.shares.len() {
        many if many > COMPARED => {
            Err(format!("the people here are of {many} categories by {variable}; no more than {COMPARED} are compared"))
        }
        _ => Ok(read),
    }
}

fn against_here(inputs: Inputs<'_>, node: NodeId, study: &Study, variable: &str, ours: &Result<Read, String>) -> PopulationFacts {
    let name = study.id.get().map_or(String::new(), |id| brief(&id.0).into_owned());
    let row = PopulationFacts {
        id: Name(format!("{name}: {variable}")),
        study: Name(name.clone()),
        variable: Name(variable.into()),
        ..PopulationFacts::default()
    };
    let Some(theirs) = inline(of_study(study, variable)) else {
        return row.unknown(&[Some(node)], format!("study {name} does not give the shares by {variable}"));
    };
    match ours {
        Ok(ours) => compared(inputs, row, &theirs, ours),
        Err(why) => row.unknown(&[inputs.dossier.local.population.sex.node.or(theirs.from[0])], why.clone()),
    }
}

fn without(all: &Shares, held: &Shares) -> Vec<String> {
    all.iter().filter(|(name, share)| **share > 0.0 && !held.contains_key(*name)).map(|(name, _)| brief(name).into_owned()).collect()
}

fn compared(inputs: Inputs<'_>, row: PopulationFacts, theirs: &Read, ours: &Read) -> PopulationFacts {
    let from: Vec<Option<NodeId>> = theirs.from.iter().chain(&ours.from).copied().collect();
    let (absent, extra) = (without(&ours.shares, &theirs.shares), without(&theirs.shares, &ours.shares));
    let mut names: Vec<&String> = theirs.shares.keys().chain(ours.shares.keys()).collect();
    names.sort();
    names.dedup();
    // People of no stated category are a category of their own, so that leaving a category out brings nobody closer.
    let list = |read: &Read| -> Vec<f64> {
        let said: Vec<f64> = names.iter().map(|name| read.shares.get(*name).copied().unwrap_or(0.0)).collect();
        let rest = (1.0 - said.iter().sum::<f64>()).max(0.0);
        said.into_iter().chain([rest]).collect()
    };
    let (study, local) = (list(theirs), list(ours));
    let sum = |read: &Read| read.shares.values().sum::<f64>();
    let adds_up = (sum(theirs) - 1.0).abs() <= ROUNDING && (sum(ours) - 1.0).abs() <= ROUNDING;
    let sums = format!("the shares of the study add up to {:.3} and those here to {:.3}", sum(theirs), sum(ours));
    let other_names = (!absent.is_empty() && !extra.is_empty()).then(|| {
        format!(
            "the categories are not the same: the study has {}, and here there is {}",
            enumerated(&extra, ", "),
            enumerated(&absent, ", ")
        )
    });
    let alike = alike(inputs, (&study, &local), (adds_up, &sums), other_names.as_deref(), &from);
    let (Some(found), None) = (distance(&study, &local), &other_names) else {
        let why = other_names.map_or(Why::from("the shares add up to nothing"), Why::from);
        return PopulationFacts { alike, ..row.unknown(&from, why) };
    };
    let places = || from.iter().copied();
    let row = PopulationFacts {
        missing_from_study: match absent.as_slice() {
            [] => Fact::is("nothing".into(), places(), "the study names every category that people here have"),
            some => Fact::is(enumerated(some, ", "), places(), "people here are of these categories, and the study does not name them"),
        },
        adds_up: Fact::is(adds_up, places(), sums),
        alike,
        ..row
    };
    let category = names.get(found.largest_at).map_or("no stated category".to_string(), |name| brief(name).into_owned());
    apart(row, &found, category, (study[found.largest_at], local[found.largest_at]), &from)
}

/// The same row with how far the two lie apart; the shares are those of the category with the largest gap.
fn apart(row: PopulationFacts, found: &Distance, category: String, shares: (f64, f64), from: &[Option<NodeId>]) -> PopulationFacts {
    let total = found.total_variation;
    let (there, here) = shares;
    let why = format!("total variation {total:.3}; the largest gap is in {category}: {there:.3} in the study, {here:.3} here");
    let alike = Fact { why: format!("{why}; {}", row.alike.why).into(), ..row.alike };
    let total_variation = Fact::figure(Some(total), from.iter().copied(), why);
    PopulationFacts {
        largest_gap: total_variation.with(Some(found.largest_gap)),
        largest_gap_in: total_variation.with(Some(category)),
        standardised_difference: total_variation.with(Some(found.standardised_difference)),
        psi: total_variation.with(Some(found.psi)),
        total_variation,
        alike,
        ..row
    }
}

/// The largest total variation that the named shares leave open: people whom a table leaves out, or whom rounding may have
/// dropped, could all be of other categories than those of the other table. Leaving a share out never makes it smaller.
fn at_most(study: &[f64], local: &[f64]) -> f64 {
    let named = |shares: &[f64]| shares[..shares.len() - 1].to_vec();
    let (study, local) = (named(study), named(local));
    let open = |shares: &[f64]| (1.0 + ROUNDING - shares.iter().sum::<f64>()).max(0.0);
    let apart: f64 = study.iter().zip(&local).map(|(a, b)| (a - b).abs()).sum();
    (apart + open(&study) + open(&local)) / 2.0
}

/// Alike when even the largest distance left open is within the limit; unlike when the distance itself is beyond it and the
/// two tables can be compared; else unknown.
fn alike(
    inputs: Inputs<'_>,
    (study, local): (&[f64], &[f64]),
    (adds_up, sums): (bool, &str),
    other_names: Option<&str>,
    from: &[Option<NodeId>],
) -> Fact<bool> {
    let of = &inputs.dossier.local.population.of;
    let from = || from.iter().copied().chain([of.node]);
    let Some(limit) = inputs.tables.threshold("population-total-variation") else {
        return Fact::unknown(from(), "no threshold is on file for the distance of populations");
    };
    let most = at_most(study, local);
    let words = format!("up to {most:.3} with what rounding and missing categories leave open; threshold {}", limit.words());
    match of.get() {
        Some(Counted::Residents) => {
            return Fact::unknown(
                from(),
                format_args!("{words}; the shares here are of residents, who only indicate who the patients are"),
            );
        }
        None => {
            return Fact::unknown(
                from(),
                format_args!("{words}; the dossier does not say whether patients or residents were counted here"),
            );
        }
        Some(Counted::Patients) => {}
    }
    let apart = distance(study, local).is_some_and(|found| found.total_variation > limit.value);
    match (most <= limit.value, other_names, adds_up) {
        (true, ..) => Fact::is(true, from(), words),
        (_, Some(names), _) => Fact::unknown(from(), names.to_string()),
        (_, _, false) => Fact::unknown(from(), sums.to_string()),
        _ if apart => Fact::is(false, from(), words),
        _ => Fact::unknown(from(), words),
    }
}

#[cfg(test)]
mod tests {
    use super::at_most;
    use proptest::prelude::*;

    proptest! {
        /// The rule that removing an entry makes nothing better, for shares: here a table that holds up to 1.02 in all.
        #[test]
        fn leaving_a_share_out_never_brings_two_peoples_closer(
            raw in proptest::collection::vec((0.0f64..1.0, 0.0f64..1.0), 1..8),
            total in 0.2f64..1.02,
            out in 0usize..8,
        ) {
            let scaled = |pick: fn(&(f64, f64)) -> f64| -> Vec<f64> {
                let sum: f64 = raw.iter().map(pick).sum::<f64>().max(1e-9);
                raw.iter().map(|pair| pick(pair) / sum * total).chain([0.0]).collect()
            };
            let (study, local) = (scaled(|pair| pair.0), scaled(|pair| pair.1));
            let mut without = study.clone();
            without[out % raw.len()] = 0.0;
            prop_assert!(at_most(&without, &local) >= at_most(&study, &local) - 1e-12);
            prop_assert!(at_most(&local, &without) >= at_most(&local, &study) - 1e-12);
        }
    }
}
