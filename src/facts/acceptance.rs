//! The agreed level of accuracy against the interval of the studies it names: reached, not reached, or inconclusive.

use std::collections::HashSet;

use super::Inputs;
use super::counts::Cells;
use super::fact::{Fact, Name, facts};
use super::phrase::{brief, enumerated};
use super::statistics::Method;
use super::studied::Studied;
use crate::dossier::answer::{Answer, Said, Share};
use crate::dossier::same_setting;
use crate::dossier::validation::{Acceptance, StudyResult};
use crate::text::NodeId;

facts! {
    /// One agreed level.
    AcceptanceFacts, found by "target" {
        /// What the product looks for.
        target: Name,
        /// The lower end of the 95% Wilson interval of sensitivity over the named studies.
        sensitivity_lower: Fact<f64>,
        /// The upper end.
        sensitivity_upper: Fact<f64>,
        /// The lower end of the 95% Wilson interval of specificity over the named studies.
        specificity_lower: Fact<f64>,
        /// The upper end.
        specificity_upper: Fact<f64>,
        /// Whether both intervals lie at or above the agreed levels; unknown when an interval straddles its level.
        reached: Fact<bool>,
        /// Whether a report of the named studies was issued before the level was agreed, so that the result may have been known.
        agreed_after_results: Fact<bool>,
    }
}

/// The facts of every agreed level.
pub(super) fn acceptance(inputs: Inputs<'_>, studied: &Studied<'_>, fits: &[Fits<'_>]) -> Vec<AcceptanceFacts> {
    let levels = inputs.dossier.validation.acceptance.items.iter();
    levels.map(|(node, level)| level_facts(inputs, studied, fits, *node, level)).collect()
}

/// Whether a study is of this version, and whether it was done in the planned settings.
type Fits<'f> = [&'f Fact<bool>; 2];

/// Whether every agreed level is reached.
pub(super) fn all_reached(inputs: Inputs<'_>, rows: &[AcceptanceFacts]) -> Fact<bool> {
    let node = inputs.dossier.validation.acceptance.node;
    if let Some(short) = rows.iter().find(|row| row.reached.value == Some(false)) {
        return short.reached.clone();
    }
    if let Some(open) = rows.iter().find(|row| row.reached.value.is_none()) {
        return open.reached.clone();
    }
    if rows.is_empty() {
        return Fact::unknown([node], "no level of accuracy has been agreed");
    }
    let from = rows.iter().flat_map(|row| row.reached.from.iter().copied().map(Some));
    let why: Vec<&str> = rows.iter().map(|row| &*row.reached.why).collect();
    Fact::is(true, from, enumerated(&why, "; "))
}

fn level_facts(inputs: Inputs<'_>, studied: &Studied<'_>, fits: &[Fits<'_>], node: NodeId, level: &Acceptance) -> AcceptanceFacts {
    let target = level.target.get().map_or(String::new(), |target| target.0.clone());
    let name = Name(target.clone());
    let (counts, from) = match pooled(studied, fits, node, level, &target) {
        Ok(pooled) => pooled,
        Err(why) => return AcceptanceFacts { target: name, reached: Fact::unknown([Some(node)], why), ..AcceptanceFacts::default() },
    };
    let places = || from.iter().copied().map(Some);
    let method = inputs.intervals;
    let sensitivity = Measure::counted("sensitivity", counts.tp, counts.tp + counts.fn_, &level.sensitivity, method);
    let specificity = Measure::counted("specificity", counts.tn, counts.tn + counts.fp, &level.specificity, method);
    let ends = |measure: &Measure<'_>| {
        let lower = Fact::maybe(measure.interval.map(|(low, _)| low), places(), measure.why());
        let upper = lower.with(measure.interval.map(|(_, high)| high));
        (lower, upper)
    };
    let ((sensitivity_lower, sensitivity_upper), (specificity_lower, specificity_upper)) = (ends(&sensitivity), ends(&specificity));
    let verdicts = [sensitivity.verdict(), specificity.verdict()];
    let late = agreed_after_results(studied, node, level);
    let known = if late.value == Some(true) { "; the level was agreed after a result was known" } else { "" };
    let why = format!("{target}: {}, {}{known}", sensitivity.why(), specificity.why());
    let reached = if verdicts.contains(&Some(false)) {
        Fact::is(false, places(), why)
    } else if verdicts.contains(&None) {
        Fact::unknown(places(), why)
    } else {
        Fact::is(true, places(), why)
    };
    AcceptanceFacts {
        target: name,
        sensitivity_lower,
        sensitivity_upper,
        specificity_lower,
        specificity_upper,
        agreed_after_results: late,
        reached,
    }
}

#[derive(Default, Clone, Copy)]
struct Pooled {
    tp: u64,
    fp: u64,
    fn_: u64,
    tn: u64,
}

