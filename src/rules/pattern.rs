//! Patterns: what must hold at a place of the dossier, as a type.

use crate::terms::Judgment;
use jiff::civil::Date;

/// A value that a condition compares with.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// Text, or a word of an enumeration.
    Text(String),
    /// true or false.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A date.
    Date(Date),
}

/// What must hold at a place of the dossier.
#[derive(Debug, Clone)]
pub enum Pattern {
    /// Every one of them.
    All(Vec<Pattern>),
    /// At least one of them.
    Any(Vec<Pattern>),
    /// It does not hold.
    Not(Box<Pattern>),
    /// The pattern holds of this field.
    Field {
        /// The field.
        name: String,
        /// The paths that contradict a false, when the field is a switch.
        switch: Option<&'static [String]>,
        /// The key of its value, when the field is an answer: `is`, `says` or `judged`.
        leaf: Option<&'static str>,
        /// What must hold of it.
        pattern: Box<Pattern>,
    },
    /// A shared condition, by its name; it is read from the root of the dossier.
    Named(String),
    /// The value is one of these.
    OneOf(Vec<Operand>),
    /// The value is this or more.
    AtLeast(Operand),
    /// The value is this or less.
    AtMost(Operand),
    /// The date is past (true) or not past (false); no expiry, said with its reason, is not past.
    Expired(bool),
    /// The date lies within this length of time before the day of the report.
    WithinLast(jiff::Span),
    /// Somebody has given a value.
    Present,
    /// Somebody has given a value or an honest none.
    Answered,
    /// The adopter has judged so.
    Judged(Judgment),
    /// It holds of at least one member.
    Some(Box<Pattern>),
    /// It holds of every member.
    Every(Box<Pattern>),
    /// It holds of no member.
    None(Box<Pattern>),
}

impl Pattern {
    /// Calls `f` for every field a pattern reads, with its path from where the pattern stands.
    pub fn each_path(&self, f: &mut dyn FnMut(&[String])) {
        self.walk(&mut Vec::new(), &mut |path, _| f(path));
    }

    /// Whether it reads the switch at one of these paths, or any field that satisfies `test`.
    pub fn reads(&self, test: &dyn Fn(&[String]) -> bool) -> bool {
        let mut found = false;
        self.each_path(&mut |path| found |= test(path));
        found
    }

    /// Calls `f` for every condition that stands at a leaf or names another condition, with its path.
    pub fn walk(&self, path: &mut Vec<String>, f: &mut dyn FnMut(&[String], &Pattern)) {
        match self {
            Pattern::All(parts) | Pattern::Any(parts) => parts.iter().for_each(|part| part.walk(path, f)),
            Pattern::Not(inner) | Pattern::Some(inner) | Pattern::Every(inner) | Pattern::None(inner) => inner.walk(path, f),
            Pattern::Field { name, pattern, .. } => {
                path.push(name.clone());
                pattern.walk(path, f);
                path.pop();
            }
            leaf => f(path, leaf),
        }
    }
}
