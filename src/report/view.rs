//! The view of one dossier for one reader: what is shown, in which order, and how much of it.

use super::entry::{notes, place_span, plain};
use super::grouping::{causes, coming, first, groups, lapsed, lapses, waits_for};
use super::headline::{counts, occasion, packs, title, verdict};
use super::worked_out::{Contradiction, WorkedOut, contradictions, here, worked_out, worth_knowing};
use crate::assessment::{Assessment, Finding, Outcome, TrainingAction, Verdict};
use crate::terms::{Force, Gate, Role, Severity};
use crate::text::{Sources, Span};

/// How many failing blockers are shown in full.
const BLOCKERS: usize = 8;
/// How many blockers are shown in all, failing and unanswered; at least [`FEWEST`] unanswered ones.
const SHOWN: usize = 12;
/// The fewest unanswered blockers that are shown.
const FEWEST: usize = 3;
/// How many training actions are shown.
const TRAINING: usize = 4;
/// How many roles get a line of gaps, when no blocker is failing.
const ROLES: usize = 10;

/// How many gaps, or unanswered blockers, are few enough to be told in full.
const FEW: usize = 6;
/// How many things worth knowing are shown, when no blocker is failing.
const WORTH_KNOWING: usize = 4;
/// How many results are projected onto the patients here.
const HERE: usize = 2;
/// How many contradictions are shown.
const CONTRADICTIONS: usize = 1;
/// How many lapses are shown, of what has ended for each who must renew it.
const LAPSES: usize = 3;
/// The most lines of a report that is not in detail, at [`COLUMNS`] columns.
const LINES: usize = 100;
/// The columns at which lines are counted.
const COLUMNS: usize = 100;
/// The tightest a report can be made.
const TIGHTEST: usize = 8;

/// What the reader asked for.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Only what these roles must act on; everything, if empty.
    pub roles: Vec<Role>,
    /// The reader the roles stand for, as asked for.
    pub reader: String,
    /// Every check with its citation.
    pub detail: bool,
    /// How much is left out for a report of at most a hundred lines; 0 for nothing but the usual.
    pub tight: usize,
}

/// What one reader gets to see of one dossier.
pub struct View<'a> {
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
    /// Failing blockers in full.
    pub blockers: Vec<Shown<'a>>,
    /// The ids of failing blockers beyond those.
    pub more_blockers: Vec<&'a str>,
    /// Unanswered blockers, by who must act.
    pub unanswered: Vec<Group<'a>>,
    /// Whether there are so few unanswered blockers that each is told in full.
    pub unanswered_in_full: bool,
    /// Unanswered blockers beyond those.
    pub more_unanswered: usize,
    /// Open gaps, by who must act.
    pub gaps: Vec<Group<'a>>,
    /// Whether there are so few gaps that each is told in full.
    pub gaps_in_full: bool,
    /// Roles with gaps beyond those that get a line.
    pub more_gaps: Vec<(Role, usize)>,
    /// Training that remains.
    pub training: Vec<&'a TrainingAction<'a>>,
    /// What must be known before all of it can be taught, and is still open.
    pub training_waits_for: Vec<&'a str>,
    /// Training actions beyond those.
    pub more_training: usize,
    /// What comes later, by gate: the ids of the checks, the gravest first.
    pub coming: Vec<(Gate, Vec<&'a str>)>,
    /// What a reader should know although no check fails for it; left out where a blocker is failing or the report is narrowed.
    pub worth_knowing: Vec<String>,
    /// Things worth knowing beyond those.
    pub more_worth_knowing: usize,
    /// What the results would mean here.
    pub here: Vec<String>,
    /// Results beyond those.
    pub more_here: usize,
    /// Answers that do not fit together.
    pub contradictions: Vec<Contradiction>,
    /// Contradictions beyond those.
    pub more_contradictions: usize,
    /// What has ended, by who must renew it: a label, what is shown, and how much more there is.
    pub lapsed: Vec<(&'static str, Vec<String>, usize)>,
    /// What ends soon; in detail each with its place.
    pub lapses: Vec<String>,
    /// What ends soon, beyond those.
    pub more_lapses: usize,
    /// Every fact that was worked out; only in detail.
    pub worked_out: Vec<WorkedOut>,
    /// Every check, by section of the packs; only in detail.
    pub detail: Vec<Shown<'a>>,
    /// The packs that were used, in a line.
    pub packs: String,
}

/// One finding as it is shown.
pub struct Shown<'a> {
    /// The finding.
    pub finding: &'a Finding<'a>,
    /// What it says.
    pub message: String,
    /// What to do.
    pub action: String,
    /// The citation: its items and what it rests on.
    pub cites: String,
    /// What a reader should know of the sources that ask for it, each with its item.
    pub notes: Vec<String>,
    /// `file:line:column`.
    pub place: String,
    /// What to add, when the place is missing.
    pub add: Option<String>,
    /// The place, when an excerpt helps.
    pub excerpt: Option<Span>,
    /// Other failing blockers at the same place, for the same role.
    pub with_it: Vec<&'a str>,
    /// Whether it is unanswered and was answered once: for an earlier version, or too long ago.
    pub again: bool,
}

