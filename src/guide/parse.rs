//! Text to [`GuideFile`]. One fault of syntax ends the reading, so there is at most one finding.

use ron::Options;
use ron::error::{Error as RonError, SpannedError};
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::de::DeserializeOwned;

use super::file::GuideFile;
use super::finding::{Finding, Kind};
use super::limits;

impl GuideFile {
    /// Reads a guide from its text. A byte order mark (Notepad writes one) is passed over.
    ///
    /// # Errors
    /// One [`Finding`] with the place where reading stopped: a file too large, or a fault of syntax.
    pub fn parse(text: &str) -> Result<Self, Finding> {
        read_ron(text)
    }

    /// The guide as text again, without the remarks of its author. `None` for what cannot be written, which no guide that
    /// was read can be.
    #[must_use]
    pub fn to_text(&self) -> Option<String> {
        options().to_string_pretty(self, PrettyConfig::new().struct_names(true)).ok()
    }
}

/// Reads any file that people of the municipality write.
pub(super) fn read_ron<T: DeserializeOwned>(text: &str) -> Result<T, Finding> {
    if text.len() > limits::FILE_BYTES {
        let size = (text.len() / (1024 * 1024)).to_string();
        return Err(at_start(Kind::TooLarge, vec![size]));
    }
    options().from_str(without_mark(text)).map_err(|error| syntax(&error))
}

/// The text without a leading byte order mark.
#[must_use]
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// How guide files are read: `Some` may be left out, and `Stap(id: ..)` needs no second pair of brackets.
fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_NEWTYPES)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES)
}

impl Finding {
    /// The file was written for a newer program.
    #[must_use]
    pub fn newer_format(format: u32) -> Self {
        at_start(Kind::NewerFormat, vec![format.to_string(), limits::FORMAT.to_string()])
    }
}

fn at_start(kind: Kind, about: Vec<String>) -> Finding {
    Finding { kind, line: 1, column: 1, step: None, about }
}

fn syntax(error: &SpannedError) -> Finding {
    let kind = if matches!(error.code, RonError::ExceededRecursionLimit) { Kind::TooDeep } else { Kind::Syntax };
    let place = error.span.start;
    Finding { kind, line: place.line, column: place.col, step: None, about: vec![in_dutch(&error.code)] }
}

/// The author's own words for the common slips; the parser's English for the rest.
fn in_dutch(error: &RonError) -> String {
    match error {
        RonError::NoSuchStructField { found, expected, .. } => {
            format!("de sleutel ‘{found}’ hoort hier niet; wel: {}", expected.join(", "))
        }
        RonError::NoSuchEnumVariant { found, expected, .. } => {
            format!("‘{found}’ bestaat hier niet; wel: {}", expected.join(", "))
        }
        RonError::MissingStructField { field, outer } => match outer {
            Some(outer) => format!("‘{field}’ ontbreekt in {outer}(…), dat op deze plek sluit"),
            None => format!("‘{field}’ ontbreekt in het onderdeel dat op deze plek sluit"),
        },
        RonError::DuplicateStructField { field, .. } => format!("‘{field}’ staat er twee keer"),
        RonError::ExpectedComma => "er mist een komma, haakje of aanhalingsteken vlak voor deze plek".to_owned(),
        RonError::ExpectedString => "hier hoort tekst tussen aanhalingstekens".to_owned(),
        RonError::ExpectedArrayEnd => "een lijst is niet gesloten met ]".to_owned(),
        RonError::ExpectedStringEnd => "een tekst is niet gesloten met een aanhalingsteken".to_owned(),
        RonError::ExpectedStructLikeEnd => "een onderdeel is niet gesloten met )".to_owned(),
        RonError::Eof => "het bestand houdt te vroeg op: er is een haakje of aanhalingsteken niet gesloten".to_owned(),
        RonError::TrailingCharacters => "na het einde van de gids staat nog tekst".to_owned(),
        other => other.to_string(),
    }
}
