//! How a program is measured: instructions by valgrind, memory by GNU time, processor and wall time by the system's clocks.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Instant;

/// GNU time; a shell has a word of its own with this name, which tells no memory.
const TIME: &str = "/usr/bin/time";

/// A program with its arguments, in the folder it runs in.
pub struct Call<'c> {
    /// The program: a path, or a name that is looked for.
    pub program: &'c str,
    /// What it is called with.
    pub arguments: &'c [&'c str],
    /// Where it runs.
    pub folder: &'c Path,
}

impl Call<'_> {
    /// The instructions of one run.
    pub fn instructions(&self) -> Result<u64, String> {
        let output = self.run(&["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"])?;
        let said = String::from_utf8_lossy(&output.stderr);
        let counted = said.lines().rev().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok());
        counted.ok_or_else(|| format!("valgrind told no count:\n{said}"))
    }

    /// The most memory that one run held, in bytes.
    pub fn memory(&self) -> Result<u64, String> {
        let output = self.run(&[TIME, "-f", "%M"])?;
        let said = String::from_utf8_lossy(&output.stderr);
        let kibibytes: Option<u64> = said.lines().last().and_then(|line| line.trim().parse().ok());
        kibibytes.map(|number| number * 1024).ok_or_else(|| format!("GNU time told no memory:\n{said}"))
    }

    /// The processor time of one run in milliseconds: the mean of so many, since the system counts in hundredths of a second.
    pub fn processor_time(&self, runs: u32) -> Result<f64, String> {
        let before = ticks_of_children()?;
        for _ in 0..runs {
            self.run(&[])?;
        }
        Ok((ticks_of_children()? - before) as f64 * 10.0 / f64::from(runs))
    }

    /// The wall time of one run in seconds: the median of so many.
    pub fn wall_time(&self, runs: usize) -> Result<f64, String> {
        let mut times = Vec::new();
        for _ in 0..runs {
            let start = Instant::now();
            self.run(&[])?;
            times.push(start.elapsed().as_secs_f64());
        }
        times.sort_by(f64::total_cmp);
        Ok(times[runs / 2])
    }

    /// Runs it under another program, and without the settings of whoever started this one; what it prints is thrown away.
    pub fn run(&self, under: &[&str]) -> Result<Output, String> {
        let words: Vec<&str> = under.iter().chain([&self.program]).chain(self.arguments).copied().collect();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).current_dir(self.folder).env_clear().envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let output = command.output().map_err(|error| format!("{} cannot be run: {error}", words[0]))?;
        // Gaps that are open make the exit code 1; everything above is a failure, and a signal has no code.
        match output.status.code() {
            Some(0 | 1) => Ok(output),
            _ => Err(format!("`{}` failed:\n{}", words.join(" "), String::from_utf8_lossy(&output.stderr))),
        }
    }
}

/// That what measures can be run, or how to get it.
pub fn tools_are_here() -> Result<(), String> {
    for (tool, job, package) in
        [("valgrind", "instructions are counted by valgrind", "valgrind"), (TIME, "memory is told by GNU time", "time")]
    {
        if !Command::new(tool).arg("--version").output().is_ok_and(|output| output.status.success()) {
            return Err(format!("nothing was measured: {job}, and it is not installed (on Debian: apt install {package})"));
        }
    }
    Ok(())
}

/// The user and system time of all children that have ended, in hundredths of a second.
fn ticks_of_children() -> Result<u64, String> {
    let stat = fs::read_to_string("/proc/self/stat").map_err(|error| format!("/proc/self/stat cannot be read: {error}"))?;
    // The name of the program, in brackets, may hold blanks; what follows it begins with field 3.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let field = |number: usize| fields.get(number - 3).and_then(|text| text.parse::<u64>().ok());
    field(16).zip(field(17)).map(|(user, system)| user + system).ok_or_else(|| "/proc/self/stat has another form".to_string())
}
