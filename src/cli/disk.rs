//! How paths, and errors of the disk, are told.

use std::io;
use std::path::Path;

use super::failure::Failure;
use crate::text::visible_line;

/// A path as it is shown, with forward slashes.
pub(super) fn show(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Why the disk did not give what was asked of it.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".into(),
        io::ErrorKind::PermissionDenied => "you may not read it".into(),
        io::ErrorKind::InvalidData => "it is not UTF-8 text".into(),
        _ => visible_line(&error.to_string()),
    }
}

/// A file or folder that cannot be read, called so: `dossier.yaml`, `the pack house.toml`.
pub(super) fn cannot_read(called: &str, error: &io::Error) -> Failure {
    Failure::Message(format!("cannot read {called}: {}", reason(error)))
}
