//! A tree bound to its declarations: of each node its parent, its declared place, and what is said there.

use crate::fields::{Field, LeafShape, Record, Shape};
use crate::text::{NodeId, Segment, Text, Tree, placeholder};

/// What may stand at a node, by the declarations.
#[derive(Debug, Clone, Copy, Default)]
pub enum Place<'b> {
    /// Nothing that is declared: inside an answer, or a key.
    #[default]
    Inside,
    /// A record; the members of a list are records too.
    Record(&'b Record),
    /// A list of records.
    List(&'b Record),
    /// A mapping with open keys.
    Table(&'b Shape),
    /// An answer.
    Leaf(&'b LeafShape),
}

impl<'b> From<&'b Shape> for Place<'b> {
    fn from(shape: &'b Shape) -> Self {
        match shape {
            Shape::Record(record) => Place::Record(record),
            Shape::List(record) => Place::List(record),
            Shape::Table(inner) => Place::Table(inner),
            Shape::Leaf(leaf) => Place::Leaf(leaf),
        }
    }
}

/// What is said at a declared place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum State {
    /// Nothing: missing, empty, or a placeholder.
    #[default]
    Unsaid,
    /// An honest none; the node of its reason.
    None(NodeId),
    /// Not applicable; the node of its reason.
    NotApplicable(NodeId),
    /// Something; for an answer the node of its value, else the node itself.
    Said(NodeId),
}

/// What the walk found out of one node.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Facet<'b> {
    pub parent: Option<NodeId>,
    pub key: Option<NodeId>,
    pub field: Option<&'b Field>,
    pub place: Place<'b>,
    pub state: State,
    /// Where its fields begin in the list of slots, if it is a record.
    pub slots: u32,
    /// Which member of its list it is, from 0.
    pub member: u32,
}

impl Facet<'_> {
    /// Of a node that no walk has met.
    const UNKNOWN: Facet<'static> =
        Facet { parent: None, key: None, field: None, place: Place::Inside, state: State::Unsaid, slots: 0, member: 0 };
}

/// The fields of one record. They are found soonest when they are asked for in the order in which they are declared.
pub(super) struct Fields<'a> {
    record: Option<(&'a Record, &'a [Option<NodeId>])>,
    next: usize,
}

impl Fields<'_> {
    /// The value of the field with that name.
    pub fn named(&mut self, name: &str) -> Option<NodeId> {
        let (record, slots) = self.record?;
        let at = record.position_from(self.next, name)?;
        self.next = at + 1;
        slots[at]
    }
}

/// A tree that has been walked with its declarations, once.
#[derive(Debug, Default)]
pub struct Bound<'b> {
    /// The tree.
    pub tree: Tree,
    pub(super) facets: Vec<Facet<'b>>,
    pub(super) slots: Vec<Option<NodeId>>,
}

