//! One fact: a value that was worked out, from where, and why; and how records of facts are declared.

use std::sync::Arc;

use super::seen::{Declared, FactField, FactKind, FactList, FactRecord, FactRef, FactScalar, Seen, leaf, one_line};
use crate::fields::{Field, Record, Scalar, Shape};
use crate::terms::{Keeper, Verified};
use crate::text::NodeId;

/// A value that was worked out; unknown when its inputs are missing.
#[derive(Debug, Clone)]
pub struct Fact<T> {
    /// The value.
    pub value: Option<T>,
    /// The places of the dossier it was worked out from.
    pub from: Arc<[NodeId]>,
    /// Why it is so, or why it cannot be said, in a sentence.
    pub why: Arc<str>,
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
            from: Arc::default(),
            why: Arc::default(),
            verified: None,
            verified_told: false,
            kind: FactKind::WorkedOut,
            figure: false,
        }
    }
}

impl<T> Fact<T> {
    /// A value with its reason.
    pub fn is(value: T, from: impl IntoIterator<Item = Option<NodeId>>, why: impl Into<Arc<str>>) -> Fact<T> {
        Fact { value: Some(value), from: from.into_iter().flatten().collect(), why: why.into(), ..Fact::default() }
    }

    /// Cannot be said, with the reason.
    pub fn unknown(from: impl IntoIterator<Item = Option<NodeId>>, why: impl Into<Arc<str>>) -> Fact<T> {
        Fact { from: from.into_iter().flatten().collect(), why: why.into(), ..Fact::default() }
    }

    /// A value when there is one, else unknown, for the same reason.
    pub fn maybe(value: Option<T>, from: impl IntoIterator<Item = Option<NodeId>>, why: impl Into<Arc<str>>) -> Fact<T> {
        Fact { value, ..Fact::unknown(from, why) }
    }

    /// What the dossier says at one of its answers, where it says anything.
    pub fn stated(value: Option<T>, from: impl IntoIterator<Item = Option<NodeId>>) -> Fact<T> {
        Fact { kind: FactKind::Stated, ..Fact::maybe(value, from, "as the dossier says") }
    }

    /// One figure of several that share their reason.
    pub fn figure(value: Option<T>, from: impl IntoIterator<Item = Option<NodeId>>, why: impl Into<Arc<str>>) -> Fact<T> {
        Fact { figure: true, ..Fact::maybe(value, from, why) }
    }

    /// Another value, where there is one, with the same reason and places.
    pub fn with<U>(&self, value: Option<U>) -> Fact<U> {
        let Fact { from, why, verified, verified_told, kind, figure, .. } = self;
        let (from, why) = (Arc::clone(from), Arc::clone(why));
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
        Shape::List(T::record())
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
        doc: one_line(doc),
        fields: fields.into_iter().map(field).collect(),
        key: key.map(String::from),
        also: None,
    }
}

facts! {
    /// A figure with its 95% interval, as plain values that share one reason.
    Estimate {
        /// The estimate.
        estimate: Fact<f64>,
        /// The lower end of its 95% interval.
        lower: Fact<f64>,
        /// The upper end.
        upper: Fact<f64>,
        /// The method of the interval.
        method: Fact<String>,
        /// The number it was counted in.
        n: Fact<u64>,
    }
}

impl Estimate {
    /// A figure that may lack an interval or a number, with its reason.
    pub fn new(
        estimate: Option<f64>,
        interval: Option<(f64, f64)>,
        method: &str,
        n: Option<u64>,
        from: &[Option<NodeId>],
        why: impl Into<Arc<str>>,
    ) -> Estimate {
        let estimate = Fact::figure(estimate, from.iter().copied(), why);
        Estimate {
            lower: estimate.with(interval.map(|(lower, _)| lower)),
            upper: estimate.with(interval.map(|(_, upper)| upper)),
            method: estimate.with(interval.map(|_| method.to_string())),
            n: estimate.with(n),
            estimate,
        }
    }

    /// A figure that cannot be worked out, and why.
    pub fn unknown(from: &[Option<NodeId>], why: impl Into<Arc<str>>) -> Estimate {
        Estimate::new(None, None, "", None, from, why)
    }

    /// The estimate with its interval, when both are known.
    pub fn interval(&self) -> Option<(f64, f64, f64)> {
        Some((self.estimate.value?, self.lower.value?, self.upper.value?))
    }

    /// `0.930 (0.902 to 0.950)`, with so many decimals; or that it is not known.
    pub fn words(&self, decimals: usize) -> String {
        match (self.estimate.value, self.lower.value.zip(self.upper.value)) {
            (Some(value), Some((lower, upper))) => format!("{value:.decimals$} ({lower:.decimals$} to {upper:.decimals$})"),
            (Some(value), None) => format!("{value:.decimals$} (no interval can be given)"),
            _ => "not known".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::seen::{Declared, FactField, FactRecord, FactValue, Seen};
    use super::{Estimate, Fact, Rows};
    use crate::fields::{Scalar, Shape};

    #[test]
    fn a_record_of_facts_is_declared_and_seen_field_by_field() {
        let record = Estimate::record();
        assert_eq!((record.name.as_str(), record.fields.len()), ("Estimate", 5));
        assert_eq!(record.fields[0].doc, "The estimate.");
        assert!(matches!(&record.fields[4].shape, Shape::Leaf(leaf) if leaf.scalar == Scalar::Count && leaf.key == "is"));
        let row = Estimate::new(Some(0.9), None, "Wilson", Some(10), &[], "counted");
        assert_eq!(row.names(), ["estimate", "lower", "upper", "method", "n"]);
        let values: Vec<Option<FactValue<'_>>> = (0..5)
            .map(|at| match row.field(at) {
                Seen::Fact(fact) => fact.value,
                _ => None,
            })
            .collect();
        assert_eq!(values, [Some(FactValue::Number(0.9)), None, None, None, Some(FactValue::Count(10))]);
    }

    #[test]
    fn a_list_of_facts_is_seen_member_by_member() {
        let rows = Rows { rows: vec![Estimate::unknown(&[], "nobody counted")], none: None };
        let Seen::List(list) = rows.seen() else { panic!("a list is seen as one") };
        assert_eq!((list.len(), list.is_empty(), list.none()), (1, false, None));
        assert!(matches!(list.row(0).field(0), Seen::Fact(fact) if fact.why == "nobody counted" && fact.figure));
        assert!(matches!(Fact::stated(Some(true), []).seen(), Seen::Fact(fact) if fact.value == Some(FactValue::Bool(true))));
    }
}
