//! The syllables of a Dutch word, as they are spoken.
//!
//! Every group of vowels is one: "nieuw", "moeite" has two. A trema begins a new one. Where Dutch writes an `i` and
//! speaks a `j` ("station", "sociaal", "officieel") that `i` is none.

/// Vowels that sound as one, longest first, so that the first that fits is the one.
const GROUPS: [&str; 29] = [
    "aai", "eau", "eeu", "ieu", "oei", "oeu", "ooi", "aa", "ae", "ai", "au", "ay", "ee", "ei", "eu", "ey", "ie", "ij",
    "oe", "oi", "oo", "ou", "oy", "ui", "uu", "uy", "a", "e", "o",
];

/// Pieces from English in which vowels are written and not spoken, and how many too many.
const SILENT: [(&str, usize); 10] = [
    ("coach", 1),
    ("deadline", 2),
    ("intake", 1),
    ("management", 1),
    ("online", 1),
    ("service", 1),
    ("software", 1),
    ("team", 1),
    ("update", 1),
    ("website", 1),
];

/// Schools and laws that are said letter by letter though written small or with a vowel.
const SPELLED: [&str; 8] = ["aow", "cao", "hbo", "ioaw", "ioaz", "mbo", "vmbo", "vwo"];

/// Between what a trema parts.
const BREAK: char = '|';

/// At least one. The parts of a hyphenated word count apart.
pub(super) fn syllables(word: &str) -> usize {
    word.split('-').map(part).sum::<usize>().max(1)
}

fn part(word: &str) -> usize {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    let plain = plain(word);
    // UWV, ID
    let capitals = (2..=3).contains(&letters) && !word.chars().any(char::is_lowercase);
    if capitals || SPELLED.contains(&plain.as_str()) {
        return letters;
    }
    match groups(&plain) {
        // bsn, cv
        0 => letters,
        groups => groups.saturating_sub(unspoken(&plain)),
    }
}

fn unspoken(plain: &str) -> usize {
    SILENT.iter().filter(|(piece, _)| plain.contains(piece)).map(|(_, many)| many).sum()
}

/// Small letters without accents; a trema becomes a break.
fn plain(word: &str) -> String {
    let mut plain = String::new();
    for letter in word.chars().flat_map(char::to_lowercase) {
        let (breaks, letter) = match letter {
            'ä' => (true, 'a'),
            'ë' => (true, 'e'),
            'ï' => (true, 'i'),
            'ö' => (true, 'o'),
            'ü' => (true, 'u'),
            'á' | 'à' | 'â' => (false, 'a'),
            'é' | 'è' | 'ê' => (false, 'e'),
            'í' | 'ì' | 'î' => (false, 'i'),
            'ó' | 'ò' | 'ô' => (false, 'o'),
            'ú' | 'ù' | 'û' => (false, 'u'),
            // The two letters in one sign.
            '\u{133}' => {
                plain.push('i');
                (false, 'j')
            }
            other => (false, other),
        };
        if breaks {
            plain.push(BREAK);
        }
        plain.push(letter);
    }
    plain
}

fn groups(plain: &str) -> usize {
    let mut count = 0;
    let mut before = None;
    let mut rest = plain;
    while let Some(first) = rest.chars().next() {
        let length = group(before, rest);
        count += usize::from(length.is_some());
        let (taken, after) = rest.split_at_checked(length.unwrap_or(first.len_utf8())).unwrap_or((rest, ""));
        before = taken.chars().last();
        rest = after;
    }
    count
}

/// The length of the group of vowels that begins here.
fn group(before: Option<char>, rest: &str) -> Option<usize> {
    if silent(before, rest) {
        return None;
    }
    if apart(before, rest) {
        return Some(1);
    }
    let longest = GROUPS.iter().find(|group| rest.starts_with(**group)).map(|group| group.len());
    longest.or_else(|| rest.starts_with(['i', 'u', 'y']).then_some(1))
}

/// A vowel that is spoken as a consonant: the `u` of "frequent", the `y` of "yoga", the `i` of "station".
fn silent(before: Option<char>, rest: &str) -> bool {
    match before {
        Some('q') => rest.starts_with('u'),
        Some('c' | 't' | 's') => ["ia", "io", "iee", "i|el", "i|ent"].iter().any(|glide| rest.starts_with(glide)),
        None => rest.strip_prefix('y').is_some_and(|after| after.starts_with(['a', 'e', 'i', 'o', 'u'])),
        _ => false,
    }
}

