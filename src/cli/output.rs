//! Writing: results to standard output, the rest to standard error; a reader that stops reading is no fault.

use std::io::Write;

use super::inputs::Failure;
use crate::report::mistakes::mistakes;

/// The width when the output is no terminal, and the widest that is used.
const WIDTH: usize = 100;

/// Decides on colour for the whole run.
pub(super) fn colour(when: &str) {
    match when {
        "always" => anstream::ColorChoice::AlwaysAnsi.write_global(),
        "never" => anstream::ColorChoice::Never.write_global(),
        _ => {}
    }
}

/// How wide a line may be.
pub(super) fn width() -> usize {
    terminal_size::terminal_size().map_or(WIDTH, |(width, _)| (width.0 as usize).clamp(60, WIDTH))
}

/// Writes a result. Colour is taken out where it is not wanted.
pub(super) fn result(text: &str) {
    let mut out = anstream::stdout();
    written(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
}

/// Writes a document for programs, byte for byte.
pub(super) fn document(text: &str) {
    let mut out = std::io::stdout();
    written(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
}

/// A reader that stops reading is no fault; a result that cannot be written whole is, and ends the run.
fn written(outcome: std::io::Result<()>) {
    if let Err(error) = outcome
        && error.kind() != std::io::ErrorKind::BrokenPipe
    {
        message(&format!("the result could not be written whole: {error}\n"));
        std::process::exit(i32::from(super::BAD_INPUT));
    }
}

/// Writes a message.
pub(super) fn message(text: &str) {
    let mut err = anstream::stderr();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

/// Writes what is wrong with an input; returns the exit code.
pub(super) fn failure(failure: &Failure) -> u8 {
    match failure {
        Failure::Mistakes { heading, sources, mistakes: found } => message(&mistakes(heading, sources, found, width(), true)),
        Failure::Message(text) => message(&format!("{}\n", crate::text::visible(text))),
    }
    super::BAD_INPUT
}
