//! Text, lists and single values that the program holds since it was built, or that were read while it ran: both are used alike.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// A value that is part of the program, or one that was read; copying it copies no more than where it is.
pub enum Held<T: ?Sized + 'static> {
    /// Part of the program.
    Built(&'static T),
    /// Read while it ran.
    Read(Arc<T>),
}

/// A text.
pub type Text = Held<str>;

impl<T: ?Sized> Deref for Held<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Held::Built(value) => value,
            Held::Read(value) => value,
        }
    }
}

impl<T: ?Sized> Clone for Held<T> {
    fn clone(&self) -> Held<T> {
        match self {
            Held::Built(value) => Held::Built(value),
            Held::Read(value) => Held::Read(Arc::clone(value)),
        }
    }
}

impl<T> From<T> for Held<T> {
    fn from(value: T) -> Held<T> {
        Held::new(value)
    }
}

impl<T> Held<T> {
    /// Holds a value that was read.
    pub fn new(value: T) -> Held<T> {
        Held::Read(Arc::new(value))
    }
}

impl Held<str> {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        self
    }
}

impl<T: Clone> Held<[T]> {
    /// The members, and more behind them.
    pub fn and(&self, more: impl IntoIterator<Item = T>) -> Held<[T]> {
        let mut more = more.into_iter().peekable();
        if more.peek().is_none() { self.clone() } else { self.iter().cloned().chain(more).collect() }
    }
}

impl<T> Default for Held<[T]> {
    fn default() -> Held<[T]> {
        Held::Built(&[])
    }
}

impl Default for Text {
    fn default() -> Text {
        Held::Built("")
    }
}

impl<T> FromIterator<T> for Held<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Held<[T]> {
        Held::from(members.into_iter().collect::<Vec<T>>())
    }
}

impl<T> From<Vec<T>> for Held<[T]> {
    fn from(members: Vec<T>) -> Held<[T]> {
        if members.is_empty() { Held::default() } else { Held::Read(members.into()) }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Held::Read(text.into())
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Text {
        text.as_str().into()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Held::Read(text.into())
    }
}

impl<'h, T> IntoIterator for &'h Held<[T]> {
    type Item = &'h T;
    type IntoIter = std::slice::Iter<'h, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: ?Sized + PartialEq> PartialEq for Held<T> {
    fn eq(&self, other: &Held<T>) -> bool {
        **self == **other
    }
}

impl<T: ?Sized + Eq> Eq for Held<T> {}

impl<T: ?Sized + PartialOrd> PartialOrd for Held<T> {
    fn partial_cmp(&self, other: &Held<T>) -> Option<Ordering> {
        (**self).partial_cmp(&**other)
    }
}

impl<T: ?Sized + Ord> Ord for Held<T> {
    fn cmp(&self, other: &Held<T>) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl<T: ?Sized + Hash> Hash for Held<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl PartialEq<String> for Text {
    fn eq(&self, other: &String) -> bool {
        **self == **other
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Held<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + Serialize> Serialize for Held<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(to)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_built_and_what_was_read_are_alike() {
        let (built, read): (Text, Text) = (Held::Built("a mark"), "a mark".into());
        assert_eq!(built, read);
        assert_eq!(format!("{built}{built:?}"), format!("{read}{read:?}"));
        let list: Held<[u8]> = Held::Built(&[1, 2]);
        assert_eq!(list.and([3]), Held::from(vec![1, 2, 3]));
        assert!(matches!(list.and([]), Held::Built(_)), "nothing more is no new list");
    }
}
