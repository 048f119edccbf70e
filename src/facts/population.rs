//! The people of each study against the people here: patients decide, residents only indicate.

use super::Inputs;
use super::census::{Shares, census_shares};
use super::fact::{Fact, Name, Rows, facts};
use super::statistics::distance;
use crate::dossier::answer::{Answer, Share, Table};
use crate::dossier::local::Counted;
use crate::dossier::validation::Study;
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

/// Shares of one population with the places they come from.
struct Read {
    shares: Shares,
    from: Vec<Option<NodeId>>,
}

impl PopulationFacts {
    /// The same row, of which nothing can be worked out, and why.
    fn unknown(self, from: &[Option<NodeId>], why: &str) -> PopulationFacts {
        fn figure<T>(from: &[Option<NodeId>], why: &str) -> Fact<T> {
            Fact { figure: true, ..Fact::unknown(from.iter().copied(), why) }
        }
        PopulationFacts {
            total_variation: figure(from, why),
            largest_gap: figure(from, why),
            largest_gap_in: figure(from, why),
            standardised_difference: figure(from, why),
            psi: figure(from, why),
            missing_from_study: Fact::unknown(from.iter().copied(), why),
            adds_up: Fact::unknown(from.iter().copied(), why),
            alike: Fact::unknown(from.iter().copied(), why),
            ..self
        }
    }
}

/// Every study against the people here.
pub(super) fn population(inputs: Inputs<'_>) -> Rows<PopulationFacts> {
    let studies = &inputs.dossier.validation.studies.items;
    let rows = studies.iter().flat_map(|(node, study)| VARIABLES.iter().map(move |variable| one(inputs, *node, study, variable)));
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
    if let Some(read) = inline(table) {
        return Ok(read);
    }
    let (shares, from) = census_shares(inputs, variable)?;
    Ok(Read { shares, from })
}

fn one(inputs: Inputs<'_>, node: NodeId, study: &Study, variable: &str) -> PopulationFacts {
    let name = study.id.get().map_or(String::new(), |id| id.0.clone());
    let row = PopulationFacts {
        id: Name(format!("{name}: {variable}")),
        study: Name(name.clone()),
        variable: Name((*variable).into()),
        ..PopulationFacts::default()
    };
    let unknown = |from: Vec<Option<NodeId>>, why: String| row.clone().unknown(&from, &why);
    let Some(theirs) = inline(of_study(study, variable)) else {
        return unknown(vec![Some(node)], format!("study {name} does not give the shares by {variable}"));
    };
    let ours = match here(inputs, variable) {
        Ok(ours) => ours,
        Err(why) => return unknown(vec![inputs.dossier.local.population.sex.node.or(theirs.from[0])], why),
    };
    let from: Vec<Option<NodeId>> = theirs.from.iter().chain(&ours.from).copied().collect();
    let (absent, extra) = (without(&ours.shares, &theirs.shares), without(&theirs.shares, &ours.shares));
    if !absent.is_empty() && !extra.is_empty() {
        let why =
            format!("the categories are not the same: study {name} has {}, and here there is {}", extra.join(", "), absent.join(", "));
        return unknown(from, why);
    }
    compared(inputs, row, &theirs, &ours, &absent, from)
}

fn without(all: &Shares, held: &Shares) -> Vec<String> {
    all.iter().filter(|(name, share)| **share > 0.0 && !held.contains_key(*name)).map(|(name, _)| name.clone()).collect()
}

fn compared(
    inputs: Inputs<'_>,
    row: PopulationFacts,
    theirs: &Read,
    ours: &Read,
    absent: &[String],
    from: Vec<Option<NodeId>>,
) -> PopulationFacts {
    let one_sided = !absent.is_empty() || !without(&theirs.shares, &ours.shares).is_empty();
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
    let places = || from.iter().copied();
    let Some(found) = distance(&study, &local) else {
        return row.unknown(&from, "the shares add up to nothing");
    };
    let sum = |read: &Read| read.shares.values().sum::<f64>();
    let adds_up = (sum(theirs) - 1.0).abs() <= ROUNDING && (sum(ours) - 1.0).abs() <= ROUNDING;
    let sums = format!("the shares of the study add up to {:.3} and those here to {:.3}", sum(theirs), sum(ours));
    let category = names.get(found.largest_at).map_or("no stated category".to_string(), |name| (*name).clone());
    let why = format!(
        "total variation {:.3}; the largest gap is in {category}: {:.3} in the study, {:.3} here",
        found.total_variation, study[found.largest_at], local[found.largest_at]
    );
    let number = |value: f64, says: &str| Fact { figure: true, ..Fact::is(value, places(), says) };
    PopulationFacts {
        total_variation: number(found.total_variation, &why),
        largest_gap: number(found.largest_gap, &why),
        largest_gap_in: Fact { figure: true, ..Fact::is(category, places(), why.clone()) },
        standardised_difference: number(found.standardised_difference, &why),
        psi: number(found.psi, &why),
        missing_from_study: match absent {
            [] => Fact::is("nothing".into(), places(), "the study names every category that people here have"),
            some => Fact::is(some.join(", "), places(), "people here are of these categories, and the study does not name them"),
        },
        adds_up: Fact::is(adds_up, places(), sums.clone()),
        alike: match alike(inputs, found.total_variation, adds_up.then_some(why).ok_or(sums), &from) {
            fact if fact.value == Some(true) && one_sided => {
                Fact { value: None, why: format!("{}; yet one of the two names categories that the other does not", fact.why), ..fact }
            }
            fact => fact,
        },
        ..row
    }
}

fn alike(inputs: Inputs<'_>, total_variation: f64, why: Result<String, String>, from: &[Option<NodeId>]) -> Fact<bool> {
    let of = &inputs.dossier.local.population.of;
    let from = || from.iter().copied().chain([of.node]);
    let Some(limit) = inputs.tables.threshold("population-total-variation") else {
        return Fact::unknown(from(), "no threshold is on file for the distance of populations");
    };
    let why = match why {
        Ok(why) => format!("{why}; threshold {}", limit.words()),
        Err(sums) => return Fact::unknown(from(), sums),
    };
    match of.get() {
        Some(Counted::Patients) => Fact::is(total_variation <= limit.value, from(), why),
        Some(Counted::Residents) => {
            Fact::unknown(from(), format!("{why}; the shares here are of residents, who only indicate who the patients are"))
        }
        None => Fact::unknown(from(), format!("{why}; the dossier does not say whether patients or residents were counted here")),
    }
}
