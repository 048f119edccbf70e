//! Reads typed values from a tree with serde. The tree has been checked against the schema before,
//! so what does not fit its type here reads as unknown.

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::text::{Kind, NodeId, Tree, unanswered};

type Error = de::value::Error;

/// Reads a value at a node.
pub fn read<'t, T: de::Deserialize<'t>>(tree: &'t Tree, node: NodeId) -> Result<T, Error> {
    T::deserialize(At { tree, node })
}

#[derive(Clone, Copy)]
struct At<'t> {
    tree: &'t Tree,
    node: NodeId,
}

impl<'t> At<'t> {
    fn to(self, node: NodeId) -> At<'t> {
        At { tree: self.tree, node }
    }

    fn text(self) -> Result<&'t str, Error> {
        self.tree.text(self.node).ok_or_else(|| de::Error::custom("not a single value"))
    }

    fn number<N: std::str::FromStr>(self) -> Result<N, Error> {
        let text = self.text()?;
        text.parse().map_err(|_| de::Error::custom(format_args!("`{text}` is not a number")))
    }

    /// The node that holds the value of a leaf: itself, or the entry under `is`, `says` or `judged`.
    fn value(self, key: &str) -> Option<NodeId> {
        match self.tree.kind(self.node) {
            Kind::Map(_) => self.tree.child(self.node, key),
            _ if key == "judged" => None,
            _ => Some(self.node),
        }
    }
}

impl<'t> Deserializer<'t> for At<'t> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.tree.kind(self.node) {
            Kind::Map(entries) => visitor.visit_map(Entries { at: self, rest: entries.iter(), value: None }),
            Kind::List(members) => visitor.visit_seq(Members { at: self, rest: members.iter() }),
            _ => visitor.visit_borrowed_str(self.text()?),
        }
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(self.text()?.eq_ignore_ascii_case("true"))
    }

    fn deserialize_u64<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_f64<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'t>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        visitor.visit_enum(self.text()?.into_deserializer())
    }

    /// Leaves, lists and tables ask for themselves by name and get their place with their value.
    fn deserialize_tuple_struct<V: Visitor<'t>>(self, name: &'static str, _: usize, visitor: V) -> Result<V::Value, Error> {
        match name {
            "$list" => visitor.visit_seq(Keyed { at: self, step: 0, rest: self.tree.members(self.node).iter() }),
            "$table" => {
                let none = ["none", "not_applicable"].iter().any(|form| self.tree.child(self.node, form).is_some());
                let entries = if none { &[] } else { self.tree.entries(self.node) };
                visitor.visit_seq(Rows { at: self, step: 0, rest: entries.iter(), row: None })
            }
            leaf => visitor.visit_seq(Leaf { at: self, key: leaf.trim_start_matches('$'), step: 0 }),
        }
    }

    /// A record that is not a mapping (`null`, "TBC") is one of which nobody has said anything.
    fn deserialize_struct<V: Visitor<'t>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(Entries { at: self, rest: self.tree.entries(self.node).iter(), value: None })
    }

    forward_to_deserialize_any! {
        <V: Visitor<'t>>
        i8 i16 i32 i64 u8 u16 u32 f32 char str string bytes byte_buf option unit unit_struct
        seq tuple map identifier ignored_any
    }
}

struct Entries<'t> {
    at: At<'t>,
    rest: std::slice::Iter<'t, (NodeId, NodeId)>,
    value: Option<NodeId>,
}

impl<'t> MapAccess<'t> for Entries<'t> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'t>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.rest.next() else { return Ok(None) };
        self.value = Some(*value);
        seed.deserialize(self.at.to(*key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let node = self.value.take().ok_or_else(|| <Error as de::Error>::custom("a value without its key"))?;
        seed.deserialize(self.at.to(node))
    }
}

struct Members<'t> {
    at: At<'t>,
    rest: std::slice::Iter<'t, NodeId>,
}

impl<'t> SeqAccess<'t> for Members<'t> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.rest.next().map(|node| seed.deserialize(self.at.to(*node))).transpose()
    }
}

/// Node, how it is said (0 unknown, 1 a value, 2 none, 3 not applicable), then the value or the reason.
struct Leaf<'t> {
    at: At<'t>,
    key: &'t str,
    step: u32,
}

impl<'t> Leaf<'t> {
    fn said(&self) -> (u32, Option<NodeId>) {
        let At { tree, node } = self.at;
        if let Some(reason) = tree.child(node, "none") {
            return (2, Some(reason));
        }
        if let Some(reason) = tree.child(node, "not_applicable") {
            return (3, Some(reason));
        }
        match self.at.value(self.key) {
            Some(value) if !unanswered(tree, value) => (1, Some(value)),
            _ => (0, None),
        }
    }
}

impl<'t> SeqAccess<'t> for Leaf<'t> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let (how, value) = self.said();
        self.step += 1;
        match self.step {
            1 => seed.deserialize(self.at.node.index().into_deserializer()).map(Some),
            2 => seed.deserialize(how.into_deserializer()).map(Some),
            _ => value.map(|node| seed.deserialize(self.at.to(node))).transpose(),
        }
    }
}

/// The place of a list, the reason of an honest none, then place and value of each member.
struct Keyed<'t> {
    at: At<'t>,
    step: u32,
    rest: std::slice::Iter<'t, NodeId>,
}

impl<'t> SeqAccess<'t> for Keyed<'t> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.step += 1;
        match self.step {
            1 => return seed.deserialize(self.at.node.index().into_deserializer()).map(Some),
            2 => return seed.deserialize(Reason(self.at.tree.child_text(self.at.node, "none"))).map(Some),
            _ => {}
        }
        let Some(node) = self.rest.as_slice().first().copied() else { return Ok(None) };
        if self.step % 2 == 1 {
            seed.deserialize(node.index().into_deserializer()).map(Some)
        } else {
            self.rest.next();
            seed.deserialize(self.at.to(node)).map(Some)
        }
    }
}

/// The reason of an honest none, if there is one.
struct Reason<'t>(Option<&'t str>);

impl<'t> Deserializer<'t> for Reason<'t> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Some(text) => visitor.visit_some(StrDeserializer::new(text)),
            None => visitor.visit_none(),
        }
    }

    forward_to_deserialize_any! {
        <V: Visitor<'t>>
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The place of a mapping, then key, place and value of each entry.
struct Rows<'t> {
    at: At<'t>,
    step: u32,
    rest: std::slice::Iter<'t, (NodeId, NodeId)>,
    row: Option<(NodeId, NodeId)>,
}

impl<'t> SeqAccess<'t> for Rows<'t> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.step += 1;
        if self.step == 1 {
            return seed.deserialize(self.at.node.index().into_deserializer()).map(Some);
        }
        if self.step % 3 == 2 {
            self.row = self.rest.next().copied();
        }
        let Some((key, value)) = self.row else { return Ok(None) };
        match self.step % 3 {
            2 => {
                let name: StrDeserializer<'_, Error> = self.at.tree.text(key).unwrap_or_default().into_deserializer();
                seed.deserialize(name).map(Some)
            }
            0 => seed.deserialize(value.index().into_deserializer()).map(Some),
            _ => seed.deserialize(self.at.to(value)).map(Some),
        }
    }
}
