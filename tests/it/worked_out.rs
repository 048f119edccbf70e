//! What the program works out, as a user of `--format json` sees it: accuracy, groups, populations, projections, contradictions.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::complete;
use crate::harness::json_in;
use crate::told::told;

/// Runs a check on a dossier in a folder and returns the facts and the whole entry.
fn entry(folder: &Path, dossier: &str, flags: &[&str]) -> Value {
    fs::write(folder.join("dossier.yaml"), dossier).unwrap();
    let document = json_in(folder, &[&["check", "dossier.yaml", "--as-of", "2026-11-24"], flags].concat());
    told(&document)
}

fn facts(dossier: &str, flags: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    entry(folder.path(), dossier, flags)["facts"].clone()
}

fn rows(name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(complete::root().join("tests/data").join(name)).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| line.split(',').map(str::to_string).collect()).collect()
}

#[track_caller]
fn close(found: &Value, wanted: &str, what: &str) {
    let (found, wanted) = (found.as_f64().unwrap_or_else(|| panic!("{what}: {found}")), wanted.parse::<f64>().unwrap());
    assert!((found - wanted).abs() < 1e-9, "{what}: {found} is not {wanted}");
}

/// A dossier with one study for each published table of counts, and a local prevalence.
fn published(prevalence: &str) -> String {
    let study = |row: &Vec<String>| {
        format!(
            "    - {{id: {}, results: [{{target: finding, counts: {{tp: {}, fp: {}, fn: {}, tn: {}}}}}]}}\n",
            row[0], row[3], row[4], row[5], row[6]
        )
    };
    let studies: String = rows("accuracy.csv").iter().map(study).collect();
    format!(
        "dossier: 1\nlocal: {{volume_per_year: 10000, targets: [{{target: finding, prevalence: {prevalence}}}]}}\nvalidation:\n  studies:\n{studies}"
    )
}

#[test]
fn the_accuracy_of_every_published_table_agrees_to_nine_decimals() {
    let published_rows = rows("accuracy.csv");
    assert_eq!(published_rows.len(), 35);
    for (flags, method, low, high) in [(&[][..], "Wilson", 1, 2), (&["--intervals", "clopper-pearson"][..], "Clopper-Pearson", 3, 4)] {
        let facts = facts(&published("0.1"), flags);
        for (row, found) in published_rows.iter().zip(facts["accuracy"].as_array().unwrap()) {
            assert_eq!(found["study"], row[0].as_str());
            for (at, measure) in ["sensitivity", "specificity", "ppv", "npv"].iter().enumerate() {
                let (first, figures) = (7 + 5 * at, &found[measure]);
                let what = format!("{} {measure} {method}", row[0]);
                assert_eq!(figures["method"], method, "{what}");
                close(&figures["estimate"], &row[first], &what);
                close(&figures["lower"], &row[first + low], &what);
                close(&figures["upper"], &row[first + high], &what);
            }
        }
    }
}

#[test]
fn predictive_values_here_agree_with_published_tables_to_nine_decimals() {
    for prevalence in ["0.001", "0.02", "0.1", "0.3"] {
        let facts = facts(&published(prevalence), &[]);
        for row in rows("predictive.csv").iter().filter(|row| row[1] == prevalence) {
            let here = facts["here"].as_array().unwrap().iter().find(|one| one["study"] == row[0].as_str()).unwrap();
            close(&here["ppv"]["estimate"], &row[2], &row[0]);
            close(&here["npv"]["estimate"], &row[5], &row[0]);
            match row[3].as_str() {
                "" => assert!(here["ppv"]["lower"].is_null() && here["ppv"]["method"].is_null(), "{}: no interval at a zero cell", row[0]),
                lower => close(&here["ppv"]["lower"], lower, &row[0]),
            }
            let (alerts, yearly) = (&here["alerts_per_1000"]["estimate"], &here["alerts_per_year"]["estimate"]);
            assert!((alerts.as_f64().unwrap() * 10.0 - yearly.as_f64().unwrap()).abs() < 1e-6);
            assert!(here["ppv"]["why"].as_str().unwrap().contains("assuming that sensitivity and specificity hold here"));
        }
    }
}

