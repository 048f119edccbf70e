//! What studies say, held against what is offered and agreed: of which product, how many people, of which target.

use super::Inputs;
use super::counts::Cells;
use super::pair::Fit::{No, Open, Query, Yes};
use super::pair::{Fit, Held, Pair, bare, is_person};
use super::phrase::brief;
use super::studied::{Looked, Studied};
use crate::dossier::validation::{Acceptance, Study};
use crate::text::NodeId;

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

/// Studies of another product than the one offered.
pub(super) fn studies<'s>(inputs: Inputs<'s>, studied: &'s Studied<'s>) -> impl Iterator<Item = Pair> {
    let product = &inputs.dossier.product.name;
    let offered = product.get().map(|name| Offered { name, lower: name.to_lowercase(), bare: bare(name) });
    each_study(inputs, studied, "a study of another product", move |node, study, name| {
        let from = vec![study.product.node.or(Some(node)), product.node];
        let id = || format!("a study of another product: {name}");
        match (study.product.get(), &offered) {
            (Some(studied), Some(offered)) => match offered.same_product(studied) {
                Yes => Pair::fitting(from),
                fit => {
                    let why = format!("study {name} is of {}, and {} is offered", brief(studied), brief(offered.name));
                    Pair::new(id(), fit, why, from)
                }
            },
            _ => Pair::new(id(), Open, format!("of which product study {name} is, is not stated"), from),
        }
    })
}

/// More patients counted than a study had.
pub(super) fn sizes<'s>(inputs: Inputs<'s>, studied: &'s Studied<'s>) -> impl Iterator<Item = Pair> {
    each_study(inputs, studied, "more counted than there were", |node, study, name| {
        let id = || format!("more counted than there were: {name}");
        let n = &study.population.n;
        let from = vec![n.node.or(Some(node)), study.results.node];
        let Some(there) = n.get() else { return Pair::new(id(), Open, format!("how many people study {name} had is not stated"), from) };
        let results = || study.results.items.iter().map(|(_, result)| result);
        if study.results.items.is_empty() && study.results.none.is_none() || results().any(|result| result.unit.get().is_none()) {
            return Pair::new(id(), Open, format!("what study {name} counted once, a patient or something else, is not stated"), from);
        }
        let patients = results().filter(|result| result.unit.get().is_some_and(|unit| is_person(&unit.0)));
        let totals: Vec<Option<u64>> = patients.map(|result| Cells::stated(&result.counts).total()).collect();
        if totals.contains(&None) {
            return Pair::new(id(), Open, format!("study {name} does not give all its counts"), from);
        }
        let most = totals.into_iter().flatten().max();
        match most {
            Some(most) if most > *there => {
                Pair::new(id(), No, format!("study {name} had {there} people, and {most} patients are counted"), from)
            }
            _ => Pair::fitting(from),
        }
    })
}

/// Levels of accuracy against the targets of the studies they name.
pub(super) fn levels(inputs: Inputs<'_>, studied: &Studied<'_>, held: &mut Held) {
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
