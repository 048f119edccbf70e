//! The reader of plain YAML against the full one: what it accepts, both accept, and both trees are equal, span for span.

use readiness::text::{FileId, Limits, SourceFile, Tree, read_full, read_plain};

use crate::complete;
use crate::dice::Dice;

/// How many texts of one kind are tried: as many as a variable says, or a few.
fn count(variable: &str, short: usize) -> usize {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(short)
}

/// The files of every example.
fn examples() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in std::fs::read_dir(complete::root().join("examples")).unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "yaml") {
                found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// What two trees of one text differ in, if they do: every node with its span, and the root.
fn difference(plain: &Tree, full: &Tree) -> Option<String> {
    let differs = |id| (plain.span(id), plain.kind(id), plain.silent(id)) != (full.span(id), full.kind(id), full.silent(id));
    if (plain.root, plain.len()) != (full.root, full.len()) {
        return Some(format!("{:?} of {} nodes, in full {:?} of {}", plain.root, plain.len(), full.root, full.len()));
    }
    let shown = |tree: &Tree, id| format!("{:?} {:?}", tree.span(id), tree.kind(id));
    plain.ids().find(|id| differs(*id)).map(|id| format!("{id:?}: {}, in full {}", shown(plain, id), shown(full, id)))
}

/// Whether the plain reader accepts a text; then the full one must, and read the same.
fn accepts(text: &str) -> bool {
    accepts_within(text, Limits::default())
}

fn accepts_within(text: &str, limits: Limits) -> bool {
    let source = SourceFile::new("a", text);
    let Some(plain) = read_plain(&source, FileId(1), limits) else { return false };
    match read_full(&source, FileId(1), limits) {
        Err(mistakes) => panic!("{text:?} is refused: {}", mistakes[0].message),
        Ok(full) => assert_eq!(difference(&plain, &full), None, "{text:?}\n{text}"),
    }
    true
}

#[test]
fn the_examples_are_plain_but_for_aliases() {
    for (name, text) in examples() {
        assert_eq!(accepts(&text), !text.contains(": *"), "{name}");
    }
}

/// Near every limit, what the plain reader still accepts the full one accepts too.
#[test]
fn near_a_limit_the_plain_reader_accepts_no_more_than_the_full_one() {
    let nested: [fn(usize) -> String; 4] = [
        |depth| format!("{}x{}", "[".repeat(depth), "]".repeat(depth)),
        |depth| format!("{}x", "- ".repeat(depth)),
        |depth| (0..depth).map(|level| format!("{}a:\n", " ".repeat(level))).collect(),
        |depth| format!("{}{}x{}", "- ".repeat(depth / 2), "[".repeat(depth - depth / 2), "]".repeat(depth - depth / 2)),
    ];
    for nest in nested {
        assert!((1..200).map(|depth| accepts(&nest(depth))).eq((1..200).map(|depth| depth <= 64)), "{}", nest(3));
    }
    let key = |length: usize| accepts(&format!("{}: x", "k".repeat(length)));
    assert!(key(1000) && !key(1025) && (990..1030).filter(|length| key(*length)).count() > 10);
    let few = |nodes: u64| accepts_within("a: [b, c]\nd: {e: f}\n", Limits { nodes, ..Limits::default() });
    assert!(few(20) && !few(5) && (5..20).filter(|nodes| few(*nodes)).count() > 5);
}

/// Long lists, mappings and texts of a hostile file; the keys of a long mapping are held against each other in no square time.
#[test]
fn a_long_text_is_read_alike_and_its_last_key_given_twice_is_seen() {
    let keys: String = (0..100_000).map(|at| format!("k{at}: x\n")).collect();
    assert!(accepts(&keys));
    assert!(!accepts(&format!("{keys}k0: x\n")) && !accepts("a: x\na: x\n") && !accepts("{a: x, 'a': x}"));
    assert!(accepts(&"- x\n".repeat(100_000)) && accepts(&format!("a: {}\n# {}", "x ".repeat(100_000), "# ".repeat(100_000))));
}

/// What a fragment is made of: words as dossiers have them, and everything that means something in YAML, or nearly does.
const WORDS: &[&str] = &[
    "a",
    "id",
    "x y",
    "12",
    "-1",
    "1.10",
    "~",
    "null",
    "true",
    "TBC",
    "2026-05-01",
    "a-b",
    "a:b",
    "a#b",
    "?x",
    "-x",
    ":x",
    "<<",
    "é",
    "漢字",
    "a, b",
    "\"a\"",
    "'a'",
    "\"\"",
    "''",
    "\"a: b # c\"",
    "'a, [b]'",
    "\"a \\\" b\"",
    "\"\\\\\"",
    "\"\\n\"",
    "'it''s'",
    "a \"b\"",
    "it's",
    "[]",
    "{}",
    "[a, b]",
    "{a: b}",
    "{a: [b], c: d}",
    "[{a: b}, c]",
    "[a,b]",
    "{\"a\": b}",
    "{a: b, }",
    "[a, ]",
    "...",
    "---",
    "x ",
    "a  b",
    "@",
    "`",
    "=",
    "a\\b",
    "\u{1f600}",
    "a]",
    "a}",
    "\u{2028}",
    "a\u{a0}",
    "http://x/?a=b#c",
    "{a}",
    "[a: b]",
    "[-]",
    "[- ]",
    "[?]",
    "{a:b}",
    "{a:}",
    "[a:]",
];

const TOKENS: &[&str] = &[
    ": ", ":", ":\n", "- ", "-", "-\n", "\n", "\n\n", "\n  ", "\n    ", " ", "  ", ",", ", ", "[", "]", "{", "}", "#", " #", " # c\n",
    "\n# c\n", "\"", "'", "''", "\\", "\\\"", "\t", "\r", "\r\n", "|\n", ">-\n", "&a ", "*a", "!", "!!str ", "%", "@", "`", "? ", "?", "~",
    "<<: ", "---\n", "...\n", "--- ", "\u{feff}", "\0", "\u{1}", "\u{7f}", "\u{85}", "\u{9f}", "\u{a0}", "\u{2029}", "\u{fffe}",
    "\u{fffd}", "é", "漢", "=", "a: ", "b:\n", "- a\n",
];

/// A word, half of the time an easy one.
fn word(dice: &mut Dice) -> &'static str {
    one_of(if dice.roll(2) == 0 { &WORDS[..10] } else { WORDS }, dice)
}

