//! Who teaches an outcome: the programmes that reach its level, and the groups that need it.

use std::collections::BTreeSet;

use crate::dossier::training::{Coverage, Programme, StaffGroup};
use crate::tables::LearningOutcome;
use crate::terms::{Assessed, Level};

/// The programmes that teach one outcome to its level; a skill must be observed.
pub struct Teaching<'a> {
    /// The outcome.
    pub outcome: &'a LearningOutcome,
    /// The programmes, in the order of the dossier.
    pub programmes: Vec<&'a Programme>,
    /// Their names.
    ids: BTreeSet<&'a str>,
    /// The weakest way in which they find out whether it was reached.
    pub(super) assessed: Option<Assessed>,
}

impl<'a> Teaching<'a> {
    /// Those that teach the outcome to its level, of all that cover it.
    pub(super) fn new(outcome: &'a LearningOutcome, covering: &[(&'a Programme, &'a Coverage)]) -> Teaching<'a> {
        let mut programmes: Vec<&Programme> = Vec::new();
        for (programme, _) in covering.iter().filter(|(_, covered)| teaches(outcome, covered)) {
            if programmes.last().is_none_or(|last| !std::ptr::eq(*last, *programme)) {
                programmes.push(programme);
            }
        }
        let ids = programmes.iter().filter_map(|programme| programme.id.get()).map(|id| id.0.as_str()).collect();
        let assessed = covering.iter().filter(|(_, covered)| teaches(outcome, covered)).filter_map(|(_, covered)| covered.assessed.get());
        Teaching { outcome, ids, assessed: assessed.copied().min(), programmes }
    }

    /// Whether the programme with that name is one of them.
    pub fn by(&self, programme: &str) -> bool {
        self.ids.contains(programme)
    }
}

/// Whether somebody at one level is also at another: knowledge and skill are different ladders.
pub fn reaches(have: Level, need: Level) -> bool {
    let knowledge = |level: Level| matches!(level, Level::Awareness | Level::Familiarity | Level::Understanding);
    match (knowledge(have), knowledge(need)) {
        (true, true) | (false, false) => have >= need,
        (false, true) => have == Level::Proficient,
        (true, false) => false,
    }
}

/// Whether a programme teaches an outcome to the level it asks for; a skill must be observed.
fn teaches(outcome: &LearningOutcome, covered: &Coverage) -> bool {
    let enough = outcome.level.is_none_or(|level| covered.level.get().is_some_and(|have| reaches(*have, level)));
    let skill = matches!(outcome.level, Some(Level::Capable | Level::Proficient));
    enough && (!skill || covered.assessed.get() == Some(&Assessed::Observed))
}

/// Whether a group needs an outcome: each idea once, and clinical use only of those who decide clinically.
pub fn needs(group: &StaffGroup, outcome: &LearningOutcome) -> bool {
    let clinical = group.decides_clinically.get() != Some(&false);
    outcome.same_as.is_none() && (clinical || !outcome.clinical)
}

#[cfg(test)]
mod tests {
    use super::reaches;
    use crate::terms::Level::{Awareness, Capable, Familiarity, Proficient, Understanding};

    #[test]
    fn knowledge_and_skill_are_different_ladders() {
        assert!(reaches(Understanding, Familiarity) && reaches(Familiarity, Familiarity) && reaches(Proficient, Capable));
        assert!(reaches(Proficient, Understanding));
        assert!(!reaches(Awareness, Familiarity) && !reaches(Understanding, Capable) && !reaches(Capable, Awareness));
    }
}
