//! How large a study here would have to be, target by target.

use std::collections::BTreeMap;

use super::Inputs;
use super::accuracy::AccuracyFacts;
use super::fact::{Fact, Name, Rows, facts};
use super::phrase::brief;
use super::statistics::{cases_for_precision, size_for_c_statistic, size_for_observed_expected};
use crate::dossier::local::LocalTarget;
use crate::dossier::validation::Acceptance;
use crate::text::NodeId;

facts! {
    /// How large a study here would have to be for one target.
    SizeFacts, found by "target" {
        /// What is looked for.
        target: Name,
        /// Cases with the finding, to know sensitivity to within the precision wanted (Buderer).
        cases: Fact<u64>,
        /// Cases without the finding, to know specificity to within the precision wanted (Buderer).
        non_cases: Fact<u64>,
        /// Cases taken as they come that hold so many of both, at the prevalence here.
        total: Fact<u64>,
        /// How many weeks it takes until so many cases have come, at the volume here.
        weeks: Fact<u64>,
        /// The size for the C-statistic, at the reported area under the curve.
        c_statistic_total: Fact<u64>,
        /// The size for the ratio of observed to expected cases.
        observed_expected_total: Fact<u64>,
    }
}

/// The sizes for every agreed level.
pub(super) fn sizes(inputs: Inputs<'_>, accuracy: &[AccuracyFacts]) -> Rows<SizeFacts> {
    let mut aucs: BTreeMap<&str, f64> = BTreeMap::new();
    for row in accuracy {
        if let Some(auc) = row.auc.estimate.value {
            let best = aucs.entry(&row.target.0).or_insert(auc);
            *best = best.max(auc);
        }
    }
    let targets = inputs.dossier.local.targets.items.iter().rev();
    let targets: BTreeMap<Option<&str>, &LocalTarget> =
        targets.map(|(_, one)| (one.target.get().map(|target| target.0.as_str()), one)).collect();
    let rows = inputs.dossier.validation.acceptance.items.iter().map(|(node, level)| {
        let target = level.target.get().map(|target| target.0.as_str());
        let name = target.map_or(String::new(), |target| brief(target).into_owned());
        let auc = aucs.get(name.as_str()).copied();
        size(inputs, name, auc, targets.get(&target).copied(), *node, level)
    });
    Rows { rows: rows.collect(), none: None }
}

/// How many cases with the finding, without it, and in all, are needed to know both measures to within a precision.
fn for_precision(level: &Acceptance, precision: Option<f64>, prevalence: Option<f64>) -> [Option<u64>; 3] {
    let within = |share: Option<f64>| precision.zip(share).and_then(|(width, share)| cases_for_precision(share, width));
    let cases = within(level.sensitivity.get().map(|share| share.0));
    let non_cases = within(level.specificity.get().map(|share| share.0));
    let total = prevalence.and_then(|p| {
        let by_cases = cases.map(|cases| (cases as f64 / p).ceil() as u64);
        let by_others = non_cases.map(|others| (others as f64 / (1.0 - p)).ceil() as u64);
        by_cases.max(by_others)
    });
    [cases, non_cases, total]
}

fn size(inputs: Inputs<'_>, target: String, auc: Option<f64>, wanted: Option<&LocalTarget>, node: NodeId, level: &Acceptance) -> SizeFacts {
    let local = &inputs.dossier.local;
    let stated = local.validation.precision.get().map(|precision| (precision.0, format!("{} (as stated)", precision.0)));
    let usual = || inputs.tables.threshold("validation-precision").map(|limit| (limit.value, limit.words()));
    let (precision, words) = stated.or_else(usual).map_or((None, String::new()), |(width, words)| (Some(width), words));
    let prevalence = wanted.and_then(|one| one.prevalence.get()).map(|share| share.0).filter(|share| *share > 0.0 && *share < 1.0);
    let [cases, non_cases, total] = for_precision(level, precision, prevalence);
    let weekly = local.volume_per_year.get().map(|year| *year as f64 / 52.0).filter(|weekly| *weekly > 0.0);
    let weeks = total.zip(weekly).map(|(total, weekly)| (total as f64 / weekly).ceil() as u64);
    let (c_width, oe_width) = (inputs.tables.threshold("c-statistic-width"), inputs.tables.threshold("observed-expected-width"));
    let c_size = auc.zip(prevalence).zip(c_width).and_then(|((c, p), limit)| size_for_c_statistic(c, p, limit.value));
    let oe_size = prevalence.zip(oe_width).and_then(|(p, limit)| size_for_observed_expected(p, limit.value));
    let from = [Some(node), local.validation.precision.node, wanted.and_then(|one| one.prevalence.node), local.volume_per_year.node];
    let fact = |value: Option<u64>, why: String| {
        let why = if value.is_some() { why } else { format!("{why}: the level agreed, the prevalence or the volume here is not stated") };
        Fact::maybe(value, from, why)
    };
    let (c_words, oe_words) = (c_width.map_or(String::new(), |one| one.words()), oe_width.map_or(String::new(), |one| one.words()));
    SizeFacts {
        target: Name(target),
        cases: fact(cases, format!("to know a sensitivity at the agreed level to within plus or minus {words}")),
        non_cases: fact(non_cases, format!("to know a specificity at the agreed level to within plus or minus {words}")),
        total: fact(total, "cases as they come that hold enough with and without the finding, at the prevalence here".into()),
        weeks: fact(weeks, "at the volume here, taking every case".into()),
        c_statistic_total: fact(c_size, format!("for an interval of the C-statistic no wider than {c_words}")),
        observed_expected_total: fact(oe_size, format!("for an interval of observed over expected as narrow as {oe_words}")),
    }
}
