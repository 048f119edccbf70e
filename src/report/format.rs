//! The formats of a report.

use crate::terms::choice;

choice! {
    /// The format of a report.
    Format {
        /// For people, in a terminal.
        Terminal = "terminal",
        /// For programs; its schema is published (`readiness schema report`).
        Json = "json",
        /// The training plan, for a spreadsheet.
        Csv = "csv",
        /// The same document as json, in YAML.
        Yaml = "yaml",
    }
}
