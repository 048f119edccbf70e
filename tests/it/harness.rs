//! Running the program as a user does: in a folder, with arguments, and nothing from the environment.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

use crate::complete::root;

/// What a run gave.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn run_in(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("readiness"));
    let output = command.env_clear().current_dir(folder).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
    Ran { code: output.status.code().expect("ended by itself"), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs where the examples are.
pub fn run(arguments: &[&str]) -> Ran {
    run_in(&root(), arguments)
}

/// The json of a run that must say nothing beside it.
pub fn json_in(folder: &Path, arguments: &[&str]) -> serde_json::Value {
    let ran = run_in(folder, &[arguments, &["--format", "json"]].concat());
    assert!(ran.err.is_empty(), "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to.join(entry.file_name())),
            false => drop(fs::copy(entry.path(), to.join(entry.file_name())).unwrap()),
        }
    }
}
