//! What is asked of a dossier, made once: the rules, the day, and the wishes of whoever asks.

use jiff::civil::Date;

use super::assess::{Assessment, assess};
use crate::dossier::{Loaded, Unreadable, load, load_tree};
use crate::facts::statistics::Method;
use crate::facts::{Files, Inputs, Known, work_out};
use crate::rules::Book;
use crate::terms::Gate;
use crate::text::{Limits, Sources, Tree};

/// What is asked for beside the rules and the day; what is not asked for follows from the dossier or the usual method.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked {
    /// The gate to assess; by default the stage that the dossier states.
    pub gate: Option<Gate>,
    /// How the intervals of proportions are worked out.
    pub intervals: Method,
    /// How many days ahead coming lapses are listed; by default [`super::HORIZON`].
    pub horizon: Option<u32>,
}

/// The rules that are asked, the day of the report, and what else is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Case<'b> {
    /// The rules.
    pub book: &'b Book,
    /// The day of the report.
    pub as_of: Date,
    /// What else is asked for.
    pub asked: Asked,
}

impl Case<'_> {
    /// Reads a dossier from the named texts of its files, the main one first; or every mistake in them.
    pub fn load(&self, files: Vec<(String, Vec<u8>)>, limits: Limits) -> Result<Loaded, Unreadable> {
        load(files, limits)
    }

    /// Takes a dossier that is a tree already, of one file; or every mistake in it.
    pub fn load_tree(&self, sources: Sources, tree: Tree, limits: Limits) -> Result<Loaded, Unreadable> {
        load_tree(sources, tree, limits)
    }

    /// Works out the facts of a dossier, given what was found on disk of its documents.
    pub fn work_out(&self, loaded: &Loaded, files: &Files) -> Known {
        let Asked { gate, intervals, .. } = self.asked;
        let inputs = Inputs { dossier: &loaded.dossier, files, tables: &self.book.tables, as_of: self.as_of, gate, intervals };
        work_out(loaded.tree.clone(), inputs)
    }

    /// Assesses a dossier whose facts are known.
    pub fn assess<'a>(&'a self, loaded: &'a Loaded, known: &'a Known) -> Assessment<'a> {
        assess(self, loaded, known)
    }

    /// The gate that is assessed, and whether it was asked for or stated; else it is the last one.
    pub fn gate(&self, loaded: &Loaded) -> (Gate, bool) {
        let stated = self.asked.gate.or_else(|| loaded.dossier.adopter.stage.get().copied());
        (stated.unwrap_or(Gate::Decommissioning), stated.is_some())
    }
}
