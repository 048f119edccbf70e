//! Words that several reports share: counts, roles, forces, lists that are cut short.

use crate::terms::{Force, Role};

/// `Clinical safety officer`, from `clinical_safety_officer`.
pub fn role_words(role: Role) -> String {
    match role.as_str() {
        "ai_lead" => "AI lead".into(),
        "it_lead" => "IT lead".into(),
        word => {
            let mut words = word.replace('_', " ");
            words[..1].make_ascii_uppercase();
            words
        }
    }
}

/// `legal duty` for the law, else the force in words.
pub fn training_force(force: Force) -> &'static str {
    if force == Force::Law { "legal duty" } else { force.words() }
}

/// `1 blocker`, `3 blockers`.
pub fn many(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

/// The first of a list, then how many more: `A3-01, A6-02 and 3 more`.
pub(super) fn first_words(words: &[&str], most: usize) -> String {
    let shown = words.iter().take(most).copied().collect::<Vec<_>>().join(", ");
    if words.len() > most { format!("{shown} and {} more", words.len() - most) } else { shown }
}

/// The columns that are kept for saying how many words are left out.
const REST: usize = 14;

/// As many words as fit in a width, then how many are left out: `one · two · and 3 more`.
pub(super) fn fitting_words(words: &[&str], width: usize) -> String {
    let (mut text, mut columns) = (String::new(), 0);
    for (at, word) in words.iter().enumerate() {
        let left = words.len() - at;
        let rest = if left == 1 { 0 } else { REST };
        if columns + word.len() + rest > width && at > 0 {
            return format!("{text} · and {left} more");
        }
        if at > 0 {
            text.push_str(" · ");
            columns += 3;
        }
        text.push_str(word);
        columns += word.chars().count();
    }
    text
}
