//! Walks a tree with the declarations, once: binds every node to its place and collects every mistake, each with its place.

use std::collections::{BTreeSet, HashMap};

use super::bound::{Bound, Facet, Place, State};
use super::scalar::refuses;
use crate::fields::{Field, LeafShape, Record, Scalar, Schema, Shape};
use crate::terms::Keeper;
use crate::text::{Diagnostic, Kind, NodeId, Span, Tree, placeholder, unanswered, visible_line};

/// What the walk found.
pub(super) struct Walked<'b> {
    /// The bound tree.
    pub bound: Bound<'b>,
    /// Ids that must name a member of a list: the list's path, and each place where one is named.
    pub references: Vec<(&'b str, NodeId)>,
    /// The mistakes, at most as many as asked for.
    pub mistakes: Vec<Diagnostic>,
}

/// Walks a tree. `keepers` says for each file whose fields it may hold.
pub(super) fn bind<'b>(tree: Tree, schema: &'b Schema, keepers: &[Keeper], most: usize) -> Walked<'b> {
    let registered: BTreeSet<&str> = registered(&tree);
    let facets = vec![Facet::default(); tree.len()];
    let mut walk =
        Walk { tree: &tree, schema, registered, keepers, most, path: Vec::new(), facets, slots: Vec::new(), found: Found::default() };
    walk.record(tree.root, &schema.root);
    let Walk { facets, slots, found: Found { mut mistakes, references }, .. } = walk;
    mistakes.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
    mistakes.dedup_by(|a, b| a.span == b.span && a.message == b.message);
    Walked { bound: Bound { tree, facets, slots }, references, mistakes }
}

/// The ids that are registered under `evidence`.
fn registered(tree: &Tree) -> BTreeSet<&str> {
    let register = tree.child(tree.root, "evidence");
    register.map_or(&[][..], |register| tree.entries(register)).iter().filter_map(|(key, _)| tree.text(*key)).collect()
}

#[derive(Default)]
struct Found<'b> {
    mistakes: Vec<Diagnostic>,
    references: Vec<(&'b str, NodeId)>,
}

