//! Training actions: for each staff group and programme, what remains, for which outcomes, and what blocks it.

use super::evaluate::{Evaluator, Mode};
use super::outcome::Finding;
use super::scene::Scene;
use super::truth::Truth;
use crate::dossier::training::{Programme, StaffGroup};
use crate::facts::{Outdated, Trained, needed};
use crate::rules::TrainingTable;
use crate::tables::{Audience, LearningOutcome};
use crate::terms::{Archetype, Force};
use crate::text::{parse_path, unanswered, visible_line};

/// Training that remains for one group in one programme, or for which no programme exists yet.
#[derive(Debug, Clone)]
pub struct TrainingAction<'a> {
    /// The table of outcomes.
    pub table: &'a TrainingTable,
    /// The programme; none when no programme teaches the outcomes yet.
    pub programme: Option<String>,
    /// The staff group, or the whole organisation.
    pub group: String,
    /// The archetypes of the group.
    pub archetypes: Vec<Archetype>,
    /// How many have been trained; none when nobody has said.
    pub trained: Option<u64>,
    /// How many need it; none when nobody has said.
    pub headcount: Option<u64>,
    /// The outcomes that it serves.
    pub outcomes: Vec<&'a LearningOutcome>,
    /// Legal duty or best practice.
    pub force: Force,
    /// The question parts that its outcomes serve.
    pub serves: Vec<String>,
    /// Open checks that are about what it teaches; related only, since training alone does not close them.
    pub related: Vec<String>,
    /// Question parts and fields that hold what is to be taught and are still open.
    pub blocked_by: Vec<String>,
    /// What remains, in a sentence.
    pub message: String,
}

/// Works out what remains to be trained.
pub fn actions<'a>(scene: &Scene<'a>, findings: &[Finding<'a>]) -> Vec<TrainingAction<'a>> {
    let mut found = Vec::new();
    for table in &scene.book.training {
        if applies(scene, table) == Truth::False {
            continue;
        }
        let planner = Planner { scene, findings, table, trained: Trained { dossier: scene.dossier, as_of: scene.as_of } };
        match table.table.audience {
            Audience::Organisation => found.extend(planner.organisation()),
            Audience::Users => found.extend(planner.users()),
            Audience::Archetype(archetype) => found.extend(planner.archetype(archetype)),
        }
    }
    // What the law asks comes first; then by decision and by programme to commission.
    found.sort_by(|a, b| {
        let key = |action: &TrainingAction<'a>| (std::cmp::Reverse(action.force), action.table.gate, action.programme.clone());
        key(a).cmp(&key(b))
    });
    found
}

fn applies(scene: &Scene<'_>, table: &TrainingTable) -> Truth {
    let evaluator = Evaluator { scene, mode: Mode::When, kinds: &[], questions: &[] };
    table.when.as_ref().map_or(Truth::True, |when| evaluator.evaluate(when).truth)
}

struct Planner<'s, 'a> {
    scene: &'s Scene<'a>,
    findings: &'s [Finding<'a>],
    table: &'a TrainingTable,
    trained: Trained<'a>,
}

