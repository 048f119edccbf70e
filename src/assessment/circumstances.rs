//! What became of the circumstances in which something is asked: each is evaluated once for a dossier, when it is first looked at.

use std::cell::OnceCell;

use super::evaluation::Evaluation;
use super::truth::Truth;
use crate::rules::{Book, When};

/// The circumstances of a book, the shared conditions they are made of, and the items that are asked in them.
pub struct Circumstances<'a> {
    whens: Vec<OnceCell<Evaluation<'a>>>,
    shared: Vec<OnceCell<Evaluation<'a>>>,
    items: Vec<OnceCell<Truth>>,
}

impl<'a> Circumstances<'a> {
    /// Those of a book, none of them looked at yet.
    pub fn new(book: &Book) -> Circumstances<'a> {
        let none = |many| vec![OnceCell::new(); many];
        let items = vec![OnceCell::new(); book.items.len()];
        Circumstances { whens: none(book.circumstances), shared: none(book.shared.len()), items }
    }

    /// What became of a circumstance, if it was looked at.
    pub(super) fn when(&self, when: &When) -> &OnceCell<Evaluation<'a>> {
        &self.whens[when.number]
    }

    /// Whether the item with that number is asked, if it was looked at.
    pub(super) fn item(&self, number: usize) -> &OnceCell<Truth> {
        &self.items[number]
    }

    /// What became of the shared condition with that number as a circumstance, if it was looked at.
    pub(super) fn shared(&self, number: usize) -> &OnceCell<Evaluation<'a>> {
        &self.shared[number]
    }
}
