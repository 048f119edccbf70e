//! Puts together what belongs together for one reader: findings by cause and by role, lapses by who renews, checks by gate.

use super::entry::place_span;
use super::view::{Group, Shown, Wish};
use crate::assessment::{Assessment, Finding, Lapse, TrainingAction};
use crate::terms::{Choice, Gate, Keeper, Role, long_date};
use crate::text::{NodeId, Sources};

/// Failing blockers at one place and for one role, together: mending the first mends or helps the rest.
pub(super) fn causes<'a>(assessment: &'a Assessment<'a>, failing: &[&'a Finding<'a>]) -> Vec<Vec<&'a Finding<'a>>> {
    let mut causes: Vec<(NodeId, Role, Vec<&'a Finding<'a>>)> = Vec::new();
    for finding in failing {
        let (node, who) = (assessment.scene.place(finding).node, finding.check.who);
        match causes.iter_mut().find(|(held, role, _)| *held == node && *role == who) {
            Some((_, _, cause)) => cause.push(finding),
            None => causes.push((node, who, vec![finding])),
        }
    }
    causes.into_iter().map(|(_, _, cause)| cause).collect()
}

/// The first so many of a list, and how many are left.
pub(super) fn first<T>(mut list: Vec<T>, most: usize) -> (Vec<T>, usize) {
    let more = list.len().saturating_sub(most);
    list.truncate(most);
    (list, more)
}

/// What ends soon.
pub(super) fn lapses(assessment: &Assessment<'_>, sources: &Sources, placed: bool) -> Vec<String> {
    let soon = assessment.lapses.iter().filter(|lapse| lapse.days >= 0 && (placed || !lapse.twin));
    soon.map(|lapse| lapse_words(assessment, sources, lapse, "ends", placed)).collect()
}

/// What has ended, by who must renew it; a document that ends with the answer that names it only in detail.
pub(super) fn lapsed(assessment: &Assessment<'_>, sources: &Sources, placed: bool, most: usize) -> Vec<(&'static str, Vec<String>, usize)> {
    let labels =
        [(Keeper::Supplier, "Ended, the supplier renews"), (Keeper::Adopter, "Ended, you renew"), (Keeper::Both, "Ended, either renews")];
    let of = |(keeper, label): (Keeper, &'static str)| {
        let ended = assessment.lapses.iter().filter(|lapse| lapse.days < 0 && lapse.keeper == keeper && (placed || !lapse.twin));
        let (shown, more) = first(ended.map(|lapse| lapse_words(assessment, sources, lapse, "on", placed)).collect(), most);
        (label, shown, more)
    };
    labels.into_iter().map(of).filter(|(_, shown, _)| !shown.is_empty()).collect()
}

fn lapse_words(assessment: &Assessment<'_>, sources: &Sources, lapse: &Lapse, verb: &str, placed: bool) -> String {
    let place = if placed { format!(" · {}", sources.locate(place_span(&assessment.scene, lapse.node, true))) } else { String::new() };
    let what = lapse.path.trim_end_matches(".expires").trim_end_matches(".ends");
    format!("{what} {verb} {}{place}", long_date(lapse.ends))
}

/// Findings by who must act; those who must act on most come first.
pub(super) fn groups<'a>(findings: &[&'a Finding<'a>], most: usize, show: &dyn Fn(&'a Finding<'a>, bool) -> Shown<'a>) -> Vec<Group<'a>> {
    let mut groups: Vec<(Role, Vec<&'a Finding<'a>>)> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|(role, _)| *role == finding.check.who) {
            Some((_, held)) => held.push(finding),
            None => groups.push((finding.check.who, vec![finding])),
        }
    }
    groups.sort_by_key(|(role, held)| (std::cmp::Reverse(held.len()), *role));
    // Every role gets a line before any gets a second, so that nobody's work is hidden.
    let mut room = vec![0usize; groups.len()];
    let mut left = most.min(findings.len());
    while left > 0 {
        for (at, (_, held)) in groups.iter().enumerate() {
            if left > 0 && room[at] < held.len() {
                room[at] += 1;
                left -= 1;
            }
        }
    }
    let group = |((role, held), room): ((Role, Vec<&'a Finding<'a>>), usize)| Group {
        role,
        total: held.len(),
        also: held.iter().skip(room).map(|one| one.check.id.as_str()).collect(),
        shown: held.into_iter().take(room).map(|one| show(one, false)).collect(),
    };
    groups.into_iter().zip(room).map(group).collect()
}

/// What must be known before it can be taught, and is still open.
pub(super) fn waits_for<'a>(training: &[&'a TrainingAction<'a>]) -> Vec<&'a str> {
    let mut open: Vec<&str> = training.iter().flat_map(|action| action.blocked_by.iter().map(String::as_str)).collect();
    open.sort_unstable();
    open.dedup();
    open
}

/// What is still open for a later decision, by gate, the gravest first.
pub(super) fn coming<'a>(assessment: &'a Assessment<'a>, wish: &Wish) -> Vec<(Gate, Vec<&'a str>)> {
    let later = |gate: Gate| {
        let open =
            assessment.findings.iter().filter(|one| !one.due && one.outcome.open() && one.check.gate == gate && one.check.until.is_none());
        let mut found: Vec<&Finding<'_>> = open.filter(|one| wish.roles.is_empty() || wish.roles.contains(&one.check.who)).collect();
        found.sort_by_key(|one| std::cmp::Reverse(one.severity));
        found.iter().map(|one| one.check.id.as_str()).collect::<Vec<_>>()
    };
    Gate::ALL.iter().map(|gate| (*gate, later(*gate))).filter(|(_, checks)| !checks.is_empty()).collect()
}