impl<'b> Bound<'b> {
    fn facet(&self, node: NodeId) -> &Facet<'b> {
        self.facets.get(node.index() as usize).unwrap_or(&Facet::UNKNOWN)
    }

    /// How many hazards, studies, documents and other things the lists and tables of the dossier hold, all together.
    pub(super) fn members(&self) -> usize {
        let around = |facet: &Facet<'_>| facet.parent.map(|parent| self.facet(parent).place);
        self.facets.iter().filter(|facet| matches!(around(facet), Some(Place::List(_) | Place::Table(_)))).count()
    }

    /// The node around a node.
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.facet(node).parent
    }

    /// The key under which a node stands, if it stands in a mapping.
    pub fn key(&self, node: NodeId) -> Option<NodeId> {
        self.facet(node).key
    }

    /// The declared field that a node is the value of.
    pub fn field(&self, node: NodeId) -> Option<&'b Field> {
        self.facet(node).field
    }

    /// What may stand at a node.
    pub fn place(&self, node: NodeId) -> Place<'b> {
        self.facet(node).place
    }

    /// What is said at a declared place.
    pub fn state(&self, node: NodeId) -> State {
        self.facet(node).state
    }

    /// The value of the field with that number in a record.
    pub fn slot(&self, record: NodeId, index: usize) -> Option<NodeId> {
        self.record(record).and_then(|(_, slots)| slots.get(index).copied().flatten())
    }

    /// The declaration of a record, and what stands in its fields by their numbers.
    fn record(&self, node: NodeId) -> Option<(&'b Record, &[Option<NodeId>])> {
        let facet = self.facet(node);
        let Place::Record(record) = facet.place else { return None };
        let first = facet.slots as usize;
        Some((record, &self.slots[first..first + record.fields.len()]))
    }

    /// The fields of a record, to be read one after the other; none where there is no record.
    pub(super) fn fields(&self, node: Option<NodeId>) -> Fields<'_> {
        Fields { record: node.and_then(|node| self.record(node)), next: 0 }
    }

    /// Every node, in the order in which they were read.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> + use<> {
        self.tree.ids()
    }

    /// The nodes from a node up to the root.
    pub fn chain(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(node), |at| self.parent(*at))
    }

    /// What a member of a list says in its key field, unless that is a placeholder.
    pub fn name_of_member(&self, member: NodeId) -> Option<&str> {
        let key = self.parent(member).map_or("id", |list| match self.place(list) {
            Place::List(record) => record.key(),
            _ => "id",
        });
        self.tree.member_key(member, key)
    }

    /// The path of a node.
    pub fn path(&self, node: NodeId) -> Vec<Segment> {
        let mut path: Vec<Segment> = self.chain(node).filter(|at| self.parent(*at).is_some()).map(|at| self.segment(at)).collect();
        path.reverse();
        path
    }

    fn segment(&self, at: NodeId) -> Segment {
        if let Some(key) = self.key(at) {
            return Segment::Field(self.tree.text(key).unwrap_or_default().into());
        }
        Segment::Member(self.name_of_member(at).map_or_else(|| self.facet(at).member.to_string().into(), Text::from))
    }

    /// The node at a path from the root.
    pub fn find(&self, path: &[Segment]) -> Option<NodeId> {
        path.iter().try_fold(self.tree.root, |at, segment| match segment {
            Segment::Field(name) => self.tree.child(at, name),
            Segment::Member(key) => {
                let field = match self.place(at) {
                    Place::List(record) => record.key(),
                    _ => "id",
                };
                self.tree.member(at, field, key)
            }
        })
    }

    /// The ids of the documents that a node names: as its own value, under `evidence`, or in its fields that hold ids of documents.
    pub fn documents(&self, node: NodeId) -> impl Iterator<Item = &str> {
        let own = self.parent(node).and_then(|_| self.tree.child(node, "evidence"));
        let fields = self.fields_that_name_documents(node);
        own.into_iter().chain(fields).flat_map(|at| self.ids(at))
    }

    fn fields_that_name_documents(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        use crate::fields::Scalar::Evidence;
        let (value, record) = match self.place(node) {
            Place::Leaf(leaf) if leaf.scalar == Evidence => (Some(self.tree.child(node, "is").unwrap_or(node)), None),
            Place::Record(record) if self.parent(node).is_some() => (None, Some(record)),
            _ => (None, None),
        };
        let names = record.map_or(&[][..], |record| &record.fields).iter().enumerate();
        let holds = |(_, field): &(usize, &Field)| matches!(&field.shape, Shape::Leaf(leaf) if leaf.scalar == Evidence);
        value.into_iter().chain(names.filter(holds).filter_map(move |(index, _)| self.slot(node, index)))
    }

    /// The texts at a node that holds one id or several.
    fn ids(&self, node: NodeId) -> impl Iterator<Item = &str> {
        let node = self.tree.child(node, "is").unwrap_or(node);
        let named = std::iter::once(node).chain(self.tree.members(node).iter().copied());
        named.filter_map(|one| self.tree.text(one)).filter(|text| !placeholder(text))
    }
}
