//! The table as it is printed.

/// One thing that is measured, with its limit.
pub struct Row {
    /// What is measured.
    pub name: String,
    /// The number.
    pub measured: f64,
    /// What it counts.
    pub unit: Unit,
    /// Where it holds.
    pub bound: Bound,
    /// The limit that is aimed at next.
    pub aim: Option<f64>,
}

/// What a number counts.
#[derive(Clone, Copy)]
pub enum Unit {
    /// Millions of instructions.
    Instructions,
    /// Milliseconds of processor time.
    Milliseconds,
    /// Millions of bytes.
    Megabytes,
    /// How many times as fast.
    Times,
}

/// Where a number holds.
#[derive(Clone, Copy)]
pub enum Bound {
    /// Up to this.
    AtMost(f64),
    /// From this on.
    AtLeast(f64),
}

impl Row {
    /// Whether the number is within its limit.
    pub fn holds(&self) -> bool {
        self.bound.admits(self.measured)
    }

    fn cells(&self) -> [String; 5] {
        let shown = |number: f64| self.unit.shown(number);
        let bound = match self.bound {
            Bound::AtMost(limit) => shown(limit),
            Bound::AtLeast(limit) => format!("at least {}", shown(limit)),
        };
        let verdict = if self.holds() { "holds" } else { "does not hold" };
        [self.name.clone(), shown(self.measured), bound, self.aim.map_or(String::new(), shown), verdict.to_string()]
    }
}

impl Bound {
    fn admits(self, number: f64) -> bool {
        match self {
            Bound::AtMost(limit) => number <= limit,
            Bound::AtLeast(limit) => number >= limit,
        }
    }
}

impl Unit {
    fn shown(self, number: f64) -> String {
        match self {
            Unit::Instructions => format!("{number:.2} M"),
            Unit::Milliseconds => format!("{number:.1} ms"),
            Unit::Megabytes => format!("{number:.1} MB"),
            Unit::Times => format!("{number:.2} times"),
        }
    }
}

/// Prints the rows below their headings.
pub fn print(rows: &[Row]) {
    let headings = ["row", "measured", "at most", "next aim", "holds"].map(str::to_string);
    for [name, measured, bound, aim, verdict] in std::iter::once(headings).chain(rows.iter().map(Row::cells)) {
        println!("{name:<48}  {measured:>14}  {bound:>19}  {aim:>8}  {verdict}");
    }
}
