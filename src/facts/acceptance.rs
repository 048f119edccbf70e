//! The agreed level of accuracy against the interval of the studies it names: reached, not reached, or inconclusive.

use statrs::distribution::{ContinuousCDF, Normal};

use super::fact::{Fact, Name, facts};
use super::studies::for_this_version;
use super::{Inputs, Versions};
use crate::dossier::answer::{Answer, Said, Share};
use crate::dossier::validation::{Acceptance, Counts, Study};
use crate::text::NodeId;

facts! {
    /// One agreed level.
    #[schemars(extend("x-key" = "target"))]
    AcceptanceFacts {
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
    }
}

/// The 95% Wilson score interval of a proportion.
///
/// `successes` of `n`; `n` is at least 1 and at least `successes`. Wilson 1927; recommended for general use by
/// Brown, Cai and DasGupta 2001.
pub(crate) fn wilson(successes: u64, n: u64) -> (f64, f64) {
    let z = Normal::standard().inverse_cdf(0.975);
    let (x, n) = (successes as f64, n as f64);
    let p = x / n;
    let centre = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt() / (1.0 + z * z / n);
    ((centre - half).max(0.0).min(p), (centre + half).min(1.0).max(p))
}

/// The facts of every agreed level.
pub(super) fn acceptance(inputs: Inputs<'_>, versions: &Versions) -> Vec<AcceptanceFacts> {
    inputs.dossier.validation.acceptance.items.iter().map(|(node, level)| one(inputs, versions, *node, level)).collect()
}

/// Whether every agreed level is reached.
pub(super) fn all_reached(inputs: Inputs<'_>, rows: &[AcceptanceFacts]) -> Fact<bool> {
    let node = inputs.dossier.validation.acceptance.node;
    if let Some(short) = rows.iter().find(|row| row.reached.value == Some(false)) {
        return Fact { from: short.reached.from.clone(), ..Fact::is(false, [], short.reached.why.clone()) };
    }
    if let Some(open) = rows.iter().find(|row| row.reached.value.is_none()) {
        return Fact { from: open.reached.from.clone(), ..Fact::unknown([], open.reached.why.clone()) };
    }
    if rows.is_empty() {
        return Fact::unknown([node], "no level of accuracy has been agreed");
    }
    let from = rows.iter().flat_map(|row| row.reached.from.iter().copied().map(Some));
    let why: Vec<&str> = rows.iter().map(|row| row.reached.why.as_str()).collect();
    Fact::is(true, from, why.join("; "))
}

