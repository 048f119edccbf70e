//! Reads TOML into the tree; every syntax error of a file at once.

use toml::de::{DeTable, DeValue};

use super::{Diagnostic, FileId, Kind, NodeId, Span, Tree};

/// Reads one TOML text.
pub fn parse_toml(text: &str, file: FileId) -> Result<Tree, Vec<Diagnostic>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let place = |error: &toml::de::Error| error.span().map_or(Span { file, ..Span::default() }, |range| span(file, range));
        return Err(errors.iter().map(|error| Diagnostic::new(error.message(), place(error), "here")).collect());
    }
    let mut tree = Tree::settled();
    let range = table.span();
    tree.root = add_table(&mut tree, file, table.get_ref(), range);
    Ok(tree)
}

fn span(file: FileId, range: std::ops::Range<usize>) -> Span {
    Span { file, start: range.start as u32, end: range.end as u32 }
}

fn add_table(tree: &mut Tree, file: FileId, table: &DeTable<'_>, range: std::ops::Range<usize>) -> NodeId {
    let mut rows: Vec<_> = table.iter().collect();
    rows.sort_by_key(|(key, _)| key.span().start);
    let entries: Vec<(NodeId, NodeId)> = rows
        .into_iter()
        .map(|(key, value)| {
            let name = Kind::Scalar { text: key.get_ref(), plain: false };
            (tree.push(span(file, key.span()), name), add_value(tree, file, value))
        })
        .collect();
    tree.push(span(file, range), Kind::Map(&entries))
}

fn add_value(tree: &mut Tree, file: FileId, value: &toml::Spanned<DeValue<'_>>) -> NodeId {
    let range = value.span();
    let mut push = |kind: Kind<'_>| tree.push(span(file, range.clone()), kind);
    match value.get_ref() {
        DeValue::Table(table) => add_table(tree, file, table, range),
        DeValue::Array(array) => {
            let members: Vec<NodeId> = array.iter().map(|one| add_value(tree, file, one)).collect();
            tree.push(span(file, range), Kind::List(&members))
        }
        DeValue::String(text) => push(Kind::Scalar { text, plain: false }),
        DeValue::Integer(number) => push(Kind::Scalar { text: number.as_str(), plain: true }),
        DeValue::Float(number) => push(Kind::Scalar { text: number.as_str(), plain: true }),
        DeValue::Boolean(yes) => push(Kind::Scalar { text: if *yes { "true" } else { "false" }, plain: true }),
        DeValue::Datetime(date) => push(Kind::Scalar { text: &date.to_string(), plain: true }),
    }
}
