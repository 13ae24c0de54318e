//! What could not be written in the vault waits on this computer, encrypted and signed as it is, until the vault can be
//! written again: a share that is read only, full or out of reach costs nobody an answer.
//!
//! One folder for each pair of key and vault, so that two vaults never get each other's files and a copy of a vault, which
//! has the same keys, does not take away what waits for the vault itself.

use std::path::{Path, PathBuf};

use super::disk::{Disk, Entry, EntryKind, RealDisk};
use super::folder::{DOSSIERS, Folder, STALE};
use super::keys::Fingerprint;
use super::segment::{self, LIMIT};
use super::{VaultError, durable, names};
use crate::dossier::ids::DossierId;

/// Letters of a digest in the name of a folder; enough to tell vaults of one person apart.
const LETTERS: usize = 32;

pub(super) struct Outbox {
    /// The outbox of this person and this vault. It exists only while something waits.
    dir: PathBuf,
}

impl Outbox {
    fn of_dossier(&self, dossier: &DossierId) -> PathBuf {
        self.dir.join(dossier.as_str())
    }

    /// The folder where parts of this dossier wait.
    pub fn waiting(&self, dossier: &DossierId) -> Option<PathBuf> {
        Some(self.of_dossier(dossier)).filter(|dir| dir.is_dir())
    }

    /// All dossiers of which something waits.
    pub fn dossiers(&self) -> Vec<DossierId> {
        let entries = RealDisk.list(&self.dir).unwrap_or_default();
        let folders = entries.into_iter().filter(|entry| entry.kind == EntryKind::Folder);
        folders.filter(|entry| names::is_random(&entry.name)).map(|entry| DossierId::new(entry.name)).collect()
    }

    /// A place for a dossier that could not be made in the vault; durable on return.
    pub fn make_room(&self, dossier: &DossierId) -> Result<PathBuf, VaultError> {
        if let Some(around) = self.dir.parent() {
            durable::ensure_dir(&RealDisk, around)?;
        }
        durable::ensure_dir(&RealDisk, &self.dir)?;
        let dir = self.of_dossier(dossier);
        durable::ensure_dir(&RealDisk, &dir)?;
        Ok(dir)
    }

    /// Keeps a segment's file; durable on return.
    pub fn put(&self, dossier: &DossierId, name: &str, bytes: &[u8]) -> Result<(), VaultError> {
        let path = self.make_room(dossier)?.join(name);
        let before = durable::read(&RealDisk, &path, LIMIT).ok();
        durable::replace(&RealDisk, &path, bytes, before.as_deref())
    }

    /// Forgets all that waits of a dossier.
    pub fn forget(&self, dossier: &DossierId) -> Result<(), VaultError> {
        let dir = self.of_dossier(dossier);
        for entry in files(&dir) {
            let path = dir.join(&entry.name);
            RealDisk.remove_file(&path).map_err(VaultError::writing(&path))?;
        }
        self.tidy(dossier);
        Ok(())
    }

    /// Removes folders in which nothing waits any more. Best effort: an empty folder does no harm.
    fn tidy(&self, dossier: &DossierId) {
        let _ = RealDisk.remove_dir(&self.of_dossier(dossier));
        let _ = RealDisk.remove_dir(&self.dir);
    }
}

/// Names what this computer keeps for one person's keys and one vault.
pub(super) fn own_name(own: &Fingerprint, root: &Path) -> String {
    let root = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
    let name = |of: &[u8]| names::digest(of).chars().take(LETTERS).collect::<String>();
    format!("{}-{}", name(own.as_str().as_bytes()), name(root.as_os_str().as_encoded_bytes()))
}

/// Writes a segment where it belongs; `before` is what it held, none for the first time.
pub(super) fn put_in_vault(
    disk: &dyn Disk,
    dir: &Path,
    path: &Path,
    bytes: &[u8],
    before: Option<&[u8]>,
) -> Result<(), VaultError> {
    if before.is_none() {
        // The dossier, and the sitting this one builds on, are seen but perhaps not durable: who made them may have been
        // stopped before that.
        for seen in [dir, path] {
            disk.sync_entry(seen).map_err(VaultError::writing(seen))?;
        }
    }
    durable::replace(disk, path, bytes, before)
}

fn files(dir: &Path) -> Vec<Entry> {
    let entries = RealDisk.list(dir).unwrap_or_default();
    entries.into_iter().filter(|entry| entry.kind == EntryKind::File).collect()
}

impl Folder {
    /// From now on what the vault's folder refuses waits below `place`, and what waited there is brought over now; how many
    /// segments that were.
    ///
    /// # Errors
    /// Why the vault cannot be written yet. What waits is read beside it all the same.
    pub fn wait_in(&mut self, place: &Path) -> Result<usize, VaultError> {
        let Ok(ring) = self.ring() else { return Ok(0) };
        self.outbox = Some(Outbox { dir: place.join(own_name(ring.own(), &self.root)) });
        self.deliver()
    }

    /// The dossiers of which something waits for the vault.
    #[must_use]
    pub fn waiting(&self) -> Vec<DossierId> {
        self.outbox.as_ref().map(Outbox::dossiers).unwrap_or_default()
    }

    /// Brings over what waits.
    pub(super) fn deliver(&self) -> Result<usize, VaultError> {
        let Some(outbox) = &self.outbox else { return Ok(0) };
        let waiting = outbox.dossiers();
        if waiting.is_empty() {
            return Ok(0);
        }
        let destroyed = self.destroyed()?;
        let mut delivered = 0;
        for dossier in waiting {
            if destroyed.contains(&dossier) {
                outbox.forget(&dossier)?;
                continue;
            }
            let from = outbox.of_dossier(&dossier);
            let to = self.root.join(DOSSIERS).join(names::dossier(&dossier)?);
            for entry in files(&from) {
                let path = from.join(&entry.name);
                if names::is_temporary(&entry.name) {
                    if entry.age.is_some_and(|age| age > STALE) {
                        let _ = RealDisk.remove_file(&path);
                    }
                    continue;
                }
                delivered += usize::from(self.bring(&dossier, &path, &to)?);
                RealDisk.remove_file(&path).map_err(VaultError::writing(&path))?;
            }
            outbox.tidy(&dossier);
        }
        Ok(delivered)
    }

    /// Brings one segment over, unless the vault has as much of it already; whether it was brought.
    fn bring(&self, dossier: &DossierId, from: &Path, to: &Path) -> Result<bool, VaultError> {
        let Some(name) = from.file_name() else { return Ok(false) };
        let bytes = durable::read(&RealDisk, from, LIMIT)?;
        let identity: &dyn age::Identity = self.ring()?.keys.identity();
        let length = |path: &Path, bytes: &[u8]| {
            segment::read(path, bytes, dossier, Some(identity)).map_or(0, |reading| reading.events.len())
        };
        durable::ensure_dir(&*self.disk, &self.root.join(DOSSIERS))?;
        durable::ensure_dir(&*self.disk, to)?;
        let target = to.join(name);
        let before = match durable::read(&*self.disk, &target, LIMIT) {
            Ok(before) => Some(before),
            Err(VaultError::Vanished { .. }) => None,
            Err(error) => return Err(error),
        };
        // A save that the vault took after all made what waits older than what is there.
        if before.as_ref().is_some_and(|before| length(&target, before) >= length(from, &bytes)) {
            return Ok(false);
        }
        durable::replace(&*self.disk, &target, &bytes, before.as_deref())?;
        Ok(true)
    }
}
