//! The places of a dossier that a fact was worked out from: a few are kept in the fact itself, and more are shared by its copies.

use std::ops::Deref;
use std::sync::Arc;

use crate::text::NodeId;

/// So many are a few.
const FEW: usize = 5;

/// Places, in the order in which they were given.
#[derive(Debug, Clone)]
pub enum Places {
    /// The first so many of these.
    Few(u8, [NodeId; FEW]),
    /// All of these.
    Many(Arc<[NodeId]>),
}

impl Default for Places {
    fn default() -> Self {
        Places::Few(0, [NodeId::from_index(0); FEW])
    }
}

impl Deref for Places {
    type Target = [NodeId];

    fn deref(&self) -> &[NodeId] {
        match self {
            Places::Few(len, nodes) => &nodes[..usize::from(*len)],
            Places::Many(nodes) => nodes,
        }
    }
}

impl FromIterator<NodeId> for Places {
    fn from_iter<I: IntoIterator<Item = NodeId>>(nodes: I) -> Self {
        let (mut len, mut few) = (0, [NodeId::from_index(0); FEW]);
        let mut nodes = nodes.into_iter();
        while let Some(node) = nodes.next() {
            if len == FEW {
                return Places::Many(few.into_iter().chain([node]).chain(nodes).collect());
            }
            few[len] = node;
            len += 1;
        }
        Places::Few(len as u8, few)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_the_same_in_whichever_way_they_are_kept() {
        for number in 0..12 {
            let nodes: Vec<NodeId> = (0..number).map(NodeId::from_index).collect();
            assert_eq!(*nodes.iter().copied().collect::<Places>(), *nodes);
        }
    }
}
