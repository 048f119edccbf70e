//! The counts of an assessment, each saying what it includes, and the verdict they give.

use super::evaluation::Support;
use super::finding::Finding;
use super::outcome::Outcome;
use crate::terms::{Severity, choice};

choice! {
    /// The answer for the gate.
    Verdict {
        /// Nothing that is due is open.
        Ready = "ready",
        /// Something that is due is open.
        NotReady = "not-ready",
    }
}

/// How the green is supported: the checks that are due and met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SupportCounts {
    /// Examined by the adopter's named role.
    pub reviewed: usize,
    /// Shown by a registered document.
    pub evidenced: usize,
    /// The dossier says so.
    pub asserted: usize,
}

/// Failing and unanswered, of one severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenCounts {
    /// Not met.
    pub failing: usize,
    /// Unknown.
    pub unanswered: usize,
}

impl OpenCounts {
    /// Both.
    pub fn total(self) -> usize {
        self.failing + self.unanswered
    }
}

/// How many checks stand how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Checks due at the gate, whatever their outcome.
    pub due: usize,
    /// Due and met.
    pub met: usize,
    /// Due and not met, of any severity.
    pub not_met: usize,
    /// Due and unknown, of any severity.
    pub unknown: usize,
    /// Of those, answered once: for an earlier version, or so long ago that it is due again.
    pub answered_once: usize,
    /// Due by their gate, but not asked of this product.
    pub not_applicable: usize,
    /// Not yet due, and open: apply (or may apply) and are not met yet.
    pub due_later: usize,
    /// Due and met, by support.
    pub support: SupportCounts,
    /// Open blockers among the due.
    pub blockers: OpenCounts,
    /// Open gaps among the due.
    pub gaps: OpenCounts,
    /// Open notes among the due; they never decide.
    pub notes: OpenCounts,
}

impl Counts {
    /// Counts the findings of one dossier.
    pub fn of(findings: &[Finding<'_>], answered_once: impl Fn(&Finding<'_>) -> bool) -> Counts {
        let due = findings.iter().filter(|finding| finding.due);
        let mut counts = Counts { answered_once: due.filter(|finding| answered_once(finding)).count(), ..Counts::default() };
        for finding in findings {
            counts.add(finding);
        }
        counts
    }

    fn add(&mut self, finding: &Finding<'_>) {
        if !finding.due {
            self.due_later += usize::from(finding.outcome.open() && finding.check.until.is_none());
            return;
        }
        self.due += 1;
        match finding.outcome {
            Outcome::Met => {
                self.met += 1;
                match finding.support {
                    Support::Reviewed => self.support.reviewed += 1,
                    Support::Evidenced => self.support.evidenced += 1,
                    Support::Asserted => self.support.asserted += 1,
                }
            }
            Outcome::NotApplicable => self.not_applicable += 1,
            Outcome::NotMet => self.not_met += 1,
            Outcome::Unknown => self.unknown += 1,
        }
        let open = match finding.severity {
            Severity::Blocker => &mut self.blockers,
            Severity::Gap => &mut self.gaps,
            Severity::Note => &mut self.notes,
        };
        match finding.outcome {
            Outcome::NotMet => open.failing += 1,
            Outcome::Unknown => open.unanswered += 1,
            _ => {}
        }
    }

    /// Whether no check at all is asked of this product.
    pub fn nothing_applies(&self) -> bool {
        self.due == self.not_applicable && self.due_later == 0
    }
}

impl Verdict {
    /// Ready when no blocker and no gap that is due is open.
    pub fn of(counts: &Counts) -> Verdict {
        if counts.blockers.total() + counts.gaps.total() == 0 { Verdict::Ready } else { Verdict::NotReady }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blockers_and_gaps_decide_and_notes_do_not() {
        let open = |failing, unanswered| OpenCounts { failing, unanswered };
        let case = |blockers, gaps, notes| Verdict::of(&Counts { blockers, gaps, notes, ..Counts::default() });
        assert_eq!(case(open(0, 0), open(0, 0), open(3, 4)), Verdict::Ready);
        assert_eq!(case(open(1, 0), open(0, 0), open(0, 0)), Verdict::NotReady);
        assert_eq!(case(open(0, 1), open(0, 0), open(0, 0)), Verdict::NotReady);
        assert_eq!(case(open(0, 0), open(1, 0), open(0, 0)), Verdict::NotReady);
        assert_eq!(case(open(0, 0), open(0, 1), open(0, 0)), Verdict::NotReady);
    }
}
