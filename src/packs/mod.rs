//! The packs that come with the program, prepared when it was built, and those of a user's own beside them.

mod built;
mod load;

pub use built::BUILT;
pub use load::load_book;
