//! The organisation file: everything that differs per municipality. Names, numbers and rules live here and never in code.

use serde::Deserialize;

use super::finding::Finding;
use super::limits;
use super::parse::{read_ron, without_mark};

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
    /// What is fixed, offered as suggestions in the preparation.
    #[serde(rename = "kaders")]
    pub frames: Vec<String>,
    /// Who can help right now.
    #[serde(rename = "hulp_nu")]
    pub help_now: Vec<Help>,
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

impl Organisation {
    /// Whether a text looks like an organisation file and not like a guide.
    #[must_use]
    pub fn is_meant_by(text: &str) -> bool {
        without_mark(text)
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("#!"))
            .is_some_and(|line| line.starts_with("Organisatie"))
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
