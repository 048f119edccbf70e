//! What a user sees of every kind of input that cannot be read, or that tries to do harm.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use assert_cmd::Command;

fn readiness() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("readiness"));
    command.env_clear().env("NO_COLOR", "1");
    command
}

/// Runs `check dossier.yaml` in a folder that holds these bytes; gives the exit code and what was written.
fn check(bytes: &[u8]) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("dossier.yaml"), bytes).unwrap();
    run(folder.path(), &["check", "dossier.yaml", "--as-of", "2026-11-24"])
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let started = Instant::now();
    let output = readiness().current_dir(folder).args(arguments).timeout(Duration::from_secs(30)).output().unwrap();
    assert!(started.elapsed() < Duration::from_secs(20), "{arguments:?} took {:?}", started.elapsed());
    let mut text = String::from_utf8(output.stdout).expect("output is UTF-8");
    text.push_str(&String::from_utf8(output.stderr).expect("output is UTF-8"));
    (output.status.code().expect("ended by itself"), text)
}

/// The mistakes of an input that must be refused with exit code 2.
fn refused(text: &str) -> String {
    let (code, shown) = check(text.as_bytes());
    assert_eq!(code, 2, "{shown}");
    shown
}

#[test]
fn every_mistake_of_a_file_is_shown_at_once() {
    insta::assert_snapshot!(refused(
        "dossier: 1\n\
         prodcut:\n  name: tri-X\n\
         product:\n  released: 2026-02-30\n  contains_ai: yes\n  version: [2, 3]\n\
         regulation:\n  marks:\n    - {id: ukca, class: IIc, certificate: ukca-crt}\n    - {id: ukca, class: IIa}\n    - {class: I}\n\
         evidence:\n  ukca-cert: {kind: certifcate}\n"
    ));
}

#[test]
fn unknown_keys() {
    insta::assert_snapshot!(refused("dossier: 1\nproduct:\n  nam: tri-X\n  zebra: 1\nadopter: {natoin: england}\n"));
}

#[test]
fn wrong_types() {
    insta::assert_snapshot!(refused(
        "dossier: 1\nproduct: tri-X\nregulation: {marks: {id: ukca}}\nlocal: {volume_per_year: many}\nintended_purpose: {users: radiographer}\n"
    ));
}

#[test]
fn dates_that_do_not_exist() {
    insta::assert_snapshot!(refused(
        "dossier: 1\nproduct:\n  released: 1 May 2026\nregulation:\n  marks:\n    - {id: a, expires: 2026-13-01}\n"
    ));
}

#[test]
fn words_that_are_not_choices() {
    insta::assert_snapshot!(refused("dossier: 1\nadopter: {nation: englnad, stage: procurment}\n"));
}

#[test]
fn a_key_given_twice() {
    insta::assert_snapshot!(refused("dossier: 1\nproduct:\n  name: a\n  name: b\n"));
}

#[test]
fn a_tab() {
    insta::assert_snapshot!(refused("dossier: 1\nproduct:\n\tname: a\n"));
}

#[test]
fn bytes_that_are_not_text() {
    let (code, shown) = check(b"dossier: 1\nproduct:\n  name: a\xffb\n");
    assert_eq!(code, 2);
    insta::assert_snapshot!(shown);
}

#[test]
fn an_empty_file() {
    insta::assert_snapshot!(refused(""));
}

#[test]
fn a_file_that_is_a_list() {
    insta::assert_snapshot!(refused("- dossier: 1\n- product\n"));
}

#[test]
fn a_file_that_is_no_dossier() {
    insta::assert_snapshot!(refused("product:\n  name: a\n"));
}

#[test]
fn a_tab_that_carries_on_a_text() {
    insta::assert_snapshot!(refused("dossier: 1\nproduct:\n  summary: Orders images.\n\treleased: 2026-05-01\n"));
}

#[test]
fn a_tag_of_ones_own() {
    insta::assert_snapshot!(refused("dossier: 1\nproduct:\n  name: !important tri-X\n"));
}

#[test]
fn shares_above_one_and_a_figure_outside_its_interval() {
    insta::assert_snapshot!(refused(
        "dossier: 1\nvalidation:\n  studies:\n    - id: s\n      population: {sex: {female: 0.6, male: 0.6}}\n      results: [{target: t, reported: {sensitivity: {value: 0.8, lower: 0.85, upper: 0.9}}}]\n"
    ));
}

#[test]
fn a_level_at_a_threshold_that_no_result_has_and_shares_said_twice() {
    insta::assert_snapshot!(refused(
        "dossier: 1\nvalidation:\n  acceptance: [{target: t, threshold: '0.5', studies: [s]}]\n  studies: [{id: s, results: [{target: t, threshold: '0.35'}]}]\nlocal:\n  population: {table: {document: c, area: X}, sex: {female: 0.5, male: 0.5}}\nevidence: {c: {kind: other}}\n"
    ));
}

