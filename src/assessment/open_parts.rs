//! The question parts that are still open: which checks are about them, and what they keep from being taught.

use std::collections::BTreeSet;

use super::finding::Finding;
use super::scene::Scene;
use super::words::said;
use crate::rules::Book;
use crate::tables::LearningOutcome;
use crate::text::{parse_path, unanswered};

/// The findings, looked up by the question parts they are about.
pub(super) struct OpenParts<'f, 'a> {
    book: &'a Book,
    findings: &'f [Finding<'a>],
}

impl<'f, 'a> OpenParts<'f, 'a> {
    /// Findings of all checks of a book, in its order.
    pub(super) fn new(book: &'a Book, findings: &'f [Finding<'a>]) -> OpenParts<'f, 'a> {
        OpenParts { book, findings }
    }

    /// The checks that are open about a part, by their numbers.
    fn about(&self, part: &str) -> impl Iterator<Item = usize> {
        let numbers = self.book.part(part).map_or(&[][..], |(_, part)| &part.numbers);
        let about = move |finding: &Finding<'_>| finding.outcome.open() && finding.parts().any(|one| one == part);
        numbers.iter().copied().filter(move |check| about(&self.findings[*check]))
    }

    /// The checks that are open about these parts, in their order.
    pub(super) fn checks(&self, parts: &[String]) -> Vec<String> {
        let found: BTreeSet<usize> = parts.iter().flat_map(|part| self.about(part)).collect();
        found.into_iter().map(|at| self.findings[at].check.id.to_string()).collect()
    }
}

/// What must be known before an outcome can be taught, and is still open.
pub(super) fn blocked_by(scene: &Scene<'_>, open: &OpenParts<'_, '_>, outcome: &LearningOutcome) -> Vec<String> {
    let parts = outcome.content_from.iter().filter(|part| open.about(part).next().is_some());
    let fields = outcome.content_fields.iter().filter(|path| {
        let node = parse_path(path).and_then(|path| scene.find(&path));
        node.is_none_or(|node| unanswered(&scene.bound.tree, node) || said(scene, node).is_none())
    });
    parts.chain(fields).map(ToString::to_string).collect()
}
