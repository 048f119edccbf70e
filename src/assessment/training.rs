//! Training actions: for each staff group and programme, what remains, for which outcomes, and what blocks it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::action::{Group, Progress, TrainingAction, message};
use super::circumstances::Circumstances;
use super::evaluate::circumstance;
use super::finding::Finding;
use super::open_parts::{OpenParts, blocked_by};
use super::scene::Scene;
use super::truth::Truth;
use crate::dossier::training::{Programme, StaffGroup};
use crate::facts::{Done, Outdated, Teaching, Trained, needs};
use crate::rules::TrainingTable;
use crate::tables::Audience;
use crate::terms::{Archetype, Force};

/// Works out what remains to be trained.
pub fn actions<'a>(scene: &Scene<'a>, circumstances: &Circumstances<'a>, findings: &[Finding<'a>]) -> Vec<TrainingAction<'a>> {
    let mut found = Vec::new();
    let trained = Trained::new(scene.dossier, scene.as_of);
    let required = Required::new(scene);
    let open = OpenParts::new(scene.book, findings);
    for table in &scene.book.training {
        if applies(scene, circumstances, table) == Truth::False {
            continue;
        }
        let outcomes = table
            .table
            .outcomes
            .iter()
            .map(|outcome| Wanted { teaching: trained.teaching(outcome), blocked_by: blocked_by(scene, &open, outcome) });
        let (outcomes, about) = (outcomes.collect(), HashMap::new());
        let mut planner = Planner { scene, table, trained: &trained, required: &required, open: &open, outcomes, about };
        found.extend(planner.table());
    }
    // What the law asks comes first; then by decision and by programme to commission.
    found.sort_by(|a, b| {
        let key = |action: &TrainingAction<'a>| (std::cmp::Reverse(action.force), action.table.gate);
        key(a).cmp(&key(b)).then_with(|| a.programme.cmp(&b.programme))
    });
    found
}

fn applies<'a>(scene: &Scene<'a>, circumstances: &Circumstances<'a>, table: &'a TrainingTable) -> Truth {
    table.when.as_ref().map_or(Truth::True, |when| circumstance(scene, circumstances, when).truth)
}

/// The programmes that the developer requires of the groups it names: exactly these are a legal duty.
struct Required<'a> {
    staff: HashSet<&'a str>,
    programmes: Vec<&'a Programme>,
    ids: HashSet<&'a str>,
}

impl<'a> Required<'a> {
    fn new(scene: &Scene<'a>) -> Required<'a> {
        let section = &scene.dossier.training;
        let required = &section.required_by_developer;
        let told = required.required.get() == Some(&true);
        let staff = required.staff.get().filter(|_| told).into_iter().flatten().map(|id| id.0.as_str()).collect();
        let wanted: HashSet<&str> = required.programmes.get().into_iter().flatten().map(|id| id.0.as_str()).collect();
        let named = section.programmes.items.iter().filter_map(|(_, one)| Some((one.id.get()?.0.as_str(), one)));
        let named: Vec<(&str, &Programme)> = named.filter(|(id, _)| wanted.contains(id)).collect();
        Required { staff, programmes: named.iter().map(|(_, one)| *one).collect(), ids: named.iter().map(|(id, _)| *id).collect() }
    }

    fn of(&self, group: &StaffGroup) -> bool {
        group.id.get().is_some_and(|id| self.staff.contains(id.0.as_str()))
    }
}

/// One outcome of the table: who teaches it, and what must be known before it can be taught.
struct Wanted<'a> {
    teaching: Teaching<'a>,
    blocked_by: Vec<String>,
}

/// What a set of outcomes serves, what is related to it, and what blocks it.
#[derive(Clone)]
struct About {
    serves: Arc<[String]>,
    related: Arc<[String]>,
    blocked_by: Arc<[String]>,
}

/// The most programmes without an open outcome that are told one by one to one group.
const TOLD_ONE_BY_ONE: usize = 20;

/// Plans the training that one table of outcomes asks for; outcomes are known by their position in it.
struct Planner<'s, 'a> {
    scene: &'s Scene<'a>,
    table: &'a TrainingTable,
    trained: &'s Trained<'a>,
    required: &'s Required<'a>,
    open: &'s OpenParts<'s, 'a>,
    outcomes: Vec<Wanted<'a>>,
    about: HashMap<Vec<usize>, About>,
}

