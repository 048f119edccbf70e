//! The packs that come with the program as data of the program: `build/main.rs` has read them, so a start reads nothing.

use crate::rules::Book;

/// The rules of the program.
pub static BUILT: Book = include!(concat!(env!("OUT_DIR"), "/built.rs"));
