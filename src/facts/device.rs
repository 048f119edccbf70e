//! The medical device: the class its purpose implies against the class of its marks, and who answers for it in the UK.

use super::Inputs;
use super::class::{imdrf, implied, implied_class};
use super::fact::{Fact, Rows, facts};
use super::marks::{ClassRelation, MarkFacts, marks};
use crate::dossier::answer::Said;
use crate::terms::{DeviceClass, Judgment, Nation, Verified, long_date};

facts! {
    /// The medical device.
    Device {
        /// The class that the rules in force in the adopter's nation imply.
        implied_class: Fact<DeviceClass>,
        /// The IMDRF category; information only.
        imdrf_category: Fact<String>,
        /// Whether no mark is in a class below the one that its own rules imply, or the adopter has judged the class acceptable.
        class_settled: Fact<bool>,
        /// Whether maker and device were found in the MHRA's public register within the year before the report.
        registered: Fact<bool>,
        /// Whether somebody in the United Kingdom answers for the device.
        responsible_person: Fact<bool>,
        /// Its marks.
        marks: Rows<MarkFacts>,
    }
}

/// The facts of the device.
pub(super) fn device(inputs: Inputs<'_>) -> Device {
    let nation = &inputs.dossier.adopter.nation;
    let by_nation = implied(inputs);
    let implied_class = match nation.get() {
        Some(nation) => implied_class(inputs, &by_nation, *nation),
        None => Fact::unknown([nation.node], "the dossier does not say in which nation the product is used"),
    };
    let marks = marks(inputs, &by_nation);
    Device {
        implied_class,
        imdrf_category: imdrf(inputs),
        class_settled: class_settled(inputs, &marks),
        registered: registered(inputs),
        responsible_person: responsible_person(inputs),
        marks,
    }
}

/// A class below the implied one, or one that cannot be compared, is a query until the adopter has judged it.
fn class_settled(inputs: Inputs<'_>, marks: &Rows<MarkFacts>) -> Fact<bool> {
    let judgement = &inputs.dossier.regulation.class_appropriate;
    let queried = marks.rows.iter().find(|mark| mark.class_relation.value == Some(ClassRelation::Lower));
    let open = queried.or_else(|| marks.rows.iter().find(|mark| mark.class_relation.value.is_none()));
    let compared = open.map(|mark| &mark.class_relation);
    if matches!(&judgement.said, Said::Is(judged) if judged.0 == Judgment::Acceptable) {
        let why = compared.map_or(String::new(), |relation| format!("; {}", relation.why));
        return Fact::is(true, [judgement.node], format_args!("you judged the class acceptable{why}"));
    }
    match (compared, marks.rows.first()) {
        (Some(relation), _) => relation.clone().and_then(|_| None),
        (None, Some(mark)) => mark.class_relation.clone().map(|_| true),
        (None, None) => Fact::unknown([inputs.dossier.regulation.marks.node], "no mark is on file, so there is no class to look at"),
    }
}

/// Being registered is not being approved; looking the register up each year is a house choice.
fn registered(inputs: Inputs<'_>) -> Fact<bool> {
    let entry = &inputs.dossier.regulation.mhra_registration;
    let from = [entry.checked.node, entry.reference.node];
    let (Some(reference), Some(checked)) = (entry.reference.get(), entry.checked.get().map(|day| day.0)) else {
        return Fact::unknown(from, "the reference in the register, or the day it was looked up, is not stated");
    };
    if checked > inputs.as_of {
        return Fact::unknown(
            from,
            format!("the register is said to have been looked up on {}, after the day of this report", long_date(checked)),
        );
    }
    let recent = checked.checked_add(jiff::Span::new().years(1)).is_ok_and(|end| inputs.as_of <= end);
    let age = if recent { "within a year" } else { "more than a year ago" };
    Fact::is(
        recent,
        from,
        format!("reference {} was looked up on {}, {age} (house choice); registration is no approval", reference.0, long_date(checked)),
    )
}

/// How people write that a maker sits in the United Kingdom.
const UNITED_KINGDOM: [&str; 9] =
    ["gb", "uk", "gbr", "united kingdom", "great britain", "england", "scotland", "wales", "northern ireland"];

fn responsible_person(inputs: Inputs<'_>) -> Fact<bool> {
    let supplier = &inputs.dossier.product.supplier;
    let (country, person) = (&supplier.country, &supplier.uk_responsible_person);
    let from = [country.node, person.node];
    let Some(said) = country.get() else { return Fact::unknown(from, "the dossier does not say in which country the maker sits") };
    let code = said.0.trim().to_lowercase();
    if UNITED_KINGDOM.contains(&code.as_str()) {
        return Fact::is(true, [country.node], "the maker sits in the United Kingdom and answers for the device itself");
    }
    if code.len() != 2 || !code.chars().all(|c| c.is_ascii_alphabetic()) {
        return Fact::unknown(from, format_args!("write the country of the maker in two letters, such as DE, instead of {}", said.0));
    }
    let nation = inputs.dossier.adopter.nation.get();
    if nation.is_none() {
        return Fact::unknown(from, "the maker sits abroad, and the dossier does not say in which nation the product is used");
    }
    if nation == Some(&Nation::NorthernIreland) {
        return Fact::unknown(
            from,
            "in Northern Ireland an authorised representative in the EU or Northern Ireland is asked for; confirm who that is with the MHRA",
        );
    }
    match &person.said {
        Said::Is(name) => {
            Fact::is(true, from, format_args!("the maker sits abroad ({}), and {} is named as UK Responsible Person", said.0, name.0))
        }
        Said::None(_) => Fact::is(
            false,
            from,
            format!("the maker sits abroad ({}), and there is no UK Responsible Person (UK MDR 2002, regulation 7A)", said.0),
        )
        .verified(Some(Verified::Primary)),
        Said::Unknown | Said::NotApplicable(_) => {
            Fact::unknown(from, format_args!("the maker sits abroad ({}), and nobody has said who is its UK Responsible Person", said.0))
        }
    }
}
