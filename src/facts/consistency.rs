//! Answers that cannot both be true, each with both places; and whether the answers fit together as far as can be told.

use super::accuracy::AccuracyFacts;
use super::asides::asides;
use super::counts::Cells;
use super::fact::{Fact, Name, Rows, facts};
use super::pair::Fit::{No, Open, Query, Yes};
use super::pair::{Fit, Held, Pair, bare, is_person};
use super::phrase::brief;
use super::studied::{Looked, Studied};
use super::{Inputs, Versions};
use crate::dossier::answer::Said;
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
        return Fact::is(false, first.from.iter().copied(), format!("{}{more}", first.why));
    }
    if let Some(open) = held.apart.first().or(held.open.as_ref()) {
        return Fact::unknown(open.from.iter().copied(), open.why.as_str());
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

/// The name of the product offered, as names of products are compared.
struct Offered<'d> {
    name: &'d str,
    lower: String,
    bare: String,
}

/// Names longer than this, in bytes, are not searched for in each other; that they may hold each other is a question.
const SEARCHED: usize = 2000;

impl Offered<'_> {
    /// Whether a study's name of the product is that of the product offered; a name that holds the other is a question.
    fn same_product(&self, studied: &str) -> Fit {
        let studied_bare = bare(studied);
        let rest = studied.to_lowercase().strip_prefix(&self.lower).map(|rest| rest.trim_start().trim_start_matches('v').to_string());
        let follows = studied.contains(' ') && rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if studied_bare == self.bare || follows {
            return Yes;
        }
        let long = studied_bare.len().max(self.bare.len()) > SEARCHED;
        if long || studied_bare.contains(&self.bare) || self.bare.contains(&studied_bare) { Query } else { No }
    }
}

/// The studies, each with its place; one open pair when none is listed.
fn each_study<'s>(
    inputs: Inputs<'s>,
    studied: &'s Studied<'s>,
    id: &str,
    pair: impl Fn(NodeId, &Study, &str) -> Pair,
) -> impl Iterator<Item = Pair> {
    let list = &inputs.dossier.validation.studies;
    let empty = list.items.is_empty() && list.none.is_none();
    let open = empty.then(|| Pair::new(id, Open, "no study is listed", vec![list.node.or(inputs.dossier.product.name.node)]));
    let name = |one: &'s Looked<'s>| if one.study.id.get().is_some() { one.name.as_str() } else { "a study" };
    open.into_iter().chain(studied.all.iter().map(move |one| pair(one.node, one.study, name(one))))
}

fn studies<'s>(inputs: Inputs<'s>, studied: &'s Studied<'s>) -> impl Iterator<Item = Pair> {
    let product = &inputs.dossier.product.name;
    let offered = product.get().map(|name| Offered { name, lower: name.to_lowercase(), bare: bare(name) });
    each_study(inputs, studied, "a study of another product", move |node, study, name| {
        let from = vec![study.product.node.or(Some(node)), product.node];
        let id = format!("a study of another product: {name}");
        match (study.product.get(), &offered) {
            (Some(studied), Some(offered)) => {
                let why = format!("study {name} is of {}, and {} is offered", brief(studied), brief(offered.name));
                Pair::new(id, offered.same_product(studied), why, from)
            }
            _ => Pair::new(id, Open, format!("of which product study {name} is, is not stated"), from),
        }
    })
}

/// More patients counted than a study had.
fn sizes<'s>(inputs: Inputs<'s>, studied: &'s Studied<'s>) -> impl Iterator<Item = Pair> {
    each_study(inputs, studied, "more counted than there were", |node, study, name| {
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
            _ => Pair::fitting(from),
        }
    })
}

/// Levels of accuracy against the targets of the studies they name.
fn levels(inputs: Inputs<'_>, studied: &Studied<'_>, held: &mut Held) {
    let list = &inputs.dossier.validation.acceptance;
    if list.items.is_empty() && list.none.is_none() {
        let from = vec![list.node.or(inputs.dossier.product.name.node)];
        held.extend([Pair::new("a study of another target", Open, "no level of accuracy has been agreed", from)]);
    }
    for (node, level) in &list.items {
        targets(studied, *node, level, held);
    }
}

/// The most studies of another target that are told one by one for one level.
const TOLD_ONE_BY_ONE: usize = 20;

fn targets(studied: &Studied<'_>, node: NodeId, level: &Acceptance, held: &mut Held) {
    let target = level.target.get().map_or("a finding", |target| target.0.as_str());
    let (bare_target, words) = (bare(target), brief(target));
    let from = vec![level.studies.node.or(Some(node))];
    let Some(named) = level.studies.get() else {
        let why = format!("the level for {words} does not name its studies");
        return held.extend([Pair::new(format!("a study of another target: {words}"), Open, why, vec![Some(node)])]);
    };
    let before = held.apart.len();
    let mut more = (0, Query);
    for id in named {
        let looked = studied.position(&id.0).map(|at| &studied.all[at]);
        let from = || vec![from[0], looked.and_then(|one| one.study.results.node)];
        let name = || format!("a study of another target: {}, {words}", brief(&id.0));
        let (fits, why) = match looked.filter(|one| !one.study.results.items.is_empty()) {
            None if held.open.is_some() => continue,
            None => (Open, format!("study {} gives no results", brief(&id.0))),
            Some(one) if one.looked_for(level.target.get().map(|target| target.0.as_str())) => {
                held.extend([Pair::fitting(from())]);
                continue;
            }
            Some(one) if one.spells(&bare_target) => {
                (Query, format!("the level is for {words}, and study {} spells it otherwise", brief(&id.0)))
            }
            Some(_) => (No, format!("the level for {words} names study {}, which did not look for it", brief(&id.0))),
        };
        if fits != Open && held.apart.len() - before >= TOLD_ONE_BY_ONE {
            more = (more.0 + 1, if fits == No { No } else { more.1 });
        } else {
            held.extend([Pair::new(name(), fits, why, from())]);
        }
    }
    if more.0 > 0 {
        let why = format!("the level for {words} names {} more studies that did not look for it under that name", more.0);
        held.extend([Pair::new(format!("studies of another target: {words}"), more.1, why, from)]);
    }
}
