//! Conditions: typed patterns over the dossier and its facts, read from TOML and checked against the schema.

use super::pattern::{Operand, Pattern};
use crate::dossier::schema::schema;
use crate::fields::{Record, Scalar, Shape};
use crate::terms::{Choice, Judgment, parse_date, parse_period};
use crate::text::{Diagnostic, Kind, NodeId, Span, TomlFile};

/// The operators of a condition.
const OPERATORS: &[&str] =
    &["all", "any", "not", "at_least", "at_most", "expired", "within_last", "present", "answered", "judged", "some", "every", "none"];

/// What stands where a pattern is read: decides which operators and operands make sense.
#[derive(Clone, Copy)]
enum Here<'s> {
    Record(&'s Record),
    List(&'s Record),
    Table(&'s Shape),
    Scalar(&'s Scalar, Leaf<'s>),
}

/// Which kind of leaf a scalar is read from.
#[derive(Clone, Copy, PartialEq)]
struct Leaf<'s> {
    key: &'s str,
    many: bool,
}

impl<'s> Here<'s> {
    fn of(shape: &'s Shape) -> Here<'s> {
        match shape {
            Shape::Record(record) => Here::Record(record),
            Shape::List(record) => Here::List(record),
            Shape::Table(inner) => Here::Table(inner),
            Shape::Leaf(leaf) => Here::Scalar(&leaf.scalar, Leaf { key: &leaf.key, many: leaf.many }),
        }
    }
}

fn leaf_key(shape: &'static Shape) -> Option<&'static str> {
    match shape {
        Shape::Leaf(leaf) => Some(&leaf.key),
        _ => None,
    }
}

/// Reads the condition at a node; mistakes go to the reader and leave an unknown behind.
pub(super) fn read_condition(reader: &TomlFile<'_>, node: NodeId) -> Pattern {
    Parser { reader, siblings: Vec::new() }.pattern(node, Here::Record(schema()), None)
}

struct Parser<'r, 't> {
    reader: &'r TomlFile<'t>,
    siblings: Vec<(&'static Record, String)>,
}

impl Parser<'_, '_> {
    fn wrong(&self, node: NodeId, message: impl Into<String>, help: Option<String>) -> Pattern {
        let mut mistake = Diagnostic::new(message, self.span(node), "here");
        mistake.help = help;
        self.reader.report(mistake);
        Pattern::Any(Vec::new())
    }

    fn span(&self, node: NodeId) -> Span {
        self.reader.tree.span(node)
    }

    fn pattern(&mut self, node: NodeId, here: Here<'static>, switch: Option<&'static [String]>) -> Pattern {
        let tree = self.reader.tree;
        match tree.kind(node) {
            Kind::Map(entries) => {
                let parts: Vec<Pattern> = entries.clone().into_iter().map(|(key, value)| self.entry(key, value, here)).collect();
                match parts.len() {
                    0 => self.wrong(node, "an empty condition", Some("say what must hold".into())),
                    1 => parts.into_iter().next().unwrap_or(Pattern::Any(Vec::new())),
                    _ => Pattern::All(parts),
                }
            }
            Kind::List(members) => {
                let operands: Vec<Operand> = members.clone().into_iter().filter_map(|one| self.operand(one, here)).collect();
                Pattern::OneOf(operands)
            }
            Kind::Scalar { text, plain: false } if matches!(here, Here::Record(_)) && switch.is_none() => Pattern::Named(text.to_string()),
            Kind::Scalar { .. } => self.operand(node, here).map_or(Pattern::Any(Vec::new()), |one| Pattern::OneOf(vec![one])),
        }
    }

    fn entry(&mut self, key: NodeId, value: NodeId, here: Here<'static>) -> Pattern {
        let name = self.reader.tree.text(key).unwrap_or_default();
        if OPERATORS.contains(&name) { self.operator(name, key, value, here) } else { self.field(name, key, value, here) }
    }

    fn field(&mut self, name: &str, key: NodeId, value: NodeId, here: Here<'static>) -> Pattern {
        let record = match here {
            Here::Record(record) => record,
            Here::Table(inner) => {
                let pattern = Box::new(self.pattern(value, Here::of(inner), None));
                let leaf = leaf_key(inner);
                return Pattern::Field { name: name.into(), switch: None, leaf, pattern };
            }
            Here::List(_) => {
                return self.wrong(key, format!("`{name}` stands at a list"), Some("use `some`, `every` or `none` first".into()));
            }
            Here::Scalar(..) => {
                return self.wrong(
                    key,
                    format!("`{name}` is neither an operator nor a field of this answer"),
                    Some(format!("operators: {}", OPERATORS.join(", "))),
                );
            }
        };
        let Some(field) = record.field(name) else {
            let known = record.names().chain(OPERATORS.iter().copied());
            let mistake = Diagnostic::new(format!("`{name}` is not a field here"), self.span(key), "here");
            self.reader.report(mistake.spelling(name, known));
            return Pattern::Any(Vec::new());
        };
        let switch = field.contradicted_by.as_deref();
        self.siblings.push((record, name.to_string()));
        let pattern = Box::new(self.pattern(value, Here::of(&field.shape), switch));
        self.siblings.pop();
        Pattern::Field { name: name.into(), switch, leaf: leaf_key(&field.shape), pattern }
    }

    fn operator(&mut self, name: &str, key: NodeId, value: NodeId, here: Here<'static>) -> Pattern {
        match name {
            "all" => Pattern::All(self.branches(value, here)),
            "any" => Pattern::Any(self.branches(value, here)),
            "not" => Pattern::Not(Box::new(self.pattern(value, here, None))),
            "present" => self.yes(value, Pattern::Present),
            "answered" => self.yes(value, Pattern::Answered),
            "some" => Pattern::Some(self.member(key, value, here)),
            "every" => self.complete(key, here, value, Pattern::Every),
            "none" => self.complete(key, here, value, Pattern::None),
            "judged" => self.judged(key, value, here),
            "expired" => match (self.reader.tree.text(value), here) {
                (Some(text @ ("true" | "false")), Here::Scalar(Scalar::Date, _)) => Pattern::Expired(text == "true"),
                _ => self.wrong(key, "`expired` is true or false, of a date", None),
            },
            "within_last" => match (self.reader.tree.text(value).and_then(parse_period), here) {
                (Some(span), Here::Scalar(Scalar::Date, _)) => Pattern::WithinLast(span),
                _ => self.wrong(key, "`within_last` takes a length of time such as P12M, of a date", None),
            },
            _ => {
                let limit = match here {
                    Here::Scalar(Scalar::Date | Scalar::Number | Scalar::Count | Scalar::Share, Leaf { many: false, .. }) => {
                        self.operand(value, here)
                    }
                    _ => None,
                };
                match limit {
                    Some(limit) if name == "at_least" => Pattern::AtLeast(limit),
                    Some(limit) => Pattern::AtMost(limit),
                    None => self.wrong(key, format!("`{name}` takes a number or a date, at an answer of that type"), None),
                }
            }
        }
    }

    fn branches(&mut self, value: NodeId, here: Here<'static>) -> Vec<Pattern> {
        match self.reader.tree.kind(value) {
            Kind::List(members) if !members.is_empty() => members.clone().into_iter().map(|one| self.pattern(one, here, None)).collect(),
            _ => vec![self.wrong(value, "expected a list of conditions", None)],
        }
    }

    fn yes(&mut self, value: NodeId, pattern: Pattern) -> Pattern {
        match self.reader.tree.text(value) {
            Some("true") => pattern,
            _ => self.wrong(value, "this operator is only ever `= true`: what is missing is unknown, never false", None),
        }
    }

    fn member(&mut self, key: NodeId, value: NodeId, here: Here<'static>) -> Box<Pattern> {
        let inner = match here {
            Here::List(record) => Here::Record(record),
            Here::Scalar(scalar, Leaf { many: true, key }) => Here::Scalar(scalar, Leaf { key, many: false }),
            _ => return Box::new(self.wrong(key, "`some`, `every` and `none` take lists only", None)),
        };
        Box::new(self.pattern(value, inner, None))
    }

    /// `every` and `none` say something of a whole list, so the dossier must be able to say that it is complete.
    fn complete(&mut self, key: NodeId, here: Here<'static>, value: NodeId, make: fn(Box<Pattern>) -> Pattern) -> Pattern {
        let facts = self.siblings.first().is_some_and(|(_, name)| name == "facts");
        if let (Here::List(_), Some((record, name)), false) = (here, self.siblings.last(), facts) {
            let marker = format!("{name}_complete");
            if record.field(&marker).is_none() {
                let message = format!("`{name}` is read as a whole, and the dossier has no `{marker}` to say that it is complete");
                return self.wrong(key, message, None);
            }
        }
        make(self.member(key, value, here))
    }

    fn judged(&mut self, key: NodeId, value: NodeId, here: Here<'static>) -> Pattern {
        match (self.reader.tree.text(value).and_then(Judgment::parse), here) {
            (Some(judgment), Here::Scalar(_, Leaf { key: "judged", .. })) => Pattern::Judged(judgment),
            (None, _) => self.wrong(value, "`judged` is acceptable, unacceptable or uncertain", None),
            _ => self.wrong(key, "`judged` reads a judgement, and this field is none", None),
        }
    }

    fn operand(&mut self, node: NodeId, here: Here<'static>) -> Option<Operand> {
        let Kind::Scalar { text, plain } = self.reader.tree.kind(node) else {
            self.wrong(node, "expected a value", None);
            return None;
        };
        let Here::Scalar(scalar, leaf) = here else {
            self.wrong(node, "a value cannot be compared with a whole record or list", Some("name one of its fields".into()));
            return None;
        };
        if leaf.many {
            self.wrong(node, "this is a list of values", Some("use `some`, `every` or `none` first".into()));
            return None;
        }
        let found = match scalar {
            Scalar::Bool => (*plain).then(|| text.parse().ok()).flatten().map(Operand::Bool),
            Scalar::Number | Scalar::Count | Scalar::Share => text.parse().ok().filter(|_| *plain).map(Operand::Number),
            Scalar::Date => parse_date(text).map(Operand::Date),
            Scalar::Choice(words) => words.iter().any(|(word, _)| **word == **text).then(|| Operand::Text(text.to_string())),
            _ => Some(Operand::Text(text.to_string())),
        };
        if found.is_none() {
            let mistake = Diagnostic::new(format!("`{text}` is not {}", scalar.expected()), self.span(node), "here");
            let known: Vec<&str> = match scalar {
                Scalar::Choice(words) => words.iter().map(|(word, _)| word.as_str()).collect(),
                _ => Vec::new(),
            };
            self.reader.report(mistake.spelling(text, known));
        }
        found
    }
}
