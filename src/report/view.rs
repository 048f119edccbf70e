//! The view of one dossier for one reader: what is shown, in which order, and how much of it.

use std::cmp::Reverse;

use super::brief;
use super::grouping::{First, Group, Lapsed, causes, coming, groups, lapsed, lapses, shares, waits_for};
use super::headline::{counts, occasion, packs, title, verdict};
use super::known::{Contradiction, contradictions, here, worth_knowing};
use super::room::{Part, Room, TIGHTENING};
use super::shown::Shown;
use super::wish::Wish;
use super::worked_out::{WorkedOut, worked_out};
use crate::assessment::{Assessment, Finding, Outcome, Scene, TrainingAction, Verdict};
use crate::terms::{Gate, Role, Severity};
use crate::text::Span;

/// The most lines of a report that is not in detail, at a hundred columns.
const LINES: usize = 100;

/// What one reader gets to see of one dossier: everything there is to tell, and the room that there is for it.
pub struct View<'a> {
    /// How much of each part is shown.
    pub room: Room,
    /// The product, its supplier, the adopter.
    pub title: String,
    /// The gate and the day.
    pub occasion: String,
    /// The gate that is assessed.
    pub gate: Gate,
    /// For whom the report is narrowed, if it is.
    pub reader: Option<String>,
    /// The verdict with both counts.
    pub verdict: String,
    /// Whether the verdict is ready.
    pub ready: bool,
    /// The counts, each with what it includes.
    pub counts: Vec<(&'static str, String)>,
    /// Failing blockers, one for each cause; as many as are ever told.
    blockers: Vec<Shown<'a>>,
    /// The ids of all failing blockers, by cause.
    causes: Vec<Vec<&'a str>>,
    /// Unanswered blockers, by who must act.
    unanswered: Vec<Group<'a>>,
    /// Open gaps, by who must act.
    gaps: Vec<Group<'a>>,
    /// Training that remains, each with what it says.
    training: Vec<(&'a TrainingAction<'a>, String)>,
    /// What must be known before all of it can be taught, and is still open.
    pub training_waits_for: Vec<&'a str>,
    /// What comes later, by gate: the ids of the checks, the gravest first.
    pub coming: Vec<(Gate, Vec<&'a str>)>,
    /// What a reader should know although no check fails for it; left out where a blocker is failing or the report is narrowed.
    pub worth_knowing: First<String>,
    /// What the results would mean here.
    here: Vec<String>,
    /// Answers that do not fit together.
    contradictions: Vec<Contradiction>,
    /// What has ended, by who must renew it.
    pub lapsed: Vec<Lapsed>,
    /// What ends soon; in detail each with its place.
    pub lapses: First<String>,
    /// Every fact that was worked out; only in detail.
    pub worked_out: Vec<WorkedOut>,
    /// Every check, by section of the packs; only in detail.
    pub detail: Vec<Shown<'a>>,
    /// The dossier, its facts and the rules.
    pub(super) scene: &'a Scene<'a>,
    /// The packs that were used, in a line.
    pub packs: String,
}

/// What is open now, of one reader, in the order in which it is told.
struct Open<'a> {
    failing: Vec<&'a Finding<'a>>,
    unanswered: Vec<&'a Finding<'a>>,
    gaps: Vec<&'a Finding<'a>>,
}

impl<'a> Open<'a> {
    fn of(assessment: &'a Assessment<'a>, wish: &Wish) -> Open<'a> {
        let open = || assessment.findings.iter().filter(|one| one.open_now() && wish.includes(one.check.who));
        let blockers = |outcome: Outcome| {
            let mut found: Vec<&Finding<'a>> = open().filter(|one| one.severity == Severity::Blocker && one.outcome == outcome).collect();
            // Of equal force and gate, what most statements of the sources ask for comes first.
            found.sort_by_cached_key(|one| (Reverse(one.force), one.check.gate, Reverse(asked_for(one))));
            found
        };
        let mut gaps: Vec<&Finding<'a>> = open().filter(|one| one.severity == Severity::Gap).collect();
        gaps.sort_by_cached_key(|one| (one.outcome, Reverse(asked_for(one))));
        Open { failing: blockers(Outcome::NotMet), unanswered: blockers(Outcome::Unknown), gaps }
    }
}

/// How many parts of statements ask for a finding.
fn asked_for(finding: &Finding<'_>) -> usize {
    finding.asking.iter().map(|(_, parts)| parts.len()).sum()
}

