//! `readiness list`: the catalogue of checks, items and training outcomes.

use clap::{Args, ValueEnum};

use super::inputs::book;
use super::{CLEAR, PackArguments, output};
use crate::report::{catalogue, json, yaml};

/// What to list.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    /// Every check.
    Checks,
    /// Every item of every source.
    Items,
    /// Every training outcome.
    Training,
}

/// The format of a list.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum ListFormat {
    /// For people.
    Terminal,
    /// For programs.
    Json,
    /// The same in YAML.
    Yaml,
}

/// Arguments of `readiness list`.
#[derive(Debug, Args)]
pub(super) struct ListArguments {
    /// What to list.
    what: What,
    /// The format of the list.
    #[arg(long, value_enum, default_value = "terminal")]
    format: ListFormat,
    #[command(flatten)]
    packs: PackArguments,
}

/// Runs the verb; returns the exit code.
pub(super) fn run(arguments: &ListArguments) -> u8 {
    let book = match book(&arguments.packs) {
        Ok(book) => book,
        Err(failure) => return output::failure(&failure),
    };
    let rows = match arguments.what {
        What::Checks => catalogue::checks(&book),
        What::Items => catalogue::items(&book),
        What::Training => catalogue::training(&book),
    };
    output::result(&match arguments.format {
        ListFormat::Terminal => catalogue::terminal(&rows, output::width()),
        ListFormat::Json => json(&rows),
        ListFormat::Yaml => yaml(&rows),
    });
    CLEAR
}
