//! A dossier as a tree that can be edited, taken by the program as it stands or written as text and read again.

use readiness::dossier::{Loaded, Unreadable};
use readiness::text::{Kind, Limits, NodeId, Segment, SourceFile, Sources, Tree, parse_path, parse_yaml};

use super::case;

/// One edit of a dossier.
#[derive(Debug, Clone)]
pub enum Edit {
    /// Puts what the YAML says at a path; where an answer stands there, its value is replaced and the rest of it stays.
    Set(String, String),
    /// Removes an entry or a member; nothing happens when it is not there.
    Remove(String),
}

impl Edit {
    pub fn set(path: impl Into<String>, to: impl ToString) -> Edit {
        Edit::Set(path.into(), to.to_string())
    }

    pub fn remove(path: impl Into<String>) -> Edit {
        Edit::Remove(path.into())
    }
}

/// An entry of a mapping somewhere in a dossier.
#[derive(Debug, Clone)]
pub struct Entry {
    map: NodeId,
    key: NodeId,
    /// Its path, with the indexes of members of lists, dotted.
    pub path: String,
}

/// A dossier that is being edited.
#[derive(Debug, Clone)]
pub struct Draft {
    sources: Sources,
    pub tree: Tree,
}

impl Draft {
    pub fn read(text: &str) -> Draft {
        let mut sources = Sources::default();
        let file = sources.add(SourceFile::new("dossier.yaml", text));
        let tree = parse_yaml(sources.file(file), file, Limits::default()).unwrap_or_else(|mistakes| panic!("{text}: {mistakes:?}"));
        Draft { sources, tree }
    }

