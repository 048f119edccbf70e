//! What one check reads cannot be removed so that it becomes better, or so that it does not apply any more.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use libtest_mimic::Failed;
use readiness::assessment::{Circumstances, Outcome, assess_check};
use readiness::dossier::{Loaded, Unreadable};
use readiness::rules::{Book, Check};
use readiness::terms::Gate;

use crate::complete::cases::Case;
use crate::complete::{Draft, book, case, complete, contradictions, field, files, full, names, one_line, read_by};

/// Of each list, how many members are tried.
const MEMBERS: usize = 3;

/// Of what could be removed, each one of so many is, unless everything is tried.
const SAMPLE: usize = 8;

/// What `when` of the check and of its items reads.
fn circumstances(book: &Book, check: &Check) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let of_items = book.items_of(&check.id).filter_map(|(item, _)| item.when.as_ref());
    check.when.iter().chain(of_items).for_each(|when| read_by(book, &when.pattern, &mut found));
    found
}

/// The outcome of one check; none where the dossier cannot be read.
fn outcome(loaded: Result<Loaded<'static>, Unreadable>, check: &Check) -> Option<Outcome> {
    let (case, loaded) = (case(), loaded.ok()?);
    let known = case.work_out(&loaded, files());
    let scene = case.scene(&loaded, &known);
    Some(assess_check(&scene, &Circumstances::new(case.book), check, Gate::InUse).outcome)
}

/// The dossier without the sections that the check, and the switches it reads, do not read.
fn pruned(draft: &Draft, paths: &BTreeSet<String>) -> Draft {
    let mut wanted: BTreeSet<&str> = ["dossier", "product", "adopter", "evidence"].into();
    let contradicting = paths.iter().filter_map(|path| field(path)?.relations.contradicted_by.as_ref()).flatten();
    wanted
        .extend(paths.iter().map(String::as_str).chain(contradicting.map(|path| path.as_str())).filter_map(|path| path.split('.').next()));
    draft.sections(|name| wanted.contains(name))
}

/// What contradicts a switch, worked out once.
fn excepted(name: &str) -> bool {
    static HELD: OnceLock<Vec<String>> = OnceLock::new();
    HELD.get_or_init(contradictions).iter().any(|held| one_line(held, name))
}

/// Holds a check to the promise, from the complete dossier and from each of its cases.
pub fn held(check: &Check, case: &Case) -> Result<(), Failed> {
    let mut paths = circumstances(book(), check);
    read_by(book(), &check.met, &mut paths);
    let computed = paths.iter().any(|path| path.starts_with("facts"));
    paths.retain(|path| !path.starts_with("facts"));
    paths.insert("adopter.nation".into());
    let cases = case.not_met.iter().chain(&case.not_applicable).chain(&case.met).map(|edits| complete().edited(edits));
    let mut wrong = Vec::new();
    let (mut could, mut tried) = (0, 0);
    for start in std::iter::once(complete().clone()).chain(cases) {
        let start = if computed { start } else { pruned(&start, &paths) };
        let Some(before) = outcome(start.load(), check).filter(|before| *before != Outcome::NotApplicable) else { continue };
        for entry in start.entries(MEMBERS) {
            let name = names(&entry.path);
            if !paths.iter().any(|read| one_line(read, &name)) || excepted(&name) {
                continue;
            }
            could += 1;
            if !full() && could % SAMPLE != 0 {
                continue;
            }
            let without = start.without(&entry);
            let after = outcome(if tried % 10 == 9 { without.load_through_text() } else { without.load() }, check);
            tried += 1;
            if after == Some(Outcome::NotApplicable) || before.open() && after.is_some_and(|after| !after.open()) {
                wrong.push(format!("{before:?} becomes {after:?} without {}", entry.path));
            }
        }
    }
    match (wrong.is_empty(), tried) {
        (true, 0) if full() => Err("nothing was tried".into()),
        (true, _) => Ok(()),
        (false, _) => Err(format!("{} of {tried} removals:\n{}", wrong.len(), wrong.join("\n")).into()),
    }
}
