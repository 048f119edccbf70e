//! The copies of examples that are measured, in a folder that is removed at the end.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// How many copies are checked at once to tell what each further one costs.
pub const COPIES: usize = 11;

/// A folder with `<example>/1`, `<example>/2` and so on; programs run in it, so that its own path is counted nowhere.
pub struct Dossiers {
    folder: TempDir,
}

impl Dossiers {
    /// A new folder with the copies of both examples.
    pub fn new() -> io::Result<Dossiers> {
        let dossiers = Dossiers { folder: tempfile::tempdir()? };
        for example in ["tri-x", "tri-x-ready"] {
            copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(example), &dossiers.at(&format!("{example}/1")))?;
            dossiers.multiply(example, example, COPIES)?;
        }
        Ok(dossiers)
    }

    /// Where the copies lie.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A path in the folder.
    pub fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Fills a folder with this many copies of tri-x, and gives its name.
    pub fn many(&self, count: usize) -> Result<String, String> {
        let name = format!("many-{count}");
        self.multiply("tri-x", &name, count).map_err(|error| format!("{count} dossiers cannot be written: {error}"))?;
        Ok(name)
    }

    /// Further copies share the bytes of the first one on disk, since 10,000 of them would fill it.
    fn multiply(&self, example: &str, into: &str, count: usize) -> io::Result<()> {
        let first = self.at(&format!("{example}/1"));
        for number in 1..=count {
            let copy = self.at(&format!("{into}/{number}"));
            if copy != first && !copy.is_dir() {
                each_file(&first, &copy, &mut |from, to| fs::hard_link(from, to))?;
            }
        }
        Ok(())
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    each_file(from, to, &mut |from, to| fs::copy(from, to).map(|_| ()))
}

/// Makes the folders of `from` in `to`, and does something for each file.
fn each_file(from: &Path, to: &Path, act: &mut impl FnMut(&Path, &Path) -> io::Result<()>) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, goal) = {
            let entry = entry?;
            (entry.path(), to.join(entry.file_name()))
        };
        if path.is_dir() { each_file(&path, &goal, act)? } else { act(&path, &goal)? }
    }
    Ok(())
}
