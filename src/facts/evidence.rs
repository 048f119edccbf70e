//! The state of every registered document: whether its file is there, unchanged, and it still holds.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::terms::{EquivalentFor, EvidenceKind, long_date};

use jiff::civil::Date;

use super::{FileState, Inputs, Versions};
use crate::dossier::answer::{EvidenceId, Said};
use crate::dossier::evidence::EvidenceItem;
use crate::text::NodeId;

/// Whether a document can show anything, and if not, why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Its file is there, unchanged, and it still holds.
    Shows,
    /// It says no file, or only a link.
    NoFile,
    /// Its file is not there.
    Missing,
    /// Its path leaves the dossier's folder.
    Outside,
    /// Its file cannot be read.
    Unreadable(String),
    /// It says no hash; the hash that was found.
    NoHash(String),
    /// Its file is not the one that was registered; the hash that was found.
    Changed(String),
    /// It does not say what kind of document it is.
    NoKind,
    /// It does not say when it was issued.
    NoIssue,
    /// It is of a kind that ends on a day, and does not say when.
    NoExpiry,
    /// It has ended.
    Expired(Date),
    /// It is dated after the day of the report.
    NotYet(Date),
    /// It is of a kind that is about one version, and does not say which.
    NoVersion,
    /// It is about another version.
    OtherVersion(String),
}

impl Standing {
    /// Whether it can show anything.
    pub fn shows(&self) -> bool {
        *self == Standing::Shows
    }

    /// Its state in a sentence.
    pub fn words(&self) -> Cow<'static, str> {
        match self {
            Standing::Shows => "there, unchanged, and it still holds".into(),
            Standing::NoFile => "no file is named; a link alone is no more than an assertion".into(),
            Standing::Missing => "the file is not there".into(),
            Standing::Outside => "the path leaves the dossier's folder, so the file was not looked at".into(),
            Standing::Unreadable(why) => format!("the file cannot be read: {why}").into(),
            Standing::NoHash(_) => "the file is there; its sha256 is not given, so a change would go unseen".into(),
            Standing::Changed(_) => "the file is not the one that was registered: its sha256 differs".into(),
            Standing::NoKind => "it does not say what kind of document it is".into(),
            Standing::NoIssue => "it does not say when it was issued".into(),
            Standing::NoExpiry => "it does not say when it expires".into(),
            Standing::Expired(on) => format!("it expired on {}", long_date(*on)).into(),
            Standing::NotYet(on) => format!("it is dated {}, after the day of this report", long_date(*on)).into(),
            Standing::NoVersion => "it does not say which version of the product it is about".into(),
            Standing::OtherVersion(version) => format!("it is about version {version}, which is not the one offered").into(),
        }
    }

    /// The line to paste into the register, when one would help.
    pub fn paste(&self) -> Option<String> {
        match self {
            Standing::NoHash(actual) | Standing::Changed(actual) => Some(format!("sha256: \"{actual}\"")),
            _ => None,
        }
    }
}

/// One registered document.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// Its place in the dossier.
    pub node: NodeId,
    /// Its kind.
    pub kind: Option<EvidenceKind>,
    /// Whether it can show anything.
    pub standing: Standing,
}

/// All registered documents, in the order of the dossier.
#[derive(Debug, Clone, Default)]
pub struct Register {
    /// The documents.
    pub documents: Vec<Document>,
    by_id: BTreeMap<String, usize>,
}

impl Register {
    /// A register of documents; of two with one id the first counts.
    pub fn new(documents: Vec<Document>) -> Register {
        let ids = documents.iter().enumerate().rev().map(|(at, document)| (document.id.clone(), at));
        Register { by_id: ids.collect(), documents }
    }

    /// The document with that id.
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.by_id.get(id).map(|at| &self.documents[*at])
    }

    /// The number of the document with that id, from 0.
    pub fn number(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Whether one of these documents shows something.
    pub fn any_shows(&self, ids: &[EvidenceId]) -> bool {
        ids.iter().any(|id| self.document(&id.0).is_some_and(|document| document.standing.shows()))
    }
}

/// Looks at every registered document.
pub(super) fn register(inputs: Inputs<'_>, versions: &Versions) -> Register {
    let documents = inputs.dossier.evidence.entries.iter().map(|(id, node, item)| Document {
        id: id.clone(),
        node: *node,
        kind: item.kind.get().copied(),
        standing: standing(inputs, versions, id, item),
    });
    Register::new(documents.collect())
}

fn standing(inputs: Inputs<'_>, versions: &Versions, id: &str, item: &EvidenceItem) -> Standing {
    let found = match inputs.files.get(id) {
        None => return Standing::NoFile,
        Some(FileState::Missing) => return Standing::Missing,
        Some(FileState::Outside) => return Standing::Outside,
        Some(FileState::Unreadable(why)) => return Standing::Unreadable(why.clone()),
        Some(FileState::Found { sha256, .. }) => sha256,
    };
    match item.sha256.get() {
        None => return Standing::NoHash(found.clone()),
        Some(given) if !given.eq_ignore_ascii_case(found) => return Standing::Changed(found.clone()),
        Some(_) => {}
    }
    let Some(kind) = item.kind.get() else { return Standing::NoKind };
    let rule = inputs.tables.evidence.iter().find(|rule| rule.kind == *kind);
    match item.issued.get() {
        None => return Standing::NoIssue,
        Some(issued) if issued.0 > inputs.as_of => return Standing::NotYet(issued.0),
        Some(_) => {}
    }
    if rule.is_some_and(|rule| rule.expires) {
        match &item.expires.said {
            Said::Is(expires) if expires.0 < inputs.as_of => return Standing::Expired(expires.0),
            Said::Is(_) | Said::None(_) => {}
            _ => return Standing::NoExpiry,
        }
    }
    if !rule.is_some_and(|rule| rule.version_bound) {
        return Standing::Shows;
    }
    match item.product_version.get() {
        Some(version) if versions.current(version, EquivalentFor::Validation) != Some(true) => Standing::OtherVersion(version.to_string()),
        None => Standing::NoVersion,
        Some(_) => Standing::Shows,
    }
}
