//! How values of a dossier and of facts are compared and recognised.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::truth::Truth;
use crate::facts::{FactValue, Seen};
use crate::rules::{Operand, Pattern};
use crate::terms::parse_date;
use crate::text::{Kind, NodeId, Tree, placeholder, unanswered};

/// Whether a real value stands at or below a node; a bare `false` may not count.
pub(super) fn holds_value(tree: &Tree, node: NodeId, false_counts: bool) -> bool {
    match tree.kind(node) {
        Kind::Scalar { text, plain } => !unanswered(tree, node) && (false_counts || !(plain && text == "false")),
        Kind::List(members) => members.iter().any(|member| holds_value(tree, *member, false_counts)),
        Kind::Map(entries) => {
            let reason = entries.iter().any(|(key, _)| matches!(tree.text(*key), Some("none" | "not_applicable")));
            // What is said beside a "no" makes it no yes.
            let no = !false_counts && tree.child(node, "is").is_some_and(|value| tree.text(value) == Some("false"));
            !reason && !no && entries.iter().any(|(_, value)| holds_value(tree, *value, false_counts))
        }
    }
}

/// Whether anything is known at or below a place among the facts.
pub(super) fn holds_fact(seen: Seen<'_>) -> bool {
    match seen {
        Seen::Record(record) => (0..record.names().len()).any(|index| holds_fact(record.field(index))),
        Seen::List(list) => (0..list.len()).any(|at| holds_fact(Seen::Record(list.row(at)))),
        Seen::Name(name) => !placeholder(name),
        Seen::Fact(fact) => fact.value.is_some(),
    }
}

/// How a text compares with an operand; none when the two cannot be compared.
pub(super) fn order(text: &str, operand: &Operand) -> Option<Ordering> {
    match operand {
        Operand::Text(wanted) => Some(text.cmp(wanted.as_str())),
        Operand::Bool(wanted) => text.to_ascii_lowercase().parse::<bool>().ok().map(|found| found.cmp(wanted)),
        Operand::Number(wanted) => text.parse::<f64>().ok().and_then(|found| found.partial_cmp(wanted)),
        Operand::Date(wanted) => parse_date(text).map(|found| found.cmp(wanted)),
    }
}

/// How the value of a fact compares with an operand; none when the two cannot be compared.
pub(super) fn order_fact(value: FactValue<'_>, operand: &Operand) -> Option<Ordering> {
    match (value, operand) {
        (FactValue::Text(found), Operand::Text(wanted)) => Some(found.cmp(wanted.as_str())),
        (FactValue::Word(found), Operand::Text(wanted)) => Some(found.cmp(wanted.as_str())),
        (FactValue::Bool(found), Operand::Bool(wanted)) => Some(found.cmp(wanted)),
        (FactValue::Date(found), Operand::Date(wanted)) => Some(found.cmp(wanted)),
        (FactValue::Number(found), Operand::Number(wanted)) => found.partial_cmp(wanted),
        (FactValue::Count(found), Operand::Number(wanted)) => (found as f64).partial_cmp(wanted),
        (FactValue::Whole(found), Operand::Number(wanted)) => (found as f64).partial_cmp(wanted),
        _ => None,
    }
}

/// Whether a value stands the test of a pattern that reads one; `date` is its date, where it is one.
pub(super) fn tested(test: &Pattern, today: Date, order: impl Fn(&Operand) -> Option<Ordering>, date: impl Fn() -> Option<Date>) -> Truth {
    match test {
        Pattern::OneOf(operands) => Truth::from(operands.iter().any(|operand| order(operand) == Some(Ordering::Equal))),
        Pattern::AtLeast(limit) => Truth::from(order(limit).map(Ordering::is_ge)),
        Pattern::AtMost(limit) => Truth::from(order(limit).map(Ordering::is_le)),
        Pattern::Expired(wanted) => Truth::from(date().map(|date| (date < today) == *wanted)),
        Pattern::WithinLast(period) => Truth::from(date().zip(period.before(today)).map(|(date, since)| since <= date && date <= today)),
        _ => Truth::Unknown,
    }
}

/// Whether two sentences have the same letters and digits.
pub(super) fn same_words(a: &str, b: &str) -> bool {
    fn words(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    let first =
        |text: &str| text.bytes().find(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()).map(|byte| byte.to_ascii_lowercase());
    let (one, other) = (first(a), first(b));
    // Most texts begin otherwise; beyond ASCII the letters must be looked at.
    let differ = one != other && [one, other].iter().all(|byte| byte.is_none_or(|byte| byte.is_ascii()));
    !differ && words(a).eq(words(b)) && !placeholder(a)
}
