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

    /// The value at a node: what stands there itself, joined to what holds around it.
    pub fn inherited(
        &self,
        node: NodeId,
        parent: impl Fn(NodeId) -> Option<NodeId>,
        own: impl Fn(NodeId) -> T,
        join: impl Fn(T, T) -> T,
    ) -> T {
        let mut above = Vec::new();
        let mut at = Some(node);
        let mut held = None;
        while let Some(node) = at {
            held = self.get(node);
            if held.is_some() {
                break;
            }
            above.push(node);
            at = parent(node);
        }
        for node in above.into_iter().rev() {
            let own = own(node);
            let value = held.map_or(own, |held| join(own, held));
            self.set(node, value);
            held = Some(value);
        }
        held.unwrap_or_else(|| own(node))
    }
}
