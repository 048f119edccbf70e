//! The packs that come with the program, as TOML; `build.rs` lists every file under `rules/`.

/// Name (`rules/checks/product.toml`) and text of every embedded file, in the order of the names.
pub const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
