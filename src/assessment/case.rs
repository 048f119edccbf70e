//! What is asked of a dossier, made once: the rules, the day, and the wishes of whoever asks.

use jiff::civil::Date;

use super::assess::{Assessment, assess};
use super::lapse::HORIZON;
use super::scene::Scene;
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
    /// How many days ahead coming lapses are listed; by default [`HORIZON`].
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

impl<'b> Case<'b> {
    /// Reads a dossier from the named texts of its files, the main one first; or every mistake in them.
    pub fn load(&self, files: Vec<(String, Vec<u8>)>, limits: Limits) -> Result<Loaded<'b>, Unreadable> {
        load(files, limits, &self.book.schema)
    }

    /// Takes a dossier that is a tree already, of one file; or every mistake in it.
    pub fn load_tree(&self, sources: Sources, tree: Tree, limits: Limits) -> Result<Loaded<'b>, Unreadable> {
        load_tree(sources, tree, limits, &self.book.schema)
    }

    /// Works out the facts of a dossier, given what was found on disk of its documents.
    pub fn work_out(&self, loaded: &Loaded<'_>, files: &Files) -> Known {
        let Asked { gate, intervals, .. } = self.asked;
        let inputs = Inputs { dossier: &loaded.dossier, files, tables: &self.book.tables, as_of: self.as_of, gate, intervals };
        work_out(&loaded.bound.tree, inputs)
    }

    /// Assesses a dossier whose facts are known.
    pub fn assess<'a>(&'a self, loaded: &'a Loaded<'a>, known: &'a Known) -> Assessment<'a> {
        let horizon = self.asked.horizon.unwrap_or(HORIZON);
        assess(self.scene(loaded, known), self.gate(loaded), horizon)
    }

    /// Sets the scene for a dossier whose facts are known, to look at single checks.
    pub fn scene<'a>(&self, loaded: &'a Loaded<'a>, known: &'a Known) -> Scene<'a>
    where
        'b: 'a,
    {
        Scene::new(self.book, self.as_of, loaded, known)
    }

    /// The gate that is assessed, and whether it was asked for or stated; else it is the last one.
    pub fn gate(&self, loaded: &Loaded<'_>) -> (Gate, bool) {
        let stated = self.asked.gate.or_else(|| loaded.dossier.adopter.stage.get().copied());
        (stated.unwrap_or(Gate::Decommissioning), stated.is_some())
    }
}
