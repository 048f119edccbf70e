//! The removal property: from any dossier, stale, foreign or adverse as it may be, no entry can be removed so that a check is better.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use readiness::assessment::Outcome;
use readiness::dossier::{Loaded, Unreadable};
use readiness::text::{Kind, NodeId};

use crate::complete::draft::Entry;
use crate::complete::{self, Draft, Edit, complete, names, one_line};
use crate::dice::Dice;

/// The outcome of every check; none where the dossier cannot be read.
pub fn outcomes(loaded: Result<Loaded, Unreadable>) -> Option<BTreeMap<String, Outcome>> {
    let (case, loaded) = (complete::case(), loaded.ok()?);
    let known = case.work_out(&loaded, complete::files());
    let assessment = case.assess(&loaded, &known);
    Some(assessment.findings.iter().map(|finding| (finding.check.id.to_string(), finding.outcome)).collect())
}

/// The edits of the complete dossier to start from: none, and those of every case.
fn starts() -> Vec<Vec<Edit>> {
    let cases = complete::cases();
    let edits = cases.into_values().flat_map(|case| case.not_met.into_iter().chain(case.not_applicable).chain(case.met));
    std::iter::once(Vec::new()).chain(edits).collect()
}

/// Spoils some answers: a date long past or ahead, another version, a yes for a no, another share, an adverse judgement.
fn spoil(draft: &mut Draft, dice: &mut Dice) {
    let scalars = scalars(draft);
    for _ in 0..dice.roll(40) {
        let node = scalars[dice.roll(scalars.len())];
        let Kind::Scalar { text, plain } = draft.tree.kind(node) else { continue };
        let to = match text {
            "true" if plain => "false",
            "false" if plain => "true",
            "acceptable" => ["unacceptable", "uncertain"][dice.roll(2)],
            "2.3.0" => "1.9.0",
            number if plain && number.parse::<u64>().is_ok() => ["0", "1", "100000"][dice.roll(3)],
            number if plain && number.parse::<f64>().is_ok() => ["0.01", "0.5", "0.99"][dice.roll(3)],
            date if date.parse::<jiff::civil::Date>().is_ok() => ["2019-06-01", "2026-04-01", "2031-01-01"][dice.roll(3)],
            hash if hash.len() == 64 => "0000000000000000000000000000000000000000000000000000000000000000",
            _ => continue,
        };
        draft.tree.set(node, Kind::Scalar { text: to, plain });
    }
}

/// Every value that is a single word, number or text.
fn scalars(draft: &Draft) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut stack = vec![draft.tree.root];
    while let Some(node) = stack.pop() {
        found.extend(draft.tree.text(node).map(|_| node));
        stack.extend(draft.tree.entries(node).iter().map(|(_, value)| *value));
        stack.extend(draft.tree.members(node));
    }
    found
}

/// A dossier to remove from. Some spoiled ones are impossible in themselves and cannot be read; then another is made.
fn spoiled(start: &Draft, dice: &mut Dice) -> Option<(Draft, BTreeMap<String, Outcome>)> {
    (0..8).find_map(|_| {
        let mut draft = start.clone();
        spoil(&mut draft, dice);
        outcomes(draft.load()).map(|before| (draft, before))
    })
}

#[test]
fn removing_an_entry_never_makes_a_check_better_first_half() {
    removing_an_entry_never_makes_a_check_better(0);
}

#[test]
fn removing_an_entry_never_makes_a_check_better_second_half() {
    removing_an_entry_never_makes_a_check_better(0xA5A5_5A5A_0F0F_F0F0);
}

/// How many dossiers each half spoils, and at least how many removals that must give.
fn effort() -> (u32, usize) {
    if complete::full() { (360, 5_000) } else { (12, 150) }
}

/// Many edits of dossiers with stale, foreign and adverse answers, the same in every run; every tenth is written and read again.
fn removing_an_entry_never_makes_a_check_better(salt: u64) {
    let (starts, excepted, (dossiers, wanted)) = (starts(), complete::contradictions(), effort());
    let config = ProptestConfig { cases: dossiers, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let edits = std::cell::Cell::new(0usize);
    let property = |(seed, start): (u64, usize)| {
        let mut dice = Dice((seed ^ salt) | 1);
        let start = complete().edited(&starts[(start ^ salt as usize) % starts.len()]);
        let Some((mut draft, mut before)) = spoiled(&start, &mut dice) else { return Ok(()) };
        for _ in 0..16 {
            let entries = draft.entries(usize::MAX);
            let excepted = |entry: &Entry| excepted.iter().any(|held| one_line(&names(&entry.path), held));
            let drawn = (0..100).filter_map(|_| entries.get(dice.roll(entries.len()))).find(|entry| !excepted(entry));
            let Some(entry) = drawn else { break };
            let next = draft.without(entry);
            edits.set(edits.get() + 1);
            let loaded = if edits.get().is_multiple_of(10) { next.load_through_text() } else { next.load() };
            let Some(after) = outcomes(loaded) else { continue };
            for (id, was) in &before {
                let is = after[id];
                let better = was.open() && !is.open();
                prop_assert!(!better, "{id} was {was:?} and is {is:?} without {:?}", entry.path);
            }
            (draft, before) = (next, after);
        }
        Ok(())
    };
    runner.run(&(any::<u64>(), any::<usize>()), property).unwrap();
    assert!(edits.get() >= wanted, "only {} edits were tried", edits.get());
}

#[test]
fn a_dossier_says_the_same_as_a_tree_and_as_text() {
    for start in starts().iter().step_by(if complete::full() { 1 } else { 20 }) {
        let start = complete().edited(start);
        assert_eq!(outcomes(start.load()), outcomes(start.load_through_text()));
    }
}

#[test]
fn an_empty_dossier_has_nothing_met() {
    let of = |text: &str| outcomes(Draft::read(text).load_through_text()).unwrap();
    let empty = of("dossier: 1");
    assert!(empty.values().all(|outcome| *outcome != Outcome::Met && *outcome != Outcome::NotApplicable), "{empty:?}");
    assert_eq!(empty, of(&readiness::dossier::blank(&complete::book().schema)), "a blank dossier says as little as an empty one");
}
