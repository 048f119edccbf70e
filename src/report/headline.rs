//! The first lines of a report, and its last: product, gate, verdict, counts, packs.

use super::brief;
use super::words::many;
use crate::assessment::{Assessment, Counts, Scene, Verdict, said, title_case};
use crate::terms::long_date;
use crate::text::parse_path;

/// What the answer at a path says, as one short line.
pub(super) fn answer_words(scene: &Scene<'_>, path: &str) -> Option<String> {
    parse_path(path).and_then(|path| scene.find(&path)).and_then(|node| said(scene, node))
}

/// The product, its supplier, the adopter.
pub(super) fn title(assessment: &Assessment<'_>) -> String {
    let said = |path: &str| answer_words(&assessment.scene, path);
    let name = said("product.name").unwrap_or_else(|| "A product without a name".into());
    let version = said("product.version").map_or(" (version not stated)".into(), |version| format!(" {version}"));
    let supplier = said("product.supplier.name").map_or(String::new(), |name| format!(" by {name}"));
    let adopter = said("adopter.organisation").unwrap_or_else(|| "an adopter not named".into());
    let nation = said("adopter.nation").map_or("nation not stated".into(), |nation| title_case(&nation));
    format!("{name}{version}{supplier}, for {adopter} ({nation})")
}

/// The gate and the day.
pub(super) fn occasion(assessment: &Assessment<'_>) -> String {
    let day = long_date(assessment.scene.as_of);
    let gate = assessment.gate.as_str();
    if assessment.gate_stated {
        format!("Gate: {gate} · as of {day}")
    } else {
        format!("No decision is named (adopter.stage, or --gate), so everything up to {gate} is counted · as of {day}")
    }
}

/// The verdict with both counts.
pub(super) fn verdict(assessment: &Assessment<'_>) -> String {
    let counts = &assessment.counts;
    let (blockers, gaps) = (counts.blockers, counts.gaps);
    if assessment.verdict == Verdict::Ready {
        return format!("READY for {}: nothing that is due is open", assessment.gate.as_str());
    }
    let gaps_open = match gaps.total() {
        0 => "no gap is open".into(),
        1 => "1 gap is open".into(),
        more => format!("{more} gaps are open, {} of them failing", gaps.failing),
    };
    if blockers.total() == 0 {
        return format!("NOT READY: no blocker is open; {gaps_open}");
    }
    let failing = match blockers.failing {
        0 => "no blocker is failing".into(),
        1 => "1 blocker is failing".into(),
        more => format!("{more} blockers are failing"),
    };
    let unanswered = match blockers.unanswered {
        1 => "1 is unanswered".into(),
        other => format!("{other} are unanswered"),
    };
    format!("NOT READY: {failing}, {unanswered}; {gaps_open}")
}

/// The counts, each with what it includes; only of what is due, or of what comes later too.
pub(super) fn counts(assessment: &Assessment<'_>, due_only: bool) -> Vec<(&'static str, String)> {
    let counts = &assessment.counts;
    let due = format!(
        "{}: {} met, {} failing, {} unanswered, {} do not apply",
        many(counts.due, "check"),
        counts.met,
        counts.not_met,
        counts.unknown,
        counts.not_applicable
    );
    let support = counts.support;
    let known = format!(
        "of the {} met, {} were reviewed here, {} are shown by documents, {} rest on assertion alone",
        counts.met, support.reviewed, support.evidenced, support.asserted
    );
    let again = answered_once(counts).map(|again| ("due again", again));
    let later = format!("{} still open for a later decision", many(counts.due_later, "check"));
    let later = (!due_only).then_some(("due later", later));
    let counted = [Some(("due now", due)), again, later, Some(("how we know", known)), covered(assessment)];
    counted.into_iter().flatten().chain(switches(assessment)).collect()
}

/// How much of what is unanswered was answered once.
fn answered_once(counts: &Counts) -> Option<String> {
    let were = if counts.answered_once == 1 { "was" } else { "were" };
    (counts.answered_once > 0).then(|| {
        format!(
            "{} of the {} unanswered {were} answered once: for an earlier version, or too long ago",
            counts.answered_once, counts.unknown
        )
    })
}

/// What took checks away.
fn switches(assessment: &Assessment<'_>) -> impl Iterator<Item = (&'static str, String)> {
    assessment.switched_off.iter().map(|switch| {
        let line = assessment.sources().start(assessment.scene.bound.tree.span(switch.node)).line;
        let path = brief::path(&switch.path);
        ("switched off", format!("{}, because {path} is false (line {line})", many(switch.checks, "check")))
    })
}

/// How many pages of the adopters' guidance are asked in full in the adopter's nation, where some are not.
fn covered(assessment: &Assessment<'_>) -> Option<(&'static str, String)> {
    let nation = assessment.scene.dossier.adopter.nation.get()?;
    let packs = &assessment.scene.book.packs;
    let limited = || packs.iter().filter(|pack| pack.embedded && !pack.nations.is_empty());
    let covers = limited().filter(|pack| pack.nations.contains(nation)).count();
    let all = limited().count();
    let name = title_case(nation.as_str());
    let rest = "of the others only what is law UK-wide; ask your own health department about the rest";
    (covers < all).then(|| ("guidance", format!("{covers} of its {all} pages are asked in full in {name}; {rest}")))
}

/// The packs in a line: those with the same version and review date together.
pub(super) fn packs(assessment: &Assessment<'_>) -> String {
    let as_of = assessment.scene.as_of;
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for pack in &assessment.scene.book.packs {
        let late = match pack.review_due {
            Some(due) if due < as_of => format!(" (its own review was due {})", due.strftime("%B %Y")),
            _ => String::new(),
        };
        let suffix = format!(" {}{late}", pack.version);
        match groups.iter_mut().find(|(held, _)| *held == suffix) {
            Some((_, names)) if names.contains(&pack.short.as_str()) => {}
            Some((_, names)) => names.push(&pack.short),
            None => groups.push((suffix, vec![&pack.short])),
        }
    }
    groups.iter().map(|(suffix, names)| format!("{}{suffix}", together(names))).collect::<Vec<_>>().join("; ")
}

/// `Tables A3, A6 and 2` instead of the word before each.
fn together(names: &[&str]) -> String {
    let tables: Vec<&str> = names.iter().filter_map(|name| name.strip_prefix("Table ")).collect();
    let others: Vec<&str> = names.iter().copied().filter(|name| !name.starts_with("Table ")).collect();
    match tables.len() {
        0 | 1 => names.join(", "),
        _ => std::iter::once(format!("Tables {}", tables.join(", ")))
            .chain(others.iter().map(|name| name.to_string()))
            .collect::<Vec<_>>()
            .join(", "),
    }
}
