//! All packs of a run together.

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::check::Check;
use super::pack::Pack;
use super::pattern::Pattern;
use super::source::{Informs, Item};
use super::training::TrainingTable;
use crate::fields::Schema;
use crate::tables::Tables;
use crate::text::{Sources, Span};

/// Every rule of a run.
#[derive(Debug)]
pub struct Book {
    /// The files of rules.
    pub sources: Sources,
    /// What may stand in a dossier, and in its facts.
    pub schema: Arc<Schema>,
    /// The heads of the packs, in the order of the files.
    pub packs: Vec<Pack>,
    /// The checks.
    pub checks: Vec<Check>,
    /// The items of the sources.
    pub items: Vec<Item>,
    /// The statements of the sources that only inform.
    pub informs: Vec<Informs>,
    /// The training tables.
    pub training: Vec<TrainingTable>,
    /// The dated tables.
    pub tables: Tables,
    /// How many circumstances differ.
    pub circumstances: usize,
    /// The shared conditions, sorted by their names.
    pub(super) shared: Vec<(String, Pattern)>,
    /// Where each name was given, such as `check mark-recognised-today`.
    pub(super) places: BTreeMap<String, Span>,
    pub(super) positions: BTreeMap<String, usize>,
    pub(super) named_by: BTreeMap<String, Vec<(usize, Vec<usize>)>>,
}

impl Book {
    /// A book that asks nothing of what may stand in a dossier.
    pub(super) fn empty(schema: Arc<Schema>, sources: Sources) -> Book {
        Book {
            sources,
            schema,
            packs: Vec::new(),
            checks: Vec::new(),
            items: Vec::new(),
            informs: Vec::new(),
            training: Vec::new(),
            tables: Tables::default(),
            circumstances: 0,
            shared: Vec::new(),
            places: BTreeMap::new(),
            positions: BTreeMap::new(),
            named_by: BTreeMap::new(),
        }
    }

    /// The check with that id.
    pub fn check(&self, id: &str) -> Option<&Check> {
        self.positions.get(id).map(|at| &self.checks[*at])
    }

    /// The item with that id, in any case of letters.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id.eq_ignore_ascii_case(id))
    }

    /// The items that name a check, each with the indexes of the parts that do.
    pub fn items_of(&self, check: &str) -> impl Iterator<Item = (&Item, &[usize])> {
        let named = self.named_by.get(check).map_or(&[][..], Vec::as_slice);
        named.iter().map(|(at, parts)| (&self.items[*at], parts.as_slice()))
    }

    /// The positions of the items that name a check.
    pub fn item_numbers(&self, check: &str) -> impl Iterator<Item = usize> {
        self.named_by.get(check).into_iter().flatten().map(|(at, _)| *at)
    }

    /// The SHA-256 of the files of a pack, in their order, in hexadecimal digits.
    pub fn digest(&self, pack: &str) -> String {
        let files = self.packs.iter().filter(|held| *held.id == *pack).map(|held| self.sources.file(held.file));
        let hash = files.fold(Sha256::new(), |hash, file| hash.chain_update(&*file.text));
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The shared conditions with their names.
    pub fn conditions(&self) -> impl Iterator<Item = (&str, &Pattern)> + Clone {
        self.shared.iter().map(|(name, pattern)| (name.as_str(), pattern))
    }

    /// The shared condition of that name.
    pub fn condition(&self, name: &str) -> Option<&Pattern> {
        let at = self.shared.binary_search_by(|(held, _)| held.as_str().cmp(name)).ok()?;
        Some(&self.shared[at].1)
    }

    /// The shared condition with that number.
    pub fn condition_at(&self, number: usize) -> Option<&Pattern> {
        self.shared.get(number).map(|(_, pattern)| pattern)
    }

    /// Whether a condition can ever be false: what is missing is unknown, so `present` and `answered` cannot.
    pub fn can_be_false(&self, pattern: &Pattern) -> bool {
        match pattern {
            Pattern::Present | Pattern::Answered => false,
            Pattern::All(parts) => parts.iter().any(|part| self.can_be_false(part)),
            Pattern::Any(parts) => parts.iter().all(|part| self.can_be_false(part)),
            Pattern::Field(_, inner) | Pattern::Some(inner) | Pattern::Every(inner, _) => self.can_be_false(inner),
            Pattern::Named(name, _) => self.condition(name).is_some_and(|inner| self.can_be_false(inner)),
            _ => true,
        }
    }

    /// Whether a condition holds where one of several things does.
    pub(super) fn chooses(&self, pattern: &Pattern) -> bool {
        match pattern {
            Pattern::Any(_) | Pattern::Some(_) => true,
            Pattern::All(parts) => parts.iter().any(|part| self.chooses(part)),
            Pattern::Field(_, inner) | Pattern::Every(inner, _) | Pattern::None(inner, _) | Pattern::Not(inner) => self.chooses(inner),
            Pattern::Named(name, _) => self.condition(name).is_some_and(|inner| self.chooses(inner)),
            _ => false,
        }
    }
}