fn groups(members: &str) -> Value {
    let dossier = format!(
        "dossier: 1\nvalidation: {{studies: [{{id: s, results: [{{target: t, counts: {{tp: 103, fp: 14, fn: 31, tn: 269}}, subgroups: [{members}]}}]}}]}}\n"
    );
    facts(&dossier, &[])["subgroups"].clone()
}

const NEGATIVE: &str = "id: neg, variable: hiv, group: negative, counts: {tp: 68, fp: 10, fn: 16, tn: 193}";
const POSITIVE: &str = "id: pos, variable: hiv, group: positive, counts: {tp: 35, fp: 4, fn: 15, tn: 76}";

#[test]
fn a_group_is_held_against_the_rest_or_a_reference_and_paired_groups_are_refused() {
    let rest = groups(&format!("{{{NEGATIVE}}}, {{{POSITIVE}}}"));
    let reference = groups(&format!("{{{NEGATIVE}}}, {{{POSITIVE}, reference: true}}"));
    for (against, found) in [("all others", &rest[0]), ("positive", &reference[0])] {
        assert_eq!(found["against"], against);
        let difference = &found["sensitivity_difference"];
        assert_eq!(difference["method"], "Newcombe");
        close(&difference["estimate"], "0.10952380952380958", against);
        close(&difference["lower"], "-0.03620193054546486", against);
        close(&difference["upper"], "0.2636789269000346", against);
        assert!(difference["why"].as_str().unwrap().contains("neither shown nor ruled out"), "{difference}");
    }
    assert!(reference[1]["sensitivity_difference"]["estimate"].is_null(), "the reference is not held against itself");
    let paired = groups(&format!("{{{NEGATIVE}, same_cases: true}}, {{{POSITIVE}}}"));
    let overlapping = groups(&format!("{{{NEGATIVE}}}, {{{POSITIVE}}}, {{{}}}", NEGATIVE.replace("id: neg", "id: again")));
    for refused in [&paired[0], &paired[1], &overlapping[0]] {
        assert!(refused["sensitivity_difference"]["estimate"].is_null() && refused["sensitivity"]["estimate"].is_number(), "{refused}");
    }
    assert!(!serde_json::to_string(&rest).unwrap().contains("no difference"));
}

#[test]
fn thresholds_tell_their_status_and_a_pack_of_ones_own_sets_another() {
    let folder = tempfile::tempdir().unwrap();
    let dossier = format!(
        "dossier: 1\nvalidation: {{studies: [{{id: s, results: [{{target: t, counts: {{tp: 103, fp: 14, fn: 31, tn: 269}}, subgroups: [{{{POSITIVE}}}]}}]}}]}}\n"
    );
    let enough = |entry: &Value| entry["facts"]["subgroups"][0]["large_enough"].clone();
    let usual = enough(&entry(folder.path(), &dossier, &[]));
    assert_eq!(usual["value"], false);
    assert!(usual["why"].as_str().unwrap().contains("0.2 (house choice)"), "{usual}");
    let pack = "[pack]\nid = 'own'\ntitle = 'Own'\nversion = '1'\npublisher = 'Nymouth'\n[[threshold]]\nid = 'subgroup-interval-width'\nvalue = 0.3\nstatus = 'house-choice'\nsays = 'wider'\nsource = 'the board'\n";
    fs::write(folder.path().join("own.toml"), pack).unwrap();
    let own = enough(&entry(folder.path(), &dossier, &["--pack", "own.toml"]));
    assert_eq!((own["value"].as_bool(), own["why"].as_str().unwrap().contains("0.3 (house choice)")), (Some(true), true), "{own}");
}

const COHORT: &str = "validation: {studies: [{id: s, population: {ethnicity: {white: 0.817, black: 0.04, asian: 0.093, other: 0.05}}}]}\n";

fn ethnicity(local: &str) -> Value {
    let facts = facts(&format!("dossier: 1\n{COHORT}local: {{population: {local}}}\n"), &[]);
    facts["population"].as_array().unwrap().iter().find(|row| row["variable"] == "ethnicity").unwrap().clone()
}

