//! The report itself: whether it is known which decision it prepares.

use super::Inputs;
use super::fact::{Fact, facts};

facts! {
    /// The report itself.
    ReportFacts {
        /// Whether the decision that is prepared is known: asked for, or stated as the stage.
        gate_stated: Fact<bool>,
    }
}

/// The facts of the report.
pub(super) fn report(inputs: Inputs<'_>) -> ReportFacts {
    let stage = &inputs.dossier.adopter.stage;
    let gate_stated = match (inputs.gate, stage.get()) {
        (Some(gate), _) => Fact::is(true, [stage.node], format_args!("the decision {gate} was asked for")),
        (None, Some(stage_said)) => Fact::is(true, [stage.node], format_args!("the dossier says that its stage is {stage_said}")),
        (None, None) => Fact::unknown(
            [stage.node.or(inputs.dossier.adopter.organisation.node)],
            "the dossier does not state its stage, and no decision was asked for",
        ),
    };
    ReportFacts { gate_stated }
}
