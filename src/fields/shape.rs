//! What may stand where in a dossier: records, lists, tables and answers, each with its meaning.

use crate::terms::{Choice, Keeper, Role};
use crate::text::{Held, Text};

/// One field of a record.
#[derive(Debug, Clone)]
pub struct Field {
    /// The key in YAML.
    pub name: Text,
    /// What may stand there.
    pub shape: Shape,
    /// Its documentation: meaning, example, whom to ask.
    pub doc: Text,
    /// Whose field it is.
    pub keeper: Keeper,
    /// What it says of other fields.
    pub relations: Relations,
    /// Who may judge it; any role of the adopter, if empty.
    pub judged_by: Held<[Role]>,
    /// Who must have read it before it counts; nobody, if empty.
    pub read_by: Held<[Role]>,
    /// Whether it is about the product or about the organisation, where that is said.
    pub about: Option<About>,
    /// The names it had before.
    pub formerly: Held<[Text]>,
}

/// What a field says of other fields.
#[derive(Debug, Clone, Default)]
pub struct Relations {
    /// For a switch: the paths whose presence contradicts a false.
    pub contradicted_by: Option<Held<[Text]>>,
    /// For ids: the list whose members they name.
    pub refers_to: Option<Text>,
    /// For a yes or no: what cannot stand beside a no, in the same record.
    pub denies: Option<Denies>,
    /// For a number or a date: the fields of the same record that it must not be greater than.
    pub not_above: Held<[Text]>,
    /// For a date: whether it may lie after the day of a report.
    pub day: Day,
}

/// What cannot stand beside a no, and how that is told.
#[derive(Debug, Clone)]
pub struct Denies {
    /// The fields of the same record.
    pub fields: Held<[Text]>,
    /// What is wrong when one of them is given, in a sentence without a full stop.
    pub says: Text,
}

crate::terms::choice! {
    /// What a date is the day of.
    Day {
        /// The day on which something happened: not after the day of a report.
        Past = "past",
        /// A day that may lie ahead.
        Ahead = "ahead",
        /// The last day on which something holds.
        Ends = "ends",
    }
}

// Most dates say what has happened.
#[expect(clippy::derivable_impls, reason = "the macro that defines the words derives no default")]
impl Default for Day {
    fn default() -> Self {
        Day::Past
    }
}

crate::terms::choice! {
    /// What an answer is about: those about the product are read for one version, those about the organisation by date.
    About {
        /// The product.
        Product = "product",
        /// The organisation.
        Organisation = "organisation",
    }
}

/// A mapping with known fields.
#[derive(Debug, Clone)]
pub struct Record {
    /// The name of its kind, such as `study`.
    pub name: Text,
    /// What the record is about.
    pub doc: Text,
    /// The fields in their order.
    pub fields: Held<[Field]>,
    /// The field by which a list finds its members.
    pub key: Option<Text>,
    /// A second field that tells members of one key apart.
    pub also: Option<Text>,
}

/// What may stand at a place.
#[derive(Debug, Clone)]
pub enum Shape {
    /// A mapping with known fields.
    Record(Held<Record>),
    /// A list of records, found by their key.
    List(Held<Record>),
    /// A mapping with open keys.
    Table(Held<Shape>),
    /// An answer.
    Leaf(LeafShape),
}

/// The shape of one answer.
#[derive(Debug, Clone)]
pub struct LeafShape {
    /// The key of its value in a mapping: `is`, `says` or `judged`.
    pub key: &'static str,
    /// Whether it is a list of scalars.
    pub many: bool,
    /// The type of each scalar.
    pub scalar: Scalar,
}

/// The words of a closed set, each with its meaning.
pub type Words = Held<[(Text, Text)]>;

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
    Choice(Words),
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
            Scalar::Choice(words) => format!("one of {}", words.iter().map(|(word, _)| &**word).collect::<Vec<_>>().join(", ")),
        }
    }
}

impl Field {
    /// A field that says nothing of others.
    pub fn new(name: impl Into<Text>, shape: Shape, doc: impl Into<Text>, keeper: Keeper) -> Field {
        let relations = Relations::default();
        let (judged_by, read_by, formerly) = (Held::default(), Held::default(), Held::default());
        Field { name: name.into(), shape, doc: doc.into(), keeper, relations, judged_by, read_by, about: None, formerly }
    }

    /// Whether a no here takes questions away.
    pub fn is_switch(&self) -> bool {
        self.relations.contradicted_by.is_some()
    }
}

impl Record {
    /// The field with that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The number of the field with that name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// The same, looked for from a number on: fields mostly stand in the order in which they are declared.
    pub fn position_from(&self, from: usize, name: &str) -> Option<usize> {
        let (before, after) = self.fields.split_at(from.min(self.fields.len()));
        let found = after.iter().position(|field| field.name == name).map(|at| at + before.len());
        found.or_else(|| before.iter().position(|field| field.name == name))
    }

    /// The names of all fields.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.fields.iter().map(|field| &*field.name)
    }

    /// The field by which a list finds its members.
    pub fn key(&self) -> &str {
        self.key.as_deref().unwrap_or("id")
    }
}

/// The words of a closed set that the program computes with, each with its meaning.
pub fn words_of<C: Choice>() -> Words {
    C::ALL.iter().map(|one| (Held::Built(one.as_str()), Held::Built(one.meaning()))).collect()
}
