//! Taking things out for good: what was said at one place, or a whole dossier. That it was done stays written down.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::super::disk::EntryKind;
use super::super::folder::{Folder, REGISTER};
use super::super::segment::{self, LIMIT, OLD, Reading};
use super::super::union::unite;
use super::super::{Loaded, Store as _, Trouble, VaultError, durable, keys, names};
use super::access::was_read;
use crate::dossier::event::{Clock, Destroyed, Erased, Event, Happening};
use crate::dossier::ids::{DossierId, EventId};
use crate::dossier::{Dossier, Now};

impl Folder {
    /// Takes the contents of these events out of every file of the dossier. Their heads stay, so that the rest verifies.
    ///
    /// # Errors
    /// Why something could not be written. It can be done again: what was already taken out stays out.
    pub fn erase_events(
        &mut self,
        dossier: &DossierId,
        events: &BTreeSet<EventId>,
        ground: &str,
        now: Now,
    ) -> Result<(), VaultError> {
        self.refuse_when_in_use()?;
        if !events.is_empty() {
            let what = Erased { events: events.iter().cloned().collect(), ground: ground.to_owned() };
            self.write_down(dossier, Happening::Erased(what), now)?;
        }
        // Also what was erased before: an attempt may have stopped halfway, and a sync program may bring a copy back.
        let all = unite(self.readings(dossier)?).events.into_iter().filter_map(|event| match event.what {
            Happening::Erased(erased) => Some(erased.events),
            _ => None,
        });
        let all = all.flatten().chain(events.iter().cloned()).collect();
        self.scrub(dossier, &all)?;
        self.remove_originals(dossier)
    }

    /// What can be read of a dossier to write beside. What one cannot read one does not write in: its owner could not read it.
    fn load_open(&self, dossier: &DossierId) -> Result<Loaded, VaultError> {
        // Not held against what was seen before: that is for people to be told.
        let loaded = unite(self.readings(dossier)?);
        let closed = loaded.trouble.iter().any(|trouble| matches!(trouble, Trouble::NotForUs { .. }));
        if closed && loaded.events.is_empty() {
            return Err(VaultError::NotForUs { path: self.dossier(dossier)? });
        }
        Ok(loaded)
    }

    /// Another window would write what it remembers over what was erased.
    fn refuse_when_in_use(&self) -> Result<(), VaultError> {
        if self.also_open() { Err(VaultError::InUse { path: self.root.clone() }) } else { Ok(()) }
    }

    /// Originals from before encryption that could not be read whole may hold what was to be erased.
    fn remove_originals(&self, dossier: &DossierId) -> Result<(), VaultError> {
        let dir = self.dossier(dossier)?;
        for entry in self.disk.list(&dir).map_err(VaultError::reading(&dir))? {
            if entry.kind == EntryKind::File && entry.name.ends_with(OLD) {
                let path = dir.join(&entry.name);
                self.disk.remove_file(&path).map_err(VaultError::writing(&path))?;
            }
        }
        Ok(())
    }

    /// Whether something of this dossier was erased before.
    ///
    /// # Errors
    /// As [`super::super::Store::load`].
    pub fn has_erased(&self, dossier: &DossierId) -> Result<bool, VaultError> {
        Ok(self.load(dossier)?.events.iter().any(|event| matches!(event.what, Happening::Erased(_))))
    }

    /// Rewrites every file that still holds the contents of one of these events.
    fn scrub(&mut self, dossier: &DossierId, events: &BTreeSet<EventId>) -> Result<(), VaultError> {
        let readings = self.readings(dossier)?;
        let readers = self.readers_of(dossier, &readings)?;
        for (path, reading) in readings {
            // It may hold what is to be erased.
            was_read(&path, &reading)?;
            let mut text = segment::erase(&reading.text, events);
            if text.trim_end() == reading.text.trim_end() {
                continue;
            }
            segment::pad(&mut text);
            let bytes = self.ring()?.seal(text.as_bytes(), readers.values()).ok_or(VaultError::NoRandomness)?;
            // Should this fail halfway the erased contents must not come back: what is put back is the new file.
            durable::replace(&*self.disk, &path, &bytes, Some(&bytes))?;
            let own = self
                .sittings
                .get_mut(dossier)
                .filter(|writing| path.ends_with(names::segment_file(writing.sitting.id())));
            if let Some(writing) = own {
                writing.sitting.erase(events);
                writing.written = Some(bytes);
            }
        }
        Ok(())
    }

