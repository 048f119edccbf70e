//! `readiness check`: assesses dossiers and reports every gap.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::OnceLock;

use clap::Args;
use jiff::civil::Date;

use super::choices::choice;
use super::days::{parse_day, parse_horizon};
use super::disk::show;
use super::drawing::Drawing;
use super::exit::Exit;
use super::failure::Failure;
use super::find::find;
use super::formats::{Format, ReportFormat, report_format};
use super::jobs::{in_order, processors};
use super::packs::PackArguments;
use super::reader::{Reader, reader};
use super::root::RootArgument;
use super::streams::Streams;
use super::writer::ReportWriter;
use crate::assessment::{Asked, Case};
use crate::facts::statistics::Method;
use crate::report::Wish;
use crate::report::document::Options;
use crate::terms::{Gate, Severity};

/// Arguments of `readiness check`.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// Dossiers: files, folders that hold a `dossier.yaml`, or folders to search.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The decision to prepare; by default the stage that the dossier states.
    #[arg(long, value_name = "GATE", value_parser = choice::<Gate>())]
    gate: Option<Gate>,
    /// The day of the report (2026-11-24); by default today in London.
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Date>,
    /// Only what one reader must act on.
    #[arg(long = "for", value_name = "READER", value_parser = reader())]
    reader: Option<Reader>,
    /// Only what is due at the gate; nothing of what comes later.
    #[arg(long)]
    due: bool,
    /// Shows every check with its citation.
    #[arg(long)]
    detail: bool,
    /// How the 95% intervals of proportions are worked out.
    #[arg(long, value_name = "METHOD", default_value = "wilson", value_parser = choice::<Method>())]
    intervals: Method,
    /// How far ahead to list what ends, in days or weeks: `90d`, `12w`.
    #[arg(long, value_name = "DAYS", default_value = "90d", value_parser = parse_horizon)]
    horizon: u32,
    /// The format of the report; it never changes the exit code.
    #[arg(long, value_name = "FORMAT", default_value = "terminal", value_parser = report_format())]
    format: ReportFormat,
    /// What makes the exit code 1: something open of this severity, or a graver one.
    #[arg(long, value_name = "SEVERITY", default_value = "gap", value_parser = choice::<Severity>())]
    fail_on: Severity,
    #[command(flatten)]
    root: RootArgument,
    /// How many dossiers to assess at a time; by default one for each processor.
    #[arg(long, value_name = "NUMBER")]
    jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    packs: PackArguments,
}

/// Runs the verb.
pub(super) fn run(arguments: &CheckArguments, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    arguments.fit_together()?;
    let book = arguments.packs.book()?;
    let found = find(&arguments.paths)?;
    if found.is_empty() {
        return Err(nothing_found(&arguments.paths));
    }
    let as_of = arguments.as_of.unwrap_or(streams.today);
    let asked = Asked { gate: arguments.gate, intervals: arguments.intervals, horizon: Some(arguments.horizon) };
    let case = Case { book: &book, as_of, asked };
    let (root, rows, width, colour) = (arguments.root.find()?, OnceLock::new(), streams.width(), streams.out.colour);
    let drawing = Drawing { case, format: arguments.format, wish: arguments.wish(), root, rows, width, colour };
    let head = drawing.head(arguments.options());
    let mut report = ReportWriter::begin(streams, arguments.format, found.len(), head)?;
    let jobs = arguments.jobs.unwrap_or_else(processors);
    let ended = in_order(
        &found,
        jobs,
        |one| drawing.piece(one, arguments.fail_on),
        |one, piece| match report.add(&one.name(), piece) {
            Ok(true) => Ok(()),
            Ok(false) => Err(None),
            Err(failure) => Err(Some(failure)),
        },
    );
    match ended {
        Err(Some(failure)) => Err(failure),
        // Nobody reads on, or everything is written.
        Err(None) | Ok(()) => report.end(),
    }
}

fn nothing_found(paths: &[PathBuf]) -> Failure {
    let names: Vec<String> = paths.iter().map(|path| show(path)).collect();
    let text = "no dossier found: a dossier is a YAML file that begins with `dossier: 1`; `readiness init` writes one";
    Failure::NoDossier(format!("{}: {text}", names.join(", ")))
}

impl CheckArguments {
    /// An option that a form cannot follow is refused, not passed over.
    fn fit_together(&self) -> Result<(), Failure> {
        let because = match self.format {
            _ if !self.detail => return Ok(()),
            ReportFormat::Whole(Format::Terminal) => return Ok(()),
            ReportFormat::Whole(Format::Json) => "json always holds everything",
            ReportFormat::Whole(Format::Yaml) => "yaml always holds everything",
            ReportFormat::Lines => "jsonl always holds everything",
            ReportFormat::TrainingPlan => "csv is the training plan, and always whole",
        };
        Err(Failure::Message(format!("`--detail` is for the terminal: {because}")))
    }

    /// What was asked for, as a document tells it.
    fn options(&self) -> Options<'_> {
        let reader = self.reader.as_ref().map(|reader| reader.name);
        Options { gate: self.gate, intervals: self.intervals, horizon: self.horizon, reader, due: self.due }
    }

    fn wish(&self) -> Wish {
        let (roles, reader) = match &self.reader {
            Some(reader) => (reader.roles.clone(), reader.name.to_string()),
            None => (Vec::new(), String::new()),
        };
        Wish { roles, reader, due: self.due, detail: self.detail }
    }
}
