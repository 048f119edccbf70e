//! Sentences for programs, which keep apart whose words they are until a form escapes them.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::Phrase;
use crate::report::brief;

/// A sentence: a string when all of it is ours; else its pieces, of which those of the dossier are never markup.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Text {
    /// All of it is ours.
    Ours(String),
    /// Some of it is the dossier's.
    Pieces(Vec<Piece>),
}

/// A piece of a sentence: one of the two.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// Our words.
    #[serde(skip_serializing_if = "Option::is_none")]
    ours: Option<String>,
    /// Words of the dossier, or words with some of the dossier's among them.
    #[serde(skip_serializing_if = "Option::is_none")]
    theirs: Option<String>,
}

impl Text {
    /// The sentence of these phrases; what the dossier says is shortened where it is long.
    pub(super) fn of(phrases: Vec<Phrase>) -> Text {
        let ours = |phrase: &Phrase| matches!(phrase, Phrase::Ours(_));
        if phrases.iter().all(ours) {
            let words = phrases.into_iter().map(|phrase| match phrase {
                Phrase::Ours(words) | Phrase::Theirs(words) => words,
            });
            return Text::Ours(words.collect());
        }
        let piece = |phrase| match phrase {
            Phrase::Ours(words) => Piece { ours: Some(words), theirs: None },
            Phrase::Theirs(words) => {
                let shorter = match brief::sentence(&words) {
                    Cow::Owned(shorter) => Some(shorter),
                    Cow::Borrowed(_) => None,
                };
                Piece { ours: None, theirs: Some(shorter.unwrap_or(words)) }
            }
        };
        Text::Pieces(phrases.into_iter().map(piece).collect())
    }
}