#[test]
fn a_no_beside_what_only_a_yes_could_have() {
    insta::assert_snapshot!(refused(
        "dossier: 1\nsecurity:\n  penetration_test: {tested: {is: false}, tested_on: 2026-05-01, max_cvss: 4.3}\ntraining:\n  required_by_developer: {required: false, staff: [readers]}\n"
    ));
}

#[test]
fn references_to_nothing() {
    insta::assert_snapshot!(refused(
        "dossier: 1\nvalidation:\n  acceptance: [{target: t, studies: [ext-1, ext-2]}]\n  studies: [{id: ext-1}]\ntraining:\n  required_by_developer: {staff: [radiolgists], programmes: [nope]}\n  programmes: [{id: course}]\n  staff: [{id: radiologists, progress: [{programme: corse, trained: 1}]}]\n"
    ));
}

#[test]
fn two_documents() {
    insta::assert_snapshot!(refused("dossier: 1\n---\ndossier: 1\n"));
}

#[test]
fn broken_yaml() {
    insta::assert_snapshot!(refused("dossier: 1\nproduct:\n  name: \"tri-X\n  version: 2\n"));
}

#[test]
fn an_interval_upside_down_and_a_negative_count() {
    insta::assert_snapshot!(refused(
        "dossier: 1\nvalidation:\n  studies:\n    - id: s\n      results:\n        - target: t\n          counts: {tp: -4}\n          reported: {sensitivity: {value: 0.9, lower: 0.95, upper: 0.85}}\n"
    ));
}

#[test]
fn a_none_beside_other_values() {
    insta::assert_snapshot!(refused("dossier: 1\nproduct:\n  name: {none: because, says: tri-X}\n  version: {not_applicable: }\n"));
}

#[test]
fn a_supplier_who_answers_for_the_adopter() {
    insta::assert_snapshot!(refused(
        "dossier: 1\nkept_by: supplier\nproduct:\n  contains_ai: {is: true, reviewed: {by: A, role: ai_lead, on: 2026-09-01, version: 1}}\nadopter: {nation: england}\n"
    ));
}

#[test]
fn an_alias_of_itself() {
    insta::assert_snapshot!(refused("dossier: 1\nproduct: &a\n  name: *a\n"));
}

#[test]
fn an_alias_bomb() {
    let mut text = String::from("dossier: 1\nextra0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let alias = format!("*a{}", level - 1);
        let _ = writeln!(text, "extra{level}: &a{level} [{}]", [alias.as_str(); 10].join(", "));
    }
    insta::assert_snapshot!(refused(&text));
}

#[test]
fn a_chain_of_aliases() {
    let mut text = String::from("dossier: 1\nx0: &a0 {k: 1}\n");
    for level in 1..20_000 {
        let _ = writeln!(text, "x{level}: &a{level} {{k: *a{}}}", level - 1);
    }
    assert!(refused(&text).contains("more than 1000000 values"));
}

#[test]
fn more_hazards_than_anybody_reads() {
    let text = format!("dossier: 1\nproduct: {{name: x}}\nclinical_safety: {{hazards: [{}]}}\n", "~,".repeat(20_001));
    insta::assert_snapshot!(refused(&text));
}

#[test]
fn a_hundred_thousand_levels() {
    for unit in ["[", "{a: ", "- "] {
        let shown = refused(&format!("dossier: 1\nproduct: {}", unit.repeat(100_000)));
        assert!(shown.lines().count() < 20 && shown.len() < 4000, "{}", shown.len());
    }
}

#[test]
fn fifty_megabytes() {
    let mut text = String::from("dossier: 1\nproduct:\n  name: >\n");
    while text.len() < 50 << 20 {
        text.push_str("    tri-X tri-X tri-X tri-X tri-X tri-X tri-X tri-X tri-X tri-X tri-X tri-X tri-X tri-X\n");
    }
    insta::assert_snapshot!(refused(&text));
}

#[test]
fn a_hundred_thousand_unknown_keys() {
    let mut text = String::from("dossier: 1\n");
    for key in 0..100_000 {
        let _ = writeln!(text, "k{key}: 1");
    }
    assert!(refused(&text).lines().count() < 700);
}

