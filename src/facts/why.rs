//! Why a fact is so, in a sentence: one that always says the same takes no memory, and facts share what was made for one of them.

use std::borrow::Cow;
use std::fmt::{self, Arguments, Display, Formatter, Write};
use std::ops::Deref;
use std::sync::Arc;

/// The reason of a fact, or of its being unknown.
#[derive(Debug, Clone)]
pub enum Why {
    /// It names nothing of the dossier.
    Fixed(&'static str),
    /// It was made for what the dossier says.
    Made(Arc<str>),
}

impl Default for Why {
    fn default() -> Self {
        Why::Fixed("")
    }
}

impl Deref for Why {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Why::Fixed(text) => text,
            Why::Made(text) => text,
        }
    }
}

impl Display for Why {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str(self)
    }
}

impl From<&'static str> for Why {
    fn from(text: &'static str) -> Why {
        Why::Fixed(text)
    }
}

impl From<Cow<'static, str>> for Why {
    fn from(text: Cow<'static, str>) -> Why {
        match text {
            Cow::Borrowed(text) => Why::Fixed(text),
            Cow::Owned(text) => text.into(),
        }
    }
}

/// Reasons are mostly shorter, so that one grows into no other room while it is worded.
const USUAL: usize = 160;

impl From<Arguments<'_>> for Why {
    fn from(told: Arguments<'_>) -> Why {
        let mut text = String::with_capacity(USUAL);
        // Writing to a text never fails.
        let _ = text.write_fmt(told);
        text.into()
    }
}

impl From<String> for Why {
    fn from(text: String) -> Why {
        Why::Made(text.into())
    }
}
