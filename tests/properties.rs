//! Invariants that hold for every input, tried on generated edits and mutants of the examples.

mod complete;

use std::collections::BTreeMap;

use complete::{book, complete, files};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use readiness::assessment::Outcome;
use readiness::dossier::schema::schema;
use readiness::dossier::{Unreadable, load};
use readiness::facts::Files;
use readiness::fields::{Record, Shape};
use readiness::report::{View, Wish, entry, json, terminal};
use readiness::rules::Book;
use readiness::text::{Kind, Limits, NodeId, SourceFile, Tree, parse_yaml};
use serde_yaml::Value;

/// How many mutants are tried: 20,000, or as many as `READINESS_MUTANTS` says.
fn mutants() -> usize {
    std::env::var("READINESS_MUTANTS").ok().and_then(|text| text.parse().ok()).unwrap_or(20_000)
}

/// Small fast pseudo-random numbers (xorshift): the same seed gives the same run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        if below == 0 { 0 } else { (self.0 % below as u64) as usize }
    }
}

fn outcomes(book: &Book, files: &Files, value: &Value) -> Result<BTreeMap<String, Outcome>, Unreadable> {
    let text = serde_yaml::to_string(value).unwrap();
    let loaded = load(vec![("dossier.yaml".into(), text.into_bytes())], Limits::default())?;
    let case = complete::case(book);
    let known = case.work_out(&loaded, files);
    let assessment = case.assess(&loaded, &known);
    Ok(assessment.findings.iter().map(|finding| (finding.check.id.clone(), finding.outcome)).collect())
}

/// Every path to an entry of a mapping, as keys and indexes; what contradicts a switch is left out.
fn entries(value: &Value, path: &mut Vec<String>, kept: &[String], found: &mut Vec<Vec<String>>) {
    match value {
        Value::Mapping(mapping) => {
            for (key, inner) in mapping {
                path.push(key.as_str().unwrap_or_default().to_string());
                let dotted = path.iter().filter(|step| step.parse::<usize>().is_err()).cloned().collect::<Vec<_>>().join(".");
                let contradicts = kept.iter().any(|kept| one_line(&dotted, kept));
                if !contradicts {
                    found.push(path.clone());
                }
                entries(inner, path, kept, found);
                path.pop();
            }
        }
        Value::Sequence(list) => {
            for (index, inner) in list.iter().enumerate() {
                path.push(index.to_string());
                entries(inner, path, kept, found);
                path.pop();
            }
        }
        _ => {}
    }
}

/// Whether one path is the other, or lies below it.
fn one_line(a: &str, b: &str) -> bool {
    let below = |a: &str, b: &str| a.strip_prefix(b).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    below(a, b) || below(b, a)
}

fn at<'v>(value: &'v mut Value, path: &[String]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, step| match value {
        Value::Sequence(list) => list.get_mut(step.parse::<usize>().ok()?),
        other => other.get_mut(step.as_str()),
    })
}

/// The paths that contradict a switch, from the types.
fn contradictions(record: &Record, found: &mut Vec<String>) {
    for field in &record.fields {
        found.extend(field.relations.contradicted_by.iter().flatten().cloned());
        if let Shape::Record(inner) = &field.shape {
            contradictions(inner, found);
        }
    }
}

/// Dossiers to start from: the complete one, and with the edits of every case.
fn starts() -> Vec<Value> {
    let cases = complete::cases();
    let whole = complete();
    let mut starts = vec![whole.clone()];
    for case in cases.values() {
        for edits in case.not_met.iter().chain(&case.not_applicable).chain(&case.met) {
            let mut value = whole.clone();
            edits.iter().for_each(|edit| complete::apply(&mut value, edit));
            starts.push(value);
        }
    }
    starts
}

/// Every path to a scalar.
fn scalars(value: &Value, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    match value {
        Value::Mapping(mapping) => {
            for (key, inner) in mapping {
                path.push(key.as_str().unwrap_or_default().to_string());
                scalars(inner, path, found);
                path.pop();
            }
        }
        Value::Sequence(list) => {
            for (index, inner) in list.iter().enumerate() {
                path.push(index.to_string());
                scalars(inner, path, found);
                path.pop();
            }
        }
        _ => found.push(path.clone()),
    }
}

