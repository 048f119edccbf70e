//! The question parts that are still open: which checks are about them, and what they keep from being taught.

use std::collections::{BTreeSet, HashMap};

use super::finding::Finding;
use super::scene::Scene;
use super::words::said;
use crate::tables::LearningOutcome;
use crate::text::{parse_path, unanswered};

/// The open findings, found by the question parts they are about.
pub(super) struct OpenParts<'f, 'a> {
    findings: &'f [Finding<'a>],
    by_part: HashMap<&'f str, Vec<usize>>,
}

impl<'f, 'a> OpenParts<'f, 'a> {
    /// Looks the open findings up.
    pub(super) fn new(findings: &'f [Finding<'a>]) -> OpenParts<'f, 'a> {
        let mut by_part: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, finding) in findings.iter().enumerate().filter(|(_, finding)| finding.outcome.open()) {
            for part in &finding.parts {
                by_part.entry(part).or_default().push(at);
            }
        }
        OpenParts { findings, by_part }
    }

    /// The checks of the open findings about these parts, in their order.
    pub(super) fn checks(&self, parts: &[String]) -> Vec<String> {
        let found: BTreeSet<usize> = parts.iter().filter_map(|part| self.by_part.get(part.as_str())).flatten().copied().collect();
        found.into_iter().map(|at| self.findings[at].check.id.to_string()).collect()
    }
}

/// What must be known before an outcome can be taught, and is still open.
pub(super) fn blocked_by(scene: &Scene<'_>, open: &OpenParts<'_, '_>, outcome: &LearningOutcome) -> Vec<String> {
    let parts = outcome.content_from.iter().filter(|part| open.by_part.contains_key(part.as_str()));
    let fields = outcome.content_fields.iter().filter(|path| {
        let node = parse_path(path).and_then(|path| scene.find(&path));
        node.is_none_or(|node| unanswered(&scene.bound.tree, node) || said(scene, node).is_none())
    });
    parts.chain(fields).map(ToString::to_string).collect()
}
