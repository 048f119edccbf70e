//! The document of a report: it follows its schema whatever is asked, it stays small, and its fingerprints last.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::process::{Command, Stdio};

use readiness::assessment::{Asked, Case};
use readiness::report::Wish;
use readiness::report::document::{Head, Options, Origin, Rows, Run, catalogue, schema};
use readiness::terms::{Choice, Gate, Nation};
use serde_json::{Value, json};

use crate::complete::{self, Draft, Edit, book, complete, documents, readable, root};
use crate::harness::{run, run_in};
use crate::told;

const DAY: jiff::civil::Date = jiff::civil::date(2026, 11, 24);

/// The schema of one of the definitions.
fn validator(of: &str) -> jsonschema::Validator {
    let mut whole = schema();
    whole["$ref"] = format!("#/$defs/{of}").into();
    for rest in ["type", "properties", "required", "additionalProperties"] {
        whole.as_object_mut().unwrap().remove(rest);
    }
    jsonschema::validator_for(&whole).unwrap()
}

#[track_caller]
fn follows(validator: &jsonschema::Validator, value: &Value, what: &str) {
    let errors: Vec<String> = validator.iter_errors(value).take(5).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}");
}

fn examples() -> Vec<(String, String)> {
    let mut names: Vec<String> =
        std::fs::read_dir(root().join("examples")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
        .into_iter()
        .map(|name| (name.clone(), std::fs::read_to_string(root().join("examples").join(name).join("dossier.yaml")).unwrap()))
        .collect()
}

#[test]
fn every_row_follows_the_schema_at_every_gate_in_every_nation() {
    let (rows, validator) = (Rows::new(book()), validator("Row"));
    for (name, text) in examples() {
        let draft = Draft::read(&text);
        let files = documents(&draft, &root().join("examples").join(&name));
        for (nation, gate) in Nation::ALL.iter().flat_map(|nation| Gate::ALL.iter().map(move |gate| (*nation, *gate))) {
            let loaded = readable(draft.edited(&[Edit::set("adopter.nation", nation)]).load());
            let case = Case { book: book(), as_of: DAY, asked: Asked { gate: Some(gate), ..Asked::default() } };
            let known = case.work_out(&loaded, &files);
            let assessment = case.assess(&loaded, &known);
            let row = rows.row(Origin { id: &name, file: &name, digests: &[] }, &assessment, &Wish::default());
            let row: Value = serde_json::from_slice(&row).unwrap();
            follows(&validator, &row, &format!("{name} in {nation} at {gate}"));
            let open = assessment.findings.iter().filter(|finding| finding.outcome.open()).count();
            let told = told::row(&serde_json::to_value(catalogue(book())).unwrap(), &row);
            let checks: BTreeSet<&str> = told["checks"].as_array().unwrap().iter().map(|one| one["check"].as_str().unwrap()).collect();
            assert_eq!(checks.len(), book().checks.len(), "every check is told");
            assert!(row["findings"].as_array().unwrap().iter().map(|group| group["of"].as_array().unwrap().len()).sum::<usize>() >= open);
        }
    }
}

#[test]
fn the_head_follows_the_schema_and_the_schema_documents_everything() {
    let head = Head::new(Run::of(book(), DAY, Options::default()), catalogue(book()));
    follows(&validator("Head"), &serde_json::to_value(&head).unwrap(), "the head");
    let schema = schema();
    assert!(schema["$id"].is_string() && jsonschema::meta::is_valid(&schema));
    assert_eq!(schema["properties"]["schema"]["const"], "readiness/report/2-draft");
    let mut bare = Vec::new();
    undocumented(&schema, "", &mut bare);
    assert!(bare.is_empty(), "{bare:#?}");
}

/// The properties that say nothing of themselves.
fn undocumented(schema: &Value, at: &str, bare: &mut Vec<String>) {
    match schema {
        Value::Object(fields) => {
            for (name, inner) in fields {
                if name == "properties" {
                    let properties = inner.as_object().unwrap().iter();
                    bare.extend(properties.filter(|(_, one)| !one["description"].is_string()).map(|(name, _)| format!("{at}.{name}")));
                }
                undocumented(inner, &format!("{at}.{name}"), bare);
            }
        }
        Value::Array(members) => members.iter().for_each(|one| undocumented(one, at, bare)),
        _ => {}
    }
}

#[test]
fn the_catalogue_and_the_rows_are_small() {
    let ran = run(&["check", "examples", "--format", "jsonl", "--as-of", "2026-11-24"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(lines[0].len() <= 600_000, "the catalogue has {} bytes", lines[0].len());
    assert_eq!(lines.len(), 8);
    for line in &lines[1..] {
        let row: Value = serde_json::from_str(line).unwrap();
        let file = row["file"].as_str().unwrap();
        let bytes = std::fs::metadata(root().join(file)).unwrap().len() as usize;
        assert!(line.len() <= 60_000 + 3 * bytes, "{file} has {bytes} bytes, and its row {}", line.len());
    }
}

#[test]
fn lines_hold_what_the_document_holds_in_the_order_given() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("c.yaml", "dossier: 1\n"), ("a.yaml", "dossier: 1\nprodcut: {}\n"), ("b.yaml", "dossier: 1\n")] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let ran = |format| run_in(folder.path(), &["check", "c.yaml", "a.yaml", "b.yaml", "--as-of", "2026-11-24", "--format", format]);
    let document: Value = serde_json::from_str(&ran("json").out).unwrap();
    let lines: Vec<Value> = ran("jsonl").out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    for part in ["schema", "run", "catalogue"] {
        assert_eq!(lines[0][part], document[part]);
    }
    assert_eq!([&lines[1], &lines[3]], [&document["dossiers"][0], &document["dossiers"][1]]);
    assert_eq!([&lines[1]["file"], &lines[3]["file"]], ["c.yaml", "b.yaml"]);
    assert_eq!(lines[2]["unreadable"], document["unreadable"]);
    follows(&validator("Refused"), &lines[2], "a dossier that cannot be read");
    let yaml: Value = serde_yaml::from_str(&ran("yaml").out).unwrap();
    assert_eq!(yaml, document);
}

#[test]
fn what_a_form_cannot_follow_is_refused() {
    for format in ["json", "jsonl", "yaml", "csv"] {
        let ran = run(&["check", "examples/tri-x", "--detail", "--format", format]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.starts_with("`--detail` is for the terminal: "), "{}", ran.err);
    }
}

#[test]
fn a_narrowed_row_holds_nothing_else() {
    let row = |flags: &[&str]| -> Value {
        let arguments = [&["check", "examples/tri-x", "--as-of", "2026-11-22", "--format", "json"], flags].concat();
        serde_json::from_str::<Value>(&run(&arguments).out).unwrap()
    };
    let groups = |document: &Value| document["dossiers"][0]["findings"].as_array().unwrap().clone();
    let whole = row(&[]);
    let due = row(&["--due"]);
    assert!(groups(&whole).iter().any(|group| group["due"] == false));
    assert!(groups(&due).iter().all(|group| group["due"] == true));
    assert_eq!(due["run"]["options"]["due"], true);
    let supplier = row(&["--for", "supplier"]);
    let checks = supplier["catalogue"]["checks"].as_array().unwrap();
    let who = |finding: &Value| checks[finding["check"].as_u64().unwrap() as usize]["who"].clone();
    let findings: Vec<Value> = groups(&supplier).iter().flat_map(|group| group["of"].as_array().unwrap().clone()).collect();
    assert!(!findings.is_empty() && findings.iter().all(|finding| who(finding) == "supplier"));
    assert!(supplier["dossiers"][0]["facts"].is_null());
    assert!(!supplier.to_string().contains("is the harm we fear most"), "what others answered is not for the supplier");
    assert_eq!(supplier["dossiers"][0]["verdict"], whole["dossiers"][0]["verdict"]);
    let page = |flags: &[&str]| run(&[&["check", "examples/tri-x", "--as-of", "2026-11-22"], flags].concat()).out;
    assert!(page(&[]).contains("due later") && !page(&["--due"]).contains("due later") && !page(&["--due"]).contains("by pilot ("));
    let plan = |flags: &[&str]| run(&[&["check", "examples/tri-x", "--gate", "procurement", "--format", "csv"], flags].concat()).out;
    assert!(plan(&[]).lines().count() > 1 && plan(&["--due"]).lines().count() == 1);
}

/// The open findings of a dossier by their fingerprints: check, outcome and member.
fn open(draft: &Draft) -> BTreeMap<String, (String, String, String)> {
    let loaded = readable(draft.load());
    let case = complete::case();
    let known = case.work_out(&loaded, complete::files());
    let row: Value = serde_json::from_slice(&told::made(&case.assess(&loaded, &known))).unwrap();
    let told = told::row(&serde_json::to_value(catalogue(book())).unwrap(), &row);
    let word = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let open: Vec<&Value> = told["checks"].as_array().unwrap().iter().filter(|one| one["fingerprint"].is_string()).collect();
    let found: BTreeMap<_, _> =
        open.iter().map(|one| (word(&one["fingerprint"]), (word(&one["check"]), word(&one["outcome"]), word(&one["member"])))).collect();
    assert_eq!(found.len(), open.len(), "no two findings have the same fingerprint");
    found
}

fn control(hazard: &str, in_place: bool) -> Edit {
    Edit::set(&format!("clinical_safety.hazards[{hazard}].controls[{hazard}-C1].in_place"), in_place)
}

/// The fingerprints of one check.
fn of<'f>(found: &'f BTreeMap<String, (String, String, String)>, check: &str) -> BTreeSet<&'f str> {
    found.iter().filter(|(_, one)| one.0 == check).map(|(print, _)| print.as_str()).collect()
}

