//! The schema of a dossier, taken from the types: what stands where, what it means, and who keeps it.

use crate::terms::{Choice, Keeper};
use std::sync::OnceLock;

use serde_json::Value;

use super::Dossier;
use crate::facts::Facts;
use crate::text::Segment;

/// One field of a record.
#[derive(Debug)]
pub struct Field {
    /// The key in YAML.
    pub name: String,
    /// What may stand there.
    pub shape: Shape,
    /// Its documentation: meaning, example, whom to ask.
    pub doc: String,
    /// Whose field it is.
    pub keeper: Keeper,
    /// For a switch: the paths whose presence contradicts a false.
    pub contradicted_by: Option<Vec<String>>,
}

/// A mapping with known fields.
#[derive(Debug)]
pub struct Record {
    /// The name of the type.
    pub name: String,
    /// What the record is about.
    pub doc: String,
    /// The fields in their order.
    pub fields: Vec<Field>,
    /// The field by which a list finds its members.
    pub key: Option<String>,
    /// A second field that tells members of one key apart.
    pub also: Option<String>,
}

/// What may stand at a place.
#[derive(Debug)]
pub enum Shape {
    /// A mapping with known fields.
    Record(Record),
    /// A list of records, found by their key.
    List(Record),
    /// A mapping with open keys.
    Table(Box<Shape>),
    /// An answer.
    Leaf(LeafShape),
}

/// The shape of one answer.
#[derive(Debug, Clone)]
pub struct LeafShape {
    /// The key of its value in a mapping: `is`, `says` or `judged`.
    pub key: String,
    /// Whether it is a list of scalars.
    pub many: bool,
    /// The type of each scalar.
    pub scalar: Scalar,
}

/// The type of one scalar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scalar {
    /// Free text.
    Text,
    /// true or false.
    Bool,
    /// A number.
    Number,
    /// A whole number from 0.
    Count,
    /// A share between 0 and 1.
    Share,
    /// A date.
    Date,
    /// A length of time.
    Period,
    /// The id of an entry in `evidence`.
    Evidence,
    /// One of a few words, each with its meaning.
    Choice(Vec<(String, String)>),
}

impl Scalar {
    /// What a reader of a message is told to write.
    pub fn expected(&self) -> String {
        match self {
            Scalar::Text => "text".into(),
            Scalar::Bool => "true or false".into(),
            Scalar::Number => "a number".into(),
            Scalar::Count => "a whole number, 0 or more".into(),
            Scalar::Share => "a share between 0 and 1, such as 0.47".into(),
            Scalar::Date => "a date such as 2026-05-01".into(),
            Scalar::Period => "a length of time such as P24M (24 months)".into(),
            Scalar::Evidence => "the id of an entry in `evidence`".into(),
            Scalar::Choice(words) => format!("one of {}", words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(", ")),
        }
    }
}

impl Record {
    /// The field with that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The names of all fields.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.fields.iter().map(|field| field.name.as_str())
    }
}

/// Whether a date of that name may lie after the day of a report; every other date says what has happened.
pub fn may_lie_ahead(name: &str) -> bool {
    matches!(name, "expires" | "ends" | "from" | "to")
}

/// The schema of the whole dossier; its last field is `facts`, which only the program writes.
pub fn schema() -> &'static Record {
    static SCHEMA: OnceLock<Record> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let mut root = record_of(&schemars::schema_for!(Dossier).to_value());
        let facts = record_of(&schemars::schema_for!(Facts).to_value());
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
