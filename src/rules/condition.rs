//! Conditions: typed patterns over the dossier and its facts, read from TOML and checked against the schema.

use std::collections::BTreeMap;

use super::pattern::{Contradiction, FieldRead, Marker, Operand, Pattern};
use crate::fields::{Field, Record, Scalar, Schema, Shape};
use crate::terms::{Choice, Judgment, parse_date, parse_period};
use crate::text::{Diagnostic, Held, Kind, NodeId, Span, Text, TomlFile};

/// The operators of a condition.
const OPERATORS: &[&str] =
    &["all", "any", "not", "at_least", "at_most", "expired", "within_last", "present", "answered", "judged", "some", "every", "none"];

/// What conditions are read against: the declared fields, and the names of the shared conditions, sorted.
#[derive(Clone, Copy)]
pub(super) struct Known<'s> {
    pub schema: &'s Schema,
    pub conditions: &'s BTreeMap<Text, usize>,
}

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
            Shape::Leaf(leaf) => Here::Scalar(&leaf.scalar, Leaf { key: leaf.key, many: leaf.many }),
        }
    }
}

fn leaf_key(shape: &Shape) -> Option<&'static str> {
    match shape {
        Shape::Leaf(leaf) => Some(leaf.key),
        _ => None,
    }
}

/// Reads the condition at a node; mistakes go to the reader and leave an unknown behind.
pub(super) fn read_condition(reader: &TomlFile<'_>, known: Known<'_>, node: NodeId) -> Pattern {
    Parser { reader, known, siblings: Vec::new() }.pattern(node, Here::Record(&known.schema.root), false)
}

struct Parser<'r, 't, 's> {
    reader: &'r TomlFile<'t>,
    known: Known<'s>,
    siblings: Vec<(&'s Record, String)>,
}

impl<'s> Parser<'_, '_, 's> {
    fn wrong(&self, node: NodeId, message: impl Into<String>, help: Option<String>) -> Pattern {
        let mut mistake = Diagnostic::new(message, self.span(node), "here");
        mistake.help = help;
        self.reader.report(mistake);
        Pattern::Unreadable
    }

    fn span(&self, node: NodeId) -> Span {
        self.reader.tree.span(node)
    }

    fn pattern(&mut self, node: NodeId, here: Here<'s>, switch: bool) -> Pattern {
        let tree = self.reader.tree;
        match tree.kind(node) {
            Kind::Map(entries) => {
                let parts: Vec<Pattern> = entries.iter().map(|(key, value)| self.entry(*key, *value, here)).collect();
                match parts.len() {
                    0 => self.wrong(node, "an empty condition", Some("say what must hold".into())),
                    1 => parts.into_iter().next().unwrap_or(Pattern::Unreadable),
                    _ => Pattern::All(parts.into()),
                }
            }
            Kind::List(members) => {
                let operands: Vec<Operand> = members.iter().filter_map(|one| self.operand(*one, here)).collect();
                Pattern::OneOf(operands.into())
            }
            Kind::Scalar { text, plain: false } if matches!(here, Here::Record(_)) && !switch => self.named(text),
            Kind::Scalar { .. } => self.operand(node, here).map_or(Pattern::Unreadable, |one| Pattern::OneOf(vec![one].into())),
        }
    }

    fn entry(&mut self, key: NodeId, value: NodeId, here: Here<'s>) -> Pattern {
        let name = self.reader.tree.text(key).unwrap_or_default();
        if OPERATORS.contains(&name) { self.operator(name, key, value, here) } else { self.field(name, key, value, here) }
    }

