//! The tree that YAML and TOML are read into: an arena of nodes, each with its place.

use super::Span;
use super::node::{Kind, NodeId};
use super::work::step;

/// Where the tree keeps what stands at a node.
#[derive(Debug, Clone, Copy)]
enum Store {
    /// Unquoted, in the text.
    Plain,
    /// Quoted, in the text.
    Quoted,
    /// Among the members.
    List,
    /// Among the entries.
    Map,
}

/// A range of the text, of the members or of the entries.
#[derive(Debug, Clone, Copy)]
struct Part {
    store: Store,
    start: usize,
    len: u32,
}

impl Part {
    fn of(store: Store, start: usize, len: usize) -> Part {
        Part { store, start, len: len as u32 }
    }

    fn is_scalar(self) -> bool {
        matches!(self.store, Store::Plain | Store::Quoted)
    }

    fn range(self) -> std::ops::Range<usize> {
        self.start..self.start + self.len as usize
    }
}

/// One node.
#[derive(Debug, Clone, Copy)]
struct Node {
    span: Span,
    part: Part,
    /// Whether it is a scalar that says nothing: null, empty, or a placeholder.
    silent: bool,
}

/// One document, or several overlaid. Its nodes are small: what they hold lies side by side, without an allocation for each.
#[derive(Debug, Clone)]
pub struct Tree {
    nodes: Vec<Node>,
    /// What all scalars say.
    text: String,
    /// The members of all lists, those of each together.
    members: Vec<NodeId>,
    /// The entries of all mappings, those of each together.
    entries: Vec<(NodeId, NodeId)>,
    /// Whether it holds no answers, so that nothing in it only stands in for one.
    settled: bool,
    /// The outermost node.
    pub root: NodeId,
}

impl Default for Tree {
    fn default() -> Self {
        let nothing = Node { span: Span::default(), part: Part::of(Store::Map, 0, 0), silent: false };
        let (text, members, entries) = (String::new(), Vec::new(), Vec::new());
        Tree { nodes: vec![nothing], text, members, entries, settled: false, root: NodeId::from_index(0) }
    }
}

impl Tree {
    /// A tree of a text that holds no answers, such as rules.
    pub fn settled() -> Tree {
        Tree { settled: true, ..Tree::default() }
    }

    /// A tree with room for a text of so many bytes: that of every scalar, and as many nodes as such a text mostly has.
    pub(super) fn with_room(bytes: usize) -> Tree {
        let mut tree = Tree::default();
        tree.text.reserve(bytes);
        tree.nodes.reserve(bytes / 12);
        tree.entries.reserve(bytes / 24);
        tree.members.reserve(bytes / 48);
        tree
    }

    /// Adds a node.
    pub fn push(&mut self, span: Span, kind: Kind<'_>) -> NodeId {
        let silent = !self.settled && kind.says_nothing();
        let part = self.keep(kind);
        self.add(Node { span, part, silent })
    }

    fn add(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        NodeId::from_index(self.nodes.len() as u32 - 1)
    }

    fn keep(&mut self, kind: Kind<'_>) -> Part {
        match kind {
            Kind::Scalar { text, plain } => {
                self.text.push_str(text);
                Part::of(if plain { Store::Plain } else { Store::Quoted }, self.text.len() - text.len(), text.len())
            }
            Kind::List(members) => {
                self.members.extend_from_slice(members);
                Part::of(Store::List, self.members.len() - members.len(), members.len())
            }
            Kind::Map(entries) => {
                self.entries.extend_from_slice(entries);
                Part::of(Store::Map, self.entries.len() - entries.len(), entries.len())
            }
        }
    }

    /// Puts something else where a node stands; what was below it is no part of the document any more.
    pub fn set(&mut self, id: NodeId, kind: Kind<'_>) {
        let (silent, part) = (kind.says_nothing(), self.keep(kind));
        let node = &mut self.nodes[id.index() as usize];
        (node.silent, node.part) = (silent, part);
    }

    /// Puts what stands at one node where another stands.
    pub fn set_as(&mut self, id: NodeId, other: NodeId) {
        let Node { part, silent, .. } = self.nodes[other.index() as usize];
        let node = &mut self.nodes[id.index() as usize];
        (node.silent, node.part) = (silent, part);
    }

    pub(crate) fn set_span(&mut self, id: NodeId, span: Span) {
        self.nodes[id.index() as usize].span = span;
    }

