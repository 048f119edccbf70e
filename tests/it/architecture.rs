//! The shape of the project: arrows go one way, files can be read in one sitting, rules need no registration.

use std::fs;
use std::path::{Path, PathBuf};

use crate::complete::root;

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|one| one == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// What each stage may use; `text` reads typed values by the dossier's idea of "unanswered", and the schema
/// of the dossier includes the facts that are written into it.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &["dossier"]),
    ("dossier", &["text", "facts", "rules"]),
    ("facts", &["text", "dossier", "rules"]),
    ("rules", &["text", "dossier"]),
    ("assessment", &["text", "dossier", "facts", "rules"]),
    ("report", &["text", "dossier", "facts", "rules", "assessment"]),
];

#[test]
fn arrows_go_one_way() {
    for (stage, allowed) in MAY_USE {
        for path in files(&root().join("src").join(stage), "rs") {
            let text = fs::read_to_string(&path).unwrap();
            for (at, _) in text.match_indices("crate::") {
                let used = text[at + 7..].split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
                let fine = used == *stage || allowed.contains(&used);
                assert!(fine, "{} uses {used}", path.display());
            }
        }
    }
}

#[test]
fn only_the_command_line_touches_disk_terminal_and_clock() {
    for (stage, _) in MAY_USE {
        for path in files(&root().join("src").join(stage), "rs") {
            let text = fs::read_to_string(&path).unwrap();
            for forbidden in ["std::fs", "std::env", "Timestamp::now", "SystemTime", "Instant::now", "println!", "HashSet<NodeId"] {
                assert!(!text.contains(forbidden), "{} uses {forbidden}", path.display());
            }
        }
    }
}

#[test]
fn files_say_their_job_first_and_are_short() {
    for path in files(&root().join("src"), "rs") {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} does not begin with what it is for", path.display());
        let lines = text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines", path.display());
    }
    assert!(fs::read_to_string(root().join("src/main.rs")).unwrap().lines().count() <= 40);
}

#[test]
fn every_file_of_rules_is_embedded() {
    let on_disk: Vec<String> = files(&root().join("rules"), "toml")
        .iter()
        .map(|path| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"))
        .collect();
    let embedded: Vec<&str> = readiness::rules::EMBEDDED.iter().map(|(name, _)| *name).collect();
    assert_eq!(on_disk, embedded);
    for (name, text) in readiness::rules::EMBEDDED {
        assert_eq!(&fs::read_to_string(root().join(name)).unwrap(), text, "{name} is not what is embedded");
    }
}

#[test]
fn sections_checks_and_cases_have_the_same_names() {
    let stems = |folder: &str, extension: &str| -> Vec<String> {
        files(&root().join(folder), extension).iter().map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
    };
    let sections = stems("src/dossier", "rs");
    for name in stems("rules/checks", "toml").iter().filter(|name| !["conditions", "report"].contains(&name.as_str())) {
        assert!(sections.contains(name), "rules/checks/{name}.toml has no section");
        assert!(stems("tests/cases", "toml").contains(name), "rules/checks/{name}.toml has no cases");
    }
}
