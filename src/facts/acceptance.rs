//! The agreed level of accuracy against the interval of the studies it names: reached, not reached, or inconclusive.

use super::counts::Cells;
use super::fact::{Fact, Name, facts};
use super::fit::{for_this_version, in_planned_setting};
use super::statistics::Method;
use super::{Inputs, Versions};
use crate::dossier::answer::{Answer, Said, Share};
use crate::dossier::same_setting;
use crate::dossier::validation::{Acceptance, Study, StudyResult};
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
pub(super) fn acceptance(inputs: Inputs<'_>, versions: &Versions) -> Vec<AcceptanceFacts> {
    inputs.dossier.validation.acceptance.items.iter().map(|(node, level)| level_facts(inputs, versions, *node, level)).collect()
}

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
    let why: Vec<&str> = rows.iter().map(|row| row.reached.why.as_str()).collect();
    Fact::is(true, from, why.join("; "))
}

fn level_facts(inputs: Inputs<'_>, versions: &Versions, node: NodeId, level: &Acceptance) -> AcceptanceFacts {
    let target = level.target.get().map_or(String::new(), |target| target.0.clone());
    let name = Name(target.clone());
    let (counts, from) = match pooled(inputs, versions, node, level, &target) {
        Ok(pooled) => pooled,
        Err(why) => return AcceptanceFacts { target: name, reached: Fact::unknown([Some(node)], why), ..AcceptanceFacts::default() },
    };
    let places = || from.iter().copied().map(Some);
    let method = inputs.intervals;
    let sensitivity = Measure::counted("sensitivity", counts.tp, counts.tp + counts.fn_, &level.sensitivity, method);
    let specificity = Measure::counted("specificity", counts.tn, counts.tn + counts.fp, &level.specificity, method);
    let end = |measure: &Measure<'_>, upper: bool| match measure.interval {
        Some((low, high)) => Fact::is(if upper { high } else { low }, places(), measure.why()),
        None => Fact::unknown(places(), measure.why()),
    };
    let verdicts = [sensitivity.verdict(), specificity.verdict()];
    let late = agreed_after_results(inputs, node, level);
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
        sensitivity_lower: end(&sensitivity, false),
        sensitivity_upper: end(&sensitivity, true),
        specificity_lower: end(&specificity, false),
        specificity_upper: end(&specificity, true),
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
    inputs: Inputs<'_>,
    versions: &Versions,
    node: NodeId,
    level: &Acceptance,
    target: &str,
) -> Result<(Pooled, Vec<NodeId>), String> {
    let Some(named) = level.studies.get() else { return Err(format!("{target}: the level does not name the studies it is held against")) };
    let wanted = level.threshold.get().map(|threshold| threshold.0.as_str());
    let mut sum = Pooled::default();
    let mut from = vec![node];
    let mut counted: Vec<&str> = Vec::new();
    let mut thresholds: Vec<Option<&str>> = Vec::new();
    for id in named {
        if counted.contains(&id.0.as_str()) {
            continue;
        }
        counted.push(&id.0);
        let found = inputs.dossier.validation.studies.items.iter().find(|(_, study)| study.id.get() == Some(id));
        let Some((place, study)) = found else { return Err(format!("{target}: there is no study {}", id.0)) };
        for fits in [for_this_version(versions, *place, study, &id.0), in_planned_setting(inputs, *place, study, &id.0)] {
            if fits.value != Some(true) {
                return Err(format!("{target}: {}", fits.why));
            }
        }
        let (place, result) = result_of(study, target, wanted).map_err(|why| format!("{target}: study {} {why}", id.0))?;
        let counts = whole(result).ok_or_else(|| format!("{target}: study {} gives no counts for it", id.0))?;
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

/// The result of a study for a target, at the threshold of the level; where it gives several, the level must say which.
fn result_of<'s>(study: &'s Study, target: &str, threshold: Option<&str>) -> Result<(NodeId, &'s StudyResult), String> {
    let of_target = study.results.items.iter().filter(|(_, result)| result.target.get().is_some_and(|one| one.0 == target));
    let fits: Vec<_> = of_target
        .filter(|(_, result)| threshold.is_none_or(|wanted| result.threshold.get().is_some_and(|one| same_setting(&one.0, wanted))))
        .collect();
    match (fits.as_slice(), threshold) {
        ([(place, result)], _) => Ok((*place, result)),
        ([], Some(threshold)) => Err(format!("gives no result for it at threshold {threshold}")),
        ([], None) => Err("gives no counts for it".into()),
        _ => Err("gives results at several thresholds, and the level does not say at which".into()),
    }
}

/// Whether the earliest report of a named study was issued before the level was agreed.
fn agreed_after_results(inputs: Inputs<'_>, node: NodeId, level: &Acceptance) -> Fact<bool> {
    let agreed = &level.agreed.on;
    let named = level.studies.get().map_or(&[][..], Vec::as_slice);
    let studies = inputs.dossier.validation.studies.items.iter().filter(|(_, study)| study.id.get().is_some_and(|id| named.contains(id)));
    let reports = studies.flat_map(|(_, study)| study.evidence.get().map_or(&[][..], Vec::as_slice));
    let issued = reports.filter_map(|id| inputs.dossier.evidence.entries.iter().find(|(name, _, _)| *name == id.0));
    let earliest = issued.filter_map(|(_, place, document)| Some((document.issued.get()?.0, *place))).min();
    match (agreed.get(), earliest) {
        (Some(on), Some((first, place))) if first < on.0 => {
            Fact::is(true, [agreed.node, Some(place)], format!("it was agreed on {}, after a report of {first}", on.0))
        }
        (Some(on), Some((first, place))) => {
            Fact::is(false, [agreed.node, Some(place)], format!("it was agreed on {}, not after the first report of {first}", on.0))
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
