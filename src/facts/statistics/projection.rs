//! What sensitivity and specificity become at another prevalence: predictive values and alerts.
//! All of it assumes that sensitivity and specificity hold there too, which another mix of patients may break.

use super::normal::z95;
use super::proportion::Interval;

/// The share of those called that have the finding, at a prevalence (Bayes); none when nobody would be called.
pub fn ppv(sensitivity: f64, specificity: f64, prevalence: f64) -> Option<f64> {
    let called = sensitivity * prevalence + (1.0 - specificity) * (1.0 - prevalence);
    (called > 0.0).then(|| sensitivity * prevalence / called)
}

/// The share of those not called that do not have the finding, at a prevalence (Bayes); none when everybody would be called.
pub fn npv(sensitivity: f64, specificity: f64, prevalence: f64) -> Option<f64> {
    let left = (1.0 - sensitivity) * prevalence + specificity * (1.0 - prevalence);
    (left > 0.0).then(|| specificity * (1.0 - prevalence) / left)
}

/// The 95% interval of the positive predictive value at a prevalence known from elsewhere (Mercaldo, Lau and Zhou 2007, logit).
///
/// The pairs are successes and number of sensitivity and of specificity. None when one of the four cells is zero: then a logit has no
/// value, or the rate without errors passes for certain and the interval is too narrow.
pub fn ppv_interval((tp, cases): (u64, u64), (tn, others): (u64, u64), prevalence: f64) -> Option<Interval> {
    if has_empty_cell((tp, cases), (tn, others)) {
        return None;
    }
    let (se, sp, n1, n0) = (tp as f64 / cases as f64, tn as f64 / others as f64, cases as f64, others as f64);
    let value = ppv(se, sp, prevalence)?;
    logit_interval(value, (1.0 - se) / se / n1 + sp / (1.0 - sp) / n0)
}

/// The 95% interval of the negative predictive value, as [`ppv_interval`].
pub fn npv_interval((tp, cases): (u64, u64), (tn, others): (u64, u64), prevalence: f64) -> Option<Interval> {
    if has_empty_cell((tp, cases), (tn, others)) {
        return None;
    }
    let (se, sp, n1, n0) = (tp as f64 / cases as f64, tn as f64 / others as f64, cases as f64, others as f64);
    let value = npv(se, sp, prevalence)?;
    logit_interval(value, se / (1.0 - se) / n1 + (1.0 - sp) / sp / n0)
}

fn has_empty_cell((tp, cases): (u64, u64), (tn, others): (u64, u64)) -> bool {
    tp == 0 || tp == cases || tn == 0 || tn == others
}

fn logit_interval(value: f64, variance: f64) -> Option<Interval> {
    let logit = (value / (1.0 - value)).ln();
    let half = z95() * variance.sqrt();
    let back = |x: f64| 1.0 / (1.0 + (-x).exp());
    (logit.is_finite() && half.is_finite()).then(|| (back(logit - half), back(logit + half)))
}

/// The share of all cases that would be called at a prevalence, with its 95% interval.
///
/// The interval combines those of sensitivity and specificity by squaring and adding (Zou and Donner 2008); each
/// argument is an estimate with its interval.
pub fn alert_rate((se, se_interval): (f64, Interval), (sp, sp_interval): (f64, Interval), prevalence: f64) -> (f64, Interval) {
    let (p, q) = (prevalence, 1.0 - prevalence);
    let rate = p * se + q * (1.0 - sp);
    let below = (p * (se - se_interval.0)).hypot(q * (sp_interval.1 - sp));
    let above = (p * (se_interval.1 - se)).hypot(q * (sp - sp_interval.0));
    (rate, ((rate - below).max(0.0), (rate + above).min(1.0)))
}
