//! What became of the circumstances in which something is asked: each is evaluated once for a dossier, when it is first looked at.

use std::cell::OnceCell;

use super::evaluation::Evaluation;
use crate::rules::{Book, When};

/// The circumstances of a book, and the shared conditions they are made of.
pub struct Circumstances<'a> {
    whens: Vec<OnceCell<Evaluation<'a>>>,
    shared: Vec<OnceCell<Evaluation<'a>>>,
}

impl<'a> Circumstances<'a> {
    /// Those of a book, none of them looked at yet.
    pub fn new(book: &Book) -> Circumstances<'a> {
        let none = |many| vec![OnceCell::new(); many];
        Circumstances { whens: none(book.circumstances), shared: none(book.shared.len()) }
    }

    /// What became of a circumstance, if it was looked at.
    pub(super) fn when(&self, when: &When) -> &OnceCell<Evaluation<'a>> {
        &self.whens[when.number]
    }

    /// What became of the shared condition with that number as a circumstance, if it was looked at.
    pub(super) fn shared(&self, number: usize) -> &OnceCell<Evaluation<'a>> {
        &self.shared[number]
    }
}
