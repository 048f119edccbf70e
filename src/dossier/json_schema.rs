//! Writes the schema as JSON Schema (2020-12), so that an editor completes, explains and refuses.

use serde_json::{Map, Value, json};

use crate::fields::{Field, LeafShape, Record, Scalar, Schema, Shape};

/// The JSON Schema of a dossier.
pub fn json_schema(schema: &Schema) -> Value {
    let mut properties = Map::new();
    for field in schema.said() {
        properties.insert(field.name.to_string(), property(field));
    }
    properties.insert("dossier".into(), json!({ "const": 1, "description": schema.root.field("dossier").map(|field| field.doc.as_str()) }));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A product dossier for readiness",
        "description": schema.root.doc,
        "type": "object",
        "required": ["dossier"],
        "properties": properties,
        "additionalProperties": false,
        "$defs": definitions(schema),
    })
}

fn definitions(schema: &Schema) -> Value {
    let mut answers = Map::new();
    collect(&schema.root, &mut answers);
    collect(&schema.provenance, &mut answers);
    let shared = shared_definitions(&schema.provenance);
    answers.extend(shared.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())));
    Value::Object(answers)
}

fn shared_definitions(provenance: &Record) -> Value {
    let mut reviewed = Map::new();
    if let Some(Shape::Record(review)) = provenance.field("reviewed").map(|field| &field.shape) {
        for field in &review.fields {
            reviewed.insert(field.name.to_string(), property(field));
        }
    }
    json!({
        "unanswered": {
            "description": "Nobody has said: missing, empty, or a placeholder.",
            "enum": crate::text::EDITOR_PLACEHOLDERS.iter().map(|word| json!(word)).chain([Value::Null]).collect::<Vec<_>>(),
        },
        "none": {
            "description": "An honest none, with its reason.",
            "type": "object", "required": ["none"], "additionalProperties": false,
            "properties": { "none": { "type": "string", "minLength": 1, "description": "Why there is none." } },
        },
        "not_applicable": {
            "description": "Said not to apply, with the reason.",
            "type": "object", "required": ["not_applicable"], "additionalProperties": false,
            "properties": { "not_applicable": { "type": "string", "minLength": 1, "description": "Why it does not apply." } },
        },
        "reviewed": { "type": "object", "properties": reviewed, "additionalProperties": false, "description": "The adopter has examined the answer, for one version of the product." },
        "by": origin_leaf(provenance, "by"),
        "on": origin_leaf(provenance, "on"),
        "evidence": {
            "description": "The ids of the documents that show it, from the section `evidence`.",
            "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }, { "type": "null" }],
        },
    })
}

fn property(field: &Field) -> Value {
    let mut value = shape(&field.shape);
    if let Some(object) = value.as_object_mut() {
        let keeper = field.keeper.as_str();
        object.insert("description".into(), json!(format!("{} Kept by: {keeper}.", field.doc)));
        object.insert("x-kept-by".into(), json!(keeper));
        for (name, roles) in [("x-judged-by", &field.judged_by), ("x-read-by", &field.read_by)] {
            if !roles.is_empty() {
                object.insert(name.into(), json!(roles));
            }
        }
        if let Some(about) = field.about {
            object.insert("x-about".into(), json!(about.as_str()));
        }
    }
    value
}

fn shape(shape: &Shape) -> Value {
    match shape {
        Shape::Record(record) => open_forms(record_schema(record)),
        Shape::List(record) => open_forms(json!({ "type": "array", "items": member_schema(record), "x-key": record.key })),
        Shape::Table(inner) => open_forms(json!({ "type": "object", "additionalProperties": self::shape(inner) })),
        Shape::Leaf(leaf) => leaf_schema(leaf),
    }
}

/// What may stand anywhere: the thing itself, nothing yet, or an honest none.
fn open_forms(value: Value) -> Value {
    json!({ "anyOf": [value, { "$ref": "#/$defs/none" }, { "$ref": "#/$defs/not_applicable" }, { "$ref": "#/$defs/unanswered" }] })
}

fn record_schema(record: &Record) -> Value {
    let mut properties = origin();
    for field in &record.fields {
        properties.insert(field.name.to_string(), property(field));
    }
    json!({ "type": "object", "properties": properties, "required": [], "additionalProperties": false })
}

