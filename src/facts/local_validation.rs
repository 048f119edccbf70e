//! Whether the product must be validated here, with the reasons.

use crate::terms::{Judgment, Place};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::Inputs;
use super::accuracy::AccuracyFacts;
use super::fact::{Fact, Rows, facts};
use super::phrase::{brief, enumerated};
use super::population::PopulationFacts;
use super::sizes::{SizeFacts, sizes};
use super::studies::StudyFacts;
use super::subgroups::gives_results_by;
use crate::dossier::answer::Said;
use crate::dossier::validation::Study;

facts! {
    /// Whether the product must be validated here.
    LocalValidationFacts {
        /// Whether published results may not carry over to here, for one of the reasons named.
        needed: Fact<bool>,
        /// Whether the adopter's decision on it does not pass over a reason that was found.
        decision_fits: Fact<bool>,
        /// Whether the people studied are like those here, or the adopter has judged that they are enough so.
        cohort_settled: Fact<bool>,
        /// Whether one of the studies named as the results of local validation was done here on this version.
        done: Fact<bool>,
        /// How large a study here would have to be, target by target.
        sizes: Rows<SizeFacts>,
    }
}

/// What the reasons are taken from.
pub(super) struct Known<'k> {
    pub studies: &'k [StudyFacts],
    pub accuracy: &'k [AccuracyFacts],
    pub population: &'k [PopulationFacts],
}

/// The facts of local validation.
pub(super) fn local_validation(inputs: Inputs<'_>, known: &Known<'_>) -> LocalValidationFacts {
    let needed = needed(inputs, known);
    LocalValidationFacts {
        decision_fits: decision_fits(inputs, &needed),
        cohort_settled: cohort_settled(inputs, known.population),
        done: done(inputs, known.studies),
        sizes: sizes(inputs, known.accuracy),
        needed,
    }
}

/// Whether the results of local validation are those of a study here on this version.
fn done(inputs: Inputs<'_>, studies: &[StudyFacts]) -> Fact<bool> {
    let results = &inputs.dossier.local.validation.results;
    let Some(named) = results.get() else { return Fact::unknown([results.node], "no results of a validation here are named") };
    let mut from = vec![results.node];
    let mut open = None;
    let named: BTreeSet<Cow<'_, str>> = named.iter().map(|id| brief(&id.0)).collect();
    for study in studies.iter().filter(|study| named.contains(study.id.0.as_str())) {
        from.extend(study.place.from.iter().chain(study.for_this_version.from.iter()).copied().map(Some));
        match (study.place.value, study.for_this_version.value) {
            (Some(Place::Local), Some(true)) => {
                return Fact::is(true, from, format_args!("study {} was done here on this version", study.id.0));
            }
            (Some(Place::Local) | None, None) => open = Some(&study.for_this_version.why),
            (None, Some(true)) => open = Some(&study.place.why),
            _ => {}
        }
    }
    match open {
        Some(why) => Fact::unknown(from, why.clone()),
        None => Fact::is(false, from, "none of the studies named was done here on this version"),
    }
}

/// People unlike those studied, or who cannot be compared, are a query until the adopter has judged it.
fn cohort_settled(inputs: Inputs<'_>, population: &[PopulationFacts]) -> Fact<bool> {
    let judgement = &inputs.dossier.local.represents_us;
    let unlike: Vec<String> =
        population.iter().filter(|row| row.alike.value == Some(false)).map(|row| format!("{}: {}", row.id.0, row.alike.why)).collect();
    let found = match (unlike.is_empty(), population.iter().any(|row| row.alike.value == Some(true))) {
        (false, _) => format!("people differ from those here ({})", enumerated(&unlike, "; ")),
        (true, true) => "no difference was found where people could be compared".to_string(),
        (true, false) => "the people of no study could be compared with those here".to_string(),
    };
    if matches!(&judgement.said, Said::Is(judged) if judged.0 == Judgment::Acceptable) {
        return Fact::is(true, [judgement.node], format_args!("you judged them enough alike; {found}"));
    }
    Fact::unknown([judgement.node.or(inputs.dossier.validation.studies.node)], found)
}

/// The adopter's "no" is a query while a reason is found, or while it cannot be told whether there is one.
fn decision_fits(inputs: Inputs<'_>, needed: &Fact<bool>) -> Fact<bool> {
    let decision = &inputs.dossier.local.validation.needed.generalisability;
    let from = decision.node;
    match (decision.get(), needed.value) {
        (None, _) => Fact::unknown([from], "nobody has decided whether to validate here"),
        (Some(true), _) => Fact::is(true, [from], format_args!("you decided to validate here; {}", needed.why)),
        (Some(false), Some(false)) => Fact::is(true, [from], format_args!("you decided not to validate here, and {}", needed.why)),
        (Some(false), _) => Fact::unknown([from], format_args!("you decided not to validate here, yet {}", needed.why)),
    }
}

