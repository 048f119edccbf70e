//! Which file of `src` uses which: every path, imported or written in place, is followed to the file that defines what it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Item, UseTree, Visibility};

/// The steps of a module from the root of the crate.
type ModulePath = Vec<String>;

/// An import: the name it has here (none for all of a module), what it names, and whether others may take it from here.
struct Import {
    name: Option<String>,
    path: Vec<String>,
    passed_on: bool,
}

/// A module: what it defines, what it imports, and the words of its code.
#[derive(Default)]
struct Module {
    file: String,
    children: BTreeSet<String>,
    items: BTreeSet<String>,
    imports: Vec<Import>,
    code: TokenStream,
}

/// What a path leads to.
#[derive(PartialEq)]
enum Target {
    Module(ModulePath),
    File(String),
}

/// An edge and the names it is made of.
pub type Edges = BTreeMap<(String, String), BTreeSet<String>>;

/// The modules of the crate.
#[derive(Default)]
pub struct Graph {
    modules: BTreeMap<ModulePath, Module>,
    macros: BTreeMap<String, String>,
}

impl Graph {
    /// Reads the crate from its outermost file.
    pub fn of(src: &Path) -> Graph {
        let mut graph = Graph::default();
        graph.file(src, "lib.rs", Vec::new());
        graph
    }

    fn file(&mut self, src: &Path, file: &str, path: ModulePath) {
        let text = fs::read_to_string(src.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        self.module(src, file, path, parsed.items);
    }

    fn module(&mut self, src: &Path, file: &str, path: ModulePath, items: Vec<Item>) {
        let mut module = Module { file: file.into(), ..Module::default() };
        for item in items.into_iter().filter(|item| !only_for_tests(attributes(item))) {
            match item {
                Item::Mod(inner) => {
                    let name = inner.ident.to_string();
                    let below = [path.clone(), vec![name.clone()]].concat();
                    module.children.insert(name);
                    match inner.content {
                        Some((_, items)) => self.module(src, file, below, items),
                        None => self.file(src, &file_of(src, &below), below),
                    }
                }
                Item::Use(one) => {
                    let passed_on = !matches!(one.vis, Visibility::Inherited);
                    flatten(&one.tree, &mut Vec::new(), &mut |name, path| module.imports.push(Import { name, path, passed_on }));
                }
                Item::Macro(one) => {
                    if let Some(name) = &one.ident {
                        self.macros.insert(name.to_string(), file.into());
                        module.items.insert(name.to_string());
                    }
                    one.to_tokens(&mut module.code);
                    made_by_macro(&one, &mut module.items);
                }
                other => {
                    module.items.extend(defined(&other));
                    other.to_tokens(&mut module.code);
                }
            }
        }
        self.modules.insert(path, module);
    }

    /// Every edge from one file to another.
    pub fn edges(&self) -> Edges {
        let mut edges = Edges::new();
        for (path, module) in &self.modules {
            let mut used: Vec<Vec<String>> = module
                .imports
                .iter()
                .filter(|import| !import.passed_on && import.name.is_some())
                .map(|import| import.path.clone())
                .collect();
            paths(module.code.clone(), &mut used, &mut |name| {
                if let Some(file) = self.macros.get(name).filter(|file| **file != module.file) {
                    edges.entry((module.file.clone(), file.clone())).or_default().insert(format!("{name}!"));
                }
            });
            for named in used {
                match self.resolve(path, &named, 0) {
                    Some(target) => {
                        let file = self.file_of(target);
                        if file != module.file {
                            edges.entry((module.file.clone(), file)).or_default().insert(named.join("::"));
                        }
                    }
                    None => {
                        let ours = ["crate", "super"].contains(&named[0].as_str());
                        assert!(!ours, "{}: `{}` leads nowhere that can be found", module.file, named.join("::"));
                    }
                }
            }
        }
        edges
    }

    fn file_of(&self, target: Target) -> String {
        match target {
            Target::File(file) => file,
            Target::Module(path) => self.modules[&path].file.clone(),
        }
    }

    /// Follows a path from a module, through whatever passes a name on; `depth` ends circles of imports.
    fn resolve(&self, from: &[String], path: &[String], depth: usize) -> Option<Target> {
        let mut at = from.to_vec();
        let mut rest = path;
        let mut first = true;
        while let Some((step, after)) = rest.split_first() {
            match step.as_str() {
                "crate" if first => at.clear(),
                "self" if first => {}
                "super" => drop(at.pop()),
                name => match self.name(&at, name, depth)? {
                    Target::Module(inner) => at = inner,
                    file => return Some(file),
                },
            }
            rest = after;
            first = false;
        }
        Some(Target::Module(at))
    }

    /// What a name means in a module: a module below it, what it defines, or what it imports.
    fn name(&self, at: &[String], name: &str, depth: usize) -> Option<Target> {
        let module = self.modules.get(at)?;
        if module.children.contains(name) {
            return Some(Target::Module([at, &[name.to_string()]].concat()));
        }
        if module.items.contains(name) {
            return Some(Target::File(module.file.clone()));
        }
        if depth > 16 {
            return None;
        }
        let named = module.imports.iter().filter(|import| import.name.as_deref() == Some(name));
        let found = named.filter(|import| import.path != [name]).find_map(|import| self.resolve(at, &import.path, depth + 1));
        let globs = || module.imports.iter().filter(|import| import.name.is_none());
        found.or_else(|| {
            globs().find_map(|glob| match self.resolve(at, &glob.path, depth + 1)? {
                Target::Module(inner) if inner != at => self.name(&inner, name, depth + 1),
                _ => None,
            })
        })
    }
}

/// The file of a module that has one of its own.
fn file_of(src: &Path, path: &[String]) -> String {
    let alone = format!("{}.rs", path.join("/"));
    if src.join(&alone).is_file() { alone } else { format!("{}/mod.rs", path.join("/")) }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Mod(one) => &one.attrs,
        Item::Fn(one) => &one.attrs,
        Item::Use(one) => &one.attrs,
        Item::Impl(one) => &one.attrs,
        Item::Struct(one) => &one.attrs,
        Item::Const(one) => &one.attrs,
        _ => &[],
    }
}

