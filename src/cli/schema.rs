//! `readiness schema`: the JSON Schema of a dossier, of the report, or of a trace.

use clap::Args;

use super::choices::choice;
use super::exit::Exit;
use super::failure::Failure;
use super::packs::PackArguments;
use super::streams::Streams;
use crate::dossier::json_schema;
use crate::report::trace::Trace;
use crate::report::{document, json};
use crate::terms::choice;

choice! {
    /// Whose schema to print.
    What {
        /// The dossier, for editors.
        Dossier = "dossier",
        /// The document that `check --format json` writes.
        Report = "report",
        /// The document that `trace --format json` writes.
        Trace = "trace",
    }
}

/// Arguments of `readiness schema`.
#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    /// Whose schema to print.
    #[arg(default_value = "dossier", value_parser = choice::<What>())]
    what: What,
    #[command(flatten)]
    packs: PackArguments,
}

/// Runs the verb.
pub(super) fn run(arguments: &SchemaArguments, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    streams.document(&match arguments.what {
        What::Dossier => json(&json_schema(&arguments.packs.book()?.schema)),
        What::Report => json(&document::schema()),
        What::Trace => json(&schemars::schema_for!(Trace)),
    })?;
    Ok(Exit::Clear)
}
