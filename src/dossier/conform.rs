//! Checks a file against the schema: every unknown key, wrong type, bad date and impossible value at once.

use crate::terms::{Choice, Keeper, parse_date, parse_period};
use std::collections::{BTreeSet, HashMap};

use super::provenance;
use super::schema::schema;
use crate::fields::{LeafShape, Record, Scalar, Shape};
use crate::text::{Diagnostic, Kind, NodeId, Span, Tree, null, placeholder, unanswered, visible_line};

/// Pairs of fields of one record whose values must not be the wrong way round.
const ORDERED: &[(&str, &str)] =
    &[("lower", "upper"), ("lower", "value"), ("value", "upper"), ("from", "to"), ("issued", "expires"), ("age_min", "age_max")];

/// Every mistake of one file, in the order of the file.
pub fn conform(tree: &Tree, registered: &BTreeSet<String>) -> Vec<Diagnostic> {
    let keeper = tree.child_text(tree.root, "kept_by").and_then(Keeper::parse).unwrap_or(Keeper::Both);
    let mut checker = Checker { tree, registered, keeper, path: Vec::new(), mistakes: Vec::new() };
    checker.root();
    let mut mistakes = checker.mistakes;
    mistakes.sort_by_key(|mistake| (mistake.span, mistake.message.clone()));
    mistakes.dedup_by(|a, b| a.span == b.span && a.message == b.message);
    mistakes
}

