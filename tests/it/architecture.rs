//! The shape of the project: arrows go one way, files can be read in one sitting, rules need no registration.

use std::fs;
use std::path::{Path, PathBuf};

use readiness::packs::BUILT;
use readiness::rules::{Book, read_book};
use readiness::text::Sources;
use syn::Item;

use crate::complete::root;
use crate::graph::{self, Graph};

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

#[test]
fn no_files_use_each_other_in_a_circle() {
    let text = graph::explained(&Graph::of(&root().join("src")).edges());
    assert!(text.is_empty(), "\n{text}");
}

#[test]
fn no_folders_use_each_other_in_a_circle() {
    let edges = Graph::of(&root().join("src")).edges();
    let text = graph::explained(&graph::folders(&edges));
    assert!(text.is_empty(), "\n{text}");
}

/// How many files one value may pass through from what is written to what is reported.
const JOURNEY: usize = 25;

/// The journey of one value that `CONTRIBUTING.md` describes: each file uses one that stands before it, or is used by one.
#[test]
fn one_value_goes_forward_from_file_to_file() {
    let guide = fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let section = guide.split("\n## One value, from end to end\n").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap();
    let edges = Graph::of(&root().join("src")).edges();
    let uses = |from: &str, to: &str| edges.contains_key(&(from.to_string(), to.to_string()));
    let mut before: Vec<&str> = Vec::new();
    for line in section.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_digit())) {
        let (named, _) = line.split_once(". src/").and_then(|(_, rest)| rest.split_once(": ")).unwrap_or_else(|| panic!("{line}"));
        let (file, user) = named.split_once(", used by src/").map_or((named, None), |(file, user)| (file, Some(user)));
        assert!(root().join("src").join(file).is_file(), "{line}");
        let follows = match user {
            Some(user) => before.contains(&user) && uses(user, file),
            None => before.is_empty() || before.iter().any(|earlier| uses(file, earlier)),
        };
        assert!(follows, "{line}: this file and those before it do not use each other so");
        before.push(file);
    }
    assert!(!before.is_empty() && before.len() <= JOURNEY, "{} files", before.len());
}

/// The stages that must work without disk, terminal and clock.
const PURE: &[&str] = &["text", "terms", "tables", "fields", "dossier", "facts", "rules", "packs", "assessment", "report"];

#[test]
fn only_the_command_line_touches_disk_terminal_and_clock() {
    for stage in PURE {
        for path in files(&root().join("src").join(stage), "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap();
            for forbidden in ["std::fs", "std::env", "Timestamp::now", "SystemTime", "Instant::now", "println!", "HashSet<NodeId"] {
                assert!(!text.contains(forbidden), "{} uses {forbidden}", path.display());
            }
        }
    }
}

#[test]
fn files_say_their_job_first_and_are_short() {
    let mut long = Vec::new();
    for path in files(&root().join("src"), "rs") {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} does not begin with what it is for", path.display());
        long.extend(Some(text.lines().count()).filter(|lines| *lines > 300).map(|lines| named(&path, &format!("{lines} lines"))));
    }
    assert!(long.is_empty(), "longer than 300 lines: {long:#?}");
    assert!(fs::read_to_string(root().join("src/main.rs")).unwrap().lines().count() <= 40);
}

/// What the build made of the packs is what a fresh reading of the same files makes of them.
#[test]
fn the_rules_in_the_program_are_those_of_the_files() {
    let named = |path: &PathBuf| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
    let paths = files(&root().join("rules"), "toml");
    let texts: Vec<(String, String)> = paths.iter().map(|path| (named(path), fs::read_to_string(path).unwrap())).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let fresh = read_book(&texts).unwrap_or_else(|error| panic!("{:#?}", error.mistakes));
    let held = |book: &Book| -> Vec<(String, String)> {
        book.sources.files().map(|file| (file.name.to_string(), file.text.to_string())).collect()
    };
    assert_eq!(held(&BUILT), held(&fresh));
    // Files also hold where their lines begin, once somebody has asked.
    let rules = |book: &Book| format!("{:?}", Book { sources: Sources::default(), ..book.clone() });
    assert!(rules(&BUILT) == rules(&fresh), "what the build made differs from a fresh reading");
    assert!(texts.len() > 80 && BUILT.checks.len() > 300 && BUILT.items.len() > 200);
}

#[test]
fn sections_checks_and_cases_have_the_same_names() {
    let stems = |folder: &str, extension: &str| -> Vec<String> {
        files(&root().join(folder), extension).iter().map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
    };
    let sections = stems("rules/dossier", "toml");
    for name in stems("rules/checks", "toml").iter().filter(|name| !["conditions", "report"].contains(&name.as_str())) {
        assert!(sections.contains(name), "rules/checks/{name}.toml has no declarations");
        assert!(stems("tests/cases", "toml").contains(name), "rules/checks/{name}.toml has no cases");
    }
}

/// The functions of a file with their lines; the file is formatted, so one ends at the brace that stands as far in as it begins.
fn functions(text: &str) -> Vec<(usize, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let words: Vec<&str> = line.split_whitespace().take_while(|word| !word.starts_with("//")).collect();
        let Some(name) = words.iter().position(|word| *word == "fn").and_then(|place| words.get(place + 1)) else { continue };
        let end = lines[at..].iter().position(|one| indent(one) == indent(line) && one.trim_start().starts_with('}')).unwrap_or(0);
        found.push((end + 1, name.split(['(', '<']).next().unwrap_or_default().to_string()));
    }
    found
}

#[test]
fn functions_can_be_seen_whole() {
    let mut long = Vec::new();
    for path in files(&root().join("src"), "rs") {
        let found = functions(&fs::read_to_string(&path).unwrap()).into_iter().filter(|(lines, _)| *lines > 40);
        long.extend(found.map(|(lines, name)| (lines, named(&path, &name))));
    }
    long.sort();
    let longest = long.last().map_or(0, |(lines, _)| *lines);
    assert!(longest <= 60 && long.len() <= LONG, "{} functions have more than 40 lines: {long:#?}", long.len());
}

fn named(path: &Path, name: &str) -> String {
    format!("{name} in {}", path.strip_prefix(root()).unwrap().display())
}

/// How many functions are longer than 40 lines; fewer may be, more not.
const LONG: usize = 3;

#[test]
fn the_file_that_names_a_folder_holds_no_logic() {
    let mut wrong = Vec::new();
    for path in files(&root().join("src"), "rs").into_iter().filter(|path| path.ends_with("mod.rs")) {
        let file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
        let plain = |item: &Item| matches!(item, Item::Use(_)) || matches!(item, Item::Mod(inner) if inner.content.is_none());
        if !file.items.iter().all(plain) {
            wrong.push(path.strip_prefix(root()).unwrap().display().to_string());
        }
    }
    assert!(wrong.is_empty(), "these hold more than modules and what they pass on: {wrong:?}");
}

#[test]
fn what_a_type_does_stands_where_the_type_does() {
    let mut elsewhere = Vec::new();
    for path in files(&root().join("src"), "rs") {
        let text = fs::read_to_string(&path).unwrap();
        for item in &syn::parse_file(&text).unwrap().items {
            if let Item::Impl(syn::ItemImpl { trait_: None, self_ty, .. }) = item
                && let syn::Type::Path(one) = &**self_ty
                && let Some(name) = one.path.segments.last().map(|step| step.ident.to_string())
                && ![format!("struct {name}"), format!("enum {name}"), format!("\n    {name} {{\n")].iter().any(|one| text.contains(one))
            {
                elsewhere.push(named(&path, &name));
            }
        }
    }
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
}
