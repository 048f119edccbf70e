//! Why an open check is open: the end of a sentence that begins with what is the matter.

use super::evaluation::{At, Doubt};
use super::finding::{Finding, Reason};
use super::kinds::Kinds;
use super::outcome::Outcome;
use super::phrase::Phrase;
use super::scene::Scene;
use super::support::evidenced;
use crate::terms::{Needs, long_date};

/// Why an open check is open, where there is more to say than its outcome and its reason.
pub fn because(scene: &Scene<'_>, finding: &Finding<'_>) -> Option<Phrase> {
    if finding.outcome == Outcome::NotMet {
        return worked_out(finding).map(|why| Phrase::Theirs(why.to_string()));
    }
    match finding.reason? {
        Reason::NotShown(Needs::Evidenced) => Some(Phrase::Theirs(why_not_shown(scene, finding))),
        Reason::NotShown(Needs::Reviewed) => Some(Phrase::Ours("nobody here has examined it for this version".into())),
        Reason::ReviewDue => Some(Phrase::Ours("that was long ago".into())),
        Reason::Doubt(doubt) | Reason::Applies(doubt) => doubted(doubt),
    }
}

fn doubted(doubt: Doubt<'_>) -> Option<Phrase> {
    let ours = match doubt {
        Doubt::Unsaid => return None,
        Doubt::Fact(why) => return Some(Phrase::Theirs(why.to_string())),
        Doubt::None => "it is said to be none, which does not answer this".into(),
        Doubt::NotApplicable => "it is said not to apply, which does not answer this".into(),
        Doubt::Ahead(date) => format!("it is dated {}, after the day of this report", long_date(date)),
        Doubt::Judgement(objection) => objection.words(),
        Doubt::Contradicted(_) | Doubt::Unreviewed { .. } => switched(doubt)?,
    };
    Some(Phrase::Ours(ours))
}

/// Why a no of a switch does not count.
pub(super) fn switched(doubt: Doubt<'_>) -> Option<String> {
    match doubt {
        Doubt::Contradicted(path) => Some(format!("the dossier says no, but `{path}` says otherwise")),
        Doubt::Unreviewed { once: true } => Some("the dossier says no, and no review of that counts for this version".into()),
        Doubt::Unreviewed { once: false } => Some("the dossier says no, and nobody on your side has reviewed that".into()),
        _ => None,
    }
}

/// The reason of the fact that decided a finding.
pub(super) fn worked_out<'a>(finding: &Finding<'a>) -> Option<&'a str> {
    let known = finding.reads.iter().filter_map(|read| if let At::Known(fact) = read.at { Some(&**fact.why) } else { None });
    known.into_iter().find(|why| !why.is_empty())
}

/// Why the documents that an answer names do not show it.
pub(super) fn why_not_shown(scene: &Scene<'_>, finding: &Finding<'_>) -> String {
    let inputs = finding.reads.iter().flat_map(|read| match read.at {
        At::Said(node) => vec![node],
        At::Known(fact) => fact.from.to_vec(),
        At::Facts => Vec::new(),
    });
    for input in inputs {
        let named = scene.bound.chain(input).map(|at| scene.bound.documents(at).collect()).find(|ids: &Vec<&str>| !ids.is_empty());
        let named = named.unwrap_or_default();
        if named.is_empty() {
            return "no document is named".into();
        }
        let counts = |id: &&str| {
            let document = scene.known.register.document(id)?;
            (!document.standing.shows()).then(|| format!("{id}: {}", document.standing.words()))
        };
        let open: Vec<String> = named.iter().filter_map(counts).collect();
        if open.len() == named.len() {
            return open.join("; ");
        }
        if !evidenced(scene, input, Kinds::of(&finding.check.evidence)) {
            return format!("{}: not a kind of document that can show this", named.join(", "));
        }
    }
    "the list it is read from is not said to be complete".into()
}