fn only_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|one| one.path().is_ident("cfg") && one.meta.to_token_stream().to_string().contains("test"))
}

/// The name that an item gives to its module.
fn defined(item: &Item) -> Option<String> {
    Some(match item {
        Item::Const(one) => one.ident.to_string(),
        Item::Enum(one) => one.ident.to_string(),
        Item::Fn(one) => one.sig.ident.to_string(),
        Item::Static(one) => one.ident.to_string(),
        Item::Struct(one) => one.ident.to_string(),
        Item::Trait(one) => one.ident.to_string(),
        Item::Type(one) => one.ident.to_string(),
        Item::Union(one) => one.ident.to_string(),
        _ => return None,
    })
}

/// The names of the types that a macro declares: what follows `enum`, `struct`, `fn`, or stands first before a brace.
fn made_by_macro(one: &syn::ItemMacro, items: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = one.mac.tokens.clone().into_iter().collect();
    for pair in tokens.windows(2) {
        if let (TokenTree::Ident(_), TokenTree::Ident(name)) = (&pair[0], &pair[1]) {
            items.insert(name.to_string());
        }
    }
    let names = tokens.iter().zip(tokens.iter().skip(1)).filter_map(|pair| match pair {
        (TokenTree::Ident(name), TokenTree::Group(_) | TokenTree::Punct(_)) => Some(name.to_string()),
        _ => None,
    });
    items.extend(names.filter(|name| name.starts_with(char::is_uppercase)));
}

