//! Draws what is wrong with an input: every mistake of a file at once, each with its place and how to mend it.

use super::brief::sentence;
use super::excerpt::Excerpt;
use crate::text::{Diagnostic, Sources, visible_line};

/// The most mistakes that are drawn; the rest are counted.
const MOST: usize = 50;

/// Draws the mistakes of one input, under a heading such as `dossier.yaml cannot be assessed`.
pub fn mistakes(heading: &str, sources: &Sources, mistakes: &[Diagnostic], width: usize, colour: bool) -> String {
    let count = mistakes.len();
    let plural = if count == 1 { "mistake" } else { "mistakes" };
    let mut text = format!("{}: {count} {plural}\n\n", visible_line(heading));
    for mistake in mistakes.iter().take(MOST) {
        let (message, label) = (sentence(&mistake.message), sentence(&mistake.label));
        let help = mistake.help.as_deref().map(sentence);
        let mut excerpt = Excerpt::new(sources, mistake.span, &message, &label).help(help.as_deref());
        for (span, label) in &mistake.related {
            excerpt = excerpt.related(sources, *span, &sentence(label));
        }
        text.push_str(&excerpt.draw(width, colour));
        text.push('\n');
    }
    if count > MOST {
        text.push_str(&format!("and {} more\n", count - MOST));
    }
    text
}
