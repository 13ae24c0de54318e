//! Opening every dossier with the recovery key, for who lost the passphrase: a new person gets keys and copies of all of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::disk::{Disk, EntryKind, RealDisk};
use super::super::folder::{DOSSIERS, Folder};
use super::super::founder::Founder;
use super::super::keys::{self, Fingerprint, Opened, Secret};
use super::super::segment::{self, LIMIT};
use super::super::slot::Slot;
use super::super::{Found, VaultError, durable, marker, names};
use crate::dossier::Card;
use crate::dossier::ids::{DossierId, SegmentId};

/// What the recovery key opened.
#[derive(Debug, Default)]
pub struct Recovered {
    pub dossiers: usize,
    pub segments: usize,
    /// Files that were encrypted without this recovery key, or damaged.
    pub closed: usize,
    /// Who wrote, with their card where it lies in the vault: all are taken on trust, because there is nobody left to compare
    /// with. The names are to be looked at by a person.
    pub writers: BTreeMap<String, Option<Card>>,
}

impl Folder {
    /// Opens all that `secret` can open, and encrypts it to new keys for `founder`.
    ///
    /// # Errors
    /// [`VaultError::BadName`] when `secret` is no age identity, [`VaultError::NotForUs`] when it opens nothing, or why
    /// something could not be read or written.
    pub fn recover(root: &Path, secret: &Secret, founder: &Founder) -> Result<(Self, Recovered), VaultError> {
        Self::recover_on(Box::new(RealDisk), root, secret, founder)
    }

    /// Recovery on any disk.
    pub(in super::super) fn recover_on(
        disk: Box<dyn Disk>,
        root: &Path,
        secret: &Secret,
        founder: &Founder,
    ) -> Result<(Self, Recovered), VaultError> {
        if matches!(marker::check(&*disk, root)?, Found::Unencrypted | Found::Encrypting) {
            return Err(VaultError::Unencrypted { path: root.to_owned() });
        }
        let typed: String = secret.reveal().split_whitespace().collect::<String>().to_uppercase();
        let identity: age::x25519::Identity = typed.parse().map_err(|_| VaultError::BadName { what: "identity" })?;
        let mut opened: BTreeMap<DossierId, BTreeMap<SegmentId, BTreeSet<String>>> = BTreeMap::new();
        let mut recovered = Recovered::default();
        read_all(&*disk, root, &identity, &mut opened, &mut recovered)?;
        if opened.is_empty() && recovered.closed > 0 {
            return Err(VaultError::NotForUs { path: root.join(DOSSIERS) });
        }
        let recovery = identity.to_public().to_string();
        let mut ring = keys::found(&*disk, root, &Founder { recovery: Some(recovery), ..founder.clone() }, false)?;
        let cards = keys::cards(&*disk, root)?;
        for (writer, card) in &mut recovered.writers {
            *card = cards.iter().find(|card| Fingerprint::on(card).is_some_and(|on| on.as_str() == writer)).cloned();
            match card {
                Some(card) => ring.book.take(card.clone()),
                None => drop(ring.book.known.insert(writer.clone())),
            }
        }
        // Whom a colleague parted with does not come back this way.
        for (signer, book) in keys::books(&*disk, root, &identity) {
            if recovered.writers.contains_key(signer.as_str()) {
                ring.book.heed(&book);
            }
        }
        ring.keep_book(&*disk)?;
        let folder = Self::on(disk, root, Slot::none(), Some(ring));
        for (dossier, segments) in &opened {
            for (segment, texts) in segments {
                folder.put_copies(dossier, segment, texts, &BTreeMap::new())?;
            }
        }
        Ok((folder, recovered))
    }
}

fn read_all(
    disk: &dyn Disk,
    root: &Path,
    identity: &age::x25519::Identity,
    opened: &mut BTreeMap<DossierId, BTreeMap<SegmentId, BTreeSet<String>>>,
    recovered: &mut Recovered,
) -> Result<(), VaultError> {
    let dossiers = root.join(DOSSIERS);
    for folder in disk.list(&dossiers).map_err(VaultError::reading(&dossiers))? {
        if folder.kind != EntryKind::Folder || !names::is_random(&folder.name) {
            continue;
        }
        let dossier = DossierId::new(&folder.name);
        let dir = dossiers.join(&folder.name);
        for entry in disk.list(&dir).map_err(VaultError::reading(&dir))? {
            let path = dir.join(&entry.name);
            if entry.kind != EntryKind::File || names::is_temporary(&entry.name) {
                continue;
            }
            // One file that cannot be read must not keep all others closed.
            let opened_text = durable::read(disk, &path, LIMIT).map(|bytes| keys::open(&bytes, identity));
            let reading = match opened_text {
                Ok(Opened::Text(text)) => segment::parse(&path, &text, &dossier),
                _ => None,
            };
            match reading.and_then(|reading| Some((reading.head?.segment, reading.signer?, reading.text))) {
                Some((segment, signer, text)) => {
                    recovered.writers.insert(signer.as_str().to_owned(), None);
                    opened.entry(dossier.clone()).or_default().entry(segment).or_default().insert(text);
                    recovered.segments += 1;
                }
                None => recovered.closed += 1,
            }
        }
    }
    recovered.dossiers = opened.keys().filter(|dossier| dossier.as_str() != super::super::folder::REGISTER).count();
    Ok(())
}
