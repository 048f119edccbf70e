//! One fact: a value that was worked out, from where, and why; and how facts are written into the tree.

use crate::terms::Verified;
use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::text::{Kind, NodeId, Span, Tree};

/// A value that was worked out; unknown when its inputs are missing.
#[derive(Debug, Clone)]
pub struct Fact<T> {
    /// The value.
    pub value: Option<T>,
    /// The places of the dossier it was worked out from.
    pub from: Vec<NodeId>,
    /// Why it is so, or why it cannot be said, in a sentence.
    pub why: String,
    /// How far the outside facts it rests on were verified; none if it rests on the dossier alone.
    pub verified: Option<Verified>,
    /// Whether it is one figure of several that share their reason, so that the reason is told once for all of them.
    pub figure: bool,
}

impl<T> Default for Fact<T> {
    fn default() -> Self {
        Fact { value: None, from: Vec::new(), why: String::new(), verified: None, figure: false }
    }
}

impl<T> Fact<T> {
    /// A value with its reason.
    pub fn is(value: T, from: impl IntoIterator<Item = Option<NodeId>>, why: impl Into<String>) -> Fact<T> {
        Fact { value: Some(value), from: from.into_iter().flatten().collect(), why: why.into(), ..Fact::default() }
    }

    /// Cannot be said, with the reason.
    pub fn unknown(from: impl IntoIterator<Item = Option<NodeId>>, why: impl Into<String>) -> Fact<T> {
        Fact { from: from.into_iter().flatten().collect(), why: why.into(), ..Fact::default() }
    }

    /// A value when there is one, else unknown, for the same reason.
    pub fn of(value: Option<T>, from: impl IntoIterator<Item = Option<NodeId>>, why: impl Into<String>) -> Fact<T> {
        Fact { value, ..Fact::unknown(from, why) }
    }

    /// The same reason and places with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Fact<U> {
        Fact { value: self.value.map(f), from: self.from, why: self.why, verified: self.verified, figure: self.figure }
    }

    /// Says how far the outside facts were verified.
    pub fn verified(mut self, verified: Verified) -> Fact<T> {
        self.verified = Some(verified);
        self
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

/// Where a fact in the tree comes from.
#[derive(Debug, Clone)]
pub struct Note {
    /// The places it was worked out from.
    pub from: Vec<NodeId>,
    /// Why it is so.
    pub why: String,
    /// How far the outside facts were verified.
    pub verified: Option<Verified>,
    /// Whether it is one figure of several that share their reason.
    pub figure: bool,
}

/// The notes of all facts in a tree.
pub type Notes = BTreeMap<NodeId, Note>;

/// Writes facts into a tree.
pub struct Writer<'t> {
    pub(super) tree: &'t mut Tree,
    pub(super) notes: Notes,
}

impl Writer<'_> {
    fn scalar(&mut self, text: &str, plain: bool, span: Span) -> NodeId {
        self.tree.push(span, Kind::Scalar { text: text.into(), plain })
    }

    pub(super) fn map(&mut self, entries: Vec<(&str, NodeId)>) -> NodeId {
        let entries = entries.into_iter().map(|(key, value)| (self.scalar(key, true, Span::default()), value)).collect();
        self.tree.push(Span::default(), Kind::Map(entries))
    }
}

/// A value that can be written into the tree as a fact.
pub trait Written {
    /// Writes it and returns its node.
    fn write(&self, into: &mut Writer<'_>) -> NodeId;
}

impl<T: ToString> Written for Fact<T> {
    fn write(&self, into: &mut Writer<'_>) -> NodeId {
        let span = self.from.first().map_or(Span::default(), |node| into.tree.span(*node));
        let node = match &self.value {
            Some(value) => into.scalar(&value.to_string(), true, span),
            None => into.scalar("", true, span),
        };
        into.notes.insert(node, Note { from: self.from.clone(), why: self.why.clone(), verified: self.verified, figure: self.figure });
        node
    }
}

impl Written for Name {
    fn write(&self, into: &mut Writer<'_>) -> NodeId {
        into.scalar(&self.0, false, Span::default())
    }
}

impl<T: Written> Written for Rows<T> {
    fn write(&self, into: &mut Writer<'_>) -> NodeId {
        if let Some(reason) = &self.none {
            let reason = into.scalar(reason, false, Span::default());
            return into.map(vec![("none", reason)]);
        }
        let members = self.rows.iter().map(|row| row.write(into)).collect();
        into.tree.push(Span::default(), Kind::List(members))
    }
}

impl<T: JsonSchema> JsonSchema for Fact<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("Fact_{}", T::schema_name()).into()
    }
    fn json_schema(g: &mut SchemaGenerator) -> Schema {
        json_schema!({ "x-leaf": "is", "x-value": g.subschema_for::<T>() })
    }
}

impl JsonSchema for Name {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Name".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "x-leaf": "says", "x-value": { "type": "string" } })
    }
}

impl<T: JsonSchema> JsonSchema for Rows<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("Rows_{}", T::schema_name()).into()
    }
    fn json_schema(g: &mut SchemaGenerator) -> Schema {
        json_schema!({ "x-list": g.subschema_for::<T>() })
    }
}

/// Defines a record of facts, with its schema and how it is written.
macro_rules! facts {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        #[derive(Debug, Clone, Default, schemars::JsonSchema)]
        $(#[$meta])*
        pub struct $name { $($(#[$doc])* pub $field: $type),+ }

        impl $crate::facts::Written for $name {
            fn write(&self, into: &mut $crate::facts::fact::Writer<'_>) -> $crate::text::NodeId {
                let entries = vec![$((stringify!($field), self.$field.write(into))),+];
                into.map(entries)
            }
        }
    };
}
pub(super) use facts;

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
        why: impl Into<String>,
    ) -> Estimate {
        let why = why.into();
        fn figure<T>(value: Option<T>, from: &[Option<NodeId>], why: &str) -> Fact<T> {
            Fact { figure: true, ..Fact::of(value, from.iter().copied(), why) }
        }
        Estimate {
            estimate: figure(estimate, from, &why),
            lower: figure(interval.map(|(lower, _)| lower), from, &why),
            upper: figure(interval.map(|(_, upper)| upper), from, &why),
            method: figure(interval.map(|_| method.to_string()), from, &why),
            n: figure(n, from, &why),
        }
    }

    /// A figure that cannot be worked out, and why.
    pub fn unknown(from: &[Option<NodeId>], why: impl Into<String>) -> Estimate {
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
