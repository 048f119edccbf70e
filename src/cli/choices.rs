//! Options that take one word of a closed set: `--help` lists the words with their meanings, and clap proposes
//! the nearest to one that is wrong.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::terms::Choice;

/// One word that an option takes.
#[derive(Debug, Clone)]
pub(super) struct Word<T> {
    /// Its spelling.
    pub word: &'static str,
    /// Its meaning, in a sentence.
    pub meaning: &'static str,
    /// What it stands for.
    pub value: T,
}

/// The words of a closed set.
pub(super) fn words<C: Choice>() -> impl Iterator<Item = Word<C>> {
    C::ALL.iter().map(|one| Word { word: one.as_str(), meaning: one.meaning(), value: *one })
}

/// Takes one of these words.
pub(super) fn one_of<T: Clone + Send + Sync + 'static>(words: impl IntoIterator<Item = Word<T>>) -> impl TypedValueParser<Value = T> {
    let words: Vec<Word<T>> = words.into_iter().collect();
    // As clap has it for the documentation of options: no stop at the end.
    let possible = |one: &Word<T>| PossibleValue::new(one.word).help(one.meaning.trim_end_matches('.'));
    let parser = PossibleValuesParser::new(words.iter().map(possible).collect::<Vec<_>>());
    parser.map(move |given| words.iter().find(|one| one.word == given).expect("clap lets no other word through").value.clone())
}

/// Takes one word of a closed set.
pub(super) fn choice<C: Choice + Send + Sync>() -> impl TypedValueParser<Value = C> {
    one_of(words::<C>())
}
