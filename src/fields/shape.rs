//! What may stand where in a dossier: records, lists, tables and answers, each with its meaning.

use crate::terms::Keeper;

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
