//! What facts tell a reader although no check fails for it: contradictions, what the results mean here, what is worth knowing.

use std::collections::BTreeMap;

use super::brief::{name, sentence};
use super::place::place_span;
use crate::assessment::Assessment;
use crate::facts::{ClassRelation, Fact, FactKind, Facts};
use crate::terms::Place;

/// Two answers that do not fit together.
pub struct Contradiction {
    /// Why they do not fit.
    pub why: String,
    /// `file:line:column` of both.
    pub places: String,
}

/// The answers that cannot both be true; with `queries` also those that do not fit and may have a good reason.
pub(super) fn contradictions(assessment: &Assessment<'_>, queries: bool) -> Vec<Contradiction> {
    let rows = assessment.scene.known.facts.contradictions.rows.iter();
    let told = rows.map(|row| &row.fits).filter(|fits| queries || fits.value == Some(false));
    told.map(|fits| Contradiction { why: sentence(&fits.why).into_owned(), places: two_places(assessment, fits) }).collect()
}

/// The first two places of a fact that differ.
fn two_places<T>(assessment: &Assessment<'_>, fact: &Fact<T>) -> String {
    let mut places = fact.from.iter().map(|node| assessment.sources().locate(place_span(&assessment.scene, *node, true)));
    let Some(first) = places.next() else { return String::new() };
    places.find(|place| *place != first).map_or(first.clone(), |second| format!("{first} and {second}"))
}

/// What the results would mean here, a line for each result: predictive value, alerts, missed cases. Studies on the adopter's
/// own cases come first, then those from elsewhere, then the developer's own.
pub(super) fn here(assessment: &Assessment<'_>) -> Vec<String> {
    let mut closeness: BTreeMap<&str, u8> = BTreeMap::new();
    for (_, study) in &assessment.scene.dossier.validation.studies.items {
        let close = match study.place.get() {
            Some(Place::Local) => 0,
            Some(Place::External) => 1,
            _ => 2,
        };
        if let Some(id) = study.id.get() {
            closeness.entry(&id.0).or_insert(close);
        }
    }
    let facts = &assessment.scene.known.facts;
    let mut rows: Vec<_> = facts.here.rows.iter().collect();
    rows.sort_by_key(|row| closeness.get(row.study.0.as_str()).copied().unwrap_or(2));
    let lines = rows.into_iter().filter_map(|row| {
        let ppv = row.ppv.estimate.value?;
        let (alerts, low, high) = row.alerts_per_1000.interval()?;
        let missed = row.missed_per_year.interval().map_or(String::new(), |(missed, low, high)| {
            format!("; {missed:.0} with the finding ({low:.0} to {high:.0}) would be missed a year")
        });
        let called =
            format!("of 1,000 cases {alerts:.0} ({low:.0} to {high:.0}) would be called, {:.0} in 100 of them rightly", 100.0 * ppv);
        Some(format!("{} by study {}: {called}{missed}", name(&row.target.0), name(&row.study.0)))
    });
    lines.collect()
}

/// What a reader should know although no check fails for it, each with its reason.
pub(super) fn worth_knowing(assessment: &Assessment<'_>) -> Vec<String> {
    let facts = &assessment.scene.known.facts;
    let late = late_levels(facts).chain(lower_in_groups(facts)).chain(lower_classes(facts));
    late.chain(documents_to_look_at(facts)).chain(unlike_people(facts)).collect()
}

/// Levels of accuracy that were agreed after a result was known.
fn late_levels(facts: &Facts) -> impl Iterator<Item = String> {
    let rows = facts.validation.acceptance.rows.iter();
    rows.filter(|row| row.agreed_after_results.value == Some(true)).map(|row| {
        let why = sentence(&row.agreed_after_results.why);
        format!("the level for {} may have been set to fit a known result: {why}", name(&row.target.0))
    })
}

/// Groups in which a measure is lower, where the interval of the difference leaves out zero.
fn lower_in_groups(facts: &Facts) -> impl Iterator<Item = String> {
    let measures = facts.subgroups.rows.iter().flat_map(|row| {
        [("sensitivity", &row.sensitivity_difference), ("specificity", &row.specificity_difference)]
            .map(|(measure, found)| (row, measure, found))
    });
    let points = |share: f64| 100.0 * share.abs();
    measures.filter_map(move |(row, measure, found)| {
        let (estimate, lower, upper) = found.interval().filter(|(_, _, upper)| *upper < 0.0)?;
        let (least, most) = (points(upper), points(lower));
        let (target, group, study, against) = (name(&row.target.0), name(&row.group.0), name(&row.study.0), name(&row.against.0));
        let found = format!("{measure} for {target} is lower in {group} by {:.1} points ({least:.1} to {most:.1}; ", points(estimate));
        let chance = "many groups were compared, and one in twenty differs so by chance";
        Some(format!("{found}study {study}, against {against}); {chance}"))
    })
}

/// Marks in a class below the one that the purpose implies.
fn lower_classes(facts: &Facts) -> impl Iterator<Item = String> {
    let relations = facts.device.marks.rows.iter().map(|row| &row.class_relation);
    relations.filter(|relation| relation.value == Some(ClassRelation::Lower)).map(|relation| sentence(&relation.why).into_owned())
}

/// Documents that can be relied on and yet say something of themselves that a reader should see.
fn documents_to_look_at(facts: &Facts) -> impl Iterator<Item = String> {
    let rows = facts.evidence.rows.iter().filter(|row| row.shows.kind == FactKind::Query);
    rows.map(|row| format!("the document {} is {}", name(&row.id.0), sentence(&row.shows.why)))
}

/// Studies whose people differ from the people here.
fn unlike_people(facts: &Facts) -> impl Iterator<Item = String> {
    let rows = facts.population.rows.iter().filter(|row| row.alike.value == Some(false));
    rows.map(|row| {
        let (variable, study, why) = (name(&row.variable.0), name(&row.study.0), sentence(&row.alike.why));
        format!("people here differ by {variable} from those of study {study}: {why}")
    })
}
