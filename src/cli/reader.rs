//! Whom a report is for: one role, or all the roles of a Driver or an Embedder.

use clap::builder::TypedValueParser;

use super::choices::{Word, one_of, words};
use crate::terms::{Choice, Role};

/// A reader, and the roles the reader stands for.
#[derive(Debug, Clone)]
pub(super) struct Reader {
    /// As asked for.
    pub name: &'static str,
    /// What these roles must act on is shown.
    pub roles: Vec<Role>,
}

/// Takes a reader: `driver` and `embedder` stand for several roles each, any other for itself.
pub(super) fn reader() -> impl TypedValueParser<Value = Reader> {
    let driver =
        group("driver", "Who leads the purchase: executive, driver, contracts, equality and patient voice.", Role::leads_procurement);
    let embedder = group("embedder", "Who leads the implementation: every other role of the adopting organisation.", |role| {
        role != Role::Supplier && !role.leads_procurement()
    });
    let alone = words::<Role>().filter(|one| one.word != driver.word).map(|one| Word {
        word: one.word,
        meaning: one.meaning,
        value: Reader { name: one.word, roles: vec![one.value] },
    });
    let alone: Vec<Word<Reader>> = alone.collect();
    one_of([driver, embedder].into_iter().chain(alone))
}

fn group(word: &'static str, meaning: &'static str, holds: impl Fn(Role) -> bool) -> Word<Reader> {
    let roles = Role::ALL.iter().copied().filter(|role| holds(*role)).collect();
    Word { word, meaning, value: Reader { name: word, roles } }
}
