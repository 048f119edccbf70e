//! The studies of a dossier, found by their name and by what they looked for; made once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Inputs;
use super::pair::bare;
use super::phrase::brief;
use crate::dossier::validation::{Study, StudyResult};
use crate::text::NodeId;

/// The studies of a dossier.
pub(super) struct Studied<'d> {
    /// The studies, in the order of the dossier.
    pub(super) all: Vec<Looked<'d>>,
    by_id: BTreeMap<&'d str, usize>,
}

/// One study with what is looked up in it.
pub(super) struct Looked<'d> {
    /// Its place.
    pub(super) node: NodeId,
    /// The study.
    pub(super) study: &'d Study,
    /// Its name as it stands in sentences; empty when it has none.
    pub(super) name: String,
    /// When the earliest of its reports was issued, with the place of that report.
    pub(super) first_report: Option<(Date, NodeId)>,
    by_target: BTreeMap<&'d str, Vec<&'d (NodeId, StudyResult)>>,
    bare_targets: BTreeSet<String>,
    untargeted: bool,
}

impl<'d> Studied<'d> {
    /// Looks the studies of a dossier up.
    pub(super) fn read(inputs: Inputs<'d>) -> Studied<'d> {
        let documents = &inputs.dossier.evidence.entries;
        let issued: BTreeMap<&str, (Date, NodeId)> =
            documents.iter().rev().filter_map(|(id, node, item)| Some((id.as_str(), (item.issued.get()?.0, *node)))).collect();
        let all: Vec<Looked<'d>> =
            inputs.dossier.validation.studies.items.iter().map(|(node, study)| look(*node, study, &issued)).collect();
        let named = all.iter().enumerate().rev().filter_map(|(at, one)| Some((one.study.id.get()?.0.as_str(), at)));
        Studied { by_id: named.collect(), all }
    }

    /// The position of the study with that name.
    pub(super) fn position(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }
}

fn look<'d>(node: NodeId, study: &'d Study, issued: &BTreeMap<&str, (Date, NodeId)>) -> Looked<'d> {
    let mut by_target: BTreeMap<&str, Vec<&(NodeId, StudyResult)>> = BTreeMap::new();
    for result in &study.results.items {
        if let Some(target) = result.1.target.get() {
            by_target.entry(&target.0).or_default().push(result);
        }
    }
    let reports = study.evidence.get().into_iter().flatten();
    Looked {
        node,
        study,
        name: study.id.get().map_or(String::new(), |id| brief(&id.0).into_owned()),
        first_report: reports.filter_map(|id| issued.get(id.0.as_str()).copied()).min(),
        untargeted: study.results.items.iter().any(|(_, result)| result.target.get().is_none()),
        bare_targets: by_target.keys().map(|target| bare(target)).collect(),
        by_target,
    }
}

impl<'d> Looked<'d> {
    /// Its results for a target.
    pub(super) fn results_for(&self, target: &str) -> &[&'d (NodeId, StudyResult)] {
        self.by_target.get(target).map_or(&[], Vec::as_slice)
    }

    /// Whether it looked for a target; for none, whether one of its results does not say what it looked for.
    pub(super) fn looked_for(&self, target: Option<&str>) -> bool {
        target.map_or(self.untargeted, |target| self.by_target.contains_key(target))
    }

    /// Whether it looked for a target of the same letters and figures.
    pub(super) fn spells(&self, bare_target: &str) -> bool {
        self.bare_targets.contains(bare_target)
    }
}
