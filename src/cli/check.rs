//! `readiness check`: assesses dossiers and reports every gap.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::choices::choice;
use super::days::{parse_day, parse_horizon};
use super::disk::show;
use super::exit::Exit;
use super::failure::Failure;
use super::find::{Found, find};
use super::formats::{Format, ReportFormat, report_format};
use super::open::open;
use super::packs::PackArguments;
use super::reader::{Reader, reader};
use super::streams::Streams;
use super::writer::{Answer, Drawn, ReportWriter};
use crate::assessment::{Asked, Assessment, Case, Verdict};
use crate::facts::statistics::Method;
use crate::report::entry::entry;
use crate::report::{Wish, terminal};
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
    packs: PackArguments,
}

/// Runs the verb.
pub(super) fn run(arguments: &CheckArguments, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let book = arguments.packs.book()?;
    let found = find(&arguments.paths)?;
    if found.is_empty() {
        return Err(nothing_found(&arguments.paths));
    }
    let as_of = arguments.as_of.unwrap_or(streams.today);
    let asked = Asked { gate: arguments.gate, intervals: arguments.intervals, horizon: Some(arguments.horizon) };
    let case = Case { book: &book, as_of, asked };
    let width = streams.width();
    let report = ReportWriter::new(streams);
    let report = found.iter().try_fold(report, |report, one| report.add(&one.name(), assess_one(&case, one, arguments, width)))?;
    report.end(arguments.format, &book, as_of)
}

fn nothing_found(paths: &[PathBuf]) -> Failure {
    let names: Vec<String> = paths.iter().map(|path| show(path)).collect();
    let text = "no dossier found: a dossier is a YAML file that begins with `dossier: 1`; `readiness init` writes one";
    Failure::NoDossier(format!("{}: {text}", names.join(", ")))
}

/// Assesses one dossier and draws what the report shows of it; nothing is written here.
fn assess_one(case: &Case<'_>, found: &Found, arguments: &CheckArguments, width: usize) -> Result<Answer, Failure> {
    let opened = open(case, found)?;
    let known = case.work_out(&opened.loaded, &opened.files);
    let assessment = case.assess(&opened.loaded, &known);
    if assessment.counts.nothing_applies() {
        let text = format!("{}: no check applies to this product, so there is nothing to assess", found.name());
        return Err(Failure::Message(text));
    }
    let drawn = match arguments.format {
        ReportFormat::Whole(Format::Terminal) => Drawn::Page(page(&assessment, arguments, width)),
        _ => Drawn::Entry(Box::new(entry(&found.name(), &assessment))),
    };
    let exit = Exit::of(&assessment.counts, arguments.fail_on);
    Ok(Answer { exit, ready: assessment.verdict == Verdict::Ready, drawn })
}

fn page(assessment: &Assessment<'_>, arguments: &CheckArguments, width: usize) -> String {
    let (roles, reader) = match &arguments.reader {
        Some(reader) => (reader.roles.clone(), reader.name.to_string()),
        None => (Vec::new(), String::new()),
    };
    let wish = Wish { roles, reader, detail: arguments.detail };
    terminal(assessment, &wish, width, true)
}
