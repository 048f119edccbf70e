//! Walks a tree with the declarations, once: binds every node to its place and collects every mistake, each with its place.

use std::collections::{BTreeMap, BTreeSet};

use super::bound::{Bound, Place, State};
use super::facets::Facets;
use super::mistakes::{Mistakes, Step, found, head, short};
use super::relations::{form, relations};
use super::scalar::Values;
use crate::fields::{Field, LeafShape, Record, Scalar, Schema, Shape};
use crate::terms::Keeper;
use crate::text::{Diagnostic, Kind, NodeId, Span, Tree, placeholder, unanswered};

/// What the walk found.
pub(super) struct Walked<'b> {
    /// The bound tree.
    pub bound: Bound<'b>,
    /// Ids that must name a member of a list: the list's path, and each place where one is named.
    pub references: Vec<(&'b str, NodeId)>,
    /// The mistakes, at most as many as asked for.
    pub mistakes: Vec<Diagnostic>,
}

/// Walks a tree that may hold the fields of one keeper, where these ids are registered under `evidence`.
pub(super) fn bind<'b>(tree: Tree, schema: &'b Schema, registered: &BTreeSet<String>, keeper: Keeper, most: usize) -> Walked<'b> {
    let mut walk = Walk {
        tree: &tree,
        schema,
        values: Values { tree: &tree, registered },
        keeper,
        facets: Facets::new(&tree),
        references: Vec::new(),
        mistakes: Mistakes::new(most),
    };
    walk.record(tree.root, &schema.root);
    let Walk { facets: Facets { nodes, slots }, references, mistakes, .. } = walk;
    let mistakes = mistakes.sorted();
    Walked { bound: Bound { tree, facets: nodes, slots }, references, mistakes }
}

struct Walk<'t, 'b> {
    tree: &'t Tree,
    schema: &'b Schema,
    values: Values<'t>,
    keeper: Keeper,
    facets: Facets<'b>,
    references: Vec<(&'b str, NodeId)>,
    mistakes: Mistakes<'t>,
}

impl<'t, 'b> Walk<'t, 'b> {
    fn shape(&mut self, node: NodeId, shape: &'b Shape) {
        match shape {
            Shape::Record(record) => self.record(node, record),
            Shape::List(record) => self.list(node, record),
            Shape::Table(inner) => self.table(node, inner),
            Shape::Leaf(leaf) => self.leaf(node, leaf),
        }
    }

    /// Binds a node that holds no answer of its own to its place; whether there is anything to look at below it.
    fn enter(&mut self, node: NodeId, place: Place<'b>, expected: fn(Kind<'_>) -> bool) -> bool {
        let tree = self.tree;
        let said = State::Said(node);
        let state = if unanswered(tree, node) { State::Unsaid } else { form(tree, node, &mut self.mistakes).unwrap_or(said) };
        let facet = self.facets.of(node);
        (facet.place, facet.state) = (place, state);
        let fits = expected(tree.kind(node));
        if state == said && !fits {
            self.misplaced(node, place);
        }
        if state != said || !fits {
            self.facets.hang_inside(tree, node);
        }
        state == said && fits
    }

    /// A value of the wrong kind where a record, a list or a table is declared.
    fn misplaced(&mut self, node: NodeId, place: Place<'b>) {
        let tree = self.tree;
        self.mistakes.report(tree, node, |here| {
            let (at, found) = (here.place(), found(tree, node));
            match place {
                Place::Record(record) => {
                    let known: Vec<&str> = names(record, here.at_root()).collect();
                    (format!("expected fields of {at}, found {found}"), Some(format!("its fields are: {}", known.join(", "))))
                }
                Place::List(_) => {
                    (format!("expected a list, found {found}"), Some("write each member on its own line after `- `".to_string()))
                }
                _ => (format!("expected entries of {at}, found {found}"), None),
            }
        });
    }

