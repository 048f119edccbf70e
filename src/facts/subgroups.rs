//! Accuracy in groups of patients, each held against the rest or against a reference group; and who has no data at all.
//! That no difference is shown is never presented as "no difference".

use std::collections::{BTreeMap, BTreeSet};

use super::Inputs;
use super::counts::{Cells, Proportion, estimate, places, result_id};
use super::estimate::Estimate;
use super::fact::{Fact, Name, Rows, facts};
use super::phrase::brief;
use super::statistics::newcombe;
use super::studies::StudyFacts;
use crate::dossier::answer::Statement;
use crate::dossier::validation::{Study, StudyResult, Subgroup};
use crate::text::NodeId;

facts! {
    /// The accuracy in one group of patients.
    SubgroupFacts {
        /// Study, target, threshold and group in one name.
        id: Name,
        /// The study.
        study: Name,
        /// What was looked for.
        target: Name,
        /// By what patients are grouped.
        variable: Name,
        /// The group.
        group: Name,
        /// The group it is held against; empty when it is held against none.
        against: Name,
        /// Sensitivity in the group.
        sensitivity: Estimate,
        /// Specificity in the group.
        specificity: Estimate,
        /// Sensitivity in the group less that of the others, with Newcombe's interval.
        sensitivity_difference: Estimate,
        /// Specificity in the group less that of the others, with Newcombe's interval.
        specificity_difference: Estimate,
        /// Whether both intervals are narrow enough to say anything of the group.
        large_enough: Fact<bool>,
    }
}

facts! {
    /// Whether the studies say anything of one protected characteristic.
    ProtectedFacts, found by "characteristic" {
        /// The characteristic.
        characteristic: Name,
        /// Whether a study gives results by it; unknown when none does.
        in_studies: Fact<bool>,
    }
}

/// The characteristics that the Equality Act 2010 protects, with the first words of the names under which studies group patients.
const PROTECTED: [(&str, &[&str]); 9] = [
    ("age", &["age"]),
    ("disability", &["disab"]),
    ("gender reassignment", &["gender reassignment", "gender identity", "trans"]),
    ("marriage and civil partnership", &["marri", "civil partner"]),
    ("pregnancy and maternity", &["pregnan", "matern"]),
    ("race", &["ethnic", "race", "racial"]),
    ("religion or belief", &["religio", "belief"]),
    ("sex", &["sex"]),
    ("sexual orientation", &["sexual"]),
];

/// The protected characteristic that a variable of a study stands for.
fn characteristic(variable: &str) -> Option<&'static str> {
    let variable = variable.to_lowercase();
    let fits = |(_, words): &&(&str, &[&str])| words.iter().any(|word| variable.starts_with(word));
    PROTECTED.iter().rev().find(fits).map(|(name, _)| *name)
}

/// Every group of every result.
pub(super) fn subgroups(inputs: Inputs<'_>) -> Rows<SubgroupFacts> {
    let studies = inputs.dossier.validation.studies.items.iter().map(|(_, study)| study);
    let results = studies.flat_map(|study| study.results.items.iter().map(move |(_, result)| (study, result)));
    let rows = results.flat_map(|(study, result)| {
        let kinds = kinds(result);
        let row =
            move |(node, group): &(NodeId, Subgroup)| group_facts(inputs, study, result, &kinds[&text(&group.variable)], *node, group);
        result.subgroups.items.iter().map(row).collect::<Vec<_>>()
    });
    Rows { rows: rows.collect(), none: None }
}

/// What the groups of one kind have in common: what any of them is held against, or why they are held against nothing.
struct Kind<'d> {
    refused: Option<&'static str>,
    reference: Option<&'d Subgroup>,
}

fn kinds(result: &StudyResult) -> BTreeMap<String, Kind<'_>> {
    let mut groups: BTreeMap<String, Vec<&Subgroup>> = BTreeMap::new();
    for (_, group) in &result.subgroups.items {
        groups.entry(text(&group.variable)).or_default().push(group);
    }
    groups.into_iter().map(|(name, alike)| (name, kind(result, &alike))).collect()
}

