//! How well an answer is supported: asserted, evidenced or reviewed; and whether a judgement still holds.

use jiff::civil::Date;

use super::evaluation::{At, Support};
use super::kinds::Kinds;
use super::objection::Objection;
use super::scene::Scene;
use crate::facts::Document;
use crate::terms::{Choice, EquivalentFor, Needs, Role, parse_date};
use crate::text::{NodeId, placeholder};

/// The support of what was read; a fact has the weakest of its inputs.
pub(super) fn support(scene: &Scene<'_>, at: At<'_>, kinds: Kinds) -> Support {
    match at {
        At::Said(node) => support_at(scene, node, kinds),
        At::Known(fact) => fact.from.iter().map(|input| support_at(scene, *input, kinds)).min().unwrap_or(Support::Asserted),
        At::Facts => Support::Asserted,
    }
}

/// The support that answers what is demanded.
pub(super) fn demanded(needs: Needs) -> Support {
    match needs {
        Needs::Evidenced => Support::Evidenced,
        Needs::Reviewed => Support::Reviewed,
    }
}

/// The support of what stands at a node.
pub(super) fn support_at(scene: &Scene<'_>, node: NodeId, kinds: Kinds) -> Support {
    if reviewed(scene, node) {
        Support::Reviewed
    } else if evidenced(scene, node, kinds) {
        Support::Evidenced
    } else {
        Support::Asserted
    }
}

/// Whether the judgement itself holds, or a review of the answer or of a record that it stands in.
///
/// Any of them counts, so that removing one that does not hold never makes another count.
fn reviewed(scene: &Scene<'_>, node: NodeId) -> bool {
    let tree = &scene.bound.tree;
    if tree.child(node, "judged").is_some() {
        return named_role(scene, node, "by") && judged_in_time(scene, node).is_ok();
    }
    let own = |at| tree.child(at, "reviewed").is_some_and(|review| review_holds(scene, review));
    scene.memo.reviewed.inherited(node, &|at| scene.bound.parent(at), &own, &|own, above| own || above)
}

/// Whether a review was made by a named role of the adopter, for this version, in time.
fn review_holds(scene: &Scene<'_>, review: NodeId) -> bool {
    let says = |name: &str| scene.bound.tree.child_text(review, name);
    let version = says("version").is_some_and(|version| scene.versions.current(version, EquivalentFor::Judgements) == Some(true));
    says("by").is_some_and(|by| !placeholder(by)) && named_role(scene, review, "role") && version && judged_in_time(scene, review).is_ok()
}

/// Whether a role that answers for the adopter is given, and the adopter names who holds it.
fn named_role(scene: &Scene<'_>, node: NodeId, field: &str) -> bool {
    let role = scene.bound.tree.child_text(node, field).and_then(Role::parse);
    role.is_some_and(|role| role != Role::Supplier && scene.dossier.adopter.people.named(role))
}

/// Whether a judgement or review was made after the release of the version offered (or of one accepted
/// as equivalent) and not after the day of the report; else why not.
fn judged_in_time(scene: &Scene<'_>, node: NodeId) -> Result<Date, Objection> {
    let made = scene.bound.tree.child_text(node, "on").and_then(parse_date).ok_or(Objection::Undated)?;
    if made > scene.as_of {
        return Err(Objection::Ahead(made));
    }
    match scene.versions.released(EquivalentFor::Judgements) {
        None => Err(Objection::ReleaseUnknown),
        Some(released) if made < released => Err(Objection::BeforeRelease { made, released }),
        Some(_) => Ok(made),
    }
}

/// Whether a judgement was made by a role of the adopter, in time; else why it does not count.
pub(super) fn judgement_holds(scene: &Scene<'_>, node: NodeId) -> Result<Date, Objection> {
    match scene.bound.tree.child_text(node, "by").and_then(Role::parse) {
        None => Err(Objection::Unsigned),
        Some(Role::Supplier) => Err(Objection::BySupplier),
        Some(_) => judged_in_time(scene, node),
    }
}

/// Whether a document that the answer names, or a record that it stands in, shows it.
pub(super) fn evidenced(scene: &Scene<'_>, node: NodeId, kinds: Kinds) -> bool {
    let shows = |document: &&Document| document.standing.shows();
    let own = |at| {
        let named = scene.bound.documents(at).filter_map(|id| scene.known.register.document(id)).filter(shows);
        named.filter_map(|document| document.kind).fold(Kinds::default(), Kinds::with)
    };
    scene.memo.shown.inherited(node, &|at| scene.bound.parent(at), &own, &Kinds::join).any_of(kinds)
}

/// When what was read was last looked at: the latest date of a judgement, review or answer, at it or around it.
pub(super) fn looked_at(scene: &Scene<'_>, at: At<'_>) -> Option<Date> {
    match at {
        At::Said(node) => looked_at_node(scene, node),
        At::Known(fact) => fact.from.iter().map(|input| looked_at_node(scene, *input)).min().flatten(),
        At::Facts => None,
    }
}

fn looked_at_node(scene: &Scene<'_>, node: NodeId) -> Option<Date> {
    let tree = &scene.bound.tree;
    let dates = |at| {
        let review = tree.child(at, "reviewed").and_then(|review| tree.child_text(review, "on"));
        [review, tree.child_text(at, "on")].into_iter().flatten().filter_map(parse_date)
    };
    scene.bound.chain(node).flat_map(dates).filter(|on| *on <= scene.as_of).max()
}
