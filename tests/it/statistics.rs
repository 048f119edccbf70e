//! The statistics, against figures that others worked out from published counts, and by what must hold for all counts.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use readiness::facts::statistics::{
    Interval, Method, alert_rate, auc_interval, cases_for_precision, clopper_pearson, distance, newcombe, npv, npv_interval, ppv,
    ppv_interval, size_for_c_statistic, size_for_observed_expected, wald, wilson,
};

const ACCURACY: &str = include_str!("../data/accuracy.csv");
const PREDICTIVE: &str = include_str!("../data/predictive.csv");
const DIFFERENCES: &str = include_str!("../data/differences.csv");
const DISTANCES: &str = include_str!("../data/distances.toml");
const PUBLISHED: &str = include_str!("../data/published-intervals.csv");

/// The figures are printed to ten decimals.
const NEAR: f64 = 1e-9;

/// A pair of successes and number.
type Share = (u64, u64);

/// One line of a table, by its column.
struct Row<'a>(BTreeMap<&'a str, &'a str>);

impl Row<'_> {
    fn text(&self, column: &str) -> &str {
        self.0.get(column).unwrap_or_else(|| panic!("no column {column}"))
    }

    fn id(&self) -> &str {
        self.text("id")
    }

    fn count(&self, column: &str) -> u64 {
        self.text(column).parse().unwrap_or_else(|_| panic!("{}: {column} is no count", self.id()))
    }

    fn number(&self, column: &str) -> f64 {
        self.text(column).parse().unwrap_or_else(|_| panic!("{}: {column} is no number", self.id()))
    }

    fn interval(&self, name: &str) -> Interval {
        (self.number(&format!("{name}_low")), self.number(&format!("{name}_high")))
    }

    /// The interval, when the cells are not empty.
    fn interval_if_any(&self, name: &str) -> Option<Interval> {
        (!self.text(&format!("{name}_low")).is_empty()).then(|| self.interval(name))
    }
}

/// The lines of a table whose cells hold no commas.
fn rows(table: &str) -> Vec<Row<'_>> {
    let mut lines = table.lines().filter(|line| !line.starts_with('#'));
    let head: Vec<&str> = lines.next().expect("a head").split(',').collect();
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            assert_eq!(cells.len(), head.len(), "{line}");
            Row(head.iter().copied().zip(cells).collect())
        })
        .collect()
}

/// A table of true and false calls.
#[derive(Debug, Clone, Copy)]
struct Table {
    tp: u64,
    fp: u64,
    missed: u64,
    tn: u64,
}

impl Table {
    fn of(row: &Row<'_>) -> Self {
        Table { tp: row.count("tp"), fp: row.count("fp"), missed: row.count("fn"), tn: row.count("tn") }
    }

    fn sensitivity(self) -> Share {
        (self.tp, self.tp + self.missed)
    }

    fn specificity(self) -> Share {
        (self.tn, self.tn + self.fp)
    }

    fn called(self) -> Share {
        (self.tp, self.tp + self.fp)
    }

    fn not_called(self) -> Share {
        (self.tn, self.tn + self.missed)
    }

    fn prevalence(self) -> f64 {
        let cases = self.tp + self.missed;
        cases as f64 / (cases + self.tn + self.fp) as f64
    }
}

fn rate((x, n): Share) -> f64 {
    x as f64 / n as f64
}

#[track_caller]
fn near(computed: f64, expected: f64, tolerance: f64, what: &str) {
    assert!((computed - expected).abs() <= tolerance, "{what}: {computed} is not {expected}");
}

#[track_caller]
fn interval_near(computed: Interval, expected: Interval, tolerance: f64, what: &str) {
    near(computed.0, expected.0, tolerance, &format!("{what}, lower"));
    near(computed.1, expected.1, tolerance, &format!("{what}, upper"));
}

/// The last digit of a printed figure, rounded either way.
fn printed(decimals: i32) -> f64 {
    0.5 * 10f64.powi(-decimals) + 1e-12
}

// Published counts.

