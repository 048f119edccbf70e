//! The command line: the only stage that touches the disk; `main` hands it the terminal and the day. One file for
//! each verb.

mod check;
mod choices;
mod days;
mod disk;
mod documents;
mod drawing;
mod evidence;
mod exit;
mod explain;
mod failure;
mod find;
mod formats;
mod init;
mod jobs;
mod list;
mod open;
mod packs;
mod reader;
mod root;
mod rules;
mod run;
mod schema;
mod streams;
mod trace;
mod writer;

pub use days::day_in_london;
pub use exit::Exit;
pub use run::run;
pub use streams::{Stream, Streams};
