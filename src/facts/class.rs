//! The class of the device that follows from its purpose, by the rules of one regime, and the IMDRF category.

use std::collections::BTreeMap;

use super::Inputs;
use super::fact::Fact;
use crate::dossier::answer::Answer;
use crate::tables::{ClassGiven, ClassRule};
use crate::terms::{Choice, DeviceClass, Legislation, Nation};
use crate::text::NodeId;

/// The nation whose rules a mark under that law follows: the EU Regulation is the law of Northern Ireland.
pub(super) fn regime(legislation: Legislation) -> Option<Nation> {
    match legislation {
        Legislation::UkMdr2002 | Legislation::EuMdd => Some(Nation::England),
        Legislation::EuMdr => Some(Nation::NorthernIreland),
        Legislation::EuAimdd | Legislation::EuIvdr | Legislation::EuIvdd => None,
    }
}

/// The class that the purpose implies by the rules of each nation, worked out once.
pub(super) type Implied = BTreeMap<Nation, Fact<DeviceClass>>;

/// The implied class for every nation.
pub(super) fn implied(inputs: Inputs<'_>) -> Implied {
    Nation::ALL.iter().map(|nation| (*nation, class_by_purpose(inputs, *nation))).collect()
}

/// The class that the rules in force in a nation imply; none for in vitro diagnostics, which have rules of their own.
pub(super) fn implied_class(inputs: Inputs<'_>, implied: &Implied, nation: Nation) -> Fact<DeviceClass> {
    if in_vitro(inputs) {
        return Fact::unknown(places(inputs), "in vitro diagnostics are classified by other rules, which are not on file");
    }
    implied[&nation].clone()
}

/// The class that the rules of a nation imply for what the purpose says, with the rule and the reasoning.
fn class_by_purpose(inputs: Inputs<'_>, nation: Nation) -> Fact<DeviceClass> {
    let from = places(inputs);
    let regulation = &inputs.dossier.regulation;
    match regulation.medical_device.get() {
        Some(true) => {}
        Some(false) => return Fact::unknown([regulation.medical_device.node], "the dossier says that the product is no medical device"),
        None => return Fact::unknown(from, "the dossier does not say whether the product is a medical device"),
    }
    let rules = inputs.tables.class_rules.iter().filter(|rule| rule.nations.contains(&nation));
    let looked: Vec<Looked<'_>> = rules.map(|rule| look(inputs, rule)).collect();
    let best = looked.iter().filter(|one| one.open.is_empty()).filter_map(|one| Some((one.class?, one.rule)));
    let Some((class, rule)) = best.fold(None, stricter) else {
        return Fact::unknown(from, "no rule of classification on file fits what the dossier says of the purpose");
    };
    let higher = |one: &&Looked<'_>| {
        one.holds != Some(false) && !one.open.is_empty() && class < DeviceClass::III && one.class.is_none_or(|other| other > class)
    };
    if let Some(open) = looked.iter().find(higher) {
        let missing = open.open.join(" and ");
        return Fact::unknown(from, format_args!("the class cannot be worked out until {missing} is stated ({})", open.rule.rule));
    }
    let read = rule.checked.map_or(String::new(), |date| format!(", read on {date}"));
    let why = format!("{}: {} ({} source{read}: {})", rule.rule, rule.says, rule.verified.as_str(), rule.source);
    Fact::is(class, from, why).verified_as_told(Some(rule.verified))
}

/// The strictest class; of two alike the first.
fn stricter<'a>(best: Option<(DeviceClass, &'a ClassRule)>, one: (DeviceClass, &'a ClassRule)) -> Option<(DeviceClass, &'a ClassRule)> {
    match best {
        Some(held) if held.0 >= one.0 => Some(held),
        _ => Some(one),
    }
}

/// What became of one rule.
struct Looked<'a> {
    rule: &'a ClassRule,
    /// False when a condition certainly fails.
    holds: Option<bool>,
    /// The class it gives, where that is known.
    class: Option<DeviceClass>,
    /// The fields that must be stated before it can be told.
    open: Vec<&'static str>,
}

