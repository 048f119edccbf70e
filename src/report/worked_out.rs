//! Every fact with its reason, for a reader in detail.

use super::brief::{path, sentence};
use super::fact_path::FactPath;
use crate::assessment::Assessment;
use crate::facts::{FactKind, FactList, FactRecord, FactRef, FactValue, Seen};

/// One fact, or several figures that share a reason.
pub struct WorkedOut {
    /// Its path under `facts`.
    pub path: String,
    /// Its value, or that it is not known.
    pub value: String,
    /// Why it is so, and how far the outside facts were verified.
    pub why: String,
}

/// Every fact, in the order in which they are declared.
pub(super) fn worked_out(assessment: &Assessment<'_>) -> Vec<WorkedOut> {
    let mut found = Vec::new();
    gather(&assessment.scene.known.facts, &mut FactPath::new(&assessment.scene.book.schema), &mut found);
    found
}

/// Lists that say little beyond what stands elsewhere in a report: of a document whether it shows anything, of training nothing.
const BRIEF: [(&str, Option<&str>); 2] = [("evidence", Some("shows")), ("coverage", None)];

fn gather(record: &dyn FactRecord, at: &mut FactPath<'_>, found: &mut Vec<WorkedOut>) {
    figures(record, at, found);
    for (index, field) in record.names().iter().enumerate() {
        at.enter(field);
        match record.field(index) {
            Seen::Fact(fact) if !fact.figure && fact.kind != FactKind::Stated => found.push(told(at, value_words(fact.value), fact)),
            Seen::Fact(_) | Seen::Name(_) => {}
            Seen::Record(inner) => gather(inner, at, found),
            Seen::List(list) => members(list, field, at, found),
        }
        at.leave();
    }
}

fn members(list: &dyn FactList, field: &str, at: &mut FactPath<'_>, found: &mut Vec<WorkedOut>) {
    let brief = BRIEF.iter().find(|(brief, _)| *brief == field).map(|(_, only)| *only);
    for number in 0..list.len() {
        let row = list.row(number);
        at.enter_member(row, number);
        match brief {
            None => gather(row, at, found),
            Some(only) => gather_only(row, only, at, found),
        }
        at.leave();
    }
}

/// One field of a record, if that.
fn gather_only(record: &dyn FactRecord, only: Option<&'static str>, at: &mut FactPath<'_>, found: &mut Vec<WorkedOut>) {
    let Some(index) = only.and_then(|only| record.names().iter().position(|name| *name == only)) else { return };
    if let Seen::Fact(fact) = record.field(index) {
        at.enter(record.names()[index]);
        found.push(told(at, value_words(fact.value), fact));
        at.leave();
    }
}

/// The figures of a record that share a reason: those that are known, or all where none is.
fn figures(record: &dyn FactRecord, at: &FactPath<'_>, found: &mut Vec<WorkedOut>) {
    let all: Vec<(&str, FactRef<'_>)> = record
        .names()
        .iter()
        .enumerate()
        .filter_map(|(index, name)| match record.field(index) {
            Seen::Fact(fact) if fact.figure => Some((*name, fact)),
            _ => None,
        })
        .collect();
    let known: Vec<String> = all.iter().filter(|(_, fact)| fact.value.is_some()).map(|(name, fact)| figure(name, fact)).collect();
    if let Some((_, first)) = all.first().filter(|_| !known.is_empty()) {
        found.push(told(at, known.join(", "), *first));
    }
}

fn figure(name: &str, fact: &FactRef<'_>) -> String {
    format!("{} {}", name.replace('_', " "), value_words(fact.value))
}

fn told(at: &FactPath<'_>, value: String, fact: FactRef<'_>) -> WorkedOut {
    let verified =
        fact.verified.filter(|_| !fact.verified_told).map_or(String::new(), |verified| format!(" ({} source)", verified.as_str()));
    WorkedOut { path: path(&at.below_facts()).into_owned(), value, why: format!("{}{verified}", sentence(fact.why)) }
}

/// A value as a reader wants it: yes or no, and no more than four decimals.
fn value_words(value: Option<FactValue<'_>>) -> String {
    match value {
        None => "not known".into(),
        Some(FactValue::Bool(true)) => "yes".into(),
        Some(FactValue::Bool(false)) => "no".into(),
        Some(FactValue::Count(count)) => count.to_string(),
        Some(FactValue::Whole(whole)) => whole.to_string(),
        Some(FactValue::Number(number)) => number_words(number),
        Some(FactValue::Text(text)) => sentence(text).into_owned(),
        Some(FactValue::Word(word)) => word.into(),
        Some(FactValue::Date(date)) => date.to_string(),
    }
}

fn number_words(number: f64) -> String {
    match number.abs() {
        _ if number.fract() == 0.0 => number.to_string(),
        size if size >= 100.0 => format!("{number:.0}"),
        size if size >= 10.0 => format!("{number:.1}"),
        _ => format!("{number:.4}").trim_end_matches('0').trim_end_matches('.').to_string(),
    }
}
