//! Who is trained: how many of a staff group have done a programme and reach an outcome, with bounds where programmes overlap.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::Versions;
use super::phrase::brief;
use crate::dossier::Dossier;
use crate::dossier::answer::Said;
use crate::dossier::training::{Coverage, OrganisationWide, Programme, Progress, StaffGroup};
use crate::tables::LearningOutcome;
use crate::terms::{Assessed, EquivalentFor, Level, long_date};

/// The programmes of a dossier, found by their name and by what they teach; made once.
pub struct Trained<'a> {
    as_of: Date,
    versions: Versions,
    by_id: HashMap<&'a str, &'a Programme>,
    /// For each outcome, where it is covered, in the order of the programmes.
    covering: HashMap<&'a str, Vec<(&'a Programme, &'a Coverage)>>,
}

/// The programmes that teach one outcome to its level; a skill must be observed.
pub struct Teaching<'a> {
    /// The outcome.
    pub outcome: &'a LearningOutcome,
    /// The programmes, in the order of the dossier.
    pub programmes: Vec<&'a Programme>,
    /// Their names.
    ids: HashSet<&'a str>,
    /// The weakest way in which they find out whether it was reached.
    pub(super) assessed: Option<Assessed>,
}

/// What one staff group has done: its progress in each programme, and how many have done it.
pub struct Done<'a> {
    /// The group.
    pub group: &'a StaffGroup,
    rows: Vec<Row<'a>>,
    by_programme: HashMap<&'a str, usize>,
}

struct Row<'a> {
    programme: &'a Programme,
    id: &'a str,
    progress: &'a Progress,
    count: Option<u64>,
}

/// How many of a group have something: at least and at most; no upper bound when nobody has said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// At least so many.
    pub lower: u64,
    /// At most so many.
    pub upper: Option<u64>,
}

/// Training that has been done and no longer counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outdated {
    /// Why, in a phrase.
    pub why: String,
    /// The version in which training is wanted, where it was given in another.
    pub wanted: Option<String>,
}

/// Whether somebody at one level is also at another: knowledge and skill are different ladders.
pub fn reaches(have: Level, need: Level) -> bool {
    let knowledge = |level: Level| matches!(level, Level::Awareness | Level::Familiarity | Level::Understanding);
    match (knowledge(have), knowledge(need)) {
        (true, true) | (false, false) => have >= need,
        (false, true) => have == Level::Proficient,
        (true, false) => false,
    }
}

/// Whether a programme teaches an outcome to the level it asks for; a skill must be observed.
fn teaches(outcome: &LearningOutcome, covered: &Coverage) -> bool {
    let enough = outcome.level.is_none_or(|level| covered.level.get().is_some_and(|have| reaches(*have, level)));
    let skill = matches!(outcome.level, Some(Level::Capable | Level::Proficient));
    enough && (!skill || covered.assessed.get() == Some(&Assessed::Observed))
}

impl<'a> Trained<'a> {
    /// Looks the programmes of a dossier up, for a report of that day.
    pub fn new(dossier: &'a Dossier, as_of: Date) -> Trained<'a> {
        let programmes = || dossier.training.programmes.items.iter().map(|(_, programme)| programme);
        let mut covering: HashMap<&str, Vec<(&Programme, &Coverage)>> = HashMap::new();
        for (programme, covered) in programmes().flat_map(|one| one.covers.items.iter().map(move |(_, covered)| (one, covered))) {
            if let Some(outcome) = covered.outcome.get() {
                covering.entry(&outcome.0).or_default().push((programme, covered));
            }
        }
        let mut by_id = HashMap::new();
        for programme in programmes() {
            if let Some(id) = programme.id.get() {
                by_id.entry(id.0.as_str()).or_insert(programme);
            }
        }
        Trained { as_of, versions: Versions::read(dossier, as_of), by_id, covering }
    }

    /// The programme with that name.
    pub fn programme(&self, id: &str) -> Option<&'a Programme> {
        self.by_id.get(id).copied()
    }