fn needed(inputs: Inputs<'_>, known: &Known<'_>) -> Fact<bool> {
    let (mut reasons, mut doubts) = (Vec::new(), Vec::new());
    let elsewhere = |place: Option<Place>| matches!(place, Some(Place::External | Place::Internal));
    let counts = |study: &&StudyFacts| study.for_this_version.value == Some(true) && elsewhere(study.place.value);
    let current: Vec<&StudyFacts> = known.studies.iter().filter(counts).collect();
    let names: BTreeSet<&str> = current.iter().map(|study| study.id.0.as_str()).collect();
    if !current.iter().any(|study| study.place.value == Some(Place::External)) {
        reasons.push("no study from elsewhere is about this version".to_string());
    }
    settings(&current, &mut reasons, &mut doubts);
    populations(known, &names, &mut reasons, &mut doubts);
    prevalences(inputs, known, &names, &mut reasons, &mut doubts);
    let studies = || inputs.dossier.validation.studies.items.iter().map(|(_, study)| study);
    let of_these = |study: &&Study| study.id.get().is_some_and(|id| names.contains(&*brief(&id.0)));
    let studied = |name: &str| studies().filter(of_these).any(|study| gives_results_by(study, name).is_some());
    let blank: Vec<&str> = ["age", "race", "sex"].into_iter().filter(|name| !studied(name)).collect();
    if !blank.is_empty() {
        reasons.push(format!("no study gives results by {}", blank.join(", ")));
    }
    let section = &inputs.dossier.validation.studies;
    let from = [section.node, inputs.dossier.local.population.sex.node, inputs.dossier.local.targets.node];
    match (reasons.is_empty(), doubts.is_empty()) {
        (false, _) => Fact::is(true, from, format_args!("these reasons speak for it: {}", enumerated(&reasons, "; "))),
        (true, false) => Fact::unknown(from, format_args!("it cannot be told whether results carry over: {}", enumerated(&doubts, "; "))),
        (true, true) => Fact::is(
            false,
            from,
            "settings, people and prevalence are like those of the studies, and they give results by age, race and sex",
        ),
    }
}

fn settings(current: &[&StudyFacts], reasons: &mut Vec<String>, doubts: &mut Vec<String>) {
    if current.iter().any(|study| study.in_planned_setting.value == Some(true)) {
        return;
    }
    match current.iter().find(|study| study.in_planned_setting.value == Some(false)) {
        Some(study) => reasons.push(study.in_planned_setting.why.to_string()),
        None => doubts.push("it is not stated in which settings the studies were done".into()),
    }
}

/// For each variable: alike in one study of this version is enough; unlike in all that can be compared is a reason.
fn populations(known: &Known<'_>, names: &BTreeSet<&str>, reasons: &mut Vec<String>, doubts: &mut Vec<String>) {
    for variable in super::population::VARIABLES {
        let rows = known.population.iter().filter(|row| row.variable.0 == variable && names.contains(row.study.0.as_str()));
        let rows: Vec<&PopulationFacts> = rows.collect();
        if rows.iter().any(|row| row.alike.value == Some(true)) {
            continue;
        }
        match rows.iter().find(|row| row.alike.value == Some(false)) {
            Some(row) => reasons.push(format!("people here differ by {variable} from those of study {} ({})", row.study.0, row.alike.why)),
            None => doubts.push(format!("people here cannot be compared by {variable} with those of any study")),
        }
    }
}

fn prevalences(inputs: Inputs<'_>, known: &Known<'_>, names: &BTreeSet<&str>, reasons: &mut Vec<String>, doubts: &mut Vec<String>) {
    let Some(limit) = inputs.tables.threshold("prevalence-ratio") else { return };
    let mut found: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for row in known.accuracy.iter().filter(|row| names.contains(row.study.0.as_str())) {
        found.entry(&row.target.0).or_default().extend(row.prevalence.value);
    }
    for (_, target) in &inputs.dossier.local.targets.items {
        let (Some(name), Some(here)) = (target.target.get(), target.prevalence.get()) else {
            doubts.push("how common a finding is here is not stated".into());
            continue;
        };
        let studied = found.get(&*brief(&name.0)).map_or(&[][..], Vec::as_slice);
        let ratio = |there: &f64| (there / here.0).max(here.0 / there);
        if studied.is_empty() {
            doubts.push(format!("no study of this version gives the counts for {}", name.0));
        } else if !studied.iter().any(|there| ratio(there) <= limit.value) {
            let there = enumerated(&studied.iter().map(|there| format!("{there:.3}")).collect::<Vec<_>>(), ", ");
            reasons.push(format!(
                "{} is found in {} of cases here and in {there} in the studies; ratio limit {}",
                name.0,
                here.0,
                limit.words()
            ));
        }
    }
    if inputs.dossier.local.targets.items.is_empty() {
        doubts.push("how common each finding is here is not stated".into());
    }
}
