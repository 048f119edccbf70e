//! Writes facts for programs: numbers as numbers, text as text, each with its reason and the places it comes from.

use std::collections::BTreeMap;

use serde_json::{Map, Number, Value};

use super::brief::{name, path, sentence};
use crate::assessment::Scene;
use crate::facts::{FactList, FactRecord, FactRef, FactValue, Seen};
use crate::text::{NodeId, write_path};

/// The facts, record by record, in the order in which they are declared. Figures that share a reason are plain values, with
/// the reason once behind them.
pub(super) fn facts(scene: &Scene<'_>) -> Value {
    Writer { scene, paths: BTreeMap::new() }.record(&scene.known.facts)
}

/// Writes the facts of a scene.
struct Writer<'s> {
    scene: &'s Scene<'s>,
    /// The paths that are known already: many facts come from the same place.
    paths: BTreeMap<NodeId, String>,
}

impl Writer<'_> {
    fn record(&mut self, record: &dyn FactRecord) -> Value {
        let mut entries = Map::new();
        let mut shared = None;
        for (index, field) in record.names().iter().enumerate() {
            let value = match record.field(index) {
                Seen::Record(inner) => self.record(inner),
                Seen::List(inner) => self.list(inner),
                Seen::Name(text) => Value::String(name(text).into_owned()),
                Seen::Fact(fact) if fact.figure => {
                    shared = shared.or(Some(fact));
                    json_value(fact.value)
                }
                Seen::Fact(fact) => self.whole(fact),
            };
            entries.insert((*field).into(), value);
        }
        if let Some(fact) = shared {
            self.reason(fact, &mut entries);
        }
        Value::Object(entries)
    }

    fn list(&mut self, list: &dyn FactList) -> Value {
        match list.none() {
            Some(reason) => Value::Object(Map::from_iter([("none".into(), Value::String(sentence(reason).into_owned()))])),
            None => Value::Array((0..list.len()).map(|at| self.record(list.row(at))).collect()),
        }
    }

    /// A fact with its own reason.
    fn whole(&mut self, fact: FactRef<'_>) -> Value {
        let mut entry = Map::from_iter([("value".into(), json_value(fact.value))]);
        self.reason(fact, &mut entry);
        Value::Object(entry)
    }

    /// Why a fact is so, and the places it comes from.
    fn reason(&mut self, fact: FactRef<'_>, entry: &mut Map<String, Value>) {
        let from = fact.from.iter().map(|input| Value::String(self.path(*input))).collect();
        entry.insert("why".into(), Value::String(sentence(fact.why).into_owned()));
        entry.insert("from".into(), Value::Array(from));
        if let Some(verified) = fact.verified {
            entry.insert("verified".into(), Value::String(verified.as_str().into()));
        }
    }

    fn path(&mut self, node: NodeId) -> String {
        let scene = self.scene;
        self.paths.entry(node).or_insert_with(|| path(&write_path(&scene.path(node))).into_owned()).clone()
    }
}

fn json_value(value: Option<FactValue<'_>>) -> Value {
    match value {
        None => Value::Null,
        Some(FactValue::Bool(yes)) => Value::Bool(yes),
        Some(FactValue::Count(count)) => Value::Number(count.into()),
        Some(FactValue::Whole(whole)) => Value::Number(whole.into()),
        Some(FactValue::Number(number)) => number_value(number),
        Some(FactValue::Text(text)) => Value::String(sentence(text).into_owned()),
        Some(FactValue::Word(word)) => Value::String(word.into()),
        Some(FactValue::Date(date)) => Value::String(date.to_string()),
    }
}

/// A number as it is written for people: 3 and not 3.0; null where there is no such number.
fn number_value(number: f64) -> Value {
    number.to_string().parse::<Number>().map_or(Value::Null, Value::Number)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_that_looks_like_a_number_stays_text() {
        assert_eq!(json_value(Some(FactValue::Text("65"))), json!("65"));
        assert_eq!(json_value(Some(FactValue::Text("true"))), json!("true"));
        assert_eq!(json_value(Some(FactValue::Number(65.0))), json!(65));
        assert_eq!(json_value(Some(FactValue::Number(0.25))), json!(0.25));
        assert_eq!(json_value(Some(FactValue::Number(f64::NAN))), Value::Null);
        assert_eq!(json_value(None), Value::Null);
    }
}