    fn field(&mut self, name: &str, key: NodeId, value: NodeId, here: Here<'s>) -> Pattern {
        let record = match here {
            Here::Record(record) => record,
            Here::Table(inner) => {
                let pattern = Held::new(self.pattern(value, Here::of(inner), false));
                let leaf = leaf_key(inner);
                return Pattern::Field(FieldRead { name: name.into(), index: None, switch: None, leaf }, pattern);
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
        let Some(index) = record.position(name) else {
            let known = record.names().chain(OPERATORS.iter().copied());
            let mistake = Diagnostic::new(format!("`{name}` is not a field here"), self.span(key), "here");
            self.reader.report(mistake.spelling(name, known));
            return Pattern::Unreadable;
        };
        let field = &record.fields[index];
        self.siblings.push((record, name.to_string()));
        let pattern = Held::new(self.pattern(value, Here::of(&field.shape), field.is_switch()));
        self.siblings.pop();
        let read = FieldRead { name: name.into(), index: Some(index), switch: self.contradictions(field), leaf: leaf_key(&field.shape) };
        Pattern::Field(read, pattern)
    }

    /// The paths that contradict a switch, as numbers.
    fn contradictions(&self, field: &Field) -> Option<Held<[Contradiction]>> {
        let contradiction = |path: &Text| {
            let names: Vec<&str> = path.split('.').collect();
            Some(Contradiction { path: path.clone(), route: self.known.schema.route(&names)?.into() })
        };
        field.relations.contradicted_by.as_ref().map(|paths| paths.iter().filter_map(contradiction).collect())
    }

    /// A shared condition; whether there is one of that name is looked at once all packs are read.
    fn named(&self, name: &str) -> Pattern {
        let number = self.known.conditions.get(name).copied().unwrap_or(usize::MAX);
        Pattern::Named(name.into(), number)
    }

    fn operator(&mut self, name: &str, key: NodeId, value: NodeId, here: Here<'s>) -> Pattern {
        match name {
            "all" => Pattern::All(self.branches(value, here).into()),
            "any" => Pattern::Any(self.branches(value, here).into()),
            "not" => Pattern::Not(Held::new(self.pattern(value, here, false))),
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
                (Some(period), Here::Scalar(Scalar::Date, _)) => Pattern::WithinLast(period),
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

    fn branches(&mut self, value: NodeId, here: Here<'s>) -> Vec<Pattern> {
        match self.reader.tree.kind(value) {
            Kind::List(members) if !members.is_empty() => members.iter().map(|one| self.pattern(*one, here, false)).collect(),
            _ => vec![self.wrong(value, "expected a list of conditions", None)],
        }
    }

    fn yes(&mut self, value: NodeId, pattern: Pattern) -> Pattern {
        match self.reader.tree.text(value) {
            Some("true") => pattern,
            _ => self.wrong(value, "this operator is only ever `= true`: what is missing is unknown, never false", None),
        }
    }

    fn member(&mut self, key: NodeId, value: NodeId, here: Here<'s>) -> Held<Pattern> {
        let inner = match here {
            Here::List(record) => Here::Record(record),
            Here::Scalar(scalar, Leaf { many: true, key }) => Here::Scalar(scalar, Leaf { key, many: false }),
            _ => return Held::new(self.wrong(key, "`some`, `every` and `none` take lists only", None)),
        };
        Held::new(self.pattern(value, inner, false))
    }

    /// `every` and `none` say something of a whole list, so the dossier must be able to say that it is complete.
    fn complete(&mut self, key: NodeId, here: Here<'s>, value: NodeId, make: fn(Held<Pattern>, Option<Marker>) -> Pattern) -> Pattern {
        let marker = match self.marker(here) {
            Ok(marker) => marker,
            Err(message) => return self.wrong(key, message, None),
        };
        make(self.member(key, value, here), marker)
    }

    fn marker(&self, here: Here<'s>) -> Result<Option<Marker>, String> {
        let (Here::List(_), Some((record, name))) = (here, self.siblings.last()) else { return Ok(None) };
        let marker = format!("{name}_complete");
        if self.siblings.first().is_some_and(|(_, first)| first == "facts") {
            let last = self.siblings.len() - 1;
            let above = self.siblings[1..last].iter().map(|(_, name)| name.as_str());
            let path: Vec<&str> = above.chain([marker.as_str()]).collect();
            return Ok(self.known.schema.route(&path).map(|route| Marker::Route(route.into())));
        }
        match record.position(&marker) {
            Some(index) => Ok(Some(Marker::Beside(index))),
            None => Err(format!("`{name}` is read as a whole, and the dossier has no `{marker}` to say that it is complete")),
        }
    }

    fn judged(&mut self, key: NodeId, value: NodeId, here: Here<'s>) -> Pattern {
        match (self.reader.tree.text(value).and_then(Judgment::parse), here) {
            (Some(judgment), Here::Scalar(_, Leaf { key: "judged", .. })) => Pattern::Judged(judgment),
            (None, _) => self.wrong(value, "`judged` is acceptable, unacceptable or uncertain", None),
            _ => self.wrong(key, "`judged` reads a judgement, and this field is none", None),
        }
    }

    fn operand(&mut self, node: NodeId, here: Here<'s>) -> Option<Operand> {
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
            Scalar::Bool => plain.then(|| text.parse().ok()).flatten().map(Operand::Bool),
            Scalar::Number | Scalar::Count | Scalar::Share => text.parse().ok().filter(|_| plain).map(Operand::Number),
            Scalar::Date => parse_date(text).map(Operand::Date),
            Scalar::Choice(words) => words.iter().any(|(word, _)| **word == *text).then(|| Operand::Text(text.into())),
            _ => Some(Operand::Text(text.into())),
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
