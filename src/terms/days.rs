//! Days and lengths of time, as they are written and as people read them.

use jiff::civil;

/// Reads `YYYY-MM-DD` and nothing else.
pub fn parse_date(text: &str) -> Option<civil::Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return None };
    let number =
        |digits: &[u8]| digits.iter().try_fold(0i16, |number, digit| digit.is_ascii_digit().then(|| number * 10 + i16::from(digit - b'0')));
    let (year, month, day) = (number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?);
    civil::Date::new(year, month as i8, day as i8).ok()
}

/// A length of time by the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Whole years.
    pub years: i16,
    /// Whole months.
    pub months: i32,
    /// Whole weeks.
    pub weeks: i32,
    /// Whole days.
    pub days: i32,
}

impl Period {
    /// The day that lies so long before another; none before the calendar begins.
    pub fn before(self, day: civil::Date) -> Option<civil::Date> {
        day.checked_sub(self.span()?).ok()
    }

    /// The day that lies so long after another; none after the calendar ends.
    pub fn after(self, day: civil::Date) -> Option<civil::Date> {
        day.checked_add(self.span()?).ok()
    }

    fn span(self) -> Option<jiff::Span> {
        let years = jiff::Span::new().try_years(self.years).and_then(|span| span.try_months(self.months));
        years.and_then(|span| span.try_weeks(self.weeks)).and_then(|span| span.try_days(self.days)).ok()
    }
}

/// Reads an ISO 8601 duration of whole years, months, weeks or days.
pub fn parse_period(text: &str) -> Option<Period> {
    let calendar = text.starts_with('P') && text.len() > 2 && !text.contains(['T', '-', '+', '.']);
    let span: jiff::Span = if calendar { text.parse().ok()? } else { return None };
    Some(Period { years: span.get_years(), months: span.get_months(), weeks: span.get_weeks(), days: span.get_days() })
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A date as people write it: 22 November 2026.
pub fn long_date(date: civil::Date) -> String {
    let month = MONTHS[date.month() as usize - 1];
    format!("{} {month} {:04}", date.day(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_and_written_as_the_calendar_has_them() {
        for text in ["2026-05-01", "2024-02-29", "0000-01-01", "0999-12-31", "9999-12-31", "2026-02-29", "2026-00-10", "2026-13-01"] {
            assert_eq!(parse_date(text), text.parse().ok(), "{text}");
            if let Some(date) = parse_date(text) {
                assert_eq!(long_date(date), date.strftime("%-d %B %Y").to_string());
            }
        }
        for text in ["", "2026-5-1", "20260501", "2026-05-0a", "+026-05-01", "2026-05-01T00", "2026/05/01"] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }
}
