//! Whom one person trusts, and who can help when they lose their passphrase. Signed by its owner, so that nobody who merely
//! knows the recipients can add themselves.

use std::collections::{BTreeMap, BTreeSet};

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use super::card::Fingerprint;
use super::person::{Keys, Witness, is_witnessed};
use super::{genuine, ring};
use crate::dossier::Card;

#[derive(Clone, Debug, Default, PartialEq)]
pub(in super::super) struct Book {
    /// The owner's own name.
    pub name: String,
    pub recovery: Option<String>,
    /// Colleagues whose fingerprint was compared.
    pub cards: BTreeMap<String, Card>,
    /// Writers that were taken on with a recovery although no card of theirs was left.
    pub known: BTreeSet<String>,
    /// Whether the vault is still being brought over from before encryption.
    pub pending: bool,
}

#[derive(Serialize, Deserialize)]
struct Page {
    format: u32,
    name: String,
    recovery: Option<String>,
    cards: Vec<Card>,
    #[serde(default)]
    known: Vec<String>,
    #[serde(default)]
    pending: bool,
}

impl Book {
    /// The fingerprints of all writers whose work counts.
    pub fn writers(&self) -> impl Iterator<Item = &String> {
        self.cards.keys().chain(&self.known)
    }

    pub fn take(&mut self, card: Card) {
        if let Some(fingerprint) = Fingerprint::on(&card) {
            self.cards.insert(fingerprint.as_str().to_owned(), card);
        }
    }

    /// Everything that two copies know: a sync program may have kept both.
    pub fn join(&mut self, other: Self) {
        if self.name.is_empty() {
            self.name = other.name;
        }
        self.recovery = self.recovery.take().or(other.recovery);
        self.cards.extend(other.cards);
        self.known.extend(other.known);
        // Once it is done it stays done.
        self.pending &= other.pending;
    }

    /// The signed text: RON with a signature on its last line.
    pub fn write(&self, keys: &Keys) -> Option<String> {
        let page = Page {
            format: ring::FORMAT,
            name: self.name.clone(),
            recovery: self.recovery.clone(),
            cards: self.cards.values().cloned().collect(),
            known: self.known.iter().cloned().collect(),
            pending: self.pending,
        };
        let text = ron::ser::to_string_pretty(&page, PrettyConfig::new()).ok()?;
        let witness = ron::to_string(&keys.sign(to_sign(&text).as_bytes())).ok()?;
        Some(format!("{text}\n// {witness}\n"))
    }

    /// The book in a signed text, when its owner signed it.
    pub fn read(text: &str, owner: &Fingerprint) -> Option<Self> {
        let (page, witness) = text.trim_end().rsplit_once("\n// ")?;
        let witness: Witness = ron::from_str(witness).ok()?;
        if is_witnessed(to_sign(page).as_bytes(), &witness)? != *owner {
            return None;
        }
        let Page { format, name, recovery, cards, known, pending } = ron::from_str(page).ok()?;
        if format > ring::FORMAT {
            return None;
        }
        let mut book = Self { name, recovery, known: known.into_iter().collect(), pending, ..Self::default() };
        cards.into_iter().filter(genuine).for_each(|card| book.take(card));
        Some(book)
    }
}

fn to_sign(page: &str) -> String {
    format!("roer-book-1\n{page}")
}
