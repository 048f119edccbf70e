//! Reading: dossiers, packs and documents from disk, and the day from the clock.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::PackArguments;
use crate::dossier::{Loaded, load};
use crate::facts::{FileState, Files, wanted_files, wanted_tables};
use crate::rules::{Book, load_book};
use crate::text::{Diagnostic, Limits, Sources, visible_line};

/// The deepest folder that is searched for dossiers.
const DEEPEST: usize = 16;
/// The largest document that is hashed, in bytes.
const LARGEST_DOCUMENT: u64 = 1 << 30;
/// The largest table that is read.
const LARGEST_TABLE: u64 = 8 << 20;

/// An input that cannot be used.
#[derive(Debug)]
pub(super) enum Failure {
    /// Mistakes in a text, each with its place.
    Mistakes {
        /// What cannot be done.
        heading: String,
        /// The files.
        sources: Sources,
        /// The mistakes.
        mistakes: Vec<Diagnostic>,
    },
    /// Anything else, in a sentence.
    Message(String),
}

/// The files of one dossier.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The folder its documents lie in.
    pub folder: PathBuf,
    /// Its files, the main one first.
    pub files: Vec<PathBuf>,
}

impl Found {
    /// The name it goes by.
    pub fn name(&self) -> String {
        self.files.first().map_or(String::new(), |file| show(file))
    }
}

/// A path as it is shown, with forward slashes.
pub(super) fn show(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The dossiers that paths stand for, in a fixed order: a file alone, a folder with `dossier.yaml`, or every
/// dossier in a folder without one.
pub(super) fn find(paths: &[PathBuf]) -> Result<Vec<Found>, Failure> {
    let mut found = Vec::new();
    for path in paths {
        let kind = fs::metadata(path).map_err(|error| Failure::Message(format!("cannot read {}: {}", show(path), reason(&error))))?;
        if kind.is_dir() {
            search(path, 0, &mut found)?;
        } else if kind.is_file() {
            found.push(alone(path));
        } else {
            return Err(Failure::Message(format!("{} is neither a file nor a folder", show(path))));
        }
    }
    Ok(found)
}

fn alone(file: &Path) -> Found {
    let folder = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Found { folder: folder.to_path_buf(), files: vec![file.to_path_buf()] }
}

fn search(folder: &Path, depth: usize, found: &mut Vec<Found>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::Message(format!("cannot read {}: {}", show(folder), reason(&error))))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    let main = folder.join("dossier.yaml");
    let texts = paths.iter().filter(|path| is_yaml(path) && begins_as_dossier(path));
    if main.is_file() {
        let others = texts.filter(|path| **path != main).cloned();
        found.push(Found { folder: folder.to_path_buf(), files: std::iter::once(main.clone()).chain(others).collect() });
        return Ok(());
    }
    found.extend(texts.map(|path| alone(path)));
    let hidden = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    for path in paths.iter().filter(|path| !hidden(path) && !path.is_symlink() && path.is_dir()) {
        if depth < DEEPEST {
            search(path, depth + 1, found)?;
        }
    }
    Ok(())
}

fn is_yaml(path: &Path) -> bool {
    let named = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml"));
    named && !path.is_dir()
}

/// Whether the first key of a file is `dossier`; a file that cannot be read may be one, so it is not passed over.
fn begins_as_dossier(path: &Path) -> bool {
    let mut start = Vec::new();
    if File::open(path).and_then(|file| file.take(1 << 16).read_to_end(&mut start)).is_err() {
        return true;
    }
    let text = String::from_utf8_lossy(&start);
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim_end);
    let first = lines.find(|line| {
        !line.trim_start().is_empty()
            && !line.trim_start().starts_with('#')
            && *line != "---"
            && !line.starts_with("--- #")
            && !line.starts_with('%')
    });
    first.is_some_and(|line| {
        let key = line.trim_start_matches("---").trim_start_matches([' ', '{', '"', '\'']);
        key.strip_prefix("dossier").is_some_and(|rest| rest.trim_start_matches([' ', '"', '\'']).starts_with(':'))
    })
}

