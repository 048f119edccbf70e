//! `readiness evidence`: the state of each registered document, and the line to paste.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::check::parse_day;
use super::inputs::{book, document_files, find, load_dossier, today};
use super::{CLEAR, NO_DOSSIER, OPEN, PackArguments, output};
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
}

/// Runs the verb; returns the exit code: 0 when every document shows what it should, 1 when one does not.
pub(super) fn run(arguments: &EvidenceArguments) -> u8 {
    let (book, found) = match (book(&PackArguments::default()), find(&arguments.paths)) {
        (Ok(book), Ok(found)) => (book, found),
        (Err(failure), _) | (_, Err(failure)) => return output::failure(&failure),
    };
    if found.is_empty() {
        output::message("no dossier found\n");
        return NO_DOSSIER;
    }
    let as_of = arguments.as_of.unwrap_or_else(today);
    let mut code = CLEAR;
    for one in &found {
        let loaded = match load_dossier(one) {
            Ok(loaded) => loaded,
            Err(failure) => {
                code = output::failure(&failure);
                continue;
            }
        };
        let files = document_files(one, &loaded);
        let known = Case { book: &book, as_of, asked: Asked::default() }.work_out(&loaded, &files);
        output::result(&catalogue::documents(&one.name(), &known.register, &loaded.sources, &loaded.tree, output::width()));
        if known.register.documents.iter().any(|document| !document.standing.shows()) {
            code = code.max(OPEN);
        }
    }
    code
}
