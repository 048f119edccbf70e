//! What others spend on the same files, to tell how far the program is from them: the events of its YAML parser, and a schema validator.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use granit_parser::Parser;

use crate::EVENTS;
use crate::dossiers::{COPIES, Dossiers};
use crate::measure::Call;
use crate::rows::{Costs, PROGRAM, each_further};

const VALIDATOR: &str = "jsonschema-cli";
const SCHEMA: &str = "schema.json";

/// Reads the events of one file and does nothing with them.
pub fn read_events(file: &Path) -> ExitCode {
    let Ok(text) = fs::read_to_string(file) else { return ExitCode::from(2) };
    match Parser::new_from_str(&text).find_map(Result::err) {
        None => ExitCode::SUCCESS,
        Some(_) => ExitCode::from(2),
    }
}

/// Prints both comparisons, for both examples.
pub fn print(dossiers: &Dossiers, costs: &Costs) -> Result<(), String> {
    for (example, further) in [("tri-x", costs.further), ("tri-x-ready", costs.further_ready)] {
        let events = events(dossiers, example)?;
        println!("{example}: {}; each further costs {:.1} times as much", millions("bare events of the parser", events), further / events);
    }
    if !validator_is_here() {
        println!("{VALIDATOR} is not on the path, so nothing is compared with it: `cargo install {VALIDATOR}` adds it");
        return Ok(());
    }
    write_schema(dossiers)?;
    for (example, cold, further) in [("tri-x", costs.cold, costs.further), ("tri-x-ready", costs.cold_ready, costs.further_ready)] {
        let (one, all) = (validated(dossiers, example, 1)?, validated(dossiers, example, COPIES)?);
        let (first, next) = (one as f64, each_further(one, all));
        println!(
            "{example}: {}, {}; a cold start costs {:.2} times as much, each further {:.1} times",
            millions(VALIDATOR, first),
            millions("each further", next),
            cold as f64 / first,
            further / next
        );
    }
    Ok(())
}

fn millions(what: &str, instructions: f64) -> String {
    format!("{what} {:.2} M", instructions / 1e6)
}

/// The instructions of the events of an example, without those of starting and ending a program.
fn events(dossiers: &Dossiers, example: &str) -> Result<f64, String> {
    let this = std::env::current_exe().map_err(|error| format!("this program does not know where it lies: {error}"))?;
    let program = this.to_str().ok_or("this program lies in a folder whose name is no text")?;
    let count = |file: &str| Call { program, arguments: &[EVENTS, file], folder: dossiers.path() }.instructions();
    write(dossiers, "empty.yaml", b"")?;
    Ok(count(&format!("{example}/1/dossier.yaml"))?.saturating_sub(count("empty.yaml")?) as f64)
}

fn validator_is_here() -> bool {
    Command::new(VALIDATOR).arg("--version").output().is_ok_and(|output| output.status.success())
}

/// The instructions of validating so many copies of an example against the schema that the program prints.
fn validated(dossiers: &Dossiers, example: &str, copies: usize) -> Result<u64, String> {
    let files: Vec<String> = (1..=copies).map(|number| format!("{example}/{number}/dossier.yaml")).collect();
    let instances = files.iter().flat_map(|file| ["-i", file]);
    let arguments: Vec<&str> = ["validate", SCHEMA].into_iter().chain(instances).collect();
    Call { program: VALIDATOR, arguments: &arguments, folder: dossiers.path() }.instructions()
}

fn write_schema(dossiers: &Dossiers) -> Result<(), String> {
    let schema = Command::new(PROGRAM).arg("schema").output().map_err(|error| format!("the schema cannot be printed: {error}"))?;
    write(dossiers, SCHEMA, &schema.stdout)
}

fn write(dossiers: &Dossiers, name: &str, bytes: &[u8]) -> Result<(), String> {
    fs::write(dossiers.at(name), bytes).map_err(|error| format!("{name} cannot be written: {error}"))
}
