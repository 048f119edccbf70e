//! The members of lists that a finding is about: each is a finding by itself, so that mending one changes no other.

use std::collections::HashMap;

use super::evaluation::{At, Read};
use super::finding::{Finding, Reason};
use super::kinds::Kinds;
use super::outcome::Outcome;
use super::scene::Scene;
use super::support::{demanded, support};
use crate::dossier::Place;

/// What is wrong with one member, or with what is no member.
#[derive(Debug, Default)]
pub struct Failing<'a> {
    /// The key of the member; none where the finding is about no member of a list.
    pub member: Option<&'a str>,
    /// What tells it apart from every other member that the check reads: the keys on the way to it.
    pub identity: String,
    /// The places that decided it.
    pub reads: Vec<&'a Read<'a>>,
}

/// One for each failing member of an open finding; one in all where it is about no member.
pub fn failing<'a>(scene: &Scene<'_>, finding: &'a Finding<'a>) -> Vec<Failing<'a>> {
    let decides = deciding(scene, finding);
    if finding.reads.iter().all(|read| read.member.is_none()) {
        return vec![about_no_member(finding, decides)];
    }
    let mut found: Vec<Failing<'a>> = Vec::new();
    let mut position: HashMap<String, usize> = HashMap::new();
    for read in finding.reads.iter().filter(|read| decides(read)) {
        let identity = read.member.map_or(String::new(), |member| identity(scene, read, member));
        match position.get(&identity) {
            Some(at) => found[*at].reads.push(read),
            None => {
                position.insert(identity.clone(), found.len());
                found.push(Failing { member: read.member, identity, reads: vec![read] });
            }
        }
    }
    if found.is_empty() {
        found.push(about_no_member(finding, |_| true));
    }
    found
}

/// One finding in all, about those places that decide it; about every place where none does.
fn about_no_member<'a>(finding: &'a Finding<'a>, decides: impl Fn(&Read<'_>) -> bool) -> Failing<'a> {
    let mut reads: Vec<&Read<'a>> = finding.reads.iter().filter(|read| decides(read)).collect();
    if reads.is_empty() {
        reads = finding.reads.iter().collect();
    }
    Failing { member: None, identity: String::new(), reads }
}

/// Of an answer that is true and not shown, those places decide that are not shown.
fn deciding<'s>(scene: &'s Scene<'_>, finding: &'s Finding<'_>) -> impl Fn(&Read<'_>) -> bool + 's {
    let wanted = match (finding.outcome, finding.reason) {
        (Outcome::Unknown, Some(Reason::NotShown(needs))) => Some(demanded(needs)),
        _ => None,
    };
    let kinds = Kinds::of(&finding.check.evidence);
    move |read| wanted.is_none_or(|wanted| support(scene, read.at, kinds) < wanted)
}

/// The keys of all lists on the way to what was read; of two members with one key the second key too.
fn identity(scene: &Scene<'_>, read: &Read<'_>, member: &str) -> String {
    let At::Said(node) = read.at else { return member.into() };
    let bound = scene.bound;
    let mut keys = Vec::new();
    for at in bound.chain(node) {
        let Some(Place::List(record)) = bound.parent(at).map(|list| bound.place(list)) else { continue };
        let also = record.also.as_deref().and_then(|also| bound.tree.member_key(at, also));
        keys.extend(also.into_iter().chain(bound.name_of_member(at)));
    }
    if keys.is_empty() {
        keys.push(member);
    }
    keys.join("\0")
}