#[test]
fn patients_decide_and_residents_only_indicate() {
    let shares = "ethnicity: {white: 0.409, black: 0.078, asian: 0.434, other: 0.079}";
    let patients = ethnicity(&format!("{{of: patients, {shares}}}"));
    close(&patients["total_variation"], "0.408", "total variation");
    assert_eq!((patients["largest_gap_in"].as_str(), patients["alike"]["value"].as_bool()), (Some("white"), Some(false)));
    assert!(patients["alike"]["why"].as_str().unwrap().contains("house choice"));
    let residents = ethnicity(&format!("{{of: residents, {shares}}}"));
    assert!(residents["alike"]["value"].is_null() && residents["total_variation"].is_number(), "{residents}");
    let same = ethnicity("{of: patients, ethnicity: {white: 0.82, black: 0.04, asian: 0.09, other: 0.05}}");
    assert_eq!(same["alike"]["value"], true);
    let more = ethnicity("{of: patients, ethnicity: {white: 0.8, black: 0.04, asian: 0.09, other: 0.05, mixed: 0.02}}");
    assert_eq!(more["missing_from_study"]["value"], "mixed");
    let other = ethnicity("{of: patients, ethnicity: {white: 0.8, south asian: 0.2}}");
    assert!(
        other["alike"]["value"].is_null() && other["alike"]["why"].as_str().unwrap().contains("categories are not the same"),
        "{other}"
    );
    let odd = ethnicity("{of: patients, ethnicity: {white: 0.5, black: 0.3, asian: 0.05, other: 0.05}}");
    assert_eq!((odd["adds_up"]["value"].as_bool(), odd["alike"]["value"].is_null()), (Some(false), true), "{odd}");
}

#[test]
fn a_population_can_be_read_from_a_registered_table_of_the_census() {
    let folder = tempfile::tempdir().unwrap();
    let table = "code,name,population,female_pct,male_pct,eth_asian_pct,eth_black_pct,eth_white_pct,eth_other_pct_derived\nX1,Nymouth,10,50.5,49.5,9.3,4.0,81.7,5.0\nX2,Elsewhere,10,50,50,x,4,81,5\n";
    let read = |table: &str, area: &str| {
        fs::write(folder.path().join("census.csv"), table).unwrap();
        let dossier = format!(
            "dossier: 1\n{COHORT}local: {{population: {{of: residents, table: {{document: census, area: {area}}}}}}}\nevidence: {{census: {{kind: other, file: census.csv}}}}\n"
        );
        let facts = entry(folder.path(), &dossier, &[])["facts"].clone();
        facts["population"].as_array().unwrap().iter().find(|row| row["variable"] == "ethnicity").unwrap().clone()
    };
    for area in ["X1", "nymouth"] {
        let row = read(table, area);
        assert!(row["total_variation"].as_f64().unwrap() < 1e-12, "{row}");
    }
    for (table, area, why) in [
        (table, "X9", "no line for X9"),
        (table, "X2", "no share in the column eth_asian_pct"),
        ("", "X1", "no line for X1"),
        ("code,name\nX1,N\n", "X1", "no columns by ethnicity"),
        ("\u{0}\u{1}=cmd()\n,,,,", "X1", "no line for X1"),
    ] {
        let row = read(table, area);
        assert!(row["alike"]["value"].is_null(), "{row}");
        assert!(row["alike"]["why"].as_str().unwrap().contains(why), "{}: {why}", row["alike"]);
    }
}

#[test]
fn whether_to_validate_here_is_reasoned_and_sized() {
    let text = fs::read_to_string(complete::root().join("examples/tri-x-ready/dossier.yaml")).unwrap();
    let needed = |text: &str| facts(text, &[])["local_validation"].clone();
    let full = needed(&text);
    assert_eq!(full["needed"]["value"], true);
    for reason in ["people here differ by ethnicity", "ratio limit 2 (house choice)", "no study gives results by age"] {
        assert!(full["needed"]["why"].as_str().unwrap().contains(reason), "{reason}");
    }
    assert_eq!(full["decision_fits"]["value"], true);
    let size = &full["sizes"][0];
    assert_eq!(
        (size["target"].as_str(), size["cases"]["value"].as_u64(), size["total"]["value"].as_u64()),
        (Some("pneumothorax"), Some(139), Some(6950))
    );
    assert_eq!(size["weeks"]["value"], 7, "6,950 cases at 1,000 a week");
    let decided_not = text.replacen("generalisability:\n        is: true", "generalisability:\n        is: false", 1);
    assert_ne!(decided_not, text);
    let refused = needed(&decided_not);
    assert!(refused["decision_fits"]["value"].is_null(), "a no that passes over reasons is a query: {refused}");
    let elsewhere =
        text.replacen("planned_use:\n    settings: [acute hospital radiology]", "planned_use:\n    settings: [community clinic]", 1);
    assert!(needed(&elsewhere)["needed"]["why"].as_str().unwrap().contains("not done in the planned setting community clinic"));
}

