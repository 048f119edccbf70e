//! `readiness check`: assesses dossiers and reports every gap.

use crate::terms::{Choice, Gate, Role, Severity, parse_date};
use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::inputs::{Failure, book, document_files, find, load_dossier, show, today};
use super::{BAD_INPUT, CLEAR, NO_DOSSIER, OPEN, PackArguments, output};
use crate::assessment::{Asked, Assessment, Case, Verdict};
use crate::facts::statistics::Method;
use crate::report::document::{DossierEntry, MistakeEntry, SCHEMA};
use crate::report::entry::{entry, packs};
use crate::report::words::many;
use crate::report::{Document, Format, View, Wish, csv, height, json, terminal, yaml};
use crate::rules::Book;
use crate::text::nearest;

/// Arguments of `readiness check`.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// Dossiers: files, folders that hold a `dossier.yaml`, or folders to search.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The decision to prepare; by default the stage that the dossier states.
    #[arg(long, value_name = "GATE", value_parser = parse_gate)]
    gate: Option<Gate>,
    /// The day of the report (2026-11-24); by default today in London.
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Date>,
    /// Only what one reader must act on: a role such as `supplier`, or `driver` or `embedder`.
    #[arg(long = "for", value_name = "READER", value_parser = parse_reader)]
    reader: Option<Reader>,
    /// Shows every check with its citation.
    #[arg(long)]
    detail: bool,
    /// How the 95% intervals of proportions are worked out: `wilson` or `clopper-pearson`.
    #[arg(long, value_name = "METHOD", default_value = "wilson", value_parser = parse_method)]
    intervals: Method,
    /// How far ahead to list what ends, such as `90d`.
    #[arg(long, value_name = "DAYS", default_value = "90d", value_parser = parse_horizon)]
    horizon: u32,
    /// The format of the report.
    #[arg(long, value_name = "FORMAT", default_value = "terminal", value_parser = parse_format)]
    format: Format,
    /// What makes the exit code 1: an open note, gap or blocker, and what is graver.
    #[arg(long, value_name = "SEVERITY", default_value = "gap", value_parser = parse_severity)]
    fail_on: Severity,
    #[command(flatten)]
    packs: PackArguments,
}

/// The roles a reader stands for.
#[derive(Debug, Clone)]
struct Reader {
    name: String,
    roles: Vec<Role>,
}

/// Parses a word of an enumeration, proposing the nearest.
fn word<W: Copy>(text: &str, all: &[W], spell: fn(W) -> &'static str) -> Result<W, String> {
    let words = || all.iter().map(|one| spell(*one));
    all.iter().copied().find(|one| spell(*one) == text).ok_or_else(|| match nearest(text, words()).first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write one of: {}", words().collect::<Vec<_>>().join(", ")),
    })
}

fn parse_gate(text: &str) -> Result<Gate, String> {
    word(text, Gate::ALL, Gate::as_str)
}

fn parse_format(text: &str) -> Result<Format, String> {
    word(text, Format::ALL, Format::as_str)
}

/// `90d`, `12w` or a bare number of days, up to ten years.
fn parse_horizon(text: &str) -> Result<u32, String> {
    let (number, unit) = match text.strip_suffix('w') {
        Some(weeks) => (weeks, 7),
        None => (text.strip_suffix('d').unwrap_or(text), 1),
    };
    let days = number.parse::<u32>().ok().and_then(|number| number.checked_mul(unit)).filter(|days| *days <= 3660);
    days.ok_or_else(|| "write a number of days or weeks up to ten years, such as 90d or 12w".into())
}

fn parse_method(text: &str) -> Result<Method, String> {
    word(text, Method::ALL, Method::as_str)
}

fn parse_severity(text: &str) -> Result<Severity, String> {
    word(text, Severity::ALL, Severity::as_str)
}

pub(super) fn parse_day(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "write a day that exists as year-month-day, such as 2026-11-24".into())
}

fn parse_reader(text: &str) -> Result<Reader, String> {
    let those = |wanted: &dyn Fn(Role) -> bool| Role::ALL.iter().copied().filter(|role| wanted(*role)).collect();
    let roles = match text {
        "driver" => those(&Role::leads_procurement),
        "embedder" => those(&|role| role != Role::Supplier && !role.leads_procurement()),
        _ => vec![word(text, Role::ALL, Role::as_str).map_err(|error| format!("{error} (or driver, embedder)"))?],
    };
    Ok(Reader { name: text.into(), roles })
}

