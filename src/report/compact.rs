//! Writes documents as compact JSON: what `serde_json` writes, at a fraction of its cost.

use std::fmt::Error;

use serde::Serialize;
use serde::ser::{self, Impossible, Serializer};

use super::pieces::{Done, Pieces};

/// Compact JSON, without a line end.
///
/// # Panics
/// Never: documents hold text, numbers and lists only.
pub fn compact(document: &impl Serialize) -> Vec<u8> {
    let mut to = Pieces(Vec::with_capacity(ROOM));
    document.serialize(&mut to).expect("documents are plain data");
    to.0
}

/// The room for a document, which grows if it is longer; most rows are shorter.
const ROOM: usize = 1 << 17;

/// A list, a mapping or a record that is being written.
pub(super) struct Inside<'w> {
    to: &'w mut Pieces,
    /// Whether nothing stands in it yet.
    first: bool,
    /// What ends it.
    end: u8,
}

impl<'w> Inside<'w> {
    fn begin(to: &'w mut Pieces, begin: u8, end: u8) -> Inside<'w> {
        to.0.push(begin);
        Inside { to, first: true, end }
    }

    /// What stands before a member.
    #[inline]
    fn next(&mut self) {
        if !std::mem::replace(&mut self.first, false) {
            self.to.0.push(b',');
        }
    }

    fn element(&mut self, value: &(impl Serialize + ?Sized)) -> Done {
        self.next();
        value.serialize(&mut *self.to)
    }

    fn close(self) -> Done {
        self.to.0.push(self.end);
        Ok(())
    }
}

/// Numbers that are made from those of another type, or left to `serde_json`.
macro_rules! numbers {
    (theirs: $($name:ident $type:ty),+) => { $(
        fn $name(self, number: $type) -> Done {
            self.theirs(&number)
        }
    )+ };
    ($($name:ident $type:ty),+) => { $(
        fn $name(self, number: $type) -> Done {
            self.number(u64::from(number))
        }
    )+ };
}

impl<'w> Serializer for &'w mut Pieces {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Inside<'w>;
    type SerializeTuple = Inside<'w>;
    type SerializeTupleStruct = Inside<'w>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Inside<'w>;
    type SerializeStruct = Inside<'w>;
    type SerializeStructVariant = Impossible<(), Error>;

    numbers!(serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64);
    numbers!(theirs: serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_f32 f32, serialize_f64 f64, serialize_char char);

    fn serialize_i64(self, number: i64) -> Done {
        if let Ok(number) = u64::try_from(number) { self.number(number) } else { self.theirs(&number) }
    }

    fn serialize_bool(self, yes: bool) -> Done {
        self.put(if yes { b"true" } else { b"false" })
    }

    fn serialize_str(self, text: &str) -> Done {
        self.text(text)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Done {
        self.theirs(bytes)
    }

    fn serialize_none(self) -> Done {
        self.put(b"null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        self.put(b"null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        self.put(b"null")
    }

    /// Names of variants need no escapes, as those of fields.
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        self.quoted(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Done {
        Err(Error)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Inside<'w>, Error> {
        Ok(Inside::begin(self, b'[', b']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Inside<'w>, Error> {
        Ok(Inside::begin(self, b'[', b']'))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Inside<'w>, Error> {
        Ok(Inside::begin(self, b'[', b']'))
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Inside<'w>, Error> {
        Ok(Inside::begin(self, b'{', b'}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Inside<'w>, Error> {
        Ok(Inside::begin(self, b'{', b'}'))
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error)
    }
}

/// One kind of list: what its members are called.
macro_rules! lists {
    ($($kind:ident $name:ident),+) => { $(
        impl ser::$kind for Inside<'_> {
            type Ok = ();
            type Error = Error;

            fn $name<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
                self.element(value)
            }

            fn end(self) -> Done {
                self.close()
            }
        }
    )+ };
}
lists!(SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field);

impl ser::SerializeMap for Inside<'_> {
    type Ok = ();
    type Error = Error;

    /// Keys are texts.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        self.next();
        let from = self.to.0.len();
        key.serialize(&mut *self.to)?;
        if self.to.0.get(from) == Some(&b'"') { Ok(()) } else { Err(Error) }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.to.0.push(b':');
        value.serialize(&mut *self.to)
    }

    fn end(self) -> Done {
        self.close()
    }
}

impl ser::SerializeStruct for Inside<'_> {
    type Ok = ();
    type Error = Error;

    /// Names of fields need no escapes.
    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Done {
        self.next();
        self.to.quoted(name)?;
        self.to.0.push(b':');
        value.serialize(&mut *self.to)
    }

    fn end(self) -> Done {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::compact;
    use crate::terms::Gate;

    #[derive(Serialize)]
    struct Record<'a> {
        none: Option<u8>,
        some: Option<&'a str>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        skipped: Vec<u8>,
        several: Vec<(i64, f64, Gate)>,
        nothing: [u8; 0],
        sign: char,
        inside: serde_json::Value,
    }

    fn same(value: &impl Serialize) {
        assert_eq!(String::from_utf8(compact(value)), Ok(serde_json::to_string(value).unwrap()));
    }

    #[test]
    fn numbers_are_written_as_the_library_writes_them() {
        same(&[0, 1, 9, 10, 99, 100, u64::from(u32::MAX), u64::MAX]);
        same(&[i64::MIN, -10, -1, 0, 7, i64::MAX]);
        same(&(u8::MAX, u16::MAX, i8::MIN, i16::MIN, i32::MIN, true, false, ()));
        same(&[0.0, -0.0, 1.0, 0.1, 1e-7, 1.5e300, 123_456_789.125, f64::MIN_POSITIVE, f64::NAN, f64::INFINITY]);
    }

    #[test]
    fn records_are_written_as_the_library_writes_them() {
        let inside = serde_json::json!({"a\"b": [null, {}, [], {"c": -1}], "": "\n"});
        let several = vec![(-1, 0.5, Gate::Pilot), (1, 2.0, Gate::Procurement)];
        let one = Record { none: None, some: Some("a\\b"), skipped: Vec::new(), several, nothing: [], sign: '"', inside };
        same(&[&one, &one]);
    }
}
