//! `readiness init`: writes a commented dossier to start from.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use clap::Args;

use super::disk::show;
use super::exit::Exit;
use super::failure::Failure;
use super::packs::PackArguments;
use super::streams::Streams;
use crate::dossier::blank;

/// Arguments of `readiness init`.
#[derive(Debug, Args)]
pub(super) struct InitArguments {
    /// Where to write it; `-` writes to standard output. An existing file is never overwritten.
    #[arg(value_name = "FILE", default_value = "dossier.yaml")]
    file: PathBuf,
    #[command(flatten)]
    packs: PackArguments,
}

/// Runs the verb.
pub(super) fn run(arguments: &InitArguments, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let book = arguments.packs.book()?;
    let blank = blank(&book.schema);
    if arguments.file.as_os_str() == "-" {
        streams.result(&blank)?;
        return Ok(Exit::Clear);
    }
    let name = show(&arguments.file);
    let file = OpenOptions::new().write(true).create_new(true).open(&arguments.file);
    file.and_then(|mut file| file.write_all(blank.as_bytes())).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::Message(format!("{name} is there already and was left as it is; name another file")),
        _ => Failure::Message(format!("cannot write {name}: {error}")),
    })?;
    streams.message(&format!("wrote {name}; fill in what is known, then run: readiness check {name}\n"));
    Ok(Exit::Clear)
}
