//! A report as it is written, dossier by dossier: each piece is written at once and forgotten.

use std::collections::HashMap;

use super::exit::Exit;
use super::failure::Failure;
use super::formats::{Format, ReportFormat};
use super::streams::Streams;
use crate::report::document::{Mistake, Refused};
use crate::report::words::many;
use crate::report::{compact, yaml_of};
use crate::text::{Diagnostic, Sources, Span};

/// What tells a dossier apart from every other of a run.
pub(super) struct Id {
    /// The id.
    pub text: String,
    /// Where the dossier says so, if it does.
    pub place: Option<(Sources, Span)>,
}

/// One dossier, assessed and drawn.
pub(super) struct Piece {
    /// Its id.
    pub id: Id,
    /// How a run ends that has no other dossier.
    pub exit: Exit,
    /// Whether the verdict is ready.
    pub ready: bool,
    /// What the report shows of it.
    pub bytes: Vec<u8>,
}

/// A report that is being written.
pub(super) struct ReportWriter<'w, 's> {
    streams: &'w mut Streams<'s>,
    format: ReportFormat,
    /// How many dossiers there are.
    many: usize,
    exit: Exit,
    assessed: usize,
    ready: usize,
    refused: usize,
    unreadable: Vec<Mistake>,
    /// The ids so far, each with the dossier that has it.
    ids: HashMap<String, String>,
    /// A document that can only be written when it is whole.
    held: Vec<u8>,
    /// Whether anybody still reads.
    read: bool,
}

impl<'w, 's> ReportWriter<'w, 's> {
    /// A report that begins with its head: in JSON, or the names of the columns.
    pub fn begin(streams: &'w mut Streams<'s>, format: ReportFormat, many: usize, mut head: Vec<u8>) -> Result<Self, Failure> {
        let mut report = ReportWriter {
            streams,
            format,
            many,
            exit: Exit::Clear,
            assessed: 0,
            ready: 0,
            refused: 0,
            unreadable: Vec::new(),
            ids: HashMap::new(),
            held: Vec::new(),
            read: true,
        };
        match format {
            ReportFormat::Whole(Format::Json | Format::Yaml) => {
                head.pop();
                head.extend_from_slice(b",\"dossiers\":[");
            }
            ReportFormat::Lines => head.push(b'\n'),
            ReportFormat::Whole(Format::Terminal) | ReportFormat::TrainingPlan => {}
        }
        report.put(&head)?;
        Ok(report)
    }

    /// Adds the dossier of that name, or tells why it has no piece, and says whether anybody reads on; fails only if it cannot be
    /// written.
    pub fn add(&mut self, name: &str, piece: Result<Piece, Failure>) -> Result<bool, Failure> {
        match piece.and_then(|piece| self.known_apart(name, piece)) {
            Ok(Piece { exit, ready, mut bytes, .. }) => {
                self.separate(&mut bytes)?;
                self.put(&bytes)?;
                self.exit = self.exit.max(exit);
                self.assessed += 1;
                self.ready += usize::from(ready);
            }
            Err(failure) => {
                self.exit = self.exit.max(self.streams.refuse(&failure));
                self.refused += 1;
                self.refuse(failure.entries(name))?;
            }
        }
        self.streams.progress(self.assessed + self.refused, self.many);
        Ok(self.read)
    }

    /// Findings are told apart by the id of their dossier, so no two dossiers of a run have the same.
    fn known_apart(&mut self, name: &str, piece: Piece) -> Result<Piece, Failure> {
        let Some(other) = self.ids.get(&piece.id.text) else {
            self.ids.insert(piece.id.text.clone(), name.to_string());
            return Ok(piece);
        };
        let heading = format!("{name} cannot be assessed");
        let message = format!("`{}` is also the id of {other}", piece.id.text);
        Err(match piece.id.place {
            Some((sources, span)) => {
                let mistake = Diagnostic::new(message, span, "this id").help("give each dossier an `id` of its own, or none");
                Failure::Mistakes { heading, sources, mistakes: vec![mistake] }
            }
            None => Failure::Message(format!("{heading}: {message}")),
        })
    }

    /// Sets a piece apart from the one before it.
    fn separate(&mut self, piece: &mut Vec<u8>) -> Result<(), Failure> {
        let first = self.assessed == 0;
        match self.format {
            ReportFormat::Whole(Format::Terminal) if !first => {
                let line = format!("\n{}\n\n", "─".repeat(self.streams.width()));
                self.put(line.as_bytes())
            }
            ReportFormat::Whole(Format::Json | Format::Yaml) => self.put(if first { b"\n" } else { b",\n" }),
            ReportFormat::Lines => {
                piece.push(b'\n');
                Ok(())
            }
            ReportFormat::Whole(Format::Terminal) | ReportFormat::TrainingPlan => Ok(()),
        }
    }

    fn refuse(&mut self, mistakes: Vec<Mistake>) -> Result<(), Failure> {
        match self.format {
            ReportFormat::Whole(Format::Json | Format::Yaml) => {
                self.unreadable.extend(mistakes);
                Ok(())
            }
            ReportFormat::Lines => {
                let mut line = compact(&Refused { unreadable: mistakes });
                line.push(b'\n');
                self.put(&line)
            }
            ReportFormat::Whole(Format::Terminal) | ReportFormat::TrainingPlan => Ok(()),
        }
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match self.format {
            _ if bytes.is_empty() => {}
            ReportFormat::Whole(Format::Yaml) => self.held.extend_from_slice(bytes),
            _ => self.read &= self.streams.bytes(bytes)?,
        }
        Ok(())
    }

    /// Writes what can only be said when every dossier is known; how the run ends.
    pub fn end(mut self) -> Result<Exit, Failure> {
        let all = self.assessed + self.refused;
        match self.format {
            ReportFormat::Whole(Format::Terminal) if all > 1 => {
                let (ready, not_ready, refused) = (self.ready, self.assessed - self.ready, self.refused);
                let all = many(all, "dossier");
                let line = format!("\n{all}: {ready} ready, {not_ready} not ready, {refused} could not be assessed\n");
                self.put(line.as_bytes())?;
            }
            ReportFormat::Whole(Format::Json | Format::Yaml) => {
                let mistakes = compact(&self.unreadable);
                self.put(&[b"],\"unreadable\":", &mistakes[..], b"}\n"].concat())?;
            }
            ReportFormat::Whole(Format::Terminal) | ReportFormat::Lines | ReportFormat::TrainingPlan => {}
        }
        if self.format == ReportFormat::Whole(Format::Yaml) {
            self.streams.document(&yaml_of(&self.held))?;
        }
        Ok(self.exit)
    }
}
