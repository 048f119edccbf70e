//! The parts of a fingerprint that a check has in every dossier; a finding adds its dossier, and the member that it is about.

use sha2::{Digest, Sha256};

/// What a check adds to the fingerprints of its findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prints {
    /// While it is open: nobody has said, or it is not shown.
    pub open: u64,
    /// While it is failing.
    pub failing: u64,
}

impl Prints {
    /// Those of the check with that id.
    pub fn of(check: &str) -> Prints {
        Prints { open: print(&["open", check]), failing: print(&["failing", check]) }
    }
}

/// The first 64 bits of SHA-256 over texts, each behind its length, so that no text can pass for two.
pub fn print(texts: &[&str]) -> u64 {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    }
    hash.finalize().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}
