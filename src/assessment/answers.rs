//! Every answer of a dossier, once and by number, in the order of its text; then the places where an answer is missing.
//! Each is named from the nearest place around it that has a number, so that long paths are written once.

use std::collections::hash_map::Entry as Held;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::evaluation::{At, Read};
use super::scene::Scene;
use crate::dossier::{Place, State};
use crate::fields::LeafShape;
use crate::text::{NodeId, Segment, write_path};

/// What is said at one place.
#[derive(Debug, Clone, Copy)]
pub enum Given<'a> {
    /// It is a record, a list or a table, which says nothing by itself.
    Section,
    /// An answer, and the node of its value; none where nobody has said.
    Leaf(&'a LeafShape, Option<NodeId>),
    /// An honest none; the node of its reason.
    None(NodeId),
    /// Said not to apply; the node of its reason.
    NotApplicable(NodeId),
    /// A value inside an answer, such as one of several.
    Inside,
    /// Nothing is there.
    Missing,
}

/// One place of a dossier.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The node; the nearest one where nothing is there.
    pub node: NodeId,
    /// What is said there.
    pub given: Given<'a>,
    /// The nearest place around it that has a number.
    pub around: Option<u32>,
    name: Range<usize>,
}

/// Every answer of a dossier, by number.
pub struct Answers<'a> {
    /// The places, in the order of their numbers.
    pub entries: Vec<Entry<'a>>,
    names: String,
    numbers: Vec<u32>,
    missing: HashMap<(NodeId, &'a [Segment]), u32>,
}

/// The number of a node that has none yet.
const NONE: u32 = u32::MAX;
/// The number of a node that something refers to, until it gets one.
const WANTED: u32 = u32::MAX - 1;

impl Entry<'_> {
    /// Whether something is said there: an answer, and no placeholder.
    pub fn says_something(&self) -> bool {
        matches!(self.given, Given::Leaf(_, Some(_)) | Given::None(_) | Given::NotApplicable(_))
    }
}

impl<'a> Answers<'a> {
    /// Numbers every answer, and every other place that these reads and nodes refer to.
    pub fn of(scene: &Scene<'a>, reads: impl Iterator<Item = &'a Read<'a>> + Clone, nodes: impl Iterator<Item = NodeId>) -> Answers<'a> {
        let tree = &scene.bound.tree;
        let mut numbers = vec![NONE; tree.len()];
        let mut want = |node: NodeId| numbers[node.index() as usize] = WANTED;
        nodes.for_each(&mut want);
        let gone: Vec<(NodeId, &[Segment])> = reads.filter_map(|read| wanted(scene, read, &mut want)).collect();
        let missing = HashMap::with_capacity(gone.len());
        let answers = Answers { entries: Vec::with_capacity(tree.len() / 2 + gone.len()), names: String::new(), numbers, missing };
        let mut walk = Walk { scene, answers, name: String::new(), around: None, registered: false };
        walk.children(tree.root);
        walk.inside();
        for (node, segments) in gone {
            walk.add_missing(node, segments);
        }
        walk.answers
    }

    /// The name of a place: its path from the place around it.
    pub fn name(&self, entry: &Entry<'_>) -> &str {
        &self.names[entry.name.clone()]
    }

    /// The number of a node, if it has one.
    pub fn number(&self, node: NodeId) -> Option<u32> {
        self.numbers.get(node.index() as usize).copied().filter(|number| *number < WANTED)
    }

    /// Adds the numbers of the places that a read rests on, each once; the first is where it points.
    pub fn add_numbers(&self, scene: &Scene<'_>, read: &'a Read<'a>, to: &mut Vec<u32>) {
        let mut add = |number: Option<u32>| match number {
            Some(number) if !to.contains(&number) => to.push(number),
            _ => {}
        };
        match read.at {
            At::Known(fact) => fact.from.iter().for_each(|node| add(self.number(*node))),
            At::Said(node) if read.missing.is_empty() => add(self.number(node)),
            At::Said(node) => add(self.missing.get(&(node, &read.missing[..])).copied()),
            At::Facts => {
                let (node, rest) = input(scene, &read.missing);
                add(if rest.is_empty() { self.number(node) } else { self.missing.get(&(node, rest)).copied() });
            }
        }
    }
}

/// Marks the nodes that a read refers to; returns the place, where nothing is there.
fn wanted<'a>(scene: &Scene<'_>, read: &'a Read<'a>, want: &mut impl FnMut(NodeId)) -> Option<(NodeId, &'a [Segment])> {
    let (node, rest) = match read.at {
        At::Known(fact) => {
            fact.from.iter().for_each(|node| want(*node));
            return None;
        }
        At::Said(node) => (node, &read.missing[..]),
        At::Facts => input(scene, &read.missing),
    };
    want(node);
    (!rest.is_empty()).then_some((node, rest))
}

/// The nearest place of the dossier that a list of facts would come from, and what is missing below it.
fn input<'p>(scene: &Scene<'_>, path: &'p [Segment]) -> (NodeId, &'p [Segment]) {
    let held = (0..=path.len()).rev().find_map(|length| Some((scene.find(&path[..length])?, &path[length..])));
    held.unwrap_or((scene.bound.tree.root, path))
}