fn look<'a>(inputs: Inputs<'_>, rule: &'a ClassRule) -> Looked<'a> {
    let purpose = &inputs.dossier.intended_purpose;
    let tests = [
        among(&purpose.function, &rule.function, "function"),
        among(&purpose.information_role, &rule.information_role, "information_role"),
        among(&purpose.condition_severity, &rule.severity, "condition_severity"),
        among(&purpose.autonomy, &rule.autonomy, "autonomy"),
        yes(&purpose.vital_parameters, rule.vital_parameters, "vital_parameters"),
        yes(&purpose.vital_processes, rule.vital_processes, "vital_processes"),
        yes(&purpose.drives_device, rule.drives_device, "drives_device"),
    ];
    let mut open: Vec<&'static str> = tests.iter().filter_map(|test| test.err()).collect();
    let fails = tests.contains(&Ok(false));
    let class = match rule.class {
        ClassGiven::Class(class) => Some(class),
        ClassGiven::OfDrivenDevice => purpose.driven_device_class.get().copied().filter(|class| *class <= DeviceClass::III),
    };
    if !fails && open.is_empty() && class.is_none() {
        open.push("driven_device_class");
    }
    if fails {
        return Looked { rule, holds: Some(false), class: None, open: Vec::new() };
    }
    Looked { rule, holds: open.is_empty().then_some(true), class, open }
}

/// Whether an answer is one of a list; no list is no condition. The name of the field, when nobody has said.
fn among<T: PartialEq>(answer: &Answer<T>, wanted: &[T], name: &'static str) -> Result<bool, &'static str> {
    if wanted.is_empty() {
        return Ok(true);
    }
    answer.get().map(|said| wanted.contains(said)).ok_or(name)
}

fn yes(answer: &Answer<bool>, wanted: bool, name: &'static str) -> Result<bool, &'static str> {
    if wanted { answer.get().copied().ok_or(name) } else { Ok(true) }
}

fn in_vitro(inputs: Inputs<'_>) -> bool {
    let ivd = |legislation: &Legislation| matches!(legislation, Legislation::EuIvdr | Legislation::EuIvdd);
    inputs
        .dossier
        .regulation
        .marks
        .items
        .iter()
        .any(|(_, mark)| mark.legislation.get().is_some_and(ivd) || mark.class.get().is_some_and(|class| *class > DeviceClass::III))
}

/// The answers that classification reads; where one is missing, the purpose as a whole.
fn places(inputs: Inputs<'_>) -> Vec<Option<NodeId>> {
    let purpose = &inputs.dossier.intended_purpose;
    let read = vec![
        purpose.function.node,
        purpose.information_role.node,
        purpose.condition_severity.node,
        purpose.autonomy.node,
        purpose.vital_parameters.node,
        purpose.vital_processes.node,
        purpose.drives_device.node,
        purpose.driven_device_class.node,
    ];
    if read.iter().all(Option::is_none) { vec![inputs.dossier.regulation.medical_device.node] } else { read }
}

/// The IMDRF category: information only, no legal class.
pub(super) fn imdrf(inputs: Inputs<'_>) -> Fact<String> {
    let purpose = &inputs.dossier.intended_purpose;
    let from = [purpose.condition_severity.node, purpose.information_role.node];
    let (Some(severity), Some(role)) = (purpose.condition_severity.get(), purpose.information_role.get()) else {
        return Fact::unknown(from, "the severity of the illness, or what the information is for, is not stated");
    };
    let row = inputs.tables.imdrf.iter().find(|row| row.severity == *severity);
    let found = row.and_then(|row| row.categories.iter().find(|(one, _)| one == role).map(|(_, category)| (category, row)));
    let Some((category, row)) = found else { return Fact::unknown(from, "the table of categories has no such cell") };
    let why = format!(
        "information to {role} in a {severity} state ({} source: {}); a category is no legal class",
        row.verified.as_str(),
        row.source
    );
    Fact::is(category.to_string(), from, why).verified_as_told(Some(row.verified))
}
