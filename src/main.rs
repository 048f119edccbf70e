//! The program: arguments, streams and the clock in, exit code out.

#![forbid(unsafe_code)]

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use anstream::ColorChoice;
use readiness::cli::{Stream, Streams, day_in_london, run};

fn main() -> ExitCode {
    let (out, err) = (anstream::stdout(), anstream::stderr());
    let colours = (out.current_choice() != ColorChoice::Never, err.current_choice() != ColorChoice::Never);
    let (mut out, mut err) = (out.into_inner(), err.into_inner());
    let mut streams = Streams {
        out: Stream { to: &mut out, colour: colours.0 },
        err: Stream { to: &mut err, colour: colours.1 },
        watched: !io::stdout().is_terminal() && io::stderr().is_terminal(),
        columns: terminal_size::terminal_size().map(|(width, _)| width.0.into()),
        today: day_in_london(jiff::Timestamp::now()),
    };
    run(std::env::args_os(), &mut streams).into()
}
