//! Which marks are recognised where and until when.

use jiff::civil::Date;

use super::verified::verified;
use crate::terms::{Nation, Verified};
use crate::text::{Held, Text, TomlTable};

/// One rule on the recognition of a mark.
#[derive(Debug, Clone)]
pub struct MarkRule {
    /// Its name.
    pub id: Text,
    /// The mark, such as `ukca`.
    pub mark: Text,
    /// The legislation it was put on under, such as `uk-mdr-2002`.
    pub legislation: Text,
    /// The nations it holds in.
    pub nations: Held<[Nation]>,
    /// The classes it holds for; all, if empty.
    pub classes: Held<[Text]>,
    /// Whether such a mark is recognised; unknown when the rules say "it depends".
    pub recognised: Option<bool>,
    /// The last day of recognition, where the rules set one.
    pub until: Option<Date>,
    /// It holds only for marks declared before this day.
    pub declared_before: Option<Date>,
    /// It holds only for devices that are in a higher class under the EU Regulation.
    pub higher_under_eu_mdr: bool,
    /// What has been proposed and is not law; it never decides.
    pub proposal: Option<Text>,
    /// What the rule says, in a sentence.
    pub says: Text,
    /// Where it was read.
    pub source: Text,
    /// How far it was verified.
    pub verified: Verified,
    /// When it was read.
    pub checked: Option<Date>,
}

/// Reads one rule.
pub(super) fn read_mark(table: &TomlTable<'_, '_>) -> MarkRule {
    let rule = MarkRule {
        id: table.text("id"),
        mark: table.text("mark"),
        legislation: table.text("legislation"),
        nations: table.choices::<Nation>("nations"),
        classes: table.texts("classes"),
        recognised: table.word("recognised", |text| Some(text == "yes").filter(|_| text == "yes" || text == "no"), &["yes", "no"]),
        until: table.date("until"),
        declared_before: table.date("declared_before"),
        higher_under_eu_mdr: table.flag("higher_under_eu_mdr"),
        proposal: table.optional("proposal"),
        says: table.text("says"),
        source: table.text("source"),
        verified: verified(table),
        checked: table.date("checked"),
    };
    table.finish();
    rule
}
