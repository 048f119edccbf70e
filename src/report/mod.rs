//! Reports: one pure step makes what a reader gets to see; one file for one form draws it.
//! A renderer never filters, counts or decides.

mod brief;
pub mod catalogue;
mod csv;
pub mod document;
pub mod entry;
mod excerpt;
pub mod explain;
mod fact_entry;
mod fact_path;
mod facts;
mod grouping;
mod headline;
mod json;
mod known;
pub mod mistakes;
mod page;
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

pub use csv::csv;
pub use document::Document;
pub use excerpt::Excerpt;
pub use json::{json, write_json};
pub use terminal::terminal;
pub use wish::Wish;
pub use yaml::yaml;
