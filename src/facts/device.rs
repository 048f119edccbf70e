//! The marks of a medical device: recognised here and now, in date, and about this version.

use super::Inputs;
use super::fact::{Fact, Name, Rows, facts};
use crate::dossier::adopter::Nation;
use crate::dossier::answer::{Said, long_date};
use crate::dossier::regulation::DeviceMark;
use crate::rules::{MarkRule, Verified};
use crate::text::NodeId;

facts! {
    /// The medical device.
    Device {
        /// Its marks.
        marks: Rows<MarkFacts>,
    }
}

facts! {
    /// One mark.
    #[schemars(extend("x-key" = "id"))]
    MarkFacts {
        /// Its name in the dossier.
        id: Name,
        /// Whether such a mark is recognised in the adopter's nation on the day of the report.
        recognised: Fact<bool>,
        /// Whether it has not expired.
        in_date: Fact<bool>,
        /// Whether it covers the version offered.
        covers_version: Fact<bool>,
    }
}

/// The facts of the device.
pub(super) fn device(inputs: Inputs<'_>) -> Device {
    let marks = &inputs.dossier.regulation.marks;
    let rows = marks.items.iter().map(|(node, mark)| MarkFacts {
        id: Name(mark.id.get().map_or(String::new(), |id| id.0.clone())),
        recognised: recognised(inputs, *node, mark),
        in_date: in_date(inputs, *node, mark),
        covers_version: covers(inputs, *node, mark),
    });
    Device { marks: Rows { rows: rows.collect(), none: marks.none.clone() } }
}

fn recognised(inputs: Inputs<'_>, node: NodeId, mark: &DeviceMark) -> Fact<bool> {
    let from = [mark.kind.node, mark.legislation.node, mark.class.node, Some(node)];
    let (Some(kind), Some(legislation)) = (mark.kind.get(), mark.legislation.get()) else {
        return Fact::unknown(from, "the dossier does not say which mark it is, or under which legislation it was put on");
    };
    let Some(nation) = inputs.dossier.adopter.nation.get() else {
        return Fact::unknown(from, "the dossier does not say in which nation the product is used");
    };
    let class = mark.class.get().map(|class| class.as_str());
    match rule(inputs, kind.as_str(), legislation.as_str(), *nation, class) {
        Ok(rule) => by_rule(inputs, rule, from),
        Err(why) => Fact::unknown(from, why),
    }
}

fn rule<'a>(inputs: Inputs<'a>, kind: &str, legislation: &str, nation: Nation, class: Option<&str>) -> Result<&'a MarkRule, String> {
    let fits = |rule: &&MarkRule| rule.mark == kind && rule.legislation == legislation && rule.nations.contains(&nation);
    let rules: Vec<&MarkRule> = inputs.tables.marks.iter().filter(fits).collect();
    if rules.is_empty() {
        return Err(format!("no rule on file says whether a {kind} mark under {legislation} counts in {}", nation.as_str()));
    }
    if let Some(any) = rules.iter().find(|rule| rule.classes.is_empty()) {
        return Ok(any);
    }
    let Some(class) = class else { return Err("whether it counts depends on its class, which is not stated".into()) };
    rules
        .into_iter()
        .find(|rule| rule.classes.iter().any(|one| one == class))
        .ok_or_else(|| format!("no rule on file covers class {class}"))
}

fn by_rule(inputs: Inputs<'_>, rule: &MarkRule, from: [Option<NodeId>; 4]) -> Fact<bool> {
    let read = rule.checked.map_or(String::new(), |date| format!(", read on {date}"));
    let source = format!("{} ({} source{read}: {})", rule.says, rule.verified.as_str(), rule.source);
    let ended = rule.until.is_some_and(|until| until < inputs.as_of);
    let favourable = match (rule.recognised, ended) {
        (None, _) => None,
        (Some(recognised), ended) => Some(recognised && !ended),
    };
    match favourable {
        Some(true) => Fact::is(true, from, source).verified(rule.verified),
        Some(false) if rule.verified == Verified::Primary => Fact::is(false, from, source).verified(rule.verified),
        // What rests on less than the official text is a question to the reader, never a failure.
        _ => Fact::unknown(from, format!("{source} Confirm it with the MHRA")).verified(rule.verified),
    }
}

fn in_date(inputs: Inputs<'_>, node: NodeId, mark: &DeviceMark) -> Fact<bool> {
    let from = [mark.expires.node, Some(node)];
    match &mark.expires.said {
        Said::Is(date) if date.0 < inputs.as_of => Fact::is(false, from, format!("it expired on {}", long_date(date.0))),
        Said::Is(date) => Fact::is(true, from, format!("it is valid until {}", long_date(date.0))),
        Said::None(reason) => Fact::is(true, from, format!("it is said to have no end: {reason}")),
        _ => Fact::unknown(from, "the dossier does not say until when it is valid"),
    }
}

fn covers(inputs: Inputs<'_>, node: NodeId, mark: &DeviceMark) -> Fact<bool> {
    let from = [mark.covers_versions.node, Some(node)];
    let (Some(covered), Some(version)) = (mark.covers_versions.get(), inputs.dossier.product.version.get()) else {
        return Fact::unknown(from, "the dossier does not say which versions it covers, or which version is offered");
    };
    let within = |one: &str| version.0 == one || version.0.strip_prefix(one).is_some_and(|rest| rest.starts_with('.'));
    let list: Vec<&str> = covered.iter().map(|one| one.0.as_str()).collect();
    if list.iter().any(|one| within(one)) {
        Fact::is(true, from, format!("it covers {}, and {} is offered", list.join(", "), version.0))
    } else {
        Fact::is(false, from, format!("it covers {}, and {} is offered", list.join(", "), version.0))
    }
}
