//! Writes values as Rust: texts, numbers, lists and words in place; what is shared as statics, each once.

use std::any::type_name;
use std::collections::HashMap;
use std::fmt::Debug;

use jiff::civil::Date;

use crate::terms::Choice;
use crate::text::{FileId, Held};

/// Rust that is being written.
#[derive(Default)]
pub struct Rust {
    /// The value that is being written.
    pub text: String,
    /// The statics so far: the type and the value of each.
    pub statics: Vec<(&'static str, String)>,
    known: HashMap<String, usize>,
}

/// A value that can be written.
pub trait Code {
    /// Writes the value.
    fn code(&self, to: &mut Rust);
}

/// A value that becomes a static of its own.
pub trait Shared: Code {
    /// Its type.
    const TYPE: &'static str;
}

impl Rust {
    /// Writes Rust as it stands.
    pub fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn debug(&mut self, value: impl Debug) {
        self.text.push_str(&format!("{value:?}"));
    }

    fn all<'v, T: Code + 'v>(&mut self, values: impl IntoIterator<Item = &'v T>) {
        self.put("[");
        for value in values {
            value.code(self);
            self.put(",");
        }
        self.put("]");
    }

    /// Writes a value as a static, unless an equal one is there.
    fn share<T: Shared>(&mut self, value: &T) -> usize {
        let outer = std::mem::take(&mut self.text);
        value.code(self);
        let text = std::mem::replace(&mut self.text, outer);
        let next = self.statics.len();
        *self.known.entry(text).or_insert_with_key(|text| {
            self.statics.push((T::TYPE, text.clone()));
            next
        })
    }
}

impl<T: Shared> Code for Held<T> {
    fn code(&self, to: &mut Rust) {
        let number = to.share(&**self);
        to.put(&format!("crate::text::Held::Built(&S{number})"));
    }
}

impl Code for Held<str> {
    fn code(&self, to: &mut Rust) {
        to.put("crate::text::Held::Built(");
        to.debug(&**self);
        to.put(")");
    }
}

impl<T: Code> Code for Held<[T]> {
    fn code(&self, to: &mut Rust) {
        to.put("crate::text::Held::Built(&");
        to.all(&**self);
        to.put(")");
    }
}

impl<T: Code, const N: usize> Code for [T; N] {
    fn code(&self, to: &mut Rust) {
        to.all(self);
    }
}

impl<T: Code> Code for Option<T> {
    fn code(&self, to: &mut Rust) {
        match self {
            Some(value) => {
                to.put("Some(");
                value.code(to);
                to.put(")");
            }
            None => to.put("None"),
        }
    }
}

impl<A: Code, B: Code> Code for (A, B) {
    fn code(&self, to: &mut Rust) {
        to.put("(");
        self.0.code(to);
        to.put(",");
        self.1.code(to);
        to.put(")");
    }
}

impl<A: Code, B: Code, C: Code> Code for (A, B, C) {
    fn code(&self, to: &mut Rust) {
        to.put("(");
        self.0.code(to);
        to.put(",");
        self.1.code(to);
        to.put(",");
        self.2.code(to);
        to.put(")");
    }
}

/// A word of a closed set; every stage offers its words at its top.
impl<C: Choice + Debug> Code for C {
    fn code(&self, to: &mut Rust) {
        let path: Vec<&str> = type_name::<C>().split("::").collect();
        to.put(&format!("crate::{}::{}::{self:?}", path[1], path[path.len() - 1]));
    }
}

impl Code for Date {
    fn code(&self, to: &mut Rust) {
        to.put(&format!("jiff::civil::date({},{},{})", self.year(), self.month(), self.day()));
    }
}

impl Code for FileId {
    fn code(&self, to: &mut Rust) {
        to.put(&format!("crate::text::FileId({})", self.0));
    }
}

macro_rules! as_they_are {
    ($($type:ty),+) => {
        $(impl Code for $type {
            fn code(&self, to: &mut Rust) {
                to.debug(self);
            }
        })+
    };
}
as_they_are!(bool, i16, i32, u32, u64, usize, f64, &str);
