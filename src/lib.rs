//! `readiness` tells whether an AI or digital health product is ready to be bought, piloted or used in the
//! NHS: what is missing, why it matters, who must act, and who must be trained.
//!
//! Each stage is a folder, and uses only those before it:
//!
//! 1. [`terms`]: the words that many stages share (gates, roles, forces, nations), and days.
//! 2. [`text`]: a file becomes one tree of nodes that know their places (YAML and TOML alike).
//! 3. [`fields`]: what may stand in a dossier: records, fields and sets of words, declared in TOML under `rules/dossier`
//!    and in packs of one's own.
//! 4. [`tables`]: dated tables, read from TOML: marks, classes, kinds of document, thresholds, outcomes of training.
//! 5. [`dossier`]: the files of a dossier become one tree, bound to its declarations in one walk that tells every mistake;
//!    and small typed views of what the facts compute with.
//! 6. [`facts`]: what can be worked out from these views, the documents, the tables and a date; typed to the end.
//! 7. [`rules`]: packs of checks, sources and training, read from TOML and held against the declared fields and facts.
//! 8. [`packs`]: the packs that come with the program, read when it is built, so that a start reads nothing.
//! 9. [`assessment`]: evaluates the checks in three-valued logic; makes every count, place and the verdict. What is asked
//!    (rules, day, gate) is one value, the [`Case`](assessment::Case).
//! 10. [`report`]: one pure step makes what a reader gets to see; one file for one form draws it.
//! 11. [`cli`]: the only stage that touches the disk; `main` hands it the terminal and the day.
//!
//! Everything before the command line is pure and can be embedded:
//!
//! ```
//! use readiness::assessment::{Asked, Case};
//! use readiness::facts::Files;
//! use readiness::packs::load_book;
//! use readiness::text::Limits;
//!
//! let book = load_book(&[]).expect("no pack is added that could be wrong");
//! let file = ("dossier.yaml".to_string(), b"dossier: 1\n".to_vec());
//! let case = Case { book: &book, as_of: jiff::civil::date(2026, 11, 24), asked: Asked::default() };
//! let loaded = case.load(vec![file], Limits::default()).expect("a readable dossier");
//! let known = case.work_out(&loaded, &Files::default());
//! let assessment = case.assess(&loaded, &known);
//! assert_eq!(assessment.counts.met, 0);
//! ```

#![forbid(unsafe_code)]
#![warn(missing_docs, clippy::print_stdout, clippy::print_stderr, clippy::dbg_macro, clippy::unwrap_used, clippy::todo)]
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod assessment;
pub mod cli;
pub mod dossier;
pub mod facts;
pub mod fields;
pub mod packs;
pub mod report;
pub mod rules;
pub mod tables;
pub mod terms;
pub mod text;
