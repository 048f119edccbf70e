//! Whether a study fits what is offered and planned here: its version, and its settings.

use std::collections::HashSet;

use super::fact::Fact;
use super::phrase::{brief, comparable};
use super::{Inputs, Versions};
use crate::dossier::validation::Study;
use crate::terms::EquivalentFor;
use crate::text::NodeId;

/// The settings in which the product will be used here, made once: each as it is written and as it is compared.
pub(super) struct Planned<'d> {
    node: Option<NodeId>,
    settings: Option<Vec<(&'d str, String)>>,
}

impl<'d> Planned<'d> {
    /// Reads them from the planned use.
    pub(super) fn read(inputs: Inputs<'d>) -> Planned<'d> {
        let planned = &inputs.dossier.intended_purpose.planned_use.settings;
        let mut met = HashSet::new();
        let each = |all: &'d Vec<crate::dossier::answer::Text>| {
            let named = all.iter().map(|one| (one.0.as_str(), comparable(one)));
            named.filter(|(_, words)| met.insert(words.clone())).collect()
        };
        Planned { node: planned.node, settings: planned.get().map(each) }
    }
}

/// Whether a study was done in every setting in which the product will be used here.
pub(super) fn in_planned_setting(planned: &Planned<'_>, node: NodeId, study: &Study, name: &str) -> Fact<bool> {
    let studied = &study.population.settings;
    let from = [studied.node.or(Some(node)), planned.node];
    let (Some(wanted), Some(held)) = (&planned.settings, studied.get()) else {
        return Fact::unknown(from, format_args!("the settings of study {name}, or those planned here, are not stated"));
    };
    let held: HashSet<String> = held.iter().map(|one| comparable(one)).collect();
    // Each planned setting stands there once, so a missing one is found within as many steps as the study has settings.
    match wanted.iter().find(|(_, words)| !held.contains(words)) {
        Some((missing, _)) => Fact::is(false, from, format_args!("study {name} was not done in the planned setting {}", brief(missing))),
        None => Fact::is(true, from, format_args!("study {name} was done in every setting that is planned here")),
    }
}

/// Whether a study is about the version offered.
pub(super) fn for_this_version(versions: &Versions, node: NodeId, study: &Study, name: &str) -> Fact<bool> {
    let from = [study.product_version.node.or(Some(node))];
    let Some(version) = study.product_version.get() else {
        return Fact::unknown(from, format_args!("the dossier does not say which version study {name} was made with"));
    };
    match versions.current(version, EquivalentFor::Validation) {
        None => Fact::unknown(from, "the dossier does not say which version is offered"),
        Some(true) => {
            Fact::is(true, from, format_args!("study {name} was made with version {}, which counts as the one offered", brief(version)))
        }
        Some(false) => {
            Fact::is(false, from, format_args!("study {name} was made with version {}, which is not the one offered", brief(version)))
        }
    }
}