#[test]
fn a_fingerprint_survives_every_edit_elsewhere() {
    let failing = complete().edited(&[control("H1", false), control("H2", false)]);
    let before = open(&failing);
    let check = "hazard-controls-in-place";
    assert_eq!(of(&before, check).len(), 2, "one finding for each failing member: {before:?}");
    let text = failing.text();
    let renamed = failing.edited(&[Edit::set("product.name", "another"), Edit::set("adopter.organisation", "elsewhere")]);
    let moved = Draft::read(&format!("# a line above\n\n{text}"));
    let reordered = reversed(&failing);
    for (draft, what) in [(renamed, "rename"), (moved, "insert"), (reordered, "reorder")] {
        assert_eq!(of(&open(&draft), check), of(&before, check), "{what}");
    }
    let mended = open(&failing.edited(&[control("H1", true)]));
    assert_eq!(of(&mended, check).len(), 1, "mending one member mends one finding");
    assert!(of(&mended, check).is_subset(&of(&before, check)), "and changes no other");
    let more = open(&failing.edited(&[control("H3", false)]));
    assert!(of(&more, check).is_superset(&of(&before, check)) && of(&more, check).len() == 3, "a new one is not hidden by an old one");
}

/// The same dossier with its hazards the other way round.
fn reversed(draft: &Draft) -> Draft {
    let mut value: serde_yaml::Value = serde_yaml::from_str(&draft.text()).unwrap();
    value["clinical_safety"]["hazards"].as_sequence_mut().unwrap().reverse();
    Draft::read(&serde_yaml::to_string(&value).unwrap())
}

