//! The accuracy of every result with counts: sensitivity, specificity, predictive values and likelihood ratios.

use super::Inputs;
use super::counts::{Cells, Proportion, estimate, places, result_id};
use super::estimate::Estimate;
use super::fact::{Fact, Name, Rows, facts};
use super::phrase::brief;
use super::reported::{denominators, possible, reproducible};
use super::statistics::auc_interval;
use crate::dossier::validation::{Study, StudyResult};
use crate::text::{NodeId, Tree};

facts! {
    /// The accuracy of one result: one study, one target, one threshold.
    AccuracyFacts {
        /// Study, target and threshold in one name.
        id: Name,
        /// The study.
        study: Name,
        /// What was looked for.
        target: Name,
        /// The setting of the product; empty when it is not stated.
        threshold: Name,
        /// The share of those with the finding who were called, from 0 to 1.
        sensitivity: Estimate,
        /// The share of those without it who were left alone, from 0 to 1.
        specificity: Estimate,
        /// The share of those called who had it, at the prevalence of the study.
        ppv: Estimate,
        /// The share of those not called who did not have it, at the prevalence of the study.
        npv: Estimate,
        /// How much more often those with the finding are called than those without.
        lr_positive: Fact<f64>,
        /// How much more often those with the finding are left alone than those without.
        lr_negative: Fact<f64>,
        /// The share of the cases of the study that had the finding.
        prevalence: Fact<f64>,
        /// The reported area under the curve, with an interval from its summary data.
        auc: Estimate,
        /// Whether every reported figure comes with its counts.
        denominators: Fact<bool>,
        /// Whether the reported figures follow from the counts; false means that they are not reproducible from them, not that they are wrong.
        reproducible: Fact<bool>,
        /// Whether the counts are possible: no more patients counted than the study had.
        possible: Fact<bool>,
    }
}

/// Every result of every study.
pub(super) fn accuracy(inputs: Inputs<'_>, tree: &Tree) -> Rows<AccuracyFacts> {
    let studies = &inputs.dossier.validation.studies;
    let rows = studies.items.iter().flat_map(|(_, study)| study.results.items.iter().map(move |(node, result)| (study, *node, result)));
    Rows { rows: rows.map(|(study, node, result)| result_facts(inputs, tree, study, node, result)).collect(), none: studies.none.clone() }
}

fn result_facts(inputs: Inputs<'_>, tree: &Tree, study: &Study, node: NodeId, result: &StudyResult) -> AccuracyFacts {
    let said = |text: Option<&crate::dossier::answer::Text>| text.map_or(String::new(), |text| brief(text).into_owned());
    let (name, target, threshold) = (said(study.id.get()), said(result.target.get()), said(result.threshold.get()));
    let cells = Cells::stated(&result.counts);
    let from = places(node, &result.counts);
    let ratio = |part: Option<(f64, f64)>, of: &str| {
        let value = part.and_then(|(above, below)| (below > 0.0).then_some(above / below));
        let why = if value.is_some() { format!("{of}, from the counts") } else { format!("{of} has no value: a count is missing or zero") };
        Fact::maybe(value, from.iter().copied(), why)
    };
    let rate = |share: Option<Proportion>| share.map(|(x, n)| x as f64 / n as f64);
    let both = rate(cells.sensitivity()).zip(rate(cells.specificity()));
    let prevalence = cells.sensitivity().zip(cells.total()).map(|((_, cases), total)| cases as f64 / total as f64);
    AccuracyFacts {
        id: Name(result_id(&name, &target, &threshold)),
        sensitivity: estimate(inputs, cells.sensitivity(), &from, "called among those with the finding"),
        specificity: estimate(inputs, cells.specificity(), &from, "left alone among those without the finding"),
        ppv: estimate(inputs, cells.ppv(), &from, "with the finding among those called, in this study"),
        npv: estimate(inputs, cells.npv(), &from, "without the finding among those not called, in this study"),
        lr_positive: ratio(both.map(|(se, sp)| (se, 1.0 - sp)), "sensitivity over 1 less specificity"),
        lr_negative: ratio(both.map(|(se, sp)| (1.0 - se, sp)), "1 less sensitivity over specificity"),
        prevalence: Fact::maybe(prevalence, from.iter().copied(), "those with the finding among all who were counted in the study"),
        auc: auc(cells, node, result),
        denominators: denominators(node, result, cells),
        reproducible: reproducible(tree, node, result, cells),
        possible: possible(node, study, result, cells),
        study: Name(name),
        target: Name(target),
        threshold: Name(threshold),
    }
}

fn auc(cells: Cells, node: NodeId, result: &StudyResult) -> Estimate {
    let reported = &result.reported.auc.value;
    let from = [reported.node.or(Some(node))];
    let Some(auc) = reported.get().map(|auc| auc.0) else { return Estimate::unknown(&from, "no area under the curve is reported") };
    match (cells.sensitivity(), cells.specificity()) {
        (Some((_, cases)), Some((_, others))) => {
            let why = format!("reported; interval of Hanley and McNeil from {cases} cases with the finding and {others} without");
            let interval = Some(auc_interval(auc, cases, others)).filter(|(lower, upper)| lower < upper);
            Estimate::new(Some(auc), interval, "Hanley-McNeil", cases.checked_add(others), &from, why)
        }
        _ => Estimate::new(
            Some(auc),
            None,
            "",
            None,
            &from,
            "reported; no interval without the number of cases with and without the finding",
        ),
    }
}
