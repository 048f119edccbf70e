//! Whether a text can be the value of a declared type, and how to mend one that cannot.

use crate::fields::Scalar;
use crate::terms::{parse_date, parse_period};

/// Nothing when the text is a value of that type; else what to do about it, where more can be said than what was expected.
pub(super) fn refuses(scalar: &Scalar, text: &str, plain: bool) -> Option<Option<&'static str>> {
    let number = |fits: fn(f64) -> bool| plain && text.parse::<f64>().is_ok_and(fits);
    let (fits, help) = match scalar {
        Scalar::Text | Scalar::Evidence => (true, None),
        Scalar::Bool => (plain && matches!(text, "true" | "false" | "True" | "False" | "TRUE" | "FALSE"), yes_or_no(text)),
        Scalar::Number => (number(f64::is_finite), unquote(plain)),
        Scalar::Count => (plain && text.parse::<u64>().is_ok(), unquote(plain)),
        Scalar::Share => (number(|share| (0.0..=1.0).contains(&share)), unquote(plain)),
        Scalar::Date => {
            let help = "write the day as year-month-day, such as 2026-05-01; check that the day exists";
            (parse_date(text).is_some(), Some(help))
        }
        Scalar::Period => {
            let help = "write P and the length: P90D is 90 days, P24M 24 months, P1Y a year";
            (parse_period(text).is_some(), Some(help))
        }
        Scalar::Choice(words) => (words.iter().any(|(word, _)| word == text), None),
    };
    (!fits).then_some(help)
}

fn unquote(plain: bool) -> Option<&'static str> {
    (!plain).then_some("remove the quotes")
}

fn yes_or_no(text: &str) -> Option<&'static str> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "y" | "on" | "true" => Some("write `true`"),
        "no" | "n" | "off" | "false" => Some("write `false`"),
        _ => None,
    }
}
