//! One save: what was said goes into this sitting's own file, in the vault or where it waits for the vault.

use std::collections::BTreeSet;
use std::path::Path;

use super::disk::Disk;
use super::folder::{DOSSIERS, Folder};
use super::segment::{self, LIMIT};
use super::{Trouble, VaultError, durable, names, trust};
use crate::dossier::event::{Event, Happening};
use crate::dossier::ids::{DossierId, EventId};

impl Folder {
    /// See [`super::Store::append`].
    pub(super) fn save(&mut self, dossier: &DossierId, events: &[Event]) -> Result<(), VaultError> {
        let Some(first) = events.first() else { return Ok(()) };
        let ring = self.ring.as_ref().ok_or_else(|| VaultError::Unencrypted { path: self.root.clone() })?;
        let dir = self.root.join(DOSSIERS).join(names::dossier(dossier)?);
        let Some(writing) = self.sittings.get(dossier) else {
            return Err(VaultError::OutOfTurn { seq: first.id.seq });
        };
        let name = names::segment_file(writing.sitting.id());
        let path = dir.join(&name);
        let mut sitting = writing.sitting.clone();
        let mut before = writing.written.clone();
        if before.is_some() {
            // Somebody may have taken words out of it, or put it back to what it was.
            match durable::read(&*self.disk, &path, LIMIT) {
                Ok(there) if before.as_ref() != Some(&there) => {
                    sitting.erase(&self.taken_out_of(&path, &there, dossier));
                    before = Some(there);
                }
                Err(VaultError::Vanished { .. }) => before = None,
                // When it cannot be read it can hardly be written.
                Ok(_) | Err(_) => {}
            }
        }
        let after = sitting.with(events)?;
        let readers = trust::after(&writing.readers, events, ring);
        let mut written = None;
        if let Some(text) = after.text(&path, &ring.keys)? {
            let bytes = ring.seal(text.as_bytes(), readers.values()).ok_or(VaultError::NoRandomness)?;
            match put_in_vault(&*self.disk, &dir, &path, &bytes, before.as_deref()) {
                Ok(()) => written = Some(bytes),
                Err(error) => match &self.outbox {
                    Some(outbox) if error.is_of_place() && may_wait(events) => {
                        if self.destroyed().is_ok_and(|destroyed| destroyed.contains(dossier)) {
                            return Err(VaultError::Destroyed { path: dir });
                        }
                        // The vault's own trouble is the one to tell when this computer cannot keep it either.
                        outbox.put_segment(dossier, &name, &bytes).map_err(|_| error)?;
                    }
                    _ => return Err(error),
                },
            }
        }
        if let Some(marks) = &self.marks {
            marks.wrote(dossier, &after.reach());
        }
        let taken = written.is_some();
        if let Some(writing) = self.sittings.get_mut(dossier) {
            writing.sitting = after;
            writing.readers = readers;
            writing.written = written.or(writing.written.take());
        }
        if taken {
            // The vault took something, so it may take what waited as well; if not, it goes on waiting.
            let _ = self.deliver();
        }
        Ok(())
    }

    /// The events that others took out of one's own file since it was written: they must not come back with what is
    /// remembered here.
    fn taken_out_of(&self, path: &Path, bytes: &[u8], dossier: &DossierId) -> BTreeSet<EventId> {
        let Ok(ring) = self.ring() else { return BTreeSet::new() };
        let reading = segment::read(path, bytes, dossier, Some(ring.keys.identity() as &dyn age::Identity));
        let trouble = reading.map(|reading| reading.trouble).unwrap_or_default().into_iter();
        trouble
            .filter_map(|trouble| if let Trouble::Erased { event, .. } = trouble { Some(event) } else { None })
            .collect()
    }
}

/// Writes a segment where it belongs; `before` is what it held, none for the first time.
fn put_in_vault(
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

/// Whether these events may wait. What goes with work on the files themselves may not: half of it would be done.
fn may_wait(events: &[Event]) -> bool {
    !events.iter().any(|event| {
        matches!(
            event.what,
            Happening::Erased(_) | Happening::Destroyed(_) | Happening::AccessGiven(_) | Happening::AccessEnded(_)
        )
    })
}
