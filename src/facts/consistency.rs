//! Answers that cannot both be true, each with both places; and whether the answers fit together as far as can be told.

use super::accuracy::AccuracyFacts;
use super::asides::asides;
use super::fact::{Fact, Name, Rows, facts};
use super::pair::Fit::{No, Open, Query};
use super::pair::{Held, Pair};
use super::studied::Studied;
use super::study_pairs::{levels, sizes, studies};
use super::{Inputs, Versions};
use crate::dossier::answer::Said;
use crate::dossier::regulation::DeviceMark;
use crate::terms::{Autonomy, DeviceClass, PurposeFunction};
use crate::text::NodeId;

facts! {
    /// Two answers that do not fit together.
    ContradictionFacts {
        /// What kind of contradiction it is, and of what.
        id: Name,
        /// False: the two cannot both be true. Unknown: they do not fit, and there may be a good reason. The places are those of both.
        fits: Fact<bool>,
    }
}

facts! {
    /// Whether the answers of the dossier fit together.
    ConsistencyFacts {
        /// Whether every pair of answers that can be compared fits; unknown while one that should be comparable is missing.
        answers_fit: Fact<bool>,
    }
}

/// The contradictions, and whether the answers fit together.
pub(super) fn consistency(
    inputs: Inputs<'_>,
    versions: &Versions,
    studied: &Studied<'_>,
    accuracy: &[AccuracyFacts],
) -> (Rows<ContradictionFacts>, ConsistencyFacts) {
    let mut held = Held::default();
    held.extend([device_and_function(inputs), personal_data_and_purposes(inputs)]);
    if inputs.dossier.regulation.medical_device.get() != Some(&false) {
        held.extend([serious_incident_clock(inputs)]);
        held.extend(class_and_certificate(inputs));
    }
    if inputs.dossier.product.contains_ai.get() != Some(&false) {
        held.extend(studies(inputs, studied));
        held.extend(sizes(inputs, studied));
        levels(inputs, studied, &mut held);
        if inputs.dossier.data_protection.personal_data.get() != Some(&false) {
            held.extend([autonomy_and_decisions(inputs)]);
        }
    }
    let answers_fit = fit(inputs, &held);
    // These could be made to go away by removing an answer that nobody need give, so they do not bear on the check.
    held.extend(asides(inputs, versions, accuracy));
    let rows = held
        .apart
        .into_iter()
        .map(|pair| ContradictionFacts { fits: Fact::maybe((pair.fits == No).then_some(false), pair.from, pair.why), id: Name(pair.id) });
    (Rows { rows: rows.collect(), none: None }, ConsistencyFacts { answers_fit })
}

/// False when a pair cannot be true; unknown when one is a query or cannot be compared; else true.
fn fit(inputs: Inputs<'_>, held: &Held) -> Fact<bool> {
    let mut failing = held.apart.iter().filter(|pair| pair.fits == No);
    if let Some(first) = failing.next() {
        let others = failing.count();
        let more = if others > 0 { format!("; and {others} more") } else { String::new() };
        return Fact::is(false, first.from.iter().copied(), format_args!("{}{more}", first.why));
    }
    if let Some(open) = held.apart.first().or(held.open.as_ref()) {
        return Fact::unknown(open.from.iter().copied(), open.why.clone());
    }
    let told = held.from.iter().any(Option::is_some);
    let from = if told { &held.from } else { &vec![inputs.dossier.product.name.node] };
    Fact::is(true, from.iter().copied(), "no two answers that were compared contradict each other")
}

fn device_and_function(inputs: Inputs<'_>) -> Pair {
    let (device, function) = (&inputs.dossier.regulation.medical_device, &inputs.dossier.intended_purpose.function);
    let from = vec![device.node, function.node];
    let id = "no device, yet a medical purpose";
    match (device.get(), function.get()) {
        (Some(true), _) => Pair::fitting(vec![device.node]),
        (Some(false), Some(said @ (PurposeFunction::Diagnose | PurposeFunction::Monitor | PurposeFunction::Treat))) => {
            Pair::new(id, No, format!("it is said to be no medical device, and its function is to {said}"), from)
        }
        (Some(false), Some(_)) => Pair::fitting(from),
        _ => Pair::new(id, Open, "whether it is a medical device, or its function, is not stated", from),
    }
}