impl<'a> View<'a> {
    /// Makes the view that leaves out no more than it must to be told in a hundred lines, given how many lines a part takes;
    /// in detail nothing is left out. A part is measured again only where what gave way shortens it.
    pub fn fitted(assessment: &'a Assessment<'a>, wish: &Wish, mut height: impl FnMut(&View<'a>, Part) -> usize) -> View<'a> {
        let mut view = View::of(assessment, wish);
        if wish.detail {
            return view;
        }
        let mut heights = Part::ALL.map(|part| height(&view, part));
        for step in TIGHTENING {
            if heights.iter().sum::<usize>() <= LINES {
                break;
            }
            view.room = view.room.tightened(step);
            for (part, lines) in Part::ALL.into_iter().zip(&mut heights) {
                if step.iter().any(|cut| cut.shortens(part)) {
                    *lines = height(&view, part);
                }
            }
        }
        view
    }

    /// Makes the view with the usual room.
    pub fn of(assessment: &'a Assessment<'a>, wish: &Wish) -> View<'a> {
        let open = Open::of(assessment, wish);
        let causes = causes(assessment, &open.failing);
        let beside = Room::beside(causes.len());
        let room = if wish.detail { beside.in_detail() } else { beside };
        let training: Vec<&TrainingAction<'a>> = assessment.training.iter().filter(|one| wish.trains(one.table, assessment.gate)).collect();
        let worth_telling = wish.whole() && (open.failing.is_empty() || wish.detail);
        let known = if worth_telling { worth_knowing(assessment) } else { Vec::new() };
        View {
            room,
            title: title(assessment),
            occasion: occasion(assessment),
            gate: assessment.gate,
            reader: (!wish.reader.is_empty()).then(|| wish.reader.replace('_', " ")),
            verdict: verdict(assessment),
            ready: assessment.verdict == Verdict::Ready,
            counts: counts(assessment, wish.due),
            blockers: causes.iter().take(room.blockers).map(|cause| told_together(assessment, cause)).collect(),
            causes: causes.iter().map(|cause| cause.iter().map(|finding| finding.check.id.as_str()).collect()).collect(),
            unanswered: groups(assessment, &open.unanswered, room.few.min(room.questions)),
            gaps: groups(assessment, &open.gaps, room.few),
            training_waits_for: waits_for(&training),
            training: training.into_iter().map(|action| (action, brief::sentence(&action.message).into_owned())).collect(),
            coming: if wish.due { Vec::new() } else { coming(assessment, wish) },
            worth_knowing: First::of(known.into_iter(), room.worth_knowing),
            here: here(assessment),
            contradictions: contradictions(assessment, wish.detail),
            lapsed: lapsed(assessment, wish.detail, room.lapses),
            lapses: lapses(assessment, wish.detail, room.lapses),
            worked_out: if wish.detail && wish.whole() { worked_out(assessment) } else { Vec::new() },
            detail: in_detail(assessment, wish),
            scene: &assessment.scene,
            packs: packs(assessment),
        }
    }

    /// The failing blockers that are told in full, one for each cause.
    pub fn blockers(&self) -> &[Shown<'a>] {
        part(&self.blockers, self.room.blockers).0
    }

    /// The place of a failing blocker, where there is room for an excerpt of the dossier.
    pub fn excerpt(&self, at: usize) -> Option<Span> {
        self.blockers.get(at).filter(|_| at < self.room.excerpts).and_then(|shown| shown.span)
    }

    /// The ids of failing blockers beyond those.
    pub fn more_blockers(&self) -> Vec<&'a str> {
        self.causes.iter().skip(self.room.blockers).flatten().copied().collect()
    }

    /// The unanswered blockers by who must act, each group with how many of it are told.
    pub fn unanswered(&self) -> Vec<(&Group<'a>, usize)> {
        self.unanswered.iter().zip(shares(&self.unanswered, self.room.questions)).collect()
    }

    /// How many blockers are unanswered.
    fn questions(&self) -> usize {
        self.unanswered.iter().map(|group| group.findings.len()).sum()
    }

    /// Unanswered blockers beyond those that are told.
    pub fn more_unanswered(&self) -> usize {
        self.questions().saturating_sub(self.room.questions)
    }

    /// Whether there are so few unanswered blockers that each is told in full.
    pub fn unanswered_in_full(&self) -> bool {
        self.questions() <= self.room.few.min(self.room.questions)
    }

    /// The groups of gaps that get a line, those who must act on most first.
    pub fn gaps(&self) -> &[Group<'a>] {
        part(&self.gaps, self.room.roles).0
    }

    /// Roles with gaps beyond those that get a line.
    pub fn more_gaps(&self) -> Vec<(Role, usize)> {
        self.gaps.iter().skip(self.room.roles).map(|group| (group.role, group.findings.len())).collect()
    }

    /// Whether there are so few gaps that each is told in full.
    pub fn gaps_in_full(&self) -> bool {
        let gaps: usize = self.gaps.iter().map(|group| group.findings.len()).sum();
        gaps <= self.room.few && self.gaps.len() <= self.room.roles
    }

    /// Training that remains, each with what it says; and how many actions more.
    pub fn training(&self) -> (&[(&'a TrainingAction<'a>, String)], usize) {
        part(&self.training, self.room.training)
    }

    /// What the results would mean here, and how many results more.
    pub fn here(&self) -> (&[String], usize) {
        part(&self.here, self.room.results)
    }

    /// Answers that do not fit together, and how many more.
    pub fn contradictions(&self) -> (&[Contradiction], usize) {
        part(&self.contradictions, self.room.contradictions)
    }
}

/// The first so many, and how many are left.
fn part<T>(all: &[T], most: usize) -> (&[T], usize) {
    let most = most.min(all.len());
    (&all[..most], all.len() - most)
}

/// The first blocker of a cause, with the ids of the others.
fn told_together<'a>(assessment: &'a Assessment<'a>, cause: &[&'a Finding<'a>]) -> Shown<'a> {
    let with_it = cause[1..].iter().map(|finding| finding.check.id.as_str()).collect();
    Shown { with_it, ..Shown::of(assessment, cause[0]) }
}

/// Every check that the reader must act on.
fn in_detail<'a>(assessment: &'a Assessment<'a>, wish: &Wish) -> Vec<Shown<'a>> {
    let all = if wish.detail { &assessment.findings[..] } else { &[] };
    all.iter().filter(|finding| wish.shows(finding)).map(|finding| Shown::of(assessment, finding)).collect()
}
