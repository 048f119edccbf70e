//! `readiness evidence`: the state of each registered document, and the line to paste.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::days::parse_day;
use super::exit::Exit;
use super::failure::Failure;
use super::find::{Found, find};
use super::open::open;
use super::packs::PackArguments;
use super::streams::Streams;
use crate::assessment::{Asked, Case};
use crate::report::catalogue;

/// Arguments of `readiness evidence`.
#[derive(Debug, Args)]
pub(super) struct EvidenceArguments {
    /// A dossier: its file, or the folder that holds it.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The day on which certificates must be in date; by default today in London.
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Date>,
    #[command(flatten)]
    packs: PackArguments,
}

/// Runs the verb: clear when every document shows what it should, open when one does not.
pub(super) fn run(arguments: &EvidenceArguments, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let book = arguments.packs.book()?;
    let found = find(&arguments.paths)?;
    if found.is_empty() {
        return Err(Failure::NoDossier("no dossier found".into()));
    }
    let case = Case { book: &book, as_of: arguments.as_of.unwrap_or(streams.today), asked: Asked::default() };
    found.iter().try_fold(Exit::Clear, |exit, one| {
        let end = match register(&case, one, streams.width()) {
            Ok((end, text)) => streams.result(&text).map(|()| end)?,
            Err(failure) => streams.refuse(&failure),
        };
        Ok(exit.max(end))
    })
}

/// Draws the documents of one dossier.
fn register(case: &Case<'_>, found: &Found, width: usize) -> Result<(Exit, String), Failure> {
    let opened = open(case, found, false)?;
    let register = case.work_out(&opened.loaded, &opened.files).register;
    let shows = register.documents.iter().all(|document| document.standing.shows());
    let text = catalogue::documents(&found.name(), &register, &opened.loaded.sources, &opened.loaded.bound.tree, width);
    Ok((if shows { Exit::Clear } else { Exit::Open }, text))
}
