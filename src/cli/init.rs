//! `readiness init`: writes a commented dossier to start from.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::inputs::show;
use super::{BAD_INPUT, CLEAR, output};
use crate::dossier::blank;

/// Arguments of `readiness init`.
#[derive(Debug, Args)]
pub(super) struct InitArguments {
    /// Where to write it; `-` writes to standard output. An existing file is never overwritten.
    #[arg(value_name = "FILE", default_value = "dossier.yaml")]
    file: PathBuf,
}

/// Runs the verb; returns the exit code.
pub(super) fn run(arguments: &InitArguments) -> u8 {
    if arguments.file.as_os_str() == "-" {
        output::result(&blank());
        return CLEAR;
    }
    let name = show(&arguments.file);
    let written =
        OpenOptions::new().write(true).create_new(true).open(&arguments.file).and_then(|mut file| file.write_all(blank().as_bytes()));
    match written {
        Ok(()) => {
            output::message(&format!("wrote {name}; fill in what is known, then run: readiness check {name}\n"));
            CLEAR
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            output::message(&format!("{name} is there already and was left as it is; name another file\n"));
            BAD_INPUT
        }
        Err(error) => {
            output::message(&format!("cannot write {name}: {error}\n"));
            BAD_INPUT
        }
    }
}
