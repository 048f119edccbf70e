//! The promise in its sharpest form: from every case of a check, no entry that it reads can be removed so that it becomes better
//! or does not apply; and no "no" that nobody reviewed, and no judgement of a supplier, takes a duty away.

mod complete;

use std::collections::BTreeSet;
use std::sync::Mutex;

use complete::{Case, apply, book, cases, complete, files};
use readiness::assessment::{Outcome, Scene, assess_check};
use readiness::dossier::load;
use readiness::dossier::schema::{field_at, schema};
use readiness::facts::Files;
use readiness::fields::{Field, Record, Shape};
use readiness::rules::{Book, Check, Item, Pattern};
use readiness::terms::{Gate, Keeper, Needs, Severity};
use readiness::text::{Limits, Segment};
use serde_yaml::Value;

/// The paths that a condition reads, through the shared conditions it names.
fn read_by(book: &Book, pattern: &Pattern, found: &mut BTreeSet<String>) {
    let mut named = Vec::new();
    pattern.walk(&mut Vec::new(), &mut |path, leaf| match leaf {
        Pattern::Named(name) => named.push(name.clone()),
        _ => drop(found.insert(path.join("."))),
    });
    named.iter().for_each(|name| read_by(book, &book.conditions[name], found));
}

/// What `when` of the check and of its items reads.
fn circumstances(book: &Book, check: &Check) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let of_items = book.items_of(&check.id).filter_map(|(item, _)| item.when.as_ref());
    check.when.iter().chain(of_items).for_each(|when| read_by(book, when, &mut found));
    found
}

fn contradictions(record: &Record, found: &mut Vec<String>) {
    for field in &record.fields {
        found.extend(field.relations.contradicted_by.iter().flatten().cloned());
        if let Shape::Record(inner) = &field.shape {
            contradictions(inner, found);
        }
    }
}

/// Whether one path lies on the other, or below it.
fn one_line(a: &str, b: &str) -> bool {
    a == b || a.strip_prefix(b).is_some_and(|rest| rest.starts_with('.')) || b.strip_prefix(a).is_some_and(|rest| rest.starts_with('.'))
}

/// Every path to an entry of a mapping, as keys and indexes; of a list, of its first three members.
fn entries(value: &Value, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    match value {
        Value::Mapping(mapping) => {
            for (key, inner) in mapping {
                path.push(key.as_str().unwrap_or_default().to_string());
                found.push(path.clone());
                entries(inner, path, found);
                path.pop();
            }
        }
        Value::Sequence(list) => {
            for (index, inner) in list.iter().enumerate().take(3) {
                path.push(index.to_string());
                entries(inner, path, found);
                path.pop();
            }
        }
        _ => {}
    }
}

fn field(path: &str) -> Option<&'static Field> {
    let path: Vec<Segment> = path.split('.').map(|step| Segment::Field(step.into())).collect();
    field_at(&path)
}

fn names(path: &[String]) -> String {
    path.iter().filter(|step| step.parse::<usize>().is_err()).cloned().collect::<Vec<_>>().join(".")
}

fn without(value: &Value, path: &[String]) -> Value {
    let mut value = value.clone();
    let (last, above) = path.split_last().expect("a path has a step");
    let inner = above.iter().try_fold(&mut value, |value, step| match value {
        Value::Sequence(list) => list.get_mut(step.parse::<usize>().ok()?),
        other => other.get_mut(step.as_str()),
    });
    if let Some(Value::Mapping(mapping)) = inner {
        mapping.remove(last.as_str());
    }
    value
}

struct Bench {
    book: Book,
    files: Files,
    complete: Value,
    contradictions: Vec<String>,
}

impl Bench {
    /// The outcome of one check; none where the dossier cannot be read.
    fn outcome(&self, value: &Value, check: &Check) -> Option<Outcome> {
        let text = serde_yaml::to_string(value).expect("plain data");
        let loaded = load(vec![("dossier.yaml".into(), text.into_bytes())], Limits::default()).ok()?;
        let case = complete::case(&self.book);
        let known = case.work_out(&loaded, &self.files);
        let scene = Scene::new(&case, &loaded, &known);
        Some(assess_check(&scene, check, Gate::InUse).outcome)
    }

