//! Paths into a dossier, as people write them: `regulation.marks[ukca].expires`.

use std::fmt;

use super::Text;

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// A field of a mapping.
    Field(Text),
    /// The member of a list with that key.
    Member(Text),
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Segment::Field(name) => f.write_str(name),
            Segment::Member(key) => write!(f, "[{key}]"),
        }
    }
}

/// Reads a path; `None` when a bracket is not closed or a name is empty.
pub fn parse_path(text: &str) -> Option<Vec<Segment>> {
    let mut path = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix('[') {
            let (key, after) = inner.split_once(']')?;
            path.push(Segment::Member(key.into()));
            rest = after;
        } else {
            rest = rest.strip_prefix('.').unwrap_or(rest);
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            path.push(Segment::Field(rest[..end].into()));
            rest = &rest[end..];
        }
    }
    let complete = path.iter().all(|segment| !matches!(segment, Segment::Field(name) if name.is_empty()));
    complete.then_some(path)
}

/// Writes a path as people do: `regulation.marks[ukca].expires`.
pub fn write_path(path: &[Segment]) -> String {
    let mut text = String::new();
    for segment in path {
        let around = match segment {
            Segment::Field(name) if text.is_empty() => ["", name, ""],
            Segment::Field(name) => [".", name, ""],
            Segment::Member(key) => ["[", key, "]"],
        };
        around.into_iter().for_each(|piece| text.push_str(piece));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_and_written_alike() {
        let text = "validation.studies[ext-1].results[a b].counts.tp";
        let path = parse_path(text).unwrap();
        assert_eq!(write_path(&path), text);
        assert_eq!(parse_path("a[b"), None);
        assert_eq!(parse_path("a..b"), None);
    }
}