fn one_of<'t>(of: &[&'t str], dice: &mut Dice) -> &'t str {
    of[dice.roll(of.len())]
}

/// A block of YAML, most of the time valid: so many characters in, so many levels deep at most.
fn block(indent: usize, levels: usize, dice: &mut Dice, text: &mut String) {
    let list = dice.roll(3) == 0;
    for at in 0..1 + dice.roll(4) {
        if at > 0 || !text.ends_with("- ") {
            text.push_str(&" ".repeat(indent));
        }
        if list {
            text.push_str(if dice.roll(20) == 0 { "-  " } else { "- " });
        } else {
            // Most keys differ.
            let key = if dice.roll(10) > 0 { format!("k{at}") } else { one_of(WORDS, dice).to_string() };
            text.push_str(&key);
            text.push(':');
        }
        let deeper = indent + if dice.roll(8) == 0 { dice.roll(5) } else { 2 };
        match dice.roll(8) {
            0..3 if levels > 0 && list => block(deeper, levels - 1, dice, text),
            0..3 if levels > 0 => {
                text.push_str(one_of(&["\n", "\n", "\n", " # c\n", "\n\n", "\n   # c\n", " \n"], dice));
                block(deeper, levels - 1, dice, text);
            }
            3 if !list => text.push('\n'),
            _ => {
                text.push_str(if list { "" } else { one_of(&[" ", " ", " ", "  "], dice) });
                flow(1, dice, text);
                text.push_str(one_of(&["\n", "\n", "\n", "\n", " # c\n", "  \n", "\n\n", "\n# c\n"], dice));
            }
        }
    }
}

