//! The rules of a run: those of the program, and the packs of a user's own.

use super::built::BUILT;
use crate::rules::{Book, BookError, add_packs};
use crate::text::Held;

/// The rules of the program, with the packs given by the user (name and text); or every mistake in these packs.
pub fn load_book(packs: &[(String, String)]) -> Result<Held<Book>, BookError> {
    if packs.is_empty() { Ok(Held::Built(&BUILT)) } else { add_packs(&BUILT, packs).map(Held::new) }
}