#[test]
fn proportions_of_published_tables() {
    let rows = rows(ACCURACY);
    assert_eq!(rows.len(), 35);
    assert!(rows.iter().any(|row| row.count("fn") == 0), "a zero cell is among them");
    for row in &rows {
        let table = Table::of(row);
        let shares = [
            ("sensitivity", table.sensitivity()),
            ("specificity", table.specificity()),
            ("ppv", table.called()),
            ("npv", table.not_called()),
        ];
        for (name, (x, n)) in shares {
            let what = format!("{}, {name}", row.id());
            near(rate((x, n)), row.number(name), NEAR, &what);
            interval_near(Method::Wilson.interval(x, n), row.interval(&format!("{name}_wilson")), NEAR, &what);
            interval_near(Method::ClopperPearson.interval(x, n), row.interval(&format!("{name}_exact")), NEAR, &what);
        }
    }
}

/// The odds after a call are the odds before it times the positive likelihood ratio, and so for no call.
#[test]
fn likelihood_ratios_of_published_tables() {
    for row in rows(ACCURACY) {
        let table = Table::of(&row);
        let (se, sp) = (rate(table.sensitivity()), rate(table.specificity()));
        for prevalence in [0.01, 0.2, 0.5] {
            let odds = |p: f64| p / (1.0 - p);
            let before = odds(prevalence);
            let after_call = odds(ppv(se, sp, prevalence).expect("somebody is called"));
            let after_none = odds(1.0 - npv(se, sp, prevalence).expect("somebody is not called"));
            near(after_call / before / row.number("lr_positive"), 1.0, NEAR, row.id());
            near(after_none / before, row.number("lr_negative"), NEAR, row.id());
        }
    }
}

#[test]
fn predictive_values_at_other_prevalences() {
    let studies: BTreeMap<String, Table> = rows(ACCURACY).iter().map(|row| (row.id().to_string(), Table::of(row))).collect();
    let rows = rows(PREDICTIVE);
    assert_eq!(rows.len(), 280);
    for row in &rows {
        let prevalence = row.number("prevalence");
        let (cases, others) = (studies[row.id()].sensitivity(), studies[row.id()].specificity());
        let values = [
            ("ppv", ppv(rate(cases), rate(others), prevalence), ppv_interval(cases, others, prevalence)),
            ("npv", npv(rate(cases), rate(others), prevalence), npv_interval(cases, others, prevalence)),
        ];
        for (name, value, interval) in values {
            let what = format!("{} at {prevalence}, {name}", row.id());
            near(value.expect(&what), row.number(name), NEAR, &what);
            match (interval, row.interval_if_any(name)) {
                (Some(computed), Some(expected)) => interval_near(computed, expected, NEAR, &what),
                (computed, expected) => assert_eq!(computed, expected, "{what}"),
            }
        }
    }
}

#[test]
fn differences_of_published_groups() {
    let rows = rows(DIFFERENCES);
    assert_eq!(rows.len(), 11);
    for row in &rows {
        let (first, second) = ((row.count("x1"), row.count("n1")), (row.count("x2"), row.count("n2")));
        interval_near(newcombe(first, second), (row.number("low"), row.number("high")), NEAR, row.id());
    }
}

#[test]
fn distances_of_published_cohorts() {
    let file: toml::Table = DISTANCES.parse().expect("a table of distances");
    let list = file["distance"].as_array().expect("distances");
    assert_eq!(list.len(), 24);
    for entry in list {
        let id = entry["id"].as_str().expect("an id");
        let number = |key: &str| entry[key].as_float().unwrap_or_else(|| panic!("{id}: {key} is no number"));
        let shares = |key: &str| -> Vec<f64> { entry[key].as_array().into_iter().flatten().filter_map(toml::Value::as_float).collect() };
        let computed = distance(&shares("study"), &shares("local")).expect(id);
        near(computed.total_variation, number("total_variation"), 1e-8, id);
        near(computed.psi, number("psi"), 1e-8, id);
        near(computed.largest_gap.abs(), number("largest_gap"), 1e-8, id);
    }
}

