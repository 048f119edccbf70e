//! How many cases a study needs for a stated precision.

/// The quantile that the published formulae and the package `pmvalsampsize` use.
const Z: f64 = 1.96;
/// The step by which `pmvalsampsize` 0.1.0 looks for the standard error of the observed to expected ratio.
const STEP: f64 = 0.0001;
/// The largest size that is looked for.
const LARGEST: u64 = 1 << 40;

/// The cases needed to know a sensitivity (or non-cases, for a specificity) to within plus or minus `half_width`
/// (Buderer 1996): z² p (1 − p) / d², rounded up.
///
/// `expected` lies between 0 and 1, `half_width` above 0; none otherwise.
pub fn cases_for_precision(expected: f64, half_width: f64) -> Option<u64> {
    let possible = (0.0..=1.0).contains(&expected) && half_width > 0.0;
    if !possible {
        return None;
    }
    // A last digit of floating point must not cost a case.
    let cases = (Z * Z * expected * (1.0 - expected) / (half_width * half_width) - 1e-9).ceil().max(1.0);
    (cases < LARGEST as f64).then_some(cases as u64)
}

/// The smallest study that gives a 95% interval of the C-statistic no wider than `width` (Riley 2021, as in `pmvalsampsize` 0.1.0).
pub fn size_for_c_statistic(c: f64, prevalence: f64, width: f64) -> Option<u64> {
    let possible = (0.5..1.0).contains(&c) && prevalence > 0.0 && prevalence < 1.0 && width > 0.0;
    if !possible {
        return None;
    }
    let narrow = |size: u64| {
        let n = size as f64;
        let spread = 1.0 + (n / 2.0 - 1.0) * ((1.0 - c) / (2.0 - c)) + (n / 2.0 - 1.0) * c / (1.0 + c);
        let variance = c * (1.0 - c) * spread / (n * n * prevalence * (1.0 - prevalence));
        2.0 * Z * variance.sqrt() <= width
    };
    let (mut low, mut high) = (1, LARGEST);
    while low < high {
        let middle = low + (high - low) / 2;
        if narrow(middle) { high = middle } else { low = middle + 1 }
    }
    (low < LARGEST).then_some(low)
}

/// The smallest study whose 95% interval of the ratio of observed to expected cases is as narrow as `width` around 1
/// (Riley 2021, with the steps of `pmvalsampsize` 0.1.0).
pub fn size_for_observed_expected(prevalence: f64, width: f64) -> Option<u64> {
    let possible = prevalence > 0.0 && prevalence < 1.0 && width > 0.0;
    if !possible {
        return None;
    }
    let error = ((width / 2.0).asinh() / Z / STEP - 1e-9).ceil() * STEP;
    let size = (1.0 - prevalence) / (prevalence * error * error);
    (size < LARGEST as f64).then(|| size.ceil() as u64)
}
