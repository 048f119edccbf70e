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
        self.0.push(b'"');
        self.0.extend_from_slice(text.as_bytes());
        self.0.push(b'"');
        Ok(())
    }

    /// A number; most have few digits.
    pub fn number(&mut self, mut number: u64) -> Done {
        if number < 1000 {
            for (scale, needed) in [(100, number >= 100), (10, number >= 10), (1, true)] {
                if needed {
                    self.0.push(b'0' + (number / scale % 10) as u8);
                }
            }
            return Ok(());
        }
        let (mut digits, mut at) = ([0; 20], 20);
        while number > 0 {
            at -= 1;
            digits[at] = b'0' + (number % 10) as u8;
            number /= 10;
        }
        self.put(&digits[at..])
    }

    /// As `serde_json` writes it, where that is not worth writing anew.
    pub fn theirs(&mut self, value: &(impl Serialize + ?Sized)) -> Done {
        serde_json::to_writer(&mut self.0, value).map_err(|_| Error)
    }
}

/// Whether a text holds nothing that JSON escapes: eight bytes at a time, the last of them once more where they are no eight.
fn plain(text: &[u8]) -> bool {
    if let Some(last) = text.last_chunk() {
        let escapes = |eight: &[u8; 8]| any_escaped(u64::from_ne_bytes(*eight));
        return !escapes(last) && !text.as_chunks().0.iter().any(escapes);
    }
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        return !any_escaped(u64::from(u32::from_ne_bytes(*first)) << 32 | u64::from(u32::from_ne_bytes(*last)));
    }
    text.iter().all(|byte| *byte >= b' ' && *byte != b'"' && *byte != b'\\')
}

/// Whether one of eight bytes is a control character, a quotation mark or a backslash.
fn any_escaped(eight: u64) -> bool {
    const EACH: u64 = u64::MAX / 0xff;
    // Of each byte that is below the bound the highest bit; of others at most where a lower byte is below it.
    let below = |eight: u64, bound: u64| eight.wrapping_sub(EACH * bound) & !eight;
    let same = |byte: u8| below(eight ^ (EACH * u64::from(byte)), 1);
    (below(eight, 0x20) | same(b'"') | same(b'\\')) & (EACH * 0x80) != 0
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
