//! Where dossiers lie: the only room that reads or writes what clients said.
//!
//! A dossier is a folder of segments, one for each sitting of each writer, so that no file ever has two writers and a sync
//! program can never make one overwrite another. Within a sitting the segment is rewritten whole and swapped in for each
//! save, and a save that returned is on the disk. Nothing that was read is ever rewritten: damage, copies with odd names and
//! events of a newer Roer stay on disk as they are, and are reported beside what could be read.

mod care;
mod disk;
mod dossier_dir;
mod durable;
mod error;
mod folder;
mod founder;
mod guides;
mod keys;
mod marker;
mod marks;
mod memory;
mod names;
mod outbox;
mod saving;
mod segment;
mod slot;
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests damage files by hand")]
#[expect(clippy::print_stdout, reason = "tests say what they counted")]
mod tests;
mod trouble;
mod trust;
mod union;

use std::collections::BTreeSet;

use crate::dossier::event::Event;
use crate::dossier::ids::{DossierId, EventId, SegmentId};
use crate::dossier::{Card, Now};

pub use care::{Backup, Member, Merged, Recovered, Verdict};
pub use error::VaultError;
pub use folder::Folder;
pub use founder::{DEMONSTRATION, Founder};
pub use keys::{Fingerprint, Keys, Recovery, Secret, Standing, Strength, genuine, is_recipient, strength};
pub use marker::Found;
pub use memory::{Faults, Memory};
pub use trouble::Trouble;

/// All that could be read of a dossier.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// Sorted by clock and then id, each once.
    pub events: Vec<Event>,
    /// What is wrong, named for each file. The events are what is left beside it.
    pub trouble: Vec<Trouble>,
}

/// A place for dossiers. Calls block, some for as long as a slow share takes: they belong on a thread of their own.
///
/// Every call may fail with the classes of [`VaultError`] that say that the place is full, closed, gone or broken; named
/// below are only those a call has for itself. Ids from outside are checked before they touch a disk
/// ([`VaultError::BadName`]).
#[expect(clippy::missing_errors_doc, reason = "said once, above")]
pub trait Store: Send {
    /// All dossiers, the damaged ones too: what is wrong with them is said on loading.
    fn dossiers(&self) -> Result<Vec<DossierId>, VaultError>;

    /// All that can be read; [`VaultError::NoSuchDossier`].
    fn load(&self, dossier: &DossierId) -> Result<Loaded, VaultError>;

    /// A new dossier without events, under a name that nobody can guess.
    fn create(&mut self) -> Result<DossierId, VaultError> {
        let id = DossierId::new(names::random()?);
        self.create_named(&id)?;
        Ok(id)
    }

    /// A new dossier under this name: for fictitious clients, who are the same each time.
    fn create_named(&mut self, dossier: &DossierId) -> Result<(), VaultError>;

    /// The segment that this sitting writes in this dossier; begins one when there is none. Nothing is written yet.
    fn segment(&mut self, dossier: &DossierId) -> Result<SegmentId, VaultError>;

    /// Adds events, all or none; durable on return. [`VaultError::OutOfTurn`] unless they carry this sitting's segment and
    /// rising numbers. After an error they are not in the dossier, and their numbers may be used again.
    fn append(&mut self, dossier: &DossierId, events: &[Event]) -> Result<(), VaultError>;

    /// Keeps a guide's text, durable on return, and gives its digest: SHA-256, 64 hexadecimal digits.
    fn pin_guide(&mut self, text: &str) -> Result<String, VaultError>;

    /// The text with this digest; [`VaultError::NoSuchGuide`], [`VaultError::Damaged`] when the text has another.
    fn pinned_guide(&self, digest: &str) -> Result<String, VaultError>;

    /// The digests of all guides kept.
    fn pinned_guides(&self) -> Result<Vec<String>, VaultError>;

    /// The text of the organisation file, if there is one.
    fn organisation(&self) -> Result<Option<String>, VaultError>;

    /// The bytes of the logo that lies beside the organisation file, if there is one; [`VaultError::TooLarge`].
    fn logo(&self) -> Result<Option<Vec<u8>>, VaultError>;

    /// Replaces the organisation file; durable on return.
    fn put_organisation(&mut self, text: &str) -> Result<(), VaultError>;

    /// The texts of the municipality's own layers over guides, by file name.
    fn layers(&self) -> Result<Vec<String>, VaultError>;

    /// Who can read this dossier, the one who has the vault open first.
    fn readers(&self, dossier: &DossierId) -> Result<Vec<Card>, VaultError>;

    /// Encrypts what is there of a dossier once more, to everybody who may read it now. What others wrote keeps its file.
    fn readdress(&mut self, dossier: &DossierId) -> Result<(), VaultError>;

    /// The card of whoever has the vault open; none where nothing is encrypted.
    fn own_card(&self) -> Option<Card>;

    /// Everybody else who is in the book or whose card lies in the vault. Whoever can write there can put one.
    fn members(&self) -> Result<Vec<Member>, VaultError>;

    /// Writes down that this card's fingerprint was compared with its owner: from now on their work counts.
    fn trust(&mut self, card: &Card) -> Result<(), VaultError>;

    /// Writes down that somebody is no colleague any more: nothing that is written from now on is for them, in any dossier.
    /// Gives the number of dossiers they could read until now. After an error they are a colleague still, and it can be done again.
    fn part(&mut self, card: &Card, standing: Standing, now: Now) -> Result<usize, VaultError>;

    /// Encrypts everything that can be read here to this recovery recipient too, and no longer to the one before.
    /// [`VaultError::BadName`] when it is none. After an error it can be done again.
    fn choose_recovery(&mut self, recipient: &str) -> Result<(), VaultError>;

    /// Whether choosing a recovery recipient was stopped before everything was encrypted to it.
    fn recovery_is_unfinished(&self) -> bool {
        false
    }

    /// Takes the contents of these events out of the dossier for good, and writes down that this was done. After an error it
    /// can be done again.
    fn erase(
        &mut self,
        dossier: &DossierId,
        events: &BTreeSet<EventId>,
        ground: &str,
        now: Now,
    ) -> Result<(), VaultError>;

    /// Destroys a dossier: first it is written down in the register that this was done, then its files go. After an error it
    /// can be done again.
    fn destroy(&mut self, dossier: &DossierId, ground: &str, now: Now) -> Result<(), VaultError>;

    /// Dossiers that this computer saw before, and that are not here any more although nobody destroyed them.
    fn missing(&self) -> Result<Vec<DossierId>, VaultError> {
        Ok(Vec::new())
    }

    /// Somebody knows that these are gone: they are missing no more.
    fn let_go(&mut self, _gone: &[DossierId]) {}

    /// Whether something that was saved waits on this computer, because the place cannot be written now.
    fn is_waiting(&self) -> bool {
        false
    }

    /// Whether someone else has this place open too. For people to know; nothing depends on it.
    fn also_open(&self) -> bool {
        false
    }
}
