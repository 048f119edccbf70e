//! The complete dossier (`examples/tri-x-ready`, stage in-use), patches on it, and the rules it is read with.

pub mod cases;
mod declared;
pub mod draft;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use readiness::assessment::{Asked, Case as Assessed, Circumstances, Finding, Scene, assess_check};
use readiness::dossier::{Loaded, Unreadable};
use readiness::facts::{FileState, Files};
use readiness::packs::BUILT;
use readiness::rules::Book;
use readiness::terms::Gate;
use sha2::{Digest, Sha256};

pub use cases::cases;
pub use declared::{contradictions, field, names, one_line, read_by};
pub use draft::{Draft, Edit};

/// The day on which the complete dossier is read.
pub const AS_OF: jiff::civil::Date = jiff::civil::date(2027, 3, 1);

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The rules that come with the program.
pub fn book() -> &'static Book {
    &BUILT
}

/// These rules on that day.
pub fn case() -> Assessed<'static> {
    Assessed { book: book(), as_of: AS_OF, asked: Asked::default() }
}

/// The complete dossier, read once.
pub fn complete() -> &'static Draft {
    static COMPLETE: OnceLock<Draft> = OnceLock::new();
    COMPLETE.get_or_init(|| {
        let text = std::fs::read_to_string(root().join("examples/tri-x-ready/dossier.yaml")).expect("the example is there");
        Draft::read(&text)
    })
}

/// The documents of the complete dossier, as they lie on disk.
pub fn files() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| documents(complete(), &root().join("examples/tri-x-ready")))
}

/// The documents that a dossier in a folder registers, as they lie on disk.
pub fn documents(draft: &Draft, folder: &Path) -> Files {
    draft.registered().into_iter().map(|(id, file)| (id, state(&folder.join(file)))).collect()
}

fn state(path: &Path) -> FileState {
    match std::fs::read(path) {
        Ok(bytes) => FileState::found(Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>()),
        Err(_) => FileState::Missing,
    }
}

/// The dossier as it would be read; its mistakes are a mistake of the test.
pub fn readable(loaded: Result<Loaded<'_>, Unreadable>) -> Loaded<'_> {
    loaded.unwrap_or_else(|error| {
        let lines: Vec<String> = error.mistakes.iter().map(|mistake| mistake.line(&error.sources)).collect();
        panic!("the patched dossier cannot be read:\n{}", lines.join("\n"))
    })
}

/// Assesses one check alone.
pub fn with<T>(loaded: Result<Loaded<'static>, Unreadable>, id: &str, f: impl FnOnce(&Scene<'_>, &Finding<'_>) -> T) -> T {
    let (case, loaded) = (case(), readable(loaded));
    let known = case.work_out(&loaded, files());
    let scene = case.scene(&loaded, &known);
    let check = case.book.check(id).unwrap_or_else(|| panic!("there is no check {id}"));
    let finding = assess_check(&scene, &Circumstances::new(case.book), check, Gate::InUse);
    f(&scene, &finding)
}

/// Whether everything is tried (`READINESS_EDITS=full`), as before a change lands, or a sample of it.
pub fn full() -> bool {
    std::env::var("READINESS_EDITS").is_ok_and(|wish| wish == "full")
}
