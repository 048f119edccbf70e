//! The README says nothing that is not true: its report is the program's, its numbers are the packs'.

use assert_cmd::Command;

use crate::complete;

fn readme() -> String {
    std::fs::read_to_string(complete::root().join("README.md")).unwrap()
}

#[test]
fn the_report_in_the_readme_is_what_the_program_prints() {
    let text = readme();
    let block = text.split("```text\n").nth(1).unwrap().split("\n```").next().unwrap();
    let mut lines = block.lines();
    let command = lines.next().unwrap().strip_prefix("$ readiness ").unwrap();
    let arguments: Vec<&str> = command.split(' ').collect();
    let output = Command::new(assert_cmd::cargo::cargo_bin!("readiness"))
        .env_clear()
        .current_dir(complete::root())
        .args(arguments)
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let mut rest = printed.lines().map(str::trim_end);
    for line in lines.filter(|line| line.trim() != "...") {
        assert!(rest.any(|one| one == line.trim_end()), "the program does not print, in this order: {line}");
    }
}

#[test]
fn the_numbers_in_the_readme_are_those_of_the_packs() {
    let (text, book) = (readme(), complete::book());
    assert!(text.contains(&format!("{} atomic checks", book.checks.len())), "there are {} checks", book.checks.len());
    let of = |table: &str| book.items.iter().filter(|item| item.id.starts_with(table)).count();
    assert!(text.contains(&format!("Table A3 ({} questions", of("A3-"))) && text.contains(&format!("Table A6 ({} for", of("A6-"))));
    let examples = std::fs::read_dir(complete::root().join("examples")).unwrap().count();
    assert_eq!(examples, 7, "the README names seven examples");
}

#[test]
fn every_command_in_the_readme_exists() {
    for line in readme().lines().filter_map(|line| line.strip_prefix("readiness ")) {
        let verb = line.split(' ').next().unwrap();
        let output = Command::new(assert_cmd::cargo::cargo_bin!("readiness")).args([verb, "--help"]).output().unwrap();
        assert!(output.status.success(), "{line}");
        let help = String::from_utf8(output.stdout).unwrap();
        for flag in line.split('#').next().unwrap().split(' ').filter(|word| word.starts_with("--")) {
            assert!(help.contains(flag), "{line}: there is no {flag}");
        }
    }
}
