//! A text cut into sentences, and a sentence into words.
//!
//! A place such as `{belang|getal}` is one word, whatever stands in it: what an answer will say there is not known yet.

/// Titles and little words before a name or a number: their dot never ends a sentence.
const NEVER_LAST: [&str; 24] = [
    "afd", "art", "bijv", "blz", "bv", "ca", "dhr", "dr", "drs", "excl", "gem", "incl", "ing", "ir", "mevr", "mr",
    "mw", "nr", "nrs", "pag", "prof", "resp", "st", "tel",
];
/// These may well be the last word: their dot ends a sentence when a capital follows.
const MAYBE_LAST: [&str; 13] =
    ["a.s", "a.u.b", "d.d", "e.a", "e.d", "enz", "etc", "jl", "max", "min", "n.v.t", "o.i.d", "s.v.p"];

/// Stands for a place while a sentence is cut into words.
const PLACE: char = '\u{fffc}';
const SOFT_HYPHEN: char = '\u{ad}';
const HARD_HYPHEN: char = '\u{2011}';

/// A sentence as it was written, and its words. One without words is none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sentence<'a> {
    pub text: &'a str,
    pub words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A word without the quotes, brackets and stops around it.
    Said(String),
    /// Counts as a word but is not spelled out by a reader: a place, a number, an address.
    Plain,
}

impl Word {
    pub(super) fn said(&self) -> Option<&str> {
        match self {
            Self::Said(said) => Some(said),
            Self::Plain => None,
        }
    }

    /// A piece between spaces; `None` for a dash or a bullet.
    fn of(piece: &str) -> Option<Self> {
        if piece.contains(PLACE) {
            return Some(Self::Plain);
        }
        let bare = piece.trim_matches(|letter: char| !letter.is_alphanumeric());
        if bare.is_empty() {
            return None;
        }
        if !bare.chars().any(char::is_alphabetic) {
            return Some(Self::Plain);
        }
        Some(Self::Said(bare.chars().filter_map(letter).collect()))
    }
}

/// An apostrophe is written in two ways and a hyphen in three; quotes inside a word are no part of it.
fn letter(written: char) -> Option<char> {
    match written {
        '“' | '”' | '„' | '"' | '‘' | SOFT_HYPHEN => None,
        '’' => Some('\''),
        HARD_HYPHEN => Some('-'),
        letter => Some(letter),
    }
}

/// A line ends a sentence, and so does a stop. A semicolon does not: it joins.
pub(super) fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut rest = line;
        while let Some((first, after)) = end(rest).and_then(|end| rest.split_at_checked(end)) {
            found.extend(sentence(first));
            rest = after;
        }
        found.extend(sentence(rest));
    }
    found
}

fn sentence(text: &str) -> Option<Sentence<'_>> {
    let words = words(text);
    (!words.is_empty()).then(|| Sentence { text: text.trim(), words })
}

/// Where the first sentence ends, if a stop ends one.
fn end(text: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(next) = rest.chars().next()
    {
        if let Some(length) = place(rest) {
            at += length;
            continue;
        }
        at += next.len_utf8();
        let (before, after) = text.split_at_checked(at)?;
        if let Some(closing) = stop(before, next, after) {
            return Some(at + closing);
        }
    }
    None
}

/// The length of a place that begins here. A brace that is never closed is kept as it stands.
fn place(text: &str) -> Option<usize> {
    text.strip_prefix('{')?.find('}').map(|end| end + 2)
}

/// Whether `mark`, the last sign of `before`, ends a sentence, and how much of `after` closes it (quotes, brackets).
fn stop(before: &str, mark: char, after: &str) -> Option<usize> {
    if !matches!(mark, '.' | '?' | '!' | '…' | ':') {
        return None;
    }
    let rest = after.trim_start_matches(['’', '”', '"', '\'', ')', ']']);
    let closing = after.len() - rest.len();
    // In a number, an address or a row of dots the text goes on at once.
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let next = rest.chars().find(|sign| !sign.is_whitespace() && !matches!(sign, '‘' | '“' | '„' | '"' | '\'' | '('));
    let capital = next.is_some_and(char::is_uppercase);
    let goes_on = next.is_some_and(char::is_lowercase);
    let ends = match mark {
        ':' => capital,
        '…' => !goes_on,
        '.' if before.ends_with("..") => !goes_on,
        '.' if abbreviates(before, capital) => false,
        // ‘Waarom?’ vroeg hij.
        _ => closing == 0 || !goes_on,
    };
    // The dot of "1." before an item of a list ends nothing.
    (ends && before.chars().any(char::is_alphabetic)).then_some(closing)
}

