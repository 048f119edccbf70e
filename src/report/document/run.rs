//! The run that a report comes from: the program, what it was asked, and the packs it asked with.

use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::facts::statistics::Method;
use crate::rules::{Book, Pack};
use crate::terms::{Gate, Nation};

/// The run that a report comes from.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Run<'a> {
    /// The program: `readiness`.
    pub tool: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The day of the report (ISO 8601).
    pub as_of: String,
    /// What was asked for on the command line.
    pub options: Options<'a>,
    /// The packs of rules that were used.
    pub packs: Vec<PackEntry<'a>>,
}

/// What was asked for.
#[derive(Debug, Clone, Copy, Default, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Options<'a> {
    /// The decision that was asked for; null where each dossier's own stage counts.
    pub gate: Option<Gate>,
    /// How the 95% intervals of proportions are worked out.
    pub intervals: Method,
    /// How many days ahead it is listed what ends.
    pub horizon: u32,
    /// The reader for whom rows are narrowed to what that reader must act on; null where they are not.
    #[serde(rename = "for")]
    pub reader: Option<&'a str>,
    /// Whether rows are narrowed to what is due at the gate.
    pub due: bool,
}

/// One pack of rules.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PackEntry<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its version.
    pub version: &'a str,
    /// Who published the source.
    pub publisher: &'a str,
    /// The document it was taken from.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub document: &'a str,
    /// The date of the source, as printed.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub source_date: &'a str,
    /// When its publisher last reviewed it, where the source says so (ISO 8601).
    pub reviewed: Option<String>,
    /// When the source's own next review was due, where it says so (ISO 8601).
    pub review_due: Option<String>,
    /// Whether that day has passed on the day of the report.
    pub past_review: bool,
    /// When we last read the source (ISO 8601).
    pub checked: Option<String>,
    /// The licence of the words and of the source.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub licence: &'a str,
    /// The nations that it covers; all, if empty.
    pub nations: &'a [Nation],
    /// The SHA-256 of its files, in hexadecimal digits.
    pub sha256: Option<&'a str>,
}

impl<'a> Run<'a> {
    /// A run of this program.
    pub fn of(book: &'a Book, as_of: Date, options: Options<'a>) -> Run<'a> {
        let mut held = BTreeSet::new();
        let packs = book.packs.iter().filter(|pack| held.insert(&*pack.id));
        Run {
            tool: "readiness",
            version: env!("CARGO_PKG_VERSION"),
            as_of: as_of.to_string(),
            options,
            packs: packs.map(|pack| pack_entry(book, pack, as_of)).collect(),
        }
    }
}

fn pack_entry<'a>(book: &'a Book, pack: &'a Pack, as_of: Date) -> PackEntry<'a> {
    let written = |date: Option<Date>| date.map(|date| date.to_string());
    PackEntry {
        id: &pack.id,
        title: &pack.title,
        version: &pack.version,
        publisher: &pack.publisher,
        document: &pack.document,
        source_date: &pack.source_date,
        reviewed: written(pack.reviewed),
        review_due: written(pack.review_due),
        past_review: pack.review_due.is_some_and(|due| due < as_of),
        checked: written(pack.checked),
        licence: &pack.licence,
        nations: &pack.nations,
        sha256: book.digest(&pack.id),
    }
}
