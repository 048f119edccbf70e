//! Hazards: their levels by the declared scheme, residual risks that may be accepted, controls that are shown, owners.

use super::fact::{Fact, Name, Rows, facts};
use super::{Inputs, Register};
use crate::dossier::answer::{Said, Statement};
use crate::dossier::clinical_safety::Hazard;
use crate::tables::Grid;
use crate::terms::{HarmSeverity, Judgment, Likelihood, RiskScheme, Verified};
use crate::text::NodeId;

facts! {
    /// One hazard.
    HazardFacts, found by "id" {
        /// Its number in the hazard log.
        id: Name,
        /// The level of the risk before any control, by the declared scheme.
        initial_level: Fact<u64>,
        /// The level of the residual risk by the declared scheme, from 1 to 5; unknown under a scheme of one's own.
        residual_level: Fact<u64>,
        /// Whether the residual risk is acceptable by the declared scheme.
        residual_acceptable: Fact<bool>,
        /// Whether every control is in place, with documents that show it was put in place and that it works.
        controls_shown: Fact<bool>,
        /// Whether somebody owns it; an open hazard without an owner is nobody's work.
        owned: Fact<bool>,
    }
}

/// The facts of every hazard.
pub(super) fn hazards(inputs: Inputs<'_>, register: &Register) -> Rows<HazardFacts> {
    let section = &inputs.dossier.clinical_safety;
    let scheme = section.scheme.get().copied();
    let grid = inputs.tables.grids.iter().find(|grid| scheme.is_some_and(|scheme| *scheme.as_str() == *grid.id));
    let rows = section.hazards.items.iter().map(|(node, hazard)| {
        let before = [hazard.severity.node, hazard.likelihood.node, Some(*node)];
        HazardFacts {
            id: Name(hazard.id.get().map_or(String::new(), |id| id.0.clone())),
            initial_level: level(before, hazard.severity.get().copied(), hazard.likelihood.get().copied(), grid),
            residual_level: residual_level(*node, hazard, grid),
            residual_acceptable: acceptable(*node, hazard, scheme, grid),
            controls_shown: controls(*node, hazard, register),
            owned: owned(*node, hazard),
        }
    });
    Rows { rows: rows.collect(), none: section.hazards.none.clone() }
}

fn owned(node: NodeId, hazard: &Hazard) -> Fact<bool> {
    let from = [hazard.owner.node, hazard.status.node, Some(node)];
    match hazard.owner.get() {
        Some(owner) => Fact::is(true, from, format_args!("it is owned by the {}", owner.as_str().replace('_', " "))),
        None => {
            let open = if hazard.status.get().is_some_and(|status| status.as_str() == "open") { "it is open and " } else { "" };
            Fact::unknown(from, format_args!("{open}nobody is said to own it"))
        }
    }
}

fn residual(node: NodeId, hazard: &Hazard) -> [Option<NodeId>; 3] {
    [hazard.residual.severity.node, hazard.residual.likelihood.node, Some(node)]
}

fn residual_level(node: NodeId, hazard: &Hazard, grid: Option<&Grid>) -> Fact<u64> {
    let (severity, likelihood) = (hazard.residual.severity.get().copied(), hazard.residual.likelihood.get().copied());
    level(residual(node, hazard), severity, likelihood, grid)
}

fn level(from: [Option<NodeId>; 3], severity: Option<HarmSeverity>, likelihood: Option<Likelihood>, grid: Option<&Grid>) -> Fact<u64> {
    let Some(grid) = grid else { return Fact::unknown(from, "no scheme with a known matrix is declared") };
    let (Some(severity), Some(likelihood)) = (severity, likelihood) else {
        return Fact::unknown(from, "its severity or its likelihood is not stated");
    };
    match grid.cells.iter().find(|(s, l, _)| s == severity.as_str() && l == likelihood.as_str()) {
        Some((_, _, level)) => {
            let why =
                format!("{} harm with {} likelihood is level {level} in the {} scheme", severity.as_str(), likelihood.as_str(), grid.id);
            Fact::is(*level, from, why).verified(grid.verified)
        }
        None => Fact::unknown(from, "the scheme has no level for this severity and likelihood"),
    }
}

