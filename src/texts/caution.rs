//! What a text seems to hold that does not belong in a dossier: a citizen service number (BSN), or the name of an
//! illness or a medicine. The law wants to know what someone can and cannot do, not why.
//!
//! It is a hint while someone types. It blocks nothing and is written down nowhere, so it may be wrong now and then;
//! but who is warned for nothing stops reading warnings. When in doubt a date, an amount, a time or a telephone number
//! is what it looks like, and a word that people use for everyday things is not on the list.

use std::sync::LazyLock;

/// What a text seems to hold that does not belong in a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Caution {
    /// A number that can be a citizen service number: eight or nine digits that pass the test of eleven.
    CitizenNumber,
    /// A word for an illness, a medicine or a treatment.
    Diagnosis,
}

/// What to warn about, in order, each at most once.
#[must_use]
pub fn cautions(text: &str) -> Vec<Caution> {
    let text: String = text.chars().filter_map(plain).collect();
    let number = holds_citizen_number(&text).then_some(Caution::CitizenNumber);
    let diagnosis = names_diagnosis(&text).then_some(Caution::Diagnosis);
    number.into_iter().chain(diagnosis).collect()
}

/// A sign as a Dutch keyboard writes it; `None` for one that nobody sees and for an accent that is a sign of its own.
fn plain(sign: char) -> Option<char> {
    match sign {
        '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => None,
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{ff0d}' => Some('-'),
        '\u{ff0e}' => Some('.'),
        '０'..='９' => ascii(sign, '０'),
        // Arabic and Persian keyboards.
        '٠'..='٩' => ascii(sign, '٠'),
        '۰'..='۹' => ascii(sign, '۰'),
        // What stands on another line or in another column is another text.
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some('\n'),
        space if space.is_whitespace() => Some(' '),
        other => Some(other),
    }
}

fn ascii(digit: char, zero: char) -> Option<char> {
    char::from_digit(u32::from(digit).saturating_sub(u32::from(zero)), 10)
}

/// How the digits of a citizen number are grouped. With eight the leading zero was left out.
///
/// Not 2-2-4 or 4-2-2, those are dates; not 4-4, from one year or hour to another; not 4-5, a year and a case.
const FORMS: [&[usize]; 9] =
    [&[9], &[8], &[3, 3, 3], &[2, 3, 3], &[3, 3, 2], &[4, 2, 3], &[3, 2, 3], &[2, 2, 2, 3], &[3, 2, 4]];
/// Letters that may be glued to a citizen number: "BSN123456782". With others it is a code.
const GLUED: [&str; 4] = ["bsn", "nr", "nummer", "sofi"];
/// What is said before a number that is another one.
const OTHER_NUMBERS: [&str; 12] = [
    "factuurnummer",
    "iban",
    "kenmerk",
    "kvk",
    "mobiel",
    "ordernummer",
    "polisnummer",
    "rekeningnummer",
    "tel",
    "telefoon",
    "telefoonnummer",
    "zaaknummer",
];
const CURRENCIES: [char; 3] = ['€', '$', '£'];
const MONEY: [&str; 2] = ["eur", "euro"];
/// A telephone number has at most so many digits with its country (E.164), and ten without.
const PHONE_ABROAD: usize = 15;
const PHONE: usize = 10;
/// Eight digits in a row are a date when the year is one that people write down.
const YEARS: std::ops::RangeInclusive<u32> = 1940..=2039;

/// Digits in a row, and what stands between them and the digits before. The last of a text has no digits.
struct Group<'a> {
    before: &'a str,
    digits: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dot,
    Dash,
    /// A dash with room around it: it joins three groups, but also parts two numbers.
    WideDash,
    Space,
}

fn joint(between: &str) -> Option<Joint> {
    match between {
        "." => Some(Joint::Dot),
        "-" => Some(Joint::Dash),
        " - " => Some(Joint::WideDash),
        " " | "  " => Some(Joint::Space),
        _ => None,
    }
}

