//! What keeps a run from its result: how it is told to people and to programs, and how the run ends.

use super::exit::Exit;
use crate::report::document::Mistake;
use crate::report::mistakes::mistakes;
use crate::text::{Diagnostic, Sources, visible};

/// What keeps a run, or one dossier of it, from its result.
#[derive(Debug)]
pub(super) enum Failure {
    /// Mistakes in a text, each with its place.
    Mistakes {
        /// What cannot be done.
        heading: String,
        /// The files.
        sources: Sources,
        /// The mistakes.
        mistakes: Vec<Diagnostic>,
    },
    /// Any other input that cannot be used, in a sentence.
    Message(String),
    /// There is no dossier where one was looked for, in a sentence.
    NoDossier(String),
    /// The result could not be written whole.
    Unwritten(std::io::Error),
}

impl Failure {
    /// How a run ends that fails so.
    pub fn exit(&self) -> Exit {
        match self {
            Failure::Mistakes { .. } | Failure::Message(_) | Failure::Unwritten(_) => Exit::BadInput,
            Failure::NoDossier(_) => Exit::NoDossier,
        }
    }

    /// The failure for people, with a line end, drawn at most so many columns wide.
    pub fn text(&self, width: usize) -> String {
        match self {
            Failure::Mistakes { heading, sources, mistakes: found } => mistakes(heading, sources, found, width, true),
            Failure::Message(text) | Failure::NoDossier(text) => format!("{}\n", visible(text)),
            Failure::Unwritten(error) => format!("{}\n", unwritten(error)),
        }
    }

    /// The failure for programs: what is wrong with the dossier of that name.
    pub fn entries(&self, name: &str) -> Vec<Mistake> {
        let whole = |message: String| vec![Mistake::whole(name, message)];
        match self {
            Failure::Mistakes { sources, mistakes, .. } => mistakes.iter().map(|mistake| Mistake::at(sources, mistake)).collect(),
            Failure::Message(text) | Failure::NoDossier(text) => whole(text.clone()),
            Failure::Unwritten(error) => whole(unwritten(error)),
        }
    }
}

fn unwritten(error: &std::io::Error) -> String {
    format!("the result could not be written whole: {error}")
}