fn contradictions(dossier: &str) -> Vec<(String, String, usize)> {
    let facts = facts(&format!("dossier: 1\n{dossier}"), &[]);
    let row = |one: &Value| {
        let from = one["fits"]["from"].as_array().unwrap().len();
        (one["id"].as_str().unwrap().to_string(), one["fits"]["why"].as_str().unwrap().to_string(), from)
    };
    facts["contradictions"].as_array().unwrap().iter().map(row).collect()
}

#[test]
fn answers_that_cannot_both_be_true_are_named_with_both_places() {
    let result = |inner: &str| {
        format!("validation: {{studies: [{{id: s, population: {{n: 10}}, results: [{{target: t, unit: patient, {inner}}}]}}]}}")
    };
    let rows = [
        ("regulation: {medical_device: false}\nintended_purpose: {function: diagnose}".to_string(), "no device, yet a medical purpose"),
        ("data_protection: {personal_data: false, purposes: [{purpose: direct-care, article_6: e}]}".into(), "no personal data, yet a lawful basis"),
        ("regulation: {marks: [{id: m, class: I, certificate: c}]}\nintended_purpose: {measuring: false}\nevidence: {c: {kind: certificate}}".into(), "class I, yet a certificate"),
        (result("reported: {sensitivity: {value: 0.9}}"), "a figure without its counts"),
        (result("counts: {tp: 90, fp: 10, fn: 10, tn: 90}"), "more counted than there were"),
        (
            "validation: {studies: [{id: s, results: [{target: t, counts: {tp: 1, fp: 1, fn: 1, tn: 1}, subgroups: [{id: g, counts: {tp: 9, fp: 1, fn: 1, tn: 1}}]}]}]}".into(),
            "a group larger than the whole",
        ),
        ("validation: {training_data: {sex: {female: 0.5, male: 0.3}}}".into(), "shares that do not add up: training data"),
        ("product: {name: tri-X}\nvalidation: {studies: [{id: s, product: tri-XYZ Pro}]}".into(), "a study of another product"),
        (result("counts: {tp: 9, fp: 0, fn: 1, tn: 0}, reported: {sensitivity: {value: 0.95}}"), "figures that their counts do not give"),
        ("product: {name: a-X}\nvalidation: {studies: [{id: s, product: b-X}]}".into(), "a study of another product"),
        (format!("{}\n", result("counts: {tp: 1}")).replace("studies:", "acceptance: [{target: other, studies: [s]}], studies:"), "a study of another target"),
        ("product: {version: '2'}\nevidence: {d: {kind: safety-case, product_version: '1'}}".into(), "a document about another version"),
        ("regulation: {medical_device: true, serious_incident_days: 30}".into(), "a reporting clock from superseded law"),
        ("validation: {studies: [{id: s, population: {sex: {female: 0.5, male: 0.4}}}]}\nlocal: {population: {of: patients, sex: {female: 0.5, male: 0.5}}}".into(), "shares that do not add up"),
    ];
    for (dossier, wanted) in rows {
        let found = contradictions(&dossier);
        let one = found.iter().find(|(id, _, _)| id.starts_with(wanted)).unwrap_or_else(|| panic!("{wanted}: {found:?}\n{dossier}"));
        let one_place = ["a reporting clock", "a figure without", "shares"].iter().any(|kind| wanted.starts_with(kind));
        assert!(one.2 >= 2 || one_place && one.2 == 1, "both places: {one:?}");
    }
    let ready = fs::read_to_string(complete::root().join("examples/tri-x-ready/dossier.yaml")).unwrap();
    assert_eq!(contradictions(ready.split_once("dossier: 1\n").unwrap().1), []);
}

