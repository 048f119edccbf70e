//! Pairs of answers held against each other: whether they fit, why, and where they stand.

use crate::text::NodeId;

/// What became of one pair of answers.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Fit {
    /// They fit.
    Yes,
    /// They cannot both be true.
    No,
    /// They do not fit, and that rests on less than the official text, or may have a good reason.
    Query,
    /// One of them is missing.
    Open,
}

/// One pair of answers: whether they fit, why, and where they stand.
pub(super) struct Pair {
    /// What kind of contradiction it would be, and of what.
    pub(super) id: String,
    /// Whether they fit.
    pub(super) fits: Fit,
    /// Why they fit or not, in a sentence.
    pub(super) why: String,
    /// The places of both.
    pub(super) from: Vec<Option<NodeId>>,
}

impl Pair {
    /// A pair that fits, of which nothing need be said but where it stands.
    pub(super) fn fitting(from: Vec<Option<NodeId>>) -> Pair {
        Pair::new(String::new(), Fit::Yes, String::new(), from)
    }

    /// A pair with what became of it.
    pub(super) fn new(id: impl Into<String>, fits: Fit, why: impl Into<String>, from: Vec<Option<NodeId>>) -> Pair {
        Pair { id: id.into(), fits, why: why.into(), from }
    }
}

/// What became of many pairs: only what is told of them is kept.
#[derive(Default)]
pub(super) struct Held {
    /// The places of those that fit.
    pub(super) from: Vec<Option<NodeId>>,
    /// Those that do not fit, or may not.
    pub(super) apart: Vec<Pair>,
    /// The first of which one is missing.
    pub(super) open: Option<Pair>,
}

impl Extend<Pair> for Held {
    fn extend<I: IntoIterator<Item = Pair>>(&mut self, pairs: I) {
        for pair in pairs {
            match pair.fits {
                Fit::Yes => self.from.extend(pair.from),
                Fit::Open => {
                    self.open.get_or_insert(pair);
                }
                Fit::No | Fit::Query => self.apart.push(pair),
            }
        }
    }
}

/// The letters and figures of a name: "tri-X 2" and "Tri-x2" are one name spelled twice.
pub(super) fn bare(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether what is counted once is a person.
pub(super) fn is_person(unit: &str) -> bool {
    let unit = bare(unit);
    ["patient", "person", "people", "participant", "subject", "case"].iter().any(|word| unit.starts_with(word))
}
