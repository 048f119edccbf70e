//! What a finding says, in pieces: our words, and the dossier's, which a renderer must escape.

use super::because::{switched, why_not_shown, worked_out};
use super::evaluation::Doubt;
use super::finding::{Finding, Reason};
use super::outcome::Outcome;
use super::phrase::Phrase;
use super::place::place;
use super::scene::Scene;
use crate::dossier::Place;
use crate::fields::Scalar;
use crate::rules::{Piece, Template};
use crate::terms::{Choice, Nation, Needs, long_date, parse_date};
use crate::text::{NodeId, Segment, unanswered, visible_line};

/// The longest piece of the dossier's own words in a sentence, in characters.
const LONGEST: usize = 80;

/// What a finding says.
pub fn message(scene: &Scene<'_>, finding: &Finding<'_>) -> Vec<Phrase> {
    let check = finding.check;
    match finding.outcome {
        Outcome::NotMet => {
            let mut words = check.gap.as_ref().map_or_else(|| ours(check.asks.to_string()), |gap| fill(scene, gap));
            if let Some(why) = worked_out(finding) {
                if let Some(Phrase::Ours(last)) = words.last_mut() {
                    *last = last.trim_end_matches('.').to_string();
                }
                words.push(Phrase::Theirs(format!(" ({why}).")));
            }
            words
        }
        Outcome::Unknown => unknown(scene, finding),
        Outcome::Met | Outcome::NotApplicable => ours(check.asks.to_string()),
    }
}

fn unknown(scene: &Scene<'_>, finding: &Finding<'_>) -> Vec<Phrase> {
    let check = finding.check;
    let asks = &check.asks;
    match finding.reason {
        Some(Reason::NotShown(Needs::Evidenced)) => {
            let why = why_not_shown(scene, finding);
            vec![Phrase::Ours(format!("Claimed, not shown: {asks} ")), Phrase::Theirs(format!("({why})"))]
        }
        Some(Reason::NotShown(Needs::Reviewed)) => ours(format!("Stated, but nobody here has examined it for this version: {asks}")),
        Some(Reason::ReviewDue) => ours(format!("Answered long ago and due to be looked at again: {asks}")),
        Some(Reason::Applies(doubt)) => whether_asked(scene, finding, doubt),
        Some(Reason::Doubt(Doubt::Fact(why))) => {
            vec![Phrase::Ours(format!("Not settled: {asks} ")), Phrase::Theirs(format!("({why})"))]
        }
        Some(Reason::Doubt(Doubt::Judgement(objection))) => ours(format!("Answered, but {}: {asks}", objection.words())),
        Some(Reason::Doubt(Doubt::Ahead(date))) => {
            ours(format!("Answered, but it is dated {}, after the day of this report: {asks}", long_date(date)))
        }
        Some(Reason::Doubt(Doubt::None)) => ours(format!("Said to be none, which does not answer this: {asks}")),
        Some(Reason::Doubt(Doubt::NotApplicable)) => ours(format!("Said not to apply, which does not answer this: {asks}")),
        _ => check.unanswered.as_ref().map_or_else(|| ours(format!("Nobody has said: {asks}")), |text| fill(scene, text)),
    }
}

/// It cannot be told whether the question is asked of the product at all.
fn whether_asked(scene: &Scene<'_>, finding: &Finding<'_>, doubt: Doubt<'_>) -> Vec<Phrase> {
    let asks = &finding.check.asks;
    if let Some(why) = switched(doubt) {
        return ours(format!("Cannot be ruled out, since {why}: {asks}"));
    }
    let place = place(scene, finding).path;
    let hangs = if place.is_empty() { "an answer that is missing".into() } else { format!("`{place}`") };
    vec![
        Phrase::Ours("Not settled whether this is asked of the product, since it hangs on ".into()),
        Phrase::Theirs(hangs),
        Phrase::Ours(format!(": {asks}")),
    ]
}

/// Whether what is the matter with an open check is the same for every dossier, but for the reason.
pub fn usual(finding: &Finding<'_>) -> bool {
    let words = match finding.outcome {
        Outcome::NotMet => finding.check.gap.as_ref(),
        _ if finding.reason == Some(Reason::Doubt(Doubt::Unsaid)) => finding.check.unanswered.as_ref(),
        _ => None,
    };
    words.is_none_or(Template::is_plain)
}

/// What is the matter with an open check, without the reason.
pub fn says(scene: &Scene<'_>, finding: &Finding<'_>) -> Vec<Phrase> {
    let check = finding.check;
    let words = if finding.outcome == Outcome::NotMet { check.gap.as_ref() } else { check.unanswered.as_ref() };
    words.map_or_else(|| ours(check.asks.to_string()), |words| fill(scene, words))
}

/// What to do about a finding.
pub fn action(scene: &Scene<'_>, finding: &Finding<'_>) -> Vec<Phrase> {
    fill(scene, &finding.check.action)
}

fn fill(scene: &Scene<'_>, template: &Template) -> Vec<Phrase> {
    let pieces = template.0.iter().map(|piece| match piece {
        Piece::Text(text) => Phrase::Ours(text.to_string()),
        Piece::Today => Phrase::Ours(long_date(scene.as_of)),
        Piece::Path(path) => value(scene, path),
    });
    pieces.collect()
}

fn value(scene: &Scene<'_>, path: &[Segment]) -> Phrase {
    let node = scene.find(path);
    match node.and_then(|node| Some((node, said(scene, node)?))) {
        Some((node, text)) => Phrase::Theirs(match scene.bound.place(node) {
            Place::Leaf(leaf) if leaf.scalar == Scalar::Date => parse_date(&text).map_or(text, long_date),
            _ if path == nation() && Nation::parse(&text).is_some() => title_case(&text),
            _ => text,
        }),
        None => Phrase::Ours("(nobody has said)".into()),
    }
}

fn nation() -> [Segment; 2] {
    [Segment::Field("adopter".into()), Segment::Field("nation".into())]
}

/// What an answer says, as one short line.
pub fn said(scene: &Scene<'_>, node: NodeId) -> Option<String> {
    let tree = &scene.bound.tree;
    let value = ["is", "judged", "says"].iter().find_map(|key| tree.child(node, key)).unwrap_or(node);
    if unanswered(tree, value) {
        return None;
    }
    let text = match tree.text(value) {
        Some(text) => text.to_string(),
        None => tree.members(value).iter().filter_map(|one| tree.text(*one)).collect::<Vec<_>>().join(", "),
    };
    let line = visible_line(&text);
    let short: String = line.chars().take(LONGEST).collect();
    Some(if short.len() < line.len() { format!("{short}…") } else { short })
}

fn ours(text: String) -> Vec<Phrase> {
    vec![Phrase::Ours(text)]
}

/// `northern-ireland` as people write it: Northern Ireland.
pub fn title_case(word: &str) -> String {
    let parts = word.split('-').map(|part| {
        let mut letters = part.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    });
    parts.collect::<Vec<_>>().join(" ")
}
