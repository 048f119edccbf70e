//! All packs of a run together.

use super::check::Check;
use super::pack::Pack;
use super::pattern::Pattern;
use super::source::{Informs, Item, Part};
use super::training::TrainingTable;
use crate::fields::Schema;
use crate::tables::Tables;
use crate::text::{Held, Sources, Span, Text};

/// Every rule of a run.
#[derive(Debug, Clone)]
pub struct Book {
    /// The files of rules.
    pub sources: Sources,
    /// What may stand in a dossier, and in its facts.
    pub schema: Held<Schema>,
    /// The heads of the packs, in the order of the files.
    pub packs: Held<[Pack]>,
    /// The id of each pack, and the SHA-256 of its files.
    pub digests: Held<[(Text, Text)]>,
    /// The checks.
    pub checks: Held<[Check]>,
    /// The items of the sources.
    pub items: Held<[Item]>,
    /// The statements of the sources that only inform.
    pub informs: Held<[Informs]>,
    /// The training tables.
    pub training: Held<[TrainingTable]>,
    /// The dated tables.
    pub tables: Tables,
    /// How many circumstances differ.
    pub circumstances: usize,
    /// The shared conditions.
    pub shared: Held<[SharedCondition]>,
    /// The numbers of the checks, sorted by their ids.
    pub sorted: Held<[usize]>,
    /// Every part, by the numbers of its item and of itself in that, sorted by their ids.
    pub parts: Held<[(usize, usize)]>,
    /// For each check, the items that name it.
    pub named_by: Held<[Held<[Naming]>]>,
}

/// A condition that others name.
#[derive(Debug, Clone)]
pub struct SharedCondition {
    /// Its name.
    pub name: Text,
    /// What must hold, read from the root of the dossier.
    pub pattern: Pattern,
    /// Its place.
    pub span: Span,
}

/// An item that names a check, and which of its parts do; both by their numbers.
#[derive(Debug, Clone)]
pub struct Naming {
    /// The item.
    pub item: usize,
    /// The parts.
    pub parts: Held<[usize]>,
}

impl Book {
    /// A book that asks nothing of what may stand in a dossier.
    pub(super) fn empty(schema: Schema, sources: Sources) -> Book {
        Book {
            sources,
            schema: schema.into(),
            packs: Held::default(),
            digests: Held::default(),
            checks: Held::default(),
            items: Held::default(),
            informs: Held::default(),
            training: Held::default(),
            tables: Tables::default(),
            circumstances: 0,
            shared: Held::default(),
            sorted: Held::default(),
            parts: Held::default(),
            named_by: Held::default(),
        }
    }

    /// The number of the check with that id.
    pub fn check_number(&self, id: &str) -> Option<usize> {
        self.sorted.binary_search_by(|at| (*self.checks[*at].id).cmp(id)).ok().map(|found| self.sorted[found])
    }

    /// The check with that id.
    pub fn check(&self, id: &str) -> Option<&Check> {
        self.check_number(id).map(|at| &self.checks[at])
    }

    /// The item with that id, in any case of letters.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id.eq_ignore_ascii_case(id))
    }

    /// The part with that id, and the number of the item it belongs to.
    pub fn part(&self, id: &str) -> Option<(usize, &Part)> {
        let part = |(item, part): &(usize, usize)| &self.items[*item].parts[*part];
        let found = self.parts.binary_search_by(|at| (*part(at).id).cmp(id)).ok()?;
        Some((self.parts[found].0, part(&self.parts[found])))
    }

    /// The items that name a check, each with the indexes of the parts that do.
    pub fn items_of(&self, check: &str) -> impl Iterator<Item = (&Item, &[usize])> {
        let named = self.check_number(check).map_or(&[][..], |at| &self.named_by[at]);
        named.iter().map(|naming| (&self.items[naming.item], &*naming.parts))
    }

    /// The numbers of the items that name a check.
    pub fn item_numbers(&self, check: &str) -> impl Iterator<Item = usize> {
        self.check_number(check).map_or(&[][..], |at| &self.named_by[at]).iter().map(|naming| naming.item)
    }

    /// The SHA-256 of the files of a pack, in their order, in hexadecimal digits.
    pub fn digest(&self, pack: &str) -> Option<&str> {
        self.digests.iter().rev().find(|(id, _)| **id == *pack).map(|(_, digest)| digest.as_str())
    }

    /// The shared condition of that name.
    pub fn condition(&self, name: &str) -> Option<&Pattern> {
        self.shared.iter().find(|shared| *shared.name == *name).map(|shared| &shared.pattern)
    }

    /// The shared condition with that number.
    pub fn condition_at(&self, number: usize) -> Option<&Pattern> {
        self.shared.get(number).map(|shared| &shared.pattern)
    }

    /// Whether a condition can ever be false: what is missing is unknown, so `present` and `answered` cannot.
    pub fn can_be_false(&self, pattern: &Pattern) -> bool {
        match pattern {
            Pattern::Present | Pattern::Answered => false,
            Pattern::All(parts) => parts.iter().any(|part| self.can_be_false(part)),
            Pattern::Any(parts) => parts.iter().all(|part| self.can_be_false(part)),
            Pattern::Field(_, inner) | Pattern::Some(inner) | Pattern::Every(inner, _) => self.can_be_false(inner),
            Pattern::Named(_, number) => self.condition_at(*number).is_some_and(|inner| self.can_be_false(inner)),
            _ => true,
        }
    }

    /// Whether a condition holds where one of several things does.
    pub(super) fn chooses(&self, pattern: &Pattern) -> bool {
        match pattern {
            Pattern::Any(_) | Pattern::Some(_) => true,
            Pattern::All(parts) => parts.iter().any(|part| self.chooses(part)),
            Pattern::Field(_, inner) | Pattern::Every(inner, _) | Pattern::None(inner, _) | Pattern::Not(inner) => self.chooses(inner),
            Pattern::Named(_, number) => self.condition_at(*number).is_some_and(|inner| self.chooses(inner)),
            _ => false,
        }
    }
}
