//! What a dossier is about: the product, who adopts it, who holds which role, and the days of decisions.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::Scene;
use crate::report::brief;
use crate::terms::{Choice, Gate, Nation, Role};
use crate::text::{NodeId, Segment, unanswered};

/// What is offered.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Product<'s> {
    /// Its name.
    pub name: Option<Cow<'s, str>>,
    /// Its version.
    pub version: Option<Cow<'s, str>>,
    /// The day this version was released.
    pub released: Option<Cow<'s, str>>,
    /// What it does.
    pub summary: Option<Cow<'s, str>>,
    /// Who supplies it.
    pub supplier: Option<Cow<'s, str>>,
}

/// Who adopts it.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Adopter<'s> {
    /// The organisation.
    pub organisation: Option<Cow<'s, str>>,
    /// The nation; null where nobody has said.
    pub nation: Option<Nation>,
}

/// Who holds a role.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person<'s> {
    /// The role.
    pub role: Role,
    /// Who holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Cow<'s, str>>,
    /// What they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Cow<'s, str>>,
}

/// A decision with its days.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GateRow<'s> {
    /// The decision.
    pub gate: Gate,
    /// The first day of what it decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Cow<'s, str>>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Cow<'s, str>>,
}

/// What is said at a path of fields.
fn said<'s>(scene: &'s Scene<'_>, path: &[&str]) -> Option<Cow<'s, str>> {
    let path: Vec<Segment> = path.iter().map(|name| Segment::Field((*name).into())).collect();
    said_at(scene, scene.find(&path)?)
}

pub(super) fn product<'s>(scene: &'s Scene<'_>) -> Product<'s> {
    Product {
        name: said(scene, &["product", "name"]),
        version: said(scene, &["product", "version"]),
        released: said(scene, &["product", "released"]),
        summary: said(scene, &["product", "summary"]),
        supplier: said(scene, &["product", "supplier", "name"]),
    }
}

pub(super) fn people<'s>(scene: &'s Scene<'_>) -> Vec<Person<'s>> {
    let tree = &scene.bound.tree;
    let people = tree.child(tree.root, "adopter").and_then(|adopter| tree.child(adopter, "people"));
    let entries = people.map_or(&[][..], |people| tree.entries(people)).iter();
    let person = |(role, person): &(NodeId, NodeId)| {
        let says = |key: &str| tree.child(*person, key).and_then(|node| said_at(scene, node));
        Some(Person { role: Role::parse(tree.text(*role)?)?, name: says("name"), title: says("title") })
    };
    entries.filter_map(person).collect()
}

pub(super) fn gates<'s>(scene: &'s Scene<'_>) -> Vec<GateRow<'s>> {
    let [from, to] = ["from", "to"].map(|day| said(scene, &["local", "pilot", day]));
    let pilot = GateRow { gate: Gate::Pilot, from, to };
    if pilot.from.is_some() || pilot.to.is_some() { vec![pilot] } else { Vec::new() }
}

pub(super) fn adopter<'s>(scene: &'s Scene<'_>) -> Adopter<'s> {
    Adopter { organisation: said(scene, &["adopter", "organisation"]), nation: scene.dossier.adopter.nation.get().copied() }
}

/// The text that is said at an answer; none where nobody has said.
pub(super) fn said_at<'s>(scene: &'s Scene<'_>, node: NodeId) -> Option<Cow<'s, str>> {
    let tree = &scene.bound.tree;
    let value = ["is", "says"].iter().find_map(|key| tree.child(node, key)).unwrap_or(node);
    tree.text(value).filter(|_| !unanswered(tree, value)).map(brief::sentence)
}