/// A word, or brackets around some.
fn flow(levels: usize, dice: &mut Dice, text: &mut String) {
    let map = match dice.roll(12) {
        0 if levels > 0 => false,
        1 if levels > 0 => true,
        _ => return text.push_str(word(dice)),
    };
    text.push(if map { '{' } else { '[' });
    for at in 0..dice.roll(4) {
        text.push_str(if at > 0 { one_of(&[", ", ", ", ",", ",\n  ", " , ", ", # c\n  "], dice) } else { "" });
        if map {
            text.push_str(&format!("k{at}: "));
        }
        flow(levels - 1, dice, text);
    }
    text.push(if map { '}' } else { ']' });
}

/// Changes a text in a few places.
fn mutated(mut text: String, dice: &mut Dice) -> String {
    for _ in 0..dice.roll(3) {
        let place = |text: &str, dice: &mut Dice| {
            let at = dice.roll(text.len() + 1);
            (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
        };
        let (at, to) = (place(&text, dice), place(&text, dice));
        let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        match dice.roll(8) {
            0 => {
                let end = text[at..].char_indices().nth(1 + dice.roll(4)).map_or(text.len(), |(end, _)| at + end);
                text.replace_range(at..end, "");
            }
            1 => text.insert_str(line, one_of(&[" ", "  ", "    ", "\t", "# ", "- "], dice)),
            2 if text[line..].starts_with("  ") => text.replace_range(line..line + 1 + dice.roll(2), ""),
            3 => {
                let end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
                let copy = text[line..end].to_string();
                let to = text[..to].rfind('\n').map_or(0, |newline| newline + 1);
                text.insert_str(to, &copy);
            }
            4 => text.insert_str(at, one_of(WORDS, dice)),
            5 => text.truncate(at),
            _ => text.insert_str(at, one_of(TOKENS, dice)),
        }
    }
    text
}

/// A fragment of up to a kilobyte: a block, lines of an example, or tokens in any order, each mutated.
fn fragment(lines: &[&str], dice: &mut Dice) -> String {
    let mut text = String::new();
    match dice.roll(8) {
        0 => (0..1 + dice.roll(24)).for_each(|_| text.push_str(one_of(if dice.roll(2) == 0 { WORDS } else { TOKENS }, dice))),
        1 | 2 => {
            let from = dice.roll(lines.len());
            let indent = lines[from].len() - lines[from].trim_start_matches(' ').len();
            let lines = lines[from..].iter().take(1 + dice.roll(12));
            lines.for_each(|line| text.push_str(line.get(indent..).unwrap_or(line)));
        }
        3 => flow(4, dice, &mut text),
        _ => block(0, 3, dice, &mut text),
    }
    let mut end = text.len().min(1000);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    mutated(text, dice)
}

#[test]
fn a_fragment_that_the_plain_reader_accepts_is_read_alike_in_full() {
    let many = count("READINESS_FRAGMENTS", 20_000);
    let mut dice = Dice(count("READINESS_SEED", 0x2545_F491_4F6C_DD1D) as u64);
    let examples = examples();
    let lines: Vec<&str> = examples.iter().flat_map(|(_, text)| text.split_inclusive('\n')).collect();
    let accepted = (0..many).filter(|_| accepts(&fragment(&lines, &mut dice))).count();
    println!("{accepted} of {many} fragments were accepted");
    assert!(accepted > many / 4, "only {accepted} of {many}");
}

#[test]
fn a_mutant_of_an_example_that_the_plain_reader_accepts_is_read_alike_in_full() {
    let many = count("READINESS_WHOLE", 300);
    let examples = examples();
    let mut dice = Dice(count("READINESS_SEED", 0x9E37_79B9_7F4A_7C15) as u64);
    let accepted = (0..many).filter(|_| accepts(&mutated(examples[dice.roll(examples.len())].1.clone(), &mut dice))).count();
    println!("{accepted} of {many} mutants were accepted");
    assert!(accepted > many / 4, "only {accepted} of {many}");
}
