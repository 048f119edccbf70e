//! Rules by which the class of software as a medical device follows from its purpose, and the IMDRF categories.

use jiff::civil::Date;

use super::reader::{Reader, Table};
use super::table::{Tables, Verified, date, verified};
use crate::dossier::adopter::Nation;
use crate::dossier::intended_purpose::{Autonomy, ConditionSeverity, InformationRole, PurposeFunction};
use crate::dossier::regulation::DeviceClass;
use crate::text::Diagnostic;

/// The class that a rule gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassGiven {
    /// This class.
    Class(DeviceClass),
    /// The class of the device that the software drives.
    OfDrivenDevice,
}

/// One rule of classification; it holds when each of its conditions holds, and an empty list is no condition.
#[derive(Debug, Clone)]
pub struct ClassRule {
    /// Its name.
    pub id: String,
    /// The nations whose law it is.
    pub nations: Vec<Nation>,
    /// The rule as lawyers cite it.
    pub rule: String,
    /// The class it gives.
    pub class: ClassGiven,
    /// Its function is one of these.
    pub function: Vec<PurposeFunction>,
    /// What its information is for is one of these.
    pub information_role: Vec<InformationRole>,
    /// How serious the illness is: one of these.
    pub severity: Vec<ConditionSeverity>,
    /// What part a human has: one of these.
    pub autonomy: Vec<Autonomy>,
    /// It monitors vital signs whose change could mean immediate danger.
    pub vital_parameters: bool,
    /// It monitors vital processes.
    pub vital_processes: bool,
    /// It drives a device.
    pub drives_device: bool,
    /// What the rule says, in a sentence.
    pub says: String,
    /// Where it was read.
    pub source: String,
    /// How far it was verified.
    pub verified: Verified,
    /// When it was read.
    pub checked: Option<Date>,
}

/// The IMDRF categories for one severity, by what the information is for.
#[derive(Debug, Clone)]
pub struct ImdrfRow {
    /// How serious the illness is.
    pub severity: ConditionSeverity,
    /// The category for each role: to diagnose, to treat, to drive, to inform.
    pub categories: [(InformationRole, String); 4],
    /// Where it was read.
    pub source: String,
    /// How far it was verified.
    pub verified: Verified,
}

/// Reads the rules of classification of a file.
pub(super) fn read_device_class(reader: &Reader<'_>, into: &mut Tables) {
    into.class_rules.extend(reader.tables("class_rule").iter().filter_map(read_rule));
    into.imdrf.extend(reader.tables("imdrf").iter().filter_map(read_imdrf));
}

fn spelled<W: Copy>(all: &[W], spell: fn(W) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| spell(*one)).collect()
}

fn class(table: &Table<'_, '_>) -> Option<ClassGiven> {
    let text = table.text("class");
    if text == "driven-device" {
        return Some(ClassGiven::OfDrivenDevice);
    }
    let class = DeviceClass::parse(&text);
    if class.is_none() {
        let known = spelled(DeviceClass::ALL, DeviceClass::as_str);
        let mistake = Diagnostic::new(format!("`{text}` is not a class of devices"), table.place(), "in this table");
        table.reader.report(mistake.spelling(&text, known));
    }
    class.map(ClassGiven::Class)
}

fn read_rule(table: &Table<'_, '_>) -> Option<ClassRule> {
    let rule = ClassRule {
        id: table.text("id"),
        nations: table.words("nations", Nation::parse, &spelled(Nation::ALL, Nation::as_str)),
        rule: table.text("rule"),
        class: class(table)?,
        function: table.words("function", PurposeFunction::parse, &spelled(PurposeFunction::ALL, PurposeFunction::as_str)),
        information_role: table.words("information_role", InformationRole::parse, &spelled(InformationRole::ALL, InformationRole::as_str)),
        severity: table.words("severity", ConditionSeverity::parse, &spelled(ConditionSeverity::ALL, ConditionSeverity::as_str)),
        autonomy: table.words("autonomy", Autonomy::parse, &spelled(Autonomy::ALL, Autonomy::as_str)),
        vital_parameters: table.flag("vital_parameters"),
        vital_processes: table.flag("vital_processes"),
        drives_device: table.flag("drives_device"),
        says: table.text("says"),
        source: table.text("source"),
        verified: verified(table),
        checked: date(table, "checked"),
    };
    table.finish();
    Some(rule)
}

fn read_imdrf(table: &Table<'_, '_>) -> Option<ImdrfRow> {
    let severity = table.required("severity", ConditionSeverity::parse, &spelled(ConditionSeverity::ALL, ConditionSeverity::as_str));
    let row = ImdrfRow {
        severity: severity?,
        categories: [
            (InformationRole::Diagnose, table.text("diagnose")),
            (InformationRole::Treat, table.text("treat")),
            (InformationRole::Drive, table.text("drive")),
            (InformationRole::Inform, table.text("inform")),
        ],
        source: table.text("source"),
        verified: verified(table),
    };
    table.finish();
    Some(row)
}