#[test]
fn published_intervals_outside_0_to_100_are_wald() {
    let rows = rows(PUBLISHED);
    assert_eq!(rows.len(), 6);
    let per_cent = |(low, high): Interval| (100.0 * low, 100.0 * high);
    for row in &rows {
        let (x, n) = (row.count("x"), row.count("n"));
        interval_near(per_cent(wald(x, n)), row.interval("printed"), printed(1), row.id());
        interval_near(per_cent(wilson(x, n)), row.interval("wilson"), printed(2), row.id());
        interval_near(per_cent(clopper_pearson(x, n)), row.interval("exact"), printed(2), row.id());
    }
}

// Worked examples.

#[test]
fn worked_intervals_of_proportions() {
    let wilson_of: [(u64, u64, Interval); 5] = [
        (90, 100, (0.8256, 0.9448)),
        (45, 50, (0.7864, 0.9565)),
        (7, 20, (0.1812, 0.5671)),
        (20, 20, (0.8389, 1.0)),
        (0, 30, (0.0, 0.1135)),
    ];
    for (x, n, expected) in wilson_of {
        interval_near(wilson(x, n), expected, printed(4), &format!("Wilson {x}/{n}"));
    }
    let exact_of: [(u64, u64, Interval); 4] =
        [(90, 100, (0.8238, 0.9510)), (7, 20, (0.1539, 0.5922)), (20, 20, (0.8316, 1.0)), (0, 30, (0.0, 0.1157))];
    for (x, n, expected) in exact_of {
        interval_near(clopper_pearson(x, n), expected, printed(4), &format!("Clopper-Pearson {x}/{n}"));
    }
}

#[test]
fn worked_widths_of_wilson_intervals() {
    for (n, width, decimals) in [(20, 0.27, 2), (30, 0.22, 2), (50, 0.17, 2), (100, 0.12, 2), (200, 0.084, 3)] {
        let (low, high) = wilson(n * 9 / 10, n);
        near(high - low, width, printed(decimals), &format!("90% of {n}"));
    }
}

/// The ends have closed forms next to zero and at all; the middle was worked out with forty digits.
#[test]
fn exact_intervals_of_one_case_and_of_a_million() {
    assert_eq!(clopper_pearson(0, 1).0, 0.0);
    assert_eq!(clopper_pearson(1, 1).1, 1.0);
    interval_near(clopper_pearson(0, 1), (0.0, 0.975), 1e-15, "0/1");
    interval_near(clopper_pearson(1, 1), (0.025, 1.0), 1e-15, "1/1");

    let none_of = |n: f64| -((0.025f64).ln() / n).exp_m1();
    let one_of = |n: f64| -((0.975f64).ln() / n).exp_m1();
    for n in [1_000_000, 1_000_000_000] {
        let relative = 1e-6;
        near(clopper_pearson(0, n).1 / none_of(n as f64), 1.0, relative, "the upper end of none");
        near(clopper_pearson(1, n).0 / one_of(n as f64), 1.0, relative, "the lower end of one");
        near(clopper_pearson(n - 1, n).1, 1.0 - one_of(n as f64), 1e-15, "the upper end of all but one");
        near(clopper_pearson(n, n).0, 1.0 - none_of(n as f64), 1e-15, "the lower end of all");
    }
    interval_near(clopper_pearson(1, 1_000_000), (2.531_780_766e-8, 5.571_630_655e-6), 1e-14, "1 of a million");
    interval_near(clopper_pearson(500_000, 1_000_000), (0.499_019_519_195_634, 0.500_980_480_804_366), 1e-12, "half a million");
    interval_near(clopper_pearson(999_999, 1_000_000), (0.999_994_428_369_345, 0.999_999_974_682_192), 1e-14, "all but one");
}

