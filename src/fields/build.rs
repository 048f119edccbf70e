//! Makes records of their declarations: what each type stands for, within limits that keep a pack from growing without end.

use std::collections::BTreeSet;

use super::declaration::{Declarations, DeclaredField, DeclaredRecord, SCALARS};
use super::shape::{Day, Field, LeafShape, Record, Scalar, Shape, Words, words_of};
use crate::terms::{Judgment, Keeper};
use crate::text::{Diagnostic, Held, Span, Text};

/// How deep records may stand in each other, and how many fields a dossier may have in all.
const LEVELS: usize = 16;
const FIELDS: usize = 20_000;

/// A path that a field names, to be looked up once all is put together.
pub(super) struct Relation {
    /// The path.
    pub to: String,
    /// What must stand there.
    pub wanted: Wanted,
    /// Where it is named.
    pub span: Span,
}

/// What must stand at a path.
pub(super) enum Wanted {
    /// Any field.
    Anything,
    /// A list.
    List,
}

/// Makes records of declarations: those of a pack first, then those of the program.
pub(super) struct Builder<'d, 'm> {
    declarations: Vec<&'d Declarations>,
    inside: Vec<&'d str>,
    used: BTreeSet<&'d str>,
    fields: usize,
    /// The paths that fields name.
    pub relations: Vec<Relation>,
    mistakes: &'m mut Vec<Diagnostic>,
}

impl<'d, 'm> Builder<'d, 'm> {
    /// Nothing is made yet.
    pub fn new(declarations: Vec<&'d Declarations>, mistakes: &'m mut Vec<Diagnostic>) -> Builder<'d, 'm> {
        Builder { declarations, inside: Vec::new(), used: BTreeSet::new(), fields: 0, relations: Vec::new(), mistakes }
    }

    /// The record of that name, which must be declared.
    pub fn named(&mut self, name: &str, place: Span) -> Record {
        match self.find(name) {
            Some((name, declared)) => self.record(name, declared, Keeper::Both),
            None => {
                let help = format!("declare its fields in tables such as `[fields.{name}.field.title]`");
                self.mistakes.push(Diagnostic::new(format!("nothing declares the record `{name}`"), place, "here").help(help));
                nothing(name)
            }
        }
    }

    /// Reports what is declared and used by nothing.
    pub fn unused(&mut self, declarations: &'d Declarations) {
        let records = declarations.records.iter().map(|(name, record)| (name, record.span));
        let words = declarations.words.iter().map(|(name, (_, span))| (name, *span));
        for (name, span) in records.chain(words).filter(|(name, _)| !self.used.contains(name.as_str())) {
            self.mistakes.push(Diagnostic::new(format!("no field has the type `{name}`"), span, "declared here"));
        }
    }

    fn find(&self, name: &str) -> Option<(&'d str, &'d DeclaredRecord)> {
        self.declarations.iter().find_map(|all| all.records.get_key_value(name)).map(|(name, record)| (name.as_str(), record))
    }

    fn words(&self, name: &str) -> Option<(&'d str, &'d Words)> {
        self.declarations.iter().find_map(|all| all.words.get_key_value(name)).map(|(name, (words, _))| (name.as_str(), words))
    }

    fn wrong(&mut self, span: Span, message: String, help: Option<&str>) {
        let mistake = Diagnostic::new(message, span, "here");
        self.mistakes.push(match help {
            Some(help) => mistake.help(help),
            None => mistake,
        });
    }

    fn record(&mut self, name: &'d str, declared: &'d DeclaredRecord, outer: Keeper) -> Record {
        self.used.insert(name);
        let keeper = declared.kept_by.unwrap_or(outer);
        self.inside.push(name);
        let fields: Held<[Field]> = declared.fields.iter().map(|field| self.field(field, keeper)).collect();
        self.inside.pop();
        let (key, also) = (declared.key.clone(), declared.also.clone());
        let record = Record { name: name.into(), doc: declared.means.clone(), fields, key, also };
        for (field, declared) in record.fields.iter().zip(&declared.fields) {
            self.beside(&record, field, declared);
        }
        record
    }