fn one(inputs: Inputs<'_>, versions: &Versions, node: NodeId, level: &Acceptance) -> AcceptanceFacts {
    let target = level.target.get().map_or(String::new(), |target| target.0.clone());
    let name = Name(target.clone());
    let (counts, from) = match pooled(inputs, versions, node, level, &target) {
        Ok(pooled) => pooled,
        Err(why) => return AcceptanceFacts { target: name, reached: Fact::unknown([Some(node)], why), ..AcceptanceFacts::default() },
    };
    let places = || from.iter().copied().map(Some);
    let sensitivity = Measure::of("sensitivity", counts.tp, counts.tp.saturating_add(counts.fn_), &level.sensitivity);
    let specificity = Measure::of("specificity", counts.tn, counts.tn.saturating_add(counts.fp), &level.specificity);
    let end = |measure: &Measure<'_>, upper: bool| match measure.interval {
        Some((low, high)) => Fact::is(if upper { high } else { low }, places(), measure.why()),
        None => Fact::unknown(places(), measure.why()),
    };
    let verdicts = [sensitivity.verdict(), specificity.verdict()];
    let why = format!("{target}: {}, {}", sensitivity.why(), specificity.why());
    let reached = if verdicts.contains(&Some(false)) {
        Fact::is(false, places(), why)
    } else if verdicts.contains(&None) {
        Fact::unknown(places(), why)
    } else {
        Fact::is(true, places(), why)
    };
    AcceptanceFacts {
        target: name,
        sensitivity_lower: end(&sensitivity, false),
        sensitivity_upper: end(&sensitivity, true),
        specificity_lower: end(&specificity, false),
        specificity_upper: end(&specificity, true),
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

/// The counts of the named studies for the target, added up; every study must be of this version and give counts.
fn pooled(
    inputs: Inputs<'_>,
    versions: &Versions,
    node: NodeId,
    level: &Acceptance,
    target: &str,
) -> Result<(Pooled, Vec<NodeId>), String> {
    let Some(named) = level.studies.get() else { return Err(format!("{target}: the level does not name the studies it is held against")) };
    let mut sum = Pooled::default();
    let mut from = vec![node];
    let mut counted: Vec<&str> = Vec::new();
    for id in named {
        if counted.contains(&id.0.as_str()) {
            continue;
        }
        counted.push(&id.0);
        let found = inputs.dossier.validation.studies.items.iter().find(|(_, study)| study.id.get() == Some(id));
        let Some((place, study)) = found else { return Err(format!("{target}: there is no study {}", id.0)) };
        let current = for_this_version(versions, *place, study, &id.0);
        if current.value != Some(true) {
            return Err(format!("{target}: {}", current.why));
        }
        let (place, counts) = counts_of(study, target).ok_or_else(|| format!("{target}: study {} gives no counts for it", id.0))?;
        sum.tp = sum.tp.saturating_add(counts.tp);
        sum.fp = sum.fp.saturating_add(counts.fp);
        sum.fn_ = sum.fn_.saturating_add(counts.fn_);
        sum.tn = sum.tn.saturating_add(counts.tn);
        from.push(place);
    }
    Ok((sum, from))
}

fn counts_of(study: &Study, target: &str) -> Option<(NodeId, Pooled)> {
    let (place, result) = study.results.items.iter().find(|(_, result)| result.target.get().is_some_and(|one| one.0 == target))?;
    let Counts { tp, fp, fn_count, tn } = &result.counts;
    Some((*place, Pooled { tp: *tp.get()?, fp: *fp.get()?, fn_: *fn_count.get()?, tn: *tn.get()? }))
}

/// One measure with its interval and the level agreed for it.
struct Measure<'a> {
    name: &'a str,
    estimate: f64,
    n: u64,
    interval: Option<(f64, f64)>,
    level: &'a Answer<Share>,
}

impl<'a> Measure<'a> {
    fn of(name: &'a str, successes: u64, n: u64, level: &'a Answer<Share>) -> Measure<'a> {
        let interval = (n > 0).then(|| wilson(successes, n));
        Measure { name, estimate: if n > 0 { successes as f64 / n as f64 } else { 0.0 }, n, interval, level }
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
        let figures = format!("{} {:.3} (95% Wilson interval {low:.3} to {high:.3}, n = {})", self.name, self.estimate, self.n);
        match (&self.level.said, self.verdict()) {
            (Said::Is(level), Some(true)) => format!("{figures} reaches {}", level.0),
            (Said::Is(level), Some(false)) => format!("{figures} does not reach {}", level.0),
            (Said::Is(level), None) => format!("{figures} does not settle whether {} is reached", level.0),
            (Said::None(reason), _) => format!("{figures} has no agreed level: {reason}"),
            _ => format!("{figures}; no level has been agreed for it"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::wilson;

    /// Vectors checked against two libraries.
    #[test]
    fn wilson_intervals_agree_with_published_values() {
        let close = |(a, b): (f64, f64), (c, d): (f64, f64)| (a - c).abs() < 5e-5 && (b - d).abs() < 5e-5;
        assert!(close(wilson(90, 100), (0.8256, 0.9448)));
        assert!(close(wilson(45, 50), (0.7864, 0.9565)));
        assert!(close(wilson(7, 20), (0.1812, 0.5671)));
        assert!(close(wilson(20, 20), (0.8389, 1.0)));
        assert!(close(wilson(0, 30), (0.0, 0.1135)));
    }
}