/// Reads the files of a dossier.
pub(super) fn load_dossier(found: &Found) -> Result<Loaded, Failure> {
    let limits = Limits::default();
    let mut files = Vec::new();
    for path in &found.files {
        let mut bytes = Vec::new();
        let read = File::open(path).and_then(|file| file.take(limits.bytes as u64 + 1).read_to_end(&mut bytes));
        read.map_err(|error| Failure::Message(format!("cannot read {}: {}", show(path), reason(&error))))?;
        files.push((show(path), bytes));
    }
    let heading = format!("{} cannot be assessed", found.name());
    load(files, limits).map_err(|unreadable| Failure::Mistakes { heading, sources: unreadable.sources, mistakes: unreadable.mistakes })
}

/// Reads the state of every document that a dossier registers.
pub(super) fn document_files(found: &Found, loaded: &Loaded) -> Files {
    let folder = fs::canonicalize(&found.folder);
    let state = |name: &str| match &folder {
        Ok(folder) => document(folder, name),
        Err(error) => FileState::Unreadable(reason(error)),
    };
    let tables = wanted_tables(&loaded.dossier);
    let entry = |(id, name): (String, String)| {
        let mut state = state(&name);
        if let (FileState::Found { text, .. }, Ok(folder)) = (&mut state, &folder)
            && tables.contains(&id)
        {
            *text = table_text(&folder.join(&name));
        }
        (id, state)
    };
    wanted_files(&loaded.dossier).into_iter().map(entry).collect()
}

/// The text of a table, if it is not too large to be one.
fn table_text(path: &Path) -> Option<String> {
    let mut text = String::new();
    File::open(path).ok()?.take(LARGEST_TABLE).read_to_string(&mut text).ok()?;
    Some(text)
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
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return FileState::Missing,
        Err(error) => return FileState::Unreadable(reason(&error)),
    };
    match fs::metadata(&path) {
        Ok(kind) if !kind.is_file() => FileState::Unreadable("it is not a file".into()),
        Ok(kind) if kind.len() > LARGEST_DOCUMENT => FileState::Unreadable("it is larger than 1 GB".into()),
        Ok(_) => hash(&path).map_or_else(|error| FileState::Unreadable(reason(&error)), FileState::found),
        Err(error) => FileState::Unreadable(reason(&error)),
    }
}

fn hash(path: &Path) -> std::io::Result<String> {
    let mut hash = Sha256::new();
    std::io::copy(&mut File::open(path)?, &mut hash)?;
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Reads the rules: those of the program, and the packs asked for.
pub(super) fn book(arguments: &PackArguments) -> Result<Book, Failure> {
    let mut extra = Vec::new();
    for path in &arguments.packs {
        let text = fs::read_to_string(path)
            .map_err(|error| Failure::Message(format!("cannot read the pack {}: {}", show(path), reason(&error))))?;
        extra.push((show(path), text));
    }
    let names: Vec<String> = arguments.packs.iter().map(|path| show(path)).collect();
    let heading = if names.is_empty() { "the rules cannot be used".into() } else { format!("{} cannot be used", names.join(", ")) };
    load_book(&extra).map_err(|error| Failure::Mistakes { heading, sources: error.sources, mistakes: error.mistakes })
}

/// Today in London.
pub(super) fn today() -> Date {
    let zone = jiff::tz::TimeZone::posix("GMT0BST,M3.5.0/1,M10.5.0/2").unwrap_or(jiff::tz::TimeZone::UTC);
    jiff::Timestamp::now().to_zoned(zone).date()
}

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder".into(),
        std::io::ErrorKind::PermissionDenied => "you may not read it".into(),
        std::io::ErrorKind::InvalidData => "it is not UTF-8 text".into(),
        _ => visible_line(&error.to_string()),
    }
}
