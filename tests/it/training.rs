//! Training: the report's tables whole and as Figure A1 has them, and the plan that a training lead gets.

use std::collections::BTreeSet;
use std::fs;

use readiness::tables::Audience;
use readiness::terms::{Archetype, Choice};
use serde_json::Value;

use crate::complete;
use crate::harness::{json_in, run_in};

fn actions(staff: &str) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let dossier = format!("dossier: 1\nproduct: {{version: '2', contains_ai: true}}\ntraining:\n{staff}");
    fs::write(folder.path().join("d.yaml"), dossier).unwrap();
    let document = json_in(folder.path(), &["check", "d.yaml", "--as-of", "2026-11-24"]);
    document["dossiers"][0]["training"].as_array().unwrap().clone()
}

#[test]
fn every_outcome_of_the_tables_is_there_under_its_own_id() {
    let book = complete::book();
    for (table, last) in [("T1", 30), ("T2", 20), ("TA1", 33), ("TA2", 35), ("TA4", 52), ("TA5", 46), ("TA7", 26)] {
        let held = book.tables.outcomes.iter().find(|one| one.id == table).unwrap_or_else(|| panic!("there is no table {table}"));
        let ids: Vec<&str> = held.outcomes.iter().map(|outcome| outcome.id.as_str()).collect();
        let wanted: Vec<String> = (1..=last).map(|number| format!("{table}-{number:02}")).collect();
        assert_eq!(ids, wanted);
        let lost: Vec<&str> = held.outcomes.iter().filter(|outcome| outcome.level.is_none()).map(|outcome| outcome.id.as_str()).collect();
        let wanted: &[&str] = if table == "TA4" { &["TA4-50"] } else { &[] };
        assert_eq!(lost, wanted, "only a level that the source has lost is left out");
    }
}

#[test]
fn the_advanced_tables_hold_the_factors_that_figure_a1_ticks() {
    let text = fs::read_to_string(complete::root().join("tests/data/figure-a1.toml")).unwrap();
    let figure: toml::Table = text.parse().unwrap();
    let book = complete::book();
    for archetype in Archetype::ALL {
        let ticked: BTreeSet<&str> = figure["factor"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|factor| factor["needs"].as_array().unwrap().iter().any(|need| need.as_str() == Some(archetype.as_str())))
            .map(|factor| factor["factor"].as_str().unwrap())
            .collect();
        let table = book.tables.outcomes.iter().find(|table| table.audience == Audience::Archetype(*archetype)).unwrap();
        let held: BTreeSet<&str> = table.outcomes.iter().map(|outcome| outcome.topic.as_str()).collect();
        assert_eq!(held, ticked, "{archetype}");
        assert!(table.outcomes.iter().all(|outcome| outcome.clinical == (outcome.area == "Clinical use")));
    }
}

#[test]
fn a_group_needs_the_table_of_each_part_it_plays() {
    let group = |archetypes: &str, decides: bool| {
        format!(
            "  staff: [{{id: g, title: G, archetypes: [{archetypes}], headcount: 3, uses_product: false, decides_clinically: {decides}}}]\n"
        )
    };
    let tables = |staff: &str| -> Vec<String> {
        let all = actions(staff);
        all.iter().filter(|one| one["group"] == "G").map(|one| one["table"].as_str().unwrap().to_string()).collect()
    };
    assert_eq!(tables(&group("driver, embedder", true)), ["TA2", "TA5"]);
    assert_eq!(tables(&group("user", true)), ["TA7"]);
    let clinical =
        |decides| actions(&group("user", decides)).iter().find(|one| one["group"] == "G").unwrap()["outcomes"].as_array().unwrap().len();
    assert!(clinical(false) < clinical(true), "outcomes of clinical use count only where clinical decisions are made");
}

