//! Circumstances in which something is asked: each is evaluated once for a dossier.

use std::cell::OnceCell;

use super::evaluate::{Mode, evaluate};
use super::evaluation::Evaluation;
use super::scene::Scene;
use crate::rules::{Book, When};

/// What became of the circumstances in which something is asked: each is evaluated once, when it is first looked at.
pub struct Circumstances<'a>(Vec<OnceCell<Evaluation<'a>>>);

impl<'a> Circumstances<'a> {
    /// Those of a book, none of them looked at yet.
    pub fn new(book: &Book) -> Circumstances<'a> {
        Circumstances(vec![OnceCell::new(); book.circumstances])
    }

    /// What became of one.
    pub(super) fn look(&self, scene: &Scene<'a>, when: &'a When) -> &Evaluation<'a> {
        self.0[when.number].get_or_init(|| evaluate(scene, Mode::When, &when.pattern, &[], &[]))
    }
}
