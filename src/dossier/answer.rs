//! The leaves of a dossier: answers, statements, judgements, references to evidence, and keyed lists.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, SeqAccess, Visitor};

pub use super::scalar::{Date, EvidenceId, Period, Share};
use crate::terms::{Choice, Judgment};
use crate::text::NodeId;

/// A value that can stand at a leaf of a dossier, bare or as a mapping that also says where it comes from.
pub trait Leaf: for<'de> Deserialize<'de> + JsonSchema {
    /// The key under which a mapping holds the value: `is`, `says` for text, `judged` for a judgement.
    const KEY: &'static str;
    /// The name under which the reader is asked for such a leaf.
    const NAME: &'static str;
}

/// What somebody has said at one leaf.
#[derive(Debug, Clone, Default)]
pub enum Said<T> {
    /// Nobody has said: missing, empty, or a placeholder such as "TBC".
    #[default]
    Unknown,
    /// An honest none, with its reason: `{none: reason}`.
    None(String),
    /// Said not to apply, with a reason: `{not_applicable: reason}`. Reads as unknown in most checks.
    NotApplicable(String),
    /// The value.
    Is(T),
}

/// One leaf: the bare value, or `{is: value, says, evidence, by, on, reviewed}`.
#[derive(Debug, Clone)]
pub struct Answer<T> {
    /// The place in the dossier; `None` when the leaf is missing.
    pub node: Option<NodeId>,
    /// What is said there.
    pub said: Said<T>,
}

impl<T> Default for Answer<T> {
    fn default() -> Self {
        Answer { node: None, said: Said::Unknown }
    }
}

impl<T> Answer<T> {
    /// The value, when there is one.
    pub fn get(&self) -> Option<&T> {
        match &self.said {
            Said::Is(value) => Some(value),
            _ => None,
        }
    }
}

/// A statement: text, or `{says, evidence, by, on, reviewed}`.
pub type Statement = Answer<Text>;

/// A judgement the adopter makes: `{judged, says, evidence, by, on}`.
pub type Judgement = Answer<Judged>;

/// Free text, kept as written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Text(pub String);

impl Leaf for Text {
    const KEY: &'static str = "says";
    const NAME: &'static str = "$says";
}

impl std::ops::Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

/// The verdict of a judgement, read from the key `judged`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Judged(pub Judgment);

impl Leaf for Judged {
    const KEY: &'static str = "judged";
    const NAME: &'static str = "$judged";
}

impl<C: Choice + for<'de> Deserialize<'de> + JsonSchema> Leaf for C {
    const KEY: &'static str = "is";
    const NAME: &'static str = "$is";
}

impl<T: Leaf> Leaf for Vec<T> {
    const KEY: &'static str = "is";
    const NAME: &'static str = "$is";
}

impl<T: Leaf> JsonSchema for Answer<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("Answer_{}", T::schema_name()).into()
    }
    fn json_schema(g: &mut SchemaGenerator) -> Schema {
        json_schema!({ "x-leaf": T::KEY, "x-value": g.subschema_for::<T>() })
    }
}

impl<'de, T: Leaf> Deserialize<'de> for Answer<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Read<T>(PhantomData<T>);
        impl<'de, T: Leaf> Visitor<'de> for Read<T> {
            type Value = Answer<T>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an answer")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Answer<T>, A::Error> {
                let node = seq.next_element()?.map(NodeId::from_index);
                let said = match seq.next_element::<u32>()? {
                    Some(1) => Said::Is(seq.next_element()?.expect("the reader gives a value")),
                    Some(2) => Said::None(seq.next_element()?.unwrap_or_default()),
                    Some(3) => Said::NotApplicable(seq.next_element()?.unwrap_or_default()),
                    _ => Said::Unknown,
                };
                Ok(Answer { node, said })
            }
        }
        d.deserialize_tuple_struct(T::NAME, 3, Read(PhantomData))
    }
}

/// A list of records, each found by its key field.
#[derive(Debug, Clone)]
pub struct List<T> {
    /// The place of the list; `None` when it is missing.
    pub node: Option<NodeId>,
    /// The reason, when the list is an honest none.
    pub none: Option<String>,
    /// The members with their places, in the order of the dossier.
    pub items: Vec<(NodeId, T)>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        List { node: None, none: None, items: Vec::new() }
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("List_{}", T::schema_name()).into()
    }
    fn json_schema(g: &mut SchemaGenerator) -> Schema {
        json_schema!({ "x-list": g.subschema_for::<T>() })
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Read<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Read<T> {
            type Value = List<T>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<List<T>, A::Error> {
                let node = seq.next_element()?.map(NodeId::from_index);
                let none = seq.next_element::<Option<String>>()?.flatten();
                let mut items = Vec::new();
                while let Some(id) = seq.next_element()? {
                    if let Some(item) = seq.next_element()? {
                        items.push((NodeId::from_index(id), item));
                    }
                }
                Ok(List { node, none, items })
            }
        }
        d.deserialize_tuple_struct("$list", 2, Read(PhantomData))
    }
}

/// A mapping with open keys, such as the shares of a population or the registered evidence.
#[derive(Debug, Clone)]
pub struct Table<T> {
    /// The place of the mapping; `None` when it is missing.
    pub node: Option<NodeId>,
    /// The entries: key, place, value, in the order of the dossier.
    pub entries: Vec<(String, NodeId, T)>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Table { node: None, entries: Vec::new() }
    }
}

impl<T: JsonSchema> JsonSchema for Table<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("Table_{}", T::schema_name()).into()
    }
    fn json_schema(g: &mut SchemaGenerator) -> Schema {
        json_schema!({ "x-table": g.subschema_for::<T>() })
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Read<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Read<T> {
            type Value = Table<T>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a mapping")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Table<T>, A::Error> {
                let node = seq.next_element()?.map(NodeId::from_index);
                let mut entries = Vec::new();
                while let Some(key) = seq.next_element::<String>()? {
                    let id = seq.next_element::<u32>()?.map(NodeId::from_index);
                    if let (Some(id), Some(value)) = (id, seq.next_element()?) {
                        entries.push((key, id, value));
                    }
                }
                Ok(Table { node, entries })
            }
        }
        d.deserialize_tuple_struct("$table", 2, Read(PhantomData))
    }
}