#[test]
fn a_level_includes_those_below_a_skill_must_be_observed_and_general_training_outlives_a_version() {
    let with = |covers: &str, version: &str| {
        format!(
            "  programmes: [{{id: p, valid_for: {{none: It does not lapse.}}, product_version: {version}, covers: [{covers}]}}]\n  staff: [{{id: g, title: G, archetypes: [driver], headcount: 3, progress: [{{programme: p, trained: 3, as_of: 2026-11-01}}]}}]\n"
        )
    };
    let open = |staff: &str, id: &str| {
        let all = actions(staff);
        all.iter().filter(|one| one["table"] == "TA2").any(|one| one["outcomes"].as_array().unwrap().iter().any(|outcome| outcome == id))
    };
    let general = "{none: It is about AI in general.}";
    let book = complete::book();
    let table = book.tables.outcomes.iter().find(|one| one.id == "TA2").unwrap();
    let of = |level: &str| table.outcomes.iter().find(|one| one.level.is_some_and(|one| one.as_str() == level)).unwrap().id.clone();
    let (knows, can) = (of("familiarity"), of("capable"));
    assert!(!open(&with(&format!("{{outcome: {knows}, level: understanding}}"), general), &knows), "understanding includes familiarity");
    assert!(open(&with(&format!("{{outcome: {knows}, level: awareness}}"), general), &knows));
    assert!(open(&with(&format!("{{outcome: {can}, level: capable, assessed: quiz}}"), general), &can), "a quiz shows no skill");
    assert!(!open(&with(&format!("{{outcome: {can}, level: capable, assessed: observed}}"), general), &can));
    assert!(
        open(&with(&format!("{{outcome: {knows}, level: understanding}}"), "'1'"), &knows),
        "without the version taught nobody can tell"
    );
}

#[test]
fn training_in_an_earlier_version_or_long_ago_is_to_be_done_again_and_says_why() {
    let staff = |taught: &str, on: &str, counted: &str| {
        format!(
            "  programmes: [{{id: p, valid_for: P12M, product_version: {taught}, covers: [{{outcome: T2-05, level: familiarity}}]}}]\n  staff: [{{id: g, title: G, uses_product: true, headcount: 3, progress: [{{programme: p, trained: 3, as_of: {counted}, product_version: {on}}}]}}]\n"
        )
    };
    let said = |staff: &str| {
        let all = actions(staff);
        let one = all.iter().find(|one| one["programme"] == "p").map(|one| one["message"].as_str().unwrap().to_string());
        one.unwrap_or_default()
    };
    assert_eq!(said(&staff("'2'", "'2'", "2026-11-01")), "");
    let old = said(&staff("'1'", "'1'", "2026-11-01"));
    assert!(old.contains("0 of 3 trained on 2, 3 to go (3 on 1, which the programme still teaches)"), "{old}");
    let renewed = said(&staff("'2'", "'1'", "2026-11-01"));
    assert!(renewed.contains("0 of 3 trained on 2, 3 to go (3 on 1)"), "{renewed}");
    let long = said(&staff("'2'", "'2'", "2025-10-01"));
    assert!(long.contains("0 of 3 trained, 3 to go (the training of 3 held until 1 October 2026)"), "{long}");
}

#[test]
fn what_all_staff_learnt_lapses_too() {
    let literacy = |counted: &str| {
        format!(
            "  programmes: [{{id: p, valid_for: P12M, product_version: {{none: General.}}, covers: [{{outcome: T1-01, level: awareness}}]}}]\n  literacy: {{programme: p, organisation_wide: {{trained: 9, headcount: 9, as_of: {counted}}}}}\n"
        )
    };
    let left = |counted: &str| actions(&literacy(counted)).into_iter().find(|one| one["programme"] == "p");
    assert!(left("2025-11-24").is_none(), "it holds through its last day");
    let lapsed = left("2025-11-23").unwrap();
    assert_eq!(lapsed["trained"], 0);
    assert!(lapsed["message"].as_str().unwrap().contains("(the training of 9 held until 23 November 2026)"), "{lapsed}");
}

#[test]
fn the_plan_as_csv_is_grouped_by_programme_and_runs_no_formula() {
    let staff = "  programmes: [{id: \"=cmd()\", covers: [{outcome: T2-05, level: familiarity}]}]\n  staff: [{id: g, title: \"+G\", headcount: 3, uses_product: true}]\n";
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("d.yaml"), format!("dossier: 1\nproduct: {{contains_ai: true}}\ntraining:\n{staff}")).unwrap();
    let plan = run_in(folder.path(), &["check", "d.yaml", "--as-of", "2026-11-24", "--format", "csv"]).out;
    let mut reader = csv::Reader::from_reader(plan.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert!(rows.iter().any(|row| &row[3] == "'=cmd()" && &row[4] == "'+G"), "{plan}");
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{plan}");
    let programmes: Vec<&str> = rows.iter().map(|row| &row[3]).collect();
    let mut grouped = programmes.clone();
    grouped.dedup();
    let distinct: BTreeSet<&str> = programmes.iter().copied().collect();
    assert_eq!(grouped.len(), distinct.len(), "one programme stands together: {programmes:?}");
}