    /// The dossier, taken as the tree it is.
    pub fn load(&self) -> Result<Loaded<'static>, Unreadable> {
        case().load_tree(self.sources.clone(), self.tree.clone(), Limits::default())
    }

    /// The dossier, written and read again.
    pub fn load_through_text(&self) -> Result<Loaded<'static>, Unreadable> {
        case().load(vec![("dossier.yaml".into(), self.text().into_bytes())], Limits::default())
    }

    pub fn edited<'e>(&self, edits: impl IntoIterator<Item = &'e Edit>) -> Draft {
        let mut draft = self.clone();
        edits.into_iter().for_each(|edit| draft.apply(edit));
        draft
    }

    /// Applies an edit; panics when its path leads nowhere it could.
    pub fn apply(&mut self, edit: &Edit) {
        match edit {
            Edit::Set(path, to) => self.set(path, to),
            Edit::Remove(path) => self.remove(path),
        }
    }

    fn set(&mut self, path: &str, to: &str) {
        let steps = parse_path(path).unwrap_or_else(|| panic!("{path} is not a path"));
        let mut at = self.tree.root;
        for (depth, step) in steps.iter().enumerate() {
            at = match step {
                Segment::Field(name) => self.open(at, name),
                Segment::Member(key) => self.member(at, &steps[..depth], key).unwrap_or_else(|| panic!("{path}: there is no member {key}")),
            };
        }
        let value = Draft::read(to).tree;
        let whole = matches!(value.kind(value.root), Kind::Map(_));
        let answer = ["judged", "is", "says"].iter().find_map(|key| self.tree.child(at, key));
        let at = answer.filter(|_| !whole).unwrap_or(at);
        let value = self.tree.absorb(value);
        self.tree.set_as(at, value);
    }

    /// The value of an entry, made if it is not there.
    fn open(&mut self, at: NodeId, name: &str) -> NodeId {
        if let Some(child) = self.tree.child(at, name) {
            return child;
        }
        let mut entries = self.tree.entries(at).to_vec();
        let span = self.tree.span(at);
        let (key, value) = [name, "null"].map(|text| self.tree.push(span, Kind::Scalar { text, plain: true })).into();
        entries.push((key, value));
        self.tree.set(at, Kind::Map(&entries));
        value
    }

    fn member(&self, at: NodeId, path: &[Segment], key: &str) -> Option<NodeId> {
        match self.tree.kind(at) {
            Kind::Map(_) => self.tree.child(at, key),
            _ => self.tree.member(at, super::book().schema.key_of(path), key),
        }
    }

    /// The node at a path.
    pub fn at(&self, path: &[Segment]) -> Option<NodeId> {
        path.iter().enumerate().try_fold(self.tree.root, |at, (depth, step)| match step {
            Segment::Field(name) => self.tree.child(at, name),
            Segment::Member(key) => self.member(at, &path[..depth], key),
        })
    }

    fn remove(&mut self, path: &str) {
        let steps = parse_path(path).unwrap_or_else(|| panic!("{path} is not a path"));
        let (last, above) = steps.split_last().expect("a path has a step");
        let (Some(around), Some(gone)) = (self.at(above), self.at(&steps)) else { return };
        match (self.tree.kind(around), last) {
            (Kind::Map(entries), _) => {
                let rest: Vec<_> = entries.iter().copied().filter(|(_, value)| *value != gone).collect();
                self.tree.set(around, Kind::Map(&rest));
            }
            (Kind::List(members), Segment::Member(_)) => {
                let rest: Vec<_> = members.iter().copied().filter(|member| *member != gone).collect();
                self.tree.set(around, Kind::List(&rest));
            }
            _ => {}
        }
    }

    /// Every entry of every mapping; of each list, those in its first `members`.
    pub fn entries(&self, members: usize) -> Vec<Entry> {
        let mut found = Vec::new();
        self.walk(self.tree.root, members, "", &mut found);
        found
    }

    fn walk(&self, at: NodeId, members: usize, above: &str, found: &mut Vec<Entry>) {
        let below = |step: &str| if above.is_empty() { step.to_string() } else { format!("{above}.{step}") };
        for (key, value) in self.tree.entries(at) {
            let path = below(self.tree.text(*key).unwrap_or_default());
            found.push(Entry { map: at, key: *key, path: path.clone() });
            self.walk(*value, members, &path, found);
        }
        for (index, member) in self.tree.members(at).iter().enumerate().take(members) {
            self.walk(*member, members, &below(&index.to_string()), found);
        }
    }

    /// The dossier without one of its entries.
    pub fn without(&self, entry: &Entry) -> Draft {
        let mut draft = self.clone();
        let rest: Vec<_> = draft.tree.entries(entry.map).iter().copied().filter(|(key, _)| *key != entry.key).collect();
        draft.tree.set(entry.map, Kind::Map(&rest));
        draft
    }

    /// The dossier with those of its sections alone.
    pub fn sections(&self, wanted: impl Fn(&str) -> bool) -> Draft {
        let mut draft = self.clone();
        let kept = |(key, _): &(NodeId, NodeId)| draft.tree.text(*key).is_some_and(&wanted);
        let rest: Vec<_> = draft.tree.entries(draft.tree.root).iter().copied().filter(kept).collect();
        draft.tree.set(draft.tree.root, Kind::Map(&rest));
        draft
    }

    /// Every registered document with the file it names.
    pub fn registered(&self) -> Vec<(String, String)> {
        let entries = self.tree.child(self.tree.root, "evidence").map_or(&[][..], |register| self.tree.entries(register));
        let row =
            |(key, item): &(NodeId, NodeId)| Some((self.tree.text(*key)?.to_string(), self.tree.child_text(*item, "file")?.to_string()));
        entries.iter().filter_map(row).collect()
    }

    /// The dossier as YAML: a section a line.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (key, value) in self.tree.entries(self.tree.root) {
            write(&self.tree, *key, &mut text);
            text.push_str(": ");
            write(&self.tree, *value, &mut text);
            text.push('\n');
        }
        text
    }
}

/// Writes a node in one line.
fn write(tree: &Tree, node: NodeId, text: &mut String) {
    match tree.kind(node) {
        Kind::Scalar { text: said, plain } => match plain && bare(said) {
            true => text.push_str(said),
            false => text.push_str(&serde_json::to_string(said).expect("text can be quoted")),
        },
        Kind::List(members) => {
            text.push('[');
            for (at, member) in members.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { ", " });
                write(tree, *member, text);
            }
            text.push(']');
        }
        Kind::Map(entries) => {
            text.push('{');
            for (at, (key, value)) in entries.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { ", " });
                write(tree, *key, text);
                text.push_str(": ");
                write(tree, *value, text);
            }
            text.push('}');
        }
    }
}

/// Whether an unquoted text can stand unquoted anywhere.
fn bare(said: &str) -> bool {
    said.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '~')
        && said.chars().all(|c| c.is_ascii_alphanumeric() || "._+-~".contains(c))
}
