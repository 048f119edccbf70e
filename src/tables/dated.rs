//! All dated tables of all packs.

use super::device_class::{ClassRule, ImdrfRow, read_class_rule, read_imdrf};
use super::documents::{EvidenceRule, read_evidence};
use super::grids::{Grid, read_grid};
use super::marks::{MarkRule, read_mark};
use super::outcomes::OutcomeTable;
use super::thresholds::{Threshold, read_thresholds};
use crate::text::{Held, TomlFile};

/// All tables of all packs.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// What documents must say of themselves.
    pub evidence: Held<[EvidenceRule]>,
    /// Recognition of marks.
    pub marks: Held<[MarkRule]>,
    /// Risk matrices.
    pub grids: Held<[Grid]>,
    /// Rules of classification.
    pub class_rules: Held<[ClassRule]>,
    /// IMDRF categories.
    pub imdrf: Held<[ImdrfRow]>,
    /// Thresholds.
    pub thresholds: Held<[Threshold]>,
    /// Tables of training outcomes.
    pub outcomes: Held<[Held<OutcomeTable>]>,
}

impl Tables {
    /// The threshold with that name.
    pub fn threshold(&self, id: &str) -> Option<&Threshold> {
        self.thresholds.iter().find(|threshold| threshold.id == id)
    }

    /// Reads the tables of a file, beside its training outcomes.
    pub fn read(&mut self, file: &TomlFile<'_>, outcomes: impl IntoIterator<Item = Held<OutcomeTable>>) {
        self.evidence = self.evidence.and(file.tables("evidence_kind").iter().filter_map(read_evidence));
        self.marks = self.marks.and(file.tables("mark").iter().map(read_mark));
        self.grids = self.grids.and(file.tables("grid").iter().map(read_grid));
        self.class_rules = self.class_rules.and(file.tables("class_rule").iter().filter_map(read_class_rule));
        self.imdrf = self.imdrf.and(file.tables("imdrf").iter().filter_map(read_imdrf));
        self.outcomes = self.outcomes.and(outcomes);
        for threshold in read_thresholds(file) {
            // One of the same name in a later pack takes the place of the earlier.
            let others = self.thresholds.iter().filter(|held| held.id != threshold.id);
            self.thresholds = others.cloned().chain([threshold.clone()]).collect();
        }
    }
}