fn holds_citizen_number(text: &str) -> bool {
    let groups = groups(text);
    (0..groups.len()).any(|start| FORMS.iter().any(|form| citizen_number(&groups, start, form)))
}

fn groups(text: &str) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (before, after) = cut(rest, |sign| sign.is_ascii_digit());
        let (digits, after) = cut(after, |sign| !sign.is_ascii_digit());
        groups.push(Group { before, digits });
        rest = after;
    }
    groups
}

/// A text before and from the first such sign.
fn cut(text: &str, such: impl Fn(char) -> bool) -> (&str, &str) {
    text.find(such).and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}

fn citizen_number(groups: &[Group<'_>], start: usize, form: &[usize]) -> bool {
    let (earlier, from) = groups.split_at_checked(start).unwrap_or_default();
    let Some((number, later)) = from.split_at_checked(form.len()) else { return false };
    let Some((first, others)) = number.split_first() else { return false };
    if !number.iter().map(|group| group.digits.len()).eq(form.iter().copied()) {
        return false;
    }
    let inner = others.first().and_then(|group| joint(group.before));
    if others.iter().any(|group| inner.is_none() || joint(group.before) != inner) {
        return false;
    }
    let digits: String = number.iter().map(|group| group.digits).collect();
    let (after, next) = later.first().map_or(("", ""), |group| (group.before, group.digits));
    let part_of_another = (!earlier.is_empty() && goes_on(first.before, inner))
        || (!next.is_empty() && goes_on(after, inner))
        || (others.is_empty() && is_date(&digits))
        || is_phone(earlier, first.before, digits.len())
        || is_money(first.before, after, next)
        || is_code(first.before, after);
    passes_eleven(&digits) && !part_of_another
}

/// The test of eleven, from the last digit to the first: the zero that was left out adds nothing.
fn passes_eleven(digits: &str) -> bool {
    let weighed = digits.bytes().rev().zip([-1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let sum: i32 = weighed.map(|(digit, weight)| i32::from(digit.saturating_sub(b'0')) * weight).sum();
    sum % 11 == 0 && digits.contains(|digit| digit != '0')
}

/// Whether more digits belong to the same number.
fn goes_on(between: &str, inner: Option<Joint>) -> bool {
    joint(between).is_some_and(|outer| matches!(outer, Joint::Dot | Joint::Dash) || Some(outer) == inner)
}

fn is_date(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let date = |year: Option<u32>, month: Option<u32>, day: Option<u32>| {
        year.is_some_and(|year| YEARS.contains(&year))
            && month.is_some_and(|month| (1..=12).contains(&month))
            && day.is_some_and(|day| (1..=31).contains(&day))
    };
    digits.len() == 8 && (date(part(0, 4), part(4, 6), part(6, 8)) || date(part(4, 8), part(2, 4), part(0, 2)))
}

/// "06 12345678", "(06) 12345678", "+31 6 12345678", "0031 612345678"
fn is_phone(earlier: &[Group<'_>], before: &str, digits: usize) -> bool {
    let mut all = digits;
    let mut between = before;
    for group in earlier.iter().rev() {
        let near = between.chars().count() <= 3 && between.chars().all(|sign| " .-/()".contains(sign));
        if !near {
            break;
        }
        all += group.digits.len();
        let area = group.digits.starts_with('0') && all == PHONE;
        let country = group.before.ends_with('+') || (group.digits.starts_with("00") && group.digits.len() >= 4);
        if area || (country && all <= PHONE_ABROAD) {
            return true;
        }
        between = group.before;
    }
    before.ends_with('+')
}

/// "€ 12.345.678", "123.456.782,00", "123.456.782,-", "123456782 euro"
fn is_money(before: &str, after: &str, next: &str) -> bool {
    let (before, after) = (before.trim_end_matches(' '), after.trim_start_matches(' '));
    let (unit, _) = cut(after, |sign| !sign.is_alphabetic());
    let money = |word: &str| MONEY.contains(&word.to_lowercase().as_str());
    before.ends_with(CURRENCIES)
        || after.starts_with(CURRENCIES)
        || money(before.rsplit(|sign: char| !sign.is_alphabetic()).next().unwrap_or_default())
        || money(unit)
        || after.starts_with(",-")
        || (after == "," && matches!(next.len(), 1 | 2))
}

/// Part of a code of letters and digits, or called another number.
fn is_code(before: &str, after: &str) -> bool {
    let before = before.to_lowercase();
    let glued = before.ends_with(char::is_alphabetic) && !GLUED.iter().any(|label| before.ends_with(label));
    let called =
        before.split(|sign: char| !sign.is_alphabetic()).rfind(|word| !matches!(*word, "" | "is" | "nr" | "nummer"));
    glued || after.starts_with(char::is_alphabetic) || called.is_some_and(|word| OTHER_NUMBERS.contains(&word))
}

/// Our own choice; how to add a word is said in the file.
const LIST: &str = include_str!("../../assets/words/diagnoses.txt");

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| LIST.lines().filter_map(Entry::parse).collect());

/// A line of the list.
struct Entry {
    parts: Vec<Part>,
    /// Only in exactly these letters.
    exact: bool,
    /// Everyday words, though one of them is on the list: "MS Office".
    everyday: bool,
}

/// One word of an entry, and whether a longer word may begin before it or go on after it.
struct Part {
    word: String,
    before: bool,
    after: bool,
}

struct Word<'a> {
    written: &'a str,
    folded: String,
}

impl Entry {
    fn parse(line: &str) -> Option<Self> {
        let line = line.trim();
        let (everyday, line) = marked(line, '~');
        let (exact, line) = marked(line, '!');
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        let parts = line.split([' ', '-']).map(|part| Part::parse(part, exact)).collect();
        Some(Self { parts, exact, everyday })
    }

    fn begins(&self, words: &[Word<'_>]) -> bool {
        words.len() >= self.parts.len()
            && self.parts.iter().zip(words).all(|(part, word)| part.is(word.said(self.exact)))
    }
}

impl Word<'_> {
    fn said(&self, exact: bool) -> &str {
        if exact { self.written } else { &self.folded }
    }
}

fn marked(line: &str, mark: char) -> (bool, &str) {
    line.strip_prefix(mark).map_or((false, line), |rest| (true, rest.trim_start()))
}

impl Part {
    fn parse(part: &str, exact: bool) -> Self {
        let word = part.trim_matches('*');
        let word = if exact { word.to_owned() } else { folded(word) };
        Self { word, before: part.starts_with('*'), after: part.ends_with('*') }
    }

    fn is(&self, word: &str) -> bool {
        match (self.before, self.after) {
            (false, false) => word == self.word,
            (true, false) => word.ends_with(&self.word),
            (false, true) => word.starts_with(&self.word),
            (true, true) => word.contains(&self.word),
        }
    }
}

fn names_diagnosis(text: &str) -> bool {
    // Words on both sides of a stop, a comma or an apostrophe make no phrase.
    text.split(|sign: char| !sign.is_alphanumeric() && !matches!(sign, ' ' | '-')).any(|piece| {
        let words = piece.split([' ', '-']).filter(|word| !word.is_empty());
        let words: Vec<Word<'_>> = words.map(|written| Word { written, folded: folded(written) }).collect();
        on_the_list(&words)
    })
}

fn on_the_list(words: &[Word<'_>]) -> bool {
    (0..words.len()).filter_map(|start| words.get(start..)).any(|rest| {
        let begins = |everyday| ENTRIES.iter().any(|entry| entry.everyday == everyday && entry.begins(rest));
        begins(false) && !begins(true)
    })
}

/// Small letters without accents.
fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        folded.push(match letter {
            'à'..='å' => 'a',
            'ç' => 'c',
            'è'..='ë' => 'e',
            'ì'..='ï' => 'i',
            'ñ' => 'n',
            'ò'..='ö' | 'ø' => 'o',
            'ù'..='ü' => 'u',
            'ý' | 'ÿ' => 'y',
            other => other,
        });
    }
    folded
}

#[cfg(test)]
#[path = "caution_tests.rs"]
mod tests;
