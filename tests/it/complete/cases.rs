//! The cases of every check, from `tests/cases`: patches on the complete dossier.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{Edit, root};

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
                    found.push(Edit::set(path.as_str().expect("a path"), yaml(&table["to"])));
                }
                (None, Some(path)) => found.push(Edit::remove(path.as_str().expect("a path"))),
                _ => panic!("an edit is a set or a remove: {value:?}"),
            },
            other => panic!("not an edit: {other:?}"),
        }
    }
    found
}

/// A value of a case as YAML; JSON is YAML, and a date is written bare.
fn yaml(value: &toml::Value) -> String {
    match value {
        toml::Value::Datetime(date) => date.to_string(),
        other => serde_json::to_string(other).expect("plain data"),
    }
}
