//! The files of the documents of a dossier: which it names, and what was found of them on disk.

use std::collections::BTreeMap;

use crate::dossier::Dossier;

/// What was found on disk for one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileState {
    /// The file, with the SHA-256 of its bytes in hexadecimal.
    Found {
        /// The hash.
        sha256: String,
        /// Its text, where a table is read from it.
        text: Option<String>,
    },
    /// No such file.
    Missing,
    /// The path leaves the dossier's folder; it was not looked at.
    Outside,
    /// There, and cannot be read; the reason.
    Unreadable(String),
}

impl FileState {
    /// A file that is there and is not read beyond its hash.
    pub fn found(sha256: impl Into<String>) -> FileState {
        FileState::Found { sha256: sha256.into(), text: None }
    }
}

/// The files of a dossier's documents, by the id of the document.
pub type Files = BTreeMap<String, FileState>;

/// The files a dossier names for its documents: id and path within its folder.
pub fn wanted_files(dossier: &Dossier) -> Vec<(String, String)> {
    let files = dossier.evidence.entries.iter().filter_map(|(id, _, item)| Some((id.clone(), item.file.get()?.to_string())));
    files.collect()
}
