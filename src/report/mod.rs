//! Reports: one pure step makes what a reader gets to see; one file for one form draws it.
//! A renderer never filters, counts or decides.

mod brief;
pub mod catalogue;
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
mod place;
mod room;
mod shown;
mod snippet;
mod terminal;
pub mod trace;
mod view;
mod wish;
pub mod words;
mod worked_out;
mod yaml;

pub use excerpt::Excerpt;
pub use json::{compact, json};
pub use room::{Part, Room};
pub use terminal::{height, terminal};
pub use view::View;
pub use wish::Wish;
pub use yaml::{yaml, yaml_of};
