//! Mutants of the examples: no bytes make the program panic, and what two readers of YAML accept they read alike.

use readiness::dossier::{Loaded, Unreadable};
use readiness::report::{View, Wish, mistakes, terminal};
use readiness::text::{Kind, Limits, NodeId, SourceFile, Tree, parse_yaml};
use serde_yaml::Value;

use crate::complete::{self, complete};
use crate::dice::Dice;

/// How many mutants are tried: 2,000, or as many as `READINESS_MUTANTS` says.
fn mutants() -> usize {
    std::env::var("READINESS_MUTANTS").ok().and_then(|text| text.parse().ok()).unwrap_or(2_000)
}

/// The report in detail and as json, or the mistakes.
fn report(loaded: Result<Loaded, Unreadable>) -> String {
    let loaded = match loaded {
        Ok(loaded) => loaded,
        Err(error) => return mistakes::mistakes("x", &error.sources, &error.mistakes, 100, true),
    };
    let case = complete::case();
    let known = case.work_out(&loaded, complete::files());
    let assessment = case.assess(&loaded, &known);
    let view = View::of(&assessment, &Wish { detail: true, ..Wish::default() });
    let text = terminal(&view, &loaded.sources, 100, true);
    text + &String::from_utf8(crate::told::made(&assessment)).unwrap()
}

fn report_of(bytes: &[u8]) -> String {
    report(complete::case().load(vec![("dossier.yaml".into(), bytes.to_vec())], Limits::default()))
}

#[test]
fn two_runs_are_the_same_to_the_byte() {
    let all = complete::cases();
    let edits = all.values().filter_map(|case| case.not_met.as_ref());
    for edits in edits.step_by(20) {
        let text = complete().edited(edits).text();
        assert_eq!(report_of(text.as_bytes()), report_of(text.as_bytes()));
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
    let examples = examples();
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for round in 0..mutants() {
        let example = &examples[dice.roll(examples.len())];
        let base = if round % 50 == 0 { example.clone() } else { [b"dossier: 1\n".to_vec(), passage(example, &mut dice)].concat() };
        let bytes = mutant(&base, &mut dice);
        let shown = report_of(&bytes);
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
