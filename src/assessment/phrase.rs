//! Sentences in pieces: our words, and the dossier's.

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phrase {
    /// Our words.
    Ours(String),
    /// Words of the dossier: never markup, never an escape, never a formula.
    Theirs(String),
}
