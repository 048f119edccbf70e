//! How a run ends: the exit codes, the graver after the milder.

use std::process::ExitCode;

use crate::assessment::Counts;
use crate::terms::Severity;

/// How a run ends. Of several dossiers the gravest end decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Nothing is open at or above `--fail-on`.
    Clear = 0,
    /// Something is open at or above `--fail-on`.
    Open = 1,
    /// Bad usage, a dossier or pack that cannot be read, or a result that cannot be written.
    BadInput = 2,
    /// No dossier was found.
    NoDossier = 3,
}

impl Exit {
    /// The end of one assessment: open when anything of that severity, or graver, is due and open.
    pub(super) fn of(counts: &Counts, fail_on: Severity) -> Exit {
        let open = [(Severity::Note, counts.notes), (Severity::Gap, counts.gaps), (Severity::Blocker, counts.blockers)];
        if open.iter().any(|(severity, open)| *severity >= fail_on && open.total() > 0) { Exit::Open } else { Exit::Clear }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_graver_than_asked_for_counts_too() {
        let (mut noted, mut gap, mut blocked) = (Counts::default(), Counts::default(), Counts::default());
        noted.notes.unanswered = 1;
        gap.gaps.failing = 1;
        blocked.blockers.unanswered = 1;
        let ends = |fail_on| [Counts::default(), noted, gap, blocked].map(|counts| Exit::of(&counts, fail_on));
        use Exit::{Clear, Open};
        assert_eq!(ends(Severity::Note), [Clear, Open, Open, Open]);
        assert_eq!(ends(Severity::Gap), [Clear, Clear, Open, Open]);
        assert_eq!(ends(Severity::Blocker), [Clear, Clear, Clear, Open]);
    }

    #[test]
    fn a_dossier_that_cannot_be_read_outweighs_one_that_is_open() {
        assert_eq!([Exit::BadInput, Exit::Open, Exit::Clear].into_iter().max(), Some(Exit::BadInput));
        assert_eq!([Exit::Clear, Exit::Open, Exit::BadInput, Exit::NoDossier].map(|exit| exit as u8), [0, 1, 2, 3]);
    }
}