    /// The programmes that teach an outcome to its level.
    pub fn teaching(&self, outcome: &'a LearningOutcome) -> Teaching<'a> {
        let covering = self.covering.get(outcome.id.as_str()).map_or(&[][..], Vec::as_slice);
        let mut programmes: Vec<&Programme> = Vec::new();
        for (programme, _) in covering.iter().filter(|(_, covered)| teaches(outcome, covered)) {
            if programmes.last().is_none_or(|last| !std::ptr::eq(*last, *programme)) {
                programmes.push(programme);
            }
        }
        let ids = programmes.iter().filter_map(|programme| programme.id.get()).map(|id| id.0.as_str()).collect();
        let assessed = covering.iter().filter(|(_, covered)| teaches(outcome, covered)).filter_map(|(_, covered)| covered.assessed.get());
        Teaching { outcome, ids, assessed: assessed.copied().min(), programmes }
    }

    /// What a group has done of the programmes that there are.
    pub fn done(&self, group: &'a StaffGroup) -> Done<'a> {
        let (mut rows, mut by_programme): (Vec<Row<'a>>, HashMap<&str, usize>) = (Vec::new(), HashMap::new());
        for (_, progress) in &group.progress.items {
            let Some(id) = progress.programme.get().map(|id| id.0.as_str()) else { continue };
            let Some(programme) = self.programme(id).filter(|_| !by_programme.contains_key(id)) else { continue };
            by_programme.insert(id, rows.len());
            rows.push(Row { programme, id, progress, count: self.count(group, programme, progress) });
        }
        Done { group, rows, by_programme }
    }

    /// How many of a group have done a programme on this version, and it still holds; `None` when nobody has said.
    fn count(&self, group: &StaffGroup, programme: &Programme, progress: &Progress) -> Option<u64> {
        if !self.holds(programme, progress)? {
            return Some(0);
        }
        let trained = *progress.trained.get()?;
        (trained <= *group.headcount.get()?).then_some(trained)
    }

    /// Whether training counted there still holds: of this version, and not too long ago.
    fn holds(&self, programme: &Programme, progress: &Progress) -> Option<bool> {
        let counted = progress.as_of.get()?.0;
        if counted > self.as_of {
            return None;
        }
        let of_this = |version: &str| self.versions.current(version, EquivalentFor::Training);
        let current = match &programme.product_version.said {
            // A programme about AI in general, said to be so, does not grow old with a version.
            Said::None(_) => true,
            Said::Is(taught) => of_this(taught)? && of_this(progress.product_version.get()?)?,
            Said::Unknown | Said::NotApplicable(_) => return None,
        };
        Some(current && self.lapsed(programme, counted)?.is_none())
    }

    /// The last day on which training counted on a day held, where that day has passed; `None` when nobody has said how long it holds.
    fn lapsed(&self, programme: &Programme, counted: Date) -> Option<Option<Date>> {
        match &programme.valid_for.said {
            Said::Is(valid) => Some(counted.checked_add(valid.0).ok().filter(|end| *end < self.as_of)),
            Said::None(_) => Some(None),
            Said::Unknown | Said::NotApplicable(_) => None,
        }
    }

    /// How many of all staff have done a programme, and it still holds; `None` when nobody has said.
    pub fn of_all_staff(&self, counts: &OrganisationWide, programme: &Programme) -> Option<u64> {
        let counted = counts.as_of.get()?.0;
        if counted > self.as_of {
            return None;
        }
        let trained = *counts.trained.get()?;
        Some(if self.lapsed(programme, counted)?.is_some() { 0 } else { trained })
    }

    /// What became of the training of all staff that no longer holds: a phrase.
    pub fn outdated_of_all_staff(&self, counts: &OrganisationWide, programme: &Programme) -> Option<String> {
        let ended = self.lapsed(programme, counts.as_of.get()?.0)??;
        Some(format!("the training of {} held until {}", counts.trained.get()?, long_date(ended)))
    }

    /// Why training that a group has done no longer counts: a phrase; none where it counts or nobody has said.
    pub fn outdated(&self, done: &Done<'a>, programme: &Programme) -> Option<Outdated> {
        let progress = done.row(programme.id.get()?)?.progress;
        let trained = progress.trained.get().filter(|trained| **trained > 0)?;
        if self.holds(programme, progress)? {
            return None;
        }
        let other = |version: &&str| self.versions.current(version, EquivalentFor::Training) == Some(false);
        let on = progress.product_version.get().map(|version| version.0.as_str()).filter(other);
        let taught = programme.product_version.get().map(|version| version.0.as_str()).filter(other);
        let mut parts = Vec::new();
        match (on, taught) {
            (Some(on), Some(taught)) if on == taught => {
                parts.push(format!("{trained} on {}, which the programme still teaches", brief(on)));
            }
            (on, taught) => {
                parts.extend(on.map(|on| format!("{trained} on {}", brief(on))));
                parts.extend(taught.map(|taught| format!("the programme still teaches {}", brief(taught))));
            }
        }
        let ended = progress.as_of.get().and_then(|counted| self.lapsed(programme, counted.0).flatten());
        parts.extend(ended.map(|ended| format!("the training of {trained} held until {}", long_date(ended))));
        let wanted = (on.is_some() || taught.is_some()).then(|| self.versions.offered_words()).flatten();
        Some(Outdated { why: parts.join("; "), wanted: wanted.map(|version| version.into_owned()) })
    }
}

impl<'a> Teaching<'a> {
    /// Whether the programme with that name is one of them.
    pub fn by(&self, programme: &str) -> bool {
        self.ids.contains(programme)
    }
}

impl<'a> Done<'a> {
    fn row(&self, programme: &str) -> Option<&Row<'a>> {
        self.by_programme.get(programme).map(|at| &self.rows[*at])
    }

    /// How many have done a programme on this version, and it still holds; `None` when nobody has said.
    pub fn count(&self, programme: &Programme) -> Option<u64> {
        self.row(programme.id.get()?)?.count
    }

    /// The programmes that the group is said to have begun.
    pub fn programmes(&self) -> impl Iterator<Item = &'a Programme> {
        self.rows.iter().map(|row| row.programme)
    }

    /// The programmes with a count.
    pub(super) fn counts(&self) -> impl Iterator<Item = (&'a str, u64)> + Clone {
        self.rows.iter().filter_map(|row| Some((row.id, row.count?)))
    }

    /// The progress in the programmes that teach an outcome.
    pub(super) fn towards<'t>(&'t self, teaching: &'t Teaching<'a>) -> impl Iterator<Item = &'a Progress> {
        self.rows.iter().filter(|row| teaching.by(row.id)).map(|row| row.progress)
    }

    /// How many reach an outcome, taking all programmes that teach it together.
    pub fn bounds(&self, teaching: &Teaching<'a>) -> Bounds {
        let (mut lower, mut sum, mut known) = (0, 0u64, 0);
        for (_, count) in self.counts().filter(|(id, _)| teaching.by(id)) {
            (lower, sum, known) = (count.max(lower), sum.saturating_add(count), known + 1);
        }
        let sum = (known == teaching.programmes.len()).then_some(sum);
        let upper = match (sum, self.group.headcount.get()) {
            (Some(sum), Some(headcount)) => Some(sum.min(*headcount)),
            (Some(sum), None) => Some(sum),
            (None, headcount) => headcount.copied(),
        };
        Bounds { lower, upper }
    }

    /// Why it cannot be told how many of a group have done a programme.
    pub(super) fn why_uncounted(&self, programme: Option<&Programme>, wanted: &str) -> String {
        let group = called(self.group);
        let Some(programme) = programme else { return format!("there is no programme {wanted}") };
        let progress = self.row(wanted).map(|row| row.progress);
        let (headcount, trained) = (self.group.headcount.get(), progress.and_then(|progress| progress.trained.get()));
        match (progress, trained, headcount) {
            (Some(_), Some(trained), Some(headcount)) if trained > headcount => {
                format!(
                    "{trained} of {group} are said to have done {wanted}, and there are {headcount} of them: one of the two is mistyped"
                )
            }
            (Some(progress), Some(trained), Some(_)) => {
                let missing = missing(programme, progress);
                format!("{trained} of {group} have done {wanted}, and it is not known whether that still counts: {missing} is not stated")
            }
            (_, _, None) => format!("nobody has said how many people are in the group {group}"),
            _ => format!("nobody has said how many of {group} have done {wanted}"),
        }
    }
}

