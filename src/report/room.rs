//! How much of each part of a report is shown, and what gives way first where it would be too long.

/// The parts of a report, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Product, gate, verdict, counts.
    Head,
    /// What a reader should know although no check fails for it.
    WorthKnowing,
    /// Blockers that are failing.
    Blockers,
    /// Blockers that are unanswered.
    Unanswered,
    /// Gaps.
    Gaps,
    /// Training that remains.
    Training,
    /// What the results would mean here.
    Here,
    /// Answers that do not fit together.
    Contradictions,
    /// What has ended, and what comes.
    Coming,
    /// Every fact.
    WorkedOut,
    /// Every check.
    Detail,
    /// Packs and what to do next.
    Foot,
}

impl Part {
    /// All of them, in their order.
    pub const ALL: [Part; 12] = [
        Part::Head,
        Part::WorthKnowing,
        Part::Blockers,
        Part::Unanswered,
        Part::Gaps,
        Part::Training,
        Part::Here,
        Part::Contradictions,
        Part::Coming,
        Part::WorkedOut,
        Part::Detail,
        Part::Foot,
    ];
}

/// How much of each part is shown; all numbers are house choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Failing blockers that are told in full.
    pub blockers: usize,
    /// How many of these have an excerpt of the dossier.
    pub excerpts: usize,
    /// Unanswered blockers.
    pub questions: usize,
    /// How many gaps, or unanswered blockers, are few enough to be told in full.
    pub few: usize,
    /// Roles that have a line of gaps.
    pub roles: usize,
    /// Training actions.
    pub training: usize,
    /// Things worth knowing.
    pub worth_knowing: usize,
    /// Results projected onto the patients here.
    pub results: usize,
    /// Contradictions.
    pub contradictions: usize,
    /// What ends soon, and what has ended for each who must renew it.
    pub lapses: usize,
}

/// The fewest unanswered blockers that are shown, unless nothing else helps.
const FEWEST: usize = 3;

/// The room of a report on a dossier without failing blockers.
const USUAL: Room = Room {
    blockers: 8,
    excerpts: 3,
    questions: 12,
    few: 6,
    roles: 10,
    training: 4,
    worth_knowing: 4,
    results: 2,
    contradictions: 1,
    lapses: 3,
};

impl Room {
    /// The usual room beside so many failing blockers: the more of them there are, the less is left for the rest.
    pub(super) fn beside(failing: usize) -> Room {
        let told = failing.min(USUAL.blockers);
        let excerpts = match failing {
            0..=3 => USUAL.excerpts,
            4..=5 => 2,
            _ => 1,
        };
        let questions = USUAL.questions.saturating_sub(2 * told).max(FEWEST);
        Room { excerpts, questions, roles: USUAL.roles - told, ..USUAL }
    }

    /// The room of a report in detail, in which no list is cut; gaps stay grouped, since every check follows.
    pub(super) fn in_detail(self) -> Room {
        let all = usize::MAX;
        let lists = Room { blockers: all, questions: all, training: all, worth_knowing: all, results: all, contradictions: all, ..self };
        Room { lapses: all, ..lists }
    }

    fn give_way(&mut self, cut: Cut) {
        match cut {
            Cut::InFull => self.few = 0,
            Cut::TwoQuestions => self.questions = self.questions.saturating_sub(2).max(FEWEST),
            Cut::EveryQuestion => self.questions = 0,
            Cut::OneResult => self.results = self.results.saturating_sub(1),
            Cut::OneRole => self.roles = self.roles.saturating_sub(1).max(1),
            Cut::Excerpts => self.excerpts = 0,
            Cut::Contradictions => self.contradictions = 0,
            Cut::OneAction => self.training = self.training.saturating_sub(1),
            Cut::OneBlocker => self.blockers = self.blockers.saturating_sub(1),
        }
    }

    /// The room after one more step of tightening.
    pub(super) fn tightened(mut self, step: Step) -> Room {
        step.iter().for_each(|cut| self.give_way(*cut));
        self
    }
}

/// One thing that gives way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// What is few is no longer told in full.
    InFull,
    /// Two unanswered blockers fewer, but not fewer than three.
    TwoQuestions,
    /// No unanswered blocker is spelt out; their number is.
    EveryQuestion,
    /// One projected result fewer.
    OneResult,
    /// One role fewer has a line of gaps.
    OneRole,
    /// No excerpts of the dossier.
    Excerpts,
    /// Contradictions are only counted.
    Contradictions,
    /// One training action fewer.
    OneAction,
    /// One failing blocker fewer is told in full.
    OneBlocker,
}

impl Cut {
    /// Whether a part gets shorter by it.
    pub(super) fn shortens(self, part: Part) -> bool {
        match self {
            Cut::InFull => matches!(part, Part::Unanswered | Part::Gaps),
            Cut::TwoQuestions | Cut::EveryQuestion => part == Part::Unanswered,
            Cut::OneResult => part == Part::Here,
            Cut::OneRole => part == Part::Gaps,
            Cut::Excerpts | Cut::OneBlocker => part == Part::Blockers,
            Cut::Contradictions => part == Part::Contradictions,
            Cut::OneAction => part == Part::Training,
        }
    }
}

/// What gives way together.
pub(super) type Step = &'static [Cut];

/// What gives way, in this order, until a report fits: repetition first, failing blockers last.
pub(super) const TIGHTENING: [Step; 8] = [
    &[Cut::InFull, Cut::TwoQuestions, Cut::OneResult],
    &[Cut::TwoQuestions, Cut::OneResult, Cut::OneRole],
    &[Cut::TwoQuestions],
    &[Cut::TwoQuestions, Cut::OneRole, Cut::Excerpts],
    &[Cut::TwoQuestions, Cut::Contradictions],
    &[Cut::EveryQuestion, Cut::OneRole, Cut::OneAction, Cut::OneBlocker],
    &[Cut::OneBlocker],
    &[Cut::OneBlocker, Cut::OneRole],
];