/// Spoils some answers: a date long past or ahead, another version, a yes for a no, another share, an adverse judgement.
fn spoil(value: &mut Value, dice: &mut Dice) {
    let mut paths = Vec::new();
    scalars(value, &mut Vec::new(), &mut paths);
    for _ in 0..dice.roll(40) {
        let path = &paths[dice.roll(paths.len())];
        let Some(scalar) = at(value, path) else { continue };
        *scalar = match scalar {
            Value::Bool(yes) => Value::Bool(!*yes),
            Value::Number(number) if number.is_f64() => serde_yaml::to_value([0.01, 0.5, 0.99][dice.roll(3)]).unwrap(),
            Value::Number(_) => Value::from([0, 1, 100_000][dice.roll(3)]),
            Value::String(text) => match text.as_str() {
                "acceptable" => Value::from(["unacceptable", "uncertain"][dice.roll(2)]),
                "2.3.0" => Value::from("1.9.0"),
                _ if text.parse::<jiff::civil::Date>().is_ok() => Value::from(["2019-06-01", "2026-04-01", "2031-01-01"][dice.roll(3)]),
                _ if text.len() == 64 => Value::from("0".repeat(64)),
                _ => continue,
            },
            _ => continue,
        };
    }
}

/// The complete dossier where nothing speaks for validating here, and the adopter has decided not to.
fn nothing_speaks_for_validating_here() -> Value {
    let mut value = complete();
    let mut set = |path: &str, to: Value| complete::apply(&mut value, &complete::Edit::Set(path.into(), to));
    set("local.validation.needed.generalisability", Value::from(false));
    set("local.validation.needed.local_factors", Value::from(false));
    set("local.targets[pneumothorax].prevalence", Value::from(0.06));
    set("local.targets[large-pleural-effusion].prevalence", Value::from(0.125));
    let here = complete()["local"]["population"].clone();
    for variable in VARIABLES {
        set(&format!("validation.studies[ext-2].population.{variable}"), here[variable].clone());
    }
    let group = |variable: &str, group: &str| {
        serde_yaml::from_str::<Value>(&format!(
            "{{id: by-{variable}, variable: {variable}, group: {group}, counts: {{tp: 40, fp: 30, fn: 4, tn: 400}}}}"
        ))
    };
    let groups = Value::Sequence(
        [("age", "85+"), ("sex", "female"), ("race", "black")].map(|(variable, name)| group(variable, name).unwrap()).into(),
    );
    set("validation.studies[ext-2].results[pneumothorax].subgroups", groups);
    value
}

const VARIABLES: [&str; 3] = ["sex", "age", "ethnicity"];

#[test]
fn removing_a_share_never_settles_the_decision_not_to_validate_here() {
    let (book, files, plain) = (book(), files(), nothing_speaks_for_validating_here());
    let decision = |value: &Value| outcomes(&book, &files, value).ok().map(|found| found["generalisability-need-decided"]);
    assert_eq!(decision(&plain), Some(Outcome::Met), "the dossier to start from");
    let (mut settled, mut open) = (0, 0);
    for variable in VARIABLES {
        let tables = [format!("validation.studies[ext-2].population.{variable}"), format!("local.population.{variable}")];
        for (table, share) in tables.iter().flat_map(|table| [0.005, 0.01, 0.02, 0.09].map(|share| (table, share))) {
            for less in [0.0, share] {
                let mut start = plain.clone();
                complete::apply(&mut start, &complete::Edit::Set(format!("{table}.not stated"), Value::from(share)));
                shrink_the_largest(&mut start, table, less);
                let Some(before) = decision(&start) else { continue };
                if before == Outcome::Met {
                    settled += 1
                } else {
                    open += 1
                }
                for (table, key) in tables.iter().flat_map(|table| keys(&start, table).into_iter().map(move |key| (table, key))) {
                    let mut without = start.clone();
                    complete::apply(&mut without, &complete::Edit::Remove(format!("{table}.{key}")));
                    let after = decision(&without);
                    assert!(!before.open() || after.is_none_or(Outcome::open), "{share} in {table}: {before:?}, {after:?} without {key}");
                }
            }
        }
    }
    assert!(settled > 0 && open > 0, "{settled} settled, {open} open");
}

fn table_at<'v>(value: &'v mut Value, path: &str) -> &'v mut serde_yaml::Mapping {
    let variable = path.rsplit('.').next().expect("a path has a step");
    let population = match path.starts_with("local") {
        true => &mut value["local"]["population"],
        false => {
            let studies = value["validation"]["studies"].as_sequence_mut().expect("studies");
            &mut studies.iter_mut().find(|study| study["id"] == "ext-2").expect("the study")["population"]
        }
    };
    population[variable].as_mapping_mut().expect("a table of shares")
}

fn keys(value: &Value, path: &str) -> Vec<String> {
    table_at(&mut value.clone(), path).keys().map(|key| key.as_str().expect("a name").to_string()).collect()
}

