//! The schema of a dossier: its declarations put together, with what packs declare under `extra` and the facts.

use super::build::{Builder, Relation, Wanted};
use super::declaration::Declarations;
use super::shape::{Field, Record, Shape};
use crate::terms::Keeper;
use crate::text::{Diagnostic, Segment, Span, Text, parse_path};

/// What may stand in a dossier, and in its facts.
#[derive(Debug, Clone)]
pub struct Schema {
    /// The dossier itself; its field `facts` is what only the program writes.
    pub root: Record,
    /// What says where an answer comes from; any answer and any record may carry these.
    pub provenance: Record,
}

/// The fields that one pack declares, under `extra.<pack>`.
#[derive(Debug)]
pub struct Extra {
    /// The id of the pack.
    pub pack: String,
    /// What it declares; its record `extra` holds the fields.
    pub declarations: Declarations,
    /// Where it begins to declare.
    pub span: Span,
}

impl Schema {
    /// Puts declarations together; every type that is not known and every relation that leads nowhere is a mistake.
    pub fn new(own: &Declarations, facts: Record, mistakes: &mut Vec<Diagnostic>) -> Schema {
        let mut builder = Builder::new(vec![own], mistakes);
        let mut root = builder.named("dossier", Span::default());
        let provenance = builder.named("provenance", Span::default());
        let relations = builder.relations;
        let doc = facts.doc.clone();
        root.fields = root.fields.and([Field::new("facts", Shape::Record(facts.into()), doc, Keeper::Both)]);
        let schema = Schema { root, provenance };
        mistakes.extend(relations.into_iter().filter_map(|relation| schema.leads_nowhere(relation)));
        schema
    }

    /// The same with what packs declare, under `extra`; a pack may name the program's own declarations.
    pub fn with(&self, own: &Declarations, extras: &[Extra], mistakes: &mut Vec<Diagnostic>) -> Schema {
        let mut schema = self.clone();
        let (mut relations, mut added) = (Vec::new(), Vec::new());
        for extra in extras {
            let mut builder = Builder::new(vec![&extra.declarations, own], mistakes);
            let record = builder.named("extra", extra.span);
            builder.unused(&extra.declarations);
            relations.append(&mut builder.relations);
            let doc = record.doc.clone();
            added.push(Field::new(extra.pack.as_str(), Shape::Record(record.into()), doc, Keeper::Both));
        }
        if !added.is_empty() {
            let doc = Text::from("What packs of your own declare, under the id of each pack.");
            let record = Record { name: "extra".into(), doc: doc.clone(), fields: added.into(), key: None, also: None };
            schema.root.fields = schema.root.fields.and([Field::new("extra", Shape::Record(record.into()), doc, Keeper::Both)]);
        }
        mistakes.extend(relations.into_iter().filter_map(|relation| schema.leads_nowhere(relation)));
        schema
    }

    /// The fields that a dossier may hold: all but the facts.
    pub fn said(&self) -> impl Iterator<Item = &Field> + Clone {
        self.root.fields.iter().filter(|field| field.name != "facts")
    }

    /// The field at a path of names, where lists and tables are walked through without naming a member.
    pub fn field_at(&self, path: &[Segment]) -> Option<&Field> {
        let mut record = &self.root;
        let mut found: Option<&Field> = None;
        let mut shape: Option<&Shape> = None;
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
    pub fn key_of(&self, path: &[Segment]) -> &str {
        match self.field_at(path).map(|field| &field.shape) {
            Some(Shape::List(record)) => record.key(),
            _ => "id",
        }
    }

    /// The numbers of the fields on a path of names.
    pub fn route(&self, path: &[&str]) -> Option<Vec<usize>> {
        let mut record = &self.root;
        let mut route = Vec::new();
        for (depth, name) in path.iter().enumerate() {
            let index = record.position(name)?;
            route.push(index);
            match &record.fields[index].shape {
                Shape::Record(inner) => record = inner,
                _ if depth + 1 < path.len() => return None,
                _ => {}
            }
        }
        Some(route)
    }

    fn leads_nowhere(&self, relation: Relation) -> Option<Diagnostic> {
        let field = parse_path(&relation.to).and_then(|path| self.field_at(&path));
        let fine = match (&relation.wanted, field.map(|field| &field.shape)) {
            (Wanted::Anything, found) => found.is_some(),
            (Wanted::List, found) => matches!(found, Some(Shape::List(_))),
        };
        let message = match relation.wanted {
            Wanted::Anything => format!("`{}` is not a place in a dossier", relation.to),
            Wanted::List => format!("`{}` is not a list of a dossier", relation.to),
        };
        let mistake = || Diagnostic::new(message, relation.span, "of this field");
        (!fine).then(|| mistake().help("write the whole path, such as `validation.studies` or `extra.house.visits`"))
    }
}
