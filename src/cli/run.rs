//! One run: the arguments are parsed, the verb does its work, and whatever keeps it from its result is told.

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use super::choices::choice;
use super::exit::Exit;
use super::failure::Failure;
use super::streams::{Colour, Streams};
use super::{check, evidence, explain, init, list, rules, schema, trace};

/// Is an AI or digital health product ready to be bought, piloted or used in the NHS?
///
/// Reads a product dossier (YAML), checks it with rules (TOML), and says what is missing, why it matters,
/// who must act and who must be trained. Exit codes: 0 nothing is open, 1 something is, 2 bad usage, dossier
/// or pack, 3 no dossier found.
#[derive(Debug, Parser)]
#[command(name = "readiness", version)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
    /// When to use colour; colour never carries meaning alone.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", value_parser = choice::<Colour>())]
    color: Colour,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Checks dossiers and reports every gap.
    Check(check::CheckArguments),
    /// Explains a check, an item of a source or one of its parts, or a training outcome.
    Explain(explain::ExplainArguments),
    /// Writes a commented dossier to start from.
    Init(init::InitArguments),
    /// Lists checks, items or training outcomes.
    List(list::ListArguments),
    /// Prints the JSON Schema of a dossier, of the report, or of a trace.
    Schema(schema::SchemaArguments),
    /// Shows the state of each registered document, and the line to paste.
    Evidence(evidence::EvidenceArguments),
    /// Traces every statement of the sources to its checks, and to their outcomes for a dossier.
    Trace(trace::TraceArguments),
    /// Validates a pack of rules.
    #[command(subcommand)]
    Rules(rules::RulesVerb),
}

/// Runs the program with its arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>, streams: &mut Streams<'_>) -> Exit {
    let outcome = match parse(arguments, streams.width()) {
        Ok(arguments) => {
            streams.decide(arguments.color);
            arguments.verb.run(streams)
        }
        Err(error) => told(&error, streams),
    };
    outcome.unwrap_or_else(|failure| streams.refuse(&failure))
}

fn parse(arguments: impl IntoIterator<Item = OsString>, width: usize) -> Result<Arguments, clap::Error> {
    let matches = Arguments::command().term_width(width).try_get_matches_from(arguments)?;
    Arguments::from_arg_matches(&matches)
}

/// What clap says instead of arguments: what is wrong with them, or the help or version asked for.
fn told(said: &clap::Error, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let text = said.render().ansi().to_string();
    if said.use_stderr() {
        streams.message(&text);
        return Ok(Exit::BadInput);
    }
    streams.result(&text)?;
    Ok(Exit::Clear)
}

