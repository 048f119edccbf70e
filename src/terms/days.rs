//! Days and lengths of time, as they are written and as people read them.

use jiff::civil;

/// Reads `YYYY-MM-DD` and nothing else.
pub fn parse_date(text: &str) -> Option<civil::Date> {
    let shape = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
    if shape { text.parse().ok() } else { None }
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

/// A date as people write it: 22 November 2026.
pub fn long_date(date: civil::Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}