/// Runs the verb; returns the exit code.
pub(super) fn run(arguments: &CheckArguments) -> u8 {
    let book = match book(&arguments.packs) {
        Ok(book) => book,
        Err(failure) => return output::failure(&failure),
    };
    let found = match find(&arguments.paths) {
        Ok(found) => found,
        Err(failure) => return output::failure(&failure),
    };
    if found.is_empty() {
        let names: Vec<String> = arguments.paths.iter().map(|path| show(path)).collect();
        let text = "no dossier found: a dossier is a YAML file that begins with `dossier: 1`; `readiness init` writes one";
        output::message(&format!("{}: {text}\n", names.join(", ")));
        return NO_DOSSIER;
    }
    let as_of = arguments.as_of.unwrap_or_else(today);
    let mut run = Run { arguments, book: &book, as_of, entries: Vec::new(), unreadable: Vec::new(), code: CLEAR, pages: 0, ready: 0 };
    let mut broken = 0;
    for one in &found {
        if let Err(failure) = run.one(one) {
            broken += 1;
            run.unreadable.extend(mistake_entries(&one.name(), &failure));
            run.code = output::failure(&failure);
        }
    }
    let (ready, pages) = (run.ready, run.pages);
    if arguments.format == Format::Terminal && found.len() > 1 {
        let total = many(found.len(), "dossier");
        output::result(&format!("\n{total}: {ready} ready, {} not ready, {broken} could not be assessed\n", pages - ready));
    }
    let document = Document {
        schema: SCHEMA.into(),
        as_of: as_of.to_string(),
        packs: packs(&book, as_of),
        dossiers: run.entries,
        unreadable: run.unreadable,
    };
    match arguments.format {
        Format::Terminal => {}
        Format::Json => output::document(&json(&document)),
        Format::Yaml => output::document(&yaml(&document)),
        Format::Csv => output::document(&csv(&document.dossiers)),
    }
    run.code
}

/// The mistakes of a dossier that could not be assessed, for the document.
fn mistake_entries(name: &str, failure: &Failure) -> Vec<MistakeEntry> {
    match failure {
        Failure::Message(text) => {
            vec![MistakeEntry { file: name.into(), line: None, column: None, message: text.clone(), help: None }]
        }
        Failure::Mistakes { sources, mistakes, .. } => {
            let entry = |mistake: &crate::text::Diagnostic| {
                let start = sources.start(mistake.span);
                MistakeEntry {
                    file: sources.file(mistake.span.file).name.clone(),
                    line: Some(start.line),
                    column: Some(start.column),
                    message: mistake.message.clone(),
                    help: mistake.help.clone(),
                }
            };
            mistakes.iter().map(entry).collect()
        }
    }
}

struct Run<'r> {
    arguments: &'r CheckArguments,
    book: &'r Book,
    as_of: Date,
    entries: Vec<DossierEntry>,
    unreadable: Vec<MistakeEntry>,
    code: u8,
    pages: usize,
    ready: usize,
}

impl Run<'_> {
    fn one(&mut self, found: &super::inputs::Found) -> Result<(), Failure> {
        let loaded = load_dossier(found)?;
        let files = document_files(found, &loaded);
        let case = Case { book: self.book, as_of: self.as_of, asked: self.asked() };
        let known = case.work_out(&loaded, &files);
        let assessment = case.assess(&loaded, &known);
        if assessment.counts.nothing_applies() {
            return Err(Failure::Message(format!("{}: no check applies to this product, so there is nothing to assess", found.name())));
        }
        self.code = self.code.max(self.exit_code(&assessment));
        match self.arguments.format {
            Format::Terminal => self.page(&assessment),
            Format::Json | Format::Yaml | Format::Csv => self.entries.push(entry(&found.name(), &assessment)),
        }
        Ok(())
    }

    fn asked(&self) -> Asked {
        Asked { gate: self.arguments.gate, intervals: self.arguments.intervals, horizon: Some(self.arguments.horizon) }
    }

    fn exit_code(&self, assessment: &Assessment<'_>) -> u8 {
        let open = assessment.findings.iter().any(|one| one.open_now() && one.severity >= self.arguments.fail_on);
        if open { OPEN } else { CLEAR }
    }

    fn page(&mut self, assessment: &Assessment<'_>) {
        let (roles, reader) =
            self.arguments.reader.as_ref().map_or((Vec::new(), String::new()), |reader| (reader.roles.clone(), reader.name.clone()));
        let wish = Wish { roles, reader, detail: self.arguments.detail };
        let sources = assessment.sources();
        let view = View::fitted(assessment, &wish, |view, part| height(view, part, sources));
        if self.pages > 0 {
            output::result(&format!("\n{}\n\n", "─".repeat(output::width())));
        }
        self.pages += 1;
        self.ready += usize::from(assessment.verdict == Verdict::Ready);
        output::result(&terminal(&view, sources, output::width(), true));
    }
}

const _: () = assert!(OPEN < BAD_INPUT);
