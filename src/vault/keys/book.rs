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
    /// How often the recovery recipient was chosen anew: the last choice holds.
    pub(super) recovery_turn: u32,
    /// Not everything is encrypted to that recipient yet.
    pub(super) unfinished: bool,
    /// Whoever's fingerprint was compared once.
    pub(super) cards: BTreeMap<String, Card>,
    /// What was said of them since, by fingerprint.
    pub(super) words: BTreeMap<String, Word>,
    /// Writers that were taken on with a recovery although no card of theirs was left.
    pub known: BTreeSet<String>,
    /// Whether the vault is still being brought over from before encryption.
    pub pending: bool,
}

/// The format of a book in which something was said of somebody, or the recovery recipient chosen anew.
const FORMAT: u32 = 2;

/// How somebody stands whose fingerprint was compared once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Standing {
    #[default]
    Colleague,
    /// They left: nothing new is for them, and what they wrote goes on counting.
    Left,
    /// The wrong digits were compared, or somebody else has their key: nothing of theirs counts.
    Mistaken,
}

/// The later word on somebody holds, and of two that were said apart the more careful one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Word {
    turn: u32,
    standing: Standing,
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
    #[serde(default)]
    recovery_turn: u32,
    #[serde(default)]
    unfinished: bool,
    #[serde(default)]
    words: BTreeMap<String, Word>,
}

impl Book {
    /// The fingerprints of all writers whose work counts.
    pub fn writers(&self) -> impl Iterator<Item = &String> {
        self.cards.keys().chain(&self.known).filter(|who| !self.is_mistaken(who))
    }

    /// Whom new work may be for, by fingerprint.
    pub fn colleagues(&self) -> impl Iterator<Item = (&String, &Card)> {
        self.cards.iter().filter(|(who, _)| self.word_on(who) == Standing::Colleague)
    }

    /// Whose name is known, also of who left.
    pub fn cards(&self) -> &BTreeMap<String, Card> {
        &self.cards
    }

    /// How this fingerprint stands; none for one that was never compared.
    pub fn standing(&self, who: &str) -> Option<Standing> {
        let known = self.cards.contains_key(who) || self.known.contains(who) || self.words.contains_key(who);
        known.then(|| self.word_on(who))
    }

    fn word_on(&self, who: &str) -> Standing {
        self.words.get(who).map_or(Standing::Colleague, |word| word.standing)
    }

    /// Whether nothing of theirs counts, whoever else lets them in.
    pub fn is_mistaken(&self, who: &str) -> bool {
        self.word_on(who) == Standing::Mistaken
    }

    /// Whether new work may be for them, as far as the owner of this book knows.
    pub fn may_read(&self, who: &str) -> bool {
        self.word_on(who) == Standing::Colleague
    }

    /// A colleague from now on, also one that had gone.
    pub fn take(&mut self, card: Card) {
        if let Some(fingerprint) = Fingerprint::on(&card) {
            let who = fingerprint.as_str().to_owned();
            if self.word_on(&who) != Standing::Colleague {
                self.say(&who, Standing::Colleague);
            }
            self.know(who, card);
        }
    }

    /// The later of two cards with one key is the one to encrypt to.
    fn know(&mut self, who: String, card: Card) {
        let known = self.cards.entry(who).or_insert_with(|| card.clone());
        if known.turn < card.turn {
            *known = card;
        }
    }

    /// Whoever is known by an earlier card of theirs is known by this one: their own key vouches for it.
    pub fn renew(&mut self, cards: impl Iterator<Item = Card>) {
        for card in cards {
            if let Some(who) = Fingerprint::on(&card).filter(|who| self.cards.contains_key(who.as_str())) {
                self.know(who.as_str().to_owned(), card);
            }
        }
    }

    /// The newest word on somebody.
    pub fn say(&mut self, who: &str, standing: Standing) {
        let word = self.words.entry(who.to_owned()).or_default();
        *word = Word { turn: word.turn.saturating_add(1), standing };
    }

    /// Who can help from now on when the passphrase is lost.
    pub fn choose_recovery(&mut self, recipient: String) {
        self.recovery = Some(recipient);
        self.recovery_turn = self.recovery_turn.saturating_add(1);
        self.unfinished = true;
    }

    /// Everything is encrypted to it.
    pub fn recovery_done(&mut self) {
        self.unfinished = false;
    }

    /// Whether some of what lies there is not encrypted to the recovery recipient yet.
    pub fn is_unfinished(&self) -> bool {
        self.unfinished
    }

    /// What somebody else said of people, for who goes on with their work.
    pub fn heed(&mut self, other: &Self) {
        for (who, word) in &other.words {
            let known = self.words.entry(who.clone()).or_default();
            *known = (*known).max(*word);
        }
    }

    /// Everything that two copies know: a sync program may have kept both.
    pub fn join(&mut self, other: Self) {
        if self.name.is_empty() {
            self.name = other.name;
        }
        // Once copying is done it stays done: the flag is looked at last, and turned around.
        let own = (self.recovery_turn, self.recovery.take(), !self.unfinished);
        let theirs = (other.recovery_turn, other.recovery, !other.unfinished);
        let (turn, recovery, finished) = own.max(theirs);
        (self.recovery_turn, self.recovery, self.unfinished) = (turn, recovery, !finished);
        for (who, card) in other.cards {
            self.know(who, card);
        }
        self.known.extend(other.known);
        for (who, word) in other.words {
            let known = self.words.entry(who).or_default();
            *known = word.max(*known);
        }
        // Once it is done it stays done.
        self.pending &= other.pending;
    }

    /// The signed text: RON with a signature on its last line.
    pub fn write(&self, keys: &Keys) -> Option<String> {
        let page = Page {
            // What a program of before would drop must not be written over by it.
            format: if self.recovery_turn == 0 && self.words.is_empty() { ring::FORMAT } else { FORMAT },
            name: self.name.clone(),
            recovery: self.recovery.clone(),
            cards: self.cards.values().cloned().collect(),
            known: self.known.iter().cloned().collect(),
            pending: self.pending,
            recovery_turn: self.recovery_turn,
            unfinished: self.unfinished,
            words: self.words.clone(),
        };
        let text = ron::ser::to_string_pretty(&page, PrettyConfig::new()).ok()?;
        let witness = ron::to_string(&keys.sign(to_sign(&text).as_bytes())).ok()?;
        Some(format!("{text}\n// {witness}\n"))
    }

    /// The book in a signed text, when its owner signed it.
    pub fn read(text: &str, owner: &Fingerprint) -> Option<Self> {
        Self::read_signed(text).and_then(|(signer, book)| (signer == *owner).then_some(book))
    }

    /// The book in a signed text, with who signed it.
    pub fn read_signed(text: &str) -> Option<(Fingerprint, Self)> {
        let (page, witness) = text.trim_end().rsplit_once("\n// ")?;
        let witness: Witness = ron::from_str(witness).ok()?;
        let signer = is_witnessed(to_sign(page).as_bytes(), &witness)?;
        let Page { format, name, recovery, cards, known, pending, recovery_turn, unfinished, words } =
            ron::from_str(page).ok()?;
        if format > FORMAT {
            return None;
        }
        let known = known.into_iter().collect();
        let mut book = Self { name, recovery, recovery_turn, unfinished, known, pending, ..Self::default() };
        cards.into_iter().filter(genuine).for_each(|card| book.take(card));
        book.words = words;
        Some((signer, book))
    }
}

fn to_sign(page: &str) -> String {
    format!("roer-book-1\n{page}")
}
