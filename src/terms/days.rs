//! Days and lengths of time, as they are written and as people read them.

use jiff::civil;

/// Reads `YYYY-MM-DD` and nothing else.
pub fn parse_date(text: &str) -> Option<civil::Date> {
    let shape = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
    if shape { text.parse().ok() } else { None }
}

/// Reads an ISO 8601 duration of whole years, months, weeks or days.
pub fn parse_period(text: &str) -> Option<jiff::Span> {
    let calendar = text.starts_with('P') && text.len() > 2 && !text.contains(['T', '-', '+', '.']);
    if calendar { text.parse().ok() } else { None }
}

/// A date as people write it: 22 November 2026.
pub fn long_date(date: civil::Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}
