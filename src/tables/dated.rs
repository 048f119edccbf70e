//! All dated tables of all packs.

use std::sync::Arc;

use super::device_class::{ClassRule, ImdrfRow, read_class_rule, read_imdrf};
use super::documents::{EvidenceRule, read_evidence};
use super::grids::{Grid, read_grid};
use super::marks::{MarkRule, read_mark};
use super::outcomes::OutcomeTable;
use super::thresholds::{Threshold, read_thresholds};
use crate::text::TomlFile;

/// All tables of all packs.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// What documents must say of themselves.
    pub evidence: Vec<EvidenceRule>,
    /// Recognition of marks.
    pub marks: Vec<MarkRule>,
    /// Risk matrices.
    pub grids: Vec<Grid>,
    /// Rules of classification.
    pub class_rules: Vec<ClassRule>,
    /// IMDRF categories.
    pub imdrf: Vec<ImdrfRow>,
    /// Thresholds.
    pub thresholds: Vec<Threshold>,
    /// Tables of training outcomes.
    pub outcomes: Vec<Arc<OutcomeTable>>,
}

impl Tables {
    /// The threshold with that name.
    pub fn threshold(&self, id: &str) -> Option<&Threshold> {
        self.thresholds.iter().find(|threshold| threshold.id == id)
    }

    /// Reads the tables of a file.
    pub fn read(&mut self, file: &TomlFile<'_>) {
        self.evidence.extend(file.tables("evidence_kind").iter().filter_map(read_evidence));
        self.marks.extend(file.tables("mark").iter().map(read_mark));
        self.grids.extend(file.tables("grid").iter().map(read_grid));
        self.class_rules.extend(file.tables("class_rule").iter().filter_map(read_class_rule));
        self.imdrf.extend(file.tables("imdrf").iter().filter_map(read_imdrf));
        read_thresholds(file, &mut self.thresholds);
    }
}
