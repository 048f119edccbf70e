//! What a pattern was found to be, apart from its places, and how several are put together.

use super::evaluation::Support;
use super::truth::Truth;

/// What a pattern was found to be, apart from its places.
#[derive(Clone, Copy)]
pub(super) struct Brief {
    /// Whether it holds.
    pub truth: Truth,
    /// The support of what makes it hold.
    pub support: Support,
    /// Whether what decides it was worked out by the program.
    pub computed: bool,
}

/// How the members of a list, or several patterns, are put together.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Over {
    /// One must hold.
    Some,
    /// Every one must hold.
    Every,
}

impl Brief {
    /// Its opposite.
    pub fn negated(self) -> Brief {
        Brief { truth: self.truth.negate(), ..self }
    }
}

impl Over {
    /// All hold: the worst, and the weakest support. One holds: the best, and the best support.
    pub fn of(self, parts: impl Iterator<Item = Brief> + Clone) -> Brief {
        let truths = parts.clone().map(|part| part.truth);
        let held = parts.clone().filter(|part| part.truth == Truth::True).map(|part| part.support);
        let (truth, support) = match self {
            Over::Every => (truths.reduce(Truth::and), held.min()),
            Over::Some => (truths.reduce(Truth::or), held.max()),
        };
        let truth = truth.unwrap_or(Truth::Unknown);
        let computed = parts.clone().any(|part| part.truth == truth && part.computed);
        Brief { truth, support: support.unwrap_or(Support::Asserted), computed }
    }
}
