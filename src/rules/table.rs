//! Dated tables: which documents expire, which marks are recognised where and until when, which risks are acceptable.

use jiff::civil::Date;

use super::device_class::{ClassRule, ImdrfRow, read_device_class};
use super::reader::{Reader, Table};
use super::threshold::{Threshold, read_thresholds};
use crate::dossier::adopter::Nation;
use crate::dossier::answer::{choice, parse_date};
use crate::dossier::evidence::EvidenceKind;
use crate::text::Diagnostic;

choice! {
    /// How far a dated fact was verified.
    Verified {
        /// Not read anywhere; from memory or by inference.
        Unverified = "unverified",
        /// Read in a description of the official source.
        Secondary = "secondary",
        /// Read in the official source.
        Primary = "primary",
    }
}

/// What a kind of document must say of itself before it shows anything.
#[derive(Debug, Clone)]
pub struct EvidenceRule {
    /// The kind.
    pub kind: EvidenceKind,
    /// It is about one version of the product.
    pub version_bound: bool,
    /// It ends on a day.
    pub expires: bool,
}

/// One rule on the recognition of a mark.
#[derive(Debug, Clone)]
pub struct MarkRule {
    /// Its name.
    pub id: String,
    /// The mark, such as `ukca`.
    pub mark: String,
    /// The legislation it was put on under, such as `uk-mdr-2002`.
    pub legislation: String,
    /// The nations it holds in.
    pub nations: Vec<Nation>,
    /// The classes it holds for; all, if empty.
    pub classes: Vec<String>,
    /// Whether such a mark is recognised; unknown when the rules say "it depends".
    pub recognised: Option<bool>,
    /// The last day of recognition, where the rules set one.
    pub until: Option<Date>,
    /// It holds only for marks declared before this day.
    pub declared_before: Option<Date>,
    /// It holds only for devices that are in a higher class under the EU Regulation.
    pub higher_under_eu_mdr: bool,
    /// What has been proposed and is not law; it never decides.
    pub proposal: Option<String>,
    /// What the rule says, in a sentence.
    pub says: String,
    /// Where it was read.
    pub source: String,
    /// How far it was verified.
    pub verified: Verified,
    /// When it was read.
    pub checked: Option<Date>,
}

/// What a level of risk means.
#[derive(Debug, Clone)]
pub struct Level {
    /// The level.
    pub level: u64,
    /// Whether a residual risk of this level can be accepted.
    pub acceptable: bool,
    /// Whether accepting it needs a written reason.
    pub needs_reason: bool,
}

/// A risk matrix.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// Its id, as in `clinical_safety.scheme`.
    pub id: String,
    /// Severity, likelihood, level.
    pub cells: Vec<(String, String, u64)>,
    /// What each level means.
    pub levels: Vec<Level>,
    /// Where it was read.
    pub source: String,
    /// How far it was verified.
    pub verified: Option<Verified>,
}

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
}

impl Tables {
    /// The threshold with that name.
    pub fn threshold(&self, id: &str) -> Option<&Threshold> {
        self.thresholds.iter().find(|threshold| threshold.id == id)
    }
}

/// Reads the tables of a file.
pub(super) fn read_tables(reader: &Reader<'_>, into: &mut Tables) {
    into.evidence.extend(reader.tables("evidence_kind").iter().filter_map(read_evidence));
    into.marks.extend(reader.tables("mark").iter().map(read_mark));
    into.grids.extend(reader.tables("grid").iter().map(read_grid));
    read_device_class(reader, into);
    read_thresholds(reader, into);
}

fn read_evidence(table: &Table<'_, '_>) -> Option<EvidenceRule> {
    let kinds: Vec<&str> = EvidenceKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let kind = table.required("kind", EvidenceKind::parse, &kinds);
    let rule = EvidenceRule { kind: kind?, version_bound: table.flag("version_bound"), expires: table.flag("expires") };
    table.finish();
    Some(rule)
}

pub(super) fn verified(table: &Table<'_, '_>) -> Verified {
    let known: Vec<&str> = Verified::ALL.iter().map(|one| one.as_str()).collect();
    table.required("verified", Verified::parse, &known).unwrap_or(Verified::Unverified)
}

pub(super) fn date(table: &Table<'_, '_>, name: &'static str) -> Option<Date> {
    let text = table.optional(name)?;
    let date = parse_date(&text);
    if date.is_none() {
        table.reader.report(Diagnostic::new(format!("`{name}` is not a date such as 2026-05-01"), table.place(), "in this table"));
    }
    date
}

fn read_mark(table: &Table<'_, '_>) -> MarkRule {
    let nations: Vec<&str> = Nation::ALL.iter().map(|nation| nation.as_str()).collect();
    let rule = MarkRule {
        id: table.text("id"),
        mark: table.text("mark"),
        legislation: table.text("legislation"),
        nations: table.words("nations", Nation::parse, &nations),
        classes: table.texts("classes"),
        recognised: table.word("recognised", |text| Some(text == "yes").filter(|_| text == "yes" || text == "no"), &["yes", "no"]),
        until: date(table, "until"),
        declared_before: date(table, "declared_before"),
        higher_under_eu_mdr: table.flag("higher_under_eu_mdr"),
        proposal: table.optional("proposal"),
        says: table.text("says"),
        source: table.text("source"),
        verified: verified(table),
        checked: date(table, "checked"),
    };
    table.finish();
    rule
}

fn read_grid(table: &Table<'_, '_>) -> Grid {
    let reader = table.reader;
    let rows = |name: &'static str| table.get(name).map_or(&[][..], |list| reader.tree.members(list));
    let number = |table: &Table<'_, '_>, name: &'static str| table.text(name).parse().unwrap_or(0);
    let cells = rows("cells").iter().map(|node| {
        let cell = reader.table(*node);
        let read = (cell.text("severity"), cell.text("likelihood"), number(&cell, "level"));
        cell.finish();
        read
    });
    let levels = rows("levels").iter().map(|node| {
        let level = reader.table(*node);
        let read = Level { level: number(&level, "level"), acceptable: level.flag("acceptable"), needs_reason: level.flag("needs_reason") };
        level.finish();
        read
    });
    let (cells, levels) = (cells.collect(), levels.collect());
    let grid = Grid { id: table.text("id"), cells, levels, source: table.text("source"), verified: Some(verified(table)) };
    table.finish();
    grid
}