#[test]
fn absurd_counts_have_intervals() {
    let half = u64::MAX / 2;
    for x in [0, 1, half, u64::MAX - 1, u64::MAX] {
        for method in [Method::Wilson, Method::ClopperPearson] {
            let (low, high) = method.interval(x, u64::MAX);
            let p = rate((x, u64::MAX));
            assert!(0.0 <= low && low <= p && p <= high && high <= 1.0, "{} of {x}: {low} to {high}", method.words());
        }
    }
}

#[test]
fn worked_difference() {
    interval_near(newcombe((90, 100), (40, 50)), (-0.0149, 0.2378), printed(4), "90/100 less 40/50");
}

#[test]
fn worked_areas_under_the_curve() {
    let error = |(low, high): Interval| (high - low) / 2.0 / 1.959_963_984_540_054;
    interval_near(auc_interval(0.85, 50, 100), (0.778, 0.922), printed(3), "0.85");
    for (auc, cases, others, expected) in [(0.85, 50, 100, 0.03672), (0.80, 100, 100, 0.03137), (0.93, 60, 940, 0.02298)] {
        near(error(auc_interval(auc, cases, others)), expected, printed(5), &format!("{auc} of {cases} and {others}"));
    }
}

#[test]
fn worked_predictive_values() {
    for (prevalence, called, not_called) in [(0.30, 0.720, 0.952), (0.10, 0.400, 0.987), (0.02, 0.109, 0.998)] {
        near(ppv(0.9, 0.85, prevalence).expect("a value"), called, printed(3), "PPV");
        near(npv(0.9, 0.85, prevalence).expect("a value"), not_called, printed(3), "NPV");
    }
    let (rate, _) = alert_rate((0.9, (0.8, 0.95)), (0.85, (0.8, 0.9)), 0.1);
    near(rate, 0.225, 1e-12, "0.9 of a tenth and 0.15 of nine tenths are called");
}

#[test]
fn nobody_called_has_no_predictive_value() {
    assert_eq!(ppv(0.0, 1.0, 0.1), None);
    assert_eq!(npv(1.0, 0.0, 0.1), None);
    assert_eq!(ppv_interval((0, 0), (9, 10), 0.1), None);
    assert_eq!(npv_interval((9, 10), (0, 0), 0.1), None);
}

#[test]
fn worked_distances() {
    let measured = |study: &[f64], local: &[f64]| distance(study, local).expect("a distance");
    let four = measured(&[0.1, 0.25, 0.35, 0.3], &[0.2, 0.3, 0.3, 0.2]);
    near(four.psi, 0.1267, printed(4), "PSI of four");
    near(four.total_variation, 0.15, 1e-12, "total variation of four");
    assert_eq!(four.largest_at, 0, "the first of equal gaps");
    near(four.largest_gap, -0.1, 1e-12, "largest gap of four");

    let two = measured(&[0.55, 0.45], &[0.49, 0.51]);
    near(two.psi, 0.01444, printed(5), "PSI of two");
    near(two.total_variation, 0.06, 1e-12, "total variation of two");
    near(two.standardised_difference, 0.120, printed(3), "standardised difference of two");
    assert_eq!(distance(&[], &[]), None);
    assert_eq!(distance(&[0.0, 0.0], &[1.0, 1.0]), None);
}

#[test]
fn worked_sample_sizes() {
    for (prevalence, c, expected) in [(0.018, 0.80, 4252), (0.05, 0.80, 1583), (0.10, 0.80, 836), (0.10, 0.90, 436), (0.30, 0.85, 277)] {
        assert_eq!(size_for_c_statistic(c, prevalence, 0.1), Some(expected), "C of {c} at {prevalence}");
    }
    for (prevalence, width, expected) in [(0.018, 1.0, 905), (0.05, 0.2, 7305), (0.10, 0.2, 3461), (0.30, 0.2, 898)] {
        assert_eq!(size_for_observed_expected(prevalence, width), Some(expected), "O/E at {prevalence}");
    }
    assert_eq!(cases_for_precision(0.90, 0.05), Some(139));
}