fn kind<'d>(result: &StudyResult, alike: &[&'d Subgroup]) -> Kind<'d> {
    let refused = if alike.iter().any(|one| one.same_cases.get() == Some(&true)) {
        Some("the same cases stand in more than one of these groups, so they cannot be compared as if they were independent")
    } else if !disjoint(result, alike) {
        Some("the groups of this kind hold more cases than the whole result, so they cannot be told apart")
    } else {
        None
    };
    Kind { refused, reference: alike.iter().copied().find(|one| one.reference.get() == Some(&true)) }
}

/// The place of a group of this characteristic with counts, in a study.
pub(super) fn gives_results_by(study: &Study, name: &str) -> Option<NodeId> {
    let groups = study.results.items.iter().flat_map(|(_, result)| result.subgroups.items.iter());
    let counted = |group: &Subgroup| {
        let cells = Cells::stated(&group.counts);
        cells.sensitivity().is_some() || cells.specificity().is_some()
    };
    let fits = |group: &Subgroup| group.variable.get().is_some_and(|variable| characteristic(&variable.0) == Some(name));
    groups.filter(|(_, group)| fits(group) && counted(group)).map(|(node, _)| *node).next()
}

/// Each protected characteristic, and whether a study of this version gives results by it.
pub(super) fn protected(inputs: Inputs<'_>, studies: &[StudyFacts]) -> Rows<ProtectedFacts> {
    let list = &inputs.dossier.validation.studies;
    let current: BTreeSet<&str> =
        studies.iter().filter(|study| study.for_this_version.value == Some(true)).map(|study| study.id.0.as_str()).collect();
    let of_these = |study: &&Study| study.id.get().is_some_and(|id| current.contains(&*brief(&id.0)));
    let row = |(name, _): &(&str, &[&str])| {
        let found = list.items.iter().map(|(_, study)| study).filter(of_these).find_map(|study| gives_results_by(study, name));
        let in_studies = match found {
            Some(place) => Fact::is(true, [Some(place)], "a study of this version gives results by it"),
            None => Fact::unknown(
                [list.node],
                format!("no study of this version gives results by {name}: nobody knows whether it works as well"),
            ),
        };
        ProtectedFacts { characteristic: Name((*name).into()), in_studies }
    };
    Rows { rows: PROTECTED.iter().map(row).collect(), none: None }
}

fn text(statement: &Statement) -> String {
    statement.get().map_or(String::new(), |text| brief(&text.0).into_owned())
}

/// The cells that a group is held against, and their name; or why it is held against none.
struct Others {
    cells: Cells,
    name: String,
}

fn others(result: &StudyResult, kind: &Kind<'_>, group: &Subgroup) -> Result<Others, String> {
    if let Some(why) = kind.refused {
        return Err(why.into());
    }
    if group.reference.get() == Some(&true) {
        return Err("it is the group that the others are held against".into());
    }
    if let Some(reference) = kind.reference {
        return Ok(Others { cells: Cells::stated(&reference.counts), name: text(&reference.group) });
    }
    let (all, own) = (Cells::stated(&result.counts), Cells::stated(&group.counts));
    if all == own {
        return Err("it is the whole result, so there is nobody else to hold it against".into());
    }
    let less = |all: Option<u64>, own: Option<u64>| all?.checked_sub(own?);
    let cells = Cells { tp: less(all.tp, own.tp), fp: less(all.fp, own.fp), fn_: less(all.fn_, own.fn_), tn: less(all.tn, own.tn) };
    Ok(Others { cells, name: "all others".into() })
}

/// Whether the groups of one kind can be parts of the whole: no cell holds more than that of the whole.
pub(super) fn disjoint(result: &StudyResult, groups: &[&Subgroup]) -> bool {
    let whole = Cells::stated(&result.counts);
    let fits = |cell: fn(Cells) -> Option<u64>| {
        let sum = groups.iter().filter_map(|group| cell(Cells::stated(&group.counts))).fold(0u64, u64::saturating_add);
        cell(whole).is_none_or(|whole| sum <= whole)
    };
    fits(|cells| cells.tp) && fits(|cells| cells.fp) && fits(|cells| cells.fn_) && fits(|cells| cells.tn)
}

