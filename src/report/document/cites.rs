//! Citations: the work, the place in it, and the day it was read, as far as they are known.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// What something rests on.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Citation<'a> {
    /// The statute, standard, report or page.
    pub work: &'a str,
    /// The place in it, such as `section 149`, where one is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<&'a str>,
    /// Where it can be read, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<&'a str>,
    /// The day it was read (ISO 8601), where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_on: Option<String>,
}

/// The words with which a place in a work begins.
const PLACES: [&str; 13] = [
    "section ",
    "sections ",
    "clause ",
    "clauses ",
    "regulation ",
    "regulations ",
    "article ",
    "articles ",
    "annex ",
    "schedule ",
    "part ",
    "table ",
    "appendix ",
];

impl<'a> Citation<'a> {
    /// A citation as it is written in rules: the work, then after a comma the place.
    pub fn of(cite: &'a str, read: Option<Date>) -> Citation<'a> {
        let begins = |rest: &str| PLACES.iter().any(|word| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)));
        let at = cite.match_indices(", ").map(|(at, _)| at).find(|at| begins(&cite[at + 2..]));
        let (work, place) = at.map_or((cite, None), |at| (&cite[..at], Some(&cite[at + 2..])));
        Citation { work, place, link: None, read_on: read.map(|date| date.to_string()) }
    }
}
