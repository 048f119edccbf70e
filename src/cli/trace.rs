//! `readiness trace`: every statement of every source with its checks, alone or with the outcomes for one dossier.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use super::choices::choice;
use super::days::parse_day;
use super::exit::Exit;
use super::failure::Failure;
use super::find::{Found, find};
use super::formats::Format;
use super::open::open;
use super::packs::PackArguments;
use super::streams::Streams;
use crate::assessment::{Asked, Case};
use crate::report::trace::{self, Trace};

/// Arguments of `readiness trace`.
#[derive(Debug, Args)]
pub(super) struct TraceArguments {
    /// A dossier; without one, only which checks answer which statement.
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
    /// The day of the outcomes; by default today in London.
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Date>,
    /// The format of the trace.
    #[arg(long, value_name = "FORMAT", default_value = "terminal", value_parser = choice::<Format>())]
    format: Format,
    #[command(flatten)]
    packs: PackArguments,
}

/// Runs the verb.
pub(super) fn run(arguments: &TraceArguments, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let book = arguments.packs.book()?;
    let trace = match &arguments.path {
        None => trace::trace(&book, None),
        Some(path) => {
            let as_of = arguments.as_of.unwrap_or(streams.today);
            outcomes(&Case { book: &book, as_of, asked: Asked::default() }, &single(path)?)?
        }
    };
    arguments.format.write(streams, &trace, |width| trace::terminal(&trace, width))?;
    Ok(Exit::Clear)
}

/// The trace with the outcomes for one dossier.
fn outcomes(case: &Case<'_>, found: &Found) -> Result<Trace, Failure> {
    let opened = open(case, found, false)?;
    let known = case.work_out(&opened.loaded, &opened.files);
    let assessment = case.assess(&opened.loaded, &known);
    Ok(trace::trace(case.book, Some((&found.name(), &assessment))))
}

/// The one dossier that a path stands for.
fn single(path: &Path) -> Result<Found, Failure> {
    let mut found = find(&[path.to_path_buf()])?;
    match (found.pop(), found.as_slice()) {
        (Some(one), []) => Ok(one),
        (None, _) => Err(Failure::NoDossier("no dossier found".into())),
        (Some(last), others) => {
            let names: Vec<String> = others.iter().chain([&last]).map(Found::name).collect();
            Err(Failure::Message(format!("a trace is of one dossier; name one of: {}", names.join(", "))))
        }
    }
}
