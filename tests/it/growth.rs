//! Twice as much of anything takes about twice the work. Steps are compared, which the library counts in builds with debug
//! assertions (nodes looked at and answers read), never seconds. Twice is expected; four times would be quadratic.

use readiness::facts::Files;
use readiness::text::{Limits, steps};

use crate::complete::{case, full};
use crate::told::made;

/// What is doubled.
const LISTS: &[&str] = &[
    "groups",
    "programmes",
    "groups with a programme each",
    "studies",
    "settings",
    "levels",
    "documents",
    "marks",
    "hazards",
    "categories",
    "subgroups",
    "mistakes",
    "references to nothing",
    "aliases of a long list",
    "lines",
];

/// So many of one thing, each a line or a member.
fn each(many: usize, between: &str, one: impl Fn(usize) -> String) -> String {
    (0..many).map(one).collect::<Vec<_>>().join(between)
}

fn study(at: usize, population: &str, result: &str) -> String {
    format!("    - {{id: s{at}, product_version: '2', place: external, population: {{n: 300, {population}}}, results: [{result}]}}")
}

fn result(target: &str, more: &str) -> String {
    format!("{{target: {target}, counts: {{tp: 90, fp: 10, fn: 10, tn: 190}}{more}}}")
}

/// A dossier that holds so many of one thing.
fn dossier(list: &str, many: usize) -> String {
    let lines = |one: &dyn Fn(usize) -> String| each(many, "\n", one);
    let programme = |at: usize| format!("    - {{id: p{at}, product_version: '2', covers: [{{outcome: T2-05, level: understanding}}]}}");
    let progress = |at: usize| format!("{{programme: p{at}, trained: 3, as_of: 2026-05-05, product_version: '2'}}");
    let group = |at: usize, progress: &str| format!("    - {{id: g{at}, headcount: 10, uses_product: true, progress: [{progress}]}}");
    let plain = |at: usize| study(at, "sex: {female: 0.5, male: 0.5}", &result("nodule", ""));
    let body = match list {
        "groups" => format!("training:\n  staff:\n{}", lines(&|at| group(at, ""))),
        "programmes" => {
            let staff = group(0, &each(many, ", ", progress));
            format!("training:\n  staff:\n{staff}\n  programmes:\n{}", lines(&programme))
        }
        "groups with a programme each" => {
            format!("training:\n  staff:\n{}\n  programmes:\n{}", lines(&|at| group(at, &progress(at))), lines(&programme))
        }
        "studies" => format!("validation:\n  studies:\n{}", lines(&plain)),
        "settings" => {
            let of_study = |at: usize| study(at, &format!("settings: [place {at}]"), &result("nodule", ""));
            let planned = each(many, ", ", |at| format!("place {at}"));
            format!("intended_purpose: {{settings: [{planned}]}}\nvalidation:\n  studies:\n{}", each(many.div_ceil(20), "\n", of_study))
        }
        "levels" => {
            let level = |at: usize| format!("    - {{target: t{at}, sensitivity: 0.8, specificity: 0.8, studies: [s{at}]}}");
            let of_level = |at: usize| study(at, "sex: {female: 0.5, male: 0.5}", &result(&format!("t{at}"), ""));
            format!("validation:\n  acceptance:\n{}\n  studies:\n{}", lines(&level), lines(&of_level))
        }
        "documents" => {
            format!(
                "evidence:\n{}",
                lines(&|at| format!("  d{at}: {{kind: study, title: x, file: f{at}.pdf, issued: 2026-01-01, expires: 2027-04-01}}"))
            )
        }
        "marks" => {
            let mark = |at: usize| {
                format!(
                    "    - {{id: m{at}, kind: ukca, legislation: uk-mdr-2002, class: IIa, expires: 2027-01-01, covers_versions: ['2']}}"
                )
            };
            format!("regulation:\n  medical_device: true\n  marks:\n{}", lines(&mark))
        }
        "hazards" => {
            let hazard = |at: usize| {
                format!("    - {{id: h{at}, severity: major, likelihood: low, status: open, controls: [{{id: c, in_place: false}}]}}")
            };
            format!("clinical_safety:\n  hazards:\n{}", lines(&hazard))
        }
        "categories" => {
            let share = 0.999 / many as f64;
            let shares = each(many, ", ", |at| format!("c{at}: {share:.9}"));
            format!(
                "local: {{population: {{ethnicity: {{{shares}}}}}}}\nvalidation:\n  studies:\n{}",
                study(0, &format!("ethnicity: {{{shares}}}"), &result("nodule", ""))
            )
        }
        "subgroups" => {
            let one = |at: usize| format!("{{id: g{at}, variable: site, group: group {at}, counts: {{tp: 1, fp: 1, fn: 1, tn: 1}}}}");
            let more = format!(", subgroups: [{}]", each(many, ", ", one));
            format!("validation:\n  studies:\n{}", study(0, "sex: {female: 0.5, male: 0.5}", &result("nodule", &more)))
        }
        "mistakes" => format!("bias:\n  risks:\n{}", lines(&|at| format!("    - {{id: r{at}, afects: sex}}"))),
        "references to nothing" => {
            let nothing = each(many, ", ", |at| format!("nothing-{at}"));
            format!(
                "model: {{inputs: {{says: x, evidence: [{nothing}]}}}}\nevidence:\n{}",
                each(many, "\n", |at| format!("  d{at}: {{kind: policy}}"))
            )
        }
        "aliases of a long list" => {
            let ids = each(many, ", ", |at| format!("d{at}"));
            let register = lines(&|at| format!("  d{at}: {{kind: policy}}"));
            let sections =
                ["strategy", "bias", "security", "monitoring", "integration", "workflow"].map(|name| format!("{name}: {{evidence: *all}}"));
            format!("model: {{evidence: &all [{ids}]}}\n{}\nevidence:\n{register}", sections.join("\n"))
        }
        "lines" => format!("model:\n  inputs: |\n{}", lines(&|at| format!("    Line {at} of a long text about images."))),
        other => panic!("no list {other}"),
    };
    format!("dossier: 1\nproduct: {{name: x, version: '2', released: 2026-01-01, contains_ai: true}}\n{body}\n")
}

