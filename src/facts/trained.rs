//! Who is trained: how many of a staff group have done a programme and reach an outcome, with bounds where programmes overlap.

use super::Versions;
use crate::dossier::Dossier;
use crate::dossier::answer::Said;
use crate::dossier::training::{OrganisationWide, Programme, Progress, StaffGroup};
use crate::tables::{LearningOutcome, OutcomeTable};
use crate::terms::{Assessed, EquivalentFor, Level, long_date};
use jiff::civil::Date;

/// What the counts of trained people are read from.
#[derive(Clone, Copy)]
pub struct Trained<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The day of the report.
    pub as_of: Date,
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

impl<'a> Trained<'a> {
    /// The programmes that teach an outcome to its level; a skill must be observed.
    pub fn programmes(self, outcome: &LearningOutcome) -> impl Iterator<Item = &'a Programme> {
        let (id, level) = (outcome.id.clone(), outcome.level);
        self.dossier.training.programmes.items.iter().map(|(_, programme)| programme).filter(move |programme| {
            programme.covers.items.iter().any(|(_, covered)| {
                let enough = level.is_none_or(|level| covered.level.get().is_some_and(|have| reaches(*have, level)));
                let skill = matches!(level, Some(Level::Capable | Level::Proficient));
                let shown = !skill || covered.assessed.get() == Some(&Assessed::Observed);
                covered.outcome.get().is_some_and(|outcome| outcome.0 == id) && enough && shown
            })
        })
    }

    /// How many of a group have done a programme on this version, and it still holds; `None` when nobody has said.
    pub fn count(self, group: &StaffGroup, programme: &Programme) -> Option<u64> {
        let name = programme.id.get()?;
        let (_, progress) = group.progress.items.iter().find(|(_, progress)| progress.programme.get() == Some(name))?;
        if !self.holds(programme, progress)? {
            return Some(0);
        }
        let trained = *progress.trained.get()?;
        (trained <= *group.headcount.get()?).then_some(trained)
    }

    /// Whether training counted there still holds: of this version, and not too long ago.
    fn holds(self, programme: &Programme, progress: &Progress) -> Option<bool> {
        let counted = progress.as_of.get()?.0;
        if counted > self.as_of {
            return None;
        }
        let versions = Versions::read(self.dossier, self.as_of);
        let of_this = |version: &str| versions.current(version, EquivalentFor::Training);
        let current = match &programme.product_version.said {
            // A programme about AI in general, said to be so, does not grow old with a version.
            Said::None(_) => true,
            Said::Is(taught) => of_this(taught)? && of_this(progress.product_version.get()?)?,
            Said::Unknown | Said::NotApplicable(_) => return None,
        };
        Some(current && self.lapsed(programme, counted)?.is_none())
    }

    /// The last day on which training counted on a day held, where that day has passed; `None` when nobody has said how long it holds.
    fn lapsed(self, programme: &Programme, counted: Date) -> Option<Option<Date>> {
        match &programme.valid_for.said {
            Said::Is(valid) => Some(counted.checked_add(valid.0).ok().filter(|end| *end < self.as_of)),
            Said::None(_) => Some(None),
            Said::Unknown | Said::NotApplicable(_) => None,
        }
    }

    /// How many of all staff have done a programme, and it still holds; `None` when nobody has said.
    pub fn of_all_staff(self, counts: &OrganisationWide, programme: &Programme) -> Option<u64> {
        let counted = counts.as_of.get()?.0;
        if counted > self.as_of {
            return None;
        }
        let trained = *counts.trained.get()?;
        Some(if self.lapsed(programme, counted)?.is_some() { 0 } else { trained })
    }

    /// What became of the training of all staff that no longer holds: a phrase.
    pub fn outdated_of_all_staff(self, counts: &OrganisationWide, programme: &Programme) -> Option<String> {
        let ended = self.lapsed(programme, counts.as_of.get()?.0)??;
        Some(format!("the training of {} held until {}", counts.trained.get()?, long_date(ended)))
    }

    /// Why training that a group has done no longer counts: a phrase; none where it counts or nobody has said.
    pub fn outdated(self, group: &StaffGroup, programme: &Programme) -> Option<Outdated> {
        let name = programme.id.get()?;
        let (_, progress) = group.progress.items.iter().find(|(_, progress)| progress.programme.get() == Some(name))?;
        let trained = progress.trained.get().filter(|trained| **trained > 0)?;
        if self.holds(programme, progress)? {
            return None;
        }
        let versions = Versions::read(self.dossier, self.as_of);
        let other = |version: &str| versions.current(version, EquivalentFor::Training) == Some(false);
        let on = progress.product_version.get().map(|version| version.0.as_str()).filter(|version| other(version));
        let taught = programme.product_version.get().map(|version| version.0.as_str()).filter(|version| other(version));
        let mut parts = Vec::new();
        match (on, taught) {
            (Some(on), Some(taught)) if on == taught => parts.push(format!("{trained} on {on}, which the programme still teaches")),
            (on, taught) => {
                parts.extend(on.map(|on| format!("{trained} on {on}")));
                parts.extend(taught.map(|taught| format!("the programme still teaches {taught}")));
            }
        }
        let ended = progress.as_of.get().and_then(|counted| self.lapsed(programme, counted.0).flatten());
        parts.extend(ended.map(|ended| format!("the training of {trained} held until {}", long_date(ended))));
        let wanted = (on.is_some() || taught.is_some()).then(|| versions.offered().map(str::to_string)).flatten();
        Some(Outdated { why: parts.join("; "), wanted })
    }

    /// Why it cannot be told how many of a group have done a programme.
    pub(super) fn why_uncounted(self, group: &StaffGroup, programme: Option<&Programme>, wanted: &str) -> String {
        let Some(programme) = programme else { return format!("there is no programme {wanted}") };
        let progress = group.progress.items.iter().map(|(_, one)| one).find(|one| one.programme.get().is_some_and(|id| id.0 == wanted));
        let (headcount, trained) = (group.headcount.get(), progress.and_then(|progress| progress.trained.get()));
        match (progress, trained, headcount) {
            (Some(_), Some(trained), Some(headcount)) if trained > headcount => {
                format!(
                    "{trained} of {} are said to have done {wanted}, and there are {headcount} of them: one of the two is mistyped",
                    name(group)
                )
            }
            (Some(progress), Some(trained), Some(_)) => {
                let missing = [
                    (progress.as_of.get().is_none(), "the day it was counted"),
                    (programme.product_version.get().is_none(), "the version that the programme teaches"),
                    (progress.product_version.get().is_none(), "the version they were taught on"),
                    (matches!(programme.valid_for.said, Said::Unknown | Said::NotApplicable(_)), "how long it holds (`valid_for`)"),
                ];
                let missing: Vec<&str> = missing.iter().filter(|(missing, _)| *missing).map(|(_, what)| *what).collect();
                let missing = if missing.is_empty() { "the version offered".into() } else { missing.join(" and ") };
                format!(
                    "{trained} of {} have done {wanted}, and it is not known whether that still counts: {missing} is not stated",
                    name(group)
                )
            }
            (_, _, None) => format!("nobody has said how many people are in the group {}", name(group)),
            _ => format!("nobody has said how many of {} have done {wanted}", name(group)),
        }
    }

    /// How many of a group reach an outcome, taking all programmes that teach it together.
    pub fn bounds(self, group: &StaffGroup, outcome: &LearningOutcome) -> Bounds {
        let counts: Vec<Option<u64>> = self.programmes(outcome).map(|programme| self.count(group, programme)).collect();
        let lower = counts.iter().flatten().copied().max().unwrap_or(0);
        let sum = counts.iter().try_fold(0u64, |sum, count| count.map(|count| sum.saturating_add(count)));
        let upper = match (sum, group.headcount.get()) {
            (Some(sum), Some(headcount)) => Some(sum.min(*headcount)),
            (Some(sum), None) => Some(sum),
            (None, headcount) => headcount.copied(),
        };
        Bounds { lower, upper }
    }
}

/// The outcomes of a table that a group needs, each idea once.
pub fn needed<'t>(table: &'t OutcomeTable, group: &StaffGroup) -> Vec<&'t LearningOutcome> {
    let clinical = group.decides_clinically.get() != Some(&false);
    table.outcomes.iter().filter(|outcome| outcome.same_as.is_none() && (clinical || !outcome.clinical)).collect()
}

/// What a group is called.
pub(super) fn name(group: &StaffGroup) -> String {
    group.title.get().or(group.id.get()).map_or("a staff group".into(), |name| name.0.clone())
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
