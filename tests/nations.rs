//! Every example, as if it were used in each nation, at every gate: reports stay short, and nobody reads another nation's duty.

mod complete;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use readiness::rules::Book;
use readiness::terms::{Choice, Gate, Nation};
use serde_json::Value;

const AS_OF: &str = "2027-03-01";

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to.join(entry.file_name())),
            false => drop(fs::copy(entry.path(), to.join(entry.file_name())).unwrap()),
        }
    }
}

fn run(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("readiness"));
    let output = command.env_clear().current_dir(folder).args(arguments).output().unwrap();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The example as a folder whose dossier is used in that nation.
fn moved(folder: &Path, example: &str, nation: Nation) {
    copy(&complete::root().join("examples").join(example), folder);
    let path = folder.join("dossier.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let line = text.lines().find(|line| line.trim_start().starts_with("nation:")).unwrap_or_else(|| panic!("{example} names a nation"));
    let indent = &line[..line.len() - line.trim_start().len()];
    fs::write(&path, text.replacen(line, &format!("{indent}nation: {nation}"), 1)).unwrap();
}

fn of_that_nation(book: &Book, dossier: &Value, nation: Nation, what: &str) {
    for check in dossier["checks"].as_array().unwrap() {
        for part in check["items"].as_array().unwrap().iter().map(|part| part.as_str().unwrap()) {
            let item = book.item(part.trim_end_matches(|c: char| c.is_ascii_lowercase())).unwrap_or_else(|| panic!("no item {part}"));
            assert!(item.nations.is_empty() || item.nations.contains(&nation), "{what}: {part} is asked in {nation}");
        }
    }
    for item in dossier["items"].as_array().unwrap() {
        let asked = book.item(item["id"].as_str().unwrap()).unwrap();
        let elsewhere = !asked.nations.is_empty() && !asked.nations.contains(&nation);
        assert!(!elsewhere || item["outcome"] == "not-applicable", "{what}: {} applies in {nation}", asked.id);
    }
}

#[test]
fn every_example_in_each_nation_at_every_gate() {
    let book = complete::book();
    let mut examples: Vec<String> =
        fs::read_dir(complete::root().join("examples")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    examples.sort();
    for example in &examples {
        for nation in Nation::ALL {
            let folder = tempfile::tempdir().unwrap();
            moved(folder.path(), example, *nation);
            for gate in Gate::ALL {
                let what = format!("{example} in {nation} at {gate}");
                let asked = ["check", "dossier.yaml", "--as-of", AS_OF, "--gate", gate.as_str()];
                let report = run(folder.path(), &asked);
                assert!(report.lines().count() <= 100, "{what}: {} lines\n{report}", report.lines().count());
                let wide = report.lines().find(|line| line.chars().count() > 100);
                assert_eq!(wide, None, "{what}");
                assert_eq!(report.contains("pages are asked in full in"), *nation != Nation::England, "{what}");
            }
            let document = run(folder.path(), &["check", "dossier.yaml", "--as-of", AS_OF, "--format", "json"]);
            let document: Value = serde_json::from_str(&document).unwrap();
            of_that_nation(&book, &document["dossiers"][0], *nation, &format!("{example} in {nation}"));
        }
    }
}