/// A record with so many fields gets a number, so that they can be named from there.
const MANY: usize = 3;

struct Walk<'s, 'a> {
    scene: &'s Scene<'a>,
    answers: Answers<'a>,
    /// The name of the present place, from the place around it that has a number.
    name: String,
    around: Option<u32>,
    /// Whether the walk is inside the register of documents, which a report tells by itself.
    registered: bool,
}

impl<'a> Walk<'_, 'a> {
    fn add(&mut self, node: NodeId, given: Given<'a>) -> u32 {
        let number = self.answers.entries.len() as u32;
        let from = self.answers.names.len();
        self.answers.names.push_str(&self.name);
        self.answers.entries.push(Entry { node, given, around: self.around, name: from..self.answers.names.len() });
        number
    }

    fn put(&mut self, node: NodeId, given: Given<'a>) {
        self.answers.numbers[node.index() as usize] = self.add(node, given);
    }

    fn wanted(&self, node: NodeId) -> bool {
        self.answers.numbers[node.index() as usize] == WANTED
    }

    fn visit(&mut self, node: NodeId) {
        let bound = self.scene.bound;
        match (bound.place(node), bound.state(node)) {
            (_, State::None(why)) => self.put(node, Given::None(why)),
            (_, State::NotApplicable(why)) => self.put(node, Given::NotApplicable(why)),
            (Place::Leaf(leaf), state) => {
                let value = if let State::Said(value) = state { Some(value) } else { None };
                if !self.registered || self.wanted(node) {
                    self.put(node, Given::Leaf(leaf, value));
                }
            }
            (Place::List(_), _) => self.section(node, self.wanted(node)),
            (Place::Table(_) | Place::Record(_), _) => {
                let entries = bound.tree.entries(node);
                let says = entries.iter().any(|(_, value)| self.provenance(node, *value));
                let many = entries.len() >= MANY && !self.registered;
                self.section(node, says || many || self.wanted(node));
            }
            (Place::Inside, _) => {}
        }
    }

    /// What stands in a record, a list or a table, which gets a number itself where that is worth it.
    fn section(&mut self, node: NodeId, numbered: bool) {
        if !numbered {
            return self.children(node);
        }
        self.put(node, Given::Section);
        let around = self.around.replace(self.answers.numbers[node.index() as usize]);
        let name = std::mem::take(&mut self.name);
        self.children(node);
        (self.around, self.name) = (around, name);
    }

    fn children(&mut self, node: NodeId) {
        let bound = self.scene.bound;
        for (key, value) in bound.tree.entries(node) {
            if self.provenance(node, *value) {
                continue;
            }
            let key = bound.tree.text(*key).unwrap_or_default();
            let root = node == bound.tree.root;
            self.registered |= root && key == "evidence";
            self.below(*value, |name| {
                if !name.is_empty() {
                    name.push('.');
                }
                name.push_str(key);
            });
            self.registered &= !root;
        }
        for (at, member) in bound.tree.members(node).iter().enumerate() {
            self.below(*member, |name| match bound.name_of_member(*member) {
                Some(key) => name.extend(["[", key, "]"]),
                None => name.extend(["[", &at.to_string(), "]"]),
            });
        }
    }

    fn below(&mut self, node: NodeId, step: impl FnOnce(&mut String)) {
        let length = self.name.len();
        step(&mut self.name);
        self.visit(node);
        self.name.truncate(length);
    }

    /// Whether an entry says where the record comes from, and is no field of it.
    fn provenance(&self, record: NodeId, value: NodeId) -> bool {
        let bound = self.scene.bound;
        matches!(bound.place(record), Place::Record(_)) && bound.field(value).is_none()
    }

    /// What something refers to inside an answer.
    fn inside(&mut self) {
        let bound = self.scene.bound;
        for node in bound.nodes().filter(|node| *node != bound.tree.root) {
            if self.wanted(node) {
                let whole = self.scene.path(node);
                let around = bound.chain(node).find_map(|at| Some((self.answers.number(at)?, self.scene.path(at).len())));
                self.around = around.map(|(number, _)| number);
                self.name = write_path(&whole[around.map_or(0, |(_, length)| length)..]);
                self.put(node, Given::Inside);
            }
        }
    }

    fn add_missing(&mut self, node: NodeId, segments: &'a [Segment]) {
        let number = self.answers.entries.len() as u32;
        match self.answers.missing.entry((node, segments)) {
            Held::Occupied(_) => return,
            Held::Vacant(free) => free.insert(number),
        };
        self.around = self.answers.number(node);
        self.name.clear();
        for segment in segments {
            match segment {
                Segment::Field(name) => {
                    if !self.name.is_empty() {
                        self.name.push('.');
                    }
                    self.name.push_str(name);
                }
                Segment::Member(key) => self.name.extend(["[", key, "]"]),
            }
        }
        self.add(node, Given::Missing);
    }
}
