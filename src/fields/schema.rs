//! The schema of a dossier: its declarations put together, with what packs declare under `extra` and the facts.

use super::declaration::{Declarations, DeclaredField};
use super::shape::{Field, LeafShape, Record, Scalar, Shape};
use crate::terms::{Choice, Judgment, Keeper};
use crate::text::{Diagnostic, Segment, Span, parse_path};

/// What may stand in a dossier, and in its facts.
#[derive(Debug)]
pub struct Schema {
    /// The dossier itself; its last field is `facts`, which only the program writes.
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
}

impl Schema {
    /// Puts declarations together; every type that is not known and every relation that leads nowhere is a mistake.
    pub fn new(own: &Declarations, extras: &[Extra], facts: Record, mistakes: &mut Vec<Diagnostic>) -> Schema {
        let mut builder = Builder { declarations: own, inside: Vec::new(), relations: Vec::new(), mistakes };
        let mut root = builder.record("dossier", Keeper::Both);
        let provenance = builder.record("provenance", Keeper::Both);
        let mut relations = std::mem::take(&mut builder.relations);
        let mut added = Vec::new();
        for extra in extras {
            let mut builder = Builder { declarations: &extra.declarations, inside: Vec::new(), relations: Vec::new(), mistakes };
            let record = builder.record("extra", Keeper::Both);
            relations.append(&mut builder.relations);
            let doc = record.doc.clone();
            added.push(Field::new(&extra.pack, Shape::Record(record), doc, Keeper::Both));
        }
        if !added.is_empty() {
            let doc = "What packs of your own declare, under the id of each pack.".to_string();
            let record = Record { name: "extra".into(), doc: doc.clone(), fields: added, key: None, also: None };
            root.fields.push(Field::new("extra", Shape::Record(record), doc, Keeper::Both));
        }
        let doc = facts.doc.clone();
        root.fields.push(Field::new("facts", Shape::Record(facts), doc, Keeper::Both));
        let schema = Schema { root, provenance };
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
        (!fine).then(|| Diagnostic::new(message, relation.span, "of this field"))
    }
}

/// A path that a field names, to be looked up once all is put together.
struct Relation {
    to: String,
    wanted: Wanted,
    span: Span,
}

enum Wanted {
    Anything,
    List,
}

struct Builder<'d, 'm> {
    declarations: &'d Declarations,
    inside: Vec<&'d str>,
    relations: Vec<Relation>,
    mistakes: &'m mut Vec<Diagnostic>,
}