/// Whether the dot at the end of `before` belongs to an abbreviation or an initial.
fn abbreviates(before: &str, capital_follows: bool) -> bool {
    let word = before.rsplit(|sign: char| sign.is_whitespace() || "(‘“/".contains(sign)).next().unwrap_or_default();
    let word = word.strip_suffix('.').unwrap_or(word);
    let small = word.to_lowercase();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && small != "u";
    let dotted = small.contains('.') && small.split('.').all(|piece| piece.chars().count() == 1);
    if MAYBE_LAST.contains(&small.as_str()) {
        return !capital_follows;
    }
    NEVER_LAST.contains(&small.as_str()) || initial || (dotted && small.chars().any(char::is_alphabetic))
}

fn words(sentence: &str) -> Vec<Word> {
    let mut found = Vec::new();
    for piece in marked(sentence).split_whitespace() {
        if piece.contains('@') || piece.contains("://") || piece.starts_with("www.") {
            found.push(Word::Plain);
        } else {
            found.extend(piece.split(['/', '–', '—', '…']).filter_map(Word::of));
        }
    }
    found
}

/// The text with one sign for each place.
fn marked(text: &str) -> String {
    let mut marked = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = place(rest);
        marked.push(if length.is_some() { PLACE } else { next });
        rest = rest.get(length.unwrap_or(next.len_utf8())..).unwrap_or_default();
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::{Word, sentences, words};

    #[test]
    fn cuts_sentences() {
        for (text, expected) in [
            ("Wat wilt u? Kies zelf! Goed.", vec!["Wat wilt u?", "Kies zelf!", "Goed."]),
            ("Een regel\nNog een\r\n\nLaatste", vec!["Een regel", "Nog een", "Laatste"]),
            ("Neem bijv. brood, melk enz. mee. Klaar.", vec!["Neem bijv. brood, melk enz. mee.", "Klaar."]),
            ("Neem brood, melk enz. Daarna gaat u.", vec!["Neem brood, melk enz.", "Daarna gaat u."]),
            ("Vul in: n.v.t. of o.a. Utrecht. Bv. Breda.", vec!["Vul in: n.v.t. of o.a. Utrecht.", "Bv. Breda."]),
            (
                "Bel dhr. J. Jansen. Dat is fijn voor u. Goed.",
                vec!["Bel dhr. J. Jansen.", "Dat is fijn voor u.", "Goed."],
            ),
            ("Kom om 10.00 uur. Het kost 1.250,50 euro.", vec!["Kom om 10.00 uur.", "Het kost 1.250,50 euro."]),
            ("Kies: werk of school.", vec!["Kies: werk of school."]),
            ("Zeg dit: Wat wilt u?", vec!["Zeg dit:", "Wat wilt u?"]),
            ("Hij zei: “Dat wil ik.” Toen ging hij.", vec!["Hij zei:", "“Dat wil ik.”", "Toen ging hij."]),
            ("‘Waarom?’ vroeg hij. (Echt waar.) Ja.", vec!["‘Waarom?’ vroeg hij.", "(Echt waar.)", "Ja."]),
            ("Ik weet het niet… misschien… Later.", vec!["Ik weet het niet… misschien…", "Later."]),
            ("Ik weet het... niet... Later.", vec!["Ik weet het... niet...", "Later."]),
            ("Echt?! Ja", vec!["Echt?!", "Ja"]),
            ("1. Ga zitten. 2. Begin.", vec!["1. Ga zitten.", "2. Begin."]),
            ("Eerst dit; dan dat.", vec!["Eerst dit; dan dat."]),
            ("Uw doel: {doel|Iets. Of niets!}. Klopt dat?", vec!["Uw doel: {doel|Iets. Of niets!}.", "Klopt dat?"]),
            ("Zie www.werk.nl. Of { los. Einde.", vec!["Zie www.werk.nl.", "Of { los.", "Einde."]),
            ("…  -- ? ", vec![]),
        ] {
            let found: Vec<&str> = sentences(text).iter().map(|sentence| sentence.text).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn cuts_words_and_leaves_out_what_stands_around_them() {
        for (text, expected) in [
            ("‘Wat’ wilt “u”, (echt)?", "Wat wilt u echt"),
            ("De foto’s en zo’n als-danplan", "De foto's en zo'n als-danplan"),
            ("’s Middags - of – misschien — niet", "s Middags of misschien niet"),
            ("hij/zij, en/of nou…maar", "hij zij en of nou maar"),
            ("om 10.00 uur, 50% en € 5,-", "om _ uur _ en _"),
            ("uw {belang| heel lang }, {doel}en.", "uw _ _"),
            ("mail a.b@werk.nl of https://werk.nl/een/pad", "mail _ of _"),
            ("dag\u{a0}en werk\u{ad}gever re\u{2011}integratie", "dag en werkgever re-integratie"),
            ("de 2e A4", "de 2e A4"),
        ] {
            let found: Vec<String> = words(text).iter().map(|word| word.said().unwrap_or("_").to_owned()).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
        assert_eq!(words("{naam}"), [Word::Plain]);
    }
}
