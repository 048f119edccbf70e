//! The fields of a dossier are data: what Rust reads of them is what is declared, and a pack can declare its own.

use std::fs;
use std::path::Path;

use readiness::dossier::Dossier;
use readiness::dossier::answer::View;
use readiness::fields::Shape;
use readiness::packs::load_book;
use readiness::rules::Book;
use readiness::text::Held;

use crate::complete::book;
use crate::harness::run_in;

#[test]
fn what_the_facts_read_is_declared_so() {
    let mut found = Vec::new();
    Dossier::differences(&Shape::Record(book().schema.root.clone().into()), "dossier", &mut found);
    assert!(found.is_empty(), "{found:#?}");
}

/// A folder that holds these files.
fn written(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    files.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).unwrap());
    folder
}

/// The exit code, and all that was written.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let ran = run_in(folder, arguments);
    (ran.code, ran.out + &ran.err)
}

const PACK: &str = r#"
[pack]
id        = "house"
title     = "House rules"
version   = "1"
publisher = "Nymouth"

[fields.extra]
means   = "What our own board asks."
kept_by = "adopter"

[fields.extra.field.visited]
type     = "true-or-false"
means    = "Whether somebody of us has seen it in use elsewhere."
example  = "true"
ask      = "the driver"
denies   = ["visits"]
denied   = "nobody is said to have visited, and a visit is listed"

[fields.extra.field.visits]
type     = "list of visit"
means    = "The visits."
ask      = "the driver"
formerly = ["journeys"]

[fields.extra.field.visits_complete]
type  = "attestation"
means = "Who says that every visit is listed."
ask   = "the driver"

[fields.visit]
means = "One visit."
key   = "place"

[fields.visit.field.place]
type    = "text"
means   = "Where."
example = "Westmouth"
ask     = "the driver"

[fields.visit.field.made]
type    = "date"
means   = "When."
example = "2026-05-01"
ask     = "the driver"

[fields.visit.field.mood]
type    = "mood"
means   = "What its users there think of it."
example = "content"
ask     = "whoever went"

[fields.mood]
means = "What users think."

[fields.mood.word]
content = "They would buy it again."
regret  = "They would not."

[[check]]
id      = "seen-in-use"
asks    = "Has somebody of us seen it in use, where its users are content?"
when.product.contains_ai = true
met.extra.house.visits.every = { mood = "content", made.within_last = "P2Y" }
gate    = "procurement"
force   = "best-practice"
who     = "driver"
gap     = "Where we saw it, users are not content."
action  = "Visit a place that uses it."
why     = "Users know what a sales talk leaves out."
example = "extra: {house: {visits: [{place: Westmouth, made: 2026-05-01, mood: content}]}}"
"#;

const HEAD: &str = "dossier: 1\nproduct: {name: x, version: '1', released: 2026-01-01, contains_ai: true}\n";

fn outcome(dossier: &str) -> String {
    let folder = written(&[("house.toml", PACK), ("dossier.yaml", &format!("{HEAD}{dossier}\n"))]);
    let arguments = ["check", "dossier.yaml", "--pack", "house.toml", "--as-of", "2026-11-24", "--format", "json"];
    let (_, text) = run(folder.path(), &arguments);
    // What could not be read is told on standard error, after the document.
    let Ok(report) = serde_json::from_str::<serde_json::Value>(&text) else { return text };
    let told = crate::told::told(&report);
    let checks = told["checks"].as_array().unwrap();
    let check = checks.iter().find(|check| check["check"] == "seen-in-use").unwrap();
    format!("{} {}", check["outcome"].as_str().unwrap(), check["path"].as_str().unwrap())
}

#[test]
fn a_pack_declares_fields_of_its_own_and_asks_for_them() {
    let visit = |mood: &str| format!("extra: {{house: {{visits: [{{place: Westmouth, made: 2026-05-01, mood: {mood}}}]}}}}");
    assert_eq!(outcome(&visit("content")), "met extra.house.visits[Westmouth].mood");
    assert_eq!(outcome(&visit("regret")), "not-met extra.house.visits[Westmouth].mood");
    assert_eq!(outcome(""), "unknown extra.house.visits");
    assert_eq!(outcome("extra: {house: {visits: {none: We were invited nowhere.}}}"), "met extra.house.visits");
    for (wrong, told) in [
        (visit("cross"), "`cross` is not one of content, regret"),
        ("extra: {house: {journeys: []}}".into(), "`journeys` is now called `visits`"),
        ("extra: {house: {visited: false, visits: [{place: Westmouth}]}}".into(), "nobody is said to have visited, and a visit is listed"),
        ("extra: {hause: {}}".into(), "did you mean `house`?"),
    ] {
        assert!(outcome(&wrong).contains(told), "{wrong}: {}", outcome(&wrong));
    }
}

#[test]
fn fields_of_a_pack_are_explained_and_published_like_the_others() {
    let folder = written(&[("house.toml", PACK), ("dossier.yaml", &format!("{HEAD}extra: {{}}\n"))]);
    let told = |arguments: &[&str]| run(folder.path(), &[arguments, &["--pack", "house.toml"]].concat()).1;
    assert!(told(&["explain", "seen-in-use"]).contains("What its users there think of it."));
    assert!(told(&["init", "-"]).contains("Whether somebody of us has seen it in use elsewhere."));
    let schema: serde_json::Value = serde_json::from_str(&told(&["schema"])).unwrap();
    assert!(schema.to_string().contains("They would buy it again"));
    let (code, text) = run(folder.path(), &["check", "dossier.yaml"]);
    assert!(code == 2 && text.contains("name it with `--pack`"), "{text}");
}

