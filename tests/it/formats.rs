//! The documents for programs: they follow their published schema, and YAML says what JSON says.

use serde_json::Value;

use crate::complete;
use crate::harness::run;

fn stdout(arguments: &[&str]) -> String {
    run(arguments).out
}

const ALL: &[&str] = &[
    "examples/tri-x/dossier.yaml",
    "examples/tri-x-ready",
    "examples/scotland",
    "examples/bedcast",
    "examples/lapsed",
    "examples/derm/dossier.yaml",
    "examples/qxr/dossier.yaml",
];

#[test]
fn json_follows_the_published_schema_and_yaml_says_the_same() {
    let schema: Value = serde_json::from_str(&stdout(&["schema", "report"])).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let arguments = [&["check"], ALL, &["--as-of", "2027-03-01", "--format"]].concat();
    let json = stdout(&[&arguments[..], &["json"]].concat());
    let document: Value = serde_json::from_str(&json).unwrap();
    let errors: Vec<String> = validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let yaml: Value = serde_yaml::from_str(&stdout(&[&arguments[..], &["yaml"]].concat())).unwrap();
    assert_eq!(document, yaml);
    assert_eq!(document["dossiers"].as_array().unwrap().len(), ALL.len());
}

#[test]
fn the_examples_and_the_blank_dossier_follow_the_schema_for_editors() {
    let schema: Value = serde_json::from_str(&stdout(&["schema"])).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::validator_for(&schema).unwrap();
    let blank = stdout(&["init", "-"]);
    let mut texts = vec![("init".to_string(), blank)];
    for name in ["tri-x", "tri-x-ready", "scotland", "bedcast", "lapsed", "derm", "qxr"] {
        let path = complete::root().join(format!("examples/{name}/dossier.yaml"));
        texts.push((name.into(), std::fs::read_to_string(path).unwrap()));
    }
    for (name, text) in texts {
        let value: Value = serde_yaml::from_str(&text).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
    for wrong in [
        "{dossier: 1, prodcut: {}}",
        "{dossier: 1, product: {contains_ai: maybe}}",
        "{dossier: 1, adopter: {nation: france}}",
        "{dossier: 2}",
        "{}",
    ] {
        let value: Value = serde_yaml::from_str(wrong).unwrap();
        assert!(!validator.is_valid(&value), "{wrong} should be refused");
    }
}

#[test]
fn every_field_says_what_it_means_gives_an_example_and_names_whom_to_ask() {
    fn walk(record: &readiness::fields::Record, path: &str, wrong: &mut Vec<String>) {
        use readiness::fields::Shape;
        for field in record.fields.iter().filter(|field| field.name != "facts") {
            let place = format!("{path}{}", field.name);
            if matches!(field.shape, Shape::Leaf(_)) && !(field.doc.contains("Example: `") && field.doc.contains("Ask: ")) {
                wrong.push(place.clone());
            }
            match &field.shape {
                Shape::Record(inner) | Shape::List(inner) => walk(inner, &format!("{place}."), wrong),
                _ => {}
            }
        }
    }
    let mut wrong = Vec::new();
    walk(&complete::book().schema.root, "", &mut wrong);
    assert!(wrong.is_empty(), "without example or whom to ask: {wrong:?}");
}

#[test]
fn lists_for_programs_hold_the_whole_catalogue() {
    let read = |what: &str| -> Vec<Value> { serde_json::from_str(&stdout(&["list", what, "--format", "json"])).unwrap() };
    let items = read("items");
    let ids: Vec<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    for number in 1..=40 {
        assert!(ids.contains(&format!("A3-{number:02}").as_str()));
    }
    for number in 1..=25 {
        assert!(ids.contains(&format!("A6-{number:02}").as_str()));
    }
    let parts = |table: &str| -> usize {
        items
            .iter()
            .filter(|item| item["id"].as_str().unwrap().starts_with(table))
            .map(|item| item["parts"].as_array().unwrap().len())
            .sum()
    };
    assert_eq!((parts("A3-"), parts("A6-")), (108, 60));
    for check in read("checks") {
        assert!(check["asks"].as_str().unwrap().ends_with('?'), "{check}");
        assert!(!check["items"].as_array().unwrap().is_empty(), "{check}");
    }
    let outcomes = read("training");
    let of = |table: &str| outcomes.iter().filter(|one| one["id"].as_str().unwrap().starts_with(table)).count();
    assert_eq!((of("T1-"), of("T2-")), (30, 20));
}
