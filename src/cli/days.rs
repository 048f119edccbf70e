//! Days: how options give them, and which day it is in London.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::terms::parse_date;

/// The most days that may be looked ahead: ten years.
const FURTHEST: u32 = 3660;

/// The day in London at that moment.
pub fn day_in_london(now: Timestamp) -> Date {
    let zone = TimeZone::posix("GMT0BST,M3.5.0/1,M10.5.0/2").unwrap_or(TimeZone::UTC);
    now.to_zoned(zone).date()
}

/// A day as an option gives it: `2026-11-24`.
pub(super) fn parse_day(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "write a day that exists as year-month-day, such as 2026-11-24".into())
}

/// A number of days ahead: `90d`, `12w` or a bare number, up to ten years.
pub(super) fn parse_horizon(text: &str) -> Result<u32, String> {
    let (number, unit) = match text.strip_suffix('w') {
        Some(weeks) => (weeks, 7),
        None => (text.strip_suffix('d').unwrap_or(text), 1),
    };
    let days = number.parse::<u32>().ok().and_then(|number| number.checked_mul(unit)).filter(|days| *days <= FURTHEST);
    days.ok_or_else(|| "write a number of days or weeks up to ten years, such as 90d or 12w".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_londons_when_the_clock_changes() {
        let day = |moment: &str| day_in_london(moment.parse().unwrap()).to_string();
        assert_eq!(day("2026-03-28T23:59:59Z"), "2026-03-28");
        assert_eq!(day("2026-03-29T23:00:00Z"), "2026-03-30", "summer time began that night");
        assert_eq!(day("2026-10-24T23:00:00Z"), "2026-10-25", "the last night of summer time");
        assert_eq!(day("2026-10-25T23:00:00Z"), "2026-10-25", "summer time has ended");
    }

    #[test]
    fn days_ahead_are_given_in_days_or_weeks() {
        assert_eq!(["90d", "12w", "7"].map(parse_horizon), [Ok(90), Ok(84), Ok(7)]);
        for wrong in ["", "-1", "3y", "3661", "4294967295w"] {
            assert!(parse_horizon(wrong).is_err(), "{wrong}");
        }
    }
}