/// A member of a list says its key.
fn member_schema(record: &Record) -> Value {
    let mut member = record_schema(record);
    member["required"] = json!(record.key.iter().collect::<Vec<_>>());
    member
}

/// The keys that say where an answer comes from; each is defined once.
fn origin() -> Map<String, Value> {
    ["evidence", "reviewed", "by", "on"].into_iter().map(|name| (name.to_string(), json!({ "$ref": format!("#/$defs/{name}") }))).collect()
}

/// `by` or `on`, with its documentation.
fn origin_leaf(provenance: &Record, name: &str) -> Value {
    let field = provenance.field(name);
    let value = match field.map(|field| &field.shape) {
        Some(Shape::Leaf(leaf)) => scalar(&leaf.scalar),
        _ => json!({}),
    };
    json!({ "anyOf": [value, { "$ref": "#/$defs/unanswered" }], "description": field.map(|field| field.doc.as_str()) })
}

/// A reference to the definition of this kind of answer.
fn leaf_schema(leaf: &LeafShape) -> Value {
    json!({ "$ref": format!("#/$defs/{}", leaf_name(leaf)) })
}

/// The name of a kind of answer: `answer-date`, `answer-list-text`, `answer-IIa-...` for choices.
fn leaf_name(leaf: &LeafShape) -> String {
    let scalar = match &leaf.scalar {
        Scalar::Text => "text".into(),
        Scalar::Bool => "boolean".into(),
        Scalar::Number => "number".into(),
        Scalar::Count => "count".into(),
        Scalar::Share => "share".into(),
        Scalar::Date => "date".into(),
        Scalar::Period => "period".into(),
        Scalar::Evidence => "evidence".into(),
        Scalar::Choice(words) => words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join("-"),
    };
    format!("answer-{}{scalar}", if leaf.many { "list-" } else { "" })
}

fn leaf_definition(leaf: &LeafShape) -> Value {
    let one = scalar(&leaf.scalar);
    let value = if leaf.many { json!({ "type": "array", "items": { "anyOf": [one, { "$ref": "#/$defs/unanswered" }] } }) } else { one };
    let mut keys = origin();
    keys.insert("says".into(), json!({ "type": ["string", "number", "boolean", "null"], "description": "In words." }));
    keys.insert(leaf.key.into(), json!({ "anyOf": [value.clone(), { "$ref": "#/$defs/unanswered" }] }));
    let wrapped = json!({ "type": "object", "properties": keys, "additionalProperties": false });
    let bare = if leaf.key == "judged" { json!({ "type": "string" }) } else { value };
    open_forms(json!({ "anyOf": [bare, wrapped] }))
}

/// Collects the definition of every kind of answer in a record.
fn collect(record: &Record, into: &mut Map<String, Value>) {
    fn of(shape: &Shape, into: &mut Map<String, Value>) {
        match shape {
            Shape::Record(inner) | Shape::List(inner) => collect(inner, into),
            Shape::Table(inner) => of(inner, into),
            Shape::Leaf(leaf) => {
                into.entry(leaf_name(leaf)).or_insert_with(|| leaf_definition(leaf));
            }
        }
    }
    record.fields.iter().filter(|field| field.name != "facts").for_each(|field| of(&field.shape, into));
}

fn scalar(scalar: &Scalar) -> Value {
    match scalar {
        Scalar::Text => json!({ "type": ["string", "number", "boolean"] }),
        Scalar::Bool => json!({ "type": "boolean" }),
        Scalar::Number => json!({ "type": "number" }),
        Scalar::Count => json!({ "type": "integer", "minimum": 0 }),
        Scalar::Share => json!({ "type": "number", "minimum": 0, "maximum": 1 }),
        Scalar::Date => json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Scalar::Period => json!({ "type": "string", "pattern": "^P([0-9]+[YMWD])+$" }),
        Scalar::Evidence => json!({ "type": "string" }),
        Scalar::Choice(words) if words.iter().all(|(_, doc)| doc.is_empty()) => {
            json!({ "enum": words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>() })
        }
        Scalar::Choice(words) => {
            json!({ "oneOf": words.iter().map(|(word, doc)| json!({ "const": word, "description": doc })).collect::<Vec<_>>() })
        }
    }
}
