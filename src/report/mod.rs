//! Reports: one pure step makes what a reader gets to see; one file for one format draws it.
//! A renderer never filters, counts or decides.

pub mod catalogue;
mod csv;
pub mod document;
pub mod entry;
mod excerpt;
pub mod explain;
mod headline;
mod json;
pub mod mistakes;
mod terminal;
pub mod trace;
pub mod view;
mod worked_out;
mod yaml;

use crate::assessment::Assessment;
use crate::dossier::answer::choice;
use crate::text::Sources;
use view::Wish;

pub use csv::csv;
pub use document::Document;
pub use excerpt::Excerpt;
pub use json::json;
pub use terminal::terminal;
pub use view::View;
pub use yaml::yaml;

/// The most lines of a report that is not in detail.
const LINES: usize = 100;
/// How often a report is made tighter before it may be longer.
const TIGHTEST: usize = 4;

/// Draws the report for a terminal, as much of it as fits a hundred lines; in detail nothing is left out.
pub fn fitted(assessment: &Assessment<'_>, sources: &Sources, wish: &Wish, width: usize, colour: bool) -> String {
    let draw = |tighter: usize| terminal(&View::of(assessment, sources, &Wish { tighter, ..wish.clone() }), sources, width, colour);
    let fits = |text: &String| wish.detail || text.lines().count() <= LINES;
    (0..TIGHTEST).map(draw).find(fits).unwrap_or_else(|| draw(TIGHTEST))
}

choice! {
    /// The format of a report.
    Format {
        /// For people, in a terminal.
        Terminal = "terminal",
        /// For programs; its schema is published (`readiness schema report`).
        Json = "json",
        /// The training plan, for a spreadsheet.
        Csv = "csv",
        /// The same document as json, in YAML.
        Yaml = "yaml",
    }
}
