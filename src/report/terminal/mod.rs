//! The report for people in a terminal: one file for what belongs together on the page.

mod beside;
mod detail;
mod draw;
mod open;

pub use draw::terminal;
