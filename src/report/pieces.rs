//! The pieces of JSON: texts and numbers as `serde_json` writes them, at a fraction of its cost.

use std::fmt::Error;

use serde::Serialize;

/// The bytes so far.
pub(super) struct Pieces(pub Vec<u8>);

/// Whether something could be written.
pub(super) type Done = Result<(), Error>;

impl Pieces {
    /// Bytes as they are.
    pub fn put(&mut self, bytes: &[u8]) -> Done {
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    /// A text, with what must be escaped.
    pub fn text(&mut self, text: &str) -> Done {
        if plain(text.as_bytes()) { self.quoted(text) } else { self.theirs(text) }
    }

    /// A text that needs no escapes.
    #[inline]
    pub fn quoted(&mut self, text: &str) -> Done {
        self.0.reserve(text.len() + 2);
        self.0.push(b'"');
        self.0.extend_from_slice(text.as_bytes());
        self.0.push(b'"');
        Ok(())
    }

    /// A number.
    pub fn number(&mut self, mut number: u64) -> Done {
        let (mut digits, mut at) = ([0; 20], 20);
        loop {
            at -= 1;
            digits[at] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 {
                return self.put(&digits[at..]);
            }
        }
    }

    /// As `serde_json` writes it, where that is not worth writing anew.
    pub fn theirs(&mut self, value: &(impl Serialize + ?Sized)) -> Done {
        serde_json::to_writer(&mut self.0, value).map_err(|_| Error)
    }
}

/// Whether a text holds nothing that JSON escapes; what is left of it behind whole pieces is looked at with what stands before it.
fn plain(text: &[u8]) -> bool {
    if let Some(last) = text.last_chunk::<16>() {
        return !(text.as_chunks::<16>().0.iter().any(any_escaped) || any_escaped(last));
    }
    match (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        (Some(first), Some(last)) => !(any_escaped(first) || any_escaped(last)),
        _ => !text.iter().any(|byte| escaped(*byte)),
    }
}

/// Whether JSON escapes one of so many bytes, all looked at together.
fn any_escaped<const MANY: usize>(bytes: &[u8; MANY]) -> bool {
    bytes.iter().fold(false, |any, byte| any | escaped(*byte))
}

fn escaped(byte: u8) -> bool {
    (byte < b' ') | (byte == b'"') | (byte == b'\\')
}

#[cfg(test)]
mod tests {
    use super::Pieces;

    fn written(write: impl Fn(&mut Pieces)) -> String {
        let mut pieces = Pieces(Vec::new());
        write(&mut pieces);
        String::from_utf8(pieces.0).unwrap()
    }

    #[test]
    fn every_character_at_every_place_of_a_text_is_written_as_the_library_writes_it() {
        for character in (0..0x180).filter_map(char::from_u32).chain(['\u{2028}', '\u{feff}', '\u{ffff}', '🩻']) {
            for (length, at) in (0..40).flat_map(|length| (0..=length).map(move |at| (length, at))) {
                let text = format!("{}{character}{}", "a".repeat(at), "é".repeat(length - at));
                assert_eq!(written(|to| to.text(&text).unwrap()), serde_json::to_string(&text).unwrap());
            }
        }
    }

    #[test]
    fn numbers_are_written_as_the_library_writes_them() {
        for number in [0, 1, 9, 10, 99, 100, u64::from(u32::MAX), u64::MAX] {
            assert_eq!(written(|to| to.number(number).unwrap()), number.to_string());
        }
    }
}
