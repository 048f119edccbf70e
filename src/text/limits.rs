//! What one file may cost, so that hostile files are harmless.

/// What one file may cost.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of text.
    pub bytes: usize,
    /// Nodes, counted with every alias expanded.
    pub nodes: u64,
    /// Things that the lists and tables of a dossier describe, such as hazards, studies and documents, all together.
    pub members: usize,
    /// Levels of nesting, counted through aliases.
    pub depth: u32,
    /// Mistakes reported before giving up.
    pub mistakes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { bytes: 16 << 20, nodes: 1_000_000, members: 20_000, depth: 64, mistakes: 100 }
    }
}
