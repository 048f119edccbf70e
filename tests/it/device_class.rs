//! The class of a device from its purpose: a table of products in words, with the class and the rule expected in each regime.

use readiness::assessment::{Asked, Case};
use readiness::dossier::load;
use readiness::facts::{FactValue, Files, Known, Seen};
use readiness::rules::Book;
use readiness::text::Limits;
use toml::Value;

use crate::complete::{self, AS_OF, book};

fn products() -> Vec<Value> {
    let text = std::fs::read_to_string(complete::root().join("tests/data/device-class.toml")).unwrap();
    let table: toml::Table = text.parse().unwrap();
    table["product"].as_array().unwrap().clone()
}

/// The product as a dossier in one nation, with a mark in one class.
fn dossier(product: &Value, nation: &str, legislation: &str, class: &str) -> String {
    let names = [
        ("function", "function"),
        ("information_role", "information_role"),
        ("condition_severity", "severity"),
        ("autonomy", "autonomy"),
        ("vital_parameters", "vital_parameters"),
        ("vital_processes", "vital_processes"),
        ("drives_device", "drives_device"),
        ("driven_device_class", "driven_device_class"),
    ];
    let word = |value: &Value| value.as_str().map_or_else(|| value.as_bool().unwrap_or_default().to_string(), str::to_string);
    let said = |(field, name): &(&str, &str)| product.get(*name).map(|value| format!("  {field}: {}\n", word(value)));
    let purpose: String = names.iter().filter_map(said).collect();
    format!(
        "dossier: 1\nadopter: {{nation: {nation}}}\nintended_purpose:\n  statement: s\n{purpose}regulation:\n  medical_device: true\n  marks: [{{id: m, legislation: {legislation}, class: {class}}}]\n"
    )
}

/// A dossier with its facts.
struct Opened {
    known: Known,
}

fn opened(book: &Book, text: &str) -> Opened {
    let loaded = load(vec![("d.yaml".into(), text.as_bytes().to_vec())], Limits::default(), &book.schema).unwrap_or_else(|error| {
        panic!("{text}\n{}", error.mistakes.iter().map(|mistake| mistake.message.clone()).collect::<Vec<_>>().join("\n"))
    });
    let known = Case { book, as_of: AS_OF, asked: Asked::default() }.work_out(&loaded, &Files::default());
    Opened { known }
}

/// The value and the reason of a fact; none when it is not known.
fn fact(opened: &Opened, steps: &[&str]) -> (Option<String>, String) {
    fn step<'a>(seen: Seen<'a>, step: &str) -> Seen<'a> {
        match seen {
            Seen::Record(record) => record.field(record.names().iter().position(|name| *name == step).unwrap()),
            Seen::List(list) => Seen::Record(list.row(0)),
            other => other,
        }
    }
    let mut seen = Seen::Record(&opened.known.facts);
    for name in &steps[1..] {
        seen = step(seen, name);
    }
    let Seen::Fact(fact) = seen else { panic!("{steps:?} is no fact") };
    let value = fact.value.map(|value| match value {
        FactValue::Word(word) => word.to_string(),
        FactValue::Text(text) => text.to_string(),
        FactValue::Bool(yes) => yes.to_string(),
        other => format!("{other:?}"),
    });
    (value, fact.why.to_string())
}

#[test]
fn the_class_follows_from_the_purpose_in_each_regime() {
    let book = book();
    let products = products();
    assert!(products.len() >= 30, "only {} products", products.len());
    let mut wrong = Vec::new();
    for product in &products {
        for (nation, regime, legislation) in [("england", "gb", "uk-mdr-2002"), ("northern-ireland", "ni", "eu-mdr")] {
            let (class, why) = fact(&opened(book, &dossier(product, nation, legislation, "I")), &["facts", "device", "implied_class"]);
            let expected = &product[regime];
            let wanted = expected["class"].as_str().filter(|class| *class != "unknown");
            let rule = expected.get("rule").and_then(Value::as_str).unwrap_or_default();
            if class.as_deref() != wanted || !why.contains(rule) {
                wrong.push(format!(
                    "{} in {nation}: {class:?}, expected {wanted:?} by {rule}: {why}",
                    product["words"].as_str().unwrap_or_default()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_mark_is_held_against_the_rules_it_was_put_on_under() {
    let book = book();
    let triage = &products()[0];
    for (legislation, class, relation) in [
        ("uk-mdr-2002", "I", Some("equal")),
        ("uk-mdr-2002", "IIa", Some("higher")),
        ("eu-mdd", "I", Some("equal")),
        ("eu-mdr", "I", Some("lower")),
        ("eu-mdr", "IIb", Some("equal")),
        ("eu-ivdr", "B", None),
    ] {
        let opened = opened(book, &dossier(triage, "england", legislation, class));
        let (found, why) = fact(&opened, &["facts", "device", "marks", "[0]", "class_relation"]);
        assert_eq!(found.as_deref(), relation, "{legislation} {class}: {why}");
        let (settled, _) = fact(&opened, &["facts", "device", "class_settled"]);
        let wanted = relation.filter(|relation| *relation != "lower").map(|_| "true");
        assert_eq!(settled.as_deref(), wanted, "a class that is too low, or cannot be compared, is a query: {legislation} {class}");
    }
    let judged = dossier(triage, "england", "eu-mdr", "I")
        + "  class_appropriate: {judged: acceptable, says: The notified body agreed., by: clinical_safety_officer, on: 2026-11-01}\n";
    let (settled, why) = fact(&opened(book, &judged), &["facts", "device", "class_settled"]);
    assert_eq!(settled.as_deref(), Some("true"));
    assert!(why.contains("lower than"), "what was judged is still told: {why}");
}

#[test]
fn a_class_i_directive_mark_is_recognised_only_when_it_was_declared_in_time_and_would_rise() {
    let book = book();
    let products = products();
    let triage = &products[0];
    let administrative = products.iter().find(|one| one["ni"]["class"].as_str() == Some("I")).unwrap();
    for (product, declared, wanted) in [
        (triage, "declared_on: 2021-05-25", Some("true")),
        (triage, "declared_on: 2021-05-26", None),
        (triage, "kind: ce", None),
        (administrative, "declared_on: 2021-05-25", None),
    ] {
        let text = dossier(product, "england", "eu-mdd", "I").replace("class: I}", &format!("class: I, kind: ce, {declared}}}"));
        let text = text.replace("kind: ce, kind: ce", "kind: ce");
        let (found, why) = fact(&opened(book, &text), &["facts", "device", "marks", "[0]", "recognised"]);
        assert_eq!(found.as_deref(), wanted, "{declared}: {why}");
        assert!(why.contains("secondary source"), "{why}");
    }
}

#[test]
fn somebody_in_the_united_kingdom_must_answer_for_a_device_from_abroad() {
    let book = book();
    for (supplier, wanted) in [
        ("{country: GB}", Some("true")),
        ("{country: DE, uk_responsible_person: Nymouth Regulatory Services Ltd}", Some("true")),
        ("{country: DE, uk_responsible_person: {none: Nobody was appointed.}}", Some("false")),
        ("{country: DE}", None),
        ("{name: Triadix}", None),
    ] {
        let text = format!("dossier: 1\nadopter: {{nation: england}}\nproduct: {{supplier: {supplier}}}\n");
        let (found, why) = fact(&opened(book, &text), &["facts", "device", "responsible_person"]);
        assert_eq!(found.as_deref(), wanted, "{supplier}: {why}");
    }
}