struct Checker<'t> {
    tree: &'t Tree,
    registered: &'t BTreeSet<String>,
    keeper: Keeper,
    path: Vec<String>,
    mistakes: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn root(&mut self) {
        let root = self.tree.root;
        let help = "a dossier begins with `dossier: 1`; `readiness init` writes one to start from";
        if unanswered(self.tree, root) {
            self.mistakes.push(Diagnostic::new("the file is empty", self.tree.span(root), "nothing here").help(help));
            return;
        }
        if !matches!(self.tree.kind(root), Kind::Map(_)) {
            let message = format!("a dossier is made of sections such as `product:`, and this is {}", self.found(root));
            self.mistakes.push(Diagnostic::new(message, self.head(root), "here").help(help));
            return;
        }
        match self.tree.entry(root, "dossier") {
            None => {
                let at = self.tree.entries(root).first().map_or(self.tree.span(root), |(key, _)| self.tree.span(*key));
                let mistake = Diagnostic::new("the file does not say that it is a dossier", at, "before this");
                self.mistakes.push(mistake.help("add `dossier: 1` as the first line"));
            }
            Some((_, value)) if self.tree.text(value) != Some("1") => {
                let mistake = Diagnostic::new("this is not a format of dossier that this program reads", self.tree.span(value), "not 1");
                self.mistakes.push(mistake.help("write `dossier: 1`"));
            }
            Some(_) => {}
        }
        self.record(root, schema());
    }

    fn record(&mut self, node: NodeId, record: &Record) {
        if unanswered(self.tree, node) {
            return;
        }
        if !matches!(self.tree.kind(node), Kind::Map(_)) {
            let known: Vec<&str> = record.names().filter(|name| *name != "facts").collect();
            let help = format!("its fields are: {}", known.join(", "));
            return self.report(format!("expected fields of {}, found {}", self.place(), self.found(node)), node, Some(help));
        }
        if self.none_form(node) {
            return;
        }
        for (key, value) in self.tree.entries(node).to_vec() {
            let name = self.tree.text(key).unwrap_or_default().to_string();
            match record.field(&name).filter(|field| field.name != "facts") {
                Some(field) => {
                    self.step(&name, |checker| {
                        checker.kept(key, value, field.keeper, &field.shape);
                        checker.shape(value, &field.shape);
                    });
                }
                None if provenance().field(&name).is_some() && record.name != "Dossier" => self.provenance(key, value, &name),
                None => {
                    let known = record.names().filter(|name| *name != "facts");
                    let message = format!("`{}` is not a field of {}", visible_line(&name), self.place());
                    let mistake = Diagnostic::new(message, self.tree.span(key), self.label());
                    self.mistakes.push(mistake.spelling(&name, known));
                }
            }
        }
        self.ordered(node, record);
    }

    fn shape(&mut self, node: NodeId, shape: &Shape) {
        match shape {
            Shape::Record(record) => self.record(node, record),
            Shape::List(record) => self.list(node, record),
            Shape::Table(inner) => self.table(node, inner),
            Shape::Leaf(leaf) => self.leaf(node, leaf),
        }
    }

    fn list(&mut self, node: NodeId, record: &Record) {
        if unanswered(self.tree, node) || self.none_form(node) {
            return;
        }
        if !matches!(self.tree.kind(node), Kind::List(_)) {
            let help = "write each member on its own line after `- `".to_string();
            return self.report(format!("expected a list, found {}", self.found(node)), node, Some(help));
        }
        let key = record.key.as_deref().unwrap_or("id");
        let mut seen: HashMap<(String, String), Span> = HashMap::new();
        for (index, member) in self.tree.members(node).to_vec().into_iter().enumerate() {
            let said = self.tree.member_key(member, key).map(str::to_string);
            let step = said.clone().map_or(format!("[{index}]"), |said| format!("[{}]", visible_line(&said)));
            self.step(&step, |checker| {
                checker.record(member, record);
                if !matches!(checker.tree.kind(member), Kind::Map(_)) {
                    return;
                }
                let at = checker.tree.child(member, key).map_or_else(|| checker.head(member), |value| checker.tree.span(value));
                match said.filter(|said| !placeholder(said)) {
                    None => {
                        let message = format!("this member of the list does not say its `{key}`");
                        let help = format!("add `{key}:`; members of this list are told apart by it");
                        checker.mistakes.push(Diagnostic::new(message, at, checker.label()).help(help));
                    }
                    Some(said) => {
                        let also = record.also.as_deref().and_then(|also| checker.tree.member_key(member, also)).unwrap_or_default();
                        if let Some(first) = seen.insert((said.clone(), also.to_string()), at) {
                            let message = format!("two members of this list have the same `{key}`, `{}`", visible_line(&said));
                            let mistake = Diagnostic::new(message, at, "again here").related(first, "first here");
                            checker.mistakes.push(mistake.help("give each member a name of its own"));
                        }
                    }
                }
            });
        }
    }

    fn table(&mut self, node: NodeId, inner: &Shape) {
        if unanswered(self.tree, node) || self.none_form(node) {
            return;
        }
        if !matches!(self.tree.kind(node), Kind::Map(_)) {
            return self.report(format!("expected entries of {}, found {}", self.place(), self.found(node)), node, None);
        }
        for (key, value) in self.tree.entries(node).to_vec() {
            let name = self.tree.text(key).unwrap_or_default().to_string();
            self.step(&format!("[{}]", visible_line(&name)), |checker| checker.shape(value, inner));
        }
    }

    fn leaf(&mut self, node: NodeId, leaf: &LeafShape) {
        if unanswered(self.tree, node) {
            return;
        }
        if !matches!(self.tree.kind(node), Kind::Map(_)) {
            return match leaf.key.as_str() {
                "judged" if self.tree.text(node).is_some() => {}
                _ => self.value(node, leaf),
            };
        }
        if self.none_form(node) {
            return;
        }
        for (key, value) in self.tree.entries(node).to_vec() {
            let name = self.tree.text(key).unwrap_or_default().to_string();
            if name == leaf.key {
                self.step(&name, |checker| checker.value(value, leaf));
            } else if name == "says" {
                let text = LeafShape { key: "says".into(), many: false, scalar: Scalar::Text };
                self.step(&name, |checker| checker.value(value, &text));
            } else if provenance().field(&name).is_some() {
                self.provenance(key, value, &name);
            } else {
                let message = format!("`{}` does not belong to an answer", visible_line(&name));
                let known = [leaf.key.as_str(), "says", "evidence", "by", "on", "reviewed", "none", "not_applicable"];
                let mistake = Diagnostic::new(message, self.tree.span(key), self.label());
                self.mistakes.push(mistake.spelling(&name, known));
            }
        }
    }

    /// `evidence`, `by`, `on` and `reviewed`, which say where an answer comes from.
    fn provenance(&mut self, key: NodeId, value: NodeId, name: &str) {
        let Some(field) = provenance().field(name) else { return };
        self.step(name, |checker| {
            if name == "reviewed" && checker.keeper == Keeper::Supplier {
                let help = "the adopter reviews; leave this to the adopter's own file";
                return checker.report("a supplier's file cannot hold the adopter's review".into(), key, Some(help.into()));
            }
            match checker.tree.text(value) {
                Some(one) if name == "evidence" && !placeholder(one) => checker.scalar(value, &Scalar::Evidence),
                _ => checker.shape(value, &field.shape),
            }
        });
    }

    fn value(&mut self, node: NodeId, leaf: &LeafShape) {
        if unanswered(self.tree, node) {
            return;
        }
        if !leaf.many {
            return self.scalar(node, &leaf.scalar);
        }
        match self.tree.kind(node) {
            Kind::List(members) => {
                for (index, member) in members.clone().into_iter().enumerate() {
                    self.step(&format!("[{index}]"), |checker| checker.scalar(member, &leaf.scalar));
                }
            }
            Kind::Scalar { text, .. } => {
                let help = format!("write `[{}]`", visible_line(text));
                self.report("expected a list, found one value".into(), node, Some(help));
            }
            _ => self.report(format!("expected a list, found {}", self.found(node)), node, None),
        }
    }

    fn scalar(&mut self, node: NodeId, scalar: &Scalar) {
        let Kind::Scalar { text, plain } = self.tree.kind(node) else {
            return self.report(format!("expected {}, found {}", scalar.expected(), self.found(node)), node, None);
        };
        if *plain && null(text) || placeholder(text) {
            return;
        }
        let shown = visible_line(text);
        let quoted = format!("`{}`", shown.chars().take(60).collect::<String>());
        let wrong = |help: Option<String>| (format!("{quoted} is not {}", scalar.expected()), help);
        let (message, help) = match scalar {
            Scalar::Text => return,
            Scalar::Bool if *plain && matches!(&**text, "true" | "false" | "True" | "False" | "TRUE" | "FALSE") => return,
            Scalar::Bool => wrong(match text.to_ascii_lowercase().as_str() {
                "yes" | "y" | "on" | "true" => Some("write `true`".into()),
                "no" | "n" | "off" | "false" => Some("write `false`".into()),
                _ => None,
            }),
            Scalar::Number if *plain && text.parse::<f64>().is_ok_and(f64::is_finite) => return,
            Scalar::Count if *plain && text.parse::<u64>().is_ok() => return,
            Scalar::Share if *plain && text.parse::<f64>().is_ok_and(|share| (0.0..=1.0).contains(&share)) => return,
            Scalar::Number | Scalar::Count | Scalar::Share => wrong((!plain).then(|| "remove the quotes".into())),
            Scalar::Date if parse_date(text).is_some() => return,
            Scalar::Date => wrong(Some("write the day as year-month-day, such as 2026-05-01; check that the day exists".into())),
            Scalar::Period if parse_period(text).is_some() => return,
            Scalar::Period => wrong(Some("write P and the length: P90D is 90 days, P24M 24 months, P1Y a year".into())),
            Scalar::Evidence if self.registered.contains(&**text) => return,
            Scalar::Evidence => {
                let mistake = Diagnostic::new(format!("{quoted} is not registered under `evidence`"), self.tree.span(node), self.label());
                let known: Vec<&str> = self.registered.iter().map(String::as_str).collect();
                return self.mistakes.push(if known.is_empty() {
                    mistake.help("add it to the section `evidence`")
                } else {
                    mistake.spelling(text, known)
                });
            }
            Scalar::Choice(words) if words.iter().any(|(word, _)| **word == **text) => return,
            Scalar::Choice(words) => {
                let mistake = Diagnostic::new(wrong(None).0, self.tree.span(node), self.label());
                return self.mistakes.push(mistake.spelling(text, words.iter().map(|(word, _)| word.as_str())));
            }
        };
        self.report(message, node, help);
    }

    /// `{none: reason}` and `{not_applicable: reason}`: true when the node is one of them; each stands alone.
    fn none_form(&mut self, node: NodeId) -> bool {
        let entries = self.tree.entries(node);
        let Some((key, reason)) = entries.iter().copied().find(|(key, _)| matches!(self.tree.text(*key), Some("none" | "not_applicable")))
        else {
            return false;
        };
        let name = self.tree.text(key).unwrap_or_default().to_string();
        if entries.len() > 1 {
            let help = format!("keep `{name}` alone, or remove it");
            self.report(format!("`{name}` stands beside other values"), key, Some(help));
        }
        if unanswered(self.tree, reason) || self.tree.text(reason).is_none() {
            self.report(format!("`{name}` needs its reason, in words"), key, Some(format!("write `{{{name}: why}}`")));
        }
        true
    }

    /// A supplier's file holds no field that the adopter keeps.
    fn kept(&mut self, key: NodeId, value: NodeId, keeper: Keeper, shape: &Shape) {
        let leaf = matches!(shape, Shape::Leaf(_));
        if self.keeper == Keeper::Supplier && keeper == Keeper::Adopter && leaf && !unanswered(self.tree, value) {
            let help = "move it to the adopter's file; this one says `kept_by: supplier`";
            self.report("a supplier's file cannot answer for the adopter".into(), key, Some(help.into()));
        }
    }

    fn ordered(&mut self, node: NodeId, record: &Record) {
        for (low, high) in ORDERED {
            let (Some(field), Some(_)) = (record.field(low), record.field(high)) else { continue };
            let (Some(first), Some(last)) = (self.tree.child(node, low), self.tree.child(node, high)) else { continue };
            let (Some(a), Some(b)) = (self.tree.text(first), self.tree.text(last)) else { continue };
            let Shape::Leaf(leaf) = &field.shape else { continue };
            let upside_down = match leaf.scalar {
                Scalar::Date => matches!((parse_date(a), parse_date(b)), (Some(a), Some(b)) if a > b),
                _ => matches!((a.parse::<f64>(), b.parse::<f64>()), (Ok(a), Ok(b)) if a > b),
            };
            if upside_down {
                let message = format!("`{low}` is greater than `{high}`");
                let mistake = Diagnostic::new(message, self.tree.span(first), "this one").related(self.tree.span(last), "and this one");
                self.mistakes.push(mistake.help("one of the two is mistyped, or they are the wrong way round"));
            }
        }
    }

    fn step(&mut self, name: &str, f: impl FnOnce(&mut Self)) {
        self.path.push(name.to_string());
        f(self);
        self.path.pop();
    }

    fn place(&self) -> String {
        if self.path.is_empty() { "a dossier".into() } else { format!("`{}`", self.label()) }
    }

    fn label(&self) -> String {
        self.path.join(".").replace(".[", "[")
    }

    fn report(&mut self, message: String, node: NodeId, help: Option<String>) {
        let label = if self.path.is_empty() { "here".into() } else { self.label() };
        let mut mistake = Diagnostic::new(message, self.head(node), label);
        mistake.help = help;
        self.mistakes.push(mistake);
    }

    /// Where to point: the first key of a mapping rather than all of it.
    fn head(&self, node: NodeId) -> Span {
        match self.tree.entries(node).first() {
            Some((key, _)) => self.tree.span(*key),
            None => self.tree.span(node),
        }
    }

    fn found(&self, node: NodeId) -> &'static str {
        match self.tree.kind(node) {
            Kind::List(_) => "a list",
            Kind::Map(_) => "fields",
            _ => "a single value",
        }
    }
}
