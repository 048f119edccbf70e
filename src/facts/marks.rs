//! The marks of a device: recognised here and now, in date, about this version, in the class that its purpose implies,
//! and with the assessment on file that the class demands.

use std::borrow::Cow;

use super::Inputs;
use super::class::{Implied, regime};
use super::fact::{Fact, Name, Rows, facts};
use super::phrase::{brief, enumerated};
use crate::dossier::answer::Said;
use crate::dossier::regulation::DeviceMark;
use crate::tables::MarkRule;
use crate::terms::{DeviceClass, Nation, Verified, choice, long_date};
use crate::text::NodeId;

choice! {
    /// The class of a mark against the class that the rules it was put on under imply.
    ClassRelation {
        /// Below it: a query, until the adopter has judged it.
        Lower = "lower",
        /// The same.
        Equal = "equal",
        /// Above it.
        Higher = "higher",
    }
}

facts! {
    /// One mark.
    MarkFacts, found by "id" {
        /// Its name in the dossier.
        id: Name,
        /// Whether such a mark is recognised in the adopter's nation on the day of the report.
        recognised: Fact<bool>,
        /// Whether it has not expired.
        in_date: Fact<bool>,
        /// Whether it covers the version offered.
        covers_version: Fact<bool>,
        /// Its class against the one that the rules of its own legislation imply.
        class_relation: Fact<ClassRelation>,
        /// Whether the assessment that its class demands is on file: the maker's declaration, or an approved body's certificate.
        route_on_file: Fact<bool>,
    }
}

/// The facts of all marks.
pub(super) fn marks(inputs: Inputs<'_>, implied: &Implied) -> Rows<MarkFacts> {
    let marks = &inputs.dossier.regulation.marks;
    let rows = marks.items.iter().map(|(node, mark)| MarkFacts {
        id: Name(name(mark)),
        recognised: recognised(inputs, implied, *node, mark),
        in_date: in_date(inputs, *node, mark),
        covers_version: covers(inputs, *node, mark),
        class_relation: class_relation(implied, *node, mark),
        route_on_file: route(inputs, *node, mark),
    });
    Rows { rows: rows.collect(), none: marks.none.clone() }
}

fn name(mark: &DeviceMark) -> String {
    mark.id.get().map_or(String::new(), |id| brief(&id.0).into_owned())
}

fn class_relation(implied: &Implied, node: NodeId, mark: &DeviceMark) -> Fact<ClassRelation> {
    let from = [mark.class.node, mark.legislation.node, Some(node)];
    let (Some(class), Some(legislation)) = (mark.class.get(), mark.legislation.get()) else {
        return Fact::unknown(from, format_args!("the class of the mark {}, or the law it was put on under, is not stated", name(mark)));
    };
    let Some(nation) = regime(*legislation) else {
        return Fact::unknown(from, format_args!("no rules of classification under {legislation} are on file"));
    };
    let implied = &implied[&nation];
    let places = from.iter().copied().flatten().chain(implied.from.iter().copied()).map(Some);
    let Some(wanted) = implied.value else { return Fact::unknown(places, implied.why.clone()) };
    let (relation, words) = match class.cmp(&wanted) {
        std::cmp::Ordering::Less => (ClassRelation::Lower, "lower than"),
        std::cmp::Ordering::Equal => (ClassRelation::Equal, "the same as"),
        std::cmp::Ordering::Greater => (ClassRelation::Higher, "higher than"),
    };
    let why = format!("class {class} of the mark {} is {words} class {wanted}, which its purpose implies by {}", name(mark), implied.why);
    Fact::is(relation, places, why).verified_as_told(implied.verified)
}

/// Class I is declared by the maker alone, unless the device measures; every higher class needs a body's certificate.
fn route(inputs: Inputs<'_>, node: NodeId, mark: &DeviceMark) -> Fact<bool> {
    let measuring = &inputs.dossier.intended_purpose.measuring;
    let Some(class) = mark.class.get() else { return Fact::unknown([mark.class.node, Some(node)], "its class is not stated") };
    let body = match (class, measuring.get()) {
        (DeviceClass::I, Some(false)) => false,
        (DeviceClass::I, None) => {
            return Fact::unknown(
                [measuring.node, Some(node)],
                "nobody has said whether it measures, and so whether class I needs an approved body",
            );
        }
        (DeviceClass::I, Some(true)) | (DeviceClass::IIa | DeviceClass::IIb | DeviceClass::III, _) => true,
        _ => return Fact::unknown([mark.class.node], "no rule on file says which assessment an in vitro diagnostic needs"),
    };
    if body {
        let from = [mark.certificate.node, mark.body.node, Some(node)];
        return match (&mark.certificate.said, mark.body.get()) {
            (Said::Is(_), Some(number)) => Fact::is(
                true,
                from,
                format!("class {class} needs an approved or notified body, and the certificate of {} is named", number.0),
            ),
            (Said::None(_), _) => {
                Fact::is(false, from, format_args!("class {class} needs an approved or notified body, and there is no certificate"))
            }
            _ => {
                Fact::unknown(from, format!("class {class} needs an approved or notified body; its certificate or its number is not named"))
            }
        };
    }
    let from = [mark.declaration.node, mark.certificate.node, Some(node)];
    match (&mark.declaration.said, &mark.certificate.said) {
        (Said::Is(_), Said::None(_)) => Fact::is(true, from, "class I is declared by the maker alone, and the declaration is named"),
        (_, Said::Is(_)) => {
            Fact::unknown(from, "class I is declared by the maker alone, and yet a certificate is named; ask what it certifies")
        }
        (Said::Is(_), _) => Fact::unknown(from, "class I is declared by the maker alone; say so with `certificate: {none: reason}`"),
        _ => Fact::unknown(from, "class I is declared by the maker alone, and no declaration of conformity is named"),
    }
}

