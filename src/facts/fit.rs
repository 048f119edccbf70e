//! Whether a study fits what is offered and planned here: its version, and its settings.

use super::fact::Fact;
use super::{Inputs, Versions};
use crate::dossier::validation::Study;
use crate::terms::EquivalentFor;
use crate::text::NodeId;

/// Whether a study was done in every setting in which the product will be used here.
pub(super) fn in_planned_setting(inputs: Inputs<'_>, node: NodeId, study: &Study, name: &str) -> Fact<bool> {
    let planned = &inputs.dossier.intended_purpose.planned_use.settings;
    let studied = &study.population.settings;
    let from = [studied.node.or(Some(node)), planned.node];
    let (Some(wanted), Some(held)) = (planned.get(), studied.get()) else {
        return Fact::unknown(from, format!("the settings of study {name}, or those planned here, are not stated"));
    };
    match wanted.iter().find(|one| !held.iter().any(|other| other.0.trim().eq_ignore_ascii_case(one.0.trim()))) {
        Some(missing) => Fact::is(false, from, format!("study {name} was not done in the planned setting {}", missing.0)),
        None => Fact::is(true, from, format!("study {name} was done in every setting that is planned here")),
    }
}

/// Whether a study is about the version offered.
pub(super) fn for_this_version(versions: &Versions, node: NodeId, study: &Study, name: &str) -> Fact<bool> {
    let from = [study.product_version.node.or(Some(node))];
    let Some(version) = study.product_version.get() else {
        return Fact::unknown(from, format!("the dossier does not say which version study {name} was made with"));
    };
    match versions.current(version, EquivalentFor::Validation) {
        None => Fact::unknown(from, "the dossier does not say which version is offered"),
        Some(true) => Fact::is(true, from, format!("study {name} was made with version {}, which counts as the one offered", version.0)),
        Some(false) => Fact::is(false, from, format!("study {name} was made with version {}, which is not the one offered", version.0)),
    }
}
