//! Answers that cannot both be true, each with both places; and whether the answers fit together as far as can be told.

use super::Inputs;
use super::accuracy::AccuracyFacts;
use super::asides::asides;
use super::counts::Cells;
use super::fact::{Fact, Name, Rows, facts};
use super::pair::Fit::{No, Open, Query, Yes};
use super::pair::{Fit, Pair, bare, is_person};
use crate::dossier::answer::{Said, Text};
use crate::dossier::regulation::DeviceMark;
use crate::dossier::validation::{Acceptance, Study};
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
pub(super) fn consistency(inputs: Inputs<'_>, accuracy: &[AccuracyFacts]) -> (Rows<ContradictionFacts>, ConsistencyFacts) {
    let mut pairs = vec![device_and_function(inputs), personal_data_and_purposes(inputs)];
    if inputs.dossier.regulation.medical_device.get() != Some(&false) {
        pairs.push(serious_incident_clock(inputs));
        pairs.extend(class_and_certificate(inputs));
    }
    if inputs.dossier.product.contains_ai.get() != Some(&false) {
        pairs.extend(studies(inputs));
        pairs.extend(sizes(inputs));
        pairs.extend(levels(inputs));
        if inputs.dossier.data_protection.personal_data.get() != Some(&false) {
            pairs.push(autonomy_and_decisions(inputs));
        }
    }
    // These could be made to go away by removing an answer that nobody need give, so they do not bear on the check.
    let asides = asides(inputs, accuracy);
    let rows = pairs.iter().chain(&asides).filter(|pair| matches!(pair.fits, No | Query)).map(|pair| ContradictionFacts {
        id: Name(pair.id.clone()),
        fits: Fact::maybe((pair.fits == No).then_some(false), pair.from.iter().copied(), pair.why.clone()),
    });
    let rows = Rows { rows: rows.collect(), none: None };
    (rows, ConsistencyFacts { answers_fit: fit(inputs, &pairs) })
}

/// False when a pair cannot be true; unknown when one is a query or cannot be compared; else true.
fn fit(inputs: Inputs<'_>, pairs: &[Pair]) -> Fact<bool> {
    let failing: Vec<&Pair> = pairs.iter().filter(|pair| pair.fits == No).collect();
    if let Some(first) = failing.first() {
        let more = if failing.len() > 1 { format!("; and {} more", failing.len() - 1) } else { String::new() };
        return Fact::is(false, first.from.iter().copied(), format!("{}{more}", first.why));
    }
    if let Some(open) = [Query, Open].iter().find_map(|fit| pairs.iter().find(|pair| pair.fits == *fit)) {
        return Fact::unknown(open.from.iter().copied(), open.why.clone());
    }
    let from: Vec<Option<NodeId>> = pairs.iter().flat_map(|pair| pair.from.clone()).collect();
    let from = if from.iter().any(Option::is_some) { from } else { vec![inputs.dossier.product.name.node] };
    Fact::is(true, from, "no two answers that were compared contradict each other")
}

fn device_and_function(inputs: Inputs<'_>) -> Pair {
    let (device, function) = (&inputs.dossier.regulation.medical_device, &inputs.dossier.intended_purpose.function);
    let from = vec![device.node, function.node];
    let id = "no device, yet a medical purpose";
    match (device.get(), function.get()) {
        (Some(true), _) => Pair::new(id, Yes, "it is a medical device", vec![device.node]),
        (Some(false), Some(said @ (PurposeFunction::Diagnose | PurposeFunction::Monitor | PurposeFunction::Treat))) => {
            Pair::new(id, No, format!("it is said to be no medical device, and its function is to {said}"), from)
        }
        (Some(false), Some(_)) => Pair::new(id, Yes, "its function is not to diagnose, monitor or treat", from),
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
        Some(_) => Pair::new(id, Yes, "personal data and lawful bases fit", vec![section.personal_data.node]),
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
        (Some(_), Some(_)) => Pair::new(id, Yes, "the part of a human and automated decisions fit", from),
        _ => Pair::new(id, Open, "what part a human has, or whether a decision is solely automated, is not stated", from),
    }
}

