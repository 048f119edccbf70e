//! A report as its reader puts it together: what a row refers to by number stands in its place.

use readiness::assessment::Assessment;
use readiness::report::Wish;
use readiness::report::document::{Origin, Rows};
use serde_json::{Map, Value, json};

/// The row of the first dossier of a document, with paths, reasons and checks in place of their numbers.
pub fn told(document: &Value) -> Value {
    row(&document["catalogue"], &document["dossiers"][0])
}

/// A row, with paths, reasons and checks in place of their numbers.
pub fn row(catalogue: &Value, row: &Value) -> Value {
    let told = Told { catalogue, row, paths: paths(&row["answers"]) };
    let mut whole = row.clone();
    whole["facts"] = told.facts(&row["facts"]);
    whole["facts"]["evidence"] = Value::Array(list(&row["documents"]).iter().map(|one| told.facts(one)).collect());
    let groups = ["findings", "met", "not_applicable"].iter().flat_map(|name| list(&row[*name]));
    whole["checks"] = Value::Array(groups.flat_map(|group| list(&group["of"]).iter().map(|one| told.finding(group, one))).collect());
    for lapse in whole["lapses"].as_array_mut().unwrap() {
        lapse["path"] = told.path(&lapse["answer"]);
    }
    whole
}

/// The row of a dossier, as the program writes it.
pub fn made(assessment: &Assessment<'_>) -> Vec<u8> {
    let origin = Origin { id: "dossier.yaml", file: "dossier.yaml", digests: &[] };
    Rows::new(assessment.scene.book).row(origin, assessment, &Wish::default())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The path of every answer.
pub fn paths(answers: &Value) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for answer in list(answers) {
        let name = answer["name"].as_str().unwrap_or_default();
        paths.push(match answer["in"].as_u64() {
            Some(around) if name.starts_with('[') => format!("{}{name}", paths[around as usize]),
            Some(around) => format!("{}.{name}", paths[around as usize]),
            None => name.to_string(),
        });
    }
    paths
}

struct Told<'v> {
    catalogue: &'v Value,
    row: &'v Value,
    paths: Vec<String>,
}

impl Told<'_> {
    fn path(&self, number: &Value) -> Value {
        number.as_u64().map_or(Value::Null, |number| self.paths[number as usize].clone().into())
    }

    fn facts(&self, value: &Value) -> Value {
        let entry = |(name, value): (&String, &Value)| {
            let told = match name.as_str() {
                "why" => self.row["reasons"][value.as_u64().unwrap() as usize].clone(),
                "from" => list(value).iter().map(|number| self.path(number)).collect(),
                _ => self.facts(value),
            };
            (name.clone(), told)
        };
        match value {
            Value::Object(fields) => Value::Object(fields.iter().map(entry).collect::<Map<_, _>>()),
            Value::Array(members) => members.iter().map(|member| self.facts(member)).collect(),
            other => other.clone(),
        }
    }

    fn finding(&self, group: &Value, finding: &Value) -> Value {
        let check = &self.catalogue["checks"][finding["check"].as_u64().unwrap() as usize];
        let mut told = group.clone();
        told.as_object_mut().unwrap().remove("of");
        let first = &finding["answers"][0];
        told["check"] = check["id"].clone();
        told["path"] = if first.is_null() { check["reads"][0].clone() } else { self.path(first) };
        told["because"] = finding["because"].as_u64().map_or(Value::Null, |number| self.row["reasons"][number as usize].clone());
        told["member"] = finding["member"].clone();
        told["fingerprint"] = finding["fingerprint"].clone();
        told["asks"] = check["asks"].clone();
        told["at"] = json!(first.as_u64().map(|number| self.row["answers"][number as usize]["at"].clone()));
        told
    }
}
