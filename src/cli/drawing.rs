//! Draws one dossier after another in the form that was asked for; nothing is written here, and no piece knows another.

use std::sync::OnceLock;

use super::exit::Exit;
use super::failure::Failure;
use super::find::Found;
use super::formats::{Format, ReportFormat};
use super::open::open;
use super::root::Root;
use super::writer::{Id, Piece};
use crate::assessment::{Assessment, Case, Verdict};
use crate::dossier::Loaded;
use crate::report::document::{Head, Options, Origin, Rows, Run, catalogue};
use crate::report::{Wish, compact, csv, terminal};
use crate::terms::Severity;
use crate::text::visible_line;

/// The longest id, in characters.
const LONGEST: usize = 200;

/// What dossiers are assessed with, and how they are shown.
pub(super) struct Drawing<'b> {
    /// What is asked of them.
    pub case: Case<'b>,
    /// The form.
    pub format: ReportFormat,
    /// What the reader asked for.
    pub wish: Wish,
    /// Where paths begin.
    pub root: Root,
    /// Makes rows for programs; made with the first of them.
    pub rows: OnceLock<Rows>,
    /// How wide a page is.
    pub width: usize,
    /// Whether it is in colour.
    pub colour: bool,
}

impl Drawing<'_> {
    /// What stands before every dossier.
    pub fn head(&self, options: Options<'_>) -> Vec<u8> {
        let book = self.case.book;
        match self.format {
            ReportFormat::Whole(Format::Terminal) => Vec::new(),
            ReportFormat::TrainingPlan => csv::heading(),
            ReportFormat::Whole(Format::Json | Format::Yaml) | ReportFormat::Lines => {
                compact(&Head::new(Run::of(book, self.case.as_of, options), catalogue(book)))
            }
        }
    }

    /// Assesses one dossier and draws what the report shows of it.
    pub fn piece(&self, found: &Found, fail_on: Severity) -> Result<Piece, Failure> {
        let case = &self.case;
        let digested = matches!(self.format, ReportFormat::Whole(Format::Json | Format::Yaml) | ReportFormat::Lines);
        let opened = open(case, found, digested)?;
        let known = case.work_out(&opened.loaded, &opened.files);
        let assessment = case.assess(&opened.loaded, &known);
        if assessment.counts.nothing_applies() {
            let text = format!("{}: no check applies to this product, so there is nothing to assess", found.name());
            return Err(Failure::Message(text));
        }
        let (name, id) = (found.name(), self.id(found, &opened.loaded));
        let bytes = match self.format {
            ReportFormat::Whole(Format::Terminal) => self.page(&assessment),
            ReportFormat::TrainingPlan => csv::plan(&name, &assessment, &self.wish),
            ReportFormat::Whole(Format::Json | Format::Yaml) | ReportFormat::Lines => {
                let origin = Origin { id: &id.text, file: &name, digests: &opened.digests };
                self.rows.get_or_init(|| Rows::new(case.book)).row(origin, &assessment, &self.wish)
            }
        };
        Ok(Piece { id, exit: Exit::of(&assessment.counts, fail_on), ready: assessment.verdict == Verdict::Ready, bytes })
    }

    /// The id that a dossier gives itself, or else its path.
    fn id(&self, found: &Found, loaded: &Loaded<'_>) -> Id {
        let said = &loaded.dossier.id;
        match said.get().zip(said.node) {
            Some((id, node)) => {
                let span = loaded.bound.tree.span(node);
                Id { text: visible_line(&id.0).chars().take(LONGEST).collect(), place: Some((loaded.sources.clone(), span)) }
            }
            None => Id { text: self.root.path_of(found.main()), place: None },
        }
    }

    fn page(&self, assessment: &Assessment<'_>) -> Vec<u8> {
        terminal(assessment, &self.wish, self.width, self.colour).into_bytes()
    }
}
