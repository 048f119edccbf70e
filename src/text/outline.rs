//! Where each node hangs in its tree: its parent and its key, so that a place can be named and looked around from.

use super::{NodeId, Segment, Tree};

/// The parent and key of every node below the root.
#[derive(Debug, Clone)]
pub struct Outline {
    above: Vec<Option<(NodeId, Option<NodeId>)>>,
}

impl Outline {
    /// Walks a tree once.
    pub fn of(tree: &Tree) -> Outline {
        let mut above = vec![None; tree.len()];
        let mut stack = vec![tree.root];
        while let Some(node) = stack.pop() {
            for (key, value) in tree.entries(node) {
                above[value.index() as usize] = Some((node, Some(*key)));
                stack.push(*value);
            }
            for member in tree.members(node) {
                above[member.index() as usize] = Some((node, None));
                stack.push(*member);
            }
        }
        Outline { above }
    }

    /// The node around a node.
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.above.get(node.index() as usize).copied().flatten().map(|(parent, _)| parent)
    }

    /// The key under which a node stands, if it stands in a mapping.
    pub fn key(&self, node: NodeId) -> Option<NodeId> {
        self.above.get(node.index() as usize).copied().flatten().and_then(|(_, key)| key)
    }

    /// The nodes from a node up to the root.
    pub fn chain(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(node), |at| self.parent(*at))
    }

    /// The path of a node, where `key_of` names the key field of a list.
    pub fn path(&self, tree: &Tree, node: NodeId, key_of: &dyn Fn(&[Segment]) -> String) -> Vec<Segment> {
        let chain: Vec<NodeId> = self.chain(node).collect();
        let mut path = Vec::new();
        for at in chain.iter().rev().skip(1) {
            let segment = match self.key(*at) {
                Some(key) => Segment::Field(tree.text(key).unwrap_or_default().to_string()),
                None => {
                    let field = key_of(&path);
                    let index = self.parent(*at).and_then(|list| tree.members(list).iter().position(|one| one == at));
                    let name = tree.member_key(*at, &field).map(str::to_string);
                    Segment::Member(name.unwrap_or_else(|| index.unwrap_or_default().to_string()))
                }
            };
            path.push(segment);
        }
        path
    }
}
