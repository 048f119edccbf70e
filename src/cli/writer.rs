//! A report as it is written, dossier by dossier: pages at once, a document when every dossier is known.

use jiff::civil::Date;

use super::exit::Exit;
use super::failure::Failure;
use super::formats::{Format, ReportFormat};
use super::streams::Streams;
use crate::report::document::{DossierEntry, MistakeEntry, SCHEMA};
use crate::report::entry::packs;
use crate::report::words::many;
use crate::report::{Document, csv, write_json, yaml};
use crate::rules::Book;

/// One dossier, assessed and drawn.
pub(super) struct Answer {
    /// How a run ends that has no other dossier.
    pub exit: Exit,
    /// Whether the verdict is ready.
    pub ready: bool,
    /// What the report shows of it.
    pub drawn: Drawn,
}

/// What a report shows of one dossier.
pub(super) enum Drawn {
    /// A page for people.
    Page(String),
    /// An entry of a document for programs.
    Entry(Box<DossierEntry>),
}

/// A report that is being written.
pub(super) struct ReportWriter<'w, 's> {
    streams: &'w mut Streams<'s>,
    exit: Exit,
    assessed: usize,
    ready: usize,
    refused: usize,
    entries: Vec<DossierEntry>,
    unreadable: Vec<MistakeEntry>,
}

impl<'w, 's> ReportWriter<'w, 's> {
    /// A report of nothing yet.
    pub fn new(streams: &'w mut Streams<'s>) -> ReportWriter<'w, 's> {
        ReportWriter { streams, exit: Exit::Clear, assessed: 0, ready: 0, refused: 0, entries: Vec::new(), unreadable: Vec::new() }
    }

    /// Adds the dossier of that name, or tells why it has no answer; fails only if it cannot be written.
    pub fn add(mut self, name: &str, answer: Result<Answer, Failure>) -> Result<ReportWriter<'w, 's>, Failure> {
        match answer {
            Ok(Answer { exit, ready, drawn }) => {
                match drawn {
                    Drawn::Page(page) => self.page(&page)?,
                    Drawn::Entry(entry) => self.entries.push(*entry),
                }
                self.exit = self.exit.max(exit);
                self.assessed += 1;
                self.ready += usize::from(ready);
            }
            Err(failure) => {
                self.exit = self.exit.max(self.streams.refuse(&failure));
                self.refused += 1;
                self.unreadable.extend(failure.entries(name));
            }
        }
        Ok(self)
    }

    fn page(&mut self, page: &str) -> Result<(), Failure> {
        if self.assessed > 0 {
            let line = "─".repeat(self.streams.width());
            self.streams.result(&format!("\n{line}\n\n"))?;
        }
        self.streams.result(page)
    }

    /// Writes what can only be said when every dossier is known; how the run ends.
    pub fn end(self, format: ReportFormat, book: &Book, as_of: Date) -> Result<Exit, Failure> {
        let ReportWriter { streams, exit, assessed, ready, refused, entries, unreadable } = self;
        let document =
            |dossiers| Document { schema: SCHEMA.into(), as_of: as_of.to_string(), packs: packs(book, as_of), dossiers, unreadable };
        match format {
            ReportFormat::Whole(Format::Terminal) if assessed + refused > 1 => {
                let all = many(assessed + refused, "dossier");
                let not_ready = assessed - ready;
                streams.result(&format!("\n{all}: {ready} ready, {not_ready} not ready, {refused} could not be assessed\n"))?;
            }
            ReportFormat::Whole(Format::Terminal) => {}
            ReportFormat::Whole(Format::Json) => streams.writes(|out| write_json(&document(entries), out))?,
            ReportFormat::Whole(Format::Yaml) => streams.document(&yaml(&document(entries)))?,
            ReportFormat::TrainingPlan => streams.document(&csv(&entries))?,
        }
        Ok(exit)
    }
}