    fn record(&mut self, node: NodeId, record: &'b Record) {
        let first = self.facets.open(node, record);
        if !self.enter(node, Place::Record(record), |kind| matches!(kind, Kind::Map(_))) {
            return;
        }
        let (tree, mut next) = (self.tree, 0);
        for (key, value) in tree.entries(node) {
            let name = tree.text(*key).unwrap_or_default();
            self.facets.hang(*value, node, Some(*key));
            match record.position_from(next, name).filter(|_| name != "facts" || !self.mistakes.at_root()) {
                Some(index) => {
                    next = index + 1;
                    self.facets.slots[first + index] = Some(*value);
                    self.field(*key, *value, name, &record.fields[index]);
                }
                None if self.schema.provenance.field(name).is_some() && !self.mistakes.at_root() => self.provenance(*key, *value, name),
                None => self.unknown(*key, *value, name, record),
            }
        }
        relations(tree, record, &self.facets.slots[first..first + record.fields.len()], &mut self.mistakes);
    }

    fn field(&mut self, key: NodeId, value: NodeId, name: &'t str, field: &'b Field) {
        self.facets.of(value).field = Some(field);
        self.mistakes.enter(Step::Name(name));
        self.kept(key, value, field);
        self.shape(value, &field.shape);
        self.refers(value, field);
        self.mistakes.leave();
    }

    fn unknown(&mut self, key: NodeId, value: NodeId, name: &str, record: &'b Record) {
        self.facets.hang_inside(self.tree, value);
        let tree = self.tree;
        self.mistakes.add(|here| {
            let renamed = record.fields.iter().find(|field| field.formerly.iter().any(|held| held == name));
            let message = match renamed {
                Some(field) => format!("`{}` is now called `{}`", short(name), field.name),
                None => format!("`{}` is not a field of {}", short(name), here.place()),
            };
            let mistake = Diagnostic::new(message, tree.span(key), here.label());
            match (renamed, name) {
                (Some(field), _) => mistake.help(format!("write `{}`", field.name)),
                (None, "extra") if here.at_root() => mistake.help("a pack declares the fields under `extra`: name it with `--pack`"),
                (None, _) => mistake.spelling(name, names(record, here.at_root())),
            }
        });
    }

    fn list(&mut self, node: NodeId, record: &'b Record) {
        if !self.enter(node, Place::List(record), |kind| matches!(kind, Kind::List(_))) {
            return;
        }
        let tree = self.tree;
        let mut seen: BTreeMap<(&str, &str), Span> = BTreeMap::new();
        for (index, member) in tree.members(node).iter().enumerate() {
            self.facets.hang_member(*member, node, index);
            let said = tree.member_key(*member, record.key());
            self.mistakes.enter(said.map_or(Step::Index(index), Step::Member));
            self.record(*member, record);
            self.member(*member, record, said, &mut seen);
            self.mistakes.leave();
        }
    }

    /// Each member of a list says its key, and no two say the same.
    fn member(&mut self, member: NodeId, record: &Record, said: Option<&'t str>, seen: &mut BTreeMap<(&'t str, &'t str), Span>) {
        let tree = self.tree;
        if !matches!(tree.kind(member), Kind::Map(_)) {
            return;
        }
        let key = record.key();
        let at = tree.child(member, key).map_or_else(|| head(tree, member), |value| tree.span(value));
        let Some(said) = said.filter(|said| !placeholder(said)) else {
            return self.mistakes.add(|here| {
                let message = format!("this member of the list does not say its `{key}`");
                let help = format!("add `{key}:`; members of this list are told apart by it");
                Diagnostic::new(message, at, here.label()).help(help)
            });
        };
        let also = record.also.as_deref().and_then(|also| tree.member_key(member, also)).unwrap_or_default();
        if let Some(first) = seen.insert((said, also), at) {
            self.mistakes.add(|_| {
                let message = format!("two members of this list have the same `{key}`, `{}`", short(said));
                let mistake = Diagnostic::new(message, at, "again here").related(first, "first here");
                mistake.help("give each member a name of its own")
            });
        }
    }

    fn table(&mut self, node: NodeId, inner: &'b Shape) {
        if !self.enter(node, Place::Table(inner), |kind| matches!(kind, Kind::Map(_))) {
            return;
        }
        for (key, value) in self.tree.entries(node) {
            self.facets.hang(*value, node, Some(*key));
            self.mistakes.enter(Step::Member(self.tree.text(*key).unwrap_or_default()));
            self.shape(*value, inner);
            self.mistakes.leave();
        }
    }