/// Findings for which one role must act.
pub struct Group<'a> {
    /// The role.
    pub role: Role,
    /// How many there are.
    pub total: usize,
    /// Those that are shown.
    pub shown: Vec<Shown<'a>>,
    /// The names of the others.
    pub also: Vec<&'a str>,
}

impl<'a> View<'a> {
    /// Makes the view that leaves out no more than it must to be drawn in a hundred lines; in detail nothing is left out.
    pub fn fitted(assessment: &'a Assessment<'a>, sources: &Sources, wish: &Wish, draw: impl Fn(&View<'a>, usize) -> String) -> View<'a> {
        let at = |tight| View::of(assessment, sources, &Wish { tight, ..wish.clone() });
        let fits = |view: &View<'a>| wish.detail || draw(view, COLUMNS).lines().count() <= LINES;
        (0..TIGHTEST).map(at).find(fits).unwrap_or_else(|| at(TIGHTEST))
    }

    /// Makes the view.
    pub fn of(assessment: &'a Assessment<'a>, sources: &Sources, wish: &Wish) -> View<'a> {
        let wanted = |finding: &&Finding<'a>| wish.roles.is_empty() || wish.roles.contains(&finding.check.who);
        let open: Vec<&Finding<'a>> = assessment.findings.iter().filter(|one| one.open_now()).filter(wanted).collect();
        let of = |severity: Severity, outcome: Outcome| -> Vec<&'a Finding<'a>> {
            let mut found: Vec<&Finding<'a>> =
                open.iter().copied().filter(|one| one.severity == severity && one.outcome == outcome).collect();
            // Of equal force and gate, what most statements of the sources ask for comes first.
            found.sort_by_key(|one| (std::cmp::Reverse(one.force), one.check.gate, std::cmp::Reverse(one.parts.len())));
            found
        };
        let failing = of(Severity::Blocker, Outcome::NotMet);
        let unanswered = of(Severity::Blocker, Outcome::Unknown);
        let mut gaps: Vec<&Finding<'a>> = open.iter().copied().filter(|one| one.severity == Severity::Gap).collect();
        gaps.sort_by_key(|one| (one.outcome, std::cmp::Reverse(one.parts.len())));
        let show = |finding: &'a Finding<'a>, excerpt: bool| shown(assessment, sources, finding, excerpt);
        let tight = wish.tight.min(TIGHTEST);
        // In detail nothing is cut.
        let most = |usual: usize| if wish.detail { usize::MAX } else { usual };
        let causes = causes(assessment, &failing);
        let one = |(at, cause): (usize, &Vec<&'a Finding<'a>>)| {
            let with_it = cause[1..].iter().map(|finding| finding.check.id.as_str()).collect();
            Shown { with_it, ..show(cause[0], at < excerpts(causes.len()) && tight < 4) }
        };
        let in_full = most(BLOCKERS - tight.saturating_sub(5));
        let blockers = causes.iter().take(in_full).enumerate().map(one).collect();
        let by_role = groups(&gaps, usize::MAX, &show);
        let roles = (ROLES - causes.len().min(BLOCKERS)).saturating_sub(tight / 2).max(1);
        let room = most(if tight < 6 { room(causes.len()).saturating_sub(2 * tight).max(FEWEST) } else { 0 });
        let training: Vec<&TrainingAction<'a>> =
            assessment.training.iter().filter(|one| wish.roles.is_empty() || wish.roles.contains(&one.table.owner)).collect();
        let detail: Vec<Shown<'a>> = match wish.detail {
            true => assessment.findings.iter().filter(wanted).map(|one| show(one, false)).collect(),
            false => Vec::new(),
        };
        let contradictions = contradictions(assessment, sources, wish.detail);
        let (contradictions, more_contradictions) = first(contradictions, most(if tight < 5 { CONTRADICTIONS } else { 0 }));
        let known = if wish.roles.is_empty() && (failing.is_empty() || wish.detail) { worth_knowing(assessment) } else { Vec::new() };
        let (worth_knowing, more_worth_knowing) = first(known, most(WORTH_KNOWING));
        let (here, more_here) = first(here(assessment), most(HERE.saturating_sub(tight)));
        let (lapses, more_lapses) = first(lapses(assessment, sources, wish.detail), most(LAPSES));
        let lapsed = lapsed(assessment, sources, wish.detail, most(LAPSES));
        View {
            title: title(assessment),
            occasion: occasion(assessment),
            gate: assessment.gate,
            reader: (!wish.reader.is_empty()).then(|| wish.reader.replace('_', " ")),
            verdict: verdict(assessment),
            ready: assessment.verdict == Verdict::Ready,
            counts: counts(assessment, sources),
            blockers,
            more_blockers: causes.iter().skip(in_full).flatten().map(|finding| finding.check.id.as_str()).collect(),
            unanswered_in_full: unanswered.len() <= FEW.min(room) && tight == 0,
            unanswered: groups(&unanswered, room, &show),
            more_unanswered: unanswered.len().saturating_sub(room),
            more_gaps: by_role.iter().skip(roles).map(|group| (group.role, group.total)).collect(),
            gaps_in_full: gaps.len() <= FEW && by_role.len() <= roles && tight == 0,
            gaps: by_role.into_iter().take(roles).collect(),
            training_waits_for: waits_for(&training),
            more_training: training.len().saturating_sub(most(TRAINING - tight / 6)),
            training: training.into_iter().take(most(TRAINING - tight / 6)).collect(),
            coming: coming(assessment, wish),
            worth_knowing,
            more_worth_knowing,
            here,
            more_here,
            contradictions,
            more_contradictions,
            lapsed,
            lapses,
            more_lapses,
            worked_out: if wish.detail && wish.roles.is_empty() { worked_out(assessment) } else { Vec::new() },
            detail,
            packs: packs(assessment),
        }
    }
}

