//! The schema of a dossier, taken from the types: what stands where, what it means, and who keeps it.

use crate::terms::{Choice, Keeper};
use std::sync::OnceLock;

use serde_json::Value;

use super::Dossier;
use crate::facts::{Declared, Facts};
use crate::fields::{Field, LeafShape, Record, Scalar, Shape};
use crate::text::Segment;

/// Whether a date of that name may lie after the day of a report; every other date says what has happened.
pub fn may_lie_ahead(name: &str) -> bool {
    matches!(name, "expires" | "ends" | "from" | "to")
}

/// The schema of the whole dossier; its last field is `facts`, which only the program writes.
pub fn schema() -> &'static Record {
    static SCHEMA: OnceLock<Record> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let mut root = record_of(&schemars::schema_for!(Dossier).to_value());
        let facts = Facts::record();
        let doc = facts.doc.clone();
        let shape = Shape::Record(facts);
        root.fields.push(Field { name: "facts".into(), shape, doc, keeper: Keeper::Both, contradicted_by: None });
        root
    })
}

/// The field at a path of names, where lists and tables are walked through without naming a member.
pub fn field_at(path: &[Segment]) -> Option<&'static Field> {
    let mut record = schema();
    let mut found: Option<&'static Field> = None;
    let mut shape: Option<&'static Shape> = None;
    for segment in path {
        match (segment, shape) {
            (Segment::Member(_), Some(Shape::List(_))) => continue,
            (Segment::Field(_) | Segment::Member(_), Some(Shape::Table(inner))) => {
                shape = Some(inner);
                if let Shape::Record(inner) = &**inner {
                    record = inner;
                }
                continue;
            }
            (Segment::Field(name), _) => {
                let field = record.field(name)?;
                found = Some(field);
                shape = Some(&field.shape);
                if let Shape::Record(inner) | Shape::List(inner) = &field.shape {
                    record = inner;
                }
            }
            _ => return None,
        }
    }
    found
}

/// The key field of the list at a path.
pub fn key_of(path: &[Segment]) -> String {
    match field_at(path).map(|field| &field.shape) {
        Some(Shape::List(record)) => record.key.clone().unwrap_or_else(|| "id".into()),
        _ => "id".into(),
    }
}

pub(super) fn record_of(root: &Value) -> Record {
    Reader { defs: root.get("$defs").unwrap_or(&Value::Null) }.record(root, Keeper::Both)
}

/// Reads the schema that schemars derives from the types.
struct Reader<'v> {
    defs: &'v Value,
}

impl Reader<'_> {
    /// What a reference stands for, and the name of its type.
    fn resolve<'a>(&'a self, value: &'a Value) -> (&'a Value, &'a str) {
        let (mut at, mut name) = (value, value.get("title").and_then(Value::as_str).unwrap_or_default());
        while let Some(next) = at.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next()) {
            (at, name) = (&self.defs[next], next);
        }
        (at, name)
    }

    fn record(&self, value: &Value, outer: Keeper) -> Record {
        let (body, name) = self.resolve(value);
        let keeper = keeper(body).unwrap_or(outer);
        let properties = body.get("properties").and_then(Value::as_object);
        let fields = properties.into_iter().flatten().map(|(key, property)| self.field(key, property, keeper)).collect();
        let text = |name: &str| body.get(name).and_then(Value::as_str).map(String::from);
        Record { name: name.into(), doc: doc(body), fields, key: text("x-key"), also: text("x-also") }
    }

    fn field(&self, name: &str, property: &Value, outer: Keeper) -> Field {
        let (body, _) = self.resolve(property);
        let own = keeper(property).or_else(|| keeper(body)).unwrap_or(outer);
        let said = doc(property);
        let contradicted_by = property
            .get("x-switch")
            .and_then(Value::as_array)
            .map(|paths| paths.iter().filter_map(Value::as_str).map(String::from).collect());
        let doc = if said.is_empty() { doc(body) } else { said };
        Field { name: name.into(), shape: self.shape(property, own), doc, keeper: own, contradicted_by }
    }

    fn shape(&self, property: &Value, keeper: Keeper) -> Shape {
        let (body, _) = self.resolve(property);
        if let Some(key) = body.get("x-leaf").and_then(Value::as_str) {
            return Shape::Leaf(self.leaf(key, &body["x-value"]));
        }
        if let Some(item) = body.get("x-list") {
            return Shape::List(self.record(item, keeper));
        }
        if let Some(item) = body.get("x-table") {
            return Shape::Table(Box::new(self.shape(item, keeper)));
        }
        Shape::Record(self.record(property, keeper))
    }

    fn leaf(&self, key: &str, value: &Value) -> LeafShape {
        let (body, _) = self.resolve(value);
        match body.get("items") {
            Some(item) => LeafShape { key: key.into(), many: true, scalar: self.scalar(item) },
            None => LeafShape { key: key.into(), many: false, scalar: self.scalar(value) },
        }
    }

    fn scalar(&self, value: &Value) -> Scalar {
        let (body, _) = self.resolve(value);
        if let Some(leaf) = body.get("x-value") {
            return self.scalar(leaf);
        }
        if let Some(name) = body.get("x-scalar").and_then(Value::as_str) {
            return match name {
                "date" => Scalar::Date,
                "period" => Scalar::Period,
                "share" => Scalar::Share,
                _ => Scalar::Evidence,
            };
        }
        if let Some(words) = choices(body) {
            return Scalar::Choice(words);
        }
        match body.get("type").and_then(Value::as_str) {
            Some("boolean") => Scalar::Bool,
            Some("integer") => Scalar::Count,
            Some("number") => Scalar::Number,
            _ => Scalar::Text,
        }
    }
}

fn keeper(value: &Value) -> Option<Keeper> {
    value.get("x-kept-by").and_then(Value::as_str).and_then(Keeper::parse)
}

fn doc(value: &Value) -> String {
    let text = value.get("description").and_then(Value::as_str).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn choices(body: &Value) -> Option<Vec<(String, String)>> {
    if let Some(words) = body.get("enum").and_then(Value::as_array) {
        return Some(words.iter().filter_map(Value::as_str).map(|word| (word.into(), String::new())).collect());
    }
    let variants = body.get("oneOf").and_then(Value::as_array)?;
    let word = |one: &Value| one.get("const").and_then(Value::as_str).map(|word| (word.to_string(), doc(one)));
    Some(variants.iter().filter_map(word).collect())
}
