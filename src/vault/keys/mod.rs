//! Who may read and who wrote: passphrases, secret keys, cards of colleagues, and the book of those who are trusted.

mod book;
mod card;
mod person;
mod ring;
mod seal;
mod secret;
mod strength;

pub use book::Standing;
pub use card::{Fingerprint, genuine};
pub use person::Keys;
pub use ring::Recovery;
pub use seal::is_recipient;
pub use secret::Secret;
pub use strength::{Strength, strength};

pub(super) use book::Book;
pub(super) use person::{Witness, is_witnessed};
pub(super) use ring::{Ring, books, cards, found, unlock};
pub(super) use seal::{Opened, is_sealed, open, recipient, seal};