fn personal_data_and_purposes(inputs: Inputs<'_>) -> Pair {
    let section = &inputs.dossier.data_protection;
    let from = vec![section.personal_data.node, section.purposes.node];
    let id = "no personal data, yet a lawful basis for it";
    match section.personal_data.get() {
        Some(false) if !section.purposes.items.is_empty() => {
            Pair::new(id, No, "it is said to use no personal data, and a lawful basis is given for using them", from)
        }
        Some(_) => Pair::fitting(vec![section.personal_data.node]),
        None => Pair::new(id, Open, "whether it uses personal data is not stated", from),
    }
}

fn autonomy_and_decisions(inputs: Inputs<'_>) -> Pair {
    let autonomy = &inputs.dossier.intended_purpose.autonomy;
    let alone = &inputs.dossier.data_protection.automated_decisions.solely_automated;
    let from = vec![autonomy.node.or(inputs.dossier.intended_purpose.statement.node), alone.node];
    let id = "acts alone, yet no decision is solely automated";
    match (autonomy.get(), alone.get()) {
        (Some(Autonomy::Autonomous), Some(false)) => {
            Pair::new(id, No, "nobody looks at each result, and no decision is said to be solely automated", from)
        }
        (Some(_), Some(_)) => Pair::fitting(from),
        _ => Pair::new(id, Open, "what part a human has, or whether a decision is solely automated, is not stated", from),
    }
}

/// The clock for serious incidents against the one in force; an older clock is a query, since the law was read in secondary sources.
fn serious_incident_clock(inputs: Inputs<'_>) -> Pair {
    let days = &inputs.dossier.regulation.serious_incident_days;
    let from = vec![days.node.or(inputs.dossier.regulation.medical_device.node)];
    let id = "a reporting clock from superseded law";
    let Some(limit) = inputs.tables.threshold("serious-incident-days") else { return Pair::fitting(from) };
    let verified = limit.verified.map_or(String::new(), |verified| format!("{} source: ", verified.as_str()));
    match days.get() {
        Some(days) if *days as f64 <= limit.value => Pair::fitting(from),
        Some(days) => {
            let why = format!(
                "the maker says that it reports serious incidents within {days} days; in force are {} {} ({verified}{})",
                limit.value, limit.says, limit.source
            );
            Pair::new(id, Query, why, from)
        }
        None => Pair::new(id, Open, "within how many days the maker reports a serious incident is not stated", from),
    }
}

fn class_and_certificate(inputs: Inputs<'_>) -> Vec<Pair> {
    let measuring = &inputs.dossier.intended_purpose.measuring;
    let marks = &inputs.dossier.regulation.marks;
    let pair = |(node, mark): &(NodeId, DeviceMark)| {
        let name = mark.id.get().map_or("a mark", |id| id.0.as_str());
        let id = || format!("class I, yet a certificate: {name}");
        let from = vec![mark.class.node.or(Some(*node)), mark.certificate.node];
        match (mark.class.get(), &mark.certificate.said, measuring.get()) {
            (None, _, _) => Pair::new(id(), Open, format!("the class of {name} is not stated"), from),
            (Some(DeviceClass::I), Said::Is(_), Some(false)) => {
                Pair::new(id(), No, format!("{name} is in class I, which the maker declares alone, and a certificate is named"), from)
            }
            (Some(DeviceClass::I), Said::Is(_), None) | (Some(DeviceClass::I), Said::Unknown | Said::NotApplicable(_), _) => Pair::new(
                id(),
                Open,
                format!("{name} is in class I; whether there is a certificate, and whether it measures, is not stated"),
                from,
            ),
            _ => Pair::fitting(from),
        }
    };
    match (marks.items.is_empty(), &marks.none) {
        (true, None) => {
            let device = inputs.dossier.regulation.medical_device.node;
            vec![Pair::new("class I, yet a certificate", Open, "no mark of the device is listed", vec![marks.node.or(device)])]
        }
        _ => marks.items.iter().map(pair).collect(),
    }
}
