//! What the fields of one record say of each other: a number that must not be greater, what cannot stand beside a no, and
//! forms of an answer that stand alone.

use super::bound::State;
use super::mistakes::Mistakes;
use crate::fields::{Denies, Field, Record, Scalar, Shape};
use crate::terms::parse_date;
use crate::text::{Diagnostic, NodeId, Tree, unanswered};

/// Looks at what the fields of a record say of each other, given what stands in them by their numbers.
pub(super) fn relations(tree: &Tree, record: &Record, slots: &[Option<NodeId>], mistakes: &mut Mistakes<'_>) {
    let slot = |name: &str| slots[record.position(name)?];
    for (field, node) in record.fields.iter().zip(slots) {
        let Some(node) = *node else { continue };
        for high in &field.relations.not_above {
            ordered(tree, field, (node, slot(high)), high, mistakes);
        }
        if let Some(denies) = &field.relations.denies {
            let given = denies.fields.iter().filter_map(|name| slot(name));
            denied(tree, node, given, denies, mistakes);
        }
    }
}

/// The value of an answer, bare or not.
fn value(tree: &Tree, node: NodeId) -> NodeId {
    tree.child(node, "is").unwrap_or(node)
}

fn ordered(tree: &Tree, field: &Field, (low, high): (NodeId, Option<NodeId>), than: &str, mistakes: &mut Mistakes<'_>) {
    let (first, Some(last)) = (value(tree, low), high.map(|high| value(tree, high))) else { return };
    let (Some(a), Some(b)) = (tree.text(first), tree.text(last)) else { return };
    let dates = matches!(&field.shape, Shape::Leaf(leaf) if leaf.scalar == Scalar::Date);
    let upside_down = match dates {
        true => matches!((parse_date(a), parse_date(b)), (Some(a), Some(b)) if a > b),
        false => matches!((a.parse::<f64>(), b.parse::<f64>()), (Ok(a), Ok(b)) if a > b),
    };
    if upside_down {
        mistakes.add(|_| {
            let message = format!("`{}` is greater than `{than}`", field.name);
            let mistake = Diagnostic::new(message, tree.span(first), "this one").related(tree.span(last), "and this one");
            mistake.help("one of the two is mistyped, or they are the wrong way round")
        });
    }
}

fn denied(tree: &Tree, no: NodeId, given: impl Iterator<Item = NodeId>, denies: &Denies, mistakes: &mut Mistakes<'_>) {
    let said = value(tree, no);
    if tree.text(said) != Some("false") {
        return;
    }
    for given in given {
        if !unanswered(tree, given) && tree.child(given, "none").is_none() {
            mistakes.add(|_| {
                let mistake = Diagnostic::new(&*denies.says, tree.span(given), "given here").related(tree.span(said), "denied here");
                mistake.help("keep one of the two")
            });
        }
    }
}

/// `{none: reason}` and `{not_applicable: reason}`; each stands alone and gives its reason.
pub(super) fn form(tree: &Tree, node: NodeId, mistakes: &mut Mistakes<'_>) -> Option<State> {
    let entries = tree.entries(node);
    let (key, reason) = entries.iter().copied().find(|(key, _)| tree.says(*key, "none") || tree.says(*key, "not_applicable"))?;
    let name = tree.text(key).unwrap_or_default();
    if entries.len() > 1 {
        mistakes
            .report(tree, key, |_| (format!("`{name}` stands beside other values"), Some(format!("keep `{name}` alone, or remove it"))));
    }
    if unanswered(tree, reason) || tree.text(reason).is_none() {
        mistakes.report(tree, key, |_| (format!("`{name}` needs its reason, in words"), Some(format!("write `{{{name}: why}}`"))));
    }
    // Where both stand, a none is what counts.
    Some(tree.child(node, "none").map_or(State::NotApplicable(reason), State::None))
}