    fn leaf(&mut self, node: NodeId, leaf: &'b LeafShape) {
        self.facets.of(node).place = Place::Leaf(leaf);
        let tree = self.tree;
        if unanswered(tree, node) {
            return self.facets.hang_inside(tree, node);
        }
        if !matches!(tree.kind(node), Kind::Map(_)) {
            return self.bare(node, leaf);
        }
        if let Some(form) = form(tree, node, &mut self.mistakes) {
            self.facets.of(node).state = form;
            return self.facets.hang_inside(tree, node);
        }
        for (key, value) in tree.entries(node) {
            let name = tree.text(*key).unwrap_or_default();
            self.facets.hang(*value, node, Some(*key));
            if name == leaf.key {
                if !unanswered(tree, *value) {
                    self.facets.of(node).state = State::Said(*value);
                }
                self.inside(*value, name, |walk| walk.values.value(*value, leaf, &mut walk.mistakes));
            } else if name == "says" {
                self.inside(*value, name, |walk| walk.values.words(*value, &mut walk.mistakes));
            } else if self.schema.provenance.field(name).is_some() {
                self.provenance(*key, *value, name);
            } else {
                self.inside(*value, name, |_| {});
                self.mistakes.add(|here| {
                    let message = format!("`{}` does not belong to an answer", short(name));
                    let known = [leaf.key, "says", "evidence", "by", "on", "reviewed", "none", "not_applicable"];
                    Diagnostic::new(message, tree.span(*key), here.label()).spelling(name, known)
                });
            }
        }
    }

    /// An answer that is its own value; a judgement in bare words says something and judges nothing.
    fn bare(&mut self, node: NodeId, leaf: &'b LeafShape) {
        self.facets.hang_inside(self.tree, node);
        if leaf.key != "judged" {
            self.facets.of(node).state = State::Said(node);
        } else if self.tree.text(node).is_some() {
            return;
        }
        self.values.given(node, leaf, &mut self.mistakes);
    }

    /// Looks at what stands inside an answer, under a step of its own.
    fn inside(&mut self, node: NodeId, name: &'t str, look: impl FnOnce(&mut Self)) {
        self.facets.hang_inside(self.tree, node);
        self.mistakes.enter(Step::Name(name));
        look(self);
        self.mistakes.leave();
    }

    /// `evidence`, `by`, `on` and `reviewed`, which say where an answer comes from.
    fn provenance(&mut self, key: NodeId, value: NodeId, name: &'t str) {
        let (tree, schema) = (self.tree, self.schema);
        let Some(field) = schema.provenance.field(name) else { return };
        if name == "reviewed" && self.keeper == Keeper::Supplier {
            return self.inside(value, name, |walk| {
                let help = "the adopter reviews; leave this to the adopter's own file";
                walk.mistakes.report(tree, key, |_| ("a supplier's file cannot hold the adopter's review".into(), Some(help.into())));
            });
        }
        match tree.text(value) {
            Some(one) if name == "evidence" && !placeholder(one) => {
                self.inside(value, name, |walk| walk.values.scalar(value, &Scalar::Evidence, &mut walk.mistakes));
            }
            _ => {
                self.mistakes.enter(Step::Name(name));
                self.shape(value, &field.shape);
                self.mistakes.leave();
            }
        }
    }

    /// Ids that a field holds, to be looked up once all is read.
    fn refers(&mut self, node: NodeId, field: &'b Field) {
        let (Some(list), State::Said(value)) = (field.relations.refers_to.as_deref(), self.facets.of(node).state) else { return };
        let tree = self.tree;
        let ids = std::iter::once(value).chain(tree.members(value).iter().copied());
        let named = ids.filter(|id| tree.text(*id).is_some() && !unanswered(tree, *id));
        self.references.extend(named.map(|id| (list, id)));
    }

    /// A supplier's file holds no field that the adopter keeps.
    fn kept(&mut self, key: NodeId, value: NodeId, field: &Field) {
        let leaf = matches!(field.shape, Shape::Leaf(_));
        if self.keeper == Keeper::Supplier && leaf && field.keeper == Keeper::Adopter && !unanswered(self.tree, value) {
            let help = "move it to the adopter's file; this one says `kept_by: supplier`";
            self.mistakes.report(self.tree, key, |_| ("a supplier's file cannot answer for the adopter".into(), Some(help.into())));
        }
    }
}

/// The fields that may be written; the facts, at the root, are the program's own.
fn names(record: &Record, root: bool) -> impl Iterator<Item = &str> + Clone {
    record.names().filter(move |name| !root || *name != "facts")
}