#[test]
fn senseless_sample_sizes_are_none() {
    for (expected, width) in [(1.1, 0.05), (-0.1, 0.05), (0.9, 0.0), (f64::NAN, 0.05)] {
        assert_eq!(cases_for_precision(expected, width), None, "{expected} within {width}");
    }
    for (c, prevalence, width) in [(0.4, 0.1, 0.1), (1.0, 0.1, 0.1), (0.8, 0.0, 0.1), (0.8, 1.0, 0.1), (0.8, 0.1, 0.0)] {
        assert_eq!(size_for_c_statistic(c, prevalence, width), None, "{c} at {prevalence} within {width}");
    }
    for (prevalence, width) in [(0.0, 0.2), (1.0, 0.2), (0.1, 0.0)] {
        assert_eq!(size_for_observed_expected(prevalence, width), None, "{prevalence} within {width}");
    }
}

// What holds for all counts.

/// The same cases in every run.
fn config() -> ProptestConfig {
    ProptestConfig { cases: 400, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_124), ..ProptestConfig::default() }
}

fn share() -> impl Strategy<Value = Share> {
    (1..=100_000u64).prop_flat_map(|n| (0..=n, Just(n)))
}

/// Counts, with somebody called, somebody not called, somebody with the finding and somebody without.
fn table() -> impl Strategy<Value = Table> {
    let cell = || 0..=1000u64;
    (cell(), cell(), cell(), cell())
        .prop_map(|(tp, fp, missed, tn)| Table { tp, fp, missed, tn })
        .prop_filter("no side is empty", |t| [t.sensitivity(), t.specificity(), t.called(), t.not_called()].iter().all(|(_, n)| *n > 0))
}

/// Shares over the same categories, of a study and of a population.
fn two_lists() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    let part = || prop_oneof![1 => Just(0.0), 6 => 0.0..100.0];
    proptest::collection::vec((part(), part()), 1..12)
        .prop_map(|pairs| pairs.into_iter().unzip())
        .prop_filter("people", |(a, b): &(Vec<f64>, Vec<f64>)| a.iter().sum::<f64>() > 0.0 && b.iter().sum::<f64>() > 0.0)
}

fn holds((low, high): Interval, value: f64) -> bool {
    low <= value && value <= high
}

fn width((low, high): Interval) -> f64 {
    high - low
}