impl<'a> Planner<'_, 'a> {
    fn table(&mut self) -> Vec<TrainingAction<'a>> {
        match self.table.table.audience {
            Audience::Organisation => self.organisation(),
            Audience::Users => self.users(),
            Audience::Archetype(archetype) => self.archetype(archetype),
        }
    }

    /// Every outcome, each idea once.
    fn all(&self) -> Vec<usize> {
        (0..self.outcomes.len()).filter(|at| self.outcomes[*at].teaching.outcome.same_as.is_none()).collect()
    }

    /// Literacy of all staff: kept with the organisation, reported once.
    fn organisation(&mut self) -> Vec<TrainingAction<'a>> {
        let literacy = &self.scene.dossier.training.literacy;
        let programme = literacy.programme.get().map(|name| name.0.clone());
        let teaches = |at: &usize| programme.as_ref().is_some_and(|name| self.outcomes[*at].teaching.by(name));
        let (taught, untaught): (Vec<usize>, Vec<usize>) = self.all().into_iter().partition(teaches);
        let counts = &literacy.organisation_wide;
        let held = programme.as_ref().and_then(|name| self.trained.programme(name));
        let trained = held.and_then(|held| self.trained.of_all_staff(counts, held));
        let outdated = held.and_then(|held| self.trained.outdated_of_all_staff(counts, held)).map(|why| Outdated { why, wanted: None });
        let headcount = counts.headcount.get().copied();
        let complete = matches!((trained, headcount), (Some(trained), Some(headcount)) if trained == headcount && headcount > 0);
        let mut found = Vec::new();
        if !taught.is_empty() && !complete {
            let progress = Progress { trained, outdated };
            found.push(self.action(programme, Group::all_staff(headcount), progress, taught, self.table.force));
        }
        if !untaught.is_empty() {
            found.push(self.action(None, Group::all_staff(headcount), Progress::none(), untaught, self.table.force));
        }
        found
    }

    fn users(&mut self) -> Vec<TrainingAction<'a>> {
        let staff = &self.scene.dossier.training.staff.items;
        if staff.is_empty() {
            let name = "users of the product (no staff group is named yet)".into();
            let group = Group { name, archetypes: Vec::new(), headcount: None };
            return vec![self.action(None, group, Progress::default(), self.all(), self.table.force)];
        }
        let users = staff.iter().map(|(_, group)| group).filter(|group| group.uses_product.get() != Some(&false));
        users.flat_map(|group| self.group(group)).collect()
    }

    /// The groups that play one part in the adoption of AI.
    fn archetype(&mut self, archetype: Archetype) -> Vec<TrainingAction<'a>> {
        let staff = &self.scene.dossier.training.staff.items;
        let plays = |group: &&StaffGroup| group.archetypes.get().is_some_and(|all| all.contains(&archetype));
        staff.iter().map(|(_, group)| group).filter(plays).flat_map(|group| self.group(group)).collect()
    }

    fn group(&mut self, group: &'a StaffGroup) -> Vec<TrainingAction<'a>> {
        let done = self.trained.done(group);
        let required = self.table.table.audience == Audience::Users && self.required.of(group);
        let Remaining { mut by_programme, untaught } = self.remaining(&done);
        let more = if required { self.undone(&done, &mut by_programme) } else { 0 };
        let mut found = Vec::new();
        for (programme, outcomes) in by_programme {
            let id = programme.id.get().map(|id| id.0.as_str());
            let legal = required && id.is_some_and(|id| self.required.ids.contains(id));
            let force = if legal { Force::Law } else { self.table.force };
            let progress = Progress { trained: done.count(programme), outdated: self.trained.outdated(&done, programme) };
            found.push(self.action(id.map(String::from), Group::named(group), progress, outcomes, force));
        }
        if more > 0 {
            let programme = Some(format!("{more} more programmes that the developer requires"));
            found.push(self.action(programme, Group::named(group), Progress::default(), Vec::new(), Force::Law));
        }
        if !untaught.is_empty() {
            found.push(self.action(None, Group::named(group), Progress::none(), untaught, self.table.force));
        }
        found
    }

    /// The outcomes that not everybody in a group certainly reaches.
    fn remaining(&self, done: &Done<'a>) -> Remaining<'a> {
        let headcount = done.group.headcount.get().copied();
        let mut left = Remaining::default();
        let mut position: HashMap<Option<&str>, usize> = HashMap::new();
        for (at, Wanted { teaching, .. }) in self.outcomes.iter().enumerate() {
            let reached = || headcount.is_some_and(|headcount| done.bounds(teaching).lower >= headcount);
            if !needs(done.group, teaching.outcome) || reached() {
                continue;
            }
            let Some(programme) = teaching.programmes.first().copied() else {
                left.untaught.push(at);
                continue;
            };
            let held = *position.entry(programme.id.get().map(|id| id.0.as_str())).or_insert(left.by_programme.len());
            if held == left.by_programme.len() {
                left.by_programme.push((programme, Vec::new()));
            }
            left.by_programme[held].1.push(at);
        }
        left
    }

    /// Adds the required programmes that a group has not done and that teach no open outcome; returns how many more there are
    /// than are told one by one. Only what was done, and what is told, is gone through.
    fn undone(&self, done: &Done<'a>, by_programme: &mut Vec<(&'a Programme, Vec<usize>)>) -> usize {
        let told: HashSet<&str> = by_programme.iter().filter_map(|(one, _)| one.id.get()).map(|id| id.0.as_str()).collect();
        let headcount = done.group.headcount.get().copied();
        let complete = |one: &Programme| matches!((done.count(one), headcount), (Some(count), Some(headcount)) if count >= headcount);
        let is_told = |one: &Programme| one.id.get().is_some_and(|id| told.contains(id.0.as_str()));
        let mut left = self.required.programmes.iter().copied().filter(|one| !complete(one) && !is_told(one));
        by_programme.extend(left.by_ref().take(TOLD_ONE_BY_ONE).map(|one| (one, Vec::new())));
        if left.next().is_none() {
            return 0;
        }
        let settled = done.programmes().filter(|one| complete(one) && !is_told(one)).filter_map(|one| one.id.get()).map(|id| id.0.as_str());
        let settled = settled.chain(told.iter().copied()).filter(|id| self.required.ids.contains(id)).count();
        self.required.programmes.len() - settled - TOLD_ONE_BY_ONE
    }

    fn action(
        &mut self,
        programme: Option<String>,
        group: Group,
        progress: Progress,
        outcomes: Vec<usize>,
        force: Force,
    ) -> TrainingAction<'a> {
        let message = message(programme.as_deref(), &group, &progress, outcomes.len());
        let About { serves, related, blocked_by } = self.about(&outcomes);
        TrainingAction {
            table: self.table,
            programme,
            group: group.name,
            archetypes: group.archetypes,
            trained: progress.trained,
            headcount: group.headcount,
            outcomes: outcomes.iter().map(|at| self.outcomes[*at].teaching.outcome).collect(),
            force,
            serves,
            related,
            blocked_by,
            message,
        }
    }

    /// Worked out once for each set of outcomes: many groups need the same.
    fn about(&mut self, outcomes: &[usize]) -> About {
        if let Some(about) = self.about.get(outcomes) {
            return about.clone();
        }
        let sorted = |mut all: Vec<String>| {
            all.sort();
            all.dedup();
            all
        };
        let each = || outcomes.iter().map(|at| &self.outcomes[*at]);
        let serves = sorted(each().flat_map(|one| one.teaching.outcome.content_from.iter().map(ToString::to_string)).collect());
        let blocked_by = sorted(each().flat_map(|one| one.blocked_by.iter().cloned()).collect());
        let about = About { related: self.open.checks(&serves).into(), serves: serves.into(), blocked_by: blocked_by.into() };
        self.about.insert(outcomes.to_vec(), about.clone());
        about
    }
}

/// What a group has still to reach: by programme, and what no programme teaches.
#[derive(Default)]
struct Remaining<'a> {
    by_programme: Vec<(&'a Programme, Vec<usize>)>,
    untaught: Vec<usize>,
}
