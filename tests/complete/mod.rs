//! The complete dossier (`examples/tri-x-ready`, stage in-use) and patches on it.

#![allow(dead_code)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use readiness::assessment::{Asked, Case as Assessed, Finding, Scene, assess_check};
use readiness::dossier::schema::key_of;
use readiness::dossier::{Loaded, load};
use readiness::facts::{FileState, Files, Known};
use readiness::rules::{Book, load_book};
use readiness::terms::Gate;
use readiness::text::{Limits, Segment, parse_path};
use serde_yaml::Value;
use sha2::{Digest, Sha256};

/// The day on which the complete dossier is read.
pub const AS_OF: jiff::civil::Date = jiff::civil::date(2027, 3, 1);

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub fn book() -> Book {
    load_book(&[]).unwrap_or_else(|error| {
        let lines: Vec<String> = error.mistakes.iter().map(|mistake| mistake.line(&error.sources)).collect();
        panic!("the embedded packs are wrong:\n{}", lines.join("\n"))
    })
}

pub fn complete() -> Value {
    let text = std::fs::read_to_string(root().join("examples/tri-x-ready/dossier.yaml")).expect("the example is there");
    serde_yaml::from_str(&text).expect("the example is YAML")
}

/// The documents of the complete dossier, as they lie on disk.
pub fn files() -> Files {
    let dossier = complete();
    let register = dossier["evidence"].as_mapping().expect("a register");
    let folder = root().join("examples/tri-x-ready");
    register.iter().filter_map(|(id, item)| Some((id.as_str()?.to_string(), state(&folder.join(item["file"].as_str()?))))).collect()
}

fn state(path: &Path) -> FileState {
    match std::fs::read(path) {
        Ok(bytes) => FileState::found(Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>()),
        Err(_) => FileState::Missing,
    }
}

pub fn loaded(value: &Value) -> Loaded {
    let text = serde_yaml::to_string(value).expect("plain data");
    load(vec![("dossier.yaml".into(), text.into_bytes())], Limits::default()).unwrap_or_else(|error| {
        let lines: Vec<String> = error.mistakes.iter().map(|mistake| mistake.line(&error.sources)).collect();
        panic!("the patched dossier cannot be read:\n{}", lines.join("\n"))
    })
}

/// A dossier with its facts.
pub struct Opened {
    pub loaded: Loaded,
    pub known: Known,
}

/// These rules on that day.
pub fn case(book: &Book) -> Assessed<'_> {
    Assessed { book, as_of: AS_OF, asked: Asked::default() }
}

pub fn opened(book: &Book, files: &Files, value: &Value) -> Opened {
    let loaded = loaded(value);
    let known = case(book).work_out(&loaded, files);
    Opened { loaded, known }
}

/// Assesses one check alone.
pub fn with<T>(book: &Book, files: &Files, value: &Value, id: &str, f: impl FnOnce(&Scene<'_>, &Finding<'_>) -> T) -> T {
    let opened = opened(book, files, value);
    let scene = Scene::new(&case(book), &opened.loaded, &opened.known);
    let check = book.check(id).unwrap_or_else(|| panic!("there is no check {id}"));
    let finding = assess_check(&scene, check, Gate::InUse);
    f(&scene, &finding)
}

/// One edit of a dossier.
#[derive(Debug, Clone)]
pub enum Edit {
    Set(String, Value),
    Remove(String),
}

/// Applies an edit; panics when its path leads nowhere it could.
pub fn apply(dossier: &mut Value, edit: &Edit) {
    match edit {
        Edit::Set(path, to) => set(dossier, path, to.clone()),
        Edit::Remove(path) => remove(dossier, path),
    }
}

fn steps(path: &str) -> Vec<Segment> {
    parse_path(path).unwrap_or_else(|| panic!("{path} is not a path"))
}

/// The key of an entry as it stands in a mapping: `14` may be a number there.
fn key_in(value: &Value, name: &str) -> Value {
    let number: Option<Value> = name.parse::<u64>().ok().map(Value::from);
    match (value.as_mapping(), number) {
        (Some(mapping), Some(number)) if mapping.contains_key(&number) => number,
        _ => Value::String(name.to_string()),
    }
}

fn member<'v>(value: &'v mut Value, path: &[Segment], key: &str) -> Option<&'v mut Value> {
    if value.is_mapping() {
        return value.get_mut(key);
    }
    let field = key_of(path);
    let said = |one: &Value| {
        let value = &one[field.as_str()];
        let inner = value.get("is").or_else(|| value.get("says")).unwrap_or(value);
        inner.as_str().map(str::to_string).or_else(|| serde_yaml::to_string(inner).ok().map(|text| text.trim().to_string()))
    };
    value.as_sequence_mut()?.iter_mut().find(|one| said(one).as_deref() == Some(key))
}

