//! Packs: who published the rules of a file, when, and whether its own review date has passed.

use crate::terms::Nation;
use jiff::civil::Date;

use crate::text::{Diagnostic, FileId, Held, Text, TomlFile};

/// The head of one file of rules.
#[derive(Debug, Clone)]
pub struct Pack {
    /// Its name, unique.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Its title in a word or two.
    pub short: Text,
    /// Its version.
    pub version: Text,
    /// Who published the source.
    pub publisher: Text,
    /// The document it was taken from.
    pub document: Text,
    /// The date of the source, as printed.
    pub source_date: Text,
    /// When the source was last reviewed by its publisher, where it says so.
    pub reviewed: Option<Date>,
    /// When the source's own next review was due.
    pub review_due: Option<Date>,
    /// When we last read the source.
    pub checked: Option<Date>,
    /// For whom the source was written.
    pub audience: Text,
    /// The licence of the words and of the source.
    pub licence: Text,
    /// The nations that the source covers, and its items unless they say otherwise; all, if empty.
    pub nations: Held<[Nation]>,
    /// The area of its items, unless they say otherwise.
    pub area: Text,
    /// The topic of its items, unless they say otherwise.
    pub topic: Text,
    /// The citation of its items, unless they say otherwise.
    pub cites: Text,
    /// The file.
    pub file: FileId,
    /// Whether it comes with the program.
    pub embedded: bool,
}

/// Reads the head of a file; an embedded file of checks needs none and belongs to the program itself.
pub(super) fn read_pack(reader: &TomlFile<'_>, file: FileId, embedded: bool) -> Pack {
    let Some(node) = reader.tree.child(reader.tree.root, "pack") else {
        if !embedded {
            let mistake = Diagnostic::new("the pack does not say what it is", reader.tree.span(reader.tree.root), "before this");
            reader.report(mistake.help("begin with a table [pack] that holds id, title, version and publisher"));
        }
        return own(file);
    };
    let table = reader.table(node);
    let title = table.text("title");
    let pack = Pack {
        id: table.text("id"),
        short: table.optional("short").unwrap_or_else(|| title.clone()),
        version: table.text("version"),
        publisher: table.text("publisher"),
        document: table.optional("document").unwrap_or_default(),
        source_date: table.optional("source_date").unwrap_or_default(),
        reviewed: table.date("reviewed"),
        review_due: table.date("review_due"),
        checked: table.date("checked"),
        audience: table.optional("audience").unwrap_or_default(),
        licence: table.optional("licence").unwrap_or_default(),
        nations: table.choices("nations"),
        area: table.optional("area").unwrap_or_default(),
        topic: table.optional("topic").unwrap_or_default(),
        cites: table.optional("cites").unwrap_or_default(),
        file,
        embedded,
        title,
    };
    table.finish();
    pack
}

fn own(file: FileId) -> Pack {
    Pack {
        id: "readiness".into(),
        title: "The checks of this program".into(),
        short: "checks".into(),
        version: env!("CARGO_PKG_VERSION").into(),
        publisher: "The authors of readiness".into(),
        document: Text::default(),
        source_date: Text::default(),
        reviewed: None,
        review_due: None,
        checked: None,
        audience: Text::default(),
        licence: env!("CARGO_PKG_LICENSE").into(),
        nations: Held::default(),
        area: Text::default(),
        topic: Text::default(),
        cites: Text::default(),
        file,
        embedded: true,
    }
}