/// What is not stated, so that nobody knows whether training still counts.
fn missing(programme: &Programme, progress: &Progress) -> String {
    let missing = [
        (progress.as_of.get().is_none(), "the day it was counted"),
        (programme.product_version.get().is_none(), "the version that the programme teaches"),
        (progress.product_version.get().is_none(), "the version they were taught on"),
        (matches!(programme.valid_for.said, Said::Unknown | Said::NotApplicable(_)), "how long it holds (`valid_for`)"),
    ];
    let missing: Vec<&str> = missing.iter().filter(|(missing, _)| *missing).map(|(_, what)| *what).collect();
    if missing.is_empty() { "the version offered".into() } else { missing.join(" and ") }
}

/// Whether a group needs an outcome: each idea once, and clinical use only of those who decide clinically.
pub fn needs(group: &StaffGroup, outcome: &LearningOutcome) -> bool {
    let clinical = group.decides_clinically.get() != Some(&false);
    outcome.same_as.is_none() && (clinical || !outcome.clinical)
}

/// What a group is called.
pub(super) fn called(group: &StaffGroup) -> String {
    group.title.get().or(group.id.get()).map_or("a staff group".into(), |name| brief(&name.0).into_owned())
}

#[cfg(test)]
mod tests {
    use super::reaches;
    use crate::terms::Level::{Awareness, Capable, Familiarity, Proficient, Understanding};

    #[test]
    fn knowledge_and_skill_are_different_ladders() {
        assert!(reaches(Understanding, Familiarity) && reaches(Familiarity, Familiarity) && reaches(Proficient, Capable));
        assert!(reaches(Proficient, Understanding));
        assert!(!reaches(Awareness, Familiarity) && !reaches(Understanding, Capable) && !reaches(Capable, Awareness));
    }
}
