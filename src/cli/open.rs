//! Opens a dossier: reads its files, and what is found on disk of the documents it registers.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::disk::{cannot_read, show};
use super::documents::{documents, hexadecimal};
use super::failure::Failure;
use super::find::Found;
use crate::assessment::Case;
use crate::dossier::{Loaded, Unreadable};
use crate::facts::Files;
use crate::text::Limits;

/// A dossier that was read, and the state of its documents.
pub(super) struct Opened<'b> {
    /// The dossier.
    pub loaded: Loaded<'b>,
    /// Its documents.
    pub files: Files,
    /// The SHA-256 of each of its files, where it was asked for.
    pub digests: Vec<String>,
}

/// Opens a dossier for a case; with the digests of its files, if they are wanted.
pub(super) fn open<'b>(case: &Case<'b>, found: &Found, digested: bool) -> Result<Opened<'b>, Failure> {
    let limits = Limits::default();
    let (mut texts, mut digests) = (Vec::new(), Vec::new());
    for path in &found.files {
        // One byte more than is allowed, so that a file that is too large is seen to be.
        let bytes = read(path, limits.bytes + 1).map_err(|error| cannot_read(&show(path), &error))?;
        digests.extend(digested.then(|| hexadecimal(&Sha256::digest(&bytes))));
        texts.push((show(path), bytes));
    }
    let heading = format!("{} cannot be assessed", found.name());
    let loaded = case.load(texts, limits).map_err(|Unreadable { sources, mistakes }| Failure::Mistakes { heading, sources, mistakes })?;
    let files = documents(&found.folder, &loaded.dossier);
    Ok(Opened { loaded, files, digests })
}

/// The bytes of a file, at most so many; room is made for all of them at once.
fn read(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let size = usize::try_from(file.metadata()?.len()).map_or(most, |size| size.min(most));
    // With room beyond its end, the end of a file is seen without a move to a larger room.
    let mut bytes = Vec::with_capacity(size + 64);
    file.take(most as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}
