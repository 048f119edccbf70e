//! Reads conditions while packs are read, and gives equal circumstances one number.

use super::condition::{Known, read_condition};
use super::pattern::{Pattern, When};
use crate::text::{NodeId, TomlFile, TomlTable};

/// What conditions are read against, and every circumstance read so far.
pub(super) struct Rules<'s> {
    /// The declared fields and the shared conditions.
    pub known: Known<'s>,
    whens: Vec<Pattern>,
    /// How many circumstances there are before these.
    before: usize,
}

impl<'s> Rules<'s> {
    /// Nothing is read yet; the first circumstance gets the number of those before it.
    pub fn new(known: Known<'s>, before: usize) -> Rules<'s> {
        Rules { known, whens: Vec::new(), before }
    }

    /// Reads the condition at a node.
    pub fn condition(&self, file: &TomlFile<'_>, node: NodeId) -> Pattern {
        read_condition(file, self.known, node)
    }

    /// Reads the `when` of a table, if it has one.
    pub fn when(&mut self, table: &TomlTable<'_, '_>) -> Option<When> {
        let pattern = self.condition(table.file, table.get("when")?);
        let number = self.whens.iter().position(|held| *held == pattern).unwrap_or_else(|| {
            self.whens.push(pattern.clone());
            self.whens.len() - 1
        });
        Some(When { pattern, number: self.before + number })
    }

    /// How many circumstances differ.
    pub fn count(&self) -> usize {
        self.before + self.whens.len()
    }
}
