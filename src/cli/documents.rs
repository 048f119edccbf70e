//! What is found on disk of the documents that a dossier registers; none is looked at outside its folder.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path};

use sha2::{Digest, Sha256};

use super::disk::reason;
use crate::dossier::Dossier;
use crate::facts::{FileState, Files, wanted_files, wanted_tables};

/// The largest document that is hashed, in bytes.
const LARGEST_DOCUMENT: u64 = 1 << 30;
/// The largest table that is read, in bytes.
const LARGEST_TABLE: u64 = 8 << 20;

/// The state of every document that a dossier registers, looked for in its folder.
pub(super) fn documents(folder: &Path, dossier: &Dossier) -> Files {
    let folder = fs::canonicalize(folder);
    let state = |name: &str| match &folder {
        Ok(folder) => document(folder, name),
        Err(error) => FileState::Unreadable(reason(error)),
    };
    let tables = wanted_tables(dossier);
    let entry = |(id, name): (String, String)| {
        let mut state = state(&name);
        if let (FileState::Found { text, .. }, Ok(folder)) = (&mut state, &folder)
            && tables.contains(&id)
        {
            *text = table_text(&folder.join(&name));
        }
        (id, state)
    };
    wanted_files(dossier).into_iter().map(entry).collect()
}

/// A document lies inside the dossier's folder, or it is not looked at.
fn document(folder: &Path, name: &str) -> FileState {
    let relative = Path::new(name);
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) && !name.contains(['\\', '\0']);
    if !inside {
        return FileState::Outside;
    }
    let path = match fs::canonicalize(folder.join(relative)) {
        Ok(path) if path.starts_with(folder) => path,
        Ok(_) => return FileState::Outside,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return FileState::Missing,
        Err(error) => return FileState::Unreadable(reason(&error)),
    };
    match fs::metadata(&path) {
        Ok(kind) if !kind.is_file() => FileState::Unreadable("it is not a file".into()),
        Ok(kind) if kind.len() > LARGEST_DOCUMENT => FileState::Unreadable("it is larger than 1 GB".into()),
        Ok(_) => hash(&path).map_or_else(|error| FileState::Unreadable(reason(&error)), FileState::found),
        Err(error) => FileState::Unreadable(reason(&error)),
    }
}

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// The SHA-256 of a file, in hexadecimal digits.
fn hash(path: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    io::copy(&mut File::open(path)?, &mut hash)?;
    Ok(hexadecimal(&hash.finalize()))
}

/// Bytes as hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            digits.push(char::from(DIGITS[usize::from(digit)]));
        }
    }
    digits
}

/// The text of a table, if it is not too large to be one.
fn table_text(path: &Path) -> Option<String> {
    let mut text = String::new();
    File::open(path).ok()?.take(LARGEST_TABLE).read_to_string(&mut text).ok()?;
    Some(text)
}
