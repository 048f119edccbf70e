//! What does not fit and bears on no check, since it could be made to go away by removing an answer that nobody need give:
//! documents about another version, shares that do not add up, groups larger than the whole, figures without their counts,
//! marks declared on a day to come, a fee that is not one of those in force.

use std::borrow::Cow;

use super::accuracy::AccuracyFacts;
use super::pair::Fit::{No, Query};
use super::pair::{Pair, bare};
use super::phrase::brief;
use super::population::{ROUNDING, VARIABLES};
use super::subgroups::disjoint;
use super::{Inputs, Versions};
use crate::dossier::answer::{Answer, Share, Table};
use crate::dossier::evidence::EvidenceItem;
use crate::dossier::regulation::DeviceMark;
use crate::dossier::validation::{Study, StudyResult, Subgroup};
use crate::tables::Threshold;
use crate::terms::{EquivalentFor, EvidenceKind};
use crate::text::NodeId;

type Shares = Table<Answer<Share>>;

/// Everything of that kind, in a fixed order.
pub(super) fn asides(inputs: Inputs<'_>, versions: &Versions, accuracy: &[AccuracyFacts]) -> Vec<Pair> {
    let mut asides = documents(inputs, versions);
    asides.extend(shares(inputs));
    asides.extend(groups(inputs));
    asides.extend(ico_fee(inputs));
    asides.extend(accuracy.iter().filter_map(figures));
    asides.extend(declared_ahead(inputs));
    asides
}

/// Documents that speak for one version, and speak for another than the one offered.
fn documents(inputs: Inputs<'_>, versions: &Versions) -> Vec<Pair> {
    let Some(offered) = versions.offered() else { return Vec::new() };
    let (wanted, offered) = (bare(offered), brief(offered));
    // A study of an earlier version is no contradiction: what it is worth is looked at where it is used.
    let bound = |kind: &EvidenceKind| {
        *kind != EvidenceKind::Study && inputs.tables.evidence.iter().any(|rule| rule.kind == *kind && rule.version_bound)
    };
    let entries = inputs.dossier.evidence.entries.iter().filter(|(_, _, item)| item.kind.get().is_some_and(bound));
    let pair = |(id, node, item): &(String, NodeId, EvidenceItem)| {
        let version = item.product_version.get()?;
        if versions.current(version, EquivalentFor::Validation) != Some(false) {
            return None;
        }
        let said = bare(version);
        let spelled = said.trim_start_matches('v') == wanted || wanted.starts_with(&said) || said.starts_with(&wanted);
        let why = format!("the document {id} is about version {}, and {offered} is offered", version.0);
        let from = vec![item.product_version.node.or(Some(*node)), inputs.dossier.product.version.node];
        Some(Pair::new(format!("a document about another version: {id}"), if spelled { Query } else { No }, why, from))
    };
    entries.filter_map(pair).collect()
}

/// Marks that are said to have been declared on a day still to come.
fn declared_ahead(inputs: Inputs<'_>) -> Vec<Pair> {
    let pair = |(node, mark): &(NodeId, DeviceMark)| {
        let declared = mark.declared_on.get().filter(|day| day.0 > inputs.as_of)?;
        let name = mark.id.get().map_or("without a name", |id| id.0.as_str());
        let why = format!("the mark {name} is said to have been declared on {}, after the day of this report", declared.0);
        Some(Pair::new(format!("a mark declared on a day to come: {name}"), Query, why, vec![mark.declared_on.node.or(Some(*node))]))
    };
    inputs.dossier.regulation.marks.items.iter().filter_map(pair).collect()
}

