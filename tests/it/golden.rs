//! Every form of a report, whole, on a small pack and a small dossier that show each shape once.

use std::collections::BTreeSet;
use std::fs;

use jiff::civil::{Date, date};
use readiness::assessment::{Asked, Assessment, Case, Outcome};
use readiness::facts::{FileState, Files};
use readiness::packs::BUILT;
use readiness::report::document::{Head, Options, Origin, Rows, Run, catalogue};
use readiness::report::explain::explain;
use readiness::report::{View, Wish, csv, height, terminal, trace, yaml};
use readiness::rules::{Book, read_book};
use readiness::text::Limits;
use serde_json::{Value, json};

use crate::complete::{readable, root};

const AS_OF: Date = date(2026, 11, 24);

fn read(name: &str) -> String {
    fs::read_to_string(root().join("tests/data/small").join(name)).unwrap()
}

/// The small pack with the program's own fields, and its tables of documents and marks and classes.
fn book() -> Book {
    let own = BUILT.sources.files().map(|file| (&*file.name, &*file.text));
    let own = own.filter(|(name, _)| name.starts_with("rules/tables/") || name.starts_with("rules/dossier/"));
    let rules = read("rules.toml");
    let files: Vec<(&str, &str)> = std::iter::once(("rules.toml", rules.as_str())).chain(own).collect();
    read_book(&files).unwrap_or_else(|error| {
        let lines: Vec<String> = error.mistakes.iter().map(|mistake| mistake.line(&error.sources)).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// Hands the assessment of the small dossier to a test.
fn with<T>(f: impl FnOnce(&Book, &Assessment<'_>) -> T) -> T {
    let book = book();
    let case = Case { book: &book, as_of: AS_OF, asked: Asked::default() };
    let loaded = readable(case.load(vec![("dossier.yaml".into(), read("dossier.yaml").into_bytes())], Limits::default()));
    let found = [("certificate", "0a"), ("declaration", "0b")];
    let files: Files = found.into_iter().map(|(id, hash)| (id.to_string(), FileState::found(hash))).collect();
    let known = case.work_out(&loaded, &files);
    f(&book, &case.assess(&loaded, &known))
}

/// The document of the small dossier, as the program writes it.
fn document(book: &Book, assessment: &Assessment<'_>) -> Value {
    let head = Head::new(Run::of(book, AS_OF, Options::default()), catalogue(book));
    let origin = Origin { id: "small", file: "dossier.yaml", digests: &[] };
    let row = Rows::new(book).row(origin, assessment, &Wish::default());
    let mut whole = serde_json::to_value(&head).unwrap();
    whole["dossiers"] = json!([serde_json::from_slice::<Value>(&row).unwrap()]);
    whole["unreadable"] = json!([]);
    whole
}

fn page(wish: &Wish) -> String {
    with(|_, assessment| {
        let view = View::fitted(assessment, wish, |view, part| height(view, part, assessment.sources()));
        terminal(&view, assessment.sources(), 100, false)
    })
}

#[test]
fn the_page() {
    insta::assert_snapshot!(page(&Wish::default()));
}

#[test]
fn the_page_in_detail() {
    insta::assert_snapshot!(page(&Wish { detail: true, ..Wish::default() }));
}

#[test]
fn the_page_for_one_reader() {
    let wish = Wish { roles: vec![readiness::terms::Role::Supplier], reader: "supplier".into(), ..Wish::default() };
    insta::assert_snapshot!(page(&wish));
}

#[test]
fn the_documents_for_programs() {
    with(|book, assessment| {
        let document = document(book, assessment);
        insta::assert_snapshot!("json", readiness::report::json(&document));
        let beginning = |text: &str| text.lines().take(60).collect::<Vec<_>>().join("\n");
        insta::assert_snapshot!("yaml", beginning(&yaml(&document)));
        let plan = [csv::heading(), csv::plan("dossier.yaml", assessment, &Wish::default())].concat();
        insta::assert_snapshot!("csv", String::from_utf8(plan).unwrap());
    });
}

#[test]
fn the_trace() {
    with(|book, assessment| {
        insta::assert_snapshot!("trace", trace::terminal(&trace::trace(book, None), 100));
        insta::assert_snapshot!("trace_of_a_dossier", trace::terminal(&trace::trace(book, Some(("dossier.yaml", assessment))), 100));
    });
}

#[test]
fn explanations() {
    let book = book();
    for (name, id) in
        [("item", "S-02"), ("part", "s-02a"), ("check", "no-risk-by-sex"), ("judgement", "right-solution"), ("outcome", "T2-01")]
    {
        insta::assert_snapshot!(format!("explain_{name}"), explain(&book, id, 100).unwrap());
    }
}

/// The golden files are worth what they show: each outcome, support and reason is there.
#[test]
fn every_shape_is_shown() {
    with(|_, assessment| {
        let findings = &assessment.findings;
        let outcomes: BTreeSet<Outcome> = findings.iter().map(|finding| finding.outcome).collect();
        assert_eq!(outcomes.len(), 4, "{outcomes:?}");
        let met = findings.iter().filter(|finding| finding.outcome == Outcome::Met);
        assert_eq!(met.map(|finding| finding.support.as_str()).collect::<BTreeSet<_>>().len(), 3);
        let reasons: BTreeSet<String> = findings.iter().filter_map(|finding| finding.reason.as_ref()).map(kind).collect();
        let wanted = [
            "Applies(Unreviewed",
            "Doubt(Fact",
            "Doubt(Judgement",
            "Doubt(None",
            "Doubt(NotApplicable",
            "Doubt(Unsaid",
            "NotShown(Evidenced",
            "ReviewDue",
        ];
        assert_eq!(reasons, wanted.map(String::from).into());
        assert!(findings.iter().any(|finding| finding.members().len() == 2), "two members fail");
        assert!(!assessment.training.is_empty() && !assessment.lapses.is_empty() && !assessment.switched_off.is_empty());
        assert!(assessment.counts.due_later > 0);
    });
}

/// The kind of a reason, without its words.
fn kind(reason: &readiness::assessment::Reason) -> String {
    let text = format!("{reason:?}");
    let words: Vec<&str> = text.split(['(', ')', ' ']).take(2).collect();
    words.join("(").trim_end_matches('(').to_string()
}