fn flatten(tree: &UseTree, above: &mut Vec<String>, found: &mut dyn FnMut(Option<String>, Vec<String>)) {
    let with = |name: String| [above.clone(), vec![name]].concat();
    match tree {
        UseTree::Path(one) => {
            above.push(one.ident.to_string());
            flatten(&one.tree, above, found);
            above.pop();
        }
        UseTree::Name(one) if one.ident == "self" => found(above.last().cloned(), above.clone()),
        UseTree::Name(one) => found(Some(one.ident.to_string()), with(one.ident.to_string())),
        UseTree::Rename(one) => found(Some(one.rename.to_string()), with(one.ident.to_string())),
        UseTree::Glob(_) => found(None, above.clone()),
        UseTree::Group(group) => group.items.iter().for_each(|inner| flatten(inner, above, found)),
    }
}

/// Every path in code, also inside macros, and every macro that is called by name. A name after a dot is a field or method.
fn paths(code: TokenStream, found: &mut Vec<Vec<String>>, macros: &mut dyn FnMut(&str)) {
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    let punct = |at: usize, wanted: char| matches!(tokens.get(at), Some(TokenTree::Punct(one)) if one.as_char() == wanted);
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Group(group) => paths(group.stream(), found, macros),
            TokenTree::Ident(first) => {
                let after_dot = at > 0 && punct(at - 1, '.') && !(at > 1 && punct(at - 2, '.'));
                let mut path = vec![first.to_string()];
                while punct(at + 1, ':') && punct(at + 2, ':') {
                    let Some(TokenTree::Ident(next)) = tokens.get(at + 3) else { break };
                    path.push(next.to_string());
                    at += 3;
                }
                if punct(at + 1, '!') && !punct(at + 2, '=') {
                    path.last().into_iter().for_each(|name| macros(name));
                } else if !after_dot && !["crate", "self", "super"].contains(&path[path.len() - 1].as_str()) {
                    found.push(path);
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// The components of a graph that hold more than one node, each with the edges inside it.
pub fn circles(edges: &Edges) -> Vec<Vec<String>> {
    let mut next: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (from, to) in edges.keys() {
        next.entry(from).or_default().insert(to);
    }
    let reach = |from: &str| {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut stack: Vec<&str> = next.get(from).into_iter().flatten().copied().collect();
        while let Some(at) = stack.pop() {
            if seen.insert(at) {
                stack.extend(next.get(at).into_iter().flatten().copied());
            }
        }
        seen
    };
    let reached: BTreeMap<&str, BTreeSet<&str>> = next.keys().map(|from| (*from, reach(from))).collect();
    let mut done = BTreeSet::new();
    let mut found = Vec::new();
    for (from, all) in &reached {
        if !all.contains(from) || !done.insert(*from) {
            continue;
        }
        let together: Vec<String> =
            all.iter().filter(|to| reached.get(*to).is_some_and(|back| back.contains(from))).map(|to| to.to_string()).collect();
        done.extend(all.iter().copied().filter(|to| together.iter().any(|one| one == to)));
        found.push(together);
    }
    found
}

/// The edges between folders.
pub fn folders(edges: &Edges) -> Edges {
    let folder = |file: &str| file.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_string());
    let mut found = Edges::new();
    for ((from, to), names) in edges.iter().filter(|((from, to), _)| folder(from) != folder(to)) {
        let names = names.iter().map(|name| format!("{from} -> {to}: {name}"));
        found.entry((folder(from), folder(to))).or_default().extend(names);
    }
    found
}

/// What the circles are made of, for whoever must break them.
pub fn explained(edges: &Edges) -> String {
    let mut text = String::new();
    for circle in circles(edges) {
        text += &format!("{} in one circle: {}\n", circle.len(), circle.join(", "));
        for ((from, to), names) in edges.iter().filter(|((from, to), _)| circle.contains(from) && circle.contains(to)) {
            let names: Vec<&str> = names.iter().map(String::as_str).take(6).collect();
            text += &format!("    {from} -> {to}: {}\n", names.join(", "));
        }
    }
    text
}
