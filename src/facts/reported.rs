//! Published figures against the counts they are said to come from: reproducible, or not; never "wrong".

use super::counts::{Cells, Proportion, places};
use super::fact::Fact;
use super::pair::is_person;
use super::statistics::{Method, wald};
use crate::dossier::validation::{Figure, Study, StudyResult};
use crate::text::{NodeId, Tree};

/// What became of one published figure.
enum Match {
    /// It says nothing.
    Silent,
    /// It agrees; the method that gives its interval, if it has one.
    Agrees(String),
    /// The counts give another figure.
    Differs(String),
    /// There are no counts to hold it against.
    NoCounts,
}

/// The published figures of a result, each with what its counts give.
fn figures(result: &StudyResult, cells: Cells) -> [(&'static str, &Figure, Option<Proportion>); 4] {
    let reported = &result.reported;
    [
        ("sensitivity", &reported.sensitivity, cells.sensitivity()),
        ("specificity", &reported.specificity, cells.specificity()),
        ("PPV", &reported.ppv, cells.ppv()),
        ("NPV", &reported.npv, cells.npv()),
    ]
}

/// Whether every published figure of a result comes with the counts it could be recomputed from.
pub(super) fn denominators(node: NodeId, result: &StudyResult, cells: Cells) -> Fact<bool> {
    let figures = figures(result, cells);
    match figures.iter().find(|(_, figure, share)| figure.value.get().is_some() && share.is_none()) {
        Some((name, figure, _)) => Fact::unknown([figure.value.node, Some(node)], format_args!("the reported {name} comes without counts")),
        None => Fact::is(true, [Some(node)], "every figure that is reported comes with its counts"),
    }
}

/// Whether every published figure of a result follows from its counts.
pub(super) fn reproducible(tree: &Tree, node: NodeId, result: &StudyResult, cells: Cells) -> Fact<bool> {
    let figures = figures(result, cells);
    let mut from = places(node, &result.counts);
    from.extend(figures.iter().map(|(_, figure, _)| figure.value.node));
    let looked: Vec<(&str, Match)> = figures.iter().map(|(name, figure, share)| (*name, look(tree, figure, *share))).collect();
    let differ: Vec<String> = looked
        .iter()
        .filter_map(|(name, found)| if let Match::Differs(why) = found { Some(format!("{name}: {why}")) } else { None })
        .collect();
    if !differ.is_empty() {
        return Fact::is(false, from, format_args!("not reproducible from these counts: {}", differ.join("; ")));
    }
    if let Some((name, _)) = looked.iter().find(|(_, found)| matches!(found, Match::NoCounts)) {
        return Fact::unknown(from, format_args!("the reported {name} comes without counts, so it cannot be recomputed"));
    }
    let agree: Vec<String> = looked
        .iter()
        .filter_map(|(name, found)| if let Match::Agrees(how) = found { Some(format!("{name}{how}")) } else { None })
        .collect();
    if agree.is_empty() {
        return Fact::unknown(from, "no figure is reported that could be recomputed");
    }
    Fact::is(true, from, format_args!("agrees with the counts: {}", agree.join(", ")))
}

/// The name of a method, and the interval by it.
type Known<'k> = (&'static str, &'k dyn Fn() -> (f64, f64));

fn look(tree: &Tree, figure: &Figure, share: Option<Proportion>) -> Match {
    let Some(value) = figure.value.get().map(|value| value.0) else { return Match::Silent };
    let Some((x, n)) = share else { return Match::NoCounts };
    let computed = x as f64 / n as f64;
    if !same(value, computed, last_digit(tree, figure.value.node)) {
        return Match::Differs(format!("{value} is reported, and {x} of {n} is {computed:.4}"));
    }
    let (Some(lower), Some(upper)) = (figure.lower.get(), figure.upper.get()) else { return Match::Agrees(String::new()) };
    let digits = (last_digit(tree, figure.lower.node), last_digit(tree, figure.upper.node));
    let clamped = |(low, high): (f64, f64)| (low.max(0.0), high.min(1.0));
    // Each is worked out only where the one before does not fit: the exact one takes long.
    let known: [Known<'_>; 3] = [
        (Method::Wilson.words(), &|| Method::Wilson.interval(x, n)),
        (Method::ClopperPearson.words(), &|| Method::ClopperPearson.interval(x, n)),
        ("Wald (too narrow near 0 and 1)", &|| clamped(wald(x, n))),
    ];
    let fits = |(low, high): (f64, f64)| same(lower.0, low, digits.0) && same(upper.0, high, digits.1);
    match known.iter().find(|(_, interval)| fits(interval())) {
        Some((method, _)) => Match::Agrees(format!(" with its {method} interval")),
        None => {
            let (low, high) = Method::Wilson.interval(x, n);
            let usual = format!("the usual interval of {x} of {n} is {low:.4} to {high:.4}");
            Match::Differs(format!("the interval {} to {} is reported, and {usual}", lower.0, upper.0))
        }
    }
}

/// Whether a printed figure is a computed one, rounded to its last digit either way.
fn same(printed: f64, computed: f64, last_digit: f64) -> bool {
    (printed - computed).abs() <= last_digit / 2.0 + 1e-9
}

/// The worth of the last digit of a figure as it is written: 0.001 for `0.930`.
fn last_digit(tree: &Tree, node: Option<NodeId>) -> f64 {
    let text = node.and_then(|node| tree.text(tree.child(node, "is").unwrap_or(node))).unwrap_or_default();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len().min(15));
    10f64.powi(-(decimals as i32))
}

/// Whether the counts of a result are possible: no more patients counted than the study had.
pub(super) fn possible(node: NodeId, study: &Study, result: &StudyResult, cells: Cells) -> Fact<bool> {
    let n = &study.population.n;
    let mut from = places(node, &result.counts);
    from.push(n.node);
    let patients = result.unit.get().is_some_and(|unit| is_person(&unit.0));
    match (cells.total(), n.get()) {
        (Some(total), Some(there)) if patients && total > *there => {
            Fact::is(false, [n.node, Some(node)], format_args!("{total} patients are counted in a study of {there}"))
        }
        (Some(_), _) => Fact::is(true, from, "the counts are possible in themselves"),
        (None, _) => Fact::unknown(from, "the counts are not all stated"),
    }
}
