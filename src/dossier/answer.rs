//! What is said at one place, typed for the facts: answers, statements, judgements, lists and tables.

use super::bound::{Bound, State};
use crate::fields::{LeafShape, Scalar, Shape, words_of};
use crate::terms::{Choice, Judgment, parse_date, parse_period};
use crate::text::{Kind, NodeId, step};

/// What somebody has said at one leaf.
#[derive(Debug, Clone, Default)]
pub enum Said<T> {
    /// Nobody has said: missing, empty, or a placeholder such as "TBC".
    #[default]
    Unknown,
    /// An honest none, with its reason: `{none: reason}`.
    None(String),
    /// Said not to apply, with a reason: `{not_applicable: reason}`. Reads as unknown in most checks.
    NotApplicable(String),
    /// The value.
    Is(T),
}

/// One leaf: the bare value, or `{is: value, says, evidence, by, on, reviewed}`.
#[derive(Debug, Clone)]
pub struct Answer<T> {
    /// The place in the dossier; `None` when the leaf is missing.
    pub node: Option<NodeId>,
    /// What is said there.
    pub said: Said<T>,
}

impl<T> Default for Answer<T> {
    fn default() -> Self {
        Answer { node: None, said: Said::Unknown }
    }
}

impl<T> Answer<T> {
    /// The value, when there is one.
    pub fn get(&self) -> Option<&T> {
        step();
        match &self.said {
            Said::Is(value) => Some(value),
            _ => None,
        }
    }
}

/// A statement: text, or `{says, evidence, by, on, reviewed}`.
pub type Statement = Answer<Text>;

/// A judgement the adopter makes: `{judged, says, evidence, by, on}`.
pub type Judgement = Answer<Judged>;

/// A list of records, each found by its key field.
#[derive(Debug, Clone)]
pub struct List<T> {
    /// The place of the list; `None` when it is missing.
    pub node: Option<NodeId>,
    /// The reason, when the list is an honest none.
    pub none: Option<String>,
    /// The members with their places, in the order of the dossier.
    pub items: Vec<(NodeId, T)>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        List { node: None, none: None, items: Vec::new() }
    }
}

/// A mapping with open keys, such as the shares of a population or the registered evidence.
#[derive(Debug, Clone)]
pub struct Table<T> {
    /// The place of the mapping; `None` when it is missing.
    pub node: Option<NodeId>,
    /// The entries: key, place, value, in the order of the dossier.
    pub entries: Vec<(String, NodeId, T)>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Table { node: None, entries: Vec::new() }
    }
}

/// Free text, kept as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(pub String);

impl std::ops::Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

/// The verdict of a judgement, read from the key `judged`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged(pub Judgment);

/// A calendar date, valid through that day (ISO 8601, `2026-05-01`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub jiff::civil::Date);

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A length of time (ISO 8601, `P24M`).
#[derive(Debug, Clone, Copy)]
pub struct Period(pub crate::terms::Period);

/// The id of an entry in the section `evidence`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EvidenceId(pub String);

/// A share between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Share(pub f64);

/// What the facts read at a place. The place has been checked against its declaration before.
pub trait View: Sized + Default {
    /// Reads it; what is missing, or does not fit, reads as unknown.
    fn read(bound: &Bound<'_>, node: Option<NodeId>) -> Self;

    /// Tells where a declaration differs from what is read here.
    fn differences(shape: &Shape, at: &str, found: &mut Vec<String>);
}

/// A value that can stand at a leaf.
pub trait Leaf: Sized {
    /// The key under which a mapping holds the value: `is`, `says` for text, `judged` for a judgement.
    const KEY: &'static str = "is";
    /// Whether it is a list of scalars.
    const MANY: bool = false;

    /// Reads the value that stands at a node.
    fn value(bound: &Bound<'_>, node: NodeId) -> Option<Self>;

    /// Whether a declared type is read so.
    fn is_declared_as(scalar: &Scalar) -> bool;
}

impl<T: Leaf> View for Answer<T> {
    fn read(bound: &Bound<'_>, node: Option<NodeId>) -> Self {
        let Some(at) = node else { return Answer::default() };
        let reason = |reason: NodeId| bound.tree.text(reason).unwrap_or_default().to_string();
        let said = match bound.state(at) {
            State::Unsaid => Said::Unknown,
            State::None(why) => Said::None(reason(why)),
            State::NotApplicable(why) => Said::NotApplicable(reason(why)),
            State::Said(value) => T::value(bound, value).map_or(Said::Unknown, Said::Is),
        };
        Answer { node, said }
    }

