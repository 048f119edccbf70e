//! Everything a condition is evaluated against: the tree with its facts, the rules, and the day.

use jiff::civil::Date;

use crate::dossier::Dossier;
use crate::dossier::schema::key_of;
use crate::facts::{Known, Versions};
use crate::rules::Book;
use crate::text::{NodeId, Outline, Segment};

/// One dossier, ready to be assessed.
pub struct Scene<'a> {
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
}

impl<'a> Scene<'a> {
    /// Sets the scene.
    pub fn new(dossier: &'a Dossier, known: &'a Known, book: &'a Book, as_of: Date) -> Scene<'a> {
        let outline = Outline::of(&known.tree);
        Scene { dossier, known, outline, book, as_of, versions: Versions::of(dossier) }
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
