//! The standard normal distribution.

use statrs::distribution::{ContinuousCDF, Normal};

/// The quantile of the standard normal distribution for a two-sided 95% interval (about 1.96).
pub(super) fn z95() -> f64 {
    Normal::standard().inverse_cdf(0.975)
}
