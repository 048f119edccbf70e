//! The formats in which verbs show what they found, declared once: reports have one more.

use clap::builder::TypedValueParser;
use serde::Serialize;

use super::choices::{Word, one_of, words};
use super::failure::Failure;
use super::streams::Streams;
use crate::report::{json, yaml};
use crate::terms::choice;

choice! {
    /// A format that any result can be shown in.
    Format {
        /// For people, in a terminal.
        Terminal = "terminal",
        /// For programs; `readiness schema` describes reports and traces.
        Json = "json",
        /// The same as json, in YAML.
        Yaml = "yaml",
    }
}

/// The format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReportFormat {
    /// The whole report, as any result.
    Whole(Format),
    /// The whole report as JSON, a line for each dossier.
    Lines,
    /// The training plan, as CSV.
    TrainingPlan,
}

/// Takes a format of a report.
pub(super) fn report_format() -> impl TypedValueParser<Value = ReportFormat> {
    let whole = words::<Format>().map(|one| Word { word: one.word, meaning: one.meaning, value: ReportFormat::Whole(one.value) });
    let lines = Word {
        word: "jsonl",
        meaning: "As json, with the catalogue on the first line and a line for each dossier.",
        value: ReportFormat::Lines,
    };
    let plan = Word { word: "csv", meaning: "The training plan, for a spreadsheet.", value: ReportFormat::TrainingPlan };
    one_of(whole.chain([lines, plan]))
}

impl Format {
    /// Writes a result: drawn for people at the width of the streams, or as data for programs.
    pub(super) fn write(
        self,
        streams: &mut Streams<'_>,
        data: &impl Serialize,
        people: impl FnOnce(usize) -> String,
    ) -> Result<(), Failure> {
        match self {
            Format::Terminal => streams.result(&people(streams.width())),
            Format::Json => streams.document(&json(data)),
            Format::Yaml => streams.document(&yaml(data)),
        }
    }
}
