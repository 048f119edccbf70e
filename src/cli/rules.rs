//! `readiness rules`: work on packs of rules.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::inputs::{book, show};
use super::{CLEAR, PackArguments, output};
use crate::report::words::many;

/// What to do with packs.
#[derive(Debug, Subcommand)]
pub(super) enum RulesVerb {
    /// Validates packs: every path, operator, value and id, with the place of each mistake.
    Check(RulesCheckArguments),
}

/// Arguments of `readiness rules check`.
#[derive(Debug, Args)]
pub(super) struct RulesCheckArguments {
    /// Packs (TOML).
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Runs the verb; returns the exit code.
pub(super) fn run(verb: &RulesVerb) -> u8 {
    let RulesVerb::Check(arguments) = verb;
    let packs = PackArguments { packs: arguments.files.clone() };
    match book(&packs) {
        Ok(book) => {
            for (path, pack) in arguments.files.iter().zip(book.packs.iter().filter(|pack| !pack.embedded)) {
                let checks = book.checks.iter().filter(|check| book.packs[check.pack].file == pack.file).count();
                let items = book.items.iter().filter(|item| book.packs[item.pack].file == pack.file).count();
                output::result(&format!(
                    "{}: {} {} is valid, with {} and {}\n",
                    show(path),
                    pack.id,
                    pack.version,
                    many(checks, "check"),
                    many(items, "item")
                ));
            }
            CLEAR
        }
        Err(failure) => output::failure(&failure),
    }
}