/// The clock for serious incidents against the one in force; an older clock is a query, since the law was read in secondary sources.
fn serious_incident_clock(inputs: Inputs<'_>) -> Pair {
    let days = &inputs.dossier.regulation.serious_incident_days;
    let from = vec![days.node.or(inputs.dossier.regulation.medical_device.node)];
    let id = "a reporting clock from superseded law";
    let Some(limit) = inputs.tables.threshold("serious-incident-days") else { return Pair::new(id, Yes, "", from) };
    let verified = limit.verified.map_or(String::new(), |verified| format!("{} source: ", verified.as_str()));
    match days.get() {
        Some(days) if *days as f64 <= limit.value => Pair::new(id, Yes, "the clock is the one in force", from),
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
        let id = format!("class I, yet a certificate: {name}");
        let from = vec![mark.class.node.or(Some(*node)), mark.certificate.node];
        match (mark.class.get(), &mark.certificate.said, measuring.get()) {
            (None, _, _) => Pair::new(id, Open, format!("the class of {name} is not stated"), from),
            (Some(DeviceClass::I), Said::Is(_), Some(false)) => {
                Pair::new(id, No, format!("{name} is in class I, which the maker declares alone, and a certificate is named"), from)
            }
            (Some(DeviceClass::I), Said::Is(_), None) | (Some(DeviceClass::I), Said::Unknown | Said::NotApplicable(_), _) => Pair::new(
                id,
                Open,
                format!("{name} is in class I; whether there is a certificate, and whether it measures, is not stated"),
                from,
            ),
            _ => Pair::new(id, Yes, "class and certificate fit", from),
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

/// Whether a study's name of the product is that of the product offered; a name that holds the other is a question.
fn same_product(studied: &str, offered: &str) -> Fit {
    let (studied_bare, offered_bare) = (bare(studied), bare(offered));
    let rest =
        studied.to_lowercase().strip_prefix(&offered.to_lowercase()).map(|rest| rest.trim_start().trim_start_matches('v').to_string());
    let follows = studied.contains(' ') && rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if studied_bare == offered_bare || follows {
        Yes
    } else if studied_bare.contains(&offered_bare) || offered_bare.contains(&studied_bare) {
        Query
    } else {
        No
    }
}

/// The studies, each with its place; one open pair when none is listed.
fn each_study(inputs: Inputs<'_>, id: &str, pair: impl Fn(NodeId, &Study, &str) -> Pair) -> Vec<Pair> {
    let list = &inputs.dossier.validation.studies;
    if list.items.is_empty() && list.none.is_none() {
        return vec![Pair::new(id, Open, "no study is listed", vec![list.node.or(inputs.dossier.product.name.node)])];
    }
    let name = |study: &Study| study.id.get().map_or("a study".to_string(), |id| id.0.clone());
    list.items.iter().map(|(node, study)| pair(*node, study, &name(study))).collect()
}

fn studies(inputs: Inputs<'_>) -> Vec<Pair> {
    let product = &inputs.dossier.product.name;
    each_study(inputs, "a study of another product", |node, study, name| {
        let from = vec![study.product.node.or(Some(node)), product.node];
        let id = format!("a study of another product: {name}");
        match (study.product.get(), product.get()) {
            (Some(studied), Some(offered)) => {
                let fits = same_product(&studied.0, &offered.0);
                Pair::new(id, fits, format!("study {name} is of {}, and {} is offered", studied.0, offered.0), from)
            }
            _ => Pair::new(id, Open, format!("of which product study {name} is, is not stated"), from),
        }
    })
}

/// More patients counted than a study had.
fn sizes(inputs: Inputs<'_>) -> Vec<Pair> {
    each_study(inputs, "more counted than there were", |node, study, name| {
        let id = format!("more counted than there were: {name}");
        let n = &study.population.n;
        let from = vec![n.node.or(Some(node)), study.results.node];
        let Some(there) = n.get() else { return Pair::new(id, Open, format!("how many people study {name} had is not stated"), from) };
        let results = || study.results.items.iter().map(|(_, result)| result);
        if study.results.items.is_empty() && study.results.none.is_none() || results().any(|result| result.unit.get().is_none()) {
            return Pair::new(id, Open, format!("what study {name} counted once, a patient or something else, is not stated"), from);
        }
        let patients = results().filter(|result| result.unit.get().is_some_and(|unit| is_person(&unit.0)));
        let totals: Vec<Option<u64>> = patients.map(|result| Cells::stated(&result.counts).total()).collect();
        if totals.contains(&None) {
            return Pair::new(id, Open, format!("study {name} does not give all its counts"), from);
        }
        let most = totals.into_iter().flatten().max();
        match most {
            Some(most) if most > *there => {
                Pair::new(id, No, format!("study {name} had {there} people, and {most} patients are counted"), from)
            }
            _ => Pair::new(id, Yes, "no more are counted than there were", from),
        }
    })
}

/// Levels of accuracy against the targets of the studies they name.
fn levels(inputs: Inputs<'_>) -> Vec<Pair> {
    let list = &inputs.dossier.validation.acceptance;
    if list.items.is_empty() && list.none.is_none() {
        let from = vec![list.node.or(inputs.dossier.product.name.node)];
        return vec![Pair::new("a study of another target", Open, "no level of accuracy has been agreed", from)];
    }
    list.items.iter().flat_map(|(node, level)| targets(inputs, *node, level)).collect()
}

fn targets(inputs: Inputs<'_>, node: NodeId, level: &Acceptance) -> Vec<Pair> {
    let target = level.target.get().map_or("a finding", |target| target.0.as_str());
    let Some(named) = level.studies.get() else {
        let why = format!("the level for {target} does not name its studies");
        return vec![Pair::new(format!("a study of another target: {target}"), Open, why, vec![Some(node)])];
    };
    let studies = &inputs.dossier.validation.studies.items;
    let pair = |id: &Text| {
        let name = format!("a study of another target: {}, {target}", id.0);
        let study = studies.iter().map(|(_, study)| study).find(|study| study.id.get() == Some(id));
        let from = vec![level.studies.node.or(Some(node)), study.and_then(|study| study.results.node)];
        match study.map(|study| &study.results.items).filter(|results| !results.is_empty()) {
            None => Pair::new(name, Open, format!("study {} gives no results", id.0), from),
            Some(results) if results.iter().any(|(_, result)| result.target.get() == level.target.get()) => {
                Pair::new(name, Yes, "the study looked for it", from)
            }
            Some(results) if results.iter().any(|(_, result)| result.target.get().is_some_and(|one| bare(&one.0) == bare(target))) => {
                Pair::new(name, Query, format!("the level is for {target}, and study {} spells it otherwise", id.0), from)
            }
            Some(_) => Pair::new(name, No, format!("the level for {target} names study {}, which did not look for it", id.0), from),
        }
    };
    named.iter().map(pair).collect()
}
