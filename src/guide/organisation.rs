//! The organisation file: everything that differs per municipality. Names, numbers and rules live here and never in code.

use std::fmt::Write as _;
use std::time::Duration;

use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::finding::Finding;
use super::limits;
use super::parse::{read_ron, without_mark};
use super::picture::{Picture, PictureFault};

/// One municipality's own words and numbers. Every part may be missing.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename = "Organisatie", deny_unknown_fields, default)]
pub struct Organisation {
    #[serde(rename = "formaat")]
    pub format: u32,
    #[serde(rename = "naam")]
    pub name: String,
    /// The klantmanager's name, as it stands on the client's paper.
    #[serde(rename = "klantmanager")]
    pub case_manager: String,
    #[serde(rename = "telefoon")]
    pub phone: String,
    #[serde(rename = "algemeen_nummer")]
    pub general_phone: String,
    /// When somebody answers: "ma-do 9.00-16.00 uur".
    #[serde(rename = "bereikbaar")]
    pub hours: String,
    /// What the logo shows, for who cannot see it; without words no logo is printed.
    #[serde(rename = "logo")]
    pub logo_words: String,
    /// From a file of its own, see [`Organisation::set_logo`].
    #[serde(skip)]
    pub picture: Option<Picture>,
    /// How guides address the client.
    #[serde(rename = "aanspreekvorm")]
    pub address: Address,
    /// The local words for client and klantmanager.
    #[serde(rename = "woorden")]
    pub terms: Terms,
    /// What is done here and how, for the conditions of guides: "regie", "schuldhulp".
    #[serde(rename = "kenmerken")]
    pub flags: Vec<String>,
    /// From which number an answer asks for nothing more: guides name them in their conditions.
    #[serde(rename = "drempels")]
    pub thresholds: Vec<Threshold>,
    /// What is fixed, offered as suggestions in the preparation.
    #[serde(rename = "kaders")]
    pub frames: Vec<String>,
    /// What the municipality can offer.
    #[serde(rename = "steun")]
    pub support: Vec<String>,
    #[serde(rename = "plichten")]
    pub duties: Vec<String>,
    /// What happens when a duty is not kept.
    #[serde(rename = "gevolgen")]
    pub consequences: Vec<String>,
    /// How to object to a decision.
    #[serde(rename = "bezwaar")]
    pub objection: String,
    /// How long a dossier is kept, in words: "twee jaar".
    #[serde(rename = "bewaartermijn")]
    pub retention: String,
    /// After how many minutes without a key the passphrase is asked again.
    #[serde(rename = "vergrendelen")]
    pub rest: Rest,
    /// How many years after the end of the guidance a dossier may be kept; 0 when the municipality did not say.
    #[serde(rename = "bewaren_jaren")]
    pub retention_years: u8,
    /// Where a client complains.
    #[serde(rename = "klachten")]
    pub complaints: String,
    /// Whom a client asks about their data.
    #[serde(rename = "privacycontact")]
    pub privacy_contact: String,
    /// Where the whole privacy statement stands.
    #[serde(rename = "privacyverklaring")]
    pub privacy_statement: String,
    /// What the klantmanager does when somebody is not safe; short lines.
    #[serde(rename = "veilig")]
    pub safety: Vec<String>,
    /// Who can help right now.
    #[serde(rename = "hulp_nu")]
    pub help_now: Vec<Help>,
    /// Local examples to take over at a question.
    #[serde(rename = "suggesties")]
    pub suggestions: Vec<Suggestions>,
}

/// Minutes; none or 0 where the municipality did not say.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename = "Vergrendelen", deny_unknown_fields, default)]
pub struct Rest {
    #[serde(rename = "aan_tafel")]
    at_the_table: u16,
    #[serde(rename = "elders")]
    elsewhere: u16,
}

impl Rest {
    /// With a dossier open, where a client may sit beside and be silent: 30 minutes unless told otherwise, 60 at most.
    #[must_use]
    pub fn at_the_table(self) -> Duration {
        minutes(self.at_the_table, 30, 60)
    }

    /// With the list of clients open: 5 minutes unless told otherwise, 15 at most.
    #[must_use]
    pub fn elsewhere(self) -> Duration {
        minutes(self.elsewhere, 5, 15)
    }
}

/// Never more than `most`: who can write in the folder must not be able to switch the lock off.
fn minutes(told: u16, otherwise: u16, most: u16) -> Duration {
    Duration::from_mins(u64::from(if told == 0 { otherwise } else { told.min(most) }))
}

/// The municipality's mark on its papers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    pub picture: Picture,
    /// What it shows.
    pub words: String,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
pub enum Address {
    #[default]
    #[serde(rename = "u")]
    Polite,
    #[serde(rename = "je")]
    Familiar,
}

#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename = "Woordkeus", deny_unknown_fields, default)]
pub struct Terms {
    #[serde(rename = "klant")]
    pub client: String,
    #[serde(rename = "functie")]
    pub case_manager: String,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename = "Drempel", deny_unknown_fields)]
pub struct Threshold {
    #[serde(rename = "naam")]
    pub name: String,
    /// 1 to 10.
    #[serde(rename = "cijfer")]
    pub number: u8,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename = "Hulp", deny_unknown_fields)]