    fn field(&mut self, declared: &'d DeclaredField, outer: Keeper) -> Field {
        self.fields += 1;
        let keeper = declared.kept_by.or_else(|| self.find(&declared.kind).and_then(|(_, record)| record.kept_by)).unwrap_or(outer);
        let shape = self.shape(&declared.kind, declared.kind_span, keeper);
        for path in declared.relations.contradicted_by.iter().flatten() {
            self.relations.push(Relation { to: path.to_string(), wanted: Wanted::Anything, span: declared.span });
        }
        if let Some(path) = &declared.relations.refers_to {
            self.relations.push(Relation { to: path.to_string(), wanted: Wanted::List, span: declared.span });
        }
        self.fitting(declared, &shape);
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

    /// What a field says of itself must make sense for its type.
    fn fitting(&mut self, declared: &DeclaredField, shape: &Shape) {
        let leaf = if let Shape::Leaf(leaf) = shape { Some(leaf) } else { None };
        let one = |wanted: &[Scalar]| leaf.is_some_and(|leaf| !leaf.many && wanted.contains(&leaf.scalar));
        let relations = &declared.relations;
        let numbers = [Scalar::Number, Scalar::Count, Scalar::Share, Scalar::Date];
        let text = leaf.is_some_and(|leaf| leaf.scalar == Scalar::Text);
        let rules = [
            ("switch", relations.contradicted_by.is_some(), one(&[Scalar::Bool]), "true-or-false"),
            ("denies", relations.denies.is_some(), one(&[Scalar::Bool]), "true-or-false"),
            ("not_above", !relations.not_above.is_empty(), one(&numbers), "a number or a date"),
            ("day", relations.day != Day::Past, one(&[Scalar::Date]), "date"),
            ("refers_to", relations.refers_to.is_some(), text, "text"),
            ("judged_by", !declared.judged_by.is_empty(), leaf.is_some_and(|leaf| leaf.key == "judged"), "judgement"),
            ("read_by", !declared.read_by.is_empty(), leaf.is_some_and(|leaf| leaf.scalar == Scalar::Text), "text"),
        ];
        for (name, said, fits, wanted) in rules {
            if said && !fits {
                let message = format!("`{name}` makes no sense for `{}`", declared.kind);
                self.wrong(declared.span, message, Some(&format!("it is for a field of the type {wanted}")));
            }
        }
    }

    /// What a field says of those beside it: they must be there, and be others.
    fn beside(&mut self, record: &Record, field: &Field, declared: &DeclaredField) {
        let denied = field.relations.denies.iter().flat_map(|denies| &denies.fields);
        for named in denied.chain(&field.relations.not_above) {
            if record.field(named).is_none_or(|other| other.name == field.name) {
                self.wrong(declared.span, format!("`{}` has no other field `{named}`", record.name), None);
            }
        }
        let renamed = |other: &&Field| other.name != field.name && other.formerly.iter().any(|name| field.formerly.contains(name));
        for former in &field.formerly {
            if record.field(former).is_some() || record.fields.iter().any(|other| renamed(&other)) {
                self.wrong(declared.span, format!("`{former}` is the name of another field, or was"), None);
            }
        }
    }

    /// What a type stands for: `text`, `several date`, `list of study`, `table of share`, or the name of a record or a set of words.
    fn shape(&mut self, kind: &str, span: Span, keeper: Keeper) -> Shape {
        match kind.split_once(' ') {
            Some(("table", rest)) if rest.starts_with("of ") => {
                let inner = &rest[3..];
                if inner.starts_with("table of ") {
                    self.wrong(span, "a table of tables".into(), Some("declare a record for what stands in the table"));
                    return Shape::Record(nothing(inner).into());
                }
                Shape::Table(Held::new(self.shape(inner, span, keeper)))
            }
            Some(("list", rest)) if rest.starts_with("of ") => self.list(&rest[3..], span, keeper),
            Some(("several", inner)) => match self.scalar(inner) {
                Some(leaf) if leaf.key != "judged" => Shape::Leaf(LeafShape { key: "is", many: true, ..leaf }),
                _ => {
                    let help = "`several` takes a type of one value, such as `text`";
                    self.wrong(span, format!("`several {inner}` makes no sense"), Some(help));
                    Shape::Record(nothing(inner).into())
                }
            },
            _ => match self.scalar(kind) {
                Some(leaf) => Shape::Leaf(leaf),
                None => Shape::Record(self.inner(kind, span, keeper).into()),
            },
        }
    }

    /// The members of a list are records, found by a field that holds one value.
    fn list(&mut self, inner: &str, span: Span, keeper: Keeper) -> Shape {
        if self.scalar(inner).is_some() {
            let help = format!("several values of one answer are `several {inner}`");
            self.wrong(span, format!("the members of a list are records, and `{inner}` is one value"), Some(&help));
            return Shape::List(nothing(inner).into());
        }
        let record = self.inner(inner, span, keeper);
        for name in [Some(record.key()), record.also.as_deref()].into_iter().flatten() {
            let found =
                record.field(name).is_some_and(|field| matches!(&field.shape, Shape::Leaf(leaf) if !leaf.many && leaf.key != "judged"));
            if !found && !record.fields.is_empty() {
                let help = "name it with `key`; it holds one value, such as text";
                self.wrong(span, format!("`{inner}` has no field `{name}` by which the members of a list are found"), Some(help));
            }
        }
        Shape::List(record.into())
    }

    fn inner(&mut self, name: &str, span: Span, keeper: Keeper) -> Record {
        if self.inside.contains(&name) {
            self.wrong(span, format!("`{name}` contains itself"), None);
            return nothing(name);
        }
        if self.inside.len() >= LEVELS || self.fields > FIELDS {
            let message = format!("more than {LEVELS} records in each other, or more than {FIELDS} fields in all");
            self.wrong(span, message, Some("declare fewer; reading stopped here"));
            self.fields = FIELDS + 1;
            return nothing(name);
        }
        if let Some((name, declared)) = self.find(name) {
            return self.record(name, declared, keeper);
        }
        if !name.is_empty() {
            let records = self.declarations.iter().flat_map(|all| all.records.keys().chain(all.words.keys()));
            let known: Vec<&str> = SCALARS.iter().copied().chain(records.map(String::as_str)).collect();
            let mistake = Diagnostic::new(format!("`{name}` is not a type"), span, "here");
            self.mistakes.push(mistake.spelling(name, known));
        }
        nothing(name)
    }

    fn scalar(&mut self, kind: &str) -> Option<LeafShape> {
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
            _ => {
                let (name, words) = self.words(kind)?;
                self.used.insert(name);
                leaf("is", Scalar::Choice(words.clone()))
            }
        }
    }
}

/// A record of which nothing could be made; its mistake has been reported.
fn nothing(name: &str) -> Record {
    Record { name: name.into(), doc: Text::default(), fields: Held::default(), key: None, also: None }
}