fn with(declarations: &str) -> Result<Held<Book>, Vec<String>> {
    let head = "[pack]\nid = 'house'\ntitle = 't'\nversion = '1'\npublisher = 'p'\n";
    load_book(&[("house.toml".into(), format!("{head}{declarations}"))])
        .map_err(|error| error.mistakes.iter().map(|mistake| format!("{} {:?}", mistake.line(&error.sources), mistake.help)).collect())
}

#[test]
fn what_is_wrong_with_declarations_is_told_at_its_place() {
    let field = |name: &str, more: &str| {
        format!("[fields.extra]\nmeans = 'm'\n[fields.extra.field.{name}]\nmeans = 'm'\nexample = 'e'\nask = 'a'\n{more}\n")
    };
    for (declarations, told) in [
        (field("a", "type = 'shar'"), "did you mean `share`"),
        (field("a", "type = 'list of text'"), "`several text`"),
        (field("a", "type = 'several judgement'"), "takes a type of one value"),
        (field("a", "type = 'table of table of text'"), "a table of tables"),
        (field("some", "type = 'text'"), "no field may be called `some`"),
        (field("reviewed", "type = 'text'"), "no field may be called `reviewed`"),
        (field("a", "type = 'text'\nday = 'ends'"), "`day` makes no sense for `text`"),
        (field("a", "type = 'text'\nswitch = []"), "`switch` makes no sense for `text`"),
        (field("a", "type = 'true-or-false'\nswitch = ['nowhere']"), "`nowhere` is not a place in a dossier"),
        (field("a", "type = 'true-or-false'\ndenies = ['a']"), "`denies` and `denied` go together"),
        (field("a", "type = 'text'\nrefers_to = 'product'"), "`product` is not a list of a dossier"),
        (field("a", "type = 'count'\nnot_above = ['b']"), "has no other field `b`"),
        ("[fields.extra]\nmeans = 'm'\n".into(), "a record without a field"),
        ("[fields.thing]\nmeans = 'm'\n[fields.thing.field.a]\ntype = 'text'\nmeans = 'm'\n".into(), "nothing declares the record `extra`"),
        (field("a", "type = 'text'") + "[fields.mood]\nmeans = 'm'\n[fields.mood.word]\n", "a set of words without a word"),
        (field("a", "type = 'text'") + "[fields.mood]\nmeans = 'm'\n[fields.mood.word]\nnone = 'x'\n", "reads as if nobody had answered"),
        (field("a", "type = 'r'") + "[fields.r]\nmeans = 'm'\n[fields.r.field.x]\ntype = 'r'\nmeans = 'm'\n", "`r` contains itself"),
        (field("a", "type = 'list of r'") + "[fields.r]\nmeans = 'm'\n[fields.r.field.x]\ntype = 'text'\nmeans = 'm'\n", "are found"),
    ] {
        let mistakes = with(&declarations).err().unwrap_or_default();
        assert!(mistakes.iter().any(|mistake| mistake.contains(told)), "{declarations}\n{told}\n{mistakes:#?}");
        assert!(mistakes.iter().all(|mistake| mistake.starts_with("house.toml:")), "{mistakes:#?}");
    }
}

#[test]
fn declarations_that_multiply_are_refused_before_they_grow() {
    let level = |at: usize| {
        let next = at + 1;
        format!(
            "[fields.r{at}]\nmeans = 'm'\n[fields.r{at}.field.x]\ntype = 'r{next}'\nmeans = 'm'\n[fields.r{at}.field.y]\ntype = 'r{next}'\nmeans = 'm'\n"
        )
    };
    let all: String = (0..40).map(level).collect();
    let all = format!("[fields.extra]\nmeans = 'm'\n[fields.extra.field.a]\ntype = 'r0'\nmeans = 'm'\n{all}");
    let mistakes = with(&all).err().unwrap_or_default();
    assert!(mistakes.iter().any(|mistake| mistake.contains("records in each other")), "{}", mistakes.len());
}

/// What a file says is wrong whatever the others say: laying files over each other loses nothing and excuses nothing.
#[test]
fn each_file_of_a_dossier_answers_for_itself() {
    let hazards = |members: &str| format!("dossier: 1\nclinical_safety: {{hazards: [{members}]}}\n");
    for (first, second, told) in [
        (
            "dossier: 1\nclinical_safety: {scheme: }\n".into(),
            "dossier: 1\nkept_by: supplier\nclinical_safety: {scheme: own}\n".to_string(),
            "cannot answer for the adopter",
        ),
        (hazards("{id: h1}, null"), hazards("{describes: harm}, harm"), "`describes` is not a field"),
        (hazards("{id: h0}"), hazards("{id: h1, cause: a}, {id: h1, harm: b}"), "have the same `id`"),
        (hazards("{id: h0}"), hazards("{id: {says: h0, foo: bar}}"), "`foo` does not belong to an answer"),
        (hazards("{id: h0}"), "dossier: 2\n".into(), "not a format of dossier"),
        (hazards("{id: h0}"), "dossier: 1\nkept_by: suplier\n".into(), "did you mean `supplier`"),
    ] {
        let folder = written(&[("dossier.yaml", &first), ("more.yaml", &second)]);
        let (code, text) = run(folder.path(), &["check", "."]);
        assert!(code == 2 && text.contains(told), "{first}\n{second}\n{text}");
    }
    let folder = written(&[
        ("dossier.yaml", "dossier: 1\nkept_by: supplier\nclinical_safety: {scheme: }\n"),
        ("a.yaml", "dossier: 1\nclinical_safety: {scheme: own}\n"),
    ]);
    assert_eq!(run(folder.path(), &["check", "."]).0, 1, "a blank key of the supplier's is no answer for the adopter");
    fs::remove_file(folder.path().join("a.yaml")).unwrap();
}
