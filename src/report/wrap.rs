//! Breaks a paragraph into lines as textwrap does, at a small part of the cost; letters wider than a column and words longer than a
//! line are left to textwrap.

use textwrap::core::display_width;

use crate::text::visible_line;

/// How a paragraph is set: what its first line begins with, what the others begin with, and how wide a line may be, in columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) first: &'a str,
    pub(super) rest: &'a str,
    pub(super) width: usize,
}

/// Lines break at spaces only, so that ids stay whole; a word longer than a line is cut.
pub(super) fn wrapping<'a>(width: usize) -> textwrap::Options<'a> {
    textwrap::Options::new(width).word_separator(textwrap::WordSeparator::AsciiSpace).word_splitter(textwrap::WordSplitter::NoHyphenation)
}

/// Writes a paragraph behind a text, every line with its end; what would steer a terminal is made visible.
pub(super) fn wrap(to: &mut String, setting: Setting<'_>, text: &str) {
    let before = to.len();
    if !by_columns(to, setting, text) {
        to.truncate(before);
        by_textwrap(to, setting, text);
    }
}

fn by_textwrap(to: &mut String, setting: Setting<'_>, text: &str) {
    let options = wrapping(setting.width).initial_indent(setting.first).subsequent_indent(setting.rest);
    textwrap::wrap(&visible_line(text), options).iter().for_each(|one| line(to, "", one));
}

/// Ends each line at the last space that fits; false where a letter is not as wide as a column, or a word longer than a line.
fn by_columns(to: &mut String, setting: Setting<'_>, text: &str) -> bool {
    let room = |indent: &str| setting.width.saturating_sub(display_width(indent));
    let (mut indent, mut room, others) = (setting.first, room(setting.first), room(setting.rest));
    // An indented first line may stay empty, where the first word fits only on the second.
    let mut may_stay_empty = !indent.is_empty();
    let mut left = text;
    if !narrow(text) {
        return false;
    }
    loop {
        let behind = without(left, room);
        let fits = left.len() - behind.len();
        let end = match behind.chars().next() {
            None | Some(' ') => fits,
            Some(_) => match left[..fits].rfind(' ') {
                Some(space) => space,
                None if may_stay_empty => 0,
                None => return false,
            },
        };
        if room > others && left[..end].split(' ').any(|word| word.len() > others) {
            return false;
        }
        line(to, indent, &left[..end]);
        left = left[end..].trim_start_matches(' ');
        if left.is_empty() {
            return true;
        }
        (indent, room, may_stay_empty) = (setting.rest, others, false);
    }
}

/// A text without its first letters.
fn without(text: &str, letters: usize) -> &str {
    if text.get(..letters).is_some_and(str::is_ascii) {
        return &text[letters..];
    }
    let mut chars = text.chars();
    if let Some(last) = letters.checked_sub(1) {
        chars.nth(last);
    }
    chars.as_str()
}

/// Whether every letter takes one column and is shown as it is.
fn narrow(text: &str) -> bool {
    text.bytes().fold(true, |all, byte| all & matches!(byte, b' '..=b'~')) || text.chars().all(one_column)
}

fn one_column(letter: char) -> bool {
    matches!(letter, ' '..='~' | '®'..='ſ' | '–' | '—' | '‘' | '’' | '“' | '”' | '…')
}

fn line(to: &mut String, indent: &str, words: &str) {
    let words = words.trim_end();
    to.push_str(if words.is_empty() { indent.trim_end() } else { indent });
    to.push_str(words);
    to.push('\n');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::{RngSeed, TestRunner};

    use super::{Setting, by_columns, by_textwrap, display_width, one_column, visible_line, wrap};

    /// Words and spaces of all kinds that reports hold; rarely, what is wider than a column or must not be shown.
    fn text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            60 => "[!-~]{0,12}",
            60 => " {1,3}",
            20 => "[a-z]{1,9}(-[a-z]{1,9}){0,3}",
            20 => "[äéſ·—’“”…]{1,3}",
            1 => "[漢🙂│\u{301}\u{a0}\u{3000}\u{200b}\u{202e}\t\r\n\u{1b}\u{7f}]",
        ];
        proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    #[test]
    fn lines_break_where_textwrap_breaks_them() {
        let config = ProptestConfig { cases: 10_000, rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default() };
        let settings = ("[ 0-9a·]{0,6}", "[ 0-9a·]{0,6}", 0_usize..130);
        let own = std::cell::Cell::new(0);
        let outcome = TestRunner::new(config).run(&(text(), settings), |(text, (first, rest, width))| {
            let setting = Setting { first: &first, rest: &rest, width };
            let (mut ours, mut theirs) = ("before\n".to_string(), "before\n".to_string());
            wrap(&mut ours, setting, &text);
            by_textwrap(&mut theirs, setting, &text);
            prop_assert_eq!(ours, theirs);
            own.set(own.get() + usize::from(by_columns(&mut String::new(), setting, &text)));
            Ok(())
        });
        outcome.unwrap();
        assert!(own.get() > 5_000, "only {} of 10,000 texts were wrapped by columns", own.get());
    }
    #[test]
    fn every_letter_that_is_counted_as_a_column_takes_one() {
        for letter in (char::MIN..=char::MAX).filter(|letter| one_column(*letter)) {
            let text = letter.to_string();
            assert_eq!((display_width(&text), visible_line(&text)), (1, text), "{letter:?}");
        }
    }
}
