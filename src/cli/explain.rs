//! `readiness explain`: a check, an item, one of its parts, or a training outcome, in full.

use clap::Args;

use super::exit::Exit;
use super::failure::Failure;
use super::packs::PackArguments;
use super::streams::Streams;
use crate::report::explain::explain;
use crate::text::visible_line;

/// Arguments of `readiness explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// A check (`mark-recognised-today`), an item (`A3-01`), a part (`A3-01b`) or a training outcome (`T2-05`).
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    packs: PackArguments,
}

/// Runs the verb.
pub(super) fn run(arguments: &ExplainArguments, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let book = arguments.packs.book()?;
    let text = explain(&book, &arguments.id, streams.width()).map_err(|near| unknown(&arguments.id, &near))?;
    streams.result(&text)?;
    Ok(Exit::Clear)
}

fn unknown(id: &str, near: &[String]) -> Failure {
    let help = if near.is_empty() {
        "`readiness list checks` and `readiness list items` show what there is".into()
    } else {
        format!("did you mean {}?", near.join(" or "))
    };
    Failure::Message(format!("there is no check, item, part or outcome `{}`: {help}", visible_line(id)))
}