    pub(in super::super) fn destroy_files(
        &mut self,
        dossier: &DossierId,
        ground: &str,
        now: Now,
    ) -> Result<(), VaultError> {
        self.refuse_when_in_use()?;
        let dir = match self.dossier(dossier) {
            // An attempt that was stopped came as far as this.
            Err(VaultError::NoSuchDossier { path }) if self.destroyed()?.contains(dossier) => {
                return self.disk.sync_entry(&path).map_err(VaultError::writing(&path));
            }
            found => found?,
        };
        let register = DossierId::new(REGISTER);
        self.create_named(&register)?;
        if !self.destroyed()?.contains(dossier) {
            self.load_open(dossier)?;
            let what = Destroyed { dossier: dossier.clone(), ground: ground.to_owned() };
            self.write_down(&register, Happening::Destroyed(what), now)?;
        }
        self.sittings.remove(dossier);
        self.destroyed()?;
        if let Some(outbox) = &self.outbox {
            outbox.forget(dossier)?;
        }
        if let Some(marks) = &self.marks {
            marks.forget(dossier);
        }
        for entry in self.disk.list(&dir).map_err(VaultError::reading(&dir))? {
            if entry.kind != EntryKind::Folder {
                let path = dir.join(&entry.name);
                self.disk.remove_file(&path).map_err(VaultError::writing(&path))?;
            }
        }
        self.disk.remove_dir(&dir).map_err(VaultError::writing(&dir))?;
        self.disk.sync_entry(&dir).map_err(VaultError::writing(&dir))
    }

    /// What was destroyed, as the register has it.
    ///
    /// # Errors
    /// Why the register cannot be read.
    pub fn register(&self) -> Result<Vec<Event>, VaultError> {
        match self.load(&DossierId::new(REGISTER)) {
            Ok(loaded) => Ok(loaded.events),
            Err(VaultError::NoSuchDossier { .. }) => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    /// The register's segments that count; none where nothing was ever destroyed.
    pub(super) fn register_readings(&self) -> Result<Vec<(PathBuf, Reading)>, VaultError> {
        match self.readings(&DossierId::new(REGISTER)) {
            Err(VaultError::NoSuchDossier { .. }) => Ok(Vec::new()),
            readings => readings,
        }
    }

    /// The dossiers that were destroyed, also when a sync program brought one back.
    ///
    /// # Errors
    /// As [`Folder::register`].
    pub fn destroyed(&self) -> Result<BTreeSet<DossierId>, VaultError> {
        let readings = self.register_readings()?;
        // What somebody says who went does not count; who parted with them said it once more.
        let counts = |reading: &Reading| match (&self.ring, &reading.signer) {
            (Some(ring), Some(signer)) => ring.book.may_read(signer.as_str()),
            _ => true,
        };
        let events =
            readings.into_iter().filter(|(_, reading)| counts(reading)).flat_map(|(_, reading)| reading.events);
        let destroyed = events.filter_map(|event| match event.what {
            Happening::Destroyed(destroyed) => Some(destroyed.dossier),
            _ => None,
        });
        let mut destroyed: BTreeSet<DossierId> = destroyed.collect();
        if let Some(marks) = &self.marks {
            destroyed = marks.with_destroyed(destroyed);
        }
        self.gone.borrow_mut().clone_from(&destroyed);
        Ok(destroyed)
    }

    /// Writes one event in this program's own sitting.
    ///
    /// # Errors
    /// As [`super::super::Store::append`].
    pub fn write_down(&mut self, dossier: &DossierId, what: Happening, now: Now) -> Result<EventId, VaultError> {
        let known = Dossier::from_events(dossier.clone(), self.load_open(dossier)?.events);
        let segment = self.segment(dossier)?;
        let seq = self.sittings.get(dossier).map_or(0, |writing| writing.sitting.last()) + 1;
        let clock: Clock = known.clock().after(now.millis);
        let event = Event { id: EventId { segment, seq }, clock, at: now.local, what };
        let id = event.id.clone();
        self.append(dossier, &[event])?;
        Ok(id)
    }

    /// Files of the dossier that could not be opened: they are not touched by erasing.
    ///
    /// # Errors
    /// Why the folder cannot be read.
    pub fn closed_files(&self, dossier: &DossierId) -> Result<Vec<PathBuf>, VaultError> {
        let dir = self.dossier(dossier)?;
        let mut closed = Vec::new();
        for entry in self.disk.list(&dir).map_err(VaultError::reading(&dir))? {
            let path = dir.join(&entry.name);
            if entry.kind != EntryKind::File {
                continue;
            }
            let bytes = durable::read(&*self.disk, &path, LIMIT)?;
            if keys::is_sealed(&bytes)
                && !matches!(keys::open(&bytes, self.ring()?.keys.identity()), keys::Opened::Text(_))
            {
                closed.push(path);
            }
        }
        Ok(closed)
    }
}
