//! Every text and every id of a guide, held against the limits.

use super::build::{Builder, Used};
use super::finding::Kind;
use super::limits;
use super::locate::Way;
use super::words::Words;

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

    pub(super) fn words(&mut self, field: &'static str, text: &str) -> Words {
        let mut words = Words::default();
        self.under(&[Way::Field(field)], |b| words = b.places(text));
        words
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
            let fits = (1..=limits::ID_CHARS).contains(&id.len())
                && id.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-');
            if !fits {
                b.fault(Kind::BadId, vec![id.to_owned()]);
            }
            if unique && !b.ids.insert(id.to_owned()) {
                b.fault(Kind::DuplicateId, vec![id.to_owned()]);
            }
        });
    }
}

/// Characters that can hide or turn around text: controls, marks of direction, invisible tags, private use.
fn is_forbidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(u32::from(c),
            0x061C | 0x200E | 0x200F | 0x202A..=0x202E | 0x2066..=0x2069 | 0xFEFF
            | 0xE000..=0xF8FF | 0xE0000..=0xE007F | 0xF0000..=0x0010_FFFF)
}
