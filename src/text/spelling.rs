//! The nearest valid spelling of a word that is not known.

/// The candidates nearest to a word, at most three and only if they are near enough to be meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    if word.chars().count() > 80 {
        return Vec::new();
    }
    let lower = word.to_lowercase();
    let distance = |one: &str| strsim::damerau_levenshtein(&lower, &one.to_lowercase());
    let scored: Vec<(usize, &str)> = candidates.into_iter().map(|one| (distance(one), one)).collect();
    let length = lower.chars().count();
    let Some(best) = scored.iter().map(|(score, _)| *score).min() else { return Vec::new() };
    if best > (length / 3).max(1) || best >= length {
        return Vec::new();
    }
    let found: Vec<&str> = scored.iter().filter(|(score, _)| *score == best).map(|(_, one)| *one).collect();
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
    }
}
