//! Reports: one pure step makes what a reader gets to see; one file for one format draws it.
//! A renderer never filters, counts or decides.

pub mod catalogue;
mod csv;
pub mod document;
pub mod entry;
mod excerpt;
pub mod explain;
mod grouping;
mod headline;
mod json;
pub mod mistakes;
mod terminal;
pub mod trace;
pub mod view;
mod worked_out;
mod yaml;

pub use csv::csv;
pub use document::Document;
pub use excerpt::Excerpt;
pub use json::json;
pub use terminal::terminal;
pub use view::View;
pub use yaml::yaml;
