//! Risk matrices: the level of each severity and likelihood, and what each level means.

use super::verified::verified;
use crate::terms::Verified;
use crate::text::{Held, Text, TomlTable};

/// What a level of risk means.
#[derive(Debug, Clone)]
pub struct RiskLevel {
    /// The level.
    pub level: u64,
    /// Whether a residual risk of this level can be accepted.
    pub acceptable: bool,
    /// Whether accepting it needs a written reason.
    pub needs_reason: bool,
}

/// A risk matrix.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// Its id, as in `clinical_safety.scheme`.
    pub id: Text,
    /// Severity, likelihood, level.
    pub cells: Held<[(Text, Text, u64)]>,
    /// What each level means.
    pub levels: Held<[RiskLevel]>,
    /// Where it was read.
    pub source: Text,
    /// How far it was verified.
    pub verified: Option<Verified>,
}

/// Reads one matrix.
pub(super) fn read_grid(table: &TomlTable<'_, '_>) -> Grid {
    let file = table.file;
    let rows = |name: &'static str| table.get(name).map_or(&[][..], |list| file.tree.members(list));
    let number = |table: &TomlTable<'_, '_>, name: &'static str| table.text(name).parse().unwrap_or(0);
    let cells = rows("cells").iter().map(|node| {
        let cell = file.table(*node);
        let read = (cell.text("severity"), cell.text("likelihood"), number(&cell, "level"));
        cell.finish();
        read
    });
    let levels = rows("levels").iter().map(|node| {
        let level = file.table(*node);
        let read =
            RiskLevel { level: number(&level, "level"), acceptable: level.flag("acceptable"), needs_reason: level.flag("needs_reason") };
        level.finish();
        read
    });
    let (cells, levels) = (cells.collect(), levels.collect());
    let grid = Grid { id: table.text("id"), cells, levels, source: table.text("source"), verified: Some(verified(table)) };
    table.finish();
    grid
}
