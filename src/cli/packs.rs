//! The rules of a run: those of the program, and the packs asked for.

use std::fs;
use std::path::PathBuf;

use clap::Args;

use super::disk::{cannot_read, show};
use super::failure::Failure;
use crate::packs::load_book;
use crate::rules::Book;
use crate::text::Held;

/// Rules beyond those that come with the program.
#[derive(Debug, Default, Args)]
pub(super) struct PackArguments {
    /// Adds a pack of rules (TOML); may be repeated.
    #[arg(long = "pack", value_name = "FILE")]
    pub packs: Vec<PathBuf>,
}

impl PackArguments {
    /// Reads the rules.
    pub fn book(&self) -> Result<Held<Book>, Failure> {
        let names: Vec<String> = self.packs.iter().map(|path| show(path)).collect();
        let mut extra = Vec::new();
        for (path, name) in self.packs.iter().zip(&names) {
            let text = fs::read_to_string(path).map_err(|error| cannot_read(&format!("the pack {name}"), &error))?;
            extra.push((name.clone(), text));
        }
        let heading = if names.is_empty() { "the rules cannot be used".into() } else { format!("{} cannot be used", names.join(", ")) };
        load_book(&extra).map_err(|error| Failure::Mistakes { heading, sources: error.sources, mistakes: error.mistakes })
    }
}
