//! A fact as documents for programs hold it: no more than is written, since a dossier can have very many.

use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::facts::Why;
use crate::terms::Verified;

/// A value of a fact, a fact with its grounds, or facts together.
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
    /// A value with its own grounds.
    Fact(Box<(FactEntry, Grounds)>),
    /// A record, in the order of its declaration, with the grounds that its figures share.
    Record(Box<[(&'static str, FactEntry)]>, Option<Box<Grounds>>),
    /// A list of records.
    List(Box<[FactEntry]>),
}

/// Why a value is so.
#[derive(Debug)]
pub struct Grounds {
    /// The reason, in a sentence.
    pub why: Why,
    /// The paths of the places it comes from; many facts come from the same.
    pub from: Box<[Arc<str>]>,
    /// How far the outside facts it rests on were verified; none if it rests on the dossier alone.
    pub verified: Option<Verified>,
}

impl Grounds {
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry("why", &*self.why)?;
        map.serialize_entry("from", &self.from)?;
        self.verified.map_or(Ok(()), |verified| map.serialize_entry("verified", verified.as_str()))
    }
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
            FactEntry::Fact(fact) => record(to, &[("value", &fact.0)], Some(&fact.1)),
            FactEntry::Record(fields, grounds) => {
                let fields: Vec<(&str, &FactEntry)> = fields.iter().map(|(name, value)| (*name, value)).collect();
                record(to, &fields, grounds.as_deref())
            }
            FactEntry::List(members) => to.collect_seq(&members[..]),
        }
    }
}

fn record<S: Serializer>(to: S, fields: &[(&str, &FactEntry)], grounds: Option<&Grounds>) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(None)?;
    fields.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
    grounds.map_or(Ok(()), |grounds| grounds.write(&mut map))?;
    map.end()
}
