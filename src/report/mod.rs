//! Reports: one pure step makes what a reader gets to see; one file for one form draws it.
//! A renderer never filters, counts or decides.

mod brief;
pub mod catalogue;
mod compact;
pub mod csv;
pub mod document;
mod excerpt;
pub mod explain;
mod fact_path;
mod grouping;
mod headline;
mod json;
mod known;
pub mod mistakes;
mod page;
mod pieces;
mod place;
mod room;
mod shown;
mod snippet;
mod standing;
mod terminal;
pub mod trace;
mod view;
mod wish;
pub mod words;
mod worked_out;
mod wrap;
mod yaml;

pub use compact::compact;
pub use excerpt::Excerpt;
pub use json::json;
pub use terminal::terminal;
pub use wish::Wish;
pub use yaml::{yaml, yaml_of};
