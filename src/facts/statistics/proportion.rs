//! Intervals of one proportion, of the difference of two, and of the area under the curve.

use crate::terms::choice;
use statrs::distribution::{Beta, ContinuousCDF};

use super::normal::z95;

/// A 95% interval: its lower and its upper end.
pub type Interval = (f64, f64);

choice! {
    /// How the interval of a proportion is worked out.
    Method {
        /// The score interval of Wilson 1927, recommended for general use by Brown, Cai and DasGupta 2001.
        Wilson = "wilson",
        /// The exact interval of Clopper and Pearson 1934; never too narrow, often too wide.
        ClopperPearson = "clopper-pearson",
    }
}

// Wilson's is the usual one.
#[expect(clippy::derivable_impls, reason = "the macro that defines the words derives no default")]
impl Default for Method {
    fn default() -> Self {
        Method::Wilson
    }
}

impl Method {
    /// The 95% interval of `successes` of `n`; `n` is at least 1 and at least `successes`.
    pub fn interval(self, successes: u64, n: u64) -> Interval {
        match self {
            Method::Wilson => wilson(successes, n),
            Method::ClopperPearson => clopper_pearson(successes, n),
        }
    }

    /// Its name for a reader.
    pub fn words(self) -> &'static str {
        match self {
            Method::Wilson => "Wilson",
            Method::ClopperPearson => "Clopper-Pearson",
        }
    }
}

/// The 95% Wilson score interval of `successes` of `n`; `n` is at least 1 and at least `successes`.
pub fn wilson(successes: u64, n: u64) -> Interval {
    let z = z95();
    let (x, n) = (successes as f64, n as f64);
    let p = x / n;
    let centre = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt() / (1.0 + z * z / n);
    ((centre - half).max(0.0).min(p), (centre + half).min(1.0).max(p))
}

/// The exact 95% interval of Clopper and Pearson; `n` is at least 1 and at least `successes`.
pub fn clopper_pearson(successes: u64, n: u64) -> Interval {
    let (x, rest) = (successes as f64, (n - successes) as f64);
    let p = x / n as f64;
    let lower = if successes == 0 { 0.0 } else { beta_quantile(0.025, (x, rest + 1.0), (0.0, p)) };
    let upper = if successes == n { 1.0 } else { beta_quantile(0.975, (x + 1.0, rest), (p, 1.0)) };
    (lower, upper)
}

/// The quantile of a beta distribution that is known to lie between two ends.
///
/// It is halved out of the library's distribution function: the library's own quantile (statrs 0.19) has few right digits near 0,
/// and never returns for one success among 1,000,000,000.
fn beta_quantile(probability: f64, (a, b): (f64, f64), (mut low, mut high): Interval) -> f64 {
    let Ok(beta) = Beta::new(a, b) else { return f64::NAN };
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return middle;
        }
        if beta.cdf(middle) < probability { low = middle } else { high = middle }
    }
}

/// The 95% Wald interval, kept only to recognise published intervals: it may leave 0 to 1 and is too narrow near them.
pub fn wald(successes: u64, n: u64) -> Interval {
    let p = successes as f64 / n as f64;
    let half = z95() * (p * (1.0 - p) / n as f64).sqrt();
    (p - half, p + half)
}

/// The 95% interval of the difference of two independent proportions, first less second (Newcombe 1998, method 10).
///
/// Each pair is successes and number; both numbers are at least 1.
pub fn newcombe((x1, n1): (u64, u64), (x2, n2): (u64, u64)) -> Interval {
    let (p1, p2) = (x1 as f64 / n1 as f64, x2 as f64 / n2 as f64);
    let ((l1, u1), (l2, u2)) = (wilson(x1, n1), wilson(x2, n2));
    let d = p1 - p2;
    (d - (p1 - l1).hypot(u2 - p2), d + (u1 - p1).hypot(p2 - l2))
}

/// The 95% interval of an area under the curve from summary data alone (Hanley and McNeil 1982).
///
/// `cases` have the finding and `others` have not; both at least 1. With cases' scores at hand DeLong's method is better.
pub fn auc_interval(auc: f64, cases: u64, others: u64) -> Interval {
    let (n1, n0) = (cases as f64, others as f64);
    let (q1, q2) = (auc / (2.0 - auc), 2.0 * auc * auc / (1.0 + auc));
    let variance = (auc * (1.0 - auc) + (n1 - 1.0) * (q1 - auc * auc) + (n0 - 1.0) * (q2 - auc * auc)) / (n1 * n0);
    let half = z95() * variance.max(0.0).sqrt();
    ((auc - half).max(0.0), (auc + half).min(1.0))
}
