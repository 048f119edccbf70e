//! Closed sets of words: each variant with its spelling in YAML and TOML, and its meaning.

/// A closed set of words of the field.
pub trait Choice: Copy + Eq + 'static {
    /// Every variant, in the order of its definition.
    const ALL: &'static [Self];
    /// Their spellings, in the same order.
    const WORDS: &'static [&'static str];

    /// The spelling in YAML and TOML.
    fn as_str(self) -> &'static str;

    /// What it means, in a sentence.
    fn meaning(self) -> &'static str;

    /// The variant with that spelling.
    fn parse(text: &str) -> Option<Self> {
        Self::WORDS.iter().position(|word| *word == text).map(|at| Self::ALL[at])
    }
}

/// Defines a set of words: each variant with its meaning and its spelling.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $(#[doc = $doc:literal] $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, schemars::JsonSchema,
        )]
        pub enum $name { $(#[doc = $doc] #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// The spelling in YAML and TOML.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }
        }

        impl $crate::terms::Choice for $name {
            const ALL: &'static [$name] = &[$($name::$variant),+];
            const WORDS: &'static [&'static str] = &[$($text),+];

            fn as_str(self) -> &'static str {
                $name::as_str(self)
            }

            fn meaning(self) -> &'static str {
                match self { $($name::$variant => str::trim_ascii($doc)),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use choice;
