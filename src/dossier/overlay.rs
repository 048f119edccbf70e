//! Lays the files of one dossier over each other: mappings merge, list members merge by their key,
//! and the same leaf said twice is a mistake that shows both places.

use std::collections::HashMap;

use crate::fields::{LeafShape, Record, Schema, Shape};
use crate::text::{Diagnostic, Kind, NodeId, Tree, unanswered};

/// Lays the document at `over` on the one at `under`; both lie in the same tree, and each fits its declarations.
pub(super) fn overlay(tree: &mut Tree, under: NodeId, over: NodeId, schema: &Schema) -> Result<NodeId, Vec<Diagnostic>> {
    let mut overlay = Overlay { tree, mistakes: Vec::new() };
    let root = overlay.record(under, over, &schema.root);
    if overlay.mistakes.is_empty() { Ok(root) } else { Err(overlay.mistakes) }
}

struct Overlay<'t> {
    tree: &'t mut Tree,
    mistakes: Vec<Diagnostic>,
}

impl Overlay<'_> {
    fn shape(&mut self, under: NodeId, over: NodeId, shape: &Shape) -> NodeId {
        if unanswered(self.tree, over) {
            return under;
        }
        if unanswered(self.tree, under) {
            return over;
        }
        for form in ["none", "not_applicable"] {
            if self.tree.child(under, form).is_some() || self.tree.child(over, form).is_some() {
                self.twice(under, over, form);
                return under;
            }
        }
        match shape {
            Shape::Record(record) => self.record(under, over, record),
            Shape::List(record) => self.list(under, over, record),
            Shape::Table(inner) => self.merge(under, over, |_| Some(inner)),
            Shape::Leaf(leaf) => self.leaf(under, over, leaf),
        }
    }

    fn record(&mut self, under: NodeId, over: NodeId, record: &Record) -> NodeId {
        self.merge(under, over, |name| record.field(name).map(|field| &field.shape))
    }

    fn merge<'s>(&mut self, under: NodeId, over: NodeId, shape_of: impl Fn(&str) -> Option<&'s Shape>) -> NodeId {
        let mut entries = self.tree.entries(under).to_vec();
        let mut held: HashMap<String, usize> = HashMap::new();
        for (at, (key, _)) in entries.iter().enumerate() {
            held.insert(self.tree.text(*key).unwrap_or_default().to_string(), at);
        }
        for (key, value) in self.tree.entries(over).to_vec() {
            let name = self.tree.text(key).unwrap_or_default().to_string();
            match (held.get(&name).copied(), shape_of(&name)) {
                (None, _) => entries.push((key, value)),
                (Some(_), _) if name == "dossier" || name == "kept_by" => {}
                (Some(at), Some(shape)) => entries[at].1 = self.shape(entries[at].1, value, shape),
                (Some(at), None) => self.twice(entries[at].0, key, &name),
            }
        }
        let span = self.tree.span(under);
        self.tree.push(span, Kind::Map(&entries))
    }

    fn list(&mut self, under: NodeId, over: NodeId, record: &Record) -> NodeId {
        let mut members = self.tree.members(under).to_vec();
        let mut held: HashMap<_, usize> = HashMap::new();
        for (at, member) in members.iter().enumerate() {
            held.entry(self.named(*member, record)).or_insert(at);
        }
        for member in self.tree.members(over).to_vec() {
            match held.get(&self.named(member, record)).copied() {
                Some(at) => members[at] = self.member(members[at], member, record),
                None => {
                    held.insert(self.named(member, record), members.len());
                    members.push(member);
                }
            }
        }
        let span = self.tree.span(under);
        self.tree.push(span, Kind::List(&members))
    }

    /// What a member of a list is found by: its key, and the second field where there is one.
    fn named(&self, member: NodeId, record: &Record) -> (Option<String>, Option<String>) {
        let said = |name: &str| self.tree.member_key(member, name).map(str::to_string);
        (said(record.key()), record.also.as_deref().and_then(said))
    }

    /// A member of a list that both files hold: all but its key merges.
    fn member(&mut self, under: NodeId, over: NodeId, record: &Record) -> NodeId {
        let key_names = [Some(record.key()), record.also.as_deref()];
        let entries = self.tree.entries(over).iter().copied();
        let rest: Vec<_> = entries.filter(|(name, _)| !key_names.contains(&self.tree.text(*name))).collect();
        let span = self.tree.span(over);
        let rest = self.tree.push(span, Kind::Map(&rest));
        self.record(under, rest, record)
    }

    fn leaf(&mut self, under: NodeId, over: NodeId, leaf: &LeafShape) -> NodeId {
        let mut entries = self.wrapped(under, leaf);
        for (key, value) in self.wrapped(over, leaf) {
            let name = self.tree.text(key).unwrap_or_default().to_string();
            match entries.iter().position(|(held, _)| self.tree.text(*held) == Some(&name)) {
                Some(at) if unanswered(self.tree, entries[at].1) => entries[at] = (key, value),
                Some(_) if unanswered(self.tree, value) => {}
                Some(at) => {
                    let (first, again) = (entries[at].1, value);
                    self.twice(first, again, &name);
                }
                None => entries.push((key, value)),
            }
        }
        let span = self.tree.span(under);
        self.tree.push(span, Kind::Map(&entries))
    }

    /// A bare answer is `{is: value}`; a bare text `{says: text}`.
    fn wrapped(&mut self, node: NodeId, leaf: &LeafShape) -> Vec<(NodeId, NodeId)> {
        if matches!(self.tree.kind(node), Kind::Map(_)) {
            return self.tree.entries(node).to_vec();
        }
        let name = if leaf.key == "judged" { "says" } else { leaf.key };
        let span = self.tree.span(node);
        let key = self.tree.push(span, Kind::Scalar { text: name, plain: true });
        vec![(key, node)]
    }

    fn twice(&mut self, first: NodeId, again: NodeId, name: &str) {
        let message = if matches!(name, "is" | "says" | "judged") {
            "this is said in two files".into()
        } else {
            format!("`{name}` is said in two files")
        };
        let mistake = Diagnostic::new(message, self.tree.span(again), "said here again").related(self.tree.span(first), "said here first");
        self.mistakes.push(mistake.help("keep it in one file: the one of whoever answers for it"));
    }
}
