//! Rules by which the class of software as a medical device follows from its purpose, and the IMDRF categories.

use jiff::civil::Date;

use super::verified::verified;
use crate::terms::{Autonomy, Choice, ConditionSeverity, DeviceClass, InformationRole, Nation, PurposeFunction, Verified};
use crate::text::{Diagnostic, Held, Text, TomlTable};

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
    pub id: Text,
    /// The nations whose law it is.
    pub nations: Held<[Nation]>,
    /// The rule as lawyers cite it.
    pub rule: Text,
    /// The class it gives.
    pub class: ClassGiven,
    /// Its function is one of these.
    pub function: Held<[PurposeFunction]>,
    /// What its information is for is one of these.
    pub information_role: Held<[InformationRole]>,
    /// How serious the illness is: one of these.
    pub severity: Held<[ConditionSeverity]>,
    /// What part a human has: one of these.
    pub autonomy: Held<[Autonomy]>,
    /// It monitors vital signs whose change could mean immediate danger.
    pub vital_parameters: bool,
    /// It monitors vital processes.
    pub vital_processes: bool,
    /// It drives a device.
    pub drives_device: bool,
    /// What the rule says, in a sentence.
    pub says: Text,
    /// Where it was read.
    pub source: Text,
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
    pub categories: [(InformationRole, Text); 4],
    /// Where it was read.
    pub source: Text,
    /// How far it was verified.
    pub verified: Verified,
}

fn class(table: &TomlTable<'_, '_>) -> Option<ClassGiven> {
    let text = table.text("class");
    if text == "driven-device" {
        return Some(ClassGiven::OfDrivenDevice);
    }
    let class = DeviceClass::parse(&text);
    if class.is_none() {
        let mistake = Diagnostic::new(format!("`{text}` is not a class of devices"), table.place(), "in this table");
        table.file.report(mistake.spelling(&text, DeviceClass::WORDS.iter().copied()));
    }
    class.map(ClassGiven::Class)
}

/// Reads one rule.
pub(super) fn read_class_rule(table: &TomlTable<'_, '_>) -> Option<ClassRule> {
    let rule = ClassRule {
        id: table.text("id"),
        nations: table.choices::<Nation>("nations"),
        rule: table.text("rule"),
        class: class(table)?,
        function: table.choices::<PurposeFunction>("function"),
        information_role: table.choices::<InformationRole>("information_role"),
        severity: table.choices::<ConditionSeverity>("severity"),
        autonomy: table.choices::<Autonomy>("autonomy"),
        vital_parameters: table.flag("vital_parameters"),
        vital_processes: table.flag("vital_processes"),
        drives_device: table.flag("drives_device"),
        says: table.text("says"),
        source: table.text("source"),
        verified: verified(table),
        checked: table.date("checked"),
    };
    table.finish();
    Some(rule)
}

/// Reads one row.
pub(super) fn read_imdrf(table: &TomlTable<'_, '_>) -> Option<ImdrfRow> {
    let severity = table.required_choice::<ConditionSeverity>("severity");
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