fn group_facts(inputs: Inputs<'_>, study: &Study, result: &StudyResult, kind: &Kind<'_>, node: NodeId, group: &Subgroup) -> SubgroupFacts {
    let own = Cells::stated(&group.counts);
    let from = places(node, &group.counts);
    let (study, target) = (text(&study.id), text(&result.target));
    let sensitivity = estimate(inputs, own.sensitivity(), &from, "called among those of the group with the finding");
    let specificity = estimate(inputs, own.specificity(), &from, "left alone among those of the group without the finding");
    let held = others(result, kind, group);
    let difference = |share: fn(Cells) -> Option<Proportion>| match &held {
        Err(why) => Estimate::unknown(&from, why.clone()),
        Ok(others) => contrast(share(own), share(others.cells), &others.name, &from),
    };
    SubgroupFacts {
        id: Name(format!("{}, {}", result_id(&study, &target, &text(&result.threshold)), text(&group.id))),
        sensitivity_difference: difference(Cells::sensitivity),
        specificity_difference: difference(Cells::specificity),
        large_enough: large_enough(inputs, &sensitivity, &specificity, &from),
        against: Name(held.map_or(String::new(), |others| others.name)),
        study: Name(study),
        target: Name(target),
        variable: Name(text(&group.variable)),
        group: Name(text(&group.group)),
        sensitivity,
        specificity,
    }
}

fn contrast(own: Option<Proportion>, others: Option<Proportion>, name: &str, from: &[Option<NodeId>]) -> Estimate {
    let (Some(own), Some(others)) = (own, others) else {
        return Estimate::unknown(from, format!("the counts of the group, or of {name}, are not stated"));
    };
    let rate = |(x, n): Proportion| x as f64 / n as f64;
    let (lower, upper) = newcombe(own, others);
    let says = if lower > 0.0 || upper < 0.0 {
        "the interval leaves out zero; of many groups compared, one in twenty does so by chance"
    } else {
        "a difference is neither shown nor ruled out"
    };
    let why = format!("{} of {} against {} of {} in {name}: {says}", own.0, own.1, others.0, others.1);
    Estimate::new(Some(rate(own) - rate(others)), Some((lower, upper)), "Newcombe", own.1.checked_add(others.1), from, why)
}

fn large_enough(inputs: Inputs<'_>, sensitivity: &Estimate, specificity: &Estimate, from: &[Option<NodeId>]) -> Fact<bool> {
    let Some(limit) = inputs.tables.threshold("subgroup-interval-width") else {
        return Fact::unknown(from.iter().copied(), "no threshold is on file for the width of an interval");
    };
    let width = |one: &Estimate| one.interval().map(|(_, lower, upper)| upper - lower);
    let (Some(se), Some(sp)) = (width(sensitivity), width(specificity)) else {
        return Fact::unknown(from.iter().copied(), "the counts of the group are not stated");
    };
    let words = format!("its intervals are {se:.2} and {sp:.2} wide, against {}", limit.words());
    if se.max(sp) > limit.value {
        Fact::is(false, from.iter().copied(), format_args!("too small to judge: {words}"))
    } else {
        Fact::is(true, from.iter().copied(), words)
    }
}

#[cfg(test)]
mod tests {
    use super::characteristic;

    #[test]
    fn variables_of_studies_stand_for_protected_characteristics() {
        let rows = [
            ("sex", "sex"),
            ("Sex at birth", "sex"),
            ("sexual orientation", "sexual orientation"),
            ("ethnicity", "race"),
            ("age band", "age"),
        ];
        for (variable, wanted) in rows {
            assert_eq!(characteristic(variable), Some(wanted), "{variable}");
        }
        assert_eq!(characteristic("scanner"), None);
    }
}