impl<'a> Planner<'_, 'a> {
    /// Literacy of all staff: kept with the organisation, reported once.
    fn organisation(&self) -> Vec<TrainingAction<'a>> {
        let literacy = &self.scene.dossier.training.literacy;
        let all: Vec<&LearningOutcome> = self.table.table.outcomes.iter().filter(|outcome| outcome.same_as.is_none()).collect();
        let programme = literacy.programme.get().map(|name| name.0.clone());
        let teaches =
            |outcome: &&LearningOutcome| self.trained.programmes(outcome).any(|one| one.id.get().map(|id| &id.0) == programme.as_ref());
        let (taught, untaught): (Vec<&LearningOutcome>, Vec<&LearningOutcome>) = all.into_iter().partition(teaches);
        let counts = &literacy.organisation_wide;
        let named = self.scene.dossier.training.programmes.items.iter().map(|(_, one)| one);
        let held = named.into_iter().find(|one| programme.is_some() && one.id.get().map(|id| &id.0) == programme.as_ref());
        let trained = held.and_then(|held| self.trained.of_all_staff(counts, held));
        let outdated = held.and_then(|held| self.trained.outdated_of_all_staff(counts, held)).map(|why| Outdated { why, wanted: None });
        let headcount = counts.headcount.get().copied();
        let complete = matches!((trained, headcount), (Some(trained), Some(headcount)) if trained == headcount && headcount > 0);
        let mut found = Vec::new();
        if !taught.is_empty() && !complete {
            found.push(self.action(programme, "all staff".into(), Vec::new(), (trained, headcount, outdated), taught, self.table.force));
        }
        if !untaught.is_empty() {
            found.push(self.action(None, "all staff".into(), Vec::new(), (Some(0), headcount, None), untaught, self.table.force));
        }
        found
    }

    fn users(&self) -> Vec<TrainingAction<'a>> {
        let staff = &self.scene.dossier.training.staff;
        let groups: Vec<&StaffGroup> =
            staff.items.iter().map(|(_, group)| group).filter(|group| group.uses_product.get() != Some(&false)).collect();
        if staff.items.is_empty() {
            let all = self.table.table.outcomes.iter().filter(|outcome| outcome.same_as.is_none()).collect();
            return vec![self.action(
                None,
                "users of the product (no staff group is named yet)".into(),
                Vec::new(),
                (None, None, None),
                all,
                self.table.force,
            )];
        }
        groups.into_iter().flat_map(|group| self.group(group)).collect()
    }

    /// The groups that play one part in the adoption of AI.
    fn archetype(&self, archetype: Archetype) -> Vec<TrainingAction<'a>> {
        let staff = &self.scene.dossier.training.staff.items;
        let plays = |group: &&StaffGroup| group.archetypes.get().is_some_and(|all| all.contains(&archetype));
        staff.iter().map(|(_, group)| group).filter(plays).flat_map(|group| self.group(group)).collect()
    }

    fn group(&self, group: &'a StaffGroup) -> Vec<TrainingAction<'a>> {
        let headcount = group.headcount.get().copied();
        let open: Vec<&'a LearningOutcome> = needed(&self.table.table, group)
            .into_iter()
            .filter(|outcome| headcount.is_none_or(|headcount| self.trained.bounds(group, outcome).lower < headcount))
            .collect();
        let mut by_programme: Vec<(&'a Programme, Vec<&'a LearningOutcome>)> = Vec::new();
        let mut untaught = Vec::new();
        for outcome in open {
            match self.trained.programmes(outcome).next() {
                None => untaught.push(outcome),
                Some(programme) => match by_programme.iter_mut().find(|(held, _)| held.id.get() == programme.id.get()) {
                    Some((_, outcomes)) => outcomes.push(outcome),
                    None => by_programme.push((programme, vec![outcome])),
                },
            }
        }
        for programme in self.required(group) {
            let done = matches!((self.trained.count(group, programme), headcount), (Some(count), Some(headcount)) if count >= headcount);
            if !done && !by_programme.iter().any(|(held, _)| held.id.get() == programme.id.get()) {
                by_programme.push((programme, Vec::new()));
            }
        }
        let mut found: Vec<TrainingAction<'a>> = by_programme
            .into_iter()
            .map(|(programme, outcomes)| {
                let legal = self.required(group).iter().any(|required| required.id.get() == programme.id.get());
                let force = if legal { Force::Law } else { self.table.force };
                let counts = (self.trained.count(group, programme), headcount, self.trained.outdated(group, programme));
                self.action(programme.id.get().map(|id| id.0.clone()), title(group), archetypes(group), counts, outcomes, force)
            })
            .collect();
        if !untaught.is_empty() {
            found.push(self.action(None, title(group), archetypes(group), (Some(0), headcount, None), untaught, self.table.force));
        }
        found
    }

    /// The programmes that the developer requires of a group: exactly these are a legal duty.
    fn required(&self, group: &StaffGroup) -> Vec<&'a Programme> {
        if self.table.table.audience != Audience::Users {
            return Vec::new();
        }
        let section = &self.scene.dossier.training;
        let required = &section.required_by_developer;
        let named = required.staff.get().is_some_and(|staff| group.id.get().is_some_and(|id| staff.contains(id)));
        if required.required.get() != Some(&true) || !named {
            return Vec::new();
        }
        let wanted = required.programmes.get().map_or(&[][..], Vec::as_slice);
        section.programmes.items.iter().map(|(_, one)| one).filter(|one| one.id.get().is_some_and(|id| wanted.contains(id))).collect()
    }

    fn action(
        &self,
        programme: Option<String>,
        group: String,
        archetypes: Vec<Archetype>,
        (trained, headcount, outdated): (Option<u64>, Option<u64>, Option<Outdated>),
        outcomes: Vec<&'a LearningOutcome>,
        force: Force,
    ) -> TrainingAction<'a> {
        let blocked_by = self.blocked_by(&outcomes);
        let mut serves: Vec<String> = outcomes.iter().flat_map(|outcome| outcome.content_from.iter().cloned()).collect();
        serves.sort();
        serves.dedup();
        let about = |finding: &&Finding<'a>| finding.outcome.open() && finding.parts.iter().any(|part| serves.contains(part));
        let related = self.findings.iter().filter(about).map(|finding| finding.check.id.clone()).collect();
        let message = message(programme.as_deref(), &group, (trained, headcount), outdated.as_ref(), outcomes.len());
        TrainingAction {
            table: self.table,
            programme,
            group,
            archetypes,
            trained,
            headcount,
            outcomes,
            force,
            serves,
            related,
            blocked_by,
            message,
        }
    }

    /// What must be known before the outcomes can be taught, and is still open.
    fn blocked_by(&self, outcomes: &[&LearningOutcome]) -> Vec<String> {
        let mut open = Vec::new();
        for outcome in outcomes {
            let parts = outcome
                .content_from
                .iter()
                .filter(|part| self.findings.iter().any(|finding| finding.outcome.open() && finding.parts.contains(part)));
            let fields = outcome.content_fields.iter().filter(|path| {
                let node = parse_path(path).and_then(|path| self.scene.find(&path));
                node.is_none_or(|node| unanswered(&self.scene.known.tree, node) || self.scene.said(node).is_none())
            });
            open.extend(parts.chain(fields).cloned());
        }
        open.sort();
        open.dedup();
        open
    }
}

