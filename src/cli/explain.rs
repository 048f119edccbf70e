//! `readiness explain`: a check, an item, one of its parts, or a training outcome, in full.

use clap::Args;

use super::inputs::book;
use super::{BAD_INPUT, CLEAR, PackArguments, output};
use crate::report::explain::explain;

/// Arguments of `readiness explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// A check (`mark-recognised-today`), an item (`A3-01`), a part (`A3-01b`) or a training outcome (`T2-05`).
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    packs: PackArguments,
}

/// Runs the verb; returns the exit code.
pub(super) fn run(arguments: &ExplainArguments) -> u8 {
    let book = match book(&arguments.packs) {
        Ok(book) => book,
        Err(failure) => return output::failure(&failure),
    };
    match explain(&book, &arguments.id, output::width()) {
        Ok(text) => {
            output::result(&text);
            CLEAR
        }
        Err(near) => {
            let shown = crate::text::visible_line(&arguments.id);
            let help = if near.is_empty() {
                "`readiness list checks` and `readiness list items` show what there is".into()
            } else {
                format!("did you mean {}?", near.join(" or "))
            };
            output::message(&format!("there is no check, item, part or outcome `{shown}`: {help}\n"));
            BAD_INPUT
        }
    }
}
