//! Everything the facts are worked out from.

use jiff::civil::Date;

use super::files::Files;
use super::statistics::Method;
use crate::dossier::Dossier;
use crate::tables::Tables;
use crate::terms::Gate;

/// Everything the facts are worked out from.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// The dossier, typed.
    pub dossier: &'a Dossier,
    /// The files of its evidence, as found on disk.
    pub files: &'a Files,
    /// The dated tables.
    pub tables: &'a Tables,
    /// The day of the report.
    pub as_of: Date,
    /// The gate that was asked for, if one was.
    pub gate: Option<Gate>,
    /// How the intervals of proportions are worked out.
    pub intervals: Method,
}
