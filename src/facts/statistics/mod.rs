//! Statistics of diagnostic accuracy: intervals, differences, projections, distances and sample sizes. Pure arithmetic.

mod distance;
mod normal;
mod projection;
mod proportion;
mod sample_size;

pub use distance::{Distance, distance};
pub use projection::{alert_rate, npv, npv_interval, ppv, ppv_interval};
pub use proportion::{Interval, Method, auc_interval, clopper_pearson, newcombe, wald, wilson};
pub use sample_size::{cases_for_precision, size_for_c_statistic, size_for_observed_expected};
