//! Letting colleagues in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::disk::RealDisk;
use super::super::folder::{Folder, Founder};
use super::super::keys::{self, Fingerprint, Secret};
use super::super::slot::Slot;
use super::super::{Found, VaultError, durable, marker, names};
use crate::dossier::Card;
use crate::dossier::ids::{DossierId, SegmentId};

impl Folder {
    /// Makes keys for one more person in a vault that others made.
    ///
    /// # Errors
    /// [`VaultError::Unencrypted`], [`VaultError::BadName`] when the recovery recipient is none, or as [`Folder::look`].
    pub fn join(root: &Path, founder: &Founder) -> Result<Self, VaultError> {
        if marker::check(&RealDisk, root)? == Found::Unencrypted {
            return Err(VaultError::Unencrypted { path: root.to_owned() });
        }
        let ring = keys::found(&RealDisk, root, &founder.name, &founder.passphrase, founder.recovery.as_deref())?;
        Self::on(Box::new(RealDisk), root, Slot::none(), Some(ring))
    }

    /// The card of whoever has the vault open.
    ///
    /// # Errors
    /// [`VaultError::Unencrypted`].
    pub fn card(&self) -> Result<Card, VaultError> {
        self.ring().map(keys::Ring::card)
    }

    pub(in super::super) fn all_cards(&self) -> Result<Vec<(Card, bool)>, VaultError> {
        let Some(ring) = &self.ring else { return Ok(Vec::new()) };
        let known: BTreeSet<&String> = ring.book.writers().collect();
        let is_known =
            |card: &Card| Fingerprint::on(card).is_some_and(|found| known.contains(&found.as_str().to_owned()));
        let cards = keys::cards(&*self.disk, &self.root)?.into_iter().filter(|card| card.key != ring.card().key);
        Ok(cards.map(|card| (card.clone(), is_known(&card))).collect())
    }

    pub(in super::super) fn take_on(&mut self, card: &Card) -> Result<(), VaultError> {
        if !keys::genuine(card) {
            return Err(VaultError::BadName { what: "card" });
        }
        let Some(ring) = &mut self.ring else { return Err(VaultError::Unencrypted { path: self.root.clone() }) };
        let before = ring.book.clone();
        ring.book.take(card.clone());
        if ring.book.recovery.is_none() {
            // Who joins leans on the recovery of the colleague they compared with.
            ring.book.recovery.clone_from(&card.recovery);
        }
        let kept = ring.keep_book(&*self.disk).and_then(|()| ring.keep_card(&*self.disk));
        if kept.is_err() {
            ring.book = before;
        }
        kept
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
        let readers = super::super::trust::readers(&readings, self.ring()?.own(), &self.ring()?.book);
        let own = self.sittings.get(dossier).map(|writing| writing.sitting.id().clone());
        let mut texts: BTreeMap<SegmentId, BTreeSet<String>> = BTreeMap::new();
        for (_, reading) in readings {
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
        Ok(())
    }

    /// Copies of a segment under a name that only this person writes; more than one where files of it differ.
    pub(super) fn put_copies(
        &self,
        dossier: &DossierId,
        segment: &SegmentId,
        texts: &BTreeSet<String>,
        readers: &BTreeMap<String, Card>,
    ) -> Result<(), VaultError> {
        let (ring, dir) = (self.ring()?, self.dossier(dossier)?);
        for (at, text) in texts.iter().enumerate() {
            let number = if at == 0 { String::new() } else { format!(".{}", at + 1) };
            let path = dir.join(names::copy_file(segment, ring.own().as_str(), &number));
            let bytes = ring.seal(text.as_bytes(), readers.values()).ok_or(VaultError::NoRandomness)?;
            let before = self.disk.read(&path, super::super::segment::LIMIT).ok();
            durable::replace(&*self.disk, &path, &bytes, before.as_deref())?;
        }
        Ok(())
    }
}