fn title(group: &StaffGroup) -> String {
    group.title.get().or(group.id.get()).map_or("a staff group".into(), |name| visible_line(&name.0))
}

fn archetypes(group: &StaffGroup) -> Vec<Archetype> {
    group.archetypes.get().cloned().unwrap_or_default()
}

fn message(
    programme: Option<&str>,
    group: &str,
    (trained, headcount): (Option<u64>, Option<u64>),
    outdated: Option<&Outdated>,
    outcomes: usize,
) -> String {
    let on = outdated.and_then(|one| one.wanted.as_deref()).map_or(String::new(), |wanted| format!(" on {}", visible_line(wanted)));
    let because = outdated.map_or(String::new(), |one| format!(" ({})", visible_line(&one.why)));
    let name = programme.map_or("no programme teaches it yet".into(), visible_line);
    let count = match (programme, trained, headcount) {
        (None, _, Some(headcount)) => format!("{headcount} people"),
        (None, _, None) => "number of people not stated".into(),
        (Some(_), Some(trained), Some(headcount)) => {
            format!("{trained} of {headcount} trained{on}, {} to go{because}", headcount.saturating_sub(trained))
        }
        (Some(_), None, Some(headcount)) => format!("how many of {headcount} are trained is not stated"),
        (Some(_), _, None) => "number of people not stated".into(),
    };
    let outcomes = match outcomes {
        0 => String::new(),
        1 => " · 1 outcome".into(),
        more => format!(" · {more} outcomes"),
    };
    format!("{group}: {name}, {count}{outcomes}")
}
