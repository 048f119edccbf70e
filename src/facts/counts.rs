//! The counts of a result: the four cells of its table, the proportions they give, and where they stand.

use super::Inputs;
use super::estimate::Estimate;
use super::why::Why;
use crate::dossier::answer::Answer;
use crate::dossier::validation::Counts;
use crate::text::NodeId;

/// Counts as far as they are stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cells {
    pub tp: Option<u64>,
    pub fp: Option<u64>,
    pub fn_: Option<u64>,
    pub tn: Option<u64>,
}

/// Successes and number of one proportion.
pub(super) type Proportion = (u64, u64);

impl Cells {
    /// What a dossier says.
    pub fn stated(counts: &Counts) -> Cells {
        let get = |answer: &Answer<u64>| answer.get().copied();
        Cells { tp: get(&counts.tp), fp: get(&counts.fp), fn_: get(&counts.fn_count), tn: get(&counts.tn) }
    }

    fn share(part: Option<u64>, rest: Option<u64>) -> Option<Proportion> {
        let (part, rest) = (part?, rest?);
        let n = part.checked_add(rest)?;
        (n > 0).then_some((part, n))
    }

    /// Those called among those with the finding.
    pub fn sensitivity(self) -> Option<Proportion> {
        Cells::share(self.tp, self.fn_)
    }

    /// Those left alone among those without it.
    pub fn specificity(self) -> Option<Proportion> {
        Cells::share(self.tn, self.fp)
    }

    /// Those with the finding among those called.
    pub fn ppv(self) -> Option<Proportion> {
        Cells::share(self.tp, self.fp)
    }

    /// Those without it among those not called.
    pub fn npv(self) -> Option<Proportion> {
        Cells::share(self.tn, self.fn_)
    }

    /// All that were counted.
    pub fn total(self) -> Option<u64> {
        self.tp?.checked_add(self.fp?)?.checked_add(self.fn_?)?.checked_add(self.tn?)
    }
}

/// The places of the counts of a result; of those missing, the result itself.
pub(super) fn places(node: NodeId, counts: &Counts) -> Vec<Option<NodeId>> {
    let stated = [counts.tp.node, counts.fp.node, counts.fn_count.node, counts.tn.node];
    if stated.iter().any(Option::is_none) { stated.into_iter().chain([Some(node)]).collect() } else { stated.to_vec() }
}

/// A proportion with its interval by the method asked for.
pub(super) fn estimate(inputs: Inputs<'_>, share: Option<Proportion>, from: &[Option<NodeId>], of: &str) -> Estimate {
    let Some((x, n)) = share else { return Estimate::unknown(from, format_args!("{of}: the counts for it are not stated")) };
    let method = inputs.intervals;
    let why = Why::from(format_args!("{of}: {x} of {n}, {} 95% interval", method.words()));
    Estimate::new(Some(x as f64 / n as f64), Some(method.interval(x, n)), method.words(), Some(n), from, why)
}

/// The name of a result in a list of facts.
pub(super) fn result_id(study: &str, target: &str, threshold: &str) -> String {
    let at = if threshold.is_empty() { String::new() } else { format!(" at {threshold}") };
    format!("{study}: {target}{at}")
}
