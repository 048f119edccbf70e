//! Puts together what belongs together for one reader: findings by cause and by role, lapses by who renews, checks by gate.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::brief;
use super::place::place_span;
use super::shown::Shown;
use super::wish::Wish;
use crate::assessment::{Assessment, Finding, Lapse, TrainingAction, place};
use crate::terms::{Gate, Keeper, Role, long_date};
use crate::text::NodeId;

/// Findings for which one role must act.
pub struct Group<'a> {
    /// The role.
    pub role: Role,
    /// The findings, the gravest first.
    pub findings: Vec<&'a Finding<'a>>,
    /// Those that are told in full, where there are so few of all groups that each is.
    pub in_full: Vec<Shown<'a>>,
}

/// The first of a list, and how many more there are.
pub struct First<T> {
    /// Those that are shown.
    pub shown: Vec<T>,
    /// How many more there are.
    pub more: usize,
}

impl<T> First<T> {
    /// The first so many of those that are counted.
    pub(super) fn of(mut list: impl Iterator<Item = T>, most: usize) -> First<T> {
        let shown = list.by_ref().take(most).collect();
        First { shown, more: list.count() }
    }
}

/// What has ended, of one who must renew it.
pub struct Lapsed {
    /// Who renews it.
    pub label: &'static str,
    /// What has ended.
    pub ended: First<String>,
}

/// Failing blockers at one place and for one role, together: mending the first mends or helps the rest.
pub(super) fn causes<'a>(assessment: &'a Assessment<'a>, failing: &[&'a Finding<'a>]) -> Vec<Vec<&'a Finding<'a>>> {
    let mut places: BTreeMap<(NodeId, Role), usize> = BTreeMap::new();
    let mut causes: Vec<Vec<&'a Finding<'a>>> = Vec::new();
    for finding in failing {
        let at = *places.entry((place(&assessment.scene, finding).node, finding.check.who)).or_insert(causes.len());
        match causes.get_mut(at) {
            Some(cause) => cause.push(finding),
            None => causes.push(vec![finding]),
        }
    }
    causes
}

/// What ends soon; in detail each with its place.
pub(super) fn lapses(assessment: &Assessment<'_>, placed: bool, most: usize) -> First<String> {
    let soon = assessment.lapses.iter().filter(|lapse| lapse.days >= 0 && (placed || !lapse.twin));
    First::of(soon.map(|lapse| lapse_words(assessment, lapse, "ends", placed)), most)
}

/// What has ended, by who must renew it; a document that ends with the answer that names it only in detail.
pub(super) fn lapsed(assessment: &Assessment<'_>, placed: bool, most: usize) -> Vec<Lapsed> {
    let labels =
        [(Keeper::Supplier, "Ended, the supplier renews"), (Keeper::Adopter, "Ended, you renew"), (Keeper::Both, "Ended, either renews")];
    let of = |(keeper, label): (Keeper, &'static str)| {
        let ended = assessment.lapses.iter().filter(|lapse| lapse.days < 0 && lapse.keeper == keeper && (placed || !lapse.twin));
        Lapsed { label, ended: First::of(ended.map(|lapse| lapse_words(assessment, lapse, "on", placed)), most) }
    };
    labels.into_iter().map(of).filter(|lapsed| !lapsed.ended.shown.is_empty()).collect()
}

fn lapse_words(assessment: &Assessment<'_>, lapse: &Lapse, verb: &str, placed: bool) -> String {
    let place = || format!(" · {}", assessment.sources().locate(place_span(&assessment.scene, lapse.node, true)));
    let place = if placed { place() } else { String::new() };
    let what = brief::path(lapse.path.trim_end_matches(".expires").trim_end_matches(".ends"));
    format!("{what} {verb} {}{place}", long_date(lapse.ends))
}

/// Findings by who must act; those who must act on most come first. Where they are few, each is made to be told in full.
pub(super) fn groups<'a>(assessment: &'a Assessment<'a>, findings: &[&'a Finding<'a>], few: usize) -> Vec<Group<'a>> {
    let mut by_role: BTreeMap<Role, Vec<&'a Finding<'a>>> = BTreeMap::new();
    for finding in findings {
        by_role.entry(finding.check.who).or_default().push(finding);
    }
    let told = if findings.len() <= few { few } else { 0 };
    let group = |(role, findings): (Role, Vec<&'a Finding<'a>>)| {
        let in_full = findings.iter().take(told).map(|finding| Shown::of(assessment, finding)).collect();
        Group { role, findings, in_full }
    };
    let mut groups: Vec<Group<'a>> = by_role.into_iter().map(group).collect();
    groups.sort_by_key(|group| (Reverse(group.findings.len()), group.role));
    groups
}

/// How many of each group are told where there is room for so many: every role gets a line before any gets a second, so that
/// nobody's work is hidden.
pub(super) fn shares(groups: &[Group<'_>], room: usize) -> Vec<usize> {
    let all: usize = groups.iter().map(|group| group.findings.len()).sum();
    let mut shares = vec![0; groups.len()];
    let mut left = room.min(all);
    while left > 0 {
        for (share, group) in shares.iter_mut().zip(groups) {
            if left > 0 && *share < group.findings.len() {
                *share += 1;
                left -= 1;
            }
        }
    }
    shares
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
    let later = assessment.findings.iter().filter(|one| !one.due && one.outcome.open());
    let mut gates: BTreeMap<Gate, Vec<&'a Finding<'a>>> = BTreeMap::new();
    for finding in later.filter(|one| one.check.until.is_none() && wish.includes(one.check.who)) {
        gates.entry(finding.check.gate).or_default().push(finding);
    }
    let ids = |mut found: Vec<&'a Finding<'a>>| {
        found.sort_by_key(|one| Reverse(one.severity));
        found.iter().map(|one| one.check.id.as_str()).collect()
    };
    gates.into_iter().map(|(gate, found)| (gate, ids(found))).collect()
}
