//! Views: what the facts read of one record, each field with its name, its meaning and its type.

use super::answer::View;
use crate::fields::{Record, Shape};

/// Defines what the facts read of one record: each field with its meaning, its name in YAML where that differs, and its type.
/// The fields are the crate's own, so that the compiler tells of one that nothing reads.
macro_rules! view {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident $(as $key:literal)?: $type:ty),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Default)]
        pub struct $name { $($(#[$doc])* pub(crate) $field: $type),+ }

        impl $crate::dossier::answer::View for $name {
            fn read(bound: &$crate::dossier::Bound<'_>, node: Option<$crate::text::NodeId>) -> $name {
                let mut fields = bound.fields(node);
                $name { $($field: $crate::dossier::answer::View::read(
                    bound,
                    fields.named($crate::dossier::view::key!($field $($key)?)),
                )),+ }
            }

            fn differences(shape: &$crate::fields::Shape, at: &str, found: &mut Vec<String>) {
                let record = $crate::dossier::view::record(shape, at, found);
                $($crate::dossier::view::differences::<$type>(record, $crate::dossier::view::key!($field $($key)?), at, found);)+
            }
        }
    };
}
pub(crate) use view;

/// The name of a field in YAML: its own, unless another is given.
macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}
pub(crate) use key;

/// The record that a declaration gives, if it gives one.
pub(crate) fn record<'s>(shape: &'s Shape, at: &str, found: &mut Vec<String>) -> Option<&'s Record> {
    match shape {
        Shape::Record(record) => Some(record),
        _ => {
            found.push(format!("{at} is no record"));
            None
        }
    }
}

/// Tells where one declared field differs from what is read.
pub(crate) fn differences<T: View>(record: Option<&Record>, name: &str, at: &str, found: &mut Vec<String>) {
    match record.and_then(|record| record.field(name)) {
        Some(field) => T::differences(&field.shape, &format!("{at}.{name}"), found),
        None => found.push(format!("{at} has no field {name}")),
    }
}
