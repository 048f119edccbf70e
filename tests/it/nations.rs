//! Every example, as if it were used in each nation, at every gate: reports stay short, and nobody reads another nation's duty.

use std::fs;

use jiff::civil::{Date, date};
use readiness::assessment::{Asked, Assessment, Case, Outcome};
use readiness::facts::Files;
use readiness::report::{Wish, terminal};
use readiness::terms::{Choice, Gate, Nation};

use crate::complete::{Draft, Edit, book, documents, readable, root};

const DAYS: [Date; 2] = [date(2026, 11, 22), date(2027, 3, 1)];

/// An example and its documents.
struct Example {
    name: String,
    draft: Draft,
    files: Files,
}

fn examples() -> Vec<Example> {
    let mut names: Vec<String> =
        fs::read_dir(root().join("examples")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let example = |name: String| {
        let folder = root().join("examples").join(&name);
        let draft = Draft::read(&fs::read_to_string(folder.join("dossier.yaml")).unwrap());
        Example { files: documents(&draft, &folder), draft, name }
    };
    names.into_iter().map(example).collect()
}

/// Nothing that another nation alone asks for is asked.
fn of_that_nation(assessment: &Assessment<'_>, nation: Nation, what: &str) {
    let elsewhere = |nations: &[Nation]| !nations.is_empty() && !nations.contains(&nation);
    for finding in &assessment.findings {
        for item in finding.items() {
            assert!(!elsewhere(&item.nations), "{what}: {} of {} is asked in {nation}", item.id, finding.check.id);
        }
    }
    for result in assessment.items() {
        let applies = result.outcome != Outcome::NotApplicable;
        assert!(!(applies && elsewhere(&result.item.nations)), "{what}: {} applies in {nation}", result.item.id);
    }
}

#[test]
fn every_example_in_each_nation_at_every_gate() {
    for example in examples() {
        for nation in Nation::ALL {
            let loaded = readable(example.draft.edited(&[Edit::set("adopter.nation", nation)]).load());
            for (day, gate) in DAYS.iter().flat_map(|day| Gate::ALL.iter().map(move |gate| (*day, *gate))) {
                let what = format!("{} in {nation} at {gate} on {day}", example.name);
                let case = Case { book: book(), as_of: day, asked: Asked { gate: Some(gate), ..Asked::default() } };
                let known = case.work_out(&loaded, &example.files);
                let assessment = case.assess(&loaded, &known);
                of_that_nation(&assessment, *nation, &what);
                let report = terminal(&assessment, &Wish::default(), 100, false);
                assert!(report.lines().count() <= 100, "{what}: {} lines\n{report}", report.lines().count());
                let wide = report.lines().find(|line| line.chars().count() > 100);
                assert_eq!(wide, None, "{what}");
                assert_eq!(report.contains("pages are asked in full in"), *nation != Nation::England, "{what}");
            }
        }
    }
}
