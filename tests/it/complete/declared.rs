//! What the declarations and conditions say of paths: what contradicts a switch, what a condition reads.

use std::collections::BTreeSet;

use readiness::fields::{Field, Record, Shape};
use readiness::rules::{Book, Pattern};
use readiness::text::Segment;

use super::book;

/// The paths that contradict a switch, from the types.
pub fn contradictions() -> Vec<String> {
    fn walk(record: &Record, found: &mut Vec<String>) {
        for field in &record.fields {
            found.extend(field.relations.contradicted_by.iter().flatten().map(ToString::to_string));
            if let Shape::Record(inner) = &field.shape {
                walk(inner, found);
            }
        }
    }
    let mut found = Vec::new();
    walk(&book().schema.root, &mut found);
    found
}

/// The declared field at a path without members.
pub fn field(path: &str) -> Option<&'static Field> {
    let path: Vec<Segment> = path.split('.').map(|step| Segment::Field(step.into())).collect();
    book().schema.field_at(&path)
}

/// The steps of a path that are names, not indexes of members.
pub fn names(path: &str) -> String {
    path.split('.').filter(|step| step.parse::<usize>().is_err()).collect::<Vec<_>>().join(".")
}

/// Whether one path is the other, or lies below it.
pub fn one_line(a: &str, b: &str) -> bool {
    let below = |a: &str, b: &str| a.strip_prefix(b).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    below(a, b) || below(b, a)
}

/// The paths that a condition reads, through the shared conditions it names.
pub fn read_by(book: &Book, pattern: &Pattern, found: &mut BTreeSet<String>) {
    let mut named = Vec::new();
    pattern.walk(&mut Vec::new(), &mut |path, leaf| match leaf {
        Pattern::Named(name, _) => named.push(name.clone()),
        _ => drop(found.insert(path.join("."))),
    });
    named.iter().for_each(|name| read_by(book, book.condition(name).expect("it is there"), found));
}
