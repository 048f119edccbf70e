//! What a staff group has done: its progress by programme, and how many reach an outcome, with bounds where programmes overlap.

use std::collections::BTreeMap;

use super::phrase::brief;
use super::teaching::Teaching;
use crate::dossier::answer::Said;
use crate::dossier::training::{Programme, Progress, StaffGroup};

/// What one staff group has done: its progress in each programme, and how many have done it.
pub struct Done<'a> {
    /// The group.
    pub group: &'a StaffGroup,
    rows: Vec<Row<'a>>,
    by_programme: BTreeMap<&'a str, usize>,
}

/// The progress of the group in one programme.
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

impl<'a> Done<'a> {
    /// What a group has done, given how many of it have done each programme that there is.
    pub(super) fn new(
        group: &'a StaffGroup,
        programme: impl Fn(&str) -> Option<&'a Programme>,
        count: impl Fn(&'a Programme, &'a Progress) -> Option<u64>,
    ) -> Done<'a> {
        let mut done = Done { group, rows: Vec::new(), by_programme: BTreeMap::new() };
        for (_, progress) in &group.progress.items {
            let Some(id) = progress.programme.get().map(|id| id.0.as_str()) else { continue };
            let Some(programme) = programme(id).filter(|_| !done.by_programme.contains_key(id)) else { continue };
            done.by_programme.insert(id, done.rows.len());
            done.rows.push(Row { programme, id, progress, count: count(programme, progress) });
        }
        done
    }

    /// Its progress in a programme.
    pub(super) fn progress(&self, programme: &str) -> Option<&'a Progress> {
        self.row(programme).map(|row| row.progress)
    }

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

/// What a group is called, shortened where it is long.
pub fn called(group: &StaffGroup) -> String {
    group.title.get().or(group.id.get()).map_or("a staff group".into(), |name| brief(&name.0).into_owned())
}