fn set(dossier: &mut Value, path: &str, to: Value) {
    let steps = steps(path);
    let mut at = dossier;
    for (depth, step) in steps.iter().enumerate() {
        at = match step {
            Segment::Field(name) => {
                if !at.is_mapping() {
                    *at = Value::Mapping(serde_yaml::Mapping::new());
                }
                let key = key_in(at, name);
                at.as_mapping_mut().expect("made a mapping").entry(key).or_insert(Value::Null)
            }
            Segment::Member(key) => member(at, &steps[..depth], key).unwrap_or_else(|| panic!("{path}: there is no member {key}")),
        };
    }
    for key in ["judged", "is", "says"] {
        if at.get(key).is_some() && !to.is_mapping() {
            at[key] = to;
            return;
        }
    }
    *at = to;
}

/// Removes an entry; nothing happens when it is not there.
pub fn remove(dossier: &mut Value, path: &str) {
    let steps = steps(path);
    let Some((last, before)) = steps.split_last() else { return };
    let mut at = dossier;
    for (depth, step) in before.iter().enumerate() {
        let next = match step {
            Segment::Field(name) => {
                let key = key_in(at, name);
                at.get_mut(key)
            }
            Segment::Member(key) => member(at, &steps[..depth], key),
        };
        match next {
            Some(next) => at = next,
            None => return,
        }
    }
    match last {
        Segment::Field(name) => {
            let key = key_in(at, name);
            if let Some(mapping) = at.as_mapping_mut() {
                mapping.remove(&key);
            }
        }
        Segment::Member(key) => {
            let field = key_of(before);
            if let Some(list) = at.as_sequence_mut() {
                list.retain(|one| one[field.as_str()].as_str() != Some(key));
            } else if let Some(mapping) = at.as_mapping_mut() {
                mapping.remove(key.as_str());
            }
        }
    }
}

/// The cases of one check.
#[derive(Debug, Default, Clone)]
pub struct Case {
    pub not_met: Option<Vec<Edit>>,
    pub not_applicable: Option<Vec<Edit>>,
    pub met: Vec<Vec<Edit>>,
}

/// All cases of `tests/cases`, by check; shared patches resolved.
pub fn cases() -> BTreeMap<String, Case> {
    let folder = root().join("tests/cases");
    let mut tables: Vec<(String, toml::Table)> = Vec::new();
    let mut names: Vec<PathBuf> = std::fs::read_dir(&folder).expect("tests/cases").map(|entry| entry.expect("an entry").path()).collect();
    names.sort();
    for path in names {
        let text = std::fs::read_to_string(&path).expect("a case file");
        let table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        tables.push((path.display().to_string(), table));
    }
    let mut patches: BTreeMap<String, Vec<toml::Value>> = BTreeMap::new();
    for (_, table) in &tables {
        for (name, patch) in table.get("patch").and_then(toml::Value::as_table).into_iter().flatten() {
            let edits = patch["edits"].as_array().expect("a patch has edits").clone();
            assert!(patches.insert(name.clone(), edits).is_none(), "there are two patches {name}");
        }
    }
    let mut cases = BTreeMap::new();
    for (file, table) in &tables {
        for (id, case) in table.iter().filter(|(id, _)| *id != "patch") {
            let case = case.as_table().unwrap_or_else(|| panic!("{file}: {id} is not a table"));
            let one = |name: &str| case.get(name).map(|value| edits(value.as_array().expect("a list of edits"), &patches));
            let met = case.get("met").and_then(toml::Value::as_array).map_or(Vec::new(), |list| {
                let several = list.iter().all(toml::Value::is_array);
                if several {
                    list.iter().map(|one| edits(one.as_array().expect("a list"), &patches)).collect()
                } else {
                    vec![edits(list, &patches)]
                }
            });
            for key in case.keys() {
                assert!(["not_met", "not_applicable", "met"].contains(&key.as_str()), "{file}: {id} has an unknown key {key}");
            }
            let case = Case { not_met: one("not_met"), not_applicable: one("not_applicable"), met };
            assert!(cases.insert(id.clone(), case).is_none(), "there are two cases for {id}");
        }
    }
    cases
}

fn edits(list: &[toml::Value], patches: &BTreeMap<String, Vec<toml::Value>>) -> Vec<Edit> {
    let mut found = Vec::new();
    for value in list {
        match value {
            toml::Value::String(name) => {
                let patch = patches.get(name).unwrap_or_else(|| panic!("there is no patch {name}"));
                found.extend(edits(patch, patches));
            }
            toml::Value::Table(table) => match (table.get("set"), table.get("remove")) {
                (Some(path), None) => {
                    let to = serde_yaml::to_value(&table["to"]).expect("plain data");
                    found.push(Edit::Set(path.as_str().expect("a path").into(), to));
                }
                (None, Some(path)) => found.push(Edit::Remove(path.as_str().expect("a path").into())),
                _ => panic!("an edit is a set or a remove: {value:?}"),
            },
            other => panic!("not an edit: {other:?}"),
        }
    }
    found
}
