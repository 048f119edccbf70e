//! What can stand at a node of a tree, and the number by which a node is found.

use super::placeholder::{null, placeholder};

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
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind<'t> {
    /// A value as written (`0086`, `1.10`); `plain` when unquoted, so that `true` and `12` mean more than text.
    Scalar {
        /// The text as written.
        text: &'t str,
        /// Unquoted.
        plain: bool,
    },
    /// A list.
    List(&'t [NodeId]),
    /// A mapping: keys are nodes, so that they have places.
    Map(&'t [(NodeId, NodeId)]),
}

impl Kind<'_> {
    /// Whether it is a scalar that says nothing: null, empty, or a placeholder.
    pub(super) fn says_nothing(self) -> bool {
        matches!(self, Kind::Scalar { text, plain } if plain && null(text) || placeholder(text))
    }
}
