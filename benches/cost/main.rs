//! What the shipped program costs, held against its limits: `cargo bench` prints the table, `cargo bench -- --strict` fails above a limit.

mod dossiers;
mod measure;
mod references;
mod rows;
mod table;

use std::path::Path;
use std::process::ExitCode;

use dossiers::Dossiers;

/// The argument with which this program runs itself, to be counted while it only reads the events of a file.
const EVENTS: &str = "events-only";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |wanted: &str| arguments.iter().any(|one| one == wanted);
    match arguments.as_slice() {
        [word, file] if word == EVENTS => return references::read_events(Path::new(file)),
        _ if !has("--bench") => {
            println!("This measures for minutes; `cargo bench` runs it.");
            return ExitCode::SUCCESS;
        }
        _ => {}
    }
    match run() {
        Ok(holds) if has("--strict") && !holds => ExitCode::FAILURE,
        Ok(_) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Measures and prints everything; whether every row is within its limit.
fn run() -> Result<bool, String> {
    measure::tools_are_here()?;
    let dossiers = Dossiers::new().map_err(|error| format!("the copies of the examples cannot be written: {error}"))?;
    let costs = rows::Costs::count(&dossiers)?;
    let rows = rows::rows(&dossiers, &costs)?;
    table::print(&rows);
    println!();
    references::print(&dossiers, &costs)?;
    Ok(rows.iter().all(table::Row::holds))
}
