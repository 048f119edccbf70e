//! Makes text from outside safe to show: what would steer a terminal or hide words becomes a visible mark.

/// The text with every control, direction mark and invisible character replaced by a mark of the same
/// number of bytes, so that places stay right. Line ends and tabs stay.
pub fn visible(text: &str) -> String {
    if plain(text) {
        return text.into();
    }
    text.chars().map(|c| if c == '\n' || c == '\t' { c } else { shown(c) }).collect()
}

/// As [`visible`], on one line: line ends and tabs become spaces.
pub fn visible_line(text: &str) -> String {
    if plain(text) {
        return text.into();
    }
    text.chars().map(|c| if matches!(c, '\n' | '\t' | '\r') { ' ' } else { shown(c) }).collect()
}

/// Most texts hold nothing that is not to be shown, which is told at once.
fn plain(text: &str) -> bool {
    text.bytes().fold(true, |all, byte| all & matches!(byte, b' '..=b'~'))
}

fn shown(c: char) -> char {
    let hidden = c.is_control()
        || matches!(c, '\u{00ad}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
        || matches!(c, '\u{e0000}'..='\u{e007f}');
    match c.len_utf8() {
        _ if !hidden => c,
        1 => '?',
        2 => '¿',
        3 => '\u{fffd}',
        _ => '\u{1f6ab}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_direction_marks_become_visible_without_moving_anything() {
        let evil = "\u{1b}[31m\u{202e}abc\u{9b}\u{200b}\r";
        let safe = visible(evil);
        assert_eq!(safe.len(), evil.len());
        assert!(!safe.contains(['\u{1b}', '\u{202e}', '\u{9b}', '\u{200b}', '\r']));
        assert!(safe.contains("abc"));
        assert_eq!(visible_line("a\nb"), "a b");
    }
}
