//! `readiness` tells whether an AI or digital health product is ready to be bought, piloted or used in the
//! NHS: what is missing, why it matters, who must act, and who must be trained.
//!
//! The pipeline is a line, and each stage is a folder:
//!
//! 1. [`text`]: files become one tree of nodes that know their places (YAML and TOML alike).
//! 2. [`dossier`]: the typed sections of a product dossier, the schema they give, and how files are checked
//!    against it and laid over each other.
//! 3. [`facts`]: what can be worked out from a dossier, its documents, dated tables and a date; written into
//!    the same tree under `facts`.
//! 4. [`rules`]: packs of checks, sources, training and tables, read from TOML and checked against the schema.
//! 5. [`assessment`]: evaluates the checks on the tree in three-valued logic; makes every count, place and the verdict.
//! 6. [`report`]: one pure step makes a view for one reader; one file for one format draws it.
//! 7. [`cli`]: the only stage that touches disk, terminal and clock.
//!
//! Everything before the command line is pure and can be embedded:
//!
//! ```
//! use readiness::assessment::{Asked, Case};
//! use readiness::facts::Files;
//! use readiness::rules::load_book;
//! use readiness::text::Limits;
//!
//! let book = load_book(&[]).expect("the embedded packs are consistent");
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
pub mod report;
pub mod rules;
pub mod tables;
pub mod terms;
pub mod text;
