//! Runs over many dossiers: their order, what tells them apart, and where their names begin.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::harness::{Ran, copy, run, run_in};

/// Dossiers by their file and their text.
fn folder(dossiers: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in dossiers {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("dossier: 1\n{text}\n")).unwrap();
    }
    folder
}

fn check(folder: &Path, arguments: &[&str]) -> Ran {
    run_in(folder, &[&["check", "--as-of", "2026-11-24"], arguments].concat())
}

/// The rows of a run as lines of JSON, without the head.
fn rows(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    let ran = check(folder, &[arguments, &["--format", "jsonl"]].concat());
    ran.out.lines().skip(1).map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn ids(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| row["id"].as_str().unwrap()).collect()
}

fn fingerprints(row: &Value) -> Vec<&str> {
    let groups = row["findings"].as_array().unwrap().iter().flat_map(|group| group["of"].as_array().unwrap());
    groups.map(|finding| finding["fingerprint"].as_str().unwrap()).collect()
}

#[test]
fn the_result_is_the_same_however_many_work_on_it() {
    for form in ["terminal", "json", "jsonl", "csv", "yaml"] {
        let ran = |jobs| run(&["check", "examples", "README.md", "--as-of", "2026-11-24", "--format", form, "--jobs", jobs]);
        let (one, four) = (ran("1"), ran("4"));
        assert!(!one.out.is_empty() && !one.err.is_empty(), "{form}");
        assert_eq!((one.code, one.out, one.err), (four.code, four.out, four.err), "{form}");
    }
}

#[test]
fn a_dossier_is_assessed_once_however_it_is_named() {
    let folder = folder(&[("a/dossier.yaml", "product: {name: one}")]);
    let rows = rows(folder.path(), &["a", "a/dossier.yaml", "./a/../a"]);
    assert_eq!(ids(&rows), ["a/dossier.yaml"]);
}

#[test]
fn two_dossiers_with_one_id_are_a_mistake_of_the_second() {
    let folder = folder(&[
        ("a/dossier.yaml", "id: x"),
        ("b/dossier.yaml", "\nid: x"),
        ("c/dossier.yaml", "id: a/dossier.yaml"),
        ("d/dossier.yaml", ""),
    ]);
    let ran = check(folder.path(), &["."]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("./b/dossier.yaml cannot be assessed") && ran.err.contains("`x` is also the id of ./a/dossier.yaml"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("b/dossier.yaml:3:5") && ran.err.contains("give each dossier an `id` of its own"), "{}", ran.err);
    assert!(ran.out.contains("4 dossiers: 0 ready, 3 not ready, 1 could not be assessed"), "{}", ran.out);
    let rows = rows(folder.path(), &["."]);
    assert!(rows[1]["unreadable"][0]["message"].as_str().unwrap().contains("`x` is also the id"), "{}", rows[1]);
}

#[test]
fn a_name_of_its_own_lasts_and_a_path_begins_at_the_root() {
    let named = folder(&[("a/dossier.yaml", "id: ours"), ("b/dossier.yaml", "")]);
    let before = rows(named.path(), &["."]);
    assert_eq!(ids(&before), ["ours", "b/dossier.yaml"]);
    fs::rename(named.path().join("a"), named.path().join("c")).unwrap();
    let moved = rows(named.path(), &["c"]);
    assert_eq!(fingerprints(&moved[0]), fingerprints(&before[0]), "an id of its own lasts");
    let inside = |arguments: &[&str]| rows(&named.path().join("b"), arguments);
    assert_eq!(ids(&inside(&["."])), ["dossier.yaml"]);
    assert_eq!(ids(&inside(&[".", "--root", ".."])), ["b/dossier.yaml"]);
    assert_eq!(fingerprints(&inside(&[".", "--root", ".."])[0]), fingerprints(&before[1]));
    fs::create_dir(named.path().join(".git")).unwrap();
    assert_eq!(ids(&inside(&["."])), ["b/dossier.yaml"], "a repository is a root");
    assert_ne!(fingerprints(&before[0])[0], fingerprints(&before[1])[0]);
    assert!(check(named.path(), &[".", "--root", "gone"]).err.contains("cannot read the root gone"));
}

#[test]
fn a_reader_who_has_seen_enough_ends_the_work() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    let many = tempfile::tempdir().unwrap();
    for at in 0..300 {
        copy(&crate::complete::root().join("examples/qxr"), &many.path().join(format!("{at:03}")));
    }
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("readiness"));
    command.args(["check", ".", "--as-of", "2026-11-24", "--format", "jsonl", "--jobs", "2"]).current_dir(many.path());
    let mut run = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(run.stdout.take().unwrap());
    lines.read_line(&mut String::new()).unwrap();
    drop(lines);
    let ended = run.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), String::from_utf8(ended.stderr).unwrap()), (Some(1), String::new()));
}
