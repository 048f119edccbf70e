//! Facts as whoever reads them sees them: record by record and field by field, each with its declaration.

use std::fmt::Debug;

use super::why::Why;
use crate::fields::{LeafShape, Record, Scalar, Shape, words_of};
use crate::terms::{Choice, Verified};
use crate::text::NodeId;

/// The value of one fact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FactValue<'a> {
    /// Yes or no.
    Bool(bool),
    /// A whole number from 0.
    Count(u64),
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
    /// Text, which may hold what the dossier says.
    Text(&'a str),
    /// One of a closed set of words.
    Word(&'static str),
    /// A day.
    Date(jiff::civil::Date),
}

/// How a fact came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FactKind {
    /// It repeats an answer of the dossier.
    Stated,
    /// It was worked out.
    #[default]
    WorkedOut,
    /// It was worked out, and a reader should look at it all the same.
    Query,
}

/// One fact: its value when it is known, from where, and why.
#[derive(Debug, Clone, Copy)]
pub struct FactRef<'a> {
    /// The value; none when the inputs are missing.
    pub value: Option<FactValue<'a>>,
    /// The places of the dossier it was worked out from.
    pub from: &'a [NodeId],
    /// Why it is so, or why it cannot be said, in a sentence.
    pub why: &'a Why,
    /// How far the outside facts it rests on were verified; none if it rests on the dossier alone.
    pub verified: Option<Verified>,
    /// Whether the reason says already how far they were verified.
    pub verified_told: bool,
    /// How it came about.
    pub kind: FactKind,
    /// Whether it is one figure of several that share their reason, so that the reason is told once for all of them.
    pub figure: bool,
}

/// What stands in one field of a record of facts.
#[derive(Debug, Clone, Copy)]
pub enum Seen<'a> {
    /// A record.
    Record(&'a dyn FactRecord),
    /// A list of records.
    List(&'a dyn FactList),
    /// The key or the name of something.
    Name(&'a str),
    /// A fact.
    Fact(FactRef<'a>),
}

/// A record of facts, whose fields are known by their position in the declaration.
pub trait FactRecord: Debug {
    /// What stands in the field at a position below the number of [`FactRecord::names`].
    fn field(&self, index: usize) -> Seen<'_>;

    /// The names of the fields, in the order of the declaration.
    fn names(&self) -> &'static [&'static str];
}

/// A list of records of facts.
pub trait FactList: Debug {
    /// The reason, when what the list is worked out from is an honest none.
    fn none(&self) -> Option<&str>;

    /// The number of members.
    fn len(&self) -> usize;

    /// Whether there is no member.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The member at a position below the length.
    fn row(&self, at: usize) -> &dyn FactRecord;
}

/// A record of facts that can say which fields it has, and what they mean.
pub trait Declared {
    /// The declaration.
    fn record() -> Record;
}

/// What may stand in a field of a record of facts: a fact, a name, a list or a record.
pub trait FactField {
    /// What is declared of it.
    fn shape() -> Shape;

    /// What stands there.
    fn seen(&self) -> Seen<'_>;
}

impl<T: Declared + FactRecord> FactField for T {
    fn shape() -> Shape {
        Shape::Record(T::record().into())
    }

    fn seen(&self) -> Seen<'_> {
        Seen::Record(self)
    }
}

/// A type whose values facts may have.
pub trait FactScalar {
    /// The type as it is declared.
    fn scalar() -> Scalar;

    /// The value.
    fn value(&self) -> FactValue<'_>;
}

/// One type of values: its declaration, and how a value of it is seen.
macro_rules! scalar {
    ($($type:ty: $scalar:ident, $one:ident => $value:expr;)+) => { $(impl FactScalar for $type {
        fn scalar() -> Scalar {
            Scalar::$scalar
        }

        fn value(&self) -> FactValue<'_> {
            let $one = self;
            $value
        }
    })+ };
}
scalar! {
    bool: Bool, yes => FactValue::Bool(*yes);
    u64: Count, count => FactValue::Count(*count);
    i64: Count, whole => FactValue::Whole(*whole);
    f64: Number, number => FactValue::Number(*number);
    String: Text, text => FactValue::Text(text);
    crate::dossier::answer::Date: Date, date => FactValue::Date(date.0);
}

impl<C: Choice> FactScalar for C {
    fn scalar() -> Scalar {
        Scalar::Choice(words_of::<C>())
    }

    fn value(&self) -> FactValue<'_> {
        FactValue::Word(self.as_str())
    }
}

/// The shape of one value under a key: `is` for a fact, `says` for a name.
pub(super) fn leaf(key: &'static str, scalar: Scalar) -> Shape {
    Shape::Leaf(LeafShape { key, many: false, scalar })
}

/// Documentation as one line.
pub(super) fn one_line(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}