#[test]
fn what_was_unanswered_and_now_fails_is_a_new_finding() {
    let path = "clinical_safety.hazards[H1].controls[H1-C1].in_place";
    let unanswered = open(&complete().edited(&[Edit::remove(path)]));
    let failing = open(&complete().edited(&[control("H1", false)]));
    let check = "hazard-controls-in-place";
    assert_eq!((of(&unanswered, check).len(), of(&failing, check).len()), (1, 1));
    assert!(of(&unanswered, check).is_disjoint(&of(&failing, check)));
}

#[test]
fn two_dossiers_share_no_fingerprint() {
    let ran = run(&["check", "examples", "--format", "json", "--as-of", "2026-11-24"]);
    let document: Value = serde_json::from_str(&ran.out).unwrap();
    let rows = document["dossiers"].as_array().unwrap().iter();
    let findings = rows.flat_map(|row| row["findings"].as_array().unwrap()).flat_map(|group| group["of"].as_array().unwrap());
    let prints: Vec<&str> = findings.map(|finding| finding["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.iter().collect::<BTreeSet<_>>().len(), prints.len());
}

/// A reader that has nothing but the document makes SARIF of it.
#[test]
fn a_slim_reader_needs_no_second_call() {
    for (path, format) in [("examples/tri-x", "json"), ("examples", "jsonl")] {
        let report = run(&["check", path, "--format", format, "--as-of", "2026-11-24"]).out;
        let mut python = Command::new("python3");
        let started = python.arg(root().join("readers/report_to_sarif.py")).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let Ok(mut reader) = started else { return eprintln!("there is no python3 here") };
        let mut to = reader.stdin.take().unwrap();
        let writing = std::thread::spawn(move || to.write_all(report.as_bytes()));
        let output = reader.wait_with_output().unwrap();
        writing.join().unwrap().unwrap();
        assert!(output.status.success());
        let sarif: Value = serde_json::from_slice(&output.stdout).unwrap();
        let run = &sarif["runs"][0];
        assert_eq!((&sarif["version"], run["tool"]["driver"]["name"].as_str()), (&json!("2.1.0"), Some("readiness")));
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        let results = run["results"].as_array().unwrap();
        assert!(rules.len() == book().checks.len() && results.len() > 300);
        for result in results {
            let rule = &rules[result["ruleIndex"].as_u64().unwrap() as usize];
            let place = &result["locations"][0]["physicalLocation"];
            assert_eq!(rule["id"], result["ruleId"]);
            assert!(place["artifactLocation"]["uri"].is_string() && place["region"]["startLine"].as_u64() > Some(0), "{result}");
            assert!(result["partialFingerprints"]["readiness/2"].is_string() && !result["message"]["text"].as_str().unwrap().is_empty());
        }
    }
}
