//! `readiness trace`: every statement of every source with its checks, alone or with the outcomes for one dossier.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::check::parse_day;
use super::inputs::{book, document_files, find, load_dossier, today};
use super::{BAD_INPUT, CLEAR, NO_DOSSIER, PackArguments, output};
use crate::assessment::{Asked, Case};
use crate::report::{json, trace, yaml};

/// The format of a trace.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum TraceFormat {
    /// For people.
    Terminal,
    /// For programs.
    Json,
    /// The same in YAML.
    Yaml,
}

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
    #[arg(long, value_enum, default_value = "terminal")]
    format: TraceFormat,
    #[command(flatten)]
    packs: PackArguments,
}

/// Runs the verb; returns the exit code.
pub(super) fn run(arguments: &TraceArguments) -> u8 {
    let book = match book(&arguments.packs) {
        Ok(book) => book,
        Err(failure) => return output::failure(&failure),
    };
    let Some(path) = &arguments.path else {
        draw(arguments, &trace::trace(&book, None));
        return CLEAR;
    };
    let found = match find(std::slice::from_ref(path)) {
        Ok(found) => found,
        Err(failure) => return output::failure(&failure),
    };
    let one = match found.as_slice() {
        [one] => one,
        [] => {
            output::message("no dossier found\n");
            return NO_DOSSIER;
        }
        several => {
            let names: Vec<String> = several.iter().map(super::inputs::Found::name).collect();
            output::message(&format!("a trace is of one dossier; name one of: {}\n", names.join(", ")));
            return BAD_INPUT;
        }
    };
    let loaded = match load_dossier(one) {
        Ok(loaded) => loaded,
        Err(failure) => return output::failure(&failure),
    };
    let as_of = arguments.as_of.unwrap_or_else(today);
    let files = document_files(one, &loaded);
    let case = Case { book: &book, as_of, asked: Asked::default() };
    let known = case.work_out(&loaded, &files);
    let assessment = case.assess(&loaded, &known);
    draw(arguments, &trace::trace(&book, Some((&one.name(), &assessment))));
    CLEAR
}

fn draw(arguments: &TraceArguments, trace: &trace::Trace) {
    match arguments.format {
        TraceFormat::Terminal => output::result(&trace::terminal(trace, output::width())),
        TraceFormat::Json => output::document(&json(trace)),
        TraceFormat::Yaml => output::document(&yaml(trace)),
    }
}
