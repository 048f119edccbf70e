//! The rows of the table: what is measured, and the limits it is held against.

use crate::dossiers::{COPIES, Dossiers};
use crate::measure::Call;
use crate::table::{Bound, Row, Unit};

/// The forms that are written dossier by dossier, so that their memory must not grow with the number of dossiers.
const STREAMED: &[&str] = &["terminal", "json", "jsonl"];
/// How many dossiers the memory is measured at, beside 100.
const MANY: usize = 10_000;
/// How much more memory they may take than 100 dossiers, in bytes.
const MORE_MEMORY: f64 = 10e6;
/// How many dossiers two threads share.
const SHARED: usize = 1_000;
/// The size of a dossier of a new product, against that of tri-x, which stands for it.
const NORMAL: f64 = 15.5 / 10.1;

/// The shipped program, as the release profile builds it.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_readiness");
const MILLION: f64 = 1e6;

/// The instructions that rows and ratios are worked out from.
pub struct Costs {
    /// One run on tri-x.
    pub cold: u64,
    /// Each further tri-x, in the form for a terminal.
    pub further: f64,
    /// Each further tri-x, in JSON.
    pub further_json: f64,
    /// One run on tri-x-ready.
    pub cold_ready: u64,
    /// Each further tri-x-ready, in the form for a terminal.
    pub further_ready: f64,
}

impl Costs {
    /// Counts them all.
    pub fn count(dossiers: &Dossiers) -> Result<Costs, String> {
        let count = |path: &str, form: &str| check(dossiers, &[path, "--format", form, "--jobs", "1"], |call| call.instructions());
        let (cold, cold_json, cold_ready) = (count("tri-x/1", "terminal")?, count("tri-x/1", "json")?, count("tri-x-ready/1", "terminal")?);
        Ok(Costs {
            cold,
            further: each_further(cold, count("tri-x", "terminal")?),
            further_json: each_further(cold_json, count("tri-x", "json")?),
            cold_ready,
            further_ready: each_further(cold_ready, count("tri-x-ready", "terminal")?),
        })
    }
}

/// What each further copy costs, of what one and all copies cost.
pub fn each_further(one: u64, all: u64) -> f64 {
    all.saturating_sub(one) as f64 / (COPIES - 1) as f64
}

/// Every row of the table.
pub fn rows(dossiers: &Dossiers, costs: &Costs) -> Result<Vec<Row>, String> {
    let counted = |name: &str, instructions: f64, limit: f64, aim: f64| Row {
        name: name.to_string(),
        measured: instructions / MILLION,
        unit: Unit::Instructions,
        bound: Bound::AtMost(limit),
        aim: Some(aim),
    };
    let mut rows = vec![
        counted("cold start with tri-x, terminal", costs.cold as f64, 10.0, 6.0),
        cold_start_in_time(dossiers)?,
        counted("each further 15.5 KB, terminal", costs.further * NORMAL, 6.4, 4.0),
        counted("each further 15.5 KB, json", costs.further_json * NORMAL, 6.4, 5.0),
        counted("each further tri-x-ready (146 KB), terminal", costs.further_ready, 25.0, 15.0),
    ];
    for form in STREAMED {
        rows.push(memory(dossiers, form)?);
    }
    rows.push(two_threads(dossiers)?);
    Ok(rows)
}

fn cold_start_in_time(dossiers: &Dossiers) -> Result<Row, String> {
    let time = check(dossiers, &["tri-x/1"], |call| call.processor_time(100))?;
    let name = "cold start with tri-x, processor time".to_string();
    Ok(Row { name, measured: time, unit: Unit::Milliseconds, bound: Bound::AtMost(5.0), aim: None })
}

fn memory(dossiers: &Dossiers, form: &str) -> Result<Row, String> {
    let (few, many) = (dossiers.many(100)?, dossiers.many(MANY)?);
    let peak = |folder: &str| check(dossiers, &[folder, "--format", form], |call| call.memory());
    let (few, many) = (peak(&few)?, peak(&many)?);
    Ok(Row {
        name: format!("memory at {MANY} dossiers, {form}"),
        measured: many as f64 / MILLION,
        unit: Unit::Megabytes,
        bound: Bound::AtMost((few as f64 + MORE_MEMORY) / MILLION),
        aim: None,
    })
}

/// How much faster two threads are than one.
fn two_threads(dossiers: &Dossiers) -> Result<Row, String> {
    let many = dossiers.many(SHARED)?;
    let time = |jobs: &str| check(dossiers, &[&many, "--jobs", jobs], |call| call.wall_time(5));
    let name = format!("{SHARED} dossiers with two threads against one");
    Ok(Row { name, measured: time("1")? / time("2")?, unit: Unit::Times, bound: Bound::AtLeast(1.8), aim: None })
}

/// Measures `readiness check` on a fixed day with the built-in packs.
fn check<T>(dossiers: &Dossiers, arguments: &[&str], measure: impl Fn(&Call) -> Result<T, String>) -> Result<T, String> {
    let arguments = [&["check", "--as-of", "2026-11-22"], arguments].concat();
    measure(&Call { program: PROGRAM, arguments: &arguments, folder: dossiers.path() })
}
