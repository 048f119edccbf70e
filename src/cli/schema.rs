//! `readiness schema`: the JSON Schema of a dossier, or of the report.

use clap::{Args, ValueEnum};

use super::{CLEAR, output};
use crate::dossier::json_schema;
use crate::report::{Document, json};

/// Of what.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    /// The dossier, for editors.
    Dossier,
    /// The document that `check --format json` writes.
    Report,
    /// The document that `trace --format json` writes.
    Trace,
}

/// Arguments of `readiness schema`.
#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    /// Of what.
    #[arg(default_value = "dossier")]
    of: Of,
}

/// Runs the verb; returns the exit code.
pub(super) fn run(arguments: &SchemaArguments) -> u8 {
    output::result(&match arguments.of {
        Of::Dossier => json(&json_schema()),
        Of::Trace => json(&schemars::schema_for!(crate::report::trace::Trace)),
        Of::Report => json(&schemars::schema_for!(Document)),
    });
    CLEAR
}
