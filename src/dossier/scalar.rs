//! Whether what stands at an answer can be a value of its declared type, and how to mend what cannot.

use std::collections::BTreeSet;

use super::mistakes::{Mistakes, Step, found, near, quoted, short};
use crate::fields::{LeafShape, Scalar};
use crate::terms::{parse_date, parse_period};
use crate::text::{Diagnostic, Kind, NodeId, Tree, unanswered};

/// What a value is held against: the tree, and the ids that are registered under `evidence`.
pub(super) struct Values<'t> {
    /// The tree.
    pub tree: &'t Tree,
    /// The ids.
    pub registered: &'t BTreeSet<String>,
}

impl Values<'_> {
    /// Looks at the value of an answer, if one is given: one, or several.
    pub fn value(&self, node: NodeId, leaf: &LeafShape, mistakes: &mut Mistakes<'_>) {
        if !unanswered(self.tree, node) {
            self.given(node, leaf, mistakes);
        }
    }

    /// Looks at a value that is given.
    pub fn given(&self, node: NodeId, leaf: &LeafShape, mistakes: &mut Mistakes<'_>) {
        let tree = self.tree;
        if !leaf.many {
            return self.scalar(node, &leaf.scalar, mistakes);
        }
        match tree.kind(node) {
            Kind::List(members) => {
                for (index, member) in members.iter().enumerate() {
                    mistakes.enter(Step::Index(index));
                    self.scalar(*member, &leaf.scalar, mistakes);
                    mistakes.leave();
                }
            }
            Kind::Scalar { text, .. } => {
                mistakes.report(tree, node, |_| ("expected a list, found one value".into(), Some(format!("write `[{}]`", short(text)))));
            }
            Kind::Map(_) => mistakes.report(tree, node, |_| (format!("expected a list, found {}", found(tree, node)), None)),
        }
    }

    /// Looks at the words that stand beside the value of an answer.
    pub fn words(&self, node: NodeId, mistakes: &mut Mistakes<'_>) {
        self.value(node, &LeafShape { key: "says", many: false, scalar: Scalar::Text }, mistakes);
    }

    /// Looks at one value.
    pub fn scalar(&self, node: NodeId, scalar: &Scalar, mistakes: &mut Mistakes<'_>) {
        let tree = self.tree;
        let Kind::Scalar { text, plain } = tree.kind(node) else {
            let message = || format!("expected {}, found {}", scalar.expected(), found(tree, node));
            return mistakes.report(tree, node, |_| (message(), None));
        };
        if tree.silent(node) || self.fits(scalar, text, plain) {
            return;
        }
        let help = self.help(scalar, text, plain);
        mistakes.add(|here| {
            let message = match scalar {
                Scalar::Evidence => format!("{} is not registered under `evidence`", quoted(text)),
                _ => format!("{} is not {}", quoted(text), scalar.expected()),
            };
            let mistake = Diagnostic::new(message, tree.span(node), here.label());
            match (scalar, help) {
                (Scalar::Choice(words), _) => mistake.spelling(text, words.iter().map(|(word, _)| word.as_str())),
                (Scalar::Evidence, None) => mistake.spelling(text, near(self.registered.iter().map(String::as_str))),
                (_, Some(help)) => mistake.help(help),
                (_, None) => mistake,
            }
        });
    }

    /// Whether a text is a value of that type.
    fn fits(&self, scalar: &Scalar, text: &str, plain: bool) -> bool {
        let number = |fits: fn(f64) -> bool| plain && text.parse::<f64>().is_ok_and(fits);
        match scalar {
            Scalar::Text => true,
            Scalar::Evidence => self.registered.contains(text),
            Scalar::Bool => plain && matches!(text, "true" | "false" | "True" | "False" | "TRUE" | "FALSE"),
            Scalar::Number => number(f64::is_finite),
            Scalar::Count => plain && text.parse::<u64>().is_ok(),
            Scalar::Share => number(|share| (0.0..=1.0).contains(&share)),
            Scalar::Date => parse_date(text).is_some(),
            Scalar::Period => parse_period(text).is_some(),
            Scalar::Choice(words) => words.iter().any(|(word, _)| word == text),
        }
    }

    /// What to do about a text that is no value of that type, where more can be said than what was expected.
    fn help(&self, scalar: &Scalar, text: &str, plain: bool) -> Option<&'static str> {
        match scalar {
            Scalar::Text | Scalar::Choice(_) => None,
            Scalar::Evidence => self.registered.is_empty().then_some("add it to the section `evidence`"),
            Scalar::Bool => yes_or_no(text),
            Scalar::Number | Scalar::Count | Scalar::Share => unquote(plain),
            Scalar::Date => Some("write the day as year-month-day, such as 2026-05-01; check that the day exists"),
            Scalar::Period => Some("write P and the length: P90D is 90 days, P24M 24 months, P1Y a year"),
        }
    }
}

fn unquote(plain: bool) -> Option<&'static str> {
    (!plain).then_some("remove the quotes")
}

fn yes_or_no(text: &str) -> Option<&'static str> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "y" | "on" | "true" => Some("write `true`"),
        "no" | "n" | "off" | "false" => Some("write `false`"),
        _ => None,
    }
}
