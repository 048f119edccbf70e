//! What a walk has found out of each node so far.

use super::bound::Facet;
use crate::fields::Record;
use crate::text::{NodeId, Tree};

/// The facets of the nodes of one tree, and the slots of its records.
pub(super) struct Facets<'b> {
    /// By the number of the node.
    pub nodes: Vec<Facet<'b>>,
    /// For each record that was met, the nodes of its fields by their numbers.
    pub slots: Vec<Option<NodeId>>,
}

impl<'b> Facets<'b> {
    /// Nothing is known of any node yet.
    pub fn new(tree: &Tree) -> Facets<'b> {
        Facets { nodes: vec![Facet::default(); tree.len()], slots: Vec::new() }
    }

    /// The facet of a node.
    pub fn of(&mut self, node: NodeId) -> &mut Facet<'b> {
        &mut self.nodes[node.index() as usize]
    }

    /// Makes room for the fields of a record; returns where they begin.
    pub fn open(&mut self, node: NodeId, record: &Record) -> usize {
        let first = self.slots.len();
        self.slots.resize(first + record.fields.len(), None);
        self.of(node).slots = first as u32;
        first
    }

    /// Says where a node hangs.
    pub fn hang(&mut self, node: NodeId, parent: NodeId, key: Option<NodeId>) {
        let facet = self.of(node);
        (facet.parent, facet.key) = (Some(parent), key);
    }

    /// Says of which list a node is a member, and which.
    pub fn hang_member(&mut self, node: NodeId, list: NodeId, index: usize) {
        self.hang(node, list, None);
        self.of(node).member = index as u32;
    }

    /// Binds what stands below a node to nothing but its parents.
    pub fn hang_inside(&mut self, tree: &Tree, node: NodeId) {
        if tree.is_scalar(node) {
            return;
        }
        let mut below = vec![node];
        while let Some(at) = below.pop() {
            for (key, value) in tree.entries(at) {
                self.hang(*value, at, Some(*key));
                below.push(*value);
            }
            for (index, member) in tree.members(at).iter().enumerate() {
                self.hang_member(*member, at, index);
                below.push(*member);
            }
        }
    }
}
