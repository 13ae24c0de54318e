//! Words that a client reads: in the polite form, perhaps in the familiar one, perhaps in a second language.
//!
//! In a guide file a phrase is plain text between quotes, or `Woorden(u: "..", je: "..", tweede: "..")`.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How a guide speaks to the client now. What a phrase lacks is said in the polite form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// "je", where the municipality or the two at the table prefer it.
    pub familiar: bool,
    /// The guide's second language.
    pub second: bool,
}

/// One thing said in up to three ways. `T` is the text itself, or the text cut at its places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase<T = String> {
    pub polite: T,
    pub familiar: Option<T>,
    pub second: Option<T>,
}

impl<T> Phrase<T> {
    /// The way to say it now.
    #[must_use]
    pub fn said(&self, voice: Voice) -> &T {
        let second = self.second.as_ref().filter(|_| voice.second);
        second.or_else(|| self.familiar.as_ref().filter(|_| voice.familiar)).unwrap_or(&self.polite)
    }

    /// Each way in which it is said, with the key that it has in a guide file.
    pub fn ways(&self) -> impl Iterator<Item = (&'static str, &T)> {
        let others = [(FAMILIAR, self.familiar.as_ref()), (SECOND, self.second.as_ref())];
        std::iter::once((POLITE, &self.polite)).chain(others.into_iter().filter_map(|(key, way)| Some((key, way?))))
    }

    /// The same phrase, with each way of saying it made into something else.
    pub fn map<U>(&self, mut make: impl FnMut(&T) -> U) -> Phrase<U> {
        Phrase {
            polite: make(&self.polite),
            familiar: self.familiar.as_ref().map(&mut make),
            second: self.second.as_ref().map(make),
        }
    }
}

impl Phrase {
    /// Something said in one way only.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { polite: text.into(), familiar: None, second: None }
    }

    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.familiar.is_none() && self.second.is_none()
    }
}

const NAME: &str = "Woorden";
pub(super) const POLITE: &str = "u";
const FAMILIAR: &str = "je";
pub(super) const SECOND: &str = "tweede";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "u")]
    polite: String,
    #[serde(rename = "je", default)]
    familiar: Option<String>,
    #[serde(rename = "tweede", default)]
    second: Option<String>,
}

impl<'de> Deserialize<'de> for Phrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PhraseVisitor)
    }
}

struct PhraseVisitor;

impl<'de> Visitor<'de> for PhraseVisitor {
    type Value = Phrase;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tekst tussen aanhalingstekens, of Woorden(u: \"…\", je: \"…\")")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Phrase, E> {
        Ok(Phrase::plain(text))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Phrase, E> {
        Ok(Phrase::plain(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Phrase, A::Error> {
        let Written { polite, familiar, second } = Written::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Phrase { polite, familiar, second })
    }
}

impl Serialize for Phrase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_plain() {
            return serializer.serialize_str(&self.polite);
        }
        let mut written = serializer.serialize_struct(NAME, self.ways().count())?;
        for (key, way) in self.ways() {
            written.serialize_field(key, way)?;
        }
        written.end()
    }
}

#[cfg(test)]
mod tests {
    use super::{Phrase, Voice};

    #[test]
    fn what_is_missing_is_said_in_the_polite_form() {
        let whole = Phrase { polite: "u", familiar: Some("je"), second: Some("you") };
        let polite = Phrase { polite: "u", familiar: None, second: None };
        for (familiar, second, of_whole) in
            [(false, false, "u"), (true, false, "je"), (false, true, "you"), (true, true, "you")]
        {
            let voice = Voice { familiar, second };
            assert_eq!((*whole.said(voice), *polite.said(voice)), (of_whole, "u"), "{voice:?}");
        }
    }
}
