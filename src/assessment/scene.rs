//! Everything a condition is evaluated against: the bound dossier, its facts, the rules, and the day.

use jiff::civil::Date;

use super::memo::Memo;
use crate::dossier::{Bound, Dossier, Loaded};
use crate::facts::{FactRef, Known, Seen, Versions};
use crate::rules::Book;
use crate::text::{NodeId, Segment, Sources};

/// One dossier, ready to be assessed.
pub struct Scene<'a> {
    /// The files of the dossier.
    pub sources: &'a Sources,
    /// Its tree, bound to the declarations.
    pub bound: &'a Bound<'a>,
    /// What the facts compute with of it, typed.
    pub dossier: &'a Dossier,
    /// The facts, and the state of its documents.
    pub known: &'a Known,
    /// The rules.
    pub book: &'a Book,
    /// The day of the report.
    pub as_of: Date,
    /// Which versions count as the one offered.
    pub versions: Versions,
    /// What holds at each node, once it has been looked at.
    pub(super) memo: Memo,
}

impl<'a> Scene<'a> {
    /// Sets the scene.
    pub(super) fn new(book: &'a Book, as_of: Date, loaded: &'a Loaded<'a>, known: &'a Known) -> Scene<'a> {
        Scene {
            sources: &loaded.sources,
            bound: &loaded.bound,
            dossier: &loaded.dossier,
            known,
            book,
            as_of,
            versions: Versions::read(&loaded.dossier, as_of),
            memo: Memo::new(loaded.bound.tree.len()),
        }
    }

    /// The path of a node.
    pub fn path(&self, node: NodeId) -> Vec<Segment> {
        self.bound.path(node)
    }

    /// The node at a path.
    pub fn find(&self, path: &[Segment]) -> Option<NodeId> {
        self.bound.find(path)
    }

    /// The fact at a path that begins with `facts` and leads through records alone.
    pub fn fact(&self, path: &[Segment]) -> Option<FactRef<'a>> {
        let (first, rest) = path.split_first()?;
        let mut seen = Seen::Record(&self.known.facts);
        if *first != Segment::Field("facts".into()) {
            return None;
        }
        for segment in rest {
            let (Segment::Field(name), Seen::Record(record)) = (segment, seen) else { return None };
            seen = record.field(record.names().iter().position(|held| *name == **held)?);
        }
        match seen {
            Seen::Fact(fact) => Some(fact),
            _ => None,
        }
    }
}
