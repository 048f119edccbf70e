//! The nearest valid spelling of a word that is not known.

/// The candidates nearest to a word, at most three and only if they are near enough to be meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    if word.chars().count() > 80 {
        return Vec::new();
    }
    let lower = roman(&word.to_lowercase());
    let distance = |one: &str| strsim::damerau_levenshtein(&lower, &one.to_lowercase());
    let scored: Vec<(usize, &str)> = candidates.into_iter().map(|one| (distance(one), one)).collect();
    let length = lower.chars().count();
    let Some(best) = scored.iter().map(|(score, _)| *score).min() else { return Vec::new() };
    if best > (length / 3).max(1) || best >= length {
        return holding(&lower, scored.iter().map(|(_, one)| *one));
    }
    let mut found: Vec<&str> = Vec::new();
    for (_, one) in scored.iter().filter(|(score, _)| *score == best) {
        if !found.contains(one) {
            found.push(one);
        }
    }
    if found.len() > 3 { Vec::new() } else { found }
}

/// `2a` as `iia`: classes and the like are written with either kind of figure.
fn roman(word: &str) -> String {
    match word {
        "1" | "2" | "3" | "2a" | "2b" => word.replace('3', "iii").replace('2', "ii").replace('1', "i"),
        _ => word.to_string(),
    }
}

/// The candidates of which the word is a part, such as `eu-mdr` for `mdr`; at most three.
fn holding<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let part = |one: &&str| {
        let one = one.to_lowercase();
        one.starts_with(word) || one.split(['-', '_', ' ']).any(|part| part == word)
    };
    let found: Vec<&str> = if word.len() < 2 { Vec::new() } else { candidates.filter(part).collect() };
    if found.len() > 3 { Vec::new() } else { found }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_words_are_proposed_and_far_ones_are_not() {
        assert_eq!(nearest("prodcut", ["product", "adopter"]), ["product"]);
        assert_eq!(nearest("IIc", ["I", "IIa", "IIb", "III"]), ["IIa", "IIb", "III"]);
        assert!(nearest("zebra", ["product", "adopter"]).is_empty());
        assert!(nearest("x", ["y"]).is_empty());
        assert_eq!(nearest("2a", ["I", "IIa", "IIb", "III", "A"]), ["IIa"]);
        assert_eq!(nearest("MDR", ["uk-mdr-2002", "eu-mdr"]), ["uk-mdr-2002", "eu-mdr"]);
        assert_eq!(nearest("answers-fit", ["answers-fit-together", "arbitration-stated"]), ["answers-fit-together"]);
    }
}
