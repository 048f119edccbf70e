//! The programmes of a dossier, looked up once: who teaches what, what a group has done, and what no longer counts.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Versions;
use super::done::Done;
use super::phrase::brief;
use super::teaching::Teaching;
use crate::dossier::Dossier;
use crate::dossier::answer::Said;
use crate::dossier::training::{Coverage, OrganisationWide, Programme, Progress, StaffGroup};
use crate::tables::LearningOutcome;
use crate::terms::{EquivalentFor, long_date};

/// The programmes of a dossier, found by their name and by what they teach; made once.
pub struct Trained<'a> {
    as_of: Date,
    versions: Versions,
    by_id: BTreeMap<&'a str, &'a Programme>,
    /// For each outcome, where it is covered, in the order of the programmes.
    covering: BTreeMap<&'a str, Vec<(&'a Programme, &'a Coverage)>>,
}

/// Training that has been done and no longer counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outdated {
    /// Why, in a phrase.
    pub why: String,
    /// The version in which training is wanted, where it was given in another.
    pub wanted: Option<String>,
}

impl<'a> Trained<'a> {
    /// Looks the programmes of a dossier up, for a report of that day.
    pub fn new(dossier: &'a Dossier, as_of: Date) -> Trained<'a> {
        let programmes = || dossier.training.programmes.items.iter().map(|(_, programme)| programme);
        let mut covering: BTreeMap<&str, Vec<(&Programme, &Coverage)>> = BTreeMap::new();
        for (programme, covered) in programmes().flat_map(|one| one.covers.items.iter().map(move |(_, covered)| (one, covered))) {
            if let Some(outcome) = covered.outcome.get() {
                covering.entry(&outcome.0).or_default().push((programme, covered));
            }
        }
        let mut by_id = BTreeMap::new();
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
        Teaching::new(outcome, self.covering.get(outcome.id.as_str()).map_or(&[][..], Vec::as_slice))
    }

    /// What a group has done of the programmes that there are.
    pub fn done(&self, group: &'a StaffGroup) -> Done<'a> {
        Done::new(group, |id| self.programme(id), |programme, progress| self.count(group, programme, progress))
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
            Said::Is(valid) => Some(valid.0.after(counted).filter(|end| *end < self.as_of)),
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
        let progress = done.progress(&programme.id.get()?.0)?;
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
