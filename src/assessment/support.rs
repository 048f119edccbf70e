//! How well an answer is supported: asserted, evidenced or reviewed; and whether a judgement still holds.

use crate::terms::{Choice, EquivalentFor, EvidenceKind, Needs, Role, choice, long_date, parse_date};
use jiff::civil::Date;

use super::evaluate::Doubt;
use super::outcome::{Finding, Outcome, Reason};
use super::scene::Scene;
use crate::facts::Standing;
use crate::fields::{Record, Scalar, Shape};
use crate::text::{NodeId, placeholder};

choice! {
    /// How well an answer is supported.
    Support {
        /// The dossier says so.
        Asserted = "asserted",
        /// A registered document of an accepted kind shows it; its file is there, unchanged, in date and of this version.
        Evidenced = "evidenced",
        /// The adopter's named role has examined it, for this version.
        Reviewed = "reviewed",
    }
}

impl Scene<'_> {
    /// The support of what stands at a node; a fact has the weakest of its inputs.
    pub fn support(&self, node: NodeId, kinds: &[EvidenceKind]) -> Support {
        if let Some(note) = self.known.notes.get(&node) {
            let inputs = note.from.iter().map(|input| self.support(*input, kinds));
            return inputs.min().unwrap_or(Support::Asserted);
        }
        if self.reviewed(node) {
            Support::Reviewed
        } else if self.evidenced(node, kinds) {
            Support::Evidenced
        } else {
            Support::Asserted
        }
    }

    /// Whether the judgement itself holds, or a review of the answer or of a record that it stands in.
    ///
    /// Any of them counts, so that removing one that does not hold never makes another count.
    fn reviewed(&self, node: NodeId) -> bool {
        let tree = &self.known.tree;
        if tree.child(node, "judged").is_some() {
            return self.named_role(node, "by") && self.judged_in_time(node).is_ok();
        }
        self.outline.chain(node).filter_map(|at| tree.child(at, "reviewed")).any(|review| self.review_holds(review))
    }

    /// Whether a review was made by a named role of the adopter, for this version, in time.
    pub fn review_holds(&self, review: NodeId) -> bool {
        let tree = &self.known.tree;
        let says = |name: &str| tree.child_text(review, name);
        let version = says("version").is_some_and(|version| self.versions.current(version, EquivalentFor::Judgements) == Some(true));
        says("by").is_some_and(|by| !placeholder(by)) && self.named_role(review, "role") && version && self.judged_in_time(review).is_ok()
    }

    /// Whether a role that answers for the adopter is given, and the adopter names who holds it.
    fn named_role(&self, node: NodeId, field: &str) -> bool {
        let role = self.known.tree.child_text(node, field).and_then(Role::parse);
        role.is_some_and(|role| role != Role::Supplier && self.dossier.adopter.people.named(role))
    }

    /// Whether a judgement or review was made after the release of the version offered (or of one accepted
    /// as equivalent) and not after the day of the report; else why not.
    pub fn judged_in_time(&self, node: NodeId) -> Result<Date, String> {
        let on = self.known.tree.child_text(node, "on").and_then(parse_date);
        let Some(on) = on else { return Err("it does not say when it was made".into()) };
        if on > self.as_of {
            return Err(format!("it is dated {}, after the day of this report", long_date(on)));
        }
        match self.versions.released(EquivalentFor::Judgements) {
            None => Err("the dossier does not say when this version was released, so nobody can tell whether it was made for it".into()),
            Some(released) if on < released => {
                Err(format!("it was made on {}, before this version was released ({})", long_date(on), long_date(released)))
            }
            Some(_) => Ok(on),
        }
    }

    /// Whether an unanswered finding was answered once: for an earlier version, or so long ago that it is due again.
    pub fn answered_once(&self, finding: &Finding<'_>) -> bool {
        let Some(released) = self.versions.released(EquivalentFor::Judgements) else { return false };
        let tree = &self.known.tree;
        let before = |at: NodeId| tree.child_text(at, "on").and_then(parse_date).is_some_and(|on| on < released);
        let reviewed = |node: NodeId| self.outline.chain(node).filter_map(|at| tree.child(at, "reviewed")).any(before);
        let outlived = |id: &String| {
            let standing = self.known.register.document(id).map(|document| &document.standing);
            matches!(standing, Some(Standing::Expired(_) | Standing::OtherVersion(_)))
        };
        let documented = |node: NodeId| self.outline.chain(node).flat_map(|at| self.documents(at)).any(|id| outlived(&id));
        let nodes = || finding.reads.iter().map(|read| read.node);
        finding.outcome == Outcome::Unknown
            && match &finding.reason {
                Some(Reason::ReviewDue) => true,
                Some(Reason::Doubt(Doubt::Judgement(_))) => nodes().any(before),
                Some(Reason::NotShown(Needs::Reviewed)) => nodes().any(|node| before(node) || reviewed(node)),
                Some(Reason::NotShown(Needs::Evidenced)) => nodes().any(documented),
                _ => false,
            }
    }

    /// Whether a judgement was made by a role of the adopter, in time; else why it does not count.
    pub fn judgement_holds(&self, node: NodeId) -> Result<Date, String> {
        match self.known.tree.child_text(node, "by").and_then(Role::parse) {
            None => Err("it does not say who made it".into()),
            Some(Role::Supplier) => Err("the supplier made it, and it is yours to make".into()),
            Some(_) => self.judged_in_time(node),
        }
    }

    /// Whether a document that the answer names, or a record that it stands in, shows it.
    pub(super) fn evidenced(&self, node: NodeId, kinds: &[EvidenceKind]) -> bool {
        self.outline.chain(node).flat_map(|at| self.documents(at)).any(|id| {
            let document = self.known.register.document(&id);
            document.is_some_and(|document| {
                document.standing.shows() && (kinds.is_empty() || document.kind.is_some_and(|kind| kinds.contains(&kind)))
            })
        })
    }

    /// The ids of the documents named at a node: under `evidence`, in fields that hold evidence ids, or as its own value.
    pub fn documents(&self, node: NodeId) -> Vec<String> {
        let tree = &self.known.tree;
        if self.outline.parent(node).is_none() {
            return Vec::new();
        }
        let mut nodes: Vec<NodeId> = tree.child(node, "evidence").into_iter().collect();
        let list = self.outline.parent(node).and_then(|list| self.shape(list));
        match (self.shape(node), list) {
            (Some(Shape::Leaf(leaf)), _) if leaf.scalar == Scalar::Evidence => nodes.push(tree.child(node, "is").unwrap_or(node)),
            (Some(Shape::Record(record)), _) | (None, Some(Shape::List(record))) => {
                nodes.extend(evidence_fields(record).filter_map(|name| tree.child(node, name)));
            }
            _ => {}
        }
        let mut ids = Vec::new();
        for node in nodes {
            let node = tree.child(node, "is").unwrap_or(node);
            let named = std::iter::once(node).chain(tree.members(node).iter().copied()).filter(|one| !crate::text::unanswered(tree, *one));
            ids.extend(named.filter_map(|one| tree.text(one)).map(str::to_string));
        }
        ids
    }

    /// When what stands at a node was last looked at: the latest date of a judgement, review or answer, at it or around it.
    pub fn looked_at(&self, node: NodeId) -> Option<Date> {
        if let Some(note) = self.known.notes.get(&node) {
            return note.from.iter().map(|input| self.looked_at(*input)).min().flatten();
        }
        let tree = &self.known.tree;
        let dates = |at| {
            let review = tree.child(at, "reviewed").and_then(|review| tree.child_text(review, "on"));
            [review, tree.child_text(at, "on")].into_iter().flatten().filter_map(parse_date)
        };
        self.outline.chain(node).flat_map(dates).filter(|on| *on <= self.as_of).max()
    }
}

fn evidence_fields(record: &Record) -> impl Iterator<Item = &str> {
    record.fields.iter().filter_map(|field| match &field.shape {
        Shape::Leaf(leaf) if leaf.scalar == Scalar::Evidence => Some(field.name.as_str()),
        _ => None,
    })
}
