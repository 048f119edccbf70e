//! `readiness rules`: work on packs of rules.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::disk::show;
use super::exit::Exit;
use super::failure::Failure;
use super::packs::PackArguments;
use super::streams::Streams;
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

/// Runs the verb.
pub(super) fn run(verb: &RulesVerb, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let RulesVerb::Check(RulesCheckArguments { files }) = verb;
    let book = PackArguments { packs: files.clone() }.book()?;
    for (path, pack) in files.iter().zip(book.packs.iter().filter(|pack| !pack.embedded)) {
        let of_pack = |at: usize| book.packs[at].file == pack.file;
        let checks = many(book.checks.iter().filter(|check| of_pack(check.pack)).count(), "check");
        let items = many(book.items.iter().filter(|item| of_pack(item.pack)).count(), "item");
        streams.result(&format!("{}: {} {} is valid, with {checks} and {items}\n", show(path), pack.id, pack.version))?;
    }
    Ok(Exit::Clear)
}
