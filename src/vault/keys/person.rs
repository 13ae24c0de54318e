//! The secret keys of one person.

use age::secrecy::{ExposeSecret as _, SecretString};
use age::x25519::Identity;
use ed25519_dalek::{Signer as _, SigningKey};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize as _, Zeroizing};

use super::super::names;
use super::card::{self, Fingerprint};
use super::seal::{self, Opened};
use super::{Secret, ring};
use crate::dossier::Card;

/// N = 2^17, with r = 8 and p = 1: half a second and 128 MiB for each guess.
const WORK: u8 = 17;
/// A file that asks for more than 1 GiB is not ours.
const MOST_WORK: u8 = 20;

/// Reads what is encrypted to this person, and signs in their name. Wiped when dropped.
pub struct Keys {
    identity: Identity,
    signing: SigningKey,
    fingerprint: Fingerprint,
}

/// A signature with the key that made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in super::super) struct Witness {
    pub key: String,
    pub signature: String,
}

/// What a key file holds, under its passphrase.
#[derive(Serialize, Deserialize)]
struct Wrapped {
    format: u32,
    identity: String,
    signing: String,
}

impl Drop for Wrapped {
    fn drop(&mut self) {
        self.identity.zeroize();
        self.signing.zeroize();
    }
}

/// Why a key file did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    WrongPassphrase,
    Damaged,
    Newer,
    TooCostly,
}

impl Keys {
    /// New keys. `None` when the system gives no random numbers.
    #[must_use]
    pub fn generate() -> Option<Self> {
        let seed = Zeroizing::new(names::random_bytes::<32>().ok()?);
        Some(Self::of(Identity::generate(), SigningKey::from_bytes(&seed)))
    }

    fn of(identity: Identity, signing: SigningKey) -> Self {
        let fingerprint = Fingerprint::of(&signing.verifying_key());
        Self { identity, signing, fingerprint }
    }

    /// The keys as text, for another process of the tests.
    #[cfg(test)]
    pub(in super::super) fn parts(&self) -> String {
        format!("{} {}", self.identity.to_string().expose_secret(), names::hex(self.signing.as_bytes()))
    }

    #[cfg(test)]
    pub(in super::super) fn from_parts(parts: &str) -> Self {
        let (identity, seed) = parts.split_once(' ').unwrap();
        Self::of(identity.parse().unwrap(), SigningKey::from_bytes(&names::unhex(seed).unwrap()))
    }

    /// The same keys once more.
    #[cfg(test)]
    pub(super) fn twin(&self) -> Self {
        Self::of(self.identity.clone(), self.signing.clone())
    }

    #[must_use]
    pub fn fingerprint(&self) -> &Fingerprint {
        &self.fingerprint
    }

    /// This person's card.
    #[must_use]
    pub fn card(&self, name: &str, recovery: Option<&str>, turn: u32) -> Card {
        card::make(name, &self.identity.to_public().to_string(), recovery, turn, &self.signing)
    }

    pub(in super::super) fn identity(&self) -> &Identity {
        &self.identity
    }

    pub(in super::super) fn sign(&self, text: &[u8]) -> Witness {
        let key = names::hex(self.signing.verifying_key().as_bytes());
        Witness { key, signature: names::hex(&self.signing.sign(text).to_bytes()) }
    }

    /// A key file that opens with `passphrase`. It takes half a second.
    pub(super) fn wrap(&self, passphrase: &Secret) -> Option<Vec<u8>> {
        let wrapped = Wrapped {
            format: ring::FORMAT,
            identity: self.identity.to_string().expose_secret().to_owned(),
            signing: names::hex(self.signing.as_bytes()),
        };
        let text = Zeroizing::new(ron::ser::to_string_pretty(&wrapped, ron::ser::PrettyConfig::new()).ok()?);
        let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.reveal()));
        recipient.set_work_factor(WORK);
        seal::seal(text.as_bytes(), std::iter::once(&recipient as &dyn age::Recipient))
    }

    /// The keys in a key file. It takes half a second, also when the passphrase is wrong.
    pub(super) fn unwrap(bytes: &[u8], passphrase: &Secret) -> Result<Self, Refused> {
        let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase.reveal()));
        identity.set_max_work_factor(MOST_WORK);
        let text = match seal::open(bytes, &identity) {
            Opened::Text(text) => Zeroizing::new(text),
            Opened::NotForUs if is_under_a_passphrase(bytes) => return Err(Refused::WrongPassphrase),
            Opened::NotForUs | Opened::Damaged => return Err(Refused::Damaged),
            Opened::Newer => return Err(Refused::Newer),
            Opened::TooCostly => return Err(Refused::TooCostly),
        };
        let wrapped: Wrapped = ron::de::from_bytes(&text).map_err(|_| Refused::Damaged)?;
        if wrapped.format > ring::FORMAT {
            return Err(Refused::Newer);
        }
        let signing = names::unhex::<32>(&wrapped.signing).map(Zeroizing::new).ok_or(Refused::Damaged)?;
        let identity = wrapped.identity.parse().map_err(|_| Refused::Damaged)?;
        Ok(Self::of(identity, SigningKey::from_bytes(&signing)))
    }
}

fn is_under_a_passphrase(bytes: &[u8]) -> bool {
    bytes.split(|byte| *byte == b'\n').nth(1).is_some_and(|line| line.starts_with(b"-> scrypt "))
}

/// Who made this signature; `None` when it does not fit.
pub(in super::super) fn is_witnessed(text: &[u8], witness: &Witness) -> Option<Fingerprint> {
    let key = card::verifying(&witness.key)?;
    card::verifies(&witness.key, text, &witness.signature).then(|| Fingerprint::of(&key))
}
