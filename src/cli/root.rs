//! Where the paths of a run begin: a dossier without an id of its own is known by its path from there.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::disk::{cannot_read, show};
use super::failure::Failure;

/// Where paths begin.
#[derive(Debug, Default, Args)]
pub(super) struct RootArgument {
    /// The folder from which a dossier without an `id` is named; by default that of the repository one works in.
    #[arg(long = "root", value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

/// The folder where the paths of a run begin, if there is one.
pub(super) struct Root(Option<PathBuf>);

impl RootArgument {
    /// The folder asked for, or that of the repository around the working folder, or the working folder.
    pub fn find(&self) -> Result<Root, Failure> {
        match &self.folder {
            Some(folder) => match fs::canonicalize(folder) {
                Ok(folder) => Ok(Root(Some(folder))),
                Err(error) => Err(cannot_read(&format!("the root {}", show(folder)), &error)),
            },
            None => {
                let here = env::current_dir().and_then(fs::canonicalize).ok();
                Ok(Root(here.map(|here| repository(&here).unwrap_or(&here).to_path_buf())))
            }
        }
    }
}

impl Root {
    /// The path of a file from the root; as it was named where it does not lie below the root.
    pub fn path_of(&self, file: &Path) -> String {
        let real = fs::canonicalize(file).ok();
        let below = real.as_ref().zip(self.0.as_ref()).and_then(|(file, root)| file.strip_prefix(root).ok());
        show(below.unwrap_or(file))
    }
}

/// The nearest folder, this one or one around it, that holds a repository.
fn repository(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.join(".git").exists())
}
