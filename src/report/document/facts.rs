//! The facts of one dossier for programs: record by record, each value with its reason and the answers it comes from.

use std::borrow::Cow;
use std::collections::hash_map::Entry;

use foldhash::HashMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};
use serde_json::{Map, Value};

use crate::assessment::{Answers, Scene};
use crate::facts::{self, Declared, FactKind, FactList, FactRecord, FactRef, FactValue, Seen};
use crate::fields::{Field, Record, Scalar, Shape};
use crate::report::brief::{name, sentence};
use crate::text::NodeId;

/// The facts of a scene, written as they stand.
pub struct Facts<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    pub(super) refers: Refers<'s>,
}

/// What facts refer to by number.
#[derive(Clone, Copy)]
pub(super) struct Refers<'s> {
    /// The answers.
    pub answers: &'s Answers<'s>,
    /// The reasons.
    pub reasons: &'s Reasons<'s>,
}

/// The reasons of facts, each once: many facts have the same.
#[derive(Default)]
pub(super) struct Reasons<'s> {
    /// The reasons, in the order in which they are first given.
    pub list: Vec<Cow<'s, str>>,
    numbers: HashMap<Cow<'s, str>, u32>,
}

/// The list of facts that stand with the documents they are about.
const DOCUMENTS: &str = "evidence";

/// One record of facts.
struct RecordOf<'s>(&'s dyn FactRecord, Refers<'s>);
/// A list of records of facts.
struct ListOf<'s>(&'s dyn FactList, Refers<'s>);
/// One fact that has a reason of its own.
struct One<'s>(FactRef<'s>, Refers<'s>);
/// The value of a fact.
struct Plain<'s>(FactValue<'s>);
/// The numbers of the answers that a fact comes from.
struct From<'s>(FactRef<'s>, &'s Answers<'s>);

impl Serialize for Facts<'_, '_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        RecordOf(&self.scene.known.facts, self.refers).serialize(to)
    }
}

impl Serialize for RecordOf<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_struct("Facts", 0)?;
        let mut shared = None;
        for (index, field) in self.0.names().iter().enumerate() {
            match self.0.field(index) {
                Seen::Record(inner) => map.serialize_field(field, &RecordOf(inner, self.1))?,
                Seen::List(_) if *field == DOCUMENTS => {}
                Seen::List(inner) => map.serialize_field(field, &ListOf(inner, self.1))?,
                Seen::Name(text) => map.serialize_field(field, &name(text))?,
                Seen::Fact(fact) if fact.figure => {
                    shared = shared.or(Some(fact));
                    if let Some(value) = fact.value {
                        map.serialize_field(field, &Plain(value))?;
                    }
                }
                Seen::Fact(fact) => map.serialize_field(field, &One(fact, self.1))?,
            }
        }
        if let Some(fact) = shared {
            grounds(&mut map, fact, self.1)?;
        }
        map.end()
    }
}

impl Serialize for ListOf<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0.none() {
            Some(reason) => {
                let mut map = to.serialize_map(Some(1))?;
                map.serialize_entry("none", &sentence(reason))?;
                map.end()
            }
            None => to.collect_seq((0..self.0.len()).map(|at| RecordOf(self.0.row(at), self.1))),
        }
    }
}

impl Serialize for One<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_struct("Fact", 0)?;
        if let Some(value) = self.0.value {
            map.serialize_field("value", &Plain(value))?;
        }
        grounds(&mut map, self.0, self.1)?;
        map.end()
    }
}

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            FactValue::Bool(yes) => to.serialize_bool(yes),
            FactValue::Count(count) => to.serialize_u64(count),
            FactValue::Whole(whole) => to.serialize_i64(whole),
            FactValue::Number(number) if !number.is_finite() => to.serialize_unit(),
            FactValue::Number(number) if number.fract() == 0.0 && number.abs() < EXACT => to.serialize_i64(number as i64),
            FactValue::Number(number) => to.serialize_f64(number),
            FactValue::Text(text) => to.serialize_str(&sentence(text)),
            FactValue::Word(word) => to.serialize_str(word),
            FactValue::Date(date) => to.collect_str(&date),
        }
    }
}

impl Serialize for From<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.from.iter().filter_map(|node| self.1.number(*node)))
    }
}