/// A fee paid to the ICO that is none of those in force: a query, since fees change.
fn ico_fee(inputs: Inputs<'_>) -> Option<Pair> {
    let paid = &inputs.dossier.data_protection.registration.fee_paid;
    let tiers = ["ico-fee-tier-1", "ico-fee-tier-2", "ico-fee-tier-3"];
    let fees: Vec<&Threshold> = tiers.iter().filter_map(|tier| inputs.tables.threshold(tier)).collect();
    let pounds = paid.get().filter(|paid| fees.iter().all(|fee| fee.value != **paid as f64))?;
    let known: Vec<String> = fees.iter().map(|fee| format!("{} {}", fee.value, fee.says)).collect();
    let source = fees.first().map_or("", |fee| fee.source.as_str());
    let why = format!("{pounds} pounds were paid to the ICO; in force are {} ({source})", known.join(", "));
    Some(Pair::new("a fee that the ICO does not charge", Query, why, vec![paid.node]))
}

/// Figures that do not follow from their counts, or have none, are a query: they may have been corrected, or counted elsewhere.
fn figures(row: &AccuracyFacts) -> Option<Pair> {
    let from: Vec<Option<NodeId>> = row.reproducible.from.iter().copied().map(Some).collect();
    let uncounted = row.denominators.value.is_none();
    let query = row.reproducible.value == Some(false) || uncounted;
    let id = if uncounted { "a figure without its counts" } else { "figures that their counts do not give" };
    query.then(|| Pair::new(format!("{id}: {}", row.id.0), Query, format!("{}: {}", row.id.0, row.reproducible.why), from))
}

/// Shares that do not add up, wherever they are given.
fn shares(inputs: Inputs<'_>) -> Vec<Pair> {
    let validation = &inputs.dossier.validation;
    let data = &validation.training_data;
    let mut tables: Vec<(&str, [&Shares; 3])> = vec![("training data", [&data.sex, &data.age, &data.ethnicity])];
    for (_, study) in &validation.studies.items {
        let people = &study.population;
        let name = study.id.get().map_or("a study", |id| id.0.as_str());
        tables.push((name, [&people.sex, &people.age, &people.ethnicity]));
    }
    let here = &inputs.dossier.local.population;
    tables.push(("here", [&here.sex, &here.age, &here.ethnicity]));
    let each = tables.into_iter().flat_map(|(of, tables)| VARIABLES.into_iter().zip(tables).map(move |(by, table)| (of, by, table)));
    let pair = |(of, by, table): (&str, &str, &Shares)| {
        let said: Vec<f64> = table.entries.iter().filter_map(|(_, _, share)| share.get().map(|share| share.0)).collect();
        let sum: f64 = said.iter().sum();
        let off = !said.is_empty() && (sum - 1.0).abs() > ROUNDING;
        off.then(|| {
            let why = format!("the shares of {of}: {by} add up to {sum:.3}");
            Pair::new(format!("shares that do not add up: {of}: {by}"), No, why, vec![table.node])
        })
    };
    each.filter_map(pair).collect()
}

/// A group that is larger than the whole it is part of.
fn groups(inputs: Inputs<'_>) -> Vec<Pair> {
    let studies = inputs.dossier.validation.studies.items.iter();
    let results = studies.flat_map(|(_, study)| study.results.items.iter().map(move |(_, result)| (study, result)));
    let pair = |study: &Study, result: &StudyResult, node: NodeId, group: &Subgroup| {
        if disjoint(result, &[group]) {
            return None;
        }
        let name = group.id.get().map_or(Cow::Borrowed("a group"), |id| brief(&id.0));
        let of = study.id.get().map_or(Cow::Borrowed("a study"), |id| brief(&id.0));
        let why = format!("the group {name} of study {of} holds more cases than the whole result");
        let from = vec![Some(node), result.counts.tp.node.or(result.target.node)];
        Some(Pair::new(format!("a group larger than the whole: {of}, {name}"), No, why, from))
    };
    let all = results.flat_map(|(study, result)| result.subgroups.items.iter().map(move |(node, group)| (study, result, *node, group)));
    all.filter_map(|(study, result, node, group)| pair(study, result, node, group)).collect()
}
