//! A copy of the whole vault, encrypted as it is, opened and compared before it counts.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::super::disk::{Disk, EntryKind, RealDisk};
use super::super::folder::{DOSSIERS, Folder};
use super::super::segment::LIMIT;
use super::super::slot::Slot;
use super::super::{Store as _, VaultError, durable, names};

/// What a backup holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Backup {
    pub files: usize,
    pub dossiers: usize,
    pub events: usize,
}

impl Folder {
    /// Copies the vault to the new folder `out`, opens the copy with the same keys, and compares every dossier: the drill is
    /// part of making it.
    ///
    /// # Errors
    /// [`VaultError::NotEmpty`] when `out` is there already or lies inside the vault, [`VaultError::NotVerified`] when the copy
    /// reads differently, or why something could not be copied.
    pub fn back_up(mut self, out: &Path) -> Result<Backup, VaultError> {
        let disk: Box<dyn Disk> = std::mem::replace(&mut self.disk, Box::new(RealDisk));
        let disk = &*disk;
        let [whole, place] =
            [&self.root, out].map(|path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
        let inside = place.starts_with(whole);
        if inside || disk.is_dir(out).map_err(VaultError::reading(out))? {
            return Err(VaultError::NotEmpty { path: out.to_owned() });
        }
        // Under another name until it is whole: half a backup must not look like one.
        let unfinished = beside(out)?;
        durable::ensure_dir(disk, &unfinished)?;
        // What was destroyed does not live on in a new copy.
        let gone: BTreeSet<PathBuf> =
            self.destroyed()?.iter().map(|gone| self.root.join(DOSSIERS).join(gone.as_str())).collect();
        let mut backup = Backup { files: copy(disk, &self.root, &unfinished, &gone)?, ..Backup::default() };
        backup.files += self.copy_waiting(disk, &unfinished)?;
        let here: Vec<_> = self.dossiers()?.into_iter().map(|dossier| (self.load(&dossier), dossier)).collect();
        // The copy is opened with the keys that are at hand; it gets them for good, because this folder is done with them.
        let copied = Self::on(Box::new(RealDisk), &unfinished, Slot::none(), self.ring.take());
        for (loaded, dossier) in here {
            let there = copied.load(&dossier)?;
            if loaded?.events != there.events {
                return Err(VaultError::NotVerified { path: out.to_owned() });
            }
            backup.dossiers += 1;
            backup.events += there.events.len();
        }
        disk.rename(&unfinished, out).map_err(VaultError::writing(out))?;
        disk.sync_entry(out).map_err(VaultError::writing(out))?;
        Ok(backup)
    }

    /// Copies what waits on this computer beside what the vault has; how many files.
    fn copy_waiting(&self, disk: &dyn Disk, to: &Path) -> Result<usize, VaultError> {
        let waiting = self.everything_waiting()?;
        for (within, name, bytes) in &waiting {
            let dir = to.join(within);
            durable::make_way(disk, &dir)?;
            durable::replace(disk, &dir.join(name), bytes, None)?;
        }
        Ok(waiting.len())
    }
}

fn beside(out: &Path) -> Result<PathBuf, VaultError> {
    let name = out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(out.with_file_name(names::temporary(&name)?))
}

/// Copies every file below `from`; how many.
fn copy(disk: &dyn Disk, from: &Path, to: &Path, without: &BTreeSet<PathBuf>) -> Result<usize, VaultError> {
    let mut files = 0;
    for entry in disk.list(from).map_err(VaultError::reading(from))? {
        let (source, target) = (from.join(&entry.name), to.join(&entry.name));
        match entry.kind {
            EntryKind::Folder if without.contains(&source) => {}
            EntryKind::Folder => {
                durable::ensure_dir(disk, &target)?;
                files += copy(disk, &source, &target, without)?;
            }
            EntryKind::File if !names::is_temporary(&entry.name) => {
                let bytes = durable::read(disk, &source, LIMIT)?;
                durable::replace(disk, &target, &bytes, None)?;
                files += 1;
            }
            EntryKind::File | EntryKind::Other => {}
        }
    }
    Ok(files)
}