/// The whole numbers that a floating-point number holds exactly lie within this bound.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Why a value is so, from where, and how far the outside facts were verified.
fn grounds<M: SerializeStruct>(map: &mut M, fact: FactRef<'_>, refers: Refers<'_>) -> Result<(), M::Error> {
    if fact.kind != FactKind::Stated {
        map.serialize_field("why", &refers.reasons.numbers.get(&**fact.why))?;
    }
    if fact.from.iter().any(|node| refers.answers.number(*node).is_some()) {
        map.serialize_field("from", &From(fact, refers.answers))?;
    }
    fact.verified.map_or(Ok(()), |verified| map.serialize_field("verified", verified.as_str()))
}

impl<'s> Reasons<'s> {
    /// Takes the reason of every fact of a record, and hands on every node that they come from.
    pub fn gather(&mut self, record: &'s dyn FactRecord, node: &mut impl FnMut(NodeId)) {
        // Figures of one record share what the first of them says.
        let mut shared = false;
        for (index, name) in record.names().iter().enumerate() {
            match record.field(index) {
                Seen::Record(inner) => self.gather(inner, node),
                Seen::List(_) if *name == DOCUMENTS => {}
                Seen::List(list) => (0..list.len()).for_each(|at| self.gather(list.row(at), node)),
                Seen::Fact(fact) if fact.kind == FactKind::Stated => {}
                Seen::Fact(fact) if fact.figure && std::mem::replace(&mut shared, true) => {}
                Seen::Fact(fact) => {
                    fact.from.iter().for_each(|from| node(*from));
                    self.number(Cow::Borrowed(fact.why));
                }
                Seen::Name(_) => {}
            }
        }
    }

    /// The number of a reason.
    pub fn number(&mut self, why: Cow<'s, str>) -> u32 {
        match self.numbers.entry(why) {
            Entry::Occupied(held) => *held.get(),
            Entry::Vacant(free) => {
                self.list.push(free.key().clone());
                *free.insert(self.list.len() as u32 - 1)
            }
        }
    }
}

impl JsonSchema for Facts<'_, '_> {
    fn schema_name() -> Cow<'static, str> {
        "Facts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let about = "What was worked out. A fact is its value with `why`, one of `reasons`, and `from`, the answers it comes from, both by number; figures that \
                     share a reason are plain values, with the reason behind them. A value that is left out cannot be worked out. A fact \
                     without `why` repeats what the dossier says. Texts may hold words of the dossier.";
        let mut schema = of_record(&facts::Facts::record());
        schema.insert("description".into(), about.into());
        schema.into()
    }
}

fn object(schema: Schema) -> Map<String, Value> {
    schema.as_object().cloned().unwrap_or_default()
}

fn grounds_of() -> Map<String, Value> {
    object(json_schema!({
        "why": {"type": "integer", "minimum": 0, "description": "Why it is so, or why it cannot be said: a reason, by number."},
        "from": {"type": "array", "items": {"type": "integer", "minimum": 0}, "description": "The answers it comes from, by number."},
        "verified": {"enum": ["primary", "secondary", "unverified"], "description": "How far the outside facts it rests on were verified."}
    }))
}

fn of_record(record: &Record) -> Map<String, Value> {
    let mut properties = grounds_of();
    properties.extend(
        record
            .fields
            .iter()
            .filter(|field| *field.name != *DOCUMENTS)
            .map(|field| (field.name.to_string(), Value::Object(of_field(field)))),
    );
    object(json_schema!({"type": "object", "description": &*record.doc, "additionalProperties": false, "properties": properties}))
}

fn of_field(field: &Field) -> Map<String, Value> {
    let mut schema = match &field.shape {
        Shape::Record(record) => of_record(record),
        Shape::List(record) => {
            let none = json_schema!({"type": "object", "required": ["none"], "additionalProperties": false,
                "properties": {"none": {"type": "string", "description": "The reason of an honest none."}}});
            object(json_schema!({"anyOf": [{"type": "array", "items": of_record(record)}, none]}))
        }
        Shape::Leaf(leaf) if leaf.key == "says" => object(json_schema!({"type": "string"})),
        Shape::Leaf(leaf) => {
            let mut properties = grounds_of();
            let value = object(json_schema!({"type": of_scalar(&leaf.scalar), "description": "The value."}));
            properties.insert("value".into(), value.into());
            let whole = json_schema!({"type": "object", "additionalProperties": false, "properties": properties});
            object(json_schema!({"anyOf": [{"type": of_scalar(&leaf.scalar)}, whole]}))
        }
        Shape::Table(_) => Map::new(),
    };
    schema.insert("description".into(), Value::from(&*field.doc));
    schema
}

fn of_scalar(scalar: &Scalar) -> &'static str {
    match scalar {
        Scalar::Bool => "boolean",
        Scalar::Count => "integer",
        Scalar::Number | Scalar::Share => "number",
        _ => "string",
    }
}