pub struct Help {
    #[serde(rename = "wie")]
    pub who: String,
    #[serde(rename = "nummer")]
    pub phone: String,
    #[serde(rename = "wanneer")]
    pub when: String,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename = "Suggesties", deny_unknown_fields)]
pub struct Suggestions {
    /// Key of the question.
    #[serde(rename = "bij")]
    pub at: String,
    #[serde(rename = "teksten")]
    pub texts: Vec<String>,
}

/// Flags that bundled guides know. A municipality may add its own.
pub const FLAGS: [&str; 7] =
    ["integraal", "verwijzen", "regie", "zelf-uitvoeren", "sociale-werkvoorziening", "schuldhulp", "maatregelen"];

/// Thresholds that bundled guides know.
pub const THRESHOLDS: [&str; 6] = ["belang", "gesprek", "tevreden", "vertrouwen", "vertrouwen-laag", "zekerheid"];

impl Organisation {
    /// What stands before the slash in a key of this file: `organisatie/telefoon`.
    pub const PLACE: &'static str = "organisatie";

    /// The keys that guides may name.
    pub const KEYS: [&'static str; 14] = [
        "naam",
        "klantmanager",
        "telefoon",
        "algemeen_nummer",
        "bereikbaar",
        "kaders",
        "steun",
        "plichten",
        "gevolgen",
        "bezwaar",
        "bewaartermijn",
        "hulp_nu",
        "klant",
        "functie",
    ];

    /// What stands under a key, a line each; none when the municipality says nothing there.
    #[must_use]
    pub fn lines(&self, key: &str) -> Vec<&str> {
        let all: Vec<&str> = match key {
            "naam" => vec![&self.name],
            "klantmanager" => vec![&self.case_manager],
            "telefoon" => vec![&self.phone],
            "algemeen_nummer" => vec![&self.general_phone],
            "bereikbaar" => vec![&self.hours],
            "kaders" => strs(&self.frames),
            "steun" => strs(&self.support),
            "plichten" => strs(&self.duties),
            "gevolgen" => strs(&self.consequences),
            "bezwaar" => vec![&self.objection],
            "bewaartermijn" => vec![&self.retention],
            "hulp_nu" => self.help_now.iter().map(|help| help.who.as_str()).collect(),
            "klant" => vec![&self.terms.client],
            "functie" => vec![&self.terms.case_manager],
            _ => Vec::new(),
        };
        all.into_iter().map(str::trim).filter(|line| !line.is_empty()).collect()
    }

    /// What stands under a key, in one line.
    #[must_use]
    pub fn words(&self, key: &str) -> Option<String> {
        let lines: Vec<&str> = self.lines(key).into_iter().map(|line| line.trim_end_matches('.')).collect();
        Some(lines.join(", ")).filter(|words| !words.is_empty())
    }

    /// Whether the municipality wants a logo on its papers.
    #[must_use]
    pub fn wants_logo(&self) -> bool {
        !self.logo_words.trim().is_empty()
    }

    /// With the picture that lies beside the organisation file.
    ///
    /// # Errors
    /// As [`Picture::from_png`].
    pub fn set_logo(&mut self, png: &[u8]) -> Result<(), PictureFault> {
        self.picture = Some(Picture::from_png(png)?);
        Ok(())
    }

    #[must_use]
    pub fn logo(&self) -> Option<Logo> {
        let picture = self.picture.clone().filter(|_| self.wants_logo())?;
        Some(Logo { picture, words: self.logo_words.trim().to_owned() })
    }

    /// The number that the municipality gave a threshold; none where it said nothing that can be used.
    #[must_use]
    pub fn threshold(&self, name: &str) -> Option<u8> {
        let given = self.thresholds.iter().find(|threshold| threshold.name == name)?.number;
        (1..=10).contains(&given).then_some(given)
    }

    /// Local examples to take over at a question.
    pub fn suggestions_at<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.suggestions.iter().filter(move |at| at.at == key).flat_map(|at| &at.texts).map(String::as_str)
    }

    /// Whether a text looks like an organisation file and not like a guide.
    #[must_use]
    pub fn is_meant_by(text: &str) -> bool {
        begins_with(text, "Organisatie")
    }

    /// Reads an organisation file.
    ///
    /// # Errors
    /// One finding: a fault of syntax, a file too large, or a newer format.
    pub fn parse(text: &str) -> Result<Self, Finding> {
        let organisation: Self = read_ron(text)?;
        if organisation.format > limits::FORMAT {
            return Err(Finding::newer_format(organisation.format));
        }
        Ok(organisation)
    }
}

/// The name of a line as an option: it follows from the words, so that a line that is moved keeps its name and one that
/// is changed gets another.
#[must_use]
pub fn line_id(line: &str) -> String {
    Sha256::digest(line.as_bytes()).iter().take(6).fold(String::from("o-"), |mut id, byte| {
        // Writing to a String cannot fail.
        let _ = write!(id, "{byte:02x}");
        id
    })
}

fn strs(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).collect()
}

/// Whether the first word of a file, after remarks, is this.
pub(super) fn begins_with(text: &str, name: &str) -> bool {
    without_mark(text)
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("#!"))
        .is_some_and(|line| line.starts_with(name))
}
