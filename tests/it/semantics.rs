//! The tables of the design, pinned: answers, conditions, switches, support, gates, force and severity, verdict.

use readiness::assessment::{Asked, Case, Circumstances, Finding, Outcome, Scene, Support, assess_check, message};
use readiness::dossier::load;
use readiness::facts::{FileState, Files};
use readiness::packs::load_book;
use readiness::rules::Book;
use readiness::terms::{Choice, Force, Gate, Severity};
use readiness::text::Held;
use readiness::text::Limits;

use crate::complete::{self, Edit, complete};

const HEAD: &str = "[pack]\nid = 'test'\ntitle = 'Test'\nversion = '1'\npublisher = 'Test'\n";

/// A book with one more check, whose conditions are these lines of TOML.
fn book(conditions: &str) -> Held<Book> {
    let gap = if conditions.contains("# no gap") { "" } else { "gap = 'g'\n" };
    let gate = if conditions.contains("gate =") { "" } else { "gate = 'procurement'\n" };
    let force = if conditions.contains("force =") { "" } else { "force = 'law'\n" };
    let text = format!(
        "{HEAD}[[check]]\nid = 'test'\nasks = 'Is it so?'\nwho = 'driver'\naction = 'a'\nwhy = 'w'\nexample = 'e'\n{gap}{gate}{force}{conditions}\n"
    );
    load_book(&[("test.toml".into(), text)]).unwrap_or_else(|error| {
        let lines: Vec<String> = error.mistakes.iter().map(|mistake| mistake.line(&error.sources)).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// The version, its release, and who holds the roles that judge and review.
const BASE: &str = "dossier: 1\nproduct: {version: '2', released: 2026-05-01}\nadopter: {nation: england, people: {ai_lead: {name: A}}}\n";

fn with<T>(conditions: &str, dossier: &str, files: &Files, f: impl FnOnce(&Scene<'_>, &Finding<'_>) -> T) -> T {
    let book = book(conditions);
    let loaded = load(vec![("d.yaml".into(), dossier.as_bytes().to_vec())], Limits::default(), &book.schema).unwrap_or_else(|error| {
        let lines: Vec<String> = error.mistakes.iter().map(|mistake| mistake.line(&error.sources)).collect();
        panic!("{dossier}\n{}", lines.join("\n"))
    });
    let as_of = jiff::civil::date(2026, 11, 24);
    let case = Case { book: &book, as_of, asked: Asked::default() };
    let known = case.work_out(&loaded, files);
    let scene = case.scene(&loaded, &known);
    let finding = assess_check(&scene, &Circumstances::new(&book), book.check("test").unwrap(), Gate::Procurement);
    f(&scene, &finding)
}

fn outcome(conditions: &str, dossier: &str) -> Outcome {
    with(conditions, &format!("{BASE}{dossier}"), &Files::default(), |_, finding| finding.outcome)
}

use Outcome::{Met, NotApplicable, NotMet, Unknown};

#[test]
fn answers_read_by_present_answered_and_comparisons() {
    let rows = [
        ("", Unknown, Unknown, Unknown),
        ("model: {certainty: {shown: null}}", Unknown, Unknown, Unknown),
        ("model: {certainty: {shown: TBC}}", Unknown, Unknown, Unknown),
        ("model: {certainty: {shown: {says: soon}}}", Unknown, Unknown, Unknown),
        ("model: {certainty: {shown: {none: no output}}}", Unknown, Met, Unknown),
        ("model: {certainty: {shown: {not_applicable: no output}}}", Unknown, Unknown, Unknown),
        ("model: {certainty: {shown: false}}", Met, Met, NotMet),
        ("model: {certainty: {shown: true}}", Met, Met, Met),
        ("model: {certainty: {shown: {is: true}}}", Met, Met, Met),
    ];
    for (dossier, present, answered, is_true) in rows {
        assert_eq!(outcome("met.model.certainty.shown.present = true # no gap", dossier), present, "{dossier}");
        assert_eq!(outcome("met.model.certainty.shown.answered = true # no gap", dossier), answered, "{dossier}");
        assert_eq!(outcome("met.model.certainty.shown = true", dossier), is_true, "{dossier}");
    }
    let negated = "met.not.model.certainty.shown.present = true";
    assert_eq!(outcome(negated, ""), Unknown, "no negation turns absence into true");
    assert_eq!(outcome(negated, "model: {certainty: {shown: true}}"), NotMet);
}

#[test]
fn text_that_says_nothing() {
    for text in ["", "TBC", "n/a", "none", "-", "to follow", "Is it so?", "is it so ?"] {
        let dossier = format!("model: {{inputs: \"{text}\"}}");
        assert_eq!(outcome("met.model.inputs.answered = true # no gap", &dossier), Unknown, "{text:?}");
    }
    assert_eq!(outcome("met.model.inputs.answered = true # no gap", "model: {inputs: Images.}"), Met);
}

#[test]
fn lists() {
    let some = "met.regulation.marks.some = { class = 'IIa' }";
    let every = "met.bias.risks.every = { affects = 'sex' }";
    let none = "met.bias.risks.none = { affects = 'sex' }";
    let risks = |one: &str, two: &str| format!("bias: {{risks: [{{id: a, {one}}}, {{id: b, {two}}}]}}");
    let marks = |one: &str, two: &str| format!("regulation: {{marks: [{{id: a, {one}}}, {{id: b, {two}}}]}}");
    for (dossier, wanted) in [
        (String::new(), Unknown),
        ("regulation: {marks: []}".into(), Unknown),
        (marks("class: I", "class: IIa"), Met),
        (marks("class: I", "kind: ce"), Unknown),
        (marks("class: I", "class: IIb"), NotMet),
        ("regulation: {marks: {none: not a device}}".into(), NotMet),
    ] {
        assert_eq!(outcome(some, &dossier), wanted, "{dossier}");
    }
    for (dossier, wanted, opposite) in [
        ("bias: {risks: []}".to_string(), Unknown, Unknown),
        (risks("affects: sex", "affects: sex"), Met, NotMet),
        (risks("affects: sex", "risk: r"), Unknown, NotMet),
        (risks("affects: sex", "affects: age"), NotMet, NotMet),
        (risks("affects: age", "affects: age"), NotMet, Met),
        ("bias: {risks: {none: none was found}}".into(), Met, Met),
    ] {
        assert_eq!(outcome(every, &dossier), wanted, "every: {dossier}");
        assert_eq!(outcome(none, &dossier), opposite, "none: {dossier}");
    }
}

#[test]
fn what_is_said_of_a_whole_list_is_asserted_until_the_list_is_complete() {
    let support = |attested: &str| {
        let dossier = format!(
            "{BASE}bias: {{reviewed: {{by: A, role: ai_lead, on: 2026-09-01, version: '2'}}, risks: [{{id: a, affects: sex}}]{attested}}}"
        );
        with("met.bias.risks.every = { affects = 'sex' }", &dossier, &Files::default(), |_, finding| finding.support)
    };
    assert_eq!(support(""), Support::Asserted);
    assert_eq!(support(", risks_complete: {by: ai_lead}"), Support::Asserted);
    assert_eq!(support(", risks_complete: {by: ai_lead, on: 2027-01-01}"), Support::Asserted, "dated after the report");
    assert_eq!(support(", risks_complete: {by: ai_lead, on: 2026-09-01}"), Support::Reviewed);
}

#[test]
fn judgements() {
    let met = "met.strategy.right_solution.judged = 'acceptable'";
    for (judgement, wanted) in [
        ("says: good", Unknown),
        ("judged: acceptable, by: ai_lead, on: 2026-09-01", Met),
        ("judged: unacceptable, by: ai_lead, on: 2026-09-01", NotMet),
        ("judged: unacceptable", NotMet),
        ("judged: acceptable, on: 2026-09-01", Unknown),
        ("judged: acceptable, by: supplier, on: 2026-09-01", Unknown),
        ("judged: uncertain, by: ai_lead, on: 2026-09-01", Unknown),
        ("judged: acceptable, by: ai_lead", Unknown),
        ("judged: acceptable, by: ai_lead, on: 2026-04-30", Unknown),
        ("judged: acceptable, by: ai_lead, on: 2026-11-25", Unknown),
    ] {
        assert_eq!(outcome(met, &format!("strategy: {{right_solution: {{{judgement}}}}}")), wanted, "{judgement}");
    }
    let unreleased = "dossier: 1\nstrategy: {right_solution: {judged: acceptable, by: ai_lead, on: 2026-09-01}}\n";
    assert_eq!(with(met, unreleased, &Files::default(), |_, finding| finding.outcome), Unknown);
    let support = |judgement: &str| {
        let dossier = format!("{BASE}strategy: {{right_solution: {{judged: acceptable, on: 2026-09-01{judgement}}}}}");
        with(met, &dossier, &Files::default(), |_, finding| finding.support)
    };
    assert_eq!(support(""), Support::Asserted);
    assert_eq!(support(", by: driver"), Support::Asserted, "nobody is named as driver");
    assert_eq!(support(", by: supplier"), Support::Asserted);
    assert_eq!(support(", by: ai_lead"), Support::Reviewed);
}

#[test]
fn reviews() {
    let needs = "met.model.certainty.shown = true\nneeds = 'reviewed'";
    for (review, wanted) in [
        ("", Unknown),
        ("by: A, role: ai_lead, on: 2026-09-01, version: '2'", Met),
        ("by: A, role: ai_lead, on: 2026-04-01, version: '2'", Unknown),
        ("by: A, role: ai_lead, on: 2026-12-01, version: '2'", Unknown),
        ("by: A, role: ai_lead, on: 2026-09-01, version: '1'", Unknown),
        ("by: A, role: supplier, on: 2026-09-01, version: '2'", Unknown),
        ("by: A, role: driver, on: 2026-09-01, version: '2'", Unknown),
        ("role: ai_lead, on: 2026-09-01, version: '2'", Unknown),
        ("by: A, role: ai_lead, on: 2026-09-01", Unknown),
    ] {
        let at_leaf = format!("model: {{certainty: {{shown: {{is: true, reviewed: {{{review}}}}}}}}}");
        assert_eq!(outcome(needs, &at_leaf), wanted, "{review}");
        let around = format!("model: {{reviewed: {{{review}}}, certainty: {{shown: true}}}}");
        assert_eq!(outcome(needs, &around), wanted, "{review}");
    }
    let accepted = "product: {version: '2', released: 2026-05-01, equivalent_versions: [{version: '1', released: 2026-01-01, for: [judgements], accepted_by: ai_lead, accepted_on: 2026-06-01}]}";
    let dossier = format!(
        "dossier: 1\n{accepted}\nadopter: {{people: {{ai_lead: {{name: A}}}}}}\nmodel: {{certainty: {{shown: {{is: true, reviewed: {{by: A, role: ai_lead, on: 2026-02-01, version: '1'}}}}}}}}\n"
    );
    assert_eq!(with(needs, &dossier, &Files::default(), |_, finding| finding.outcome), Met, "an equivalence that was accepted");
}

#[test]
fn documents() {
    let hash = "0a";
    let files = Files::from([("doc".to_string(), FileState::found(hash))]);
    let rows = [
        ("kind: certificate, file: a, sha256: 0a, issued: 2026-01-01, expires: 2026-11-24", Met),
        ("kind: certificate, file: a, sha256: 0A, issued: 2026-01-01, expires: {none: it has no end}", Met),
        ("kind: certificate, file: a, sha256: 0a, issued: 2026-01-01, expires: 2026-11-23", Unknown),
        ("kind: certificate, file: a, sha256: 0a, issued: 2026-01-01", Unknown),
        ("kind: certificate, file: a, sha256: 0a, expires: 2027-01-01", Unknown),
        ("kind: certificate, file: a, issued: 2026-01-01, expires: 2027-01-01", Unknown),
        ("kind: certificate, file: a, sha256: 0b, issued: 2026-01-01, expires: 2027-01-01", Unknown),
        ("kind: certificate, file: a, sha256: 0a, issued: 2026-12-01, expires: 2027-01-01", Unknown),
        ("kind: declaration, file: a, sha256: 0a, issued: 2026-01-01, product_version: '2'", Met),
        ("kind: declaration, file: a, sha256: 0a, issued: 2026-01-01, product_version: '2', expires: 2026-02-01", Met),
        ("kind: declaration, file: a, sha256: 0a, issued: 2026-01-01, product_version: '1'", Unknown),
        ("kind: declaration, file: a, sha256: 0a, issued: 2026-01-01", Unknown),
        ("kind: policy, file: a, sha256: 0a, issued: 2026-01-01", Unknown),
        ("file: a, sha256: 0a, issued: 2026-01-01", Unknown),
    ];
    let needs = "met.model.certainty.shown = true\nneeds = 'evidenced'\nevidence = ['certificate', 'declaration']";
    for (item, wanted) in rows {
        let dossier = format!("{BASE}model: {{certainty: {{shown: {{is: true, evidence: [doc]}}}}}}\nevidence: {{doc: {{{item}}}}}\n");
        assert_eq!(with(needs, &dossier, &files, |_, finding| finding.outcome), wanted, "{item}");
    }
    for state in [FileState::Missing, FileState::Outside, FileState::Unreadable("x".into())] {
        let dossier =
            format!("{BASE}model: {{certainty: {{shown: {{is: true, evidence: [doc]}}}}}}\nevidence: {{doc: {{{}}}}}\n", rows[0].0);
        assert_eq!(with(needs, &dossier, &Files::from([("doc".to_string(), state)]), |_, finding| finding.outcome), Unknown);
    }
}

#[test]
fn what_does_not_hold_beside_an_answer_hides_nothing_around_it() {
    let files = Files::from([("old".to_string(), FileState::found("0a")), ("new".to_string(), FileState::found("0b"))]);
    let register = "evidence: {old: {kind: policy, file: a, sha256: ff, issued: 2026-01-01}, new: {kind: policy, file: b, sha256: 0b, issued: 2026-01-01}}\n";
    let old = "reviewed: {by: A, role: ai_lead, on: 2026-09-01, version: '1'}";
    let new = "reviewed: {by: A, role: ai_lead, on: 2026-09-01, version: '2'}";
    let support = |leaf: &str, around: &str| {
        let dossier = format!("{BASE}model: {{{around}, certainty: {{shown: {{is: true{leaf}}}}}}}\n{register}");
        with("met.model.certainty.shown = true", &dossier, &files, |_, finding| finding.support)
    };
    for (worse, around, wanted) in
        [(", evidence: [old]", "evidence: [new]", Support::Evidenced), (&format!(", {old}"), new, Support::Reviewed)]
    {
        assert_eq!(support(worse, around), wanted);
        assert_eq!(support("", around), wanted, "removing what does not hold changes nothing");
    }
    assert_eq!(support(", evidence: [old]", old), Support::Asserted);
}

#[test]
fn switches() {
    let check = "when.product.contains_ai = true\nmet.model.inputs.present = true # no gap";
    let review = "reviewed: {by: A, role: ai_lead, on: 2026-09-01, version: '2'}";
    let product = |said: &str| {
        format!("dossier: 1\nproduct: {{version: '2', released: 2026-05-01{said}}}\nadopter: {{people: {{ai_lead: {{name: A}}}}}}\n")
    };
    let outcome = |dossier: String| with(check, &dossier, &Files::default(), |_, finding| finding.outcome);
    assert_eq!(outcome(product("")), Unknown);
    assert_eq!(outcome(product(", contains_ai: false")), Unknown, "false and not reviewed");
    assert_eq!(outcome(product(&format!(", contains_ai: {{is: false, {review}}}"))), NotApplicable);
    let contradicted =
        format!("{}validation: {{training_data: {{size: 4}}}}\n", product(&format!(", contains_ai: {{is: false, {review}}}")));
    assert_eq!(outcome(contradicted), Unknown, "training data contradict it");
    assert_eq!(outcome(format!("{}model: {{inputs: Images.}}\n", product(", contains_ai: true"))), Met);
    let as_it_stands = "met.product.contains_ai = false";
    assert_eq!(
        with(as_it_stands, &product(", contains_ai: false"), &Files::default(), |_, finding| finding.outcome),
        Met,
        "`met` reads it as it stands"
    );
}

/// A pack with one check of its own.
fn house(lines: &str) -> String {
    format!("{HEAD}[[check]]\nid='t'\nasks='?'\nwho='driver'\naction='a'\nwhy='w'\nexample='e'\ngate='pilot'\nforce='law'\n{lines}\n")
}

#[test]
fn not_applicable_is_earned() {
    let plain = "met.model.inputs.answered = true # no gap";
    let allowed = "met.model.inputs.answered = true # no gap\nnot_applicable = 'allowed'";
    let said = "model: {inputs: {not_applicable: It has none.}}";
    assert_eq!((outcome(plain, said), outcome(allowed, said)), (Unknown, NotApplicable));
    let two = "not_applicable='allowed'\nmet.model = { inputs.present = true, outliers.how.present = true }";
    assert!(load_book(&[("t.toml".into(), house(two))]).is_err(), "only one answer can be said not to apply");
    let every = "met.validation.studies.every = { design.present = true } # no gap\nnot_applicable = 'allowed'";
    let second = "validation: {studies: [{id: a, design: {not_applicable: It has none.}}, {id: b}]}";
    assert_eq!(outcome(every, second), Unknown, "one member says that it does not apply, the other says nothing");
}

#[test]
fn numbers_dates_and_periods() {
    let local = |said: &str| format!("local: {{volume_per_year: {said}}}");
    for (condition, said, wanted) in
        [("at_least = 10", "10", Met), ("at_least = 10", "9", NotMet), ("at_most = 10", "10", Met), ("at_most = 10", "11", NotMet)]
    {
        assert_eq!(outcome(&format!("met.local.volume_per_year.{condition}"), &local(said)), wanted);
    }
    let tested = |day: &str| format!("security: {{penetration_test: {{tested_on: {day}}}}}");
    for (day, wanted) in [("2025-11-24", Met), ("2025-11-23", NotMet), ("2026-11-24", Met), ("2026-11-25", Unknown), ("TBC", Unknown)] {
        assert_eq!(outcome("met.security.penetration_test.tested_on.within_last = 'P12M'", &tested(day)), wanted, "{day}");
    }
    let expires = |day: &str| format!("product: {{version: '2', released: 2026-05-01, supplier: {{ico: {{expires: {day}}}}}}}");
    for (day, wanted) in [("2026-11-24", Met), ("2026-11-23", NotMet), ("{none: for good}", Met)] {
        let dossier = format!("dossier: 1\n{}\n", expires(day));
        let found = with("met.product.supplier.ico.expires.expired = false", &dossier, &Files::default(), |_, finding| finding.outcome);
        assert_eq!(found, wanted, "{day}");
    }
}

#[test]
fn an_answer_can_be_due_to_be_looked_at_again() {
    let check = "met.model.inputs.present = true # no gap\nreview_every = 'P12M'";
    for (on, wanted) in [("on: 2026-01-01", Met), ("on: 2025-01-01", Unknown), ("by: ai_lead", Unknown)] {
        assert_eq!(outcome(check, &format!("model: {{inputs: {{says: Images., {on}}}}}")), wanted, "{on}");
    }
    let either = "review_every='P12M'\nmet.any = [{ model.inputs.present = true }, { model.outliers.how.present = true }]";
    let refused = load_book(&[("t.toml".into(), house(either))]).expect_err("one of two answers could be removed when it is due");
    assert!(refused.mistakes[0].message.contains("each must be looked at again"), "{}", refused.mistakes[0].message);
}

#[test]
fn gates_and_until() {
    let due = |lines: &str, gate: Gate| {
        let book = book(&format!("met.model.inputs.present = true # no gap\n{lines}"));
        let loaded = load(vec![("d".into(), BASE.into())], Limits::default(), &book.schema).unwrap();
        let as_of = jiff::civil::date(2026, 11, 24);
        let case = Case { book: &book, as_of, asked: Asked::default() };
        let known = case.work_out(&loaded, &Files::default());
        let scene = case.scene(&loaded, &known);
        assess_check(&scene, &Circumstances::new(&book), book.check("test").unwrap(), gate).due
    };
    for (at, gate) in Gate::ALL.iter().enumerate() {
        assert_eq!(due("gate = 'pilot'", *gate), at >= 2, "{gate}");
        assert_eq!(due("gate = 'procurement'\nuntil = 'pilot'", *gate), (1..=2).contains(&at), "{gate}");
    }
}

#[test]
fn force_gives_severity() {
    let table = [
        (Force::Law, Severity::Blocker),
        (Force::MandatoryStandard, Severity::Blocker),
        (Force::ConditionOfAdoption, Severity::Blocker),
        (Force::BestPractice, Severity::Gap),
        (Force::Consideration, Severity::Note),
    ];
    for (force, severity) in table {
        assert_eq!(force.severity(), severity);
        let lines = format!("met.model.inputs.present = true # no gap\nforce = '{force}'");
        assert_eq!(with(&lines, BASE, &Files::default(), |_, finding| (finding.force, finding.severity)), (force, severity));
    }
}

#[test]
fn the_worst_of_several_and_not_applicable_only_if_all_are() {
    let order = [NotMet, Unknown, Met, NotApplicable];
    for (a, worse) in order.iter().enumerate() {
        for better in &order[a..] {
            assert_eq!(Outcome::worst([*better, *worse]), *worse);
        }
    }
    assert_eq!(Outcome::worst([NotApplicable, NotApplicable]), NotApplicable);
    assert_eq!(Outcome::worst([]), Unknown);
}

#[test]
fn parts_and_items_are_the_worst_of_what_they_hold_and_the_verdict_follows() {
    let loaded = complete().edited(&[Edit::remove("regulation.class_appropriate")]).load().unwrap();
    let case = complete::case();
    let known = case.work_out(&loaded, complete::files());
    let assessment = case.assess(&loaded, &known);
    let item = assessment.items().find(|item| item.item.id == "A3-01").unwrap();
    let parts: Vec<Outcome> = item.parts.iter().map(|part| part.outcome).collect();
    assert_eq!((parts, item.outcome), (vec![Met, Met, Met, Unknown], Unknown));
    assert_eq!(assessment.verdict.as_str(), "not-ready");
    assert_eq!((assessment.counts.blockers.failing, assessment.counts.blockers.unanswered), (0, 1));
}

#[test]
fn more_trained_than_there_are_is_not_trained() {
    let draft = complete().edited(&[Edit::set("training.staff[radiologists].progress[tri-x-users].trained", 15)]);
    let (outcome, text) = complete::with(draft.load(), "required-training-done", |scene, finding| {
        (finding.outcome, format!("{:?}", message(scene, finding)))
    });
    assert_eq!(outcome, Unknown);
    assert!(text.contains("one of the two is mistyped"), "{text}");
}

#[test]
fn a_study_counts_once_and_no_count_is_too_large() {
    let outcome = |path: &str, to: &str| {
        let draft = complete().edited(&[Edit::set(path, to)]);
        complete::with(draft.load(), "acceptance-level-reached", |_, finding| finding.outcome)
    };
    let studies = "validation.acceptance[pneumothorax].studies";
    assert_eq!(outcome(studies, "[ext-2]"), outcome(studies, "[ext-2, ext-2, ext-2, ext-2, ext-2]"));
    outcome("validation.studies[loc-1].results[pneumothorax].counts.tp", &u64::MAX.to_string());
}