impl Verb {
    fn run(&self, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
        match self {
            Verb::Check(arguments) => check::run(arguments, streams),
            Verb::Explain(arguments) => explain::run(arguments, streams),
            Verb::Init(arguments) => init::run(arguments, streams),
            Verb::List(arguments) => list::run(arguments, streams),
            Verb::Schema(arguments) => schema::run(arguments, streams),
            Verb::Evidence(arguments) => evidence::run(arguments, streams),
            Verb::Trace(arguments) => trace::run(arguments, streams),
            Verb::Rules(verb) => rules::run(verb, streams),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{ErrorKind, Write};

    use super::*;
    use crate::cli::Stream;

    /// Where nothing can be written, and why.
    struct Refusing(ErrorKind);

    impl Write for Refusing {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    /// Runs with results going there; gives the end and the messages.
    fn run_into(out: &mut (dyn Write + 'static), arguments: &[&str]) -> (Exit, String) {
        let mut err = Vec::new();
        let today = jiff::civil::date(2026, 11, 24);
        let mut streams = Streams {
            out: Stream { to: out, colour: false },
            err: Stream { to: &mut err, colour: false },
            watched: false,
            columns: Some(20),
            today,
        };
        let exit = run(["readiness"].iter().chain(arguments).map(OsString::from), &mut streams);
        (exit, String::from_utf8(err).unwrap())
    }

    fn ran(arguments: &[&str]) -> (Exit, String, String) {
        let mut out = Vec::new();
        let (exit, err) = run_into(&mut out, arguments);
        (exit, String::from_utf8(out).unwrap(), err)
    }

    fn example(name: &str) -> String {
        format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"))
    }

    #[test]
    fn a_dossier_is_checked_on_the_day_of_the_clock_at_the_width_of_the_terminal() {
        let (exit, out, err) = ran(&["check", &example("tri-x")]);
        assert_eq!((exit, err.as_str()), (Exit::Open, ""));
        assert!(out.contains("24 November 2026"), "{out}");
        assert!(!out.contains('\u{1b}'), "{out}");
        let (_, two, _) = ran(&["check", &example("tri-x"), &example("derm"), "--color", "always"]);
        assert!(two.contains('\u{1b}'));
        assert!(two.contains(&format!("\n\n{}\n\n", "─".repeat(60))), "a terminal of 20 columns is written to as one of 60");
    }

    #[test]
    fn what_cannot_be_read_outweighs_what_is_open_and_hides_nothing() {
        let (readme, good) = (format!("{}/README.md", env!("CARGO_MANIFEST_DIR")), example("tri-x"));
        let (exit, out, err) = ran(&["check", &readme, &good]);
        assert_eq!(exit, Exit::BadInput);
        assert!(out.ends_with("\n2 dossiers: 0 ready, 1 not ready, 1 could not be assessed\n"), "{out}");
        assert!(err.starts_with(&format!("{readme} cannot be assessed: ")), "{err}");
        assert_eq!(ran(&["evidence", &readme, &good]).0, Exit::BadInput);
        assert_eq!(ran(&["trace", &example("")]).0, Exit::BadInput);
        assert_eq!(ran(&["trace", &format!("{}/src", env!("CARGO_MANIFEST_DIR"))]).0, Exit::NoDossier);
    }

    #[test]
    fn a_reader_that_stops_reading_is_no_fault() {
        let closed = |arguments: &[&str]| run_into(&mut Refusing(ErrorKind::BrokenPipe), arguments);
        for (arguments, exit) in [
            (vec!["--help"], Exit::Clear),
            (vec!["list", "checks"], Exit::Clear),
            (vec!["check", &example("tri-x")], Exit::Open),
            (vec!["check", &example("tri-x"), "--format", "json"], Exit::Open),
        ] {
            assert_eq!(closed(&arguments), (exit, String::new()), "{arguments:?}");
        }
    }

    #[test]
    fn a_result_that_cannot_be_written_whole_is_bad() {
        for arguments in [
            vec!["--version"],
            vec!["init", "-"],
            vec!["explain", "A3-01"],
            vec!["list", "items", "--format", "yaml"],
            vec!["evidence", &example("tri-x"), &example("derm")],
            vec!["check", &example("tri-x"), &example("derm")],
            vec!["check", &example("tri-x"), "--format", "csv"],
        ] {
            let (exit, err) = run_into(&mut Refusing(ErrorKind::StorageFull), &arguments);
            assert_eq!(exit, Exit::BadInput, "{arguments:?}");
            assert_eq!(err, "the result could not be written whole: no storage space\n", "{arguments:?}");
        }
    }

    #[test]
    fn every_word_of_an_option_is_listed_with_its_meaning() {
        let (exit, out, _) = ran(&["check", "--help"]);
        assert_eq!(exit, Exit::Clear);
        let help = out.split_whitespace().collect::<Vec<_>>().join(" ");
        for word in
            ["go-live: To use it for all", "embedder: Who leads", "blocker: Keeps the verdict", "csv: The training plan", "never: Nowhere"]
        {
            assert!(help.contains(word), "{word}: {help}");
        }
        let (exit, out, err) = ran(&["check", ".", "--gate", "golive"]);
        assert_eq!((exit, out.as_str()), (Exit::BadInput, ""));
        assert!(err.contains("a similar value exists: 'go-live'"), "{err}");
    }
}
