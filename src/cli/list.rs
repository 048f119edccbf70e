//! `readiness list`: the catalogue of checks, items and training outcomes.

use clap::Args;

use super::choices::choice;
use super::exit::Exit;
use super::failure::Failure;
use super::formats::Format;
use super::packs::PackArguments;
use super::streams::Streams;
use crate::report::catalogue;
use crate::terms::choice;

choice! {
    /// What to list.
    What {
        /// Every check.
        Checks = "checks",
        /// Every item of every source.
        Items = "items",
        /// Every training outcome.
        Training = "training",
    }
}

/// Arguments of `readiness list`.
#[derive(Debug, Args)]
pub(super) struct ListArguments {
    /// What to list.
    #[arg(value_parser = choice::<What>())]
    what: What,
    /// The format of the list.
    #[arg(long, value_name = "FORMAT", default_value = "terminal", value_parser = choice::<Format>())]
    format: Format,
    #[command(flatten)]
    packs: PackArguments,
}

/// Runs the verb.
pub(super) fn run(arguments: &ListArguments, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let book = arguments.packs.book()?;
    let rows = match arguments.what {
        What::Checks => catalogue::checks(&book),
        What::Items => catalogue::items(&book),
        What::Training => catalogue::training(&book),
    };
    arguments.format.write(streams, &rows, |width| catalogue::terminal(&rows, width))?;
    Ok(Exit::Clear)
}