impl<'d> Builder<'d, '_> {
    fn wrong(&mut self, span: Span, message: String, help: Option<&str>) {
        let mut mistake = Diagnostic::new(message, span, "here");
        mistake.help = help.map(str::to_string);
        self.mistakes.push(mistake);
    }

    fn record(&mut self, name: &str, outer: Keeper) -> Record {
        let Some((name, declared)) = self.declarations.records.get_key_value(name) else {
            self.wrong(Span::default(), format!("nothing declares the record `{name}`"), None);
            return Record { name: name.into(), doc: String::new(), fields: Vec::new(), key: None, also: None };
        };
        let keeper = declared.kept_by.unwrap_or(outer);
        self.inside.push(name);
        let fields: Vec<Field> = declared.fields.iter().map(|field| self.field(field, keeper)).collect();
        self.inside.pop();
        let (key, also) = (declared.key.clone(), declared.also.clone());
        let record = Record { name: name.clone(), doc: declared.means.clone(), fields, key, also };
        for named in record.key.iter().chain(&record.also).filter(|named| record.field(named).is_none()) {
            self.wrong(declared.span, format!("`{name}` has no field `{named}` to be found by"), None);
        }
        for field in &declared.fields {
            let relations = &field.relations;
            let beside = relations.denies.iter().flat_map(|denies| &denies.fields).chain(&relations.not_above);
            for named in beside.filter(|named| record.field(named).is_none()) {
                self.wrong(field.span, format!("`{name}` has no field `{named}`"), None);
            }
        }
        record
    }

    fn field(&mut self, declared: &'d DeclaredField, outer: Keeper) -> Field {
        let keeper = declared.kept_by.or_else(|| self.kept_by(&declared.kind)).unwrap_or(outer);
        let shape = self.shape(&declared.kind, declared.kind_span, keeper);
        for path in declared.relations.contradicted_by.iter().flatten() {
            self.relations.push(Relation { to: path.clone(), wanted: Wanted::Anything, span: declared.span });
        }
        if let Some(path) = &declared.relations.refers_to {
            self.relations.push(Relation { to: path.clone(), wanted: Wanted::List, span: declared.span });
        }
        Field {
            name: declared.name.clone(),
            shape,
            doc: declared.doc.clone(),
            keeper,
            relations: declared.relations.clone(),
            judged_by: declared.judged_by.clone(),
            read_by: declared.read_by.clone(),
            about: declared.about,
            formerly: declared.formerly.clone(),
        }
    }

    /// Who keeps the record that a type names directly.
    fn kept_by(&self, kind: &str) -> Option<Keeper> {
        self.declarations.records.get(kind).and_then(|record| record.kept_by)
    }

    /// What a type stands for: `text`, `several date`, `list of study`, `table of share`, or the name of a record or a set of words.
    fn shape(&mut self, kind: &str, span: Span, keeper: Keeper) -> Shape {
        let kind = kind.trim();
        if let Some(inner) = kind.strip_prefix("table of ") {
            return Shape::Table(Box::new(self.shape(inner, span, keeper)));
        }
        if let Some(inner) = kind.strip_prefix("several ") {
            return match self.shape(inner, span, keeper) {
                Shape::Leaf(leaf) if !leaf.many && leaf.key != "judged" => Shape::Leaf(LeafShape { key: "is", many: true, ..leaf }),
                other => {
                    self.wrong(
                        span,
                        format!("`several {inner}` makes no sense"),
                        Some("`several` takes a type of one value, such as `text`"),
                    );
                    other
                }
            };
        }
        if let Some(inner) = kind.strip_prefix("list of ") {
            return Shape::List(self.inner_record(inner, span, keeper));
        }
        match self.scalar(kind) {
            Some(leaf) => Shape::Leaf(leaf),
            None => Shape::Record(self.inner_record(kind, span, keeper)),
        }
    }

    fn inner_record(&mut self, name: &str, span: Span, keeper: Keeper) -> Record {
        let nothing = || Record { name: name.into(), doc: String::new(), fields: Vec::new(), key: None, also: None };
        if self.inside.contains(&name) {
            self.wrong(span, format!("`{name}` contains itself"), None);
            return nothing();
        }
        if !self.declarations.records.contains_key(name) {
            let known = SCALARS.iter().copied();
            let known = known.chain(self.declarations.records.keys().map(String::as_str));
            let known: Vec<&str> = known.chain(self.declarations.words.keys().map(String::as_str)).collect();
            let mistake = Diagnostic::new(format!("`{name}` is not a type"), span, "here");
            self.mistakes.push(mistake.spelling(name, known));
            return nothing();
        }
        self.record(name, keeper)
    }

    fn scalar(&self, kind: &str) -> Option<LeafShape> {
        let leaf = |key: &'static str, scalar: Scalar| Some(LeafShape { key, many: false, scalar });
        match kind {
            "text" => leaf("says", Scalar::Text),
            "true-or-false" => leaf("is", Scalar::Bool),
            "number" => leaf("is", Scalar::Number),
            "count" => leaf("is", Scalar::Count),
            "share" => leaf("is", Scalar::Share),
            "date" => leaf("is", Scalar::Date),
            "period" => leaf("is", Scalar::Period),
            "document" => leaf("is", Scalar::Evidence),
            "judgement" => leaf("judged", Scalar::Choice(words_of::<Judgment>())),
            _ => self.declarations.words.get(kind).and_then(|(words, _)| leaf("is", Scalar::Choice(words.clone()))),
        }
    }
}

/// The types of one value that need no declaration.
const SCALARS: &[&str] = &["text", "true-or-false", "number", "count", "share", "date", "period", "document", "judgement"];

/// The words of a closed set that the program computes with, each with its meaning.
pub fn words_of<C: Choice>() -> super::shape::Words {
    C::ALL.iter().map(|one| (one.as_str().to_string(), one.meaning().to_string())).collect::<Vec<_>>().into()
}
