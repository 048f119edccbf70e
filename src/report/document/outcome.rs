//! What became of a check, as documents for programs say it; some words wait for what makes them.

use crate::assessment::{self, Doubt, Finding, Objection, Scene, answered_once};
use crate::terms::choice;

choice! {
    /// What became of a check, or of a part of a question.
    Outcome {
        /// It holds.
        Met = "met",
        /// It does not hold.
        NotMet = "not-met",
        /// Nobody has said, or it is not shown; the reason says which.
        Unknown = "unknown",
        /// It is not asked of this product.
        NotApplicable = "not-applicable",
        /// The source does not cover the adopter's nation. No check has this outcome yet.
        NotCovered = "not-covered",
        /// Somebody who may has accepted to go on without it. No check has this outcome yet.
        Waived = "waived",
    }
}

choice! {
    /// Why a check is unknown.
    Reason {
        /// Nobody has said.
        Unsaid = "unsaid",
        /// It is said, and somebody has still to read it. No check has this reason yet.
        ToBeRead = "to-be-read",
        /// Whoever was asked will not say. No check has this reason yet.
        Refused = "refused",
        /// Somebody was asked and has not answered. No check has this reason yet.
        Asked = "asked",
        /// It waits for another answer, which decides whether it is asked of the product at all.
        Waiting = "waiting",
        /// It is judged by nobody, or by somebody whose judgement it is not.
        WrongRole = "wrong-role",
        /// It was answered once: for an earlier version, or too long ago.
        Lapsed = "lapsed",
        /// It is said, and not shown as the check demands.
        NotShown = "not-shown",
        /// What is said does not decide it, or contradicts something else.
        Undecidable = "undecidable",
    }
}

impl From<assessment::Outcome> for Outcome {
    fn from(outcome: assessment::Outcome) -> Outcome {
        match outcome {
            assessment::Outcome::Met => Outcome::Met,
            assessment::Outcome::NotMet => Outcome::NotMet,
            assessment::Outcome::Unknown => Outcome::Unknown,
            assessment::Outcome::NotApplicable => Outcome::NotApplicable,
        }
    }
}

impl Reason {
    /// Why a finding is unknown; none where it is known.
    pub(super) fn of(scene: &Scene<'_>, finding: &Finding<'_>) -> Option<Reason> {
        use assessment::Reason::{Applies, Doubt as Doubtful, NotShown, ReviewDue};
        let reason = finding.reason.filter(|_| finding.outcome == assessment::Outcome::Unknown)?;
        Some(match reason {
            Doubtful(Doubt::Unsaid) => Reason::Unsaid,
            _ if answered_once(scene, finding) => Reason::Lapsed,
            ReviewDue => Reason::Lapsed,
            NotShown(_) => Reason::NotShown,
            Applies(Doubt::Contradicted(_)) => Reason::Undecidable,
            Applies(_) => Reason::Waiting,
            Doubtful(Doubt::Judgement(Objection::Unsigned | Objection::BySupplier)) => Reason::WrongRole,
            Doubtful(_) => Reason::Undecidable,
        })
    }
}
