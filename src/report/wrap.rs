//! Breaks a paragraph into lines as textwrap does, at a tenth of the cost; what holds a word longer than a line is left to textwrap.

use textwrap::core::display_width;

use crate::text::{all_visible, visible_line};

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
    if !by_words(to, setting, text) {
        to.truncate(before);
        by_textwrap(to, setting, text);
    }
}

fn by_textwrap(to: &mut String, setting: Setting<'_>, text: &str) {
    let options = wrapping(setting.width).initial_indent(setting.first).subsequent_indent(setting.rest);
    textwrap::wrap(&visible_line(text), options).iter().for_each(|one| line(to, "", one));
}

/// As many words on each line as fit; false where a word is longer than a line, or is not to be shown as it is.
fn by_words(to: &mut String, setting: Setting<'_>, text: &str) -> bool {
    let room = |indent: &str| setting.width.saturating_sub(display_width(indent));
    let (mut indent, mut room, rest) = (setting.first, room(setting.first), room(setting.rest));
    // Where the words of a line begin and end, and how many columns they take with the spaces behind them.
    let (mut begin, mut end, mut used) = (0, 0, 0);
    // An indented first line may stay empty.
    let mut may_end = !indent.is_empty();
    let mut at = 0;
    while at < text.len() {
        let word = word_at(text, at);
        let Some(columns) = columns(word).filter(|columns| *columns <= rest) else { return false };
        if used + columns > room && may_end {
            line(to, indent, &text[begin..end]);
            (indent, room, begin, used) = (setting.rest, rest, at, 0);
        }
        end = at + word.len();
        at = end + spaces_at(text, end);
        used += columns + (at - end);
        may_end = true;
    }
    line(to, indent, &text[begin..end]);
    true
}

/// The letters up to the next space.
fn word_at(text: &str, at: usize) -> &str {
    let length = text.as_bytes()[at..].iter().position(|byte| *byte == b' ');
    &text[at..length.map_or(text.len(), |length| at + length)]
}

fn spaces_at(text: &str, at: usize) -> usize {
    text.as_bytes()[at..].iter().take_while(|byte| **byte == b' ').count()
}

/// How many columns a word takes that can be shown as it is.
fn columns(word: &str) -> Option<usize> {
    if word.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Some(word.len());
    }
    all_visible(word).then(|| display_width(word))
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

    use super::{Setting, by_textwrap, by_words, wrap};

    /// Words and spaces of all kinds that reports hold; rarely, what must not be shown.
    fn text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            60 => "[!-~]{0,12}",
            60 => " {1,3}",
            20 => "[a-z]{1,9}(-[a-z]{1,9}){0,3}",
            20 => "[äé·—’“”…│漢字🙂\u{301}\u{a0}\u{3000}]{1,3}",
            1 => "[\u{200b}\u{202e}\t\r\n\u{1b}\u{7f}]",
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
            own.set(own.get() + usize::from(by_words(&mut String::new(), setting, &text)));
            Ok(())
        });
        outcome.unwrap();
        assert!(own.get() > 5_000, "only {} of 10,000 texts were wrapped by words", own.get());
    }
}
