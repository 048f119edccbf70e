//! The answers of one dossier for programs: each with its value, what was said beside it, whence it comes, and its place.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::assessment::{Answers, Entry, Given, Scene};
use crate::fields::Scalar;
use crate::report::brief;
use crate::report::place::place_span;
use crate::text::{NodeId, Span};

/// One place of the dossier: an answer, a record that something refers to, or a place where an answer is missing. All texts
/// are words of the dossier.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer<'a> {
    /// The place around it, by number; left out where its name begins at the dossier itself.
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub around: Option<u32>,
    /// Its name in the place around it, such as `expires`. Its path is made of both: `regulation.marks[ukca]` and `expires` give
    /// `regulation.marks[ukca].expires`; a name in brackets follows without a point.
    pub name: Cow<'a, str>,
    /// The value. Left out where nobody has said, and at a record or list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value<'a>>,
    /// The judgement, where the answer is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judged: Option<&'a str>,
    /// What is said beside the value or the judgement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<Cow<'a, str>>,
    /// An honest none: the reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub none: Option<Cow<'a, str>>,
    /// Said not to apply: the reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_applicable: Option<Cow<'a, str>>,
    /// Who says so or judges so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<&'a str>,
    /// The day on which that was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated: Option<&'a str>,
    /// The review of the adopter's named role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Review<'a>>,
    /// The documents that it names, by number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<u32>,
    /// Its place: line, column, last line, and the column after the last character; from 1, columns in characters. Left out
    /// where nothing is there: the nearest place that exists is the one around it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<[u32; 4]>,
    /// The file, by number, where it is not the first.
    #[serde(skip_serializing_if = "first")]
    pub file: u16,
}

/// A review by the adopter.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Review<'a> {
    /// Who reviewed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<&'a str>,
    /// In which role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<&'a str>,
    /// On which day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated: Option<&'a str>,
    /// For which version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<&'a str>,
}

/// A value: numbers as numbers, yes and no as booleans, dates and words as text.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Value<'a> {
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Count(u64),
    /// A number.
    Number(f64),
    /// Text.
    Text(Cow<'a, str>),
    /// Several.
    Several(Vec<Value<'a>>),
}

/// All answers, each made when it is written.
pub struct List<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    pub(super) answers: &'s Answers<'s>,
    /// Those that are written; the others are null, so that numbers stay.
    pub(super) shown: Option<Vec<bool>>,
}

fn first(file: &u16) -> bool {
    *file == 0
}

impl Serialize for List<'_, '_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let shown = |at: usize| self.shown.as_ref().is_none_or(|shown| shown[at]);
        let entries = self.answers.entries.iter().enumerate();
        to.collect_seq(entries.map(|(at, entry)| shown(at).then(|| self.answer(entry))))
    }
}

impl JsonSchema for List<'_, '_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Answers".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <Vec<Option<Answer<'_>>>>::json_schema(generator)
    }
}

impl<'s, 'a> List<'s, 'a> {
    fn answer(&self, entry: &Entry<'s>) -> Answer<'s> {
        let name = brief::path(self.answers.name(entry));
        let mut answer = Answer { around: entry.around, name, ..Answer::default() };
        let tree = &self.scene.bound.tree;
        let text = |node: NodeId| tree.text(node).map(brief::sentence);
        match entry.given {
            Given::Missing => return answer,
            Given::Leaf(leaf, value) => {
                match value {
                    Some(value) if leaf.key == "judged" => answer.judged = tree.text(value),
                    Some(value) if leaf.many => {
                        let several = tree.members(value).iter().filter_map(|one| self.value(*one, &leaf.scalar));
                        answer.value = Some(Value::Several(several.collect()));
                    }
                    Some(value) => answer.value = self.value(value, &leaf.scalar),
                    None => {}
                }
                if !tree.entries(entry.node).is_empty() || leaf.scalar == Scalar::Evidence {
                    self.beside(entry.node, leaf.key, &mut answer);
                }
            }
            Given::None(why) => answer.none = text(why),
            Given::NotApplicable(why) => answer.not_applicable = text(why),
            Given::Inside => answer.value = text(entry.node).map(Value::Text),
            Given::Section => self.beside(entry.node, "", &mut answer),
        }
        let exact = !matches!(entry.given, Given::Section);
        let span = place_span(self.scene, entry.node, exact);
        (answer.at, answer.file) = (Some(self.at(span)), span.file.0);
        answer
    }

    fn value(&self, node: NodeId, scalar: &Scalar) -> Option<Value<'s>> {
        let text = self.scene.bound.tree.text(node)?;
        Some(match scalar {
            Scalar::Bool => Value::Bool(text.eq_ignore_ascii_case("true")),
            Scalar::Number | Scalar::Count | Scalar::Share => match (text.parse::<u64>(), text.parse::<f64>()) {
                (Ok(count), _) => Value::Count(count),
                (_, Ok(number)) if number.is_finite() => Value::Number(number),
                _ => Value::Text(brief::sentence(text)),
            },
            _ => Value::Text(brief::sentence(text)),
        })
    }

    /// What stands beside a value, or at a record: words, who and when, a review, documents.
    fn beside(&self, node: NodeId, key: &str, answer: &mut Answer<'s>) {
        let (bound, tree) = (self.scene.bound, &self.scene.bound.tree);
        for (name, value) in tree.entries(node).iter().filter(|(_, value)| bound.field(*value).is_none()) {
            match tree.text(*name).unwrap_or_default() {
                name if name == key => {}
                "says" => answer.says = tree.text(*value).map(brief::sentence),
                "by" => answer.by = tree.text(*value),
                "on" => answer.dated = tree.text(*value),
                "reviewed" => {
                    let said = |key: &str| tree.child_text(*value, key);
                    answer.reviewed = Some(Review { by: said("by"), role: said("role"), dated: said("on"), version: said("version") });
                }
                _ => {}
            }
        }
        let numbers = bound.documents(node).filter_map(|id| self.scene.known.register.number(id));
        answer.evidence.extend(numbers.map(|number| number as u32));
        answer.evidence.sort_unstable();
        answer.evidence.dedup();
    }

    fn at(&self, span: Span) -> [u32; 4] {
        let (start, end) = self.scene.sources.positions(span);
        [start.line as u32, start.column as u32, end.line as u32, end.column as u32]
    }
}
