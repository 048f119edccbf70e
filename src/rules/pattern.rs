//! Patterns: what must hold at a place of the dossier, as a type. Fields are found by their numbers.

use jiff::civil::Date;

use crate::terms::{Judgment, Period};
use crate::text::{Held, Text};

/// A value that a condition compares with.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// Text, or a word of an enumeration.
    Text(Text),
    /// true or false.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A date.
    Date(Date),
}

/// Which field of a record a pattern reads.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldRead {
    /// Its name.
    pub name: Text,
    /// Its number in its record; none for the key of a mapping with open keys.
    pub index: Option<usize>,
    /// The paths that contradict a false, when it is a switch.
    pub switch: Option<Held<[Contradiction]>>,
    /// The key of its value, when it is an answer: `is`, `says` or `judged`.
    pub leaf: Option<&'static str>,
}

/// A path whose presence contradicts a switch that says no.
#[derive(Debug, Clone, PartialEq)]
pub struct Contradiction {
    /// The path as it is written.
    pub path: Text,
    /// The numbers of the fields on the way, from the root.
    pub route: Held<[usize]>,
}

/// Where the dossier says that a list is complete.
#[derive(Debug, Clone, PartialEq)]
pub enum Marker {
    /// In the record that holds the list: the number of the field.
    Beside(usize),
    /// Of a list of facts: the numbers of the fields on the way, from the root of the dossier.
    Route(Held<[usize]>),
}

/// What must hold at a place of the dossier.
#[derive(Debug, Clone, PartialEq)]
pub enum Pattern {
    /// What could not be read; its mistake has been reported, so no book that can be used holds it.
    Unreadable,
    /// Every one of them.
    All(Held<[Pattern]>),
    /// At least one of them.
    Any(Held<[Pattern]>),
    /// It does not hold.
    Not(Held<Pattern>),
    /// The pattern holds of this field.
    Field(FieldRead, Held<Pattern>),
    /// A shared condition, by its name and its number; it is read from the root of the dossier.
    Named(Text, usize),
    /// The value is one of these.
    OneOf(Held<[Operand]>),
    /// The value is this or more.
    AtLeast(Operand),
    /// The value is this or less.
    AtMost(Operand),
    /// The date is past (true) or not past (false); no expiry, said with its reason, is not past.
    Expired(bool),
    /// The date lies within this length of time before the day of the report.
    WithinLast(Period),
    /// Somebody has given a value.
    Present,
    /// Somebody has given a value or an honest none.
    Answered,
    /// The adopter has judged so.
    Judged(Judgment),
    /// It holds of at least one member.
    Some(Held<Pattern>),
    /// It holds of every member; and what says that the list is complete.
    Every(Held<Pattern>, Option<Marker>),
    /// It holds of no member; and what says that the list is complete.
    None(Held<Pattern>, Option<Marker>),
}

impl Pattern {
    /// Calls `f` for every field a pattern reads, with its path from where the pattern stands.
    pub fn each_path(&self, f: &mut dyn FnMut(&[Text])) {
        self.walk(&mut Vec::new(), &mut |path, _| f(path));
    }

    /// Calls `f` for every condition that stands at a leaf or names another condition, with its path.
    pub fn walk(&self, path: &mut Vec<Text>, f: &mut dyn FnMut(&[Text], &Pattern)) {
        match self {
            Pattern::All(parts) | Pattern::Any(parts) => parts.iter().for_each(|part| part.walk(path, f)),
            Pattern::Not(inner) | Pattern::Some(inner) | Pattern::Every(inner, _) | Pattern::None(inner, _) => inner.walk(path, f),
            Pattern::Field(field, pattern) => {
                path.push(field.name.clone());
                pattern.walk(path, f);
                path.pop();
            }
            leaf => f(path, leaf),
        }
    }
}

/// The circumstance in which something is asked; equal ones have the same number.
#[derive(Debug, Clone)]
pub struct When {
    /// What must hold.
    pub pattern: Pattern,
    /// Its number among all circumstances of a book.
    pub number: usize,
}
