//! The tree that YAML and TOML are read into: an arena of nodes, each with its place.

use super::Span;
use super::placeholder::{null, placeholder};
use super::work::step;

/// The number of a node in its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

impl NodeId {
    pub(crate) fn from_index(index: u32) -> NodeId {
        NodeId(index)
    }

    pub(crate) fn index(self) -> u32 {
        self.0
    }
}

/// What stands at a node.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A value as written (`0086`, `1.10`); `plain` when unquoted, so that `true` and `12` mean more than text.
    Scalar {
        /// The text as written.
        text: Box<str>,
        /// Unquoted.
        plain: bool,
    },
    /// A list.
    List(Vec<NodeId>),
    /// A mapping: keys are nodes, so that they have places.
    Map(Vec<(NodeId, NodeId)>),
}

/// One node.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Whether it is a scalar that says nothing: null, empty, or a placeholder.
    silent: bool,
}

/// One document, or several overlaid.
#[derive(Debug, Clone)]
pub struct Tree {
    nodes: Vec<Node>,
    /// Whether it holds no answers, so that nothing in it only stands in for one.
    settled: bool,
    /// The outermost node.
    pub root: NodeId,
}

impl Default for Tree {
    fn default() -> Self {
        Tree { nodes: vec![Node { span: Span::default(), kind: Kind::Map(Vec::new()), silent: false }], settled: false, root: NodeId(0) }
    }
}

impl Tree {
    /// A tree of a text that holds no answers, such as rules.
    pub fn settled() -> Tree {
        Tree { settled: true, ..Tree::default() }
    }

    /// Adds a node.
    pub fn push(&mut self, span: Span, kind: Kind) -> NodeId {
        let silent = !self.settled && says_nothing(&kind);
        self.nodes.push(Node { span, kind, silent });
        NodeId(self.nodes.len() as u32 - 1)
    }

    /// Puts something else where a node stands; what was below it is no part of the document any more.
    pub fn set(&mut self, id: NodeId, kind: Kind) {
        let node = &mut self.nodes[id.0 as usize];
        (node.silent, node.kind) = (says_nothing(&kind), kind);
    }

    pub(crate) fn set_span(&mut self, id: NodeId, span: Span) {
        self.nodes[id.0 as usize].span = span;
    }

    /// Takes over all nodes of another tree; returns its root here.
    pub fn absorb(&mut self, other: Tree) -> NodeId {
        let offset = self.nodes.len() as u32;
        let moved = |id: NodeId| NodeId(id.0 + offset);
        self.nodes.extend(other.nodes.into_iter().map(|node| {
            let kind = match node.kind {
                Kind::List(members) => Kind::List(members.into_iter().map(moved).collect()),
                Kind::Map(entries) => Kind::Map(entries.into_iter().map(|(key, value)| (moved(key), moved(value))).collect()),
                scalar => scalar,
            };
            Node { span: node.span, kind, silent: node.silent }
        }));
        moved(other.root)
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether the tree holds no node at all (it never does: there is always a root).
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Every node, in the order in which they were read.
    pub fn ids(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..self.len() as u32).map(NodeId::from_index)
    }

    /// What stands at a node.
    pub fn kind(&self, id: NodeId) -> &Kind {
        step();
        &self.nodes[id.0 as usize].kind
    }

    /// Where a node stands (the copy of an alias at its use, what is inside it at its anchor).
    pub fn span(&self, id: NodeId) -> Span {
        self.nodes[id.0 as usize].span
    }

    /// Copies a node and all below it; `None` when the tree would grow beyond `limit` nodes.
    pub fn copy(&mut self, id: NodeId, span: Span, limit: u64) -> Option<NodeId> {
        if self.nodes.len() as u64 > limit {
            return None;
        }
        let kind = match self.kind(id).clone() {
            Kind::List(members) => Kind::List(members.into_iter().map(|one| self.copy(one, self.span(one), limit)).collect::<Option<_>>()?),
            Kind::Map(entries) => Kind::Map(
                entries.into_iter().map(|(key, value)| Some((key, self.copy(value, self.span(value), limit)?))).collect::<Option<_>>()?,
            ),
            scalar => scalar,
        };
        Some(self.push(span, kind))
    }

    /// Whether a node is a scalar that says nothing.
    pub fn silent(&self, id: NodeId) -> bool {
        self.nodes[id.0 as usize].silent
    }

    /// The text of a scalar.
    pub fn text(&self, id: NodeId) -> Option<&str> {
        match self.kind(id) {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The entries of a mapping; none for anything else.
    pub fn entries(&self, id: NodeId) -> &[(NodeId, NodeId)] {
        match self.kind(id) {
            Kind::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The members of a list; none for anything else.
    pub fn members(&self, id: NodeId) -> &[NodeId] {
        match self.kind(id) {
            Kind::List(members) => members,
            _ => &[],
        }
    }

    /// The key and value nodes of an entry of a mapping.
    pub fn entry(&self, id: NodeId, key: &str) -> Option<(NodeId, NodeId)> {
        self.entries(id).iter().copied().find(|(name, _)| self.text(*name) == Some(key))
    }

    /// The value of an entry of a mapping.
    pub fn child(&self, id: NodeId, key: &str) -> Option<NodeId> {
        self.entry(id, key).map(|(_, value)| value)
    }

    /// The text of an entry of a mapping.
    pub fn child_text(&self, id: NodeId, key: &str) -> Option<&str> {
        self.child(id, key).and_then(|value| self.text(value))
    }

    /// The member of a list of mappings whose `field` says `key` (bare, or wrapped in `is` or `says`).
    pub fn member(&self, list: NodeId, field: &str, key: &str) -> Option<NodeId> {
        self.members(list).iter().copied().find(|member| self.member_key(*member, field) == Some(key))
    }

    /// What a member of a list says in its key field.
    pub fn member_key(&self, member: NodeId, field: &str) -> Option<&str> {
        let value = self.child(member, field)?;
        self.text(value).or_else(|| self.child_text(value, "is")).or_else(|| self.child_text(value, "says"))
    }

    /// How deep the tree is below a node.
    pub fn depth(&self, id: NodeId) -> u32 {
        let mut deepest = 0;
        let mut stack = vec![(id, 1)];
        while let Some((at, depth)) = stack.pop() {
            deepest = deepest.max(depth);
            match self.kind(at) {
                Kind::Scalar { .. } => {}
                Kind::List(members) => stack.extend(members.iter().map(|one| (*one, depth + 1))),
                Kind::Map(entries) => stack.extend(entries.iter().map(|(_, value)| (*value, depth + 1))),
            }
        }
        deepest
    }
}

fn says_nothing(kind: &Kind) -> bool {
    matches!(kind, Kind::Scalar { text, plain } if *plain && null(text) || placeholder(text))
}

/// Whether nothing is said at a node: null, empty, a placeholder, or only such inside.
pub fn unanswered(tree: &Tree, node: NodeId) -> bool {
    match tree.kind(node) {
        Kind::Scalar { .. } => tree.silent(node),
        Kind::List(members) => members.iter().all(|member| unanswered(tree, *member)),
        Kind::Map(entries) => entries.is_empty(),
    }
}