/// Takes a share from the largest category, so that the table adds up to what it did.
fn shrink_the_largest(value: &mut Value, path: &str, by: f64) {
    let table = table_at(value, path);
    let largest = table.iter_mut().max_by(|a, b| a.1.as_f64().partial_cmp(&b.1.as_f64()).expect("numbers")).expect("a share").1;
    *largest = Value::from(largest.as_f64().expect("a number") - by);
}

#[test]
fn removing_an_entry_never_makes_a_check_better_first_half() {
    removing_an_entry_never_makes_a_check_better(0);
}

#[test]
fn removing_an_entry_never_makes_a_check_better_second_half() {
    removing_an_entry_never_makes_a_check_better(0xA5A5_5A5A_0F0F_F0F0);
}

/// At least five thousand edits of dossiers with stale, foreign and adverse answers, the same in every run.
fn removing_an_entry_never_makes_a_check_better(salt: u64) {
    let (book, files, starts) = (book(), files(), starts());
    let mut kept = Vec::new();
    contradictions(schema(), &mut kept);
    let config = ProptestConfig { cases: 360, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let edits = std::cell::Cell::new(0usize);
    let property = |(seed, start): (u64, usize)| {
        let mut dice = Dice((seed ^ salt) | 1);
        let start = &starts[(start ^ salt as usize) % starts.len()];
        // Some spoiled dossiers are impossible in themselves and cannot be read; then another is made.
        let spoiled = (0..8).find_map(|_| {
            let mut value = start.clone();
            spoil(&mut value, &mut dice);
            outcomes(&book, &files, &value).ok().map(|before| (value, before))
        });
        let Some((mut value, mut before)) = spoiled else { return Ok(()) };
        for _ in 0..16 {
            let mut paths = Vec::new();
            entries(&value, &mut Vec::new(), &kept, &mut paths);
            if paths.is_empty() {
                break;
            }
            let path = &paths[dice.roll(paths.len())];
            let (last, above) = path.split_last().expect("a path has a step");
            let mut next = value.clone();
            if let Some(Value::Mapping(mapping)) = at(&mut next, above) {
                mapping.remove(last.as_str());
            }
            edits.set(edits.get() + 1);
            let Ok(after) = outcomes(&book, &files, &next) else { continue };
            for (id, was) in &before {
                let is = after[id];
                let better = was.open() && !is.open();
                prop_assert!(!better, "{id} was {was:?} and is {is:?} without {path:?}");
            }
            (value, before) = (next, after);
        }
        Ok(())
    };
    runner.run(&(any::<u64>(), any::<usize>()), property).unwrap();
    assert!(edits.get() >= 5_000, "only {} edits were tried", edits.get());
}

#[test]
fn an_empty_dossier_has_nothing_met() {
    let book = book();
    let outcomes = outcomes(&book, &Files::default(), &serde_yaml::from_str("dossier: 1").unwrap()).unwrap();
    assert!(outcomes.values().all(|outcome| *outcome != Outcome::Met && *outcome != Outcome::NotApplicable), "{outcomes:?}");
    let blank = readiness::dossier::blank();
    let blank: Value = serde_yaml::from_str(&blank).unwrap();
    let of_blank = self::outcomes(&book, &Files::default(), &blank).unwrap();
    assert_eq!(outcomes, of_blank, "a blank dossier says as little as an empty one");
}

fn report(book: &Book, files: &Files, bytes: &[u8]) -> Option<String> {
    let loaded = load(vec![("dossier.yaml".into(), bytes.to_vec())], Limits::default());
    let loaded = match loaded {
        Ok(loaded) => loaded,
        Err(error) => return Some(readiness::report::mistakes::mistakes("x", &error.sources, &error.mistakes, 100, true)),
    };
    let case = complete::case(book);
    let known = case.work_out(&loaded, files);
    let assessment = case.assess(&loaded, &known);
    let view = View::of(&assessment, &Wish { detail: true, ..Wish::default() });
    let text = terminal(&view, &loaded.sources, 100, true);
    Some(text + &json(&entry::entry("dossier.yaml", &assessment)))
}

#[test]
fn two_runs_are_the_same_to_the_byte() {
    let files = files();
    for start in starts().iter().take(20) {
        let text = serde_yaml::to_string(start).unwrap();
        assert_eq!(report(&book(), &files, text.as_bytes()), report(&book(), &files, text.as_bytes()));
    }
}

const SCRAPS: &[&[u8]] = &[
    b": ",
    b"- ",
    b"\n",
    b"\t",
    b"[",
    b"]",
    b"{",
    b"}",
    b"*m0",
    b"&a ",
    b"<<: ",
    b"\"",
    b"'",
    b"|\n",
    b">-\n",
    b"#",
    b"? ",
    b"---\n",
    b"~",
    b"0x1F",
    b"1_000",
    b"012",
    b"yes",
    b"1e3",
    b".5",
    b"!!str ",
    b"\xc3\xa9",
    b"\xff",
    b"@",
    b"%",
    b"none: x",
    b"is: ",
    b"TBC",
    b"2027-02-30",
    b"-1",
    b"\r",
    b"\x00",
];

fn mutant(base: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = base.to_vec();
    for _ in 0..1 + dice.roll(3) {
        let at = dice.roll(bytes.len() + 1);
        let scrap = SCRAPS[dice.roll(SCRAPS.len())];
        if dice.roll(3) == 0 && at < bytes.len() {
            let end = (at + 1 + dice.roll(6)).min(bytes.len());
            bytes.drain(at..end);
        } else {
            bytes.splice(at..at, scrap.iter().copied());
        }
    }
    bytes
}

/// Whole lines from somewhere in an example, short enough to try very many.
fn passage(text: &[u8], dice: &mut Dice) -> Vec<u8> {
    let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    let from = dice.roll(lines.len());
    let to = (from + 1 + dice.roll(24)).min(lines.len());
    lines[from..to].concat()
}

fn examples() -> Vec<Vec<u8>> {
    let names = ["tri-x-ready", "tri-x", "derm", "qxr"];
    names.iter().map(|name| std::fs::read(complete::root().join(format!("examples/{name}/dossier.yaml"))).unwrap()).collect()
}

#[test]
fn no_mutant_of_an_example_makes_the_program_panic() {
    let (book, files, examples) = (book(), files(), examples());
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for round in 0..mutants() {
        let example = &examples[dice.roll(examples.len())];
        let base = if round % 50 == 0 { example.clone() } else { [b"dossier: 1\n".to_vec(), passage(example, &mut dice)].concat() };
        let bytes = mutant(&base, &mut dice);
        let shown = report(&book, &files, &bytes).unwrap_or_default();
        assert!(!shown.contains('\r'), "a raw control character in a report");
    }
}

/// What a tree says, as serde_yaml would say it.
fn value(tree: &Tree, node: NodeId) -> Value {
    match tree.kind(node) {
        Kind::Scalar { text, plain: false } => Value::String(text.to_string()),
        Kind::Scalar { text, plain: true } => {
            let typed = serde_yaml::from_str(text).ok().filter(|value: &Value| value.is_null() || value.is_bool() || value.is_number());
            // A text such as `---` or `...` is a marker when it stands alone, and plain text inside a document.
            typed
                .filter(|_| !text.contains([' ', '\n', '#', '%']) && !text.starts_with("---") && !text.starts_with("..."))
                .unwrap_or_else(|| Value::String(text.to_string()))
        }
        Kind::List(members) => Value::Sequence(members.iter().map(|member| value(tree, *member)).collect()),
        Kind::Map(entries) => Value::Mapping(entries.iter().map(|(key, inner)| (value(tree, *key), value(tree, *inner))).collect()),
    }
}

fn own(bytes: &[u8]) -> Option<Value> {
    let source = SourceFile::new("a", std::str::from_utf8(bytes).ok()?);
    let tree = parse_yaml(&source, Default::default(), Limits::default()).ok()?;
    Some(value(&tree, tree.root))
}

fn theirs(bytes: &[u8]) -> Option<Value> {
    let mut value: Value = serde_yaml::from_slice(bytes).ok()?;
    value.apply_merge().ok()?;
    Some(value)
}

#[test]
fn what_our_reader_and_serde_yaml_both_accept_is_equal() {
    let examples = examples();
    for example in &examples {
        assert_eq!(own(example), theirs(example));
    }
    let mut dice = Dice(0xD1B5_4A32_D192_ED03);
    let mut both = 0;
    for _ in 0..mutants() {
        let bytes = mutant(&passage(&examples[dice.roll(examples.len())], &mut dice), &mut dice);
        // YAML 1.1 ends the name of an anchor or alias at a colon, YAML 1.2 does not.
        let mut words = bytes.split(|byte| b" \n\t,[]{}".contains(byte));
        if words.any(|word| word.contains(&b':') && (word.contains(&b'&') || word.contains(&b'*'))) {
            continue;
        }
        // Where a whole file is one text, YAML 1.1 and 1.2 differ on how far it may be indented; it is no dossier anyhow.
        if let (Some(ours @ Value::Mapping(_)), Some(theirs)) = (own(&bytes), theirs(&bytes)) {
            both += 1;
            assert_eq!(ours, theirs, "{:?}", String::from_utf8_lossy(&bytes));
        }
    }
    assert!(both > mutants() / 10, "only {both} mutants were accepted by both");
}
