//! Letting colleagues in.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use super::super::disk::RealDisk;
use super::super::folder::{Folder, SLOT};
use super::super::founder::Founder;
use super::super::keys::{self, Secret};
use super::super::segment::{LIMIT, Reading};
use super::super::slot::Slot;
use super::super::{Found, Trouble, VaultError, durable, marker, names};
use crate::dossier::Card;
use crate::dossier::ids::{DossierId, SegmentId};

/// Copies that cannot be read and keep their place, before a disk is held to be out of reach.
const UNREADABLE: u32 = 16;

impl Folder {
    /// Makes keys for one more person in a vault that others made.
    ///
    /// # Errors
    /// [`VaultError::Unencrypted`], [`VaultError::BadName`] when the recovery recipient is none, or as [`Folder::look`].
    pub fn join(root: &Path, founder: &Founder) -> Result<Self, VaultError> {
        if matches!(marker::check(&RealDisk, root)?, Found::Unencrypted | Found::Encrypting) {
            return Err(VaultError::Unencrypted { path: root.to_owned() });
        }
        let ring = keys::found(&RealDisk, root, founder, false)?;
        Ok(Self::on(Box::new(RealDisk), root, Slot::take(&root.join(SLOT)), Some(ring)))
    }

    /// The card of whoever has the vault open.
    ///
    /// # Errors
    /// [`VaultError::Unencrypted`].
    pub fn card(&self) -> Result<Card, VaultError> {
        self.ring().map(keys::Ring::card)
    }

    /// Keeps the keys under another passphrase.
    ///
    /// # Errors
    /// Why the key files could not be written; then the old passphrase may still open one of them.
    pub fn change_passphrase(&self, passphrase: &Secret) -> Result<(), VaultError> {
        self.ring()?.lock_with(&*self.disk, passphrase)
    }

    /// Copies for everybody who may read a dossier now; those before an error were written.
    pub(in super::super) fn copy_for_readers(&mut self, dossier: &DossierId) -> Result<(), VaultError> {
        let readings = self.readings(dossier)?;
        let readers = self.readers_of(dossier, &readings)?;
        let own = self.sittings.get(dossier).map(|writing| writing.sitting.id().clone());
        let mut texts: BTreeMap<SegmentId, BTreeSet<String>> = BTreeMap::new();
        let mut unread = Ok(());
        for (path, reading) in readings {
            // The others are copied; that not all could be is said at the end.
            unread = was_read(&path, &reading).and(unread);
            if let Some(head) = reading.head.filter(|head| own.as_ref() != Some(&head.segment)) {
                texts.entry(head.segment).or_default().insert(reading.text);
            }
        }
        for (segment, texts) in texts {
            self.put_copies(dossier, &segment, &texts, &readers)?;
        }
        if let Some(writing) = self.sittings.get_mut(dossier) {
            writing.readers = readers;
        }
        unread
    }

    /// Copies of a segment under names that only this person writes; more than one where files of it differ.
    pub(in super::super) fn put_copies(
        &self,
        dossier: &DossierId,
        segment: &SegmentId,
        texts: &BTreeSet<String>,
        readers: &BTreeMap<String, Card>,
    ) -> Result<(), VaultError> {
        let (ring, dir) = (self.ring()?, self.dossier(dossier)?);
        let mut left: Vec<&String> = texts.iter().collect();
        let (mut number, mut unreadable) = (0, 0);
        // A copy is written anew only with the very text that it has: another one may know more than the one that comes in.
        while !left.is_empty() {
            number += 1;
            let ending = if number == 1 { String::new() } else { format!(".{number}") };
            let path = dir.join(names::copy_file(segment, ring.own().as_str(), &ending));
            let before = match durable::read(&*self.disk, &path, LIMIT) {
                Ok(bytes) => Some(bytes),
                Err(VaultError::Vanished { .. }) => None,
                // Something is there and cannot be read: it keeps its place. When nothing can be, the disk is gone.
                Err(_) if unreadable < UNREADABLE => {
                    unreadable += 1;
                    continue;
                }
                Err(error) => return Err(error),
            };
            let at = match before.as_ref().map(|bytes| keys::open(bytes, ring.keys.identity())) {
                None => Some(0),
                Some(keys::Opened::Text(there)) => left.iter().position(|text| text.as_bytes() == there),
                Some(_) => None,
            };
            let Some(text) = at.map(|at| left.remove(at)) else { continue };
            let bytes = ring.seal(text.as_bytes(), readers.values()).ok_or(VaultError::NoRandomness)?;
            durable::replace(&*self.disk, &path, &bytes, before.as_deref())?;
        }
        Ok(())
    }
}

/// An error for a file that is there and could not be read: it may hold more than anybody knows.
pub(super) fn was_read(path: &Path, reading: &Reading) -> Result<(), VaultError> {
    if reading.trouble.iter().any(|trouble| matches!(trouble, Trouble::Unreadable { .. })) {
        return Err(VaultError::reading(path)(io::Error::other("it could not be read")));
    }
    Ok(())
}
