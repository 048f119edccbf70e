//! The published schema of the document: one for all its forms.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::row::Row;
use super::whole::{Head, Refused, Whole};

/// The JSON Schema of the document; a line of `jsonl` follows `Head`, `Row` or `Refused` under `$defs`.
pub fn schema() -> Value {
    let mut generator = SchemaGenerator::new(SchemaSettings::draft2020_12().for_serialize());
    generator.subschema_for::<Head<'_>>();
    generator.subschema_for::<Row<'_>>();
    generator.subschema_for::<Refused>();
    let mut schema = generator.into_root_schema_for::<Whole<'_>>();
    schema.insert("$id".into(), ID.into());
    schema.insert("title".into(), "A report on product dossiers".into());
    schema.to_value()
}

/// The name of the schema.
const ID: &str = "https://example.org/adoption-readiness/schemas/readiness-report-2-draft.json";
