//! Hashes short texts in a few instructions. Each run has a seed of its own, so that no dossier can be made to be slow.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::OnceLock;

/// A map whose keys are hashed quickly.
pub type QuickMap<K, V> = std::collections::HashMap<K, V, Quick>;

/// Makes hashers that begin with the seed of the run.
#[derive(Debug, Clone, Copy)]
pub struct Quick(u64);

/// A number with no pattern in its bits.
const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

/// A hash, so far.
#[derive(Debug)]
pub struct QuickHasher(u64);

impl Default for Quick {
    fn default() -> Quick {
        static SEED: OnceLock<u64> = OnceLock::new();
        Quick(*SEED.get_or_init(|| RandomState::new().hash_one(0)))
    }
}

impl BuildHasher for Quick {
    type Hasher = QuickHasher;

    fn build_hasher(&self) -> QuickHasher {
        QuickHasher(self.0)
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks();
        eights.iter().for_each(|eight| self.write_u64(u64::from_ne_bytes(*eight)));
        self.write_u64(rest.iter().fold(rest.len() as u64, |word, byte| word << 8 | u64::from(*byte)));
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    /// Both halves of a product hang on every bit of what is multiplied.
    fn write_u64(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word) * u128::from(ODD);
        self.0 = product as u64 ^ (product >> 64) as u64;
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::hash::BuildHasher;

    use super::Quick;

    #[test]
    fn texts_that_differ_little_have_hashes_that_differ() {
        let texts =
            (0..40_000).flat_map(|number| [format!("a{number}"), format!("the document {number} is there"), "\0".repeat(number % 90)]);
        let texts: HashSet<String> = texts.collect();
        let hashes: HashSet<u64> = texts.iter().map(|text| Quick::default().hash_one(text)).collect();
        assert_eq!(hashes.len(), texts.len());
        let low: HashSet<u64> = hashes.iter().map(|hash| hash % 65_536).collect();
        assert!(low.len() > 45_000, "{}", low.len());
    }
}
