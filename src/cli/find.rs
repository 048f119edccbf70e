//! Finds dossiers: a file alone, a folder with a `dossier.yaml`, or every dossier in a folder without one.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::disk::{cannot_read, show};
use super::failure::Failure;

/// The deepest folder that is searched for dossiers.
const DEEPEST: usize = 16;
/// How much of a file is read to see whether it is a dossier, in bytes.
const START: u64 = 1 << 16;

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
        show(self.main())
    }

    /// The main file.
    pub fn main(&self) -> &Path {
        self.files.first().map_or(&self.folder, PathBuf::as_path)
    }

    fn alone(file: &Path) -> Found {
        let folder = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Found { folder: folder.to_path_buf(), files: vec![file.to_path_buf()] }
    }
}

/// The dossiers that paths stand for, each once however it is named, in a fixed order.
pub(super) fn find(paths: &[PathBuf]) -> Result<Vec<Found>, Failure> {
    let mut found = Vec::new();
    for path in paths {
        let kind = fs::metadata(path).map_err(|error| cannot_read(&show(path), &error))?;
        if kind.is_dir() {
            search(path, 0, &mut found)?;
        } else if kind.is_file() {
            found.push(Found::alone(path));
        } else {
            return Err(Failure::Message(format!("{} is neither a file nor a folder", show(path))));
        }
    }
    if paths.len() > 1 {
        let mut known = HashSet::new();
        found.retain(|one| fs::canonicalize(one.main()).map_or(true, |main| known.insert(main)));
    }
    Ok(found)
}

fn search(folder: &Path, depth: usize, found: &mut Vec<Found>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| cannot_read(&show(folder), &error))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    let main = folder.join("dossier.yaml");
    let whole = main.is_file();
    // Of a whole dossier the main file is known to be one, so it is not read here.
    let texts = paths.iter().filter(|path| !(whole && **path == main) && is_yaml(path) && begins_as_dossier(path));
    if whole {
        let others = texts.cloned();
        found.push(Found { folder: folder.to_path_buf(), files: std::iter::once(main.clone()).chain(others).collect() });
        return Ok(());
    }
    found.extend(texts.map(|path| Found::alone(path)));
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
    let read = File::open(path).and_then(|file| file.take(START).read_to_end(&mut start));
    read.is_err() || first_key_is_dossier(&String::from_utf8_lossy(&start))
}

/// Whether the first line that says something has the key `dossier`, plain, quoted or in braces.
fn first_key_is_dossier(text: &str) -> bool {
    let says = |line: &&str| {
        let bare = line.trim_start();
        !bare.is_empty() && !bare.starts_with('#') && *line != "---" && !line.starts_with("--- #") && !line.starts_with('%')
    };
    let first = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).find(says);
    first.is_some_and(|line| {
        let key = line.trim_start_matches("---").trim_start_matches([' ', '{', '"', '\'']);
        key.strip_prefix("dossier").is_some_and(|rest| rest.trim_start_matches([' ', '"', '\'']).starts_with(':'))
    })
}

#[cfg(test)]
mod tests {
    use super::first_key_is_dossier;

    #[test]
    fn a_dossier_is_known_by_its_first_key() {
        let dossiers = ["dossier: 1", "\u{feff}# ours\n\ndossier: 1\r\n", "%YAML 1.2\n---\n{\"dossier\" : 1}", "--- # ours\n'dossier': 1"];
        assert!(dossiers.iter().all(|text| first_key_is_dossier(text)));
        assert!(!["", "notes: 1\ndossier: 1", "dossiers: 1", "# dossier: 1", "- dossier: 1"].iter().any(|text| first_key_is_dossier(text)));
    }
}
