//! Puts the findings of one dossier into groups that share what became of them.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::facts::Reasons;
use super::findings::{Finding, Group, joined};
use super::text::Text;
use super::{Outcome, Reason};
use crate::assessment::{self, Answers, Assessment, Failing, How, Phrase, Read, Support, action, because, failing, says, usual};
use crate::report::brief;
use crate::report::wish::Wish;
use crate::terms::Force;
use crate::text::NodeId;

/// The most answers that a finding names.
const NAMED: usize = 50;

/// The findings of one dossier, in groups.
pub(super) struct Groups<'s> {
    /// What is open.
    pub open: Vec<Group<'s>>,
    /// What is met.
    pub met: Vec<Group<'s>>,
    /// What is not asked of this product.
    pub not_applicable: Vec<Group<'s>>,
}

/// What the findings of a group share, in the order in which groups are told: what is due first, then the gravest.
type Shared = (Reverse<bool>, Reverse<Force>, Outcome, Option<Reason>, How, Option<Support>);
type By<'s> = BTreeMap<Shared, Vec<Finding<'s>>>;

impl<'s> Groups<'s> {
    /// The findings that a reader wishes to see.
    pub fn of(from: &From<'_, 's>, wish: &Wish, reasons: &mut Reasons<'s>) -> Groups<'s> {
        let (mut open, mut met, mut not_applicable): (By<'s>, By<'s>, By<'s>) = Default::default();
        for (at, finding) in from.assessment.findings.iter().enumerate().filter(|(_, finding)| wish.shows(finding)) {
            let outcome = Outcome::from(finding.outcome);
            let support = (outcome == Outcome::Met).then_some(finding.support);
            let reason = Reason::of(&from.assessment.scene, finding);
            let shared = (Reverse(finding.due), Reverse(finding.force), outcome, reason, finding.how, support);
            match finding.outcome {
                assessment::Outcome::NotMet | assessment::Outcome::Unknown => {
                    from.open(at, finding, reasons, open.entry(shared).or_default());
                }
                assessment::Outcome::Met => met.entry(shared).or_default().push(from.closed(at, finding)),
                assessment::Outcome::NotApplicable => not_applicable.entry(shared).or_default().push(from.closed(at, finding)),
            }
        }
        Groups { open: grouped(open), met: grouped(met), not_applicable: grouped(not_applicable) }
    }

    /// Of each answer, whether a finding names it, or something in it.
    pub fn shown(&self, answers: &Answers<'_>) -> Vec<bool> {
        let mut shown = vec![false; answers.entries.len()];
        let groups = self.open.iter().chain(&self.met).chain(&self.not_applicable);
        for number in groups.flat_map(|group| &group.of).flat_map(|finding| finding.answers.iter().chain(&finding.near)) {
            let mut at = Some(*number);
            while let Some(number) = at.filter(|number| !std::mem::replace(&mut shown[*number as usize], true)) {
                at = answers.entries[number as usize].around;
            }
        }
        shown
    }
}

fn grouped(by: By<'_>) -> Vec<Group<'_>> {
    let made = by.into_iter().map(|(shared, of)| {
        let (Reverse(due), Reverse(force), outcome, reason, how, support) = shared;
        Group { outcome, reason, how, support, due, force, severity: force.severity(), of }
    });
    made.collect()
}

/// What findings are made of.
pub(super) struct From<'f, 's> {
    /// The assessment.
    pub assessment: &'s Assessment<'s>,
    /// The answers, by number.
    pub answers: &'f Answers<'s>,
    /// Of each finding where nothing of what its check reads is there, the nearest place that is.
    pub nothing_said: &'f [Option<NodeId>],
    /// The part of each fingerprint that is the dossier's.
    pub dossier: u64,
}

impl<'s> From<'_, 's> {
    fn open(&self, at: usize, finding: &'s assessment::Finding<'s>, reasons: &mut Reasons<'s>, to: &mut Vec<Finding<'s>>) {
        let scene = &self.assessment.scene;
        let prints = finding.check.prints;
        let print = self.dossier ^ if finding.outcome == assessment::Outcome::NotMet { prints.failing } else { prints.open };
        let because = because(scene, finding).map(|why| match why {
            Phrase::Ours(why) | Phrase::Theirs(why) => reasons.number(Cow::Owned(why)),
        });
        let near = self.nothing_said[at];
        let made = |one: Failing<'s>| Finding {
            check: at,
            member: one.member.map(brief::name),
            says: (!usual(finding)).then(|| Text::of(says(scene, finding))),
            because,
            action: (!finding.check.action.is_plain()).then(|| Text::of(action(scene, finding))),
            answers: self.numbers(one.reads.into_iter()),
            near: near.and_then(|node| self.answers.number(node)),
            fingerprint: Some(joined(print, 0, &one.identity)),
        };
        match near {
            // Then it is about no member, and what it reads is told by the catalogue.
            Some(_) => to.push(made(Failing::default())),
            None => to.extend(failing(scene, finding).into_iter().map(made)),
        }
    }

    fn closed(&self, at: usize, finding: &'s assessment::Finding<'s>) -> Finding<'s> {
        let answers = self.numbers(finding.reads.iter());
        Finding { check: at, member: None, says: None, because: None, action: None, answers, near: None, fingerprint: None }
    }

    fn numbers(&self, reads: impl Iterator<Item = &'s Read<'s>>) -> Vec<u32> {
        let mut found = Vec::new();
        for read in reads {
            self.answers.add_numbers(&self.assessment.scene, read, &mut found);
            if found.len() >= NAMED {
                found.truncate(NAMED);
                break;
            }
        }
        found
    }
}
