//! Clinical risk management: documents of this version, residual risks by the declared scheme, controls that are shown.

use super::fact::{Fact, Name, Rows, facts};
use super::{Inputs, Register, Versions};
use crate::dossier::answer::{Judgment, Said, Statement};
use crate::dossier::clinical_safety::{Hazard, RiskScheme};
use crate::dossier::product::EquivalentFor;
use crate::rules::{Grid, Verified};
use crate::text::NodeId;

facts! {
    /// The DTAC form against the product offered.
    DtacForm {
        /// Whether the form is about the version offered, or one accepted as equivalent.
        for_this_version: Fact<bool>,
    }
}

facts! {
    /// Clinical risk management against the product offered.
    ClinicalSafety {
        /// Whether the supplier's clinical safety documents are about the version offered, or one accepted as equivalent.
        dcb0129_for_this_version: Fact<bool>,
        /// The hazards of this deployment.
        hazards: Rows<HazardFacts>,
    }
}

facts! {
    /// One hazard.
    #[schemars(extend("x-key" = "id"))]
    HazardFacts {
        /// Its number in the hazard log.
        id: Name,
        /// The level of the residual risk by the declared scheme, from 1 to 5; unknown under a scheme of one's own.
        residual_level: Fact<u64>,
        /// Whether the residual risk is acceptable by the declared scheme.
        residual_acceptable: Fact<bool>,
        /// Whether every control is in place, with documents that show it was put in place and that it works.
        controls_shown: Fact<bool>,
    }
}

/// Whether a document is about the version offered.
fn for_this_version(inputs: Inputs<'_>, stated: &Statement, what: &str) -> Fact<bool> {
    let versions = Versions::of(inputs.dossier);
    let from = [stated.node];
    let Some(version) = stated.get() else { return Fact::unknown(from, format!("{what} does not say which version it is about")) };
    match versions.current(version, EquivalentFor::Validation) {
        None => Fact::unknown(from, "the dossier does not say which version is offered"),
        Some(yes) => {
            let offered = versions.offered().unwrap_or_default();
            let verb = if yes { "counts as" } else { "is not" };
            Fact::is(yes, from, format!("{what} is about version {}, which {verb} the version offered, {offered}", version.0))
        }
    }
}

/// The facts of the DTAC form.
pub(super) fn dtac(inputs: Inputs<'_>) -> DtacForm {
    DtacForm { for_this_version: for_this_version(inputs, &inputs.dossier.dtac.product_version, "the DTAC form") }
}

/// The facts of clinical risk management.
pub(super) fn clinical_safety(inputs: Inputs<'_>, register: &Register) -> ClinicalSafety {
    let section = &inputs.dossier.clinical_safety;
    let scheme = section.scheme.get().copied();
    let grid = inputs.tables.grids.iter().find(|grid| scheme.is_some_and(|scheme| scheme.as_str() == grid.id));
    let rows = section.hazards.items.iter().map(|(node, hazard)| HazardFacts {
        id: Name(hazard.id.get().map_or(String::new(), |id| id.0.clone())),
        residual_level: level(*node, hazard, grid),
        residual_acceptable: acceptable(*node, hazard, scheme, grid),
        controls_shown: controls(*node, hazard, register),
    });
    ClinicalSafety {
        dcb0129_for_this_version: for_this_version(inputs, &section.dcb0129.product_version, "the supplier's clinical safety case"),
        hazards: Rows { rows: rows.collect(), none: section.hazards.none.clone() },
    }
}

fn residual(node: NodeId, hazard: &Hazard) -> [Option<NodeId>; 3] {
    [hazard.residual.severity.node, hazard.residual.likelihood.node, Some(node)]
}

fn level(node: NodeId, hazard: &Hazard, grid: Option<&Grid>) -> Fact<u64> {
    let from = residual(node, hazard);
    let Some(grid) = grid else { return Fact::unknown(from, "no scheme with a known matrix is declared") };
    let (Some(severity), Some(likelihood)) = (hazard.residual.severity.get(), hazard.residual.likelihood.get()) else {
        return Fact::unknown(from, "the severity or the likelihood that remains is not stated");
    };
    match grid.cells.iter().find(|(s, l, _)| s == severity.as_str() && l == likelihood.as_str()) {
        Some((_, _, level)) => {
            let why =
                format!("{} harm with {} likelihood is level {level} in the {} scheme", severity.as_str(), likelihood.as_str(), grid.id);
            Fact { verified: grid.verified, ..Fact::is(*level, from, why) }
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
    let level = level(node, hazard, grid);
    let (Some(value), Some(grid)) = (level.value, grid) else { return Fact::unknown(from, level.why) };
    let Some(meaning) = grid.levels.iter().find(|one| one.level == value) else {
        return Fact::unknown(from, "the scheme does not say what this level means");
    };
    let reason = hazard.residual.reason.get().is_some();
    let why = level.why;
    let fact = if !meaning.acceptable && grid.verified == Some(Verified::Primary) {
        Fact::is(false, from, format!("{why}, which the scheme does not let anybody accept"))
    } else if !meaning.acceptable {
        // What rests on less than the official text is a question to the reader, never a failure.
        Fact::unknown(
            from,
            format!(
                "{why}, which it does not let anybody accept; we read the scheme in a secondary source, so confirm it or reduce the risk"
            ),
        )
    } else if meaning.needs_reason && !reason {
        Fact::unknown(from, format!("{why}, which may be accepted only with a written reason, and none is given"))
    } else {
        Fact::is(true, from, format!("{why}, which the scheme lets the organisation accept"))
    };
    Fact { verified: grid.verified, ..fact }
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
        return Fact::is(false, [control.in_place.node, Some(*place)], format!("{} is not in place", name(&control.id)));
    }
    for (place, control) in &hazard.controls.items {
        let from = [Some(*place), hazard.controls.node];
        if control.in_place.get().is_none() {
            return Fact::unknown(from, format!("nobody has said whether {} is in place", name(&control.id)));
        }
        let shown = |ids: &crate::dossier::answer::Answer<Vec<crate::dossier::answer::EvidenceId>>| {
            ids.get().is_some_and(|ids| register.any_shows(ids))
        };
        if !shown(&control.implemented) {
            return Fact::unknown(from, format!("no document on file shows that {} was put in place", name(&control.id)));
        }
        if !shown(&control.effective) {
            return Fact::unknown(from, format!("no document on file shows that {} works", name(&control.id)));
        }
    }
    Fact::is(true, from, "every control is in place, and documents show that it was put in place and works")
}
