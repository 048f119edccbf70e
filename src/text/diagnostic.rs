//! One mistake in an input: what is wrong, where, and how to mend it.

use super::{Sources, Span, nearest};

/// A mistake in a dossier, a pack or an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// The place.
    pub span: Span,
    /// What to say at the place.
    pub label: String,
    /// How to mend it.
    pub help: Option<String>,
    /// Other places that matter, with what to say of each.
    pub related: Vec<(Span, String)>,
}

impl Diagnostic {
    /// A mistake at a place.
    pub fn new(message: impl Into<String>, span: Span, label: impl Into<String>) -> Diagnostic {
        Diagnostic { message: message.into(), span, label: label.into(), help: None, related: Vec::new() }
    }

    /// Says how to mend it.
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Names another place.
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Diagnostic {
        self.related.push((span, label.into()));
        self
    }

    /// Proposes the nearest spelling, or else lists what is known.
    pub fn spelling<'a>(self, word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> Diagnostic {
        let near = nearest(word, known.clone());
        if !near.is_empty() {
            let quoted: Vec<String> = near.iter().map(|one| format!("`{one}`")).collect();
            return self.help(format!("did you mean {}?", quoted.join(" or ")));
        }
        let mut all: Vec<&str> = Vec::new();
        for one in known {
            if !all.contains(&one) {
                all.push(one);
            }
        }
        match all.len() {
            0 => self,
            1..=24 => self.help(format!("known here: {}", all.join(", "))),
            more => self.help(format!("known here: {} and {} more", all[..24].join(", "), more - 24)),
        }
    }

    /// `file:line:column: message`, for tests and logs.
    pub fn line(&self, sources: &Sources) -> String {
        format!("{}: {}", sources.locate(self.span), self.message)
    }
}