#[test]
fn a_million_characters_on_one_line() {
    let shown = refused(&format!("dossier: 1\nproduct: {{nam: {}}}\n", "é".repeat(1_000_000)));
    assert!(shown.len() < 3000, "{}", shown.len());
    let (code, shown) = check(format!("dossier: 1\nproduct: {{name: {}}}\n", "é".repeat(1_000_000)).as_bytes());
    assert_eq!(code, 1);
    assert!(shown.len() < 20_000);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let (code, shown) = check("\u{feff}dossier: 1\r\nproduct:\r\n  name: tri-X\r\n  version: 2.3.0\r\n".as_bytes());
    assert_eq!(code, 1, "{shown}");
    assert!(shown.starts_with("tri-X 2.3.0"), "{shown}");
    let shown = refused("\u{feff}dossier: 1\r\nproduct:\r\n  nam: tri-X\r\n");
    assert!(shown.contains("dossier.yaml:3:3"), "{shown}");
}

#[test]
fn anchors_aliases_and_merge_keys_are_read() {
    let text = "dossier: 1\nregulation:\n  marks:\n    - &base {id: ukca, kind: ukca, class: IIa}\n    - {<<: *base, id: ce, kind: ce}\n";
    let (code, shown) = check(text.as_bytes());
    assert_eq!(code, 1, "{shown}");
}

#[test]
fn a_missing_file_a_folder_without_dossiers_and_a_device() {
    let folder = tempfile::tempdir().unwrap();
    let (code, shown) = run(folder.path(), &["check", "nowhere.yaml"]);
    assert_eq!(code, 2);
    insta::assert_snapshot!("a_missing_file", shown);
    let (code, shown) = run(folder.path(), &["check", "."]);
    assert_eq!(code, 3);
    insta::assert_snapshot!("a_folder_without_dossiers", shown);
    if Path::new("/dev/zero").exists() {
        let (code, shown) = run(folder.path(), &["check", "/dev/zero"]);
        assert_eq!(code, 2);
        insta::assert_snapshot!("a_device", shown);
    }
}

#[test]
fn documents_outside_the_folder_are_not_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("inside");
    fs::create_dir(&inside).unwrap();
    fs::write(folder.path().join("secret.txt"), "secret").unwrap();
    fs::write(inside.join("there.txt"), "there").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path().join("secret.txt"), inside.join("link.txt")).unwrap();
    let text = "dossier: 1\nevidence:\n\
        \x20 up: {kind: report, file: ../secret.txt}\n\
        \x20 absolute: {kind: report, file: /etc/hostname}\n\
        \x20 link: {kind: report, file: link.txt}\n\
        \x20 gone: {kind: report, file: gone.txt}\n\
        \x20 folder: {kind: report, file: .}\n\
        \x20 there: {kind: report, file: there.txt}\n\
        \x20 changed: {kind: report, file: there.txt, sha256: \"00\"}\n\
        \x20 url: {kind: report, url: \"https://example.org\"}\n"
        .replace("kind: report", "kind: evaluation-report");
    fs::write(inside.join("dossier.yaml"), text).unwrap();
    let (code, shown) = run(&inside, &["evidence", ".", "--as-of", "2026-11-24"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!(shown);
}

#[test]
fn hostile_text_never_steers_a_terminal() {
    let text = "dossier: 1\nproduct:\n  name: \"\\e[31mred\\e[0m \\u202Egnp.exe \\a\"\n  version: \"=cmd()|'/c calc'!A0\"\n  supplier: {name: \"<script>::error::x</script>\"}\n";
    let (code, shown) = check(text.as_bytes());
    assert_eq!(code, 1, "{shown}");
    assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{shown:?}");
    let shown = refused("dossier: 1\nproduct:\n  nam\u{202e}e\u{9b}31m: x\n");
    assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{shown:?}");
}

#[test]
fn two_files_that_say_the_same() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("dossier.yaml"), "dossier: 1\nproduct: {name: tri-X}\nadopter: {nation: england}\n").unwrap();
    fs::write(folder.path().join("supplier.yaml"), "dossier: 1\nkept_by: supplier\nproduct: {name: tri-Y, version: 2.3.0}\n").unwrap();
    fs::write(folder.path().join("notes.yaml"), "just: notes\n").unwrap();
    let (code, shown) = run(folder.path(), &["check", ".", "--as-of", "2026-11-24"]);
    assert_eq!(code, 2);
    insta::assert_snapshot!(shown);
}

#[test]
fn bad_arguments() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("dossier.yaml"), "dossier: 1\n").unwrap();
    for (name, arguments) in [
        ("a_bad_gate", ["check", "dossier.yaml", "--gate", "golive"]),
        ("a_bad_day", ["check", "dossier.yaml", "--as-of", "2026-02-30"]),
        ("a_bad_reader", ["check", "dossier.yaml", "--for", "suplier"]),
        ("a_bad_format", ["check", "dossier.yaml", "--format", "jsn"]),
    ] {
        let (code, shown) = run(folder.path(), &arguments);
        assert_eq!(code, 2);
        insta::assert_snapshot!(name, shown);
    }
}
