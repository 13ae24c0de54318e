//! Who somebody is to a vault. Plain data: whether a card is genuine is checked where keys are known.

use serde::{Deserialize, Serialize};

/// A colleague's public keys with the name they go by, vouched for by the signing key itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Card {
    /// A name or an alias, chosen by its owner.
    pub name: String,
    /// What is encrypted to this age recipient can be read by its owner.
    pub recipient: String,
    /// Ed25519 public key, 64 hexadecimal digits.
    pub key: String,
    /// The age recipient that can read what its owner can, should they lose their passphrase.
    #[serde(default)]
    pub recovery: Option<String>,
    /// How often its owner made it anew: of two cards with one key the later counts.
    #[serde(default)]
    pub turn: u32,
    /// Ed25519 over the other fields, 128 hexadecimal digits.
    pub signature: String,
}