/// How many unanswered blockers are shown beside so many failing ones.
fn room(failing: usize) -> usize {
    SHOWN.saturating_sub(2 * failing.min(BLOCKERS)).max(FEWEST)
}

fn shown<'a>(assessment: &'a Assessment<'a>, sources: &Sources, finding: &'a Finding<'a>, excerpt: bool) -> Shown<'a> {
    let scene = &assessment.scene;
    let place = scene.place(finding);
    let span = place_span(scene, place.node, place.exact);
    let mut cites: Vec<String> = Vec::new();
    let mut items: Vec<String> = Vec::new();
    for item in &finding.items {
        items.push(item.id.clone());
        if !cites.contains(&item.cites) {
            cites.push(item.cites.clone());
        }
    }
    cites.extend(finding.check.cites.iter().cloned());
    Shown {
        finding,
        message: plain(&scene.message(finding)),
        action: plain(&scene.action(finding)),
        cites: format!("{} · {}", items.join(", "), cites.join("; ")),
        notes: notes(finding),
        place: sources.locate(span),
        add: (!place.exact && !place.path.is_empty()).then(|| place.path.clone()),
        excerpt: (excerpt && place.exact).then_some(span),
        with_it: Vec::new(),
        again: scene.answered_once(finding),
    }
}

/// How many failing blockers get an excerpt of the dossier: the fewer they are, the more room there is.
fn excerpts(failing: usize) -> usize {
    match failing {
        0..=3 => 3,
        4..=5 => 2,
        _ => 1,
    }
}

/// `Clinical safety officer`, from `clinical_safety_officer`.
pub fn role_words(role: Role) -> String {
    let words = role.as_str().replace('_', " ");
    let words = words.replace("ai lead", "AI lead").replace("it lead", "IT lead");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// `legal duty` for the law, else the force in words.
pub fn training_force(force: Force) -> &'static str {
    if force == Force::Law { "legal duty" } else { force.words() }
}

/// `1 blocker`, `3 blockers`.
pub fn many(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
