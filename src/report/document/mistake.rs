//! A mistake of a dossier that could not be assessed.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::brief;
use crate::text::{Diagnostic, Sources};

/// One mistake of a dossier that could not be assessed.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mistake {
    /// The file; the dossier as it was named, when it could not be read at all.
    pub file: String,
    /// The line, from 1; none when the whole file is meant.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// What is wrong; it may hold words of the file.
    pub message: String,
    /// How to mend it; it may hold words of the file.
    pub help: Option<String>,
}

impl Mistake {
    /// A mistake at its place.
    pub fn at(sources: &Sources, mistake: &Diagnostic) -> Mistake {
        let start = sources.start(mistake.span);
        Mistake {
            file: sources.file(mistake.span.file).name.to_string(),
            line: Some(start.line),
            column: Some(start.column),
            message: brief::sentence(&mistake.message).into_owned(),
            help: mistake.help.as_deref().map(|help| brief::sentence(help).into_owned()),
        }
    }

    /// What is wrong with a whole file, or with the dossier of that name.
    pub fn whole(file: &str, message: String) -> Mistake {
        Mistake { file: file.into(), line: None, column: None, message, help: None }
    }
}
