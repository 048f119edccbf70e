//! The studies: of this version or one accepted as equivalent, and independent of the training data.

use super::acceptance::{AcceptanceFacts, acceptance, all_reached};
use super::fact::{Fact, Name, Rows, facts};
use super::fit::{Planned, for_this_version, in_planned_setting};
use super::studied::{Looked, Studied};
use super::{Inputs, Versions};
use crate::terms::{Place, Timing};
use crate::text::NodeId;

facts! {
    /// The studies and the agreed level of accuracy.
    Validation {
        /// The studies.
        studies: Rows<StudyFacts>,
        /// The agreed levels, target by target.
        acceptance: Rows<AcceptanceFacts>,
        /// Whether every agreed level is reached.
        acceptance_reached: Fact<bool>,
    }
}

facts! {
    /// One study.
    StudyFacts, found by "id" {
        /// Its name in the dossier.
        id: Name,
        /// Where it was done.
        place: Fact<Place>,
        /// Whether it looked back or forward.
        timing: Fact<Timing>,
        /// Whether it is about the version offered, or one accepted as equivalent.
        for_this_version: Fact<bool>,
        /// Whether its data are independent of the training data.
        independent: Fact<bool>,
        /// Whether it covers every setting in which the product will be used here.
        in_planned_setting: Fact<bool>,
    }
}

/// The facts of validation.
pub(super) fn validation(inputs: Inputs<'_>, versions: &Versions, studied: &Studied<'_>) -> Validation {
    let section = &inputs.dossier.validation;
    let planned = Planned::read(inputs);
    let studies: Vec<StudyFacts> = studied.all.iter().map(|one| study_facts(versions, &planned, one)).collect();
    let fits: Vec<[&Fact<bool>; 2]> = studies.iter().map(|study| [&study.for_this_version, &study.in_planned_setting]).collect();
    let rows: Vec<AcceptanceFacts> = acceptance(inputs, studied, &fits);
    let acceptance_reached = all_reached(inputs, &rows);
    Validation {
        studies: Rows { rows: studies, none: section.studies.none.clone() },
        acceptance: Rows { rows, none: section.acceptance.none.clone() },
        acceptance_reached,
    }
}

fn study_facts(versions: &Versions, planned: &Planned<'_>, one: &Looked<'_>) -> StudyFacts {
    let Looked { node, study, name, .. } = one;
    let node = *node;
    let stated = |value: Option<bool>, node: Option<NodeId>, yes: &'static str, no: &'static str| match value {
        Some(true) => Fact::is(true, [node], yes),
        Some(false) => Fact::is(false, [node], no),
        None => Fact::unknown([node], "the dossier does not say"),
    };
    StudyFacts {
        place: match study.place.get() {
            Some(place) => Fact::stated(Some(*place), [study.place.node]),
            None => Fact::unknown([study.place.node, Some(node)], format_args!("the dossier does not say where study {name} was done")),
        },
        timing: match study.timing.get() {
            Some(timing) => Fact::stated(Some(*timing), [study.timing.node]),
            None => Fact::unknown(
                [study.timing.node, Some(node)],
                format!("the dossier does not say whether study {name} looked back or forward"),
            ),
        },
        for_this_version: for_this_version(versions, node, study, name),
        in_planned_setting: in_planned_setting(planned, node, study, name),
        independent: stated(
            study.independent_of_training.get().copied(),
            study.independent_of_training.node.or(Some(node)),
            "its data are said to be independent of the training data",
            "its data are said to overlap with the training data",
        ),
        id: Name(name.clone()),
    }
}
