//! The program and the library, tried on files: one module a topic. `cases.rs` beside it holds two tests for each check.

mod architecture;
mod bad_input;
mod cli;
mod complete;
mod coverage;
mod declarations;
mod device_class;
mod dice;
mod formats;
mod golden;
mod graph;
mod growth;
mod harness;
mod mutants;
mod nations;
mod plain;
mod promise;
mod properties;
mod readme;
mod removals_of_shares;
mod report;
mod semantics;
mod statistics;
mod told;
mod training;
mod worked_out;