/// One step of the path that a message names.
#[derive(Clone, Copy)]
enum Step<'t> {
    Name(&'t str),
    Member(&'t str),
    Index(usize),
}

struct Walk<'t, 'b> {
    tree: &'t Tree,
    schema: &'b Schema,
    registered: BTreeSet<&'t str>,
    keepers: &'t [Keeper],
    most: usize,
    path: Vec<Step<'t>>,
    facets: Vec<Facet<'b>>,
    slots: Vec<Option<NodeId>>,
    found: Found<'b>,
}

impl<'t, 'b> Walk<'t, 'b> {
    fn facet(&mut self, node: NodeId) -> &mut Facet<'b> {
        &mut self.facets[node.index() as usize]
    }

    fn hang(&mut self, node: NodeId, parent: NodeId, key: Option<NodeId>) {
        let facet = self.facet(node);
        (facet.parent, facet.key) = (Some(parent), key);
    }

    fn shape(&mut self, node: NodeId, shape: &'b Shape) {
        match shape {
            Shape::Record(record) => self.record(node, record),
            Shape::List(record) => self.list(node, record),
            Shape::Table(inner) => self.table(node, inner),
            Shape::Leaf(leaf) => self.leaf(node, leaf),
        }
    }

    /// The state of a place that holds no answer of its own: nothing, an honest none, or what stands there.
    fn enter(&mut self, node: NodeId, place: Place<'b>) -> State {
        let state = if unanswered(self.tree, node) { State::Unsaid } else { self.form(node).unwrap_or(State::Said(node)) };
        let facet = self.facet(node);
        (facet.place, facet.state) = (place, state);
        if state != State::Said(node) {
            self.hang_inside(node);
        }
        state
    }

    fn record(&mut self, node: NodeId, record: &'b Record) {
        let slots = self.slots.len();
        self.slots.resize(slots + record.fields.len(), None);
        self.facet(node).slots = slots as u32;
        if self.enter(node, Place::Record(record)) != State::Said(node) {
            return;
        }
        let tree = self.tree;
        if !matches!(tree.kind(node), Kind::Map(_)) {
            let known: Vec<&str> = self.names(record).collect();
            let help = format!("its fields are: {}", known.join(", "));
            self.hang_inside(node);
            return self.report(format!("expected fields of {}, found {}", self.place(), found(tree, node)), node, Some(help));
        }
        for (key, value) in tree.entries(node) {
            let name = tree.text(*key).unwrap_or_default();
            self.hang(*value, node, Some(*key));
            match record.position(name).filter(|_| name != "facts" || !self.at_root()) {
                Some(index) => {
                    let field = &record.fields[index];
                    self.slots[slots + index] = Some(*value);
                    self.facet(*value).field = Some(field);
                    self.path.push(Step::Name(name));
                    self.kept(*key, *value, field);
                    self.shape(*value, &field.shape);
                    self.refers(*value, field);
                    self.path.pop();
                }
                None if self.schema.provenance.field(name).is_some() && !self.at_root() => self.provenance(*key, *value, name),
                None => self.unknown(*key, *value, name, record),
            }
        }
        self.relations(node, record);
    }

    fn at_root(&self) -> bool {
        self.path.is_empty()
    }

    fn names<'r>(&self, record: &'r Record) -> impl Iterator<Item = &'r str> + Clone + use<'r> {
        let root = self.at_root();
        record.names().filter(move |name| !root || *name != "facts")
    }

    fn unknown(&mut self, key: NodeId, value: NodeId, name: &str, record: &'b Record) {
        self.hang_inside(value);
        if self.full() {
            return;
        }
        if let Some(field) = record.fields.iter().find(|field| field.formerly.iter().any(|held| held == name)) {
            let message = format!("`{}` is now called `{}`", visible_line(name), field.name);
            let mistake = Diagnostic::new(message, self.tree.span(key), self.label());
            return self.push(mistake.help(format!("write `{}`", field.name)));
        }
        let message = format!("`{}` is not a field of {}", visible_line(name), self.place());
        let mistake = Diagnostic::new(message, self.tree.span(key), self.label());
        self.push(match name {
            "extra" if self.at_root() => mistake.help("a pack declares the fields under `extra`: name it with `--pack`"),
            _ => mistake.spelling(name, self.names(record)),
        });
    }

    fn list(&mut self, node: NodeId, record: &'b Record) {
        if self.enter(node, Place::List(record)) != State::Said(node) {
            return;
        }
        let tree = self.tree;
        if !matches!(tree.kind(node), Kind::List(_)) {
            let help = "write each member on its own line after `- `".to_string();
            self.hang_inside(node);
            return self.report(format!("expected a list, found {}", found(tree, node)), node, Some(help));
        }
        let mut seen: HashMap<(&str, &str), Span> = HashMap::new();
        for (index, member) in tree.members(node).iter().enumerate() {
            self.hang(*member, node, None);
            let said = tree.member_key(*member, record.key());
            self.path.push(said.map_or(Step::Index(index), Step::Member));
            self.record(*member, record);
            self.member(*member, record, said, &mut seen);
            self.path.pop();
        }
    }

    /// Each member of a list says its key, and no two say the same.
    fn member(&mut self, member: NodeId, record: &Record, said: Option<&'t str>, seen: &mut HashMap<(&'t str, &'t str), Span>) {
        let tree = self.tree;
        if !matches!(tree.kind(member), Kind::Map(_)) {
            return;
        }
        let key = record.key();
        let at = tree.child(member, key).map_or_else(|| self.head(member), |value| tree.span(value));
        let Some(said) = said.filter(|said| !placeholder(said)) else {
            let message = format!("this member of the list does not say its `{key}`");
            let help = format!("add `{key}:`; members of this list are told apart by it");
            return self.push(Diagnostic::new(message, at, self.label()).help(help));
        };
        let also = record.also.as_deref().and_then(|also| tree.member_key(member, also)).unwrap_or_default();
        if let Some(first) = seen.insert((said, also), at) {
            let message = format!("two members of this list have the same `{key}`, `{}`", visible_line(said));
            let mistake = Diagnostic::new(message, at, "again here").related(first, "first here");
            self.push(mistake.help("give each member a name of its own"));
        }
    }

    fn table(&mut self, node: NodeId, inner: &'b Shape) {
        if self.enter(node, Place::Table(inner)) != State::Said(node) {
            return;
        }
        let tree = self.tree;
        if !matches!(tree.kind(node), Kind::Map(_)) {
            self.hang_inside(node);
            return self.report(format!("expected entries of {}, found {}", self.place(), found(tree, node)), node, None);
        }
        for (key, value) in tree.entries(node) {
            self.hang(*value, node, Some(*key));
            self.path.push(Step::Member(tree.text(*key).unwrap_or_default()));
            self.shape(*value, inner);
            self.path.pop();
        }
    }

    fn leaf(&mut self, node: NodeId, leaf: &'b LeafShape) {
        self.facet(node).place = Place::Leaf(leaf);
        let tree = self.tree;
        if unanswered(tree, node) {
            return self.hang_inside(node);
        }
        if !matches!(tree.kind(node), Kind::Map(_)) {
            self.hang_inside(node);
            if leaf.key != "judged" {
                self.facet(node).state = State::Said(node);
            } else if tree.text(node).is_some() {
                return;
            }
            return self.value(node, leaf);
        }
        if let Some(form) = self.form(node) {
            self.facet(node).state = form;
            return self.hang_inside(node);
        }
        for (key, value) in tree.entries(node) {
            let name = tree.text(*key).unwrap_or_default();
            self.hang(*value, node, Some(*key));
            if name == leaf.key {
                if !unanswered(tree, *value) {
                    self.facet(node).state = State::Said(*value);
                }
                self.inside(*value, name, |walk| walk.value(*value, leaf));
            } else if name == "says" {
                self.inside(*value, name, |walk| walk.scalar(*value, &Scalar::Text));
            } else if self.schema.provenance.field(name).is_some() {
                self.provenance(*key, *value, name);
            } else {
                self.hang_inside(*value);
                let message = format!("`{}` does not belong to an answer", visible_line(name));
                let known = [leaf.key, "says", "evidence", "by", "on", "reviewed", "none", "not_applicable"];
                self.push(Diagnostic::new(message, tree.span(*key), self.label()).spelling(name, known));
            }
        }
    }

    /// Looks at what stands inside an answer, under a step of its own.
    fn inside(&mut self, node: NodeId, name: &'t str, look: impl FnOnce(&mut Self)) {
        self.hang_inside(node);
        self.path.push(Step::Name(name));
        look(self);
        self.path.pop();
    }

    /// `evidence`, `by`, `on` and `reviewed`, which say where an answer comes from.
    fn provenance(&mut self, key: NodeId, value: NodeId, name: &'t str) {
        let schema = self.schema;
        let Some(field) = schema.provenance.field(name) else { return };
        self.path.push(Step::Name(name));
        if name == "reviewed" && self.keeper(key) == Keeper::Supplier {
            let help = "the adopter reviews; leave this to the adopter's own file";
            self.report("a supplier's file cannot hold the adopter's review".into(), key, Some(help.into()));
            self.hang_inside(value);
        } else {
            match self.tree.text(value) {
                Some(one) if name == "evidence" && !placeholder(one) => {
                    self.hang_inside(value);
                    self.scalar(value, &Scalar::Evidence);
                }
                _ => self.shape(value, &field.shape),
            }
        }
        self.path.pop();
    }

    fn value(&mut self, node: NodeId, leaf: &LeafShape) {
        if unanswered(self.tree, node) {
            return;
        }
        if !leaf.many {
            return self.scalar(node, &leaf.scalar);
        }
        let tree = self.tree;
        match tree.kind(node) {
            Kind::List(members) => {
                for (index, member) in members.iter().enumerate() {
                    self.path.push(Step::Index(index));
                    self.scalar(*member, &leaf.scalar);
                    self.path.pop();
                }
            }
            Kind::Scalar { text, .. } => {
                let help = format!("write `[{}]`", visible_line(text));
                self.report("expected a list, found one value".into(), node, Some(help));
            }
            Kind::Map(_) => self.report(format!("expected a list, found {}", found(tree, node)), node, None),
        }
    }

    fn scalar(&mut self, node: NodeId, scalar: &Scalar) {
        let tree = self.tree;
        let Kind::Scalar { text, plain } = tree.kind(node) else {
            return self.report(format!("expected {}, found {}", scalar.expected(), found(tree, node)), node, None);
        };
        if unanswered(tree, node) {
            return;
        }
        if *scalar == Scalar::Evidence {
            return self.registered(node, text);
        }
        let Some(help) = refuses(scalar, text, *plain) else { return };
        if self.full() {
            return;
        }
        let mistake = Diagnostic::new(format!("{} is not {}", quoted(text), scalar.expected()), tree.span(node), self.label());
        self.push(match (scalar, help) {
            (Scalar::Choice(words), _) => mistake.spelling(text, words.iter().map(|(word, _)| word.as_str())),
            (_, Some(help)) => mistake.help(help),
            (_, None) => mistake,
        });
    }

    fn registered(&mut self, node: NodeId, id: &str) {
        if self.registered.contains(id) || self.full() {
            return;
        }
        let mistake = Diagnostic::new(format!("{} is not registered under `evidence`", quoted(id)), self.tree.span(node), self.label());
        self.push(match self.registered.is_empty() {
            true => mistake.help("add it to the section `evidence`"),
            false => mistake.spelling(id, near(self.registered.iter().copied())),
        });
    }

    /// Ids that a field holds, to be looked up once all is read.
    fn refers(&mut self, node: NodeId, field: &'b Field) {
        let (Some(list), State::Said(value)) = (field.relations.refers_to.as_deref(), self.facet(node).state) else { return };
        let tree = self.tree;
        let ids = std::iter::once(value).chain(tree.members(value).iter().copied());
        let named = ids.filter(|id| tree.text(*id).is_some() && !unanswered(tree, *id));
        self.found.references.extend(named.map(|id| (list, id)));
    }

    /// `{none: reason}` and `{not_applicable: reason}`; each stands alone and gives its reason.
    fn form(&mut self, node: NodeId) -> Option<State> {
        let tree = self.tree;
        let entries = tree.entries(node);
        let (key, reason) = entries.iter().copied().find(|(key, _)| matches!(tree.text(*key), Some("none" | "not_applicable")))?;
        let name = tree.text(key).unwrap_or_default();
        if entries.len() > 1 {
            let help = format!("keep `{name}` alone, or remove it");
            self.report(format!("`{name}` stands beside other values"), key, Some(help));
        }
        if unanswered(tree, reason) || tree.text(reason).is_none() {
            self.report(format!("`{name}` needs its reason, in words"), key, Some(format!("write `{{{name}: why}}`")));
        }
        // Where both stand, a none is what counts.
        match tree.child(node, "none") {
            Some(reason) => Some(State::None(reason)),
            None => Some(State::NotApplicable(reason)),
        }
    }

    /// Whose fields the file may hold in which a node stands.
    fn keeper(&self, node: NodeId) -> Keeper {
        self.keepers.get(usize::from(self.tree.span(node).file.0)).copied().unwrap_or(Keeper::Both)
    }

    /// A supplier's file holds no field that the adopter keeps.
    fn kept(&mut self, key: NodeId, value: NodeId, field: &Field) {
        let leaf = matches!(field.shape, Shape::Leaf(_));
        if leaf && field.keeper == Keeper::Adopter && self.keeper(key) == Keeper::Supplier && !unanswered(self.tree, value) {
            let help = "move it to the adopter's file; this one says `kept_by: supplier`";
            self.report("a supplier's file cannot answer for the adopter".into(), key, Some(help.into()));
        }
    }

    /// What the fields of a record say of each other: a number that must not be greater, what cannot stand beside a no.
    fn relations(&mut self, node: NodeId, record: &Record) {
        for field in &record.fields {
            for high in &field.relations.not_above {
                self.ordered(node, record, &field.name, high);
            }
            if let Some(denies) = &field.relations.denies {
                self.denied(node, &field.name, &denies.fields, &denies.says);
            }
        }
    }

    fn ordered(&mut self, node: NodeId, record: &Record, low: &str, high: &str) {
        let tree = self.tree;
        let (Some(first), Some(last)) = (tree.child(node, low), tree.child(node, high)) else { return };
        let (Some(a), Some(b)) = (tree.text(first), tree.text(last)) else { return };
        let dates = matches!(record.field(low).map(|field| &field.shape), Some(Shape::Leaf(leaf)) if leaf.scalar == Scalar::Date);
        let upside_down = match dates {
            true => matches!((crate::terms::parse_date(a), crate::terms::parse_date(b)), (Some(a), Some(b)) if a > b),
            false => matches!((a.parse::<f64>(), b.parse::<f64>()), (Ok(a), Ok(b)) if a > b),
        };
        if upside_down {
            let message = format!("`{low}` is greater than `{high}`");
            let mistake = Diagnostic::new(message, tree.span(first), "this one").related(tree.span(last), "and this one");
            self.push(mistake.help("one of the two is mistyped, or they are the wrong way round"));
        }
    }

    fn denied(&mut self, node: NodeId, no: &str, beside: &[String], says: &str) {
        let tree = self.tree;
        let said = tree.child(node, no).map(|at| tree.child(at, "is").unwrap_or(at)).filter(|at| tree.text(*at) == Some("false"));
        let Some(said) = said else { return };
        for given in beside.iter().filter_map(|name| tree.child(node, name)) {
            if !unanswered(tree, given) && tree.child(given, "none").is_none() {
                let mistake = Diagnostic::new(says, tree.span(given), "given here").related(tree.span(said), "denied here");
                self.push(mistake.help("keep one of the two"));
            }
        }
    }

    /// Binds what stands below a node to nothing but its parents.
    fn hang_inside(&mut self, node: NodeId) {
        let tree = self.tree;
        let mut below = vec![node];
        while let Some(at) = below.pop() {
            for (key, value) in tree.entries(at) {
                self.hang(*value, at, Some(*key));
                below.push(*value);
            }
            for member in tree.members(at) {
                self.hang(*member, at, None);
                below.push(*member);
            }
        }
    }

    fn full(&self) -> bool {
        self.found.mistakes.len() > self.most
    }

    fn push(&mut self, mistake: Diagnostic) {
        if !self.full() {
            self.found.mistakes.push(mistake);
        }
    }

    fn report(&mut self, message: String, node: NodeId, help: Option<String>) {
        let label = if self.at_root() { "here".into() } else { self.label() };
        let mut mistake = Diagnostic::new(message, self.head(node), label);
        mistake.help = help;
        self.push(mistake);
    }

    fn place(&self) -> String {
        if self.at_root() { "a dossier".into() } else { format!("`{}`", self.label()) }
    }

    fn label(&self) -> String {
        let mut label = String::new();
        for step in &self.path {
            match step {
                Step::Name(name) if label.is_empty() => label.push_str(name),
                Step::Name(name) => label.push_str(&format!(".{name}")),
                Step::Member(name) => label.push_str(&format!("[{}]", visible_line(name))),
                Step::Index(index) => label.push_str(&format!("[{index}]")),
            }
        }
        label
    }

    /// Where to point: the first key of a mapping rather than all of it.
    fn head(&self, node: NodeId) -> Span {
        match self.tree.entries(node).first() {
            Some((key, _)) => self.tree.span(*key),
            None => self.tree.span(node),
        }
    }
}

/// A value as a message quotes it: in one line, and no more than its beginning.
fn quoted(text: &str) -> String {
    format!("`{}`", visible_line(text).chars().take(60).collect::<String>())
}

/// A list of names too long to be read is not searched for spellings either; nor are names too long to be typed.
pub(super) fn near<'a>(known: impl Iterator<Item = &'a str> + Clone) -> impl Iterator<Item = &'a str> + Clone {
    let few = known.clone().nth(500).is_none();
    known.filter(move |name| few && name.len() <= 80)
}

fn found(tree: &Tree, node: NodeId) -> &'static str {
    match tree.kind(node) {
        Kind::List(_) => "a list",
        Kind::Map(_) => "fields",
        Kind::Scalar { .. } => "a single value",
    }
}
