//! Clinical risk management and the DTAC form: whether their documents are about the version offered.

use super::fact::{Fact, Rows, facts};
use super::hazards::{HazardFacts, hazards};
use super::{Inputs, Register, Versions};
use crate::dossier::answer::Statement;
use crate::terms::EquivalentFor;

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

/// Whether a document is about the version offered.
fn for_this_version(versions: &Versions, stated: &Statement, what: &str) -> Fact<bool> {
    let from = [stated.node];
    let Some(version) = stated.get() else { return Fact::unknown(from, format_args!("{what} does not say which version it is about")) };
    match versions.current(version, EquivalentFor::Validation) {
        None => Fact::unknown(from, "the dossier does not say which version is offered"),
        Some(yes) => {
            let offered = versions.offered().unwrap_or_default();
            let verb = if yes { "counts as" } else { "is not" };
            Fact::is(yes, from, format_args!("{what} is about version {}, which {verb} the version offered, {offered}", version.0))
        }
    }
}

/// The facts of the DTAC form.
pub(super) fn dtac(inputs: Inputs<'_>, versions: &Versions) -> DtacForm {
    DtacForm { for_this_version: for_this_version(versions, &inputs.dossier.dtac.product_version, "the DTAC form") }
}

/// The facts of clinical risk management.
pub(super) fn clinical_safety(inputs: Inputs<'_>, versions: &Versions, register: &Register) -> ClinicalSafety {
    let section = &inputs.dossier.clinical_safety;
    ClinicalSafety {
        dcb0129_for_this_version: for_this_version(versions, &section.dcb0129.product_version, "the supplier's clinical safety case"),
        hazards: hazards(inputs, register),
    }
}
