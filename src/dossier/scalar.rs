//! The scalars of a dossier: dates, periods, shares and references to evidence.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Deserializer;
use serde::{Deserialize, Serialize};

use super::answer::Leaf;
use crate::terms::{parse_date, parse_period};

/// A calendar date, valid through that day (ISO 8601, `2026-05-01`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub jiff::civil::Date);

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(d)?;
        parse_date(&text).map(Date).ok_or_else(|| serde::de::Error::custom("not a date"))
    }
}

/// A length of time (ISO 8601, `P24M`).
#[derive(Debug, Clone, Copy)]
pub struct Period(pub jiff::Span);

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(d)?;
        parse_period(&text).map(Period).ok_or_else(|| serde::de::Error::custom("not a period"))
    }
}

/// The id of an entry in the section `evidence`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub struct EvidenceId(pub String);

/// A share between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Deserialize)]
pub struct Share(pub f64);

macro_rules! scalar_schema {
    ($type:ty, $name:literal, $schema:tt) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}
scalar_schema!(Date, "Date", { "type": "string", "format": "date", "x-scalar": "date" });
scalar_schema!(Period, "Period", { "type": "string", "format": "duration", "pattern": "^P([0-9]+[YMWD])+$", "x-scalar": "period" });
scalar_schema!(EvidenceId, "EvidenceId", { "type": "string", "x-scalar": "evidence" });
scalar_schema!(Share, "Share", { "type": "number", "minimum": 0, "maximum": 1, "x-scalar": "share" });

macro_rules! leaf {
    ($($type:ty),+) => { $(impl Leaf for $type {
        const KEY: &'static str = "is";
        const NAME: &'static str = "$is";
    })+ };
}
leaf!(bool, f64, u64, Date, Period, EvidenceId, Share);
