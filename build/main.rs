//! Reads the packs under `rules/` with the program's own reader and writes them as Rust, so that they become data of the program.
//! A mistake in them ends the build, and is told with its place.

#![allow(dead_code, unused_imports, reason = "the stages are read here whole, and used in part")]
#![allow(clippy::upper_case_acronyms, clippy::enum_variant_names, reason = "what the library offers to others keeps its names")]

#[path = "../src/dossier/mod.rs"]
mod dossier;
#[path = "../src/facts/mod.rs"]
mod facts;
#[path = "../src/fields/mod.rs"]
mod fields;
#[path = "../src/rules/mod.rs"]
mod rules;
mod rust;
#[path = "../src/tables/mod.rs"]
mod tables;
#[path = "../src/terms/mod.rs"]
mod terms;
#[path = "../src/text/mod.rs"]
mod text;
mod write;

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=rules");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let mut paths = Vec::new();
    collect(&root.join("rules"), &mut paths);
    paths.sort();
    let file = |path: &PathBuf| {
        let name = path.strip_prefix(&root).expect("below the root").to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(path).expect("a file of rules can be read"))
    };
    let files: Vec<(String, String)> = paths.iter().map(file).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let book = rules::read_book(&files).unwrap_or_else(|error| {
        let mistakes: Vec<String> = error.mistakes.iter().map(|mistake| mistake.line(&error.sources)).collect();
        panic!("the packs of the program are wrong:\n{}", mistakes.join("\n"))
    });
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it")).join("built.rs");
    fs::write(out, write::book(&book, &root)).expect("the build folder can be written");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("rules/ can be read") {
        let path = entry.expect("rules/ can be read").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
}
