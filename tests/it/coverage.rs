//! Nothing is left out: every statement of every source has checks, or says why it only informs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::complete;

/// The ids that the sources have, written down when they were read.
fn wanted() -> BTreeSet<String> {
    let text = fs::read_to_string(complete::root().join("tests/data/statements.toml")).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let ids = |source: &toml::Value| {
        let (id, last) = (source["id"].as_str().unwrap().to_string(), source["statements"].as_integer().unwrap());
        let between = if id.starts_with("MDT-") { "" } else { "-" };
        (1..=last).map(move |number| format!("{id}{between}{number:02}")).collect::<Vec<_>>()
    };
    table["source"].as_array().unwrap().iter().flat_map(ids).collect()
}

#[test]
fn every_statement_is_an_item_or_says_why_it_only_informs() {
    let book = complete::book();
    // Our own questions, and the one that stands for Table 2, whose outcomes are counted as training.
    let own = |id: &str| id.starts_with("R-") || id == "T2";
    let asked: BTreeSet<String> = book.items.iter().map(|item| item.id.to_string()).filter(|id| !own(id)).collect();
    let told: BTreeSet<String> = book.informs.iter().map(|one| one.id.to_string()).collect();
    let held: BTreeSet<String> = asked.union(&told).cloned().collect();
    let wanted = wanted();
    assert_eq!(wanted.difference(&held).collect::<Vec<_>>(), Vec::<&String>::new(), "statements left out");
    assert_eq!(held.difference(&wanted).collect::<Vec<_>>(), Vec::<&String>::new(), "statements that no source has");
    for one in &book.informs {
        assert!(one.says.ends_with('.') && one.why.ends_with('.'), "{} says nothing", one.id);
    }
}

#[test]
fn the_statements_of_a_source_stand_in_its_order() {
    let book = complete::book();
    let mut last: BTreeMap<usize, &str> = BTreeMap::new();
    for item in &book.items {
        if let Some(before) = last.insert(item.pack, &item.id) {
            assert!(before < item.id.as_str() || item.id.starts_with("MDT-"), "{} stands before {}", before, item.id);
        }
    }
}