    fn starts(&self, case: &Case) -> Vec<Value> {
        let patched = |edits: &Vec<complete::Edit>| {
            let mut value = self.complete.clone();
            edits.iter().for_each(|edit| apply(&mut value, edit));
            value
        };
        let edits = case.not_met.iter().chain(&case.not_applicable).chain(&case.met);
        std::iter::once(self.complete.clone()).chain(edits.map(patched)).collect()
    }

    /// The dossier without the sections that the check, and the switches it reads, do not read.
    fn pruned(&self, mut value: Value, paths: &BTreeSet<String>) -> Value {
        let mut wanted: BTreeSet<&str> = ["dossier", "product", "adopter", "evidence"].into();
        let contradicting = paths.iter().filter_map(|path| field(path)?.contradicted_by.as_ref()).flatten();
        wanted.extend(paths.iter().chain(contradicting).filter_map(|path| path.split('.').next()));
        value.as_mapping_mut().expect("a dossier").retain(|key, _| key.as_str().is_some_and(|key| wanted.contains(key)));
        value
    }

    fn check(&self, check: &Check, case: &Case, wrong: &mut Vec<String>) -> usize {
        let mut paths = circumstances(&self.book, check);
        read_by(&self.book, &check.met, &mut paths);
        let computed = paths.iter().any(|path| path.starts_with("facts"));
        paths.retain(|path| !path.starts_with("facts"));
        paths.insert("adopter.nation".into());
        let mut tried = 0;
        for start in self.starts(case) {
            let start = if computed { start } else { self.pruned(start, &paths) };
            let Some(before) = self.outcome(&start, check) else { continue };
            if before == Outcome::NotApplicable {
                continue;
            }
            let mut all = Vec::new();
            entries(&start, &mut Vec::new(), &mut all);
            for path in all {
                let name = names(&path);
                if !paths.iter().any(|read| one_line(read, &name)) || self.contradictions.iter().any(|held| one_line(held, &name)) {
                    continue;
                }
                tried += 1;
                let after = self.outcome(&without(&start, &path), check);
                if after == Some(Outcome::NotApplicable) || before.open() && after.is_some_and(|after| !after.open()) {
                    wrong.push(format!("{}: {before:?} becomes {after:?} without {}", check.id, path.join(".")));
                }
            }
        }
        tried
    }
}

#[test]
fn removing_what_a_check_reads_never_makes_it_better() {
    let mut found = Vec::new();
    contradictions(schema(), &mut found);
    let bench = Bench { book: book(), files: files(), complete: complete(), contradictions: found };
    let cases = cases();
    let queue = Mutex::new(bench.book.checks.iter());
    let results = Mutex::new((0, Vec::new()));
    let work = || {
        loop {
            let next = queue.lock().expect("no panic before").next();
            let Some(check) = next else { break };
            let mut wrong = Vec::new();
            let tried = bench.check(check, &cases[&check.id], &mut wrong);
            let mut results = results.lock().expect("no panic before");
            results.0 += tried;
            results.1.extend(wrong);
        }
    };
    std::thread::scope(|scope| (0..2).for_each(|_| drop(scope.spawn(work))));
    let (tried, mut wrong) = results.into_inner().expect("no panic before");
    wrong.sort();
    assert!(wrong.is_empty(), "{} of {tried} removals:\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried > 2_000, "only {tried} removals were tried");
}

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
    reviewed.for_each(|check| read_by(&book, &check.met, &mut settled));
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
        check.when.iter().chain(of_items).for_each(|when| read_by(&book, when, &mut paths));
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
    walk(schema(), "", &mut found);
    assert!(found.is_empty(), "a supplier's file could judge for the adopter: {found:?}");
}
