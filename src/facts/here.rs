//! What each result would mean here: predictive values, alerts and missed cases at local prevalence and volume.

use std::collections::BTreeMap;

use super::Inputs;
use super::counts::{Cells, places, result_id};
use super::estimate::Estimate;
use super::fact::{Name, Rows, facts};
use super::phrase::brief;
use super::statistics::{alert_rate, npv, npv_interval, ppv, ppv_interval, wilson};
use super::why::Why;
use crate::dossier::local::LocalTarget;
use crate::dossier::validation::{Study, StudyResult};
use crate::text::NodeId;

facts! {
    /// One result projected onto the patients here.
    HereFacts {
        /// Study, target and threshold in one name.
        id: Name,
        /// The study.
        study: Name,
        /// What is looked for.
        target: Name,
        /// The share of those called here who would have it.
        ppv: Estimate,
        /// The share of those not called here who would not have it.
        npv: Estimate,
        /// How many of 1,000 cases here would be called.
        alerts_per_1000: Estimate,
        /// How many cases a year would be called here.
        alerts_per_year: Estimate,
        /// How many cases with the finding a year would be missed here.
        missed_per_year: Estimate,
    }
}

/// What the projection takes for granted, said with every figure.
const ASSUMES: &str = "assuming that sensitivity and specificity hold here as in the study";

/// The method of the interval of the share that is called.
const SQUARE_AND_ADD: &str = "square-and-add of Wilson";

/// Every result of every study whose target has a local prevalence.
pub(super) fn here(inputs: Inputs<'_>) -> Rows<HereFacts> {
    let studies = &inputs.dossier.validation.studies.items;
    let targets: BTreeMap<&str, &LocalTarget> =
        inputs.dossier.local.targets.items.iter().filter_map(|(_, one)| Some((one.target.get()?.0.as_str(), one))).collect();
    let results = studies.iter().flat_map(|(_, study)| study.results.items.iter().map(move |(node, result)| (study, *node, result)));
    Rows { rows: results.filter_map(|(study, node, result)| projection(inputs, &targets, study, node, result)).collect(), none: None }
}

fn projection(
    inputs: Inputs<'_>,
    targets: &BTreeMap<&str, &LocalTarget>,
    study: &Study,
    node: NodeId,
    result: &StudyResult,
) -> Option<HereFacts> {
    let target = result.target.get()?;
    let local = targets.get(target.0.as_str())?;
    let prevalence = local.prevalence.get()?.0;
    let study_name = study.id.get().map_or(String::new(), |id| brief(&id.0).into_owned());
    let threshold = result.threshold.get().map_or(String::new(), |text| brief(text).into_owned());
    let target_name = brief(&target.0);
    let mut from = places(node, &result.counts);
    from.push(local.prevalence.node);
    let row = HereFacts {
        id: Name(result_id(&study_name, &target_name, &threshold)),
        study: Name(study_name),
        target: Name(target_name.into_owned()),
        ..HereFacts::default()
    };
    let cells = Cells::stated(&result.counts);
    let (Some(cases), Some(others)) = (cells.sensitivity(), cells.specificity()) else {
        let unknown = Estimate::unknown(&from, "the counts of the study are not all stated");
        return Some(HereFacts {
            ppv: unknown.clone(),
            npv: unknown.clone(),
            alerts_per_1000: unknown.clone(),
            alerts_per_year: unknown.clone(),
            missed_per_year: unknown,
            ..row
        });
    };
    Some(projected(inputs, row, prevalence, cases, others, &from))
}

fn projected(
    inputs: Inputs<'_>,
    row: HereFacts,
    prevalence: f64,
    cases: (u64, u64),
    others: (u64, u64),
    from: &[Option<NodeId>],
) -> HereFacts {
    let rate = |(x, n): (u64, u64)| x as f64 / n as f64;
    let (se, sp) = (rate(cases), rate(others));
    let (se_interval, sp_interval) = (wilson(cases.0, cases.1), wilson(others.0, others.1));
    let at = Why::from(format!("at a prevalence of {prevalence} here, {ASSUMES}"));
    let volume = &inputs.dossier.local.volume_per_year;
    let mut with_volume = from.to_vec();
    with_volume.push(volume.node);
    let (alerts, alert_interval) = alert_rate((se, se_interval), (sp, sp_interval), prevalence);
    let (missed, missed_interval) = (prevalence * (1.0 - se), (prevalence * (1.0 - se_interval.1), prevalence * (1.0 - se_interval.0)));
    let scaled = |(low, high): (f64, f64), by: f64| Some((low * by, high * by));
    let yearly = |value: f64, interval: (f64, f64), method: &str, what: &str| match volume.get() {
        Some(cases) => {
            let why = format!("{what} among {cases} cases a year, {at}");
            Estimate::new(Some(value * *cases as f64), scaled(interval, *cases as f64), method, None, &with_volume, why)
        }
        None => Estimate::unknown(&with_volume, "the volume here is not stated"),
    };
    let figure = |value, interval, method| Estimate::new(value, interval, method, None, from, at.clone());
    HereFacts {
        ppv: figure(ppv(se, sp, prevalence), ppv_interval(cases, others, prevalence), "Mercaldo logit"),
        npv: figure(npv(se, sp, prevalence), npv_interval(cases, others, prevalence), "Mercaldo logit"),
        alerts_per_1000: figure(Some(1000.0 * alerts), scaled(alert_interval, 1000.0), SQUARE_AND_ADD),
        alerts_per_year: yearly(alerts, alert_interval, SQUARE_AND_ADD, "called"),
        missed_per_year: yearly(missed, missed_interval, "Wilson", "missed"),
        ..row
    }
}
