//! When a branch is walked. Conditions are data, not expressions: each is one plain question about an answer.

use serde::{Deserialize, Serialize};

/// A question about an answer. Without [`Condition::About`] it is about the step that the branch hangs under.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Condition {
    /// A scale of at most this number.
    #[serde(rename = "Hoogstens")]
    AtMost(u8),
    /// A scale of at least this number.
    #[serde(rename = "Minstens")]
    AtLeast(u8),
    /// A scale from the first to the last number, both included.
    #[serde(rename = "Tussen")]
    Between(u8, u8),
    /// This option was chosen, perhaps among others; in a checklist: this item got "yes".
    #[serde(rename = "Is")]
    Is(String),
    /// In a checklist: this item got "no".
    #[serde(rename = "Nee")]
    No(String),
    /// Fewer answers than this in a list.
    #[serde(rename = "MinderDan")]
    FewerThan(u8),
    /// More answers than this in a list.
    #[serde(rename = "MeerDan")]
    MoreThan(u8),
    /// A scale, or some small scale in a group, below the municipality's threshold of this name; below this number where
    /// it named none.
    #[serde(rename = "Onder")]
    Below(String, u8),
    /// Some small scale in a group is at most this number.
    #[serde(rename = "ErgensHoogstens")]
    AnyAtMost(u8),
    /// A goal or task whose date lies within so many days of the day it was written.
    #[serde(rename = "BinnenDagen")]
    WithinDays(u16),
    /// There is an answer.
    #[serde(rename = "Ingevuld")]
    Answered,
    /// There is no answer: still open, skipped, parked or left empty.
    #[serde(rename = "Leeg")]
    Empty,
    /// The step was set aside as not needed.
    #[serde(rename = "Overgeslagen")]
    Skipped,
    /// This asking of the step is the so-manieth, counted from 1.
    #[serde(rename = "Keer")]
    Visit(u16),
    /// At least so much lower than the number it is compared with.
    #[serde(rename = "Gedaald")]
    Fallen(u8),
    /// At least so much higher than the number it is compared with.
    #[serde(rename = "Gestegen")]
    Risen(u8),
    /// Over all conversations, the inner question held for at least so many answers; in a loop: for the same item.
    #[serde(rename = "Keren")]
    Times(u8, Box<Condition>),
    /// The organisation file names this flag.
    #[serde(rename = "Kenmerk")]
    Flag(String),
    /// The question is about the answer with this key.
    #[serde(rename = "Bij")]
    About(String, Box<Condition>),
    #[serde(rename = "Alle")]
    All(Vec<Condition>),
    #[serde(rename = "EenVan")]
    Any(Vec<Condition>),
    #[serde(rename = "Niet")]
    Not(Box<Condition>),
}

impl Condition {
    /// Visits each plain question in it, with the key of the answer that it is about.
    pub fn each<'a>(&'a self, visit: &mut impl FnMut(Option<&'a str>, &'a Self)) {
        self.each_about(None, visit);
    }

    fn each_about<'a>(&'a self, key: Option<&'a str>, visit: &mut impl FnMut(Option<&'a str>, &'a Self)) {
        match self {
            Self::All(all) | Self::Any(all) => all.iter().for_each(|inner| inner.each_about(key, visit)),
            Self::Not(inner) => inner.each_about(key, visit),
            Self::About(key, inner) => inner.each_about(Some(key), visit),
            Self::Times(_, inner) => {
                visit(key, self);
                inner.each_about(key, visit);
            }
            plain => visit(key, plain),
        }
    }
}