fn recognised(inputs: Inputs<'_>, implied: &Implied, node: NodeId, mark: &DeviceMark) -> Fact<bool> {
    let from = [mark.kind.node, mark.legislation.node, mark.class.node, Some(node)];
    let (Some(kind), Some(legislation)) = (mark.kind.get(), mark.legislation.get()) else {
        return Fact::unknown(from, "the dossier does not say which mark it is, or under which legislation it was put on");
    };
    let Some(nation) = inputs.dossier.adopter.nation.get() else {
        return Fact::unknown(from, "the dossier does not say in which nation the product is used");
    };
    let class = mark.class.get().map(|class| class.as_str());
    match rule(inputs, kind.as_str(), legislation.as_str(), *nation, class) {
        Ok(rule) => match conditions(implied, rule, mark) {
            Ok(holds) => by_rule(inputs, rule, holds, from),
            Err(why) => {
                let source = format!("{} source: {}", rule.verified.as_str(), rule.source);
                Fact::unknown(from, format_args!("{} ({source}) {why}", rule.says)).verified_as_told(Some(rule.verified))
            }
        },
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

/// Whether what a rule asks of a mark beyond its kind and class holds; why that cannot be told, when it cannot.
fn conditions(implied: &Implied, rule: &MarkRule, mark: &DeviceMark) -> Result<bool, String> {
    if let Some(before) = rule.declared_before {
        let declared = mark.declared_on.get().ok_or("The day of its declaration is not stated.")?;
        if declared.0 >= before {
            return Ok(false);
        }
    }
    if rule.higher_under_eu_mdr {
        let implied = &implied[&Nation::NorthernIreland];
        let class = implied.value.ok_or_else(|| format!("Its class under the EU Regulation is not known: {}.", implied.why))?;
        return Ok(class > DeviceClass::I);
    }
    Ok(true)
}

fn by_rule(inputs: Inputs<'_>, rule: &MarkRule, holds: bool, from: [Option<NodeId>; 4]) -> Fact<bool> {
    let read = rule.checked.map_or(String::new(), |date| format!(", read on {date}"));
    let proposal = rule.proposal.as_ref().map_or(String::new(), |text| format!(" {text}"));
    let source = format!("{}{proposal} ({} source{read}: {})", rule.says, rule.verified.as_str(), rule.source);
    let ended = rule.until.is_some_and(|until| until < inputs.as_of);
    let favourable = match (rule.recognised, ended) {
        (None, _) => None,
        (Some(recognised), ended) => Some(recognised && !ended && holds),
    };
    match favourable {
        Some(true) => Fact::is(true, from, source).verified_as_told(Some(rule.verified)),
        Some(false) if rule.verified == Verified::Primary => Fact::is(false, from, source).verified_as_told(Some(rule.verified)),
        // What rests on less than the official text is a question to the reader, never a failure.
        _ => Fact::unknown(from, format_args!("{source} Confirm it with the MHRA")).verified_as_told(Some(rule.verified)),
    }
}

fn in_date(inputs: Inputs<'_>, node: NodeId, mark: &DeviceMark) -> Fact<bool> {
    let from = [mark.expires.node, Some(node)];
    match &mark.expires.said {
        Said::Is(date) if date.0 < inputs.as_of => {
            Fact::is(false, from, format_args!("the mark {} expired on {}", name(mark), long_date(date.0)))
        }
        Said::Is(date) => Fact::is(true, from, format_args!("the mark {} is valid until {}", name(mark), long_date(date.0))),
        Said::None(reason) => Fact::is(true, from, format_args!("it is said to have no end: {reason}")),
        _ => Fact::unknown(from, "the dossier does not say until when it is valid"),
    }
}

fn covers(inputs: Inputs<'_>, node: NodeId, mark: &DeviceMark) -> Fact<bool> {
    let from = [mark.covers_versions.node, Some(node)];
    let (Some(covered), Some(version)) = (mark.covers_versions.get(), inputs.dossier.product.version.get()) else {
        return Fact::unknown(from, "the dossier does not say which versions it covers, or which version is offered");
    };
    let within = |one: &str| version.0 == one || version.0.strip_prefix(one).is_some_and(|rest| rest.starts_with('.'));
    let held = covered.iter().any(|one| within(one));
    let list: Vec<Cow<'_, str>> = covered.iter().map(|one| brief(one)).collect();
    let why = format!("the mark {} covers {}, and {} is offered", name(mark), enumerated(&list, ", "), brief(&version.0));
    Fact::is(held, from, why)
}
