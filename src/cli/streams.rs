//! What a run is given from outside: where it writes, how wide, whether in colour, and the day. A reader that
//! stops reading is no fault; a result that cannot be written whole is.

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use jiff::civil::Date;

use super::exit::Exit;
use super::failure::Failure;
use crate::terms::choice;

/// The columns when the output is no terminal, and the most that are used.
const WIDEST: usize = 100;
/// The fewest columns that are used.
const NARROWEST: usize = 60;

choice! {
    /// When to use colour.
    Colour {
        /// In a terminal that shows it, unless `NO_COLOR` is set.
        Auto = "auto",
        /// In pipes and files too.
        Always = "always",
        /// Nowhere.
        Never = "never",
    }
}

/// One stream to write to.
pub struct Stream<'s> {
    /// Where the text goes.
    pub to: &'s mut (dyn Write + 'static),
    /// Whether it shows colour, unless `--color` says otherwise.
    pub colour: bool,
}

/// Everything a run is given from outside, files apart.
pub struct Streams<'s> {
    /// Where results go.
    pub out: Stream<'s>,
    /// Where the rest goes.
    pub err: Stream<'s>,
    /// Whether somebody sees the rest while results go elsewhere: a long run then says how far it is.
    pub watched: bool,
    /// How many columns the terminal has, if there is one.
    pub columns: Option<usize>,
    /// The day from the clock: that of a report when no other is asked for.
    pub today: Date,
}

impl Stream<'_> {
    /// Writes a text, without its colours where they are not wanted.
    fn write(&mut self, text: &[u8]) -> io::Result<()> {
        let choice = if self.colour { ColorChoice::AlwaysAnsi } else { ColorChoice::Never };
        let mut to = AutoStream::new(&mut *self.to, choice);
        to.write_all(text)?;
        to.flush()
    }

    /// Writes byte for byte.
    fn write_plain(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.to.write_all(bytes)?;
        self.to.flush()
    }
}

impl Streams<'_> {
    /// Decides on colour for the rest of the run.
    pub(super) fn decide(&mut self, colour: Colour) {
        let wanted = match colour {
            Colour::Auto => return,
            Colour::Always => true,
            Colour::Never => false,
        };
        (self.out.colour, self.err.colour) = (wanted, wanted);
    }

    /// How many columns a line may have.
    pub(super) fn width(&self) -> usize {
        self.columns.map_or(WIDEST, |columns| columns.clamp(NARROWEST, WIDEST))
    }

    /// Writes a result for people.
    pub(super) fn result(&mut self, text: &str) -> Result<(), Failure> {
        written(self.out.write(text.as_bytes())).map(|_| ())
    }

    /// Writes a document for programs, byte for byte.
    pub(super) fn document(&mut self, text: &str) -> Result<(), Failure> {
        self.bytes(text.as_bytes()).map(|_| ())
    }

    /// Writes a part of a result byte for byte; says whether anybody reads on.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Result<bool, Failure> {
        written(self.out.write_plain(bytes))
    }

    /// Writes a message; one that cannot be written has nowhere else to go.
    pub(super) fn message(&mut self, text: &str) {
        let _ = self.err.write(text.as_bytes());
    }

    /// Says how far a long run is, on a line that the next one takes the place of.
    pub(super) fn progress(&mut self, done: usize, many: usize) {
        let step = many / 100;
        if self.watched && step > 0 && done.is_multiple_of(step) {
            let end = if done == many { "\r\x1b[K".to_string() } else { format!("\r{done} of {many} dossiers") };
            let _ = self.err.write_plain(end.as_bytes());
        }
    }

    /// Tells of a failure; how a run ends that fails so.
    pub(super) fn refuse(&mut self, failure: &Failure) -> Exit {
        self.message(&failure.text(self.width()));
        failure.exit()
    }
}

fn written(outcome: io::Result<()>) -> Result<bool, Failure> {
    match outcome {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::Unwritten(error)),
    }
}
