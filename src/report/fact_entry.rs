//! A fact as documents for programs hold it: no more than is written, since a dossier can have very many.

use std::sync::Arc;

use serde::ser::{Serialize, Serializer};

/// A value of a fact, a record of such values, or a list of them.
#[derive(Debug)]
pub enum FactEntry {
    /// What cannot be worked out.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A count.
    Count(u64),
    /// A whole number.
    Whole(i64),
    /// A number; one that is whole is written as such, and what is no number as null.
    Number(f64),
    /// One of a closed set of words.
    Word(&'static str),
    /// Text.
    Text(Box<str>),
    /// The path of a place; many facts come from the same.
    Path(Arc<str>),
    /// A list.
    List(Box<[FactEntry]>),
    /// A record, in the order of its declaration.
    Record(Box<[(&'static str, FactEntry)]>),
}

/// The whole numbers that a floating-point number holds exactly lie within this bound.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Serialize for FactEntry {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            FactEntry::Null => to.serialize_unit(),
            FactEntry::Bool(yes) => to.serialize_bool(*yes),
            FactEntry::Count(count) => to.serialize_u64(*count),
            FactEntry::Whole(whole) => to.serialize_i64(*whole),
            FactEntry::Number(number) if !number.is_finite() => to.serialize_unit(),
            FactEntry::Number(number) if number.fract() == 0.0 && number.abs() < EXACT => to.serialize_i64(*number as i64),
            FactEntry::Number(number) => to.serialize_f64(*number),
            FactEntry::Word(word) => to.serialize_str(word),
            FactEntry::Text(text) => to.serialize_str(text),
            FactEntry::Path(path) => to.serialize_str(path),
            FactEntry::List(members) => to.collect_seq(&members[..]),
            FactEntry::Record(fields) => to.collect_map(fields.iter().map(|(name, value)| (name, value))),
        }
    }
}
