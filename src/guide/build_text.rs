//! Every text and every id of a guide, held against the limits.

use std::collections::BTreeSet;

use super::build::{Builder, Used};
use super::finding::Kind;
use super::limits;
use super::locate::Way;
use super::phrase::{POLITE, Phrase, SECOND};
use super::words::Words;
use crate::texts::reading::{Reading, SENTENCE_WORDS, TooHard, too_hard};

impl Builder {
    pub(super) fn texts(&mut self, field: &'static str, texts: &[String]) -> Vec<Words> {
        let mut all = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            self.under(&[Way::Field(field), Way::Entry(at)], |b| {
                b.plain(text, true);
                all.push(b.places(text));
            });
        }
        all
    }

    /// A phrase that is shown as it stands.
    pub(super) fn phrase(&mut self, field: &'static str, phrase: &Phrase) {
        self.ways(field, phrase, |b, text| b.plain(text, true));
    }

    pub(super) fn phrases(&mut self, field: &'static str, phrases: &[Phrase]) {
        for (at, phrase) in phrases.iter().enumerate() {
            self.under(&[Way::Field(field), Way::Entry(at)], |b| {
                b.each_way(phrase, &mut |b, text| b.plain(text, true));
            });
        }
    }

    /// A phrase with places to fill in. Each way of saying it must have the same places.
    pub(super) fn words(&mut self, field: &'static str, phrase: &Phrase) -> Phrase<Words> {
        self.ways(field, phrase, |b, text| {
            b.plain(text, true);
            b.places(text);
        });
        let words = phrase.map(|text| Words::of(text));
        let places = |words: &Words| words.keys().map(|(key, _)| key.to_owned()).collect::<BTreeSet<_>>();
        let expected = places(&words.polite);
        for (way, said) in words.ways().filter(|(_, said)| places(said) != expected) {
            let differing: Vec<String> = places(said).symmetric_difference(&expected).cloned().collect();
            self.under(&[Way::Field(field), Way::Field(way)], |b| b.fault(Kind::VariantDiffers, differing));
        }
        words
    }

    fn ways(&mut self, field: &'static str, phrase: &Phrase, mut look: impl FnMut(&mut Self, &str)) {
        self.under(&[Way::Field(field)], |b| b.each_way(phrase, &mut look));
    }

    fn each_way(&mut self, phrase: &Phrase, look: &mut dyn FnMut(&mut Self, &str)) {
        for (way, text) in phrase.ways() {
            let trail: &[Way] = if phrase.is_plain() { &[] } else { &[Way::Field(way)] };
            self.under(trail, |b| {
                look(b, text);
                if b.for_client && way != SECOND {
                    b.read(text, way == POLITE);
                }
            });
        }
        if phrase.second.is_some() && !self.has_second_language {
            self.fault(Kind::NoSecondLanguage, Vec::new());
        }
    }

    /// Measures what the client reads, and says what is too hard. Only one way of saying it counts in the measure.
    fn read(&mut self, text: &str, counts: bool) {
        if counts {
            self.reading.add(Reading::of(text));
        }
        for hard in too_hard(text) {
            let about = match hard {
                TooHard::LongSentence { sentence, words } => {
                    vec![sentence, "long-sentence".to_owned(), words.to_string(), SENTENCE_WORDS.to_string()]
                }
                TooHard::LongWord { sentence, word, letters } => {
                    vec![sentence, "long-word".to_owned(), word, letters.to_string()]
                }
                TooHard::DifficultWord { sentence, word, instead } => {
                    vec![sentence, "difficult-word".to_owned(), word, instead]
                }
            };
            self.fault(Kind::TooHardToRead, about);
        }
    }

    /// Writes down the keys of a text.
    pub(super) fn places(&mut self, text: &str) -> Words {
        let words = Words::of(text);
        for (key, falls_back) in words.keys() {
            if self.around.iter().any(|(_, name)| name == key) {
                continue;
            }
            let safe = falls_back || self.sure.iter().any(|sure| sure == key);
            self.note(&[], Used::Prefill { key: key.to_owned(), safe });
        }
        words
    }

    pub(super) fn text(&mut self, field: &'static str, text: &str, needed: bool) {
        self.under(&[Way::Field(field)], |b| b.plain(text, needed));
    }

    pub(super) fn plain(&mut self, text: &str, needed: bool) {
        if needed && text.trim().is_empty() {
            self.fault(Kind::EmptyText, Vec::new());
        }
        let length = text.chars().count();
        if length > limits::TEXT_CHARS {
            self.fault(Kind::TextTooLong, vec![length.to_string(), limits::TEXT_CHARS.to_string()]);
        }
        if let Some(bad) = text.chars().find(|c| is_forbidden(*c)) {
            self.fault(Kind::ForbiddenCharacter, vec![format!("U+{:04X}", u32::from(bad))]);
        }
    }

    pub(super) fn id(&mut self, field: &'static str, id: &str, unique: bool) {
        self.under(&[Way::Field(field)], |b| {
            if !is_id(id) {
                b.fault(Kind::BadId, vec![id.to_owned()]);
            }
            if unique && !b.ids.insert(id.to_owned()) {
                b.fault(Kind::DuplicateId, vec![id.to_owned()]);
            }
        });
    }
}

/// Whether it can be the name of a step, an option or a flag.
pub(super) fn is_id(id: &str) -> bool {
    (1..=limits::ID_CHARS).contains(&id.len())
        && id.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-')
}

/// Characters that can hide or turn around text: controls, marks of direction, invisible tags, private use.
fn is_forbidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(u32::from(c),
            0x061C | 0x200E | 0x200F | 0x202A..=0x202E | 0x2066..=0x2069 | 0xFEFF
            | 0xE000..=0xF8FF | 0xE0000..=0xE007F | 0xF0000..=0x0010_FFFF)
}
