//! The command line: the only stage that touches disk, terminal and clock. One file for each verb.

mod check;
mod evidence;
mod explain;
mod init;
mod inputs;
mod list;
mod output;
mod rules;
mod schema;
mod trace;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Nothing is open at or above `--fail-on`.
const CLEAR: u8 = 0;
/// Something is open at or above `--fail-on`.
const OPEN: u8 = 1;
/// Bad usage, or a dossier or pack that cannot be read.
const BAD_INPUT: u8 = 2;
/// No dossier was found.
const NO_DOSSIER: u8 = 3;

/// Is an AI or digital health product ready to be bought, piloted or used in the NHS?
///
/// Reads a product dossier (YAML), checks it with rules (TOML), and says what is missing, why it matters,
/// who must act and who must be trained. Exit codes: 0 nothing is open, 1 something is, 2 bad usage, dossier
/// or pack, 3 no dossier found.
#[derive(Debug, Parser)]
#[command(name = "readiness", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
    /// When to use colour; colour never carries meaning alone.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", value_parser = ["auto", "always", "never"])]
    color: String,
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
    /// Prints the JSON Schema of a dossier, or of the report.
    Schema(schema::SchemaArguments),
    /// Shows the state of each registered document, and the line to paste.
    Evidence(evidence::EvidenceArguments),
    /// Traces every statement of the sources to its checks, and to their outcomes for a dossier.
    Trace(trace::TraceArguments),
    /// Validates a pack of rules.
    #[command(subcommand)]
    Rules(rules::RulesVerb),
}

/// Rules beyond those that come with the program.
#[derive(Debug, Default, clap::Args)]
struct PackArguments {
    /// Adds a pack of rules (TOML); may be repeated.
    #[arg(long = "pack", value_name = "FILE")]
    packs: Vec<PathBuf>,
}

/// Runs the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = if error.use_stderr() { BAD_INPUT } else { CLEAR };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    output::colour(&arguments.color);
    let code = match arguments.verb {
        Verb::Check(arguments) => check::run(&arguments),
        Verb::Explain(arguments) => explain::run(&arguments),
        Verb::Init(arguments) => init::run(&arguments),
        Verb::List(arguments) => list::run(&arguments),
        Verb::Schema(arguments) => schema::run(&arguments),
        Verb::Evidence(arguments) => evidence::run(&arguments),
        Verb::Trace(arguments) => trace::run(&arguments),
        Verb::Rules(verb) => rules::run(&verb),
    };
    ExitCode::from(code)
}
