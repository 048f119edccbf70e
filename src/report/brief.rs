//! Shortens long texts where a report repeats them, so that one long name does not make a report of megabytes.
//!
//! The limits are house choices, far above what ordinary dossiers hold; what is left out is left out of the middle, since
//! sentences say at their end what became of what they name at their beginning.

use std::borrow::Cow;

/// The longest name, id or title, in characters.
const NAME: usize = 200;
/// The longest path of an answer, in characters.
const PATH: usize = 300;
/// The longest sentence, in characters.
const SENTENCE: usize = 1_000;

/// A name, an id or a title of the dossier.
pub(super) fn name(text: &str) -> Cow<'_, str> {
    shortened(text, NAME)
}

/// The path of an answer.
pub(super) fn path(text: &str) -> Cow<'_, str> {
    shortened(text, PATH)
}

/// A sentence that may hold words of the dossier.
pub(super) fn sentence(text: &str) -> Cow<'_, str> {
    shortened(text, SENTENCE)
}

fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    // No text has more characters than bytes.
    if text.len() <= most {
        return text.into();
    }
    let Some((cut, _)) = text.char_indices().nth(most / 2) else { return text.into() };
    let tail = text.char_indices().rev().nth(most / 2 - 1).map_or(text.len(), |(at, _)| at);
    if text[..tail].chars().count() <= most - most / 2 {
        return text.into();
    }
    format!("{}…{}", text[..cut].trim_end(), text[tail..].trim_start()).into()
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_text_keeps_its_beginning_and_its_end() {
        assert_eq!(shortened("abcdefgh", 8), "abcdefgh");
        assert_eq!(shortened("abcdefghi", 8), "abcd…fghi");
        assert_eq!(shortened("ääääääää", 8), "ääääääää");
        assert_eq!(shortened("äbcdefghiö", 8), "äbcd…ghiö");
        assert_eq!(shortened("the mark aaaaaaaaaaaa is lower", 17), "the mark…is lower");
    }
}