    /// Takes over all nodes of another tree; returns its root here.
    pub fn absorb(&mut self, other: Tree) -> NodeId {
        let (offset, text, members, entries) = (self.nodes.len(), self.text.len(), self.members.len(), self.entries.len());
        let moved = |id: NodeId| NodeId::from_index(id.index() + offset as u32);
        self.text.push_str(&other.text);
        self.members.extend(other.members.into_iter().map(moved));
        self.entries.extend(other.entries.into_iter().map(|(key, value)| (moved(key), moved(value))));
        self.nodes.extend(other.nodes.into_iter().map(|mut node| {
            node.part.start += match node.part.store {
                Store::Plain | Store::Quoted => text,
                Store::List => members,
                Store::Map => entries,
            };
            node
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

    fn part(&self, id: NodeId) -> Part {
        step();
        self.nodes[id.index() as usize].part
    }

    /// What stands at a node.
    pub fn kind(&self, id: NodeId) -> Kind<'_> {
        let part = self.part(id);
        match part.store {
            Store::Plain => Kind::Scalar { text: &self.text[part.range()], plain: true },
            Store::Quoted => Kind::Scalar { text: &self.text[part.range()], plain: false },
            Store::List => Kind::List(&self.members[part.range()]),
            Store::Map => Kind::Map(&self.entries[part.range()]),
        }
    }

    /// Where a node stands (the copy of an alias at its use, what is inside it at its anchor).
    pub fn span(&self, id: NodeId) -> Span {
        self.nodes[id.index() as usize].span
    }

    /// Copies a node and all below it; `None` when the tree would grow beyond `limit` nodes.
    pub fn copy(&mut self, id: NodeId, span: Span, limit: u64) -> Option<NodeId> {
        if self.nodes.len() as u64 > limit {
            return None;
        }
        let Node { part, silent, .. } = self.nodes[id.index() as usize];
        let part = match part.store {
            Store::Plain | Store::Quoted => part,
            Store::List => {
                let members = self.members(id).to_vec().into_iter();
                let copies: Option<Vec<NodeId>> = members.map(|one| self.copy(one, self.span(one), limit)).collect();
                self.keep(Kind::List(&copies?))
            }
            Store::Map => {
                let entries = self.entries(id).to_vec().into_iter();
                let copies: Option<Vec<_>> = entries.map(|(key, value)| Some((key, self.copy(value, self.span(value), limit)?))).collect();
                self.keep(Kind::Map(&copies?))
            }
        };
        Some(self.add(Node { span, part, silent }))
    }

    /// Whether a node is a scalar that says nothing.
    pub fn silent(&self, id: NodeId) -> bool {
        self.nodes[id.index() as usize].silent
    }

    /// Whether it is a single value, not a list or a mapping.
    pub fn is_scalar(&self, id: NodeId) -> bool {
        self.part(id).is_scalar()
    }

    /// Whether a scalar says this and nothing else.
    pub fn says(&self, id: NodeId, text: &str) -> bool {
        let part = self.part(id);
        part.is_scalar() && self.text.as_bytes()[part.range()] == *text.as_bytes()
    }

    /// The text of a scalar.
    pub fn text(&self, id: NodeId) -> Option<&str> {
        let part = self.part(id);
        part.is_scalar().then(|| &self.text[part.range()])
    }

    /// The entries of a mapping; none for anything else.
    pub fn entries(&self, id: NodeId) -> &[(NodeId, NodeId)] {
        let part = self.part(id);
        if matches!(part.store, Store::Map) { &self.entries[part.range()] } else { &[] }
    }

    /// The members of a list; none for anything else.
    pub fn members(&self, id: NodeId) -> &[NodeId] {
        let part = self.part(id);
        if matches!(part.store, Store::List) { &self.members[part.range()] } else { &[] }
    }

    /// The key and value nodes of an entry of a mapping.
    pub fn entry(&self, id: NodeId, key: &str) -> Option<(NodeId, NodeId)> {
        self.entries(id).iter().copied().find(|(name, _)| self.says(*name, key))
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

/// Whether nothing is said at a node: null, empty, a placeholder, or only such inside.
pub fn unanswered(tree: &Tree, node: NodeId) -> bool {
    let part = tree.part(node);
    match part.store {
        Store::Plain | Store::Quoted => tree.silent(node),
        Store::List => tree.members(node).iter().all(|member| unanswered(tree, *member)),
        Store::Map => part.len == 0,
    }
}
