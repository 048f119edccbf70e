//! What a user of the command line sees: reports of the examples, explanations, packs, exit codes.

use std::fs;

use crate::complete::{self, Edit};
use crate::harness::{copy, run, run_in};

const EXAMPLES: &[(&str, &str, i32)] = &[
    ("examples/tri-x/dossier.yaml", "2026-11-22", 1),
    ("examples/tri-x-ready", "2027-03-01", 0),
    ("examples/scotland", "2026-11-24", 1),
    ("examples/bedcast", "2026-11-24", 1),
    ("examples/lapsed", "2026-11-24", 1),
    ("examples/derm/dossier.yaml", "2026-11-22", 1),
    ("examples/qxr/dossier.yaml", "2026-11-22", 1),
];

/// What decides of every example, in a few lines each: what it opens with, the counts of its json, and the exit code.
#[test]
fn the_verdicts_of_the_examples() {
    let mut shown = String::new();
    for (path, day, code) in EXAMPLES {
        let page = run(&["check", path, "--as-of", day]);
        assert_eq!((page.code, page.err.as_str()), (*code, ""), "{path}");
        let verdict = page.out.lines().find(|line| line.contains("READY")).unwrap_or_else(|| panic!("{path} has no verdict"));
        let json = run(&["check", path, "--as-of", day, "--format", "json"]);
        assert_eq!(json.code, *code, "the format never changes the exit code");
        let document: serde_json::Value = serde_json::from_str(&json.out).unwrap();
        let dossier = &document["dossiers"][0];
        let many = |list: &str| dossier[list].as_array().unwrap().len();
        let lists = ["training", "lapses", "switches"].map(|list| format!("{} {list}", many(list)));
        shown += &format!("{path} on {day}: exit {code}\n{verdict}\n{}\n{}\n\n", dossier["counts"], lists.join(", "));
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn the_verdict_never_depends_on_the_reader() {
    let asked = ["check", "examples/tri-x/dossier.yaml", "--as-of", "2026-11-22"];
    let (whole, one) = (run(&asked), run(&[&asked[..], &["--for", "supplier"]].concat()));
    let verdict = |text: &str| text.lines().find(|line| line.contains("READY")).map(str::to_string);
    assert_eq!((verdict(&one.out), one.code), (verdict(&whole.out), whole.code));
}

#[test]
fn a_report_in_detail_shows_every_check() {
    let ran = run(&["check", "examples/tri-x/dossier.yaml", "--as-of", "2026-11-22", "--detail"]);
    for check in &complete::book().checks {
        assert!(ran.out.contains(&*check.id), "{} is missing", check.id);
    }
}

#[test]
fn an_explanation_and_what_cannot_be_explained() {
    let ran = run(&["explain", "mark-recognised-today"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!("explain_check", ran.out);
    let ran = run(&["explain", "mark-recognized-today"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    insta::assert_snapshot!("explain_unknown", ran.err);
}

#[test]
fn everything_can_be_explained() {
    let book = complete::book();
    let ids = book.checks.iter().map(|check| check.id.clone()).chain(book.items.iter().map(|item| item.id.clone()));
    for id in ids {
        let text = readiness::report::explain::explain(book, &id, 100).unwrap();
        assert!(text.lines().count() > 5, "{id}: {text}");
    }
}

#[test]
fn several_dossiers_end_with_how_many_are_ready() {
    let ran = run(&["check", "examples", "--as-of", "2027-03-01"]);
    assert!(ran.out.ends_with("7 dossiers: 1 ready, 6 not ready, 0 could not be assessed\n"), "{}", ran.out);
    assert!(!run(&["check", "examples/tri-x", "--as-of", "2027-03-01"]).out.contains("could not be assessed"));
}

#[test]
fn exit_codes_follow_fail_on() {
    let folder = tempfile::tempdir().unwrap();
    copy(&complete::root().join("examples/tri-x-ready/evidence"), &folder.path().join("evidence"));
    let mut dossier = complete::complete().clone();
    let mut codes_without = |path: &str| {
        dossier.apply(&Edit::remove(path));
        fs::write(folder.path().join("note.yaml"), dossier.text()).unwrap();
        ["note", "gap", "blocker"]
            .map(|fail_on| run_in(folder.path(), &["check", "note.yaml", "--as-of", "2027-03-01", "--fail-on", fail_on]).code)
    };
    assert_eq!(codes_without("workflow.opportunities"), [1, 0, 0]);
    assert_eq!(codes_without("evidence_base.esf"), [1, 1, 0]);
    assert_eq!(codes_without("intended_purpose.statement"), [1, 1, 1]);
}

#[test]
fn a_file_can_be_split_by_keeper_and_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let other = |name: &str| ["model", "integration", "evidence", "liability"].contains(&name);
    let dossier = complete::complete();
    fs::write(folder.path().join("dossier.yaml"), dossier.sections(|name| !other(name)).text()).unwrap();
    fs::write(folder.path().join("more.yaml"), dossier.sections(|name| name == "dossier" || other(name)).text()).unwrap();
    copy(&complete::root().join("examples/tri-x-ready/evidence"), &folder.path().join("evidence"));
    let ran = run_in(folder.path(), &["check", ".", "--as-of", "2027-03-01"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let whole = run(&["check", "examples/tri-x-ready", "--as-of", "2027-03-01"]).out;
    let without_places = |text: &str| -> Vec<String> { text.lines().map(|line| line.split(" (line ").next().unwrap().into()).collect() };
    assert_eq!(without_places(&ran.out), without_places(&whole));
}

#[test]
fn a_folder_is_searched_for_dossiers_and_one_bad_one_does_not_hide_the_others() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("a/deep")).unwrap();
    fs::write(folder.path().join("a/deep/dossier.yaml"), "dossier: 1\nproduct: {name: first}\n").unwrap();
    fs::write(folder.path().join("b.yaml"), "# a comment\ndossier: 1\nproduct: {name: second}\n").unwrap();
    fs::write(folder.path().join("c.yaml"), "dossier: 1\nprodcut: {name: third}\n").unwrap();
    fs::write(folder.path().join("notes.yaml"), "list: [1]\n").unwrap();
    let ran = run_in(folder.path(), &["check", ".", "--as-of", "2026-11-24", "--format", "json"]);
    assert_eq!(ran.code, 2);
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let files: Vec<&str> = document["dossiers"].as_array().unwrap().iter().map(|one| one["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["./b.yaml", "./a/deep/dossier.yaml"]);
    assert!(ran.err.contains("c.yaml") && ran.err.contains("did you mean `product`?"), "{}", ran.err);
}

#[test]
fn a_pack_of_ones_own_adds_checks_and_its_mistakes_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let good = r#"
[pack]
id = "nymouth"
title = "House rules of Nymouth"
version = "1.0.0"
publisher = "Nymouth University Hospitals"

[[check]]
id = "house-two-sites"
asks = "Is it used at no more than two sites?"
when.adopter.nation = "england"
met.adopter.sites.some = "Nymouth General"
gate = "procurement"
who = "driver"
force = "best-practice"
gap = "It is not used at Nymouth General."
action = "Name the sites."
why = "We begin where we know the radiologists."
example = "adopter: {sites: [Nymouth General]}"
"#;
    fs::write(folder.path().join("good.toml"), good).unwrap();
    let ran = run_in(folder.path(), &["rules", "check", "good.toml"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!("pack_good", ran.out);
    fs::write(folder.path().join("dossier.yaml"), "dossier: 1\n").unwrap();
    let ran = run_in(folder.path(), &["check", "dossier.yaml", "--pack", "good.toml", "--format", "json"]);
    assert!(ran.out.contains("house-two-sites"));
    let bad = good
        .replace("adopter.sites.some", "adopter.sties.some")
        .replace("nation = \"england\"", "nation = \"englnd\"")
        .replace("who = \"driver\"", "who = \"drivr\"\nneds = \"reviewed\"")
        .replace("action = \"Name the sites.\"", "action = \"Name the sites of {product.nam}.\"");
    fs::write(folder.path().join("bad.toml"), bad).unwrap();
    let ran = run_in(folder.path(), &["rules", "check", "bad.toml"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    insta::assert_snapshot!("pack_bad", ran.err);
    let circle = format!("{good}\n[condition.a]\nall = [\"b\"]\n[condition.b]\nany = [\"a\"]\n")
        .replace("when.adopter.nation = \"england\"", "when = \"a\"");
    fs::write(folder.path().join("circle.toml"), circle).unwrap();
    let ran = run_in(folder.path(), &["rules", "check", "circle.toml"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("the condition `a` contains itself"), "{}", ran.err);
    fs::write(folder.path().join("broken.toml"), "[pack\nid = 1\nid = 2\n[[check]]\nx = \n").unwrap();
    let ran = run_in(folder.path(), &["rules", "check", "broken.toml"]);
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!("pack_broken", ran.err);
}

#[test]
fn init_writes_a_dossier_once() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run_in(folder.path(), &["init"]).code, 0);
    let first = fs::read_to_string(folder.path().join("dossier.yaml")).unwrap();
    let again = run_in(folder.path(), &["init"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("is there already"), "{}", again.err);
    assert_eq!(fs::read_to_string(folder.path().join("dossier.yaml")).unwrap(), first);
    let ran = run_in(folder.path(), &["check", "dossier.yaml", "--as-of", "2026-11-24"]);
    assert_eq!(ran.code, 1);
    let due = complete::book().checks.len();
    assert!(ran.out.contains(&format!("{due} checks: 0 met, 0 failing, {due} unanswered, 0 do not apply")), "{}", ran.out);
}

#[test]
fn the_state_of_documents() {
    for (path, day) in [("examples/tri-x", "2026-11-22"), ("examples/tri-x-ready", "2027-03-01")] {
        let ran = run(&["evidence", path, "--as-of", day]);
        insta::assert_snapshot!(format!("evidence_{}", path.split('/').nth(1).unwrap().replace('-', "_")), ran.out);
    }
}

#[test]
fn every_statement_is_traced_to_its_checks_and_outcomes() {
    for arguments in [&["trace"][..], &["trace", "examples/tri-x", "--as-of", "2026-11-22"]] {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        let book = complete::book();
        let left_out = book.items.iter().map(|item| &item.id).find(|id| !ran.out.contains(&***id));
        assert_eq!(left_out, None, "{arguments:?}");
    }
    let document: serde_json::Value = serde_json::from_str(&run(&["trace", "--format", "json"]).out).unwrap();
    let parts = document["sources"].as_array().unwrap().iter().flat_map(|source| source["items"].as_array().unwrap());
    let bare: Vec<&serde_json::Value> = parts
        .flat_map(|item| item["parts"].as_array().unwrap())
        .filter(|part| part["checks"].as_array().unwrap().is_empty())
        .map(|part| &part["id"])
        .collect();
    assert!(bare.is_empty(), "no check answers {bare:?}");
}

#[test]
fn help_is_written_for_people() {
    insta::assert_snapshot!(run(&["--help"]).out);
    insta::assert_snapshot!(run(&["check", "--help"]).out);
}
