//! Texts of the dossier in our sentences: long ones shortened, and long enumerations cut, so that no report grows with both.

use std::borrow::Cow;
use std::fmt::Display;

/// The longest text, in bytes, that is repeated as it stands.
const LONGEST: usize = 200;
/// The most members that are all named.
const ALL_NAMED: usize = 20;
/// How many are named of a longer enumeration.
const FIRST_NAMED: usize = 5;

/// A text to be repeated: as it stands, or its beginning, its end and its length.
pub(super) fn brief(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST {
        return Cow::Borrowed(text);
    }
    let start: String = text.chars().take(80).collect();
    let end: Vec<char> = text.chars().rev().take(40).collect();
    let end: String = end.into_iter().rev().collect();
    Cow::Owned(format!("{start} … {end} ({} bytes)", text.len()))
}

/// A text as it is compared with others: without case and outer spaces.
pub(super) fn comparable(text: &str) -> String {
    text.trim().to_ascii_lowercase()
}

/// Members in one phrase; of more than 20 the first five, and how many more there are.
pub(super) fn enumerated(members: &[impl Display], between: &str) -> String {
    let named = if members.len() > ALL_NAMED { FIRST_NAMED } else { members.len() };
    let mut phrase = members[..named].iter().map(|one| one.to_string()).collect::<Vec<_>>().join(between);
    if named < members.len() {
        phrase.push_str(&format!("{between}and {} more", members.len() - named));
    }
    phrase
}

#[cfg(test)]
mod tests {
    use super::{brief, enumerated};

    #[test]
    fn what_is_short_stands_as_it_is_and_what_is_long_is_cut() {
        assert_eq!(brief("tri-x"), "tri-x");
        let long = brief(&"ab".repeat(40_000)).into_owned();
        assert!(long.len() < 200 && long.ends_with("abab (80000 bytes)"), "{long}");
        assert_eq!(enumerated(&["a", "b"], ", "), "a, b");
        assert_eq!(enumerated(&(0..23).collect::<Vec<_>>(), "; "), "0; 1; 2; 3; 4; and 18 more");
    }
}
