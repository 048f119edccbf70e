//! One fact: a value that was worked out, from where, and why; and how records of facts are declared.

use super::places::Places;
use super::seen::{Declared, FactField, FactKind, FactList, FactRecord, FactRef, FactScalar, Seen, leaf, one_line};
use super::why::Why;
use crate::fields::{Field, Record, Scalar, Shape};
use crate::terms::{Keeper, Verified};
use crate::text::{NodeId, Text};

/// A value that was worked out; unknown when its inputs are missing.
#[derive(Debug, Clone)]
pub struct Fact<T> {
    /// The value.
    pub value: Option<T>,
    /// The places of the dossier it was worked out from.
    pub from: Places,
    /// Why it is so, or why it cannot be said, in a sentence.
    pub why: Why,
    /// How far the outside facts it rests on were verified; none if it rests on the dossier alone.
    pub verified: Option<Verified>,
    /// Whether the reason says already how far they were verified.
    pub verified_told: bool,
    /// How it came about.
    pub kind: FactKind,
    /// Whether it is one figure of several that share their reason, so that the reason is told once for all of them.
    pub figure: bool,
}

impl<T> Default for Fact<T> {
    fn default() -> Self {
        Fact {
            value: None,
            from: Places::default(),
            why: Why::default(),
            verified: None,
            verified_told: false,
            kind: FactKind::WorkedOut,
            figure: false,
        }
    }
}

impl<T> Fact<T> {
    /// A value with its reason.
    pub fn is(value: T, from: impl IntoIterator<Item = Option<NodeId>>, why: impl Into<Why>) -> Fact<T> {
        Fact { value: Some(value), from: from.into_iter().flatten().collect(), why: why.into(), ..Fact::default() }
    }

    /// Cannot be said, with the reason.
    pub fn unknown(from: impl IntoIterator<Item = Option<NodeId>>, why: impl Into<Why>) -> Fact<T> {
        Fact { from: from.into_iter().flatten().collect(), why: why.into(), ..Fact::default() }
    }

    /// A value when there is one, else unknown, for the same reason.
    pub fn maybe(value: Option<T>, from: impl IntoIterator<Item = Option<NodeId>>, why: impl Into<Why>) -> Fact<T> {
        Fact { value, ..Fact::unknown(from, why) }
    }

    /// What the dossier says at one of its answers, where it says anything.
    pub fn stated(value: Option<T>, from: impl IntoIterator<Item = Option<NodeId>>) -> Fact<T> {
        Fact { kind: FactKind::Stated, ..Fact::maybe(value, from, "as the dossier says") }
    }

    /// One figure of several that share their reason.
    pub fn figure(value: Option<T>, from: impl IntoIterator<Item = Option<NodeId>>, why: impl Into<Why>) -> Fact<T> {
        Fact { figure: true, ..Fact::maybe(value, from, why) }
    }

    /// Another value, where there is one, with the same reason and places.
    pub fn with<U>(&self, value: Option<U>) -> Fact<U> {
        let Fact { from, why, verified, verified_told, kind, figure, .. } = self;
        let (from, why) = (from.clone(), why.clone());
        Fact { value, from, why, verified: *verified, verified_told: *verified_told, kind: *kind, figure: *figure }
    }

    /// The same reason and places with another value, or with none.
    pub fn and_then<U>(self, f: impl FnOnce(T) -> Option<U>) -> Fact<U> {
        let Fact { value, from, why, verified, verified_told, kind, figure } = self;
        Fact { value: value.and_then(f), from, why, verified, verified_told, kind, figure }
    }

    /// The same reason and places with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Fact<U> {
        self.and_then(|value| Some(f(value)))
    }

    /// Says how far the outside facts were verified, which the reason does not say.
    pub fn verified(self, verified: Option<Verified>) -> Fact<T> {
        Fact { verified, ..self }
    }

    /// Says how far the outside facts were verified, as the reason says too.
    pub fn verified_as_told(self, verified: Option<Verified>) -> Fact<T> {
        Fact { verified, verified_told: true, ..self }
    }
}

/// A key or a name in a list of facts.
#[derive(Debug, Clone, Default)]
pub struct Name(pub String);

/// A list of facts, each found by its key.
#[derive(Debug, Clone)]
pub struct Rows<T> {
    /// The members.
    pub rows: Vec<T>,
    /// The reason, when what they are worked out from is an honest none.
    pub none: Option<String>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Rows { rows: Vec::new(), none: None }
    }
}

impl<T: FactScalar> FactField for Fact<T> {
    fn shape() -> Shape {
        leaf("is", T::scalar())
    }

    fn seen(&self) -> Seen<'_> {
        let value = self.value.as_ref().map(T::value);
        let Fact { from, why, verified, verified_told, kind, figure, .. } = self;
        let (verified, verified_told, kind, figure) = (*verified, *verified_told, *kind, *figure);
        Seen::Fact(FactRef { value, from, why, verified, verified_told, kind, figure })
    }
}

impl FactField for Name {
    fn shape() -> Shape {
        leaf("says", Scalar::Text)
    }

    fn seen(&self) -> Seen<'_> {
        Seen::Name(&self.0)
    }
}

impl<T: Declared + FactRecord + 'static> FactField for Rows<T> {
    fn shape() -> Shape {
        Shape::List(T::record().into())
    }

    fn seen(&self) -> Seen<'_> {
        Seen::List(self)
    }
}

impl<T: FactRecord + 'static> FactList for Rows<T> {
    fn none(&self) -> Option<&str> {
        self.none.as_deref()
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, at: usize) -> &dyn FactRecord {
        &self.rows[at]
    }
}

/// Defines a record of facts: its type, its declaration and how it is seen. A list of such records finds
/// its members by the name that is given with `found by`.
macro_rules! facts {
    ($(#[doc = $about:literal])* $name:ident $(, found by $key:literal)? {
        $($(#[doc = $doc:literal])* $field:ident: $type:ty),+ $(,)?
    }) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, Default)]
        pub struct $name { $($(#[doc = $doc])* pub $field: $type),+ }

        impl $crate::facts::seen::Declared for $name {
            fn record() -> $crate::fields::Record {
                let key: &[&str] = &[$($key)?];
                $crate::facts::fact::declared(
                    stringify!($name),
                    concat!($($about),*),
                    key.first().copied(),
                    vec![$((
                        stringify!($field),
                        concat!($($doc),*),
                        <$type as $crate::facts::seen::FactField>::shape(),
                    )),+],
                )
            }
        }

        impl $crate::facts::seen::FactRecord for $name {
            fn field(&self, index: usize) -> $crate::facts::seen::Seen<'_> {
                const FIELDS: &[fn(&$name) -> $crate::facts::seen::Seen<'_>] =
                    &[$(|record| $crate::facts::seen::FactField::seen(&record.$field)),+];
                FIELDS[index](self)
            }

            fn names(&self) -> &'static [&'static str] {
                &[$(stringify!($field)),+]
            }
        }
    };
}
pub(super) use facts;

/// The declaration of a record of facts, from its name, its documentation, its key and its fields.
pub(super) fn declared(name: &str, doc: &str, key: Option<&str>, fields: Vec<(&str, &str, Shape)>) -> Record {
    let keeper = Keeper::Both;
    let field = |(name, doc, shape): (&str, &str, Shape)| Field::new(name, shape, one_line(doc), keeper);
    Record {
        name: name.into(),
        doc: one_line(doc).into(),
        fields: fields.into_iter().map(field).collect(),
        key: key.map(Text::from),
        also: None,
    }
}