/// Vowels that look like a group and are two: "museum", "serieus", "superieur", "geautomatiseerd".
fn apart(before: Option<char>, rest: &str) -> bool {
    let soft = matches!(before, Some('c' | 't'));
    rest == "eum"
        || (!soft && (rest.starts_with("ieus") || rest.starts_with("ieuz")))
        || (before == Some('r') && rest.starts_with("ieur"))
        || (before == Some('g') && rest.starts_with("eau"))
}

#[cfg(test)]
mod tests {
    use super::syllables;

    /// Word and true count, as spoken in the Netherlands.
    const TABLE: &str = "
        werk 1, u 1, één 1, nieuw 1, eeuw 1, zaait 1, mooi 1, groeit 1, vrij 1, klein 1, hout 1, blauw 1, huis 1,
        zeur 1, boek 1, vuur 1, zo'n 1, zzp 3, mbo 3, hbo-opleiding 6, UWV's 3, cv 2, bsn 3, UWV 3, ID 2, ID-kaart 3,
        station 2, functie 2, actie 2, café 2, cadeau 2, niveau 2, bureau 2, nieuwe 2, draaien 2, moeite 2, naïef 2,
        maïs 2, reëel 2, geëist 2, geuit 2, toilet 2, type 2, baby's 2, foto's 2, duo 2, chaos 2, cliënt 2, dieet 2,
        sociaal 2, speciaal 2, loyaal 2, yoga 2, online 2, jobcoach 2, team 1, website 2, training 2, failliet 2,
        uitkering 3, gemeente 3, politie 3, vakantie 3, ideeën 3, museum 3, serieus 3, functioneel 3, nationaal 3,
        radio 3, video 3, theorie 3, ruïne 3, reünie 3, egoïsme 4, officieel 3, financieel 3, actueel 3, frequentie 3,
        enquête 3, geopend 3, douane 3, royale 3, manager 3, januari 4, periode 4, materieel 4, relatie 3, spatie 2,
        klantmanager 4, solliciteren 5, sollicitatie 5, organisatie 5, coördinatie 5, situatie 4, evaluatie 5,
        beëindigen 4, beïnvloeden 4, individueel 5, patiënten 3, industrieel 4, initiatief 4, financiële 4,
        superieur 4, geautomatiseerd 6, hygiëne 4, oriëntatie 5, variëren 4, Italië 4, vrijwilligerswerk 5,
        verantwoordelijk 5, re-integratie 5, als-danplan 3, bijeenkomst 3, e-mail 2, vrouwelijk 3, lelijk 2,
        arbeidsovereenkomst 6, gedachte 3, zelfstandig 3, belangrijk 3, vertrouwen 3, voorbereiding 4, ingenieur 3,
        pensioen 2, discussie 3, professioneel 4, studio 3, diagnose 4, realiseren 5, creatief 3, koffie 2, jubileum 4,
        software 2, curriculum 4, sabbatical 4, diarree 3, geïnteresseerd 5, mozaïek 3, augustus 3, restaurant 3,
        interview 3, journaal 2, deadline 2, intakegesprek 4, crèche 1, fulltime 2, patio 3";

    #[test]
    fn counts_nearly_all_words_rightly() {
        let (mut all, mut missed) = (0, Vec::new());
        for entry in TABLE.split(',') {
            let (word, count) = entry.trim().split_once(' ').expect("word and count");
            let expected: usize = count.parse().expect("a count");
            all += 1;
            if syllables(word) != expected {
                missed.push(word);
            }
        }
        assert!(all >= 60, "{all}");
        assert!(missed.len() * 20 <= all, "{missed:?} of {all}");
        assert_eq!(missed, MISSED, "name what is missed");
    }

    const MISSED: [&str; 3] = ["crèche", "fulltime", "patio"];

    #[test]
    fn finds_at_least_one() {
        for word in ["s", "", "-", "2e", "hmm"] {
            assert!(syllables(word) >= 1, "{word}");
        }
    }
}
