//! What counts as "nobody has said": missing, null, empty, or a placeholder. Never a no.

/// Words people write where an answer should stand.
const PLACEHOLDERS: &[&str] = &[
    "",
    "-",
    "--",
    "---",
    "?",
    "??",
    "???",
    "...",
    "…",
    "n/a",
    "na",
    "n.a.",
    "not applicable",
    "none",
    "nil",
    "null",
    "tbc",
    "tbd",
    "tba",
    "to follow",
    "to be confirmed",
    "to be decided",
    "to be determined",
    "to be advised",
    "to be added",
    "to do",
    "todo",
    "pending",
    "unknown",
    "not known",
    "not yet known",
    "awaited",
    "awaiting",
    "see above",
    "as above",
    "not stated",
    "not provided",
    "not available",
    "not given",
    "will follow",
    "in progress",
    "insert",
    "nothing",
    "xxx",
];

/// The placeholders that the published schema lets an editor accept where a word or a date is expected.
pub const EDITOR_PLACEHOLDERS: &[&str] = &["", "-", "TBC", "tbc", "TBD", "tbd", "to follow", "n/a", "N/A", "none", "pending", "unknown"];

/// Whether plain text is YAML's null.
pub fn null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// What a placeholder may be wrapped in.
const WRAPPING: [char; 9] = ['<', '>', '[', ']', '(', ')', '{', '}', '*'];

/// How a placeholder may go on.
const BEGINNINGS: &[&str] = &["tbc", "tbd", "t.b.c", "n/a", "to be confirmed", "see attached", "not yet decided", "awaiting "];

/// Whether a text only stands in for an answer.
pub fn placeholder(text: &str) -> bool {
    if text.len() > 40 {
        return text.trim().is_empty();
    }
    may_stand_in(text) && stands_in_for_an_answer(text)
}

/// Whether a text could stand in for an answer, by its first three bytes: most texts could not, and none that begins with a digit.
/// What goes on otherwise than with letters, digits, spaces and hyphens could.
fn may_stand_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    let lower = |at: usize| bytes.get(at).map_or(b' ', u8::to_ascii_lowercase);
    let first = lower(0);
    if !matches!(first, b'n' | b't' | b'p' | b'u' | b'a' | b's' | b'w' | b'i' | b'x') {
        return !first.is_ascii_alphanumeric();
    }
    let (second, third) = (lower(1), lower(2));
    let told = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let all_told = told(second) && (told(third) || third == b' ');
    !all_told || starts_a_placeholder([first, second, third])
}

/// Whether these are the first three characters of a placeholder that begins with two letters; with a space if there are no more.
fn starts_a_placeholder(start: [u8; 3]) -> bool {
    matches!(
        &start,
        b"na "
            | b"not"
            | b"non"
            | b"nil"
            | b"nul"
            | b"tbc"
            | b"tbd"
            | b"tba"
            | b"to "
            | b"tod"
            | b"pen"
            | b"unk"
            | b"awa"
            | b"see"
            | b"as "
            | b"wil"
            | b"in "
            | b"ins"
            | b"xxx"
    )
}

fn stands_in_for_an_answer(text: &str) -> bool {
    if text.is_ascii() {
        return stands_in(text);
    }
    let seen: String = text.chars().filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')).collect();
    stands_in(&seen.to_lowercase())
}

fn stands_in(text: &str) -> bool {
    let wrapping = |c: char| WRAPPING.contains(&c) || c == '_' || c == ' ';
    let bare = text.trim().trim_matches(wrapping).trim_end_matches(['.', ':', '!']);
    let begins = |word: &&str| bare.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    PLACEHOLDERS.iter().any(|word| bare.eq_ignore_ascii_case(word))
        || bare.eq_ignore_ascii_case("n.a")
        || matches!(bare, "—" | "–")
        || BEGINNINGS.iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_no_answers_and_short_answers_are() {
        for text in [
            "TBC",
            " tbd ",
            "To follow.",
            "n/a",
            "None",
            "-",
            "",
            "  ",
            "<to be confirmed>",
            "Pending",
            "TBC?",
            "N.A.",
            "Awaiting supplier",
            "<insert>",
            "\u{200b}",
        ] {
            assert!(placeholder(text), "{text:?}");
        }
        for text in ["no", "0", "e", "none needed because no data leave", "IIa", "PACS", "X-ray"] {
            assert!(!placeholder(text), "{text:?}");
        }
    }

    /// Every placeholder, bare and disguised, and every pair of characters before it and alone.
    #[test]
    fn the_quick_test_never_changes_the_answer() {
        let characters: Vec<char> = (' '..='~').chain("\t\n\u{a0}\u{200b}\u{feff}…—é\u{130}\u{212a}".chars()).collect();
        let words = || PLACEHOLDERS.iter().chain(BEGINNINGS).chain(EDITOR_PLACEHOLDERS);
        let mut stood_in = 0;
        let mut hold = |text: &str| {
            stood_in += usize::from(stands_in_for_an_answer(text));
            assert!(may_stand_in(text) || !stands_in_for_an_answer(text), "{text:?}");
        };
        for word in words() {
            let upper = word.to_uppercase();
            for text in [word.to_string(), format!("{word}."), format!("({upper})"), format!("{word} x"), upper] {
                hold(&text);
                characters.iter().for_each(|one| hold(&format!("{one}{text}")));
            }
        }
        for first in &characters {
            hold(&first.to_string());
            for second in &characters {
                words().for_each(|word| hold(&format!("{first}{second}{word}")));
                hold(&format!("{first}{second}"));
            }
        }
        assert!(stood_in > 1_000, "{stood_in}");
    }
}