    fn differences(shape: &Shape, at: &str, found: &mut Vec<String>) {
        let fits = matches!(shape, Shape::Leaf(LeafShape { key, many, scalar })
            if *key == T::KEY && *many == T::MANY && T::is_declared_as(scalar));
        if !fits {
            found.push(format!("{at} is declared as {shape:?}"));
        }
    }
}

/// A member of which nothing is read but that it is there.
impl View for () {
    fn read(_: &Bound<'_>, _: Option<NodeId>) -> Self {}

    fn differences(_: &Shape, _: &str, _: &mut Vec<String>) {}
}

impl<T: View> View for List<T> {
    fn read(bound: &Bound<'_>, node: Option<NodeId>) -> Self {
        let Some(at) = node else { return List::default() };
        let none = bound.tree.child_text(at, "none").map(str::to_string);
        let members = bound.tree.members(at).iter();
        List { node, none, items: members.map(|member| (*member, T::read(bound, Some(*member)))).collect() }
    }

    fn differences(shape: &Shape, at: &str, found: &mut Vec<String>) {
        match shape {
            Shape::List(record) => T::differences(&Shape::Record(record.clone()), at, found),
            _ => found.push(format!("{at} is no list")),
        }
    }
}

impl<T: View> View for Table<T> {
    fn read(bound: &Bound<'_>, node: Option<NodeId>) -> Self {
        let Some(at) = node else { return Table::default() };
        let tree = &bound.tree;
        let none = ["none", "not_applicable"].iter().any(|form| tree.child(at, form).is_some());
        let entries = if none { &[] } else { tree.entries(at) };
        let entry =
            |(key, value): &(NodeId, NodeId)| (tree.text(*key).unwrap_or_default().to_string(), *value, T::read(bound, Some(*value)));
        Table { node, entries: entries.iter().map(entry).collect() }
    }

    fn differences(shape: &Shape, at: &str, found: &mut Vec<String>) {
        match shape {
            Shape::Table(inner) => T::differences(inner, at, found),
            _ => found.push(format!("{at} is no table")),
        }
    }
}

fn parsed<T>(bound: &Bound<'_>, node: NodeId, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    bound.tree.text(node).and_then(parse)
}

impl<C: Choice> Leaf for C {
    fn value(bound: &Bound<'_>, node: NodeId) -> Option<Self> {
        parsed(bound, node, C::parse)
    }
    fn is_declared_as(scalar: &Scalar) -> bool {
        matches!(scalar, Scalar::Choice(words) if *words == words_of::<C>())
    }
}

macro_rules! leaf {
    ($type:ty, $key:literal, $scalar:pat, $parse:expr) => {
        impl Leaf for $type {
            const KEY: &'static str = $key;
            fn value(bound: &Bound<'_>, node: NodeId) -> Option<Self> {
                parsed(bound, node, $parse)
            }
            fn is_declared_as(scalar: &Scalar) -> bool {
                matches!(scalar, $scalar)
            }
        }
    };
}
leaf!(Text, "says", Scalar::Text, |text| Some(Text(text.to_string())));
leaf!(bool, "is", Scalar::Bool, |text| text.to_ascii_lowercase().parse().ok());
leaf!(f64, "is", Scalar::Number, |text| text.parse().ok());
leaf!(u64, "is", Scalar::Count, |text| text.parse().ok());
leaf!(Date, "is", Scalar::Date, |text| parse_date(text).map(Date));
leaf!(Period, "is", Scalar::Period, |text| parse_period(text).map(Period));
leaf!(EvidenceId, "is", Scalar::Evidence, |text| Some(EvidenceId(text.to_string())));
leaf!(Share, "is", Scalar::Share, |text| text.parse().ok().map(Share));
leaf!(Judged, "judged", Scalar::Choice(_), |text| Judgment::parse(text).map(Judged));

impl<T: Leaf> Leaf for Vec<T> {
    const MANY: bool = true;

    fn value(bound: &Bound<'_>, node: NodeId) -> Option<Self> {
        match bound.tree.kind(node) {
            Kind::List(members) => members.iter().map(|member| T::value(bound, *member)).collect(),
            _ => None,
        }
    }
    fn is_declared_as(scalar: &Scalar) -> bool {
        T::is_declared_as(scalar)
    }
}
