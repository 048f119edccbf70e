//! The standard normal distribution.

use std::sync::LazyLock;

use statrs::distribution::{ContinuousCDF, Normal};

/// The quantile of the standard normal distribution for a two-sided 95% interval (about 1.96).
pub(super) fn z95() -> f64 {
    static Z95: LazyLock<f64> = LazyLock::new(|| Normal::standard().inverse_cdf(0.975));
    *Z95
}
