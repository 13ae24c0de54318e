//! Words of letters from the government and about work, with a plainer word for each.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::sentences::Word;

/// One `moeilijk = eenvoudig` a line. Our own choice; how to add a word is said in the file.
const LIST: &str = include_str!("../../../assets/words/moeilijke-woorden.txt");

static INSTEAD: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| entries(LIST).collect());

/// Phrases in the list have at most so many words.
const PHRASE_WORDS: usize = 4;
/// A shorter stem says too little: "alen" is no plural of "al".
const STEM_LETTERS: usize = 4;

/// Long words with no shorter name that clients know well: what they do, get and go to, and days of the week.
/// "Verantwoordelijk" is not here: "u zorgt voor" says it too.
const KNOWN: [&str; 19] = [
    "bijstandsuitkering",
    "consultatiebureau",
    "donderdagmiddag",
    "donderdagochtend",
    "inburgeringscursus",
    "inburgeringsexamen",
    "participatiewet",
    "sollicitatiebrief",
    "sollicitatiebrieven",
    "sollicitatiegesprek",
    "telefoongesprek",
    "telefoonnummers",
    "uitzendkrachten",
    "verblijfsvergunning",
    "verpleegkundige",
    "vrijwilligerswerk",
    "woensdagochtend",
    "zaterdagochtend",
    "zorgverzekering",
];

/// Whether a long word is let through.
pub(super) fn known(word: &str) -> bool {
    forms(&word.to_lowercase()).any(|form| KNOWN.contains(&form))
}

/// The difficult words and phrases as written, each with a plainer word. Of two that begin at the same word the
/// longer counts.
pub(super) fn difficult(words: &[Word]) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    let mut rest = words;
    while let Some((first, after)) = rest.split_first() {
        if let Some((length, phrase, instead)) = longest(rest) {
            found.push((phrase, instead));
            rest = rest.get(length..).unwrap_or_default();
        } else {
            found.extend(first.said().and_then(in_part));
            rest = after;
        }
    }
    found
}

fn longest(words: &[Word]) -> Option<(usize, String, &'static str)> {
    (1..=PHRASE_WORDS).rev().find_map(|length| {
        let said: Option<Vec<&str>> = words.get(..length)?.iter().map(Word::said).collect();
        let phrase = said?.join(" ");
        instead_of(&phrase).map(|instead| (length, phrase, instead))
    })
}

/// A part between hyphens: "Wmo-voorziening".
fn in_part(word: &str) -> Option<(String, &'static str)> {
    word.contains('-').then_some(())?;
    word.split('-').find_map(|part| instead_of(part).map(|instead| (part.to_owned(), instead)))
}

fn instead_of(phrase: &str) -> Option<&'static str> {
    forms(&phrase.to_lowercase()).find_map(|form| INSTEAD.get(form).copied())
}

/// A word as it stands, and without the ending of a plural or of an adjective.
fn forms(word: &str) -> impl Iterator<Item = &str> {
    let stems = ["'s", "en", "s", "n", "e"].into_iter().filter_map(|ending| word.strip_suffix(ending));
    std::iter::once(word).chain(stems.filter(|stem| stem.chars().count() >= STEM_LETTERS))
}

fn entries(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.lines()
        .filter(|line| !line.trim_start().starts_with('#'))
        .filter_map(|line| line.split_once('='))
        // The dot after an abbreviation is no part of a word.
        .map(|(hard, plain)| (hard.trim().trim_end_matches('.'), plain.trim()))
}

#[cfg(test)]
mod tests {
    use super::super::WORD_LETTERS;
    use super::super::sentences::sentences;
    use super::{INSTEAD, KNOWN, LIST, PHRASE_WORDS, difficult, entries, known};

    fn found(text: &str) -> Vec<(String, &'static str)> {
        sentences(text).iter().flat_map(|sentence| difficult(&sentence.words)).collect()
    }

    #[test]
    fn the_list_is_in_order() {
        let lines = LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).count();
        assert_eq!(entries(LIST).count(), lines, "every line is an entry");
        assert_eq!(INSTEAD.len(), lines, "no word stands there twice");
        assert!(lines >= 150, "{lines}");
        for (hard, plain) in entries(LIST) {
            assert!(!hard.is_empty() && !plain.is_empty(), "{hard} = {plain}");
            assert_eq!(hard, hard.to_lowercase());
            assert!(hard.split(' ').count() <= PHRASE_WORDS, "{hard}");
            assert!(plain.split([' ', '-']).all(|word| word.chars().count() <= WORD_LETTERS), "{plain}");
            assert_eq!(found(plain), [], "{hard} = {plain}: not plainer");
            assert_eq!(found(hard).first().map(|(word, _)| word.as_str()), Some(hard), "can be found");
        }
    }

    #[test]
    fn finds_whole_words_in_any_case_and_in_simple_forms() {
        for (text, expected) in [
            ("Indien u dit wenst", "Indien"),
            ("INDIEN", "INDIEN"),
            ("Het traject, de trajecten, trajects", "traject trajecten trajects"),
            ("Uw verplichtingen en voorwaarden", "verplichtingen"),
            ("De participatie en de participatiewet", "participatie"),
            ("vaardigheden, intakes en deadlines", "vaardigheden intakes deadlines"),
            ("een relevante vraag", "relevante"),
            ("met betrekking tot u, met u", "met betrekking tot"),
            ("Ten aanzien van uw verzoek", "Ten aanzien van verzoek"),
            ("I.v.m. ziekte z.s.m.", "I.v.m z.s.m"),
            ("uw Wmo-voorziening of re-integratie", "voorziening re-integratie"),
            ("Welke stap wilt u zetten? Dat wil ik dan wel.", ""),
            ("trajectplanner, hierbijna, echte, medisch", ""),
            ("met {betrekking} tot", ""),
            ("", ""),
        ] {
            let words: Vec<String> = found(text).into_iter().map(|(word, _)| word).collect();
            assert_eq!(words.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn known_long_words_are_let_through() {
        for (word, expected) in [
            ("Vrijwilligerswerk", true),
            ("sollicitatiegesprekken", false),
            ("bijstandsuitkeringen", true),
            ("verpleegkundigen", true),
            ("verantwoordelijk", false),
        ] {
            assert_eq!(known(word), expected, "{word}");
        }
        assert!(KNOWN.iter().all(|word| word.chars().count() > WORD_LETTERS), "no others need it");
    }
}