/// The steps from text to json, or to all mistakes.
fn work(text: &str) -> u64 {
    let before = steps();
    let case = case();
    match case.load(vec![("dossier.yaml".into(), text.as_bytes().to_vec())], Limits::default()) {
        Ok(loaded) => {
            let known = case.work_out(&loaded, &Files::default());
            assert!(made(&case.assess(&loaded, &known)).len() > 1_000);
        }
        Err(error) => assert!(!error.mistakes.is_empty()),
    }
    steps() - before
}

/// How much more twice as much takes, without what a dossier with one of it takes.
fn growth(list: &str, many: usize) -> f64 {
    let nothing = work(&dossier(list, 1));
    let over = |many: usize| work(&dossier(list, many)).saturating_sub(nothing).max(1) as f64;
    over(2 * many) / over(many)
}

#[test]
fn twice_as_much_takes_about_twice_the_work() {
    assert!(work("dossier: 1\n") > 0, "this build counts no work");
    let many = if full() { 1_000 } else { 150 };
    let grown: Vec<(&str, f64)> = LISTS.iter().map(|list| (*list, growth(list, many))).filter(|(_, growth)| *growth > 2.3).collect();
    assert!(grown.is_empty(), "more than linear: {grown:?}");
}

/// What is doubled is what it is meant to be: dossiers that are read, and two that are refused.
#[test]
fn the_lists_are_what_they_are_meant_to_be() {
    for list in LISTS {
        let loaded = case().load(vec![("dossier.yaml".into(), dossier(list, 3).into_bytes())], Limits::default());
        let refused = ["mistakes", "references to nothing"].contains(list);
        let mistakes: Vec<String> = loaded.err().iter().flat_map(|error| &error.mistakes).map(|mistake| mistake.message.clone()).collect();
        assert_eq!(!mistakes.is_empty(), refused, "{list}: {mistakes:?}");
    }
}
