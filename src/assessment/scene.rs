//! Everything a condition is evaluated against: the tree with its facts, the rules, and the day.

use jiff::civil::Date;

use super::case::Case;
use crate::dossier::schema::{key_of, schema};
use crate::dossier::{Dossier, Loaded};
use crate::facts::{Known, Versions};
use crate::fields::{Record, Shape};
use crate::rules::Book;
use crate::text::{NodeId, Outline, Segment, Sources, Tree};

/// One dossier, ready to be assessed.
pub struct Scene<'a> {
    /// The files of the dossier.
    pub sources: &'a Sources,
    /// The dossier, typed.
    pub dossier: &'a Dossier,
    /// Its tree with the facts, and the state of its documents.
    pub known: &'a Known,
    /// Where each node hangs.
    pub outline: Outline,
    /// The rules.
    pub book: &'a Book,
    /// The day of the report.
    pub as_of: Date,
    /// Which versions count as the one offered.
    pub versions: Versions,
    shapes: Vec<Option<&'static Shape>>,
}

impl<'a> Scene<'a> {
    /// Sets the scene.
    pub fn new(case: &Case<'a>, loaded: &'a Loaded, known: &'a Known) -> Scene<'a> {
        let Case { book, as_of, .. } = *case;
        let (sources, dossier) = (&loaded.sources, &loaded.dossier);
        let outline = Outline::of(&known.tree);
        let shapes = shapes(&known.tree);
        Scene { sources, dossier, known, outline, book, as_of, versions: Versions::read(dossier, as_of), shapes }
    }

    /// What the schema says may stand at a node; none inside an answer, and for the root.
    pub fn shape(&self, node: NodeId) -> Option<&'static Shape> {
        self.shapes.get(node.index() as usize).copied().flatten()
    }

    /// The path of a node.
    pub fn path(&self, node: NodeId) -> Vec<Segment> {
        self.outline.path(&self.known.tree, node, &key_of)
    }

    /// The node at a path.
    pub fn find(&self, path: &[Segment]) -> Option<NodeId> {
        self.known.tree.find(path, &key_of)
    }
}

/// Walks the tree and the schema together, once.
fn shapes(tree: &Tree) -> Vec<Option<&'static Shape>> {
    fn record(tree: &Tree, node: NodeId, record: &'static Record, found: &mut Vec<Option<&'static Shape>>) {
        for (key, value) in tree.entries(node) {
            if let Some(field) = tree.text(*key).and_then(|name| record.field(name)) {
                walk(tree, *value, &field.shape, found);
            }
        }
    }
    fn walk(tree: &Tree, node: NodeId, shape: &'static Shape, found: &mut Vec<Option<&'static Shape>>) {
        found[node.index() as usize] = Some(shape);
        match shape {
            Shape::Record(inner) => record(tree, node, inner, found),
            Shape::List(inner) => tree.members(node).iter().for_each(|member| record(tree, *member, inner, found)),
            Shape::Table(inner) => tree.entries(node).iter().for_each(|(_, value)| walk(tree, *value, inner, found)),
            Shape::Leaf(_) => {}
        }
    }
    let mut found = vec![None; tree.len()];
    record(tree, tree.root, schema(), &mut found);
    found
}
