//! Writes facts for programs: numbers as numbers, text as text, each with its reason and the places it comes from.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::brief::{name, path, sentence};
use super::fact_entry::{FactEntry, Grounds};
use crate::assessment::Scene;
use crate::facts::{FactList, FactRecord, FactRef, FactValue, Seen};
use crate::text::{NodeId, write_path};

/// The facts, record by record, in the order in which they are declared. Figures that share a reason are plain values, with
/// the reason once behind them.
pub(super) fn facts(scene: &Scene<'_>) -> FactEntry {
    Writer { scene, paths: BTreeMap::new() }.record(&scene.known.facts)
}

/// Writes the facts of a scene.
struct Writer<'s> {
    scene: &'s Scene<'s>,
    /// The paths that are known already: many facts come from the same place.
    paths: BTreeMap<NodeId, Arc<str>>,
}

impl Writer<'_> {
    fn record(&mut self, record: &dyn FactRecord) -> FactEntry {
        let mut shared = None;
        let fields = record.names().iter().enumerate().map(|(index, field)| {
            let value = match record.field(index) {
                Seen::Record(inner) => self.record(inner),
                Seen::List(inner) => self.list(inner),
                Seen::Name(text) => FactEntry::Text(name(text).into()),
                Seen::Fact(fact) if fact.figure => {
                    shared = shared.or(Some(fact));
                    entry(fact.value)
                }
                Seen::Fact(fact) => FactEntry::Fact(Box::new((entry(fact.value), self.grounds(fact)))),
            };
            (*field, value)
        });
        let fields = fields.collect();
        FactEntry::Record(fields, shared.map(|fact| Box::new(self.grounds(fact))))
    }

    fn list(&mut self, list: &dyn FactList) -> FactEntry {
        match list.none() {
            Some(reason) => FactEntry::Record([("none", FactEntry::Text(sentence(reason).into()))].into(), None),
            None => FactEntry::List((0..list.len()).map(|at| self.record(list.row(at))).collect()),
        }
    }

    fn grounds(&mut self, fact: FactRef<'_>) -> Grounds {
        let why = match sentence(fact.why) {
            Cow::Borrowed(_) => fact.why.clone(),
            Cow::Owned(shorter) => shorter.into(),
        };
        Grounds { why, from: fact.from.iter().map(|input| self.path(*input)).collect(), verified: fact.verified }
    }

    fn path(&mut self, node: NodeId) -> Arc<str> {
        let scene = self.scene;
        self.paths.entry(node).or_insert_with(|| path(&write_path(&scene.path(node))).into()).clone()
    }
}

fn entry(value: Option<FactValue<'_>>) -> FactEntry {
    match value {
        None => FactEntry::Null,
        Some(FactValue::Bool(yes)) => FactEntry::Bool(yes),
        Some(FactValue::Count(count)) => FactEntry::Count(count),
        Some(FactValue::Whole(whole)) => FactEntry::Whole(whole),
        Some(FactValue::Number(number)) => FactEntry::Number(number),
        Some(FactValue::Text(text)) => FactEntry::Text(sentence(text).into()),
        Some(FactValue::Word(word)) => FactEntry::Word(word),
        Some(FactValue::Date(date)) => FactEntry::Text(date.to_string().into()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn values_are_written_as_what_they_are() {
        let written = |value| serde_json::to_value(entry(value)).unwrap();
        assert_eq!(written(Some(FactValue::Text("65"))), json!("65"));
        assert_eq!(written(Some(FactValue::Text("true"))), json!("true"));
        assert_eq!(written(Some(FactValue::Number(65.0))), json!(65));
        assert_eq!(written(Some(FactValue::Number(0.25))), json!(0.25));
        assert_eq!(written(Some(FactValue::Number(f64::NAN))), Value::Null);
        assert_eq!(written(None), Value::Null);
    }

    #[test]
    fn the_last_digit_of_a_number_is_right() {
        let written = serde_json::to_string(&entry(Some(FactValue::Number(0.9060931899641577)))).unwrap();
        assert_eq!(written, "0.9060931899641577");
    }
}
