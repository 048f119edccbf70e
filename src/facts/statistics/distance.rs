//! How far the shares of a study cohort lie from those of a local population.

/// The share below which a zero is lifted for the population stability index, which has no value at zero.
const FLOOR: f64 = 1e-4;

/// Measures of distance between two sets of shares over the same categories.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distance {
    /// Total variation: the share of people who would have to belong to another category, from 0 to 1.
    pub total_variation: f64,
    /// The category with the largest gap between the shares, by its index.
    pub largest_at: usize,
    /// That gap, study less local.
    pub largest_gap: f64,
    /// The largest standardised difference of any category (Austin 2009), as an absolute value.
    pub standardised_difference: f64,
    /// The population stability index (natural logarithm); information only, without error rates.
    pub psi: f64,
}

/// The distance of two lists of shares of one length; each is scaled to add up to 1. None when a list is empty or adds up to nothing.
pub fn distance(study: &[f64], local: &[f64]) -> Option<Distance> {
    let (a, b) = (scaled(study)?, scaled(local)?);
    let gaps: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a - b).collect();
    let largest_at = (0..gaps.len()).reduce(|best, at| if gaps[at].abs() > gaps[best].abs() + 1e-12 { at } else { best })?;
    let spread = |p: f64| p * (1.0 - p);
    let standardised = |(a, b): (&f64, &f64)| {
        let spread = ((spread(*a) + spread(*b)) / 2.0).sqrt();
        if spread > 0.0 { ((a - b) / spread).abs() } else { 0.0 }
    };
    let lifted = |share: f64| if share > 0.0 { share } else { FLOOR };
    Some(Distance {
        total_variation: gaps.iter().map(|gap| gap.abs()).sum::<f64>() / 2.0,
        largest_at,
        largest_gap: gaps[largest_at],
        standardised_difference: a.iter().zip(&b).map(standardised).fold(0.0, f64::max),
        psi: a.iter().zip(&b).map(|(a, b)| (lifted(*a), lifted(*b))).map(|(a, b)| (a - b) * (a / b).ln()).sum(),
    })
}

fn scaled(shares: &[f64]) -> Option<Vec<f64>> {
    let sum: f64 = shares.iter().sum();
    (sum > 0.0).then(|| shares.iter().map(|share| share / sum).collect())
}
