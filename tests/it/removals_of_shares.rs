//! The decision not to validate here rests on tables of shares: removing a share never settles it.

use readiness::assessment::Outcome;
use readiness::text::{Kind, NodeId, parse_path};

use crate::complete::{self, Draft, Edit, complete};
use crate::properties::outcomes;

const VARIABLES: [&str; 3] = ["sex", "age", "ethnicity"];

fn node(draft: &Draft, path: &str) -> NodeId {
    let path = parse_path(path).unwrap();
    draft.at(&path).unwrap()
}

/// The complete dossier where nothing speaks for validating here, and the adopter has decided not to.
fn nothing_speaks_for_validating_here() -> Draft {
    let mut draft = complete().clone();
    let mut set = |path: &str, to: &str| draft.apply(&Edit::set(path, to));
    set("local.validation.needed.generalisability", "false");
    set("local.validation.needed.local_factors", "false");
    set("local.targets[pneumothorax].prevalence", "0.06");
    set("local.targets[large-pleural-effusion].prevalence", "0.125");
    let groups = [("age", "85+"), ("sex", "female"), ("race", "black")]
        .map(|(name, group)| format!("{{id: by-{name}, variable: {name}, group: {group}, counts: {{tp: 40, fp: 30, fn: 4, tn: 400}}}}"));
    set("validation.studies[ext-2].results[pneumothorax].subgroups", &format!("[{}]", groups.join(", ")));
    for variable in VARIABLES {
        let here = draft.tree.entries(node(&draft, &format!("local.population.{variable}"))).to_vec();
        assert!(!here.is_empty(), "{variable} is a table");
        let there = node(&draft, &format!("validation.studies[ext-2].population.{variable}"));
        let copied = |(key, value)| (key, draft.tree.copy(value, draft.tree.span(value), u64::MAX).unwrap());
        let copy: Vec<_> = here.into_iter().map(copied).collect();
        draft.tree.set(there, Kind::Map(&copy));
    }
    draft
}

fn share(draft: &Draft, node: NodeId) -> f64 {
    draft.tree.text(node).unwrap().parse().unwrap()
}

/// Takes a share from the largest category, so that the table adds up to what it did.
fn shrink_the_largest(draft: &mut Draft, table: &str, by: f64) {
    let shares = draft.tree.entries(node(draft, table)).iter().map(|(_, value)| *value);
    let largest = shares.max_by(|a, b| share(draft, *a).total_cmp(&share(draft, *b))).unwrap();
    let text = (share(draft, largest) - by).to_string();
    draft.tree.set(largest, Kind::Scalar { text: &text, plain: true });
}

/// Whether a dossier that says so can be assessed, and what is decided.
fn decision(draft: &Draft) -> Option<Outcome> {
    outcomes(draft.load()).map(|found| found["generalisability-need-decided"])
}

#[test]
fn removing_a_share_never_settles_the_decision_not_to_validate_here() {
    let plain = nothing_speaks_for_validating_here();
    assert_eq!(decision(&plain), Some(Outcome::Met), "the dossier to start from");
    let (mut settled, mut open) = (0, 0);
    for variable in VARIABLES {
        let tables = [format!("validation.studies[ext-2].population.{variable}"), format!("local.population.{variable}")];
        for (table, share) in tables.iter().flat_map(|table| [0.005, 0.01, 0.02, 0.09].map(|share| (table, share))) {
            for less in [0.0, share] {
                let mut start = plain.edited(&[Edit::set(format!("{table}.not stated"), share)]);
                shrink_the_largest(&mut start, table, less);
                let Some(before) = decision(&start) else { continue };
                *(if before == Outcome::Met { &mut settled } else { &mut open }) += 1;
                if complete::full() || less == 0.0 {
                    every_share_removed(&start, &tables, before);
                }
            }
        }
    }
    assert!(settled > 0 && open > 0, "{settled} settled, {open} open");
}

fn every_share_removed(start: &Draft, tables: &[String], before: Outcome) {
    let of_tables = |path: &str| {
        let (above, _) = path.rsplit_once('.').unwrap_or_default();
        let population = ["validation.studies.", "local."].iter().any(|section| complete::names(above).starts_with(section));
        population
            && tables.iter().any(|table| above.ends_with(table.rsplit_once(".population").unwrap().1) && above.contains(".population."))
    };
    for entry in start.entries(usize::MAX).iter().filter(|entry| of_tables(&entry.path)) {
        let after = decision(&start.without(entry));
        assert!(!before.open() || after.is_none_or(Outcome::open), "{before:?}, {after:?} without {}", entry.path);
    }
}