fn within(computed: f64, expected: f64, tolerance: f64) -> bool {
    (computed - expected).abs() <= tolerance
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn intervals_hold_the_estimate((x, n) in share()) {
        for interval in [wilson(x, n), clopper_pearson(x, n)] {
            prop_assert!(holds(interval, rate((x, n))), "{interval:?}");
            prop_assert!(0.0 <= interval.0 && interval.1 <= 1.0 && interval.0 < interval.1, "{interval:?}");
        }
    }

    #[test]
    fn intervals_shrink_with_more_cases((x, n) in share()) {
        for method in [wilson, clopper_pearson] {
            prop_assert!(width(method(10 * x, 10 * n)) < width(method(x, n)));
        }
    }

    #[test]
    fn intervals_of_failures_mirror_those_of_successes((x, n) in share()) {
        for method in [wilson, clopper_pearson, wald] {
            let (there, back) = (method(x, n), method(n - x, n));
            prop_assert!(within(there.0, 1.0 - back.1, 1e-12) && within(there.1, 1.0 - back.0, 1e-12), "{there:?} {back:?}");
        }
    }

    #[test]
    fn predictive_values_at_the_prevalence_of_the_study(t in table()) {
        let (se, sp, at) = (rate(t.sensitivity()), rate(t.specificity()), t.prevalence());
        let (called, not_called) = (ppv(se, sp, at), npv(se, sp, at));
        prop_assert!(called.is_some_and(|value| within(value, rate(t.called()), 1e-12 * rate(t.called()))), "{called:?}");
        prop_assert!(not_called.is_some_and(|value| within(value, rate(t.not_called()), 1e-12 * rate(t.not_called()))), "{not_called:?}");
    }

    #[test]
    fn intervals_of_predictive_values_hold_them(t in table(), prevalence in 0.001..0.999) {
        let (cases, others) = (t.sensitivity(), t.specificity());
        let (se, sp) = (rate(cases), rate(others));
        let full = [t.tp, t.fp, t.missed, t.tn].iter().all(|cell| *cell > 0);
        let pairs = [
            (ppv(se, sp, prevalence), ppv_interval(cases, others, prevalence)),
            (npv(se, sp, prevalence), npv_interval(cases, others, prevalence)),
        ];
        for (value, interval) in pairs {
            prop_assert_eq!(interval.is_some(), full);
            if let (Some(value), Some(interval)) = (value, interval) {
                prop_assert!(holds(interval, value) && 0.0 <= interval.0 && interval.1 <= 1.0, "{} {:?}", value, interval);
            }
        }
    }

    #[test]
    fn distances_are_symmetric((study, local) in two_lists()) {
        let (there, back) = (distance(&study, &local).unwrap(), distance(&local, &study).unwrap());
        prop_assert!((0.0..=1.0 + 1e-12).contains(&there.total_variation), "{there:?}");
        prop_assert!(within(there.total_variation, back.total_variation, 1e-15));
        prop_assert!(within(there.largest_gap, -back.largest_gap, 1e-15) && there.largest_at == back.largest_at);
        prop_assert!(there.largest_gap.abs() <= there.total_variation + 1e-12, "a gap is filled from elsewhere");
        prop_assert!(there.psi >= 0.0 && within(there.psi, back.psi, 1e-12));
        prop_assert!(within(there.standardised_difference, back.standardised_difference, 1e-12));
    }

    #[test]
    fn equal_shares_have_no_distance((study, _) in two_lists(), size in 1u32..1000) {
        let larger: Vec<f64> = study.iter().map(|part| part * f64::from(size)).collect();
        let same = distance(&study, &study).unwrap();
        prop_assert_eq!((same.total_variation, same.psi, same.standardised_difference), (0.0, 0.0, 0.0));
        prop_assert!(distance(&study, &larger).unwrap().total_variation < 1e-12);
    }

    #[test]
    fn differences_hold_the_estimate_and_turn_with_the_groups(first in share(), second in share()) {
        let (there, back) = (newcombe(first, second), newcombe(second, first));
        prop_assert!(holds(there, rate(first) - rate(second)));
        prop_assert!(within(there.0, -back.1, 1e-15) && within(there.1, -back.0, 1e-15), "{there:?} {back:?}");
        prop_assert!(-1.0 - 1e-12 <= there.0 && there.1 <= 1.0 + 1e-12, "{there:?}");
    }

    #[test]
    fn alert_rates_lie_in_their_interval(cases in share(), others in share(), prevalence in 0.0..=1.0) {
        let with_interval = |(x, n): Share| (rate((x, n)), wilson(x, n));
        let (value, interval) = alert_rate(with_interval(cases), with_interval(others), prevalence);
        prop_assert!(holds(interval, value) && 0.0 <= interval.0 && interval.1 <= 1.0, "{value} {interval:?}");
    }

    #[test]
    fn areas_lie_in_their_interval(auc in 0.0..=1.0, cases in 1..10_000u64, others in 1..10_000u64) {
        let interval = auc_interval(auc, cases, others);
        prop_assert!(holds(interval, auc) && 0.0 <= interval.0 && interval.1 <= 1.0, "{interval:?}");
        prop_assert!(width(auc_interval(auc, 10 * cases, 10 * others)) <= width(interval));
    }

    #[test]
    fn narrower_intervals_need_more_cases(share in 0.05..0.95, c in 0.55..0.95, wide in 0.05..0.3, part in 0.1..0.9) {
        let narrow = wide * part;
        prop_assert!(cases_for_precision(share, narrow).unwrap() > cases_for_precision(share, wide).unwrap());
        prop_assert!(size_for_c_statistic(c, share, narrow).unwrap() > size_for_c_statistic(c, share, wide).unwrap());
        prop_assert!(size_for_observed_expected(share, narrow).unwrap() >= size_for_observed_expected(share, wide).unwrap());
    }
}
