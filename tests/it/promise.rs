//! No "no" that nobody reviewed, and no judgement of a supplier, takes a duty away.

use std::collections::BTreeSet;

use readiness::fields::{Record, Shape};
use readiness::rules::Item;
use readiness::terms::{Keeper, Needs, Severity};

use crate::complete::{book, field, one_line, read_by};

/// Answers that take blockers away although no review settles them, and why that is fair.
const PLAIN: &[(&str, &str)] = &[
    ("adopter.kind", "who the adopter is; what else hangs on it asks for answers of its own"),
    ("data_protection.purposes", "`roles-rightly-assigned` and `bases-fit-purposes` judge each purpose"),
    ("data_use.uses", "`data-uses-classified` judges each use"),
];

#[test]
fn a_no_that_takes_a_blocker_away_is_a_switch_or_reviewed() {
    let book = book();
    let mut settled = BTreeSet::new();
    let reviewed = book.checks.iter().filter(|check| check.needs == Some(Needs::Reviewed));
    reviewed.for_each(|check| read_by(book, &check.met, &mut settled));
    let mut plain = Vec::new();
    for check in &book.checks {
        let blocks = |item: &Item| {
            [item.force].iter().chain(item.force_in.iter().map(|(_, force)| force)).any(|force| force.severity() == Severity::Blocker)
        };
        let asking: Vec<&Item> = book.items_of(&check.id).map(|(item, _)| item).filter(|item| blocks(item)).collect();
        if asking.is_empty() {
            continue;
        }
        let always = asking.iter().any(|item| item.when.is_none());
        let mut paths = BTreeSet::new();
        let of_items = asking.iter().filter(|_| !always).filter_map(|item| item.when.as_ref());
        check.when.iter().chain(of_items).for_each(|when| read_by(book, &when.pattern, &mut paths));
        for path in paths {
            let switch = field(&path).is_some_and(|field| field.relations.contradicted_by.is_some());
            if !switch && !settled.contains(&path) && !PLAIN.iter().any(|(known, _)| one_line(known, &path)) {
                plain.push(format!("{path} takes {} away", check.id));
            }
        }
    }
    assert!(plain.is_empty(), "make these switches, or let a check that demands a review read them:\n{}", plain.join("\n"));
}

#[test]
fn only_the_adopter_keeps_judgements() {
    fn walk(record: &Record, path: &str, found: &mut Vec<String>) {
        for field in &record.fields {
            let path = format!("{path}{}", field.name);
            match &field.shape {
                Shape::Leaf(leaf) if leaf.key == "judged" && field.keeper != Keeper::Adopter => found.push(path),
                Shape::Record(inner) | Shape::List(inner) => walk(inner, &format!("{path}."), found),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    walk(&book().schema.root, "", &mut found);
    assert!(found.is_empty(), "a supplier's file could judge for the adopter: {found:?}");
}