/// The counts of the named studies for the target, added up; every study must be of this version, done in the planned
/// setting, and give counts at one and the same threshold.
fn pooled(
    studied: &Studied<'_>,
    fits: &[Fits<'_>],
    node: NodeId,
    level: &Acceptance,
    target: &str,
) -> Result<(Pooled, Vec<NodeId>), String> {
    let Some(named) = level.studies.get() else { return Err(format!("{target}: the level does not name the studies it is held against")) };
    let wanted = level.threshold.get().map(|threshold| threshold.0.as_str());
    let mut sum = Pooled::default();
    let mut from = vec![node];
    let mut counted: HashSet<&str> = HashSet::new();
    let mut thresholds: Vec<Option<&str>> = Vec::new();
    for id in named.iter().filter(|id| counted.insert(&id.0)) {
        let name = brief(&id.0);
        let Some(at) = studied.position(&id.0) else { return Err(format!("{target}: there is no study {name}")) };
        if let Some(unfit) = fits[at].iter().find(|fits| fits.value != Some(true)) {
            return Err(format!("{target}: {}", unfit.why));
        }
        let results = studied.all[at].results_for(target);
        let (place, result) = result_at(results, wanted).map_err(|why| format!("{target}: study {name} {why}"))?;
        let counts = whole(result).ok_or_else(|| format!("{target}: study {name} gives no counts for it"))?;
        sum = sum.plus(counts).ok_or_else(|| format!("{target}: the counts are too large to be added up"))?;
        thresholds.push(result.threshold.get().map(|one| one.0.as_str()));
        from.push(place);
    }
    let alike =
        thresholds.len() < 2 || thresholds.iter().all(|one| one.zip(thresholds[0]).is_some_and(|(one, first)| same_setting(one, first)));
    if !alike {
        return Err(format!("{target}: the studies are not said to be at one and the same threshold, so they cannot be added up"));
    }
    Ok((sum, from))
}

impl Pooled {
    fn plus(self, other: Pooled) -> Option<Pooled> {
        Some(Pooled {
            tp: self.tp.checked_add(other.tp)?,
            fp: self.fp.checked_add(other.fp)?,
            fn_: self.fn_.checked_add(other.fn_)?,
            tn: self.tn.checked_add(other.tn)?,
        })
    }
}

fn whole(result: &StudyResult) -> Option<Pooled> {
    let cells = Cells::stated(&result.counts);
    cells.total()?;
    Some(Pooled { tp: cells.tp?, fp: cells.fp?, fn_: cells.fn_?, tn: cells.tn? })
}

/// The result at the threshold of the level, among those for one target; where there are several, the level must say which.
fn result_at<'s>(results: &[&'s (NodeId, StudyResult)], threshold: Option<&str>) -> Result<(NodeId, &'s StudyResult), String> {
    let at = |result: &StudyResult| threshold.is_none_or(|wanted| result.threshold.get().is_some_and(|one| same_setting(&one.0, wanted)));
    let fits: Vec<_> = results.iter().filter(|one| at(&one.1)).collect();
    match (fits.as_slice(), threshold) {
        ([one], _) => Ok((one.0, &one.1)),
        ([], Some(threshold)) => Err(format!("gives no result for it at threshold {threshold}")),
        ([], None) => Err("gives no counts for it".into()),
        _ => Err("gives results at several thresholds, and the level does not say at which".into()),
    }
}

/// Whether the earliest report of a named study was issued before the level was agreed.
fn agreed_after_results(studied: &Studied<'_>, node: NodeId, level: &Acceptance) -> Fact<bool> {
    let agreed = &level.agreed.on;
    let named = level.studies.get().into_iter().flatten();
    let earliest = named.filter_map(|id| studied.all[studied.position(&id.0)?].first_report).min();
    match (agreed.get(), earliest) {
        (Some(on), Some((first, place))) if first < on.0 => {
            Fact::is(true, [agreed.node, Some(place)], format_args!("it was agreed on {}, after a report of {first}", on.0))
        }
        (Some(on), Some((first, place))) => {
            Fact::is(false, [agreed.node, Some(place)], format_args!("it was agreed on {}, not after the first report of {first}", on.0))
        }
        _ => Fact::unknown([agreed.node, Some(node)], "when the level was agreed, or when the results were reported, is not stated"),
    }
}

/// One measure with its interval and the level agreed for it.
struct Measure<'a> {
    name: &'a str,
    estimate: f64,
    n: u64,
    method: Method,
    interval: Option<(f64, f64)>,
    level: &'a Answer<Share>,
}

impl<'a> Measure<'a> {
    fn counted(name: &'a str, successes: u64, n: u64, level: &'a Answer<Share>, method: Method) -> Measure<'a> {
        let interval = (n > 0).then(|| method.interval(successes, n));
        Measure { name, estimate: if n > 0 { successes as f64 / n as f64 } else { 0.0 }, n, method, interval, level }
    }

    /// Reached, not reached, or (when the interval straddles the level, or something is missing) unknown.
    fn verdict(&self) -> Option<bool> {
        match (&self.level.said, self.interval) {
            (Said::None(_), _) => Some(true),
            (Said::Is(level), Some((low, _))) if low >= level.0 => Some(true),
            (Said::Is(level), Some((_, high))) if high < level.0 => Some(false),
            _ => None,
        }
    }

    fn why(&self) -> String {
        let Some((low, high)) = self.interval else { return format!("{} has no cases to count", self.name) };
        let figures =
            format!("{} {:.3} (95% {} interval {low:.3} to {high:.3}, n = {})", self.name, self.estimate, self.method.words(), self.n);
        match (&self.level.said, self.verdict()) {
            (Said::Is(level), Some(true)) => format!("{figures} reaches {}", level.0),
            (Said::Is(level), Some(false)) => format!("{figures} does not reach {}", level.0),
            (Said::Is(level), None) => format!("{figures} does not settle whether {} is reached", level.0),
            (Said::None(reason), _) => format!("{figures} has no agreed level: {reason}"),
            _ => format!("{figures}; no level has been agreed for it"),
        }
    }
}
