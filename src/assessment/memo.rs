//! What holds at each node of a tree, worked out when it is first asked for: walking up to the root each time would make a
//! deep or a repeated answer dear.

use std::cell::Cell;

use super::kinds::Kinds;
use crate::text::NodeId;

/// What has been found out of the nodes of one tree.
pub(super) struct Memo {
    /// Whether a review that stands at the node or around it holds.
    pub reviewed: PerNode<bool>,
    /// Which kinds of document are shown by those named at the node or around it.
    pub shown: PerNode<Kinds>,
}

impl Memo {
    pub fn new(nodes: usize) -> Memo {
        Memo { reviewed: PerNode::new(nodes), shown: PerNode::new(nodes) }
    }
}

/// One value for each node.
pub(super) struct PerNode<T>(Vec<Cell<Option<T>>>);

impl<T: Copy> PerNode<T> {
    fn new(nodes: usize) -> PerNode<T> {
        PerNode(vec![Cell::new(None); nodes])
    }

    fn get(&self, node: NodeId) -> Option<T> {
        self.0.get(node.index() as usize).and_then(Cell::get)
    }

    fn set(&self, node: NodeId, value: T) {
        if let Some(cell) = self.0.get(node.index() as usize) {
            cell.set(Some(value));
        }
    }

    /// The value at a node: what stands there itself, joined to what holds around it. A dossier nests no deeper than its limit.
    pub fn inherited(
        &self,
        node: NodeId,
        parent: &impl Fn(NodeId) -> Option<NodeId>,
        own: &impl Fn(NodeId) -> T,
        join: &impl Fn(T, T) -> T,
    ) -> T {
        if let Some(held) = self.get(node) {
            return held;
        }
        let above = parent(node).map(|around| self.inherited(around, parent, own, join));
        let value = above.map_or_else(|| own(node), |above| join(own(node), above));
        self.set(node, value);
        value
    }
}