#[test]
fn a_published_wald_interval_is_recognised_and_a_figure_is_never_called_wrong() {
    let reported = |figures: &str| {
        let dossier = format!(
            "dossier: 1\nvalidation: {{studies: [{{id: s, results: [{{target: t, counts: {{tp: 167, fp: 1, fn: 2, tn: 9}}, reported: {{sensitivity: {{{figures}}}}}}}]}}]}}\n"
        );
        facts(&dossier, &[])["accuracy"][0]["reproducible"].clone()
    };
    for (figures, value, why) in [
        ("value: 0.988, lower: 0.958, upper: 0.997", Some(true), "Wilson"),
        ("value: 0.988, lower: 0.958, upper: 0.999", Some(true), "Clopper-Pearson"),
        ("value: 0.988, lower: 0.972, upper: 1.0", Some(true), "Wald"),
        ("value: 0.988, lower: 0.900, upper: 0.999", Some(false), "not reproducible from these counts"),
        ("value: 0.95", Some(false), "not reproducible from these counts"),
    ] {
        let found = reported(figures);
        assert_eq!(found["value"].as_bool(), value, "{figures}: {found}");
        let said = found["why"].as_str().unwrap();
        assert!(said.contains(why) && !said.contains("wrong"), "{said}");
    }
}

#[test]
fn a_level_agreed_after_the_result_is_said_to_be_so_and_thresholds_must_be_told_apart() {
    let dossier = |agreed: &str, level: &str, results: &str| {
        format!(
            "dossier: 1\nproduct: {{version: '2'}}\nintended_purpose: {{planned_use: {{settings: [ward]}}}}\nevidence: {{r: {{kind: study, issued: 2026-06-01}}}}\nvalidation:\n  acceptance: [{{target: t, sensitivity: 0.8, specificity: {{none: x}}, studies: [s], agreed: {{by: ai_lead, on: {agreed}}}{level}}}]\n  studies: [{{id: s, product_version: '2', population: {{settings: [ward]}}, evidence: [r], results: [{results}]}}]\n"
        )
    };
    let one = "{target: t, threshold: '0.3', counts: {tp: 95, fp: 5, fn: 5, tn: 95}}";
    let two = format!("{one}, {{target: t, threshold: '0.5', counts: {{tp: 50, fp: 1, fn: 50, tn: 99}}}}");
    let level = |dossier: &str| facts(dossier, &[])["validation"]["acceptance"][0].clone();
    let after = level(&dossier("2026-06-02", "", one));
    assert_eq!((after["reached"]["value"].as_bool(), after["agreed_after_results"]["value"].as_bool()), (Some(true), Some(true)));
    assert!(after["reached"]["why"].as_str().unwrap().contains("agreed after a result was known"));
    let before = level(&dossier("2026-05-31", "", one));
    assert!(!before["reached"]["why"].as_str().unwrap().contains("after a result"), "{before}");
    let unclear = level(&dossier("2026-05-31", "", &two));
    assert!(
        unclear["reached"]["value"].is_null() && unclear["reached"]["why"].as_str().unwrap().contains("several thresholds"),
        "{unclear}"
    );
    for (threshold, reached) in [("0.3", true), ("0.5", false)] {
        assert_eq!(level(&dossier("2026-05-31", &format!(", threshold: '{threshold}'"), &two))["reached"]["value"], reached);
    }
    let elsewhere = dossier("2026-05-31", "", one).replace("planned_use: {settings: [ward]}", "planned_use: {settings: [home]}");
    assert!(level(&elsewhere)["reached"]["value"].is_null(), "a study in another setting is no evidence");
}

#[test]
fn what_ends_within_the_horizon_is_listed_by_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let dossier = "dossier: 1\nproduct: {supplier: {ico: {expires: 2026-12-24}, cyber_essentials: {expires: 2027-06-01}}}\nevidence: {old: {kind: policy, expires: 2026-01-01}}\n";
    let lapses = |flags: &[&str]| -> Vec<(String, i64)> {
        let entry = entry(folder.path(), dossier, flags);
        let row = |one: &Value| (one["path"].as_str().unwrap().to_string(), one["days"].as_i64().unwrap());
        entry["lapses"].as_array().unwrap().iter().map(row).collect()
    };
    let (old, ico) = (("evidence.old.expires".to_string(), -327), ("product.supplier.ico.expires".to_string(), 30));
    assert_eq!(lapses(&[]), [old.clone(), ico.clone()]);
    assert_eq!(lapses(&["--horizon", "29d"]), std::slice::from_ref(&old));
    assert_eq!(lapses(&["--horizon", "52w"]).len(), 3);
}