fn acceptable(node: NodeId, hazard: &Hazard, scheme: Option<RiskScheme>, grid: Option<&Grid>) -> Fact<bool> {
    let from = residual(node, hazard);
    match scheme {
        None => return Fact::unknown(from, "the dossier does not declare the scheme by which risks are rated"),
        Some(RiskScheme::Own) => return judged(node, hazard),
        Some(RiskScheme::NhsExample) => {}
    }
    let level = residual_level(node, hazard, grid);
    let (Some(value), Some(grid)) = (level.value, grid) else { return Fact::unknown(from, level.why) };
    let Some(meaning) = grid.levels.iter().find(|one| one.level == value) else {
        return Fact::unknown(from, "the scheme does not say what this level means");
    };
    let reason = hazard.residual.reason.get().is_some();
    let why = level.why;
    let fact = if !meaning.acceptable && grid.verified == Some(Verified::Primary) {
        Fact::is(false, from, format_args!("{why}, which the scheme does not let anybody accept"))
    } else if !meaning.acceptable {
        // What rests on less than the official text is a question to the reader, never a failure.
        let doubt = "we read the scheme in a secondary source, so confirm it or reduce the risk";
        let queried = Fact::unknown(from, format_args!("{why}, which it does not let anybody accept; {doubt}"));
        Fact { verified_told: grid.verified == Some(Verified::Secondary), ..queried }
    } else if meaning.needs_reason && !reason {
        Fact::unknown(from, format_args!("{why}, which may be accepted only with a written reason, and none is given"))
    } else {
        Fact::is(true, from, format_args!("{why}, which the scheme lets the organisation accept"))
    };
    fact.verified(grid.verified)
}

/// Under a scheme of its own the adopter judges each remaining risk itself.
fn judged(node: NodeId, hazard: &Hazard) -> Fact<bool> {
    let judgement = &hazard.residual.acceptable;
    let from = [judgement.node, Some(node)];
    match &judgement.said {
        Said::Is(judged) if judged.0 == Judgment::Acceptable => {
            Fact::is(true, from, "you judge the remaining risk acceptable by your own scheme")
        }
        Said::Is(judged) if judged.0 == Judgment::Unacceptable => {
            Fact::is(false, from, "you judge the remaining risk unacceptable by your own scheme")
        }
        _ => Fact::unknown(from, "nobody has judged the remaining risk by the organisation's own scheme"),
    }
}

fn controls(node: NodeId, hazard: &Hazard, register: &Register) -> Fact<bool> {
    let from = [hazard.controls.node, Some(node)];
    if hazard.controls.none.is_some() {
        return Fact::unknown(from, "the hazard is said to have no controls");
    }
    if hazard.controls.items.is_empty() {
        return Fact::unknown(from, "no control is named");
    }
    let name = |id: &Statement| id.get().map_or("one control".to_string(), |id| format!("control {}", id.0));
    if let Some((place, control)) = hazard.controls.items.iter().find(|(_, control)| control.in_place.get() == Some(&false)) {
        return Fact::is(false, [control.in_place.node, Some(*place)], format_args!("{} is not in place", name(&control.id)));
    }
    for (place, control) in &hazard.controls.items {
        let from = [Some(*place), hazard.controls.node];
        if control.in_place.get().is_none() {
            return Fact::unknown(from, format_args!("nobody has said whether {} is in place", name(&control.id)));
        }
        let shown = |ids: &crate::dossier::answer::Answer<Vec<crate::dossier::answer::EvidenceId>>| {
            ids.get().is_some_and(|ids| register.any_shows(ids))
        };
        if !shown(&control.implemented) {
            return Fact::unknown(from, format_args!("no document on file shows that {} was put in place", name(&control.id)));
        }
        if !shown(&control.effective) {
            return Fact::unknown(from, format_args!("no document on file shows that {} works", name(&control.id)));
        }
    }
    Fact::is(true, from, "every control is in place, and documents show that it was put in place and works")
}
