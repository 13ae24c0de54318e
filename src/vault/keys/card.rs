//! Cards are made and checked here.

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, Verifier as _, VerifyingKey};
use sha2::{Digest as _, Sha256};

use super::super::names;
use crate::dossier::Card;

/// Which key somebody signs with, short enough for file names and for reading aloud.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(String);

impl Fingerprint {
    pub(super) fn of(key: &VerifyingKey) -> Self {
        Self(names::letters(&Sha256::digest(key.as_bytes())))
    }

    /// The fingerprint of the key on a card, genuine or not; `None` when there is no key on it.
    #[must_use]
    pub fn on(card: &Card) -> Option<Self> {
        verifying(&card.key).map(|key| Self::of(&key))
    }

    /// 26 characters of `a-z2-7`: in file names, and as the writer of segments.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Six groups of five digits, about 99 bits, for two people to compare aloud.
    #[must_use]
    pub fn spoken(&self) -> String {
        let digest = Sha256::digest(format!("roer-spoken-1\n{}", self.0));
        let groups = digest.chunks_exact(4).take(6).map(|four| {
            let number = four.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
            format!("{:05}", number % 100_000)
        });
        groups.collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

pub(super) fn make(name: &str, recipient: &str, recovery: Option<&str>, turn: u32, key: &SigningKey) -> Card {
    let mut card = Card {
        name: name.to_owned(),
        recipient: recipient.to_owned(),
        key: names::hex(key.verifying_key().as_bytes()),
        recovery: recovery.map(str::to_owned),
        turn,
        signature: String::new(),
    };
    card.signature = names::hex(&key.sign(signed_text(&card).as_bytes()).to_bytes());
    card
}

/// Whether a card was made by the owner of the key on it, and can be encrypted to.
#[must_use]
pub fn genuine(card: &Card) -> bool {
    let usable = |recipient: &str| super::seal::recipient(recipient).is_some();
    // A name with line breaks or marks that turn text around could pass itself off as other digits.
    let plain =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | ',' | '-' | '\'' | '’' | '(' | ')' | '&' | '/');
    let named = card.name.chars().count() <= 80 && card.name.chars().all(plain);
    named
        && usable(&card.recipient)
        && card.recovery.as_deref().is_none_or(usable)
        && verifies(&card.key, signed_text(card).as_bytes(), &card.signature)
}

/// Whether `signature` over `text` was made by the owner of `key`.
pub(super) fn verifies(key: &str, text: &[u8], signature: &str) -> bool {
    let signature = names::unhex::<64>(signature).map(|bytes| Signature::from_bytes(&bytes));
    match (verifying(key), signature) {
        (Some(key), Some(signature)) => key.verify(text, &signature).is_ok(),
        _ => false,
    }
}

pub(super) fn verifying(key: &str) -> Option<VerifyingKey> {
    let key = VerifyingKey::from_bytes(&names::unhex::<32>(key)?).ok()?;
    // A weak key verifies signatures that nobody made.
    (!key.is_weak()).then_some(key)
}

/// A field a line; names have no line breaks, for they are quoted as in Rust.
fn signed_text(card: &Card) -> String {
    let Card { name, recipient, key, recovery, turn, signature: _ } = card;
    let all = format!("{name:?}\n{recipient}\n{key}\n{}\n", recovery.as_deref().unwrap_or("-"));
    // One that was never made anew is as cards always were.
    if *turn == 0 { format!("roer-card-1\n{all}") } else { format!("roer-card-2\n{all}{turn}\n") }
}
