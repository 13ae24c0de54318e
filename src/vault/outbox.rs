//! What could not be written in the vault waits on this computer, encrypted and signed as it is, until the vault can be
//! written again: a share that is read only, full or out of reach costs nobody an answer.
//!
//! One folder for each pair of key and vault. A vault that is reached by another path, or a copy of it, is given what waits
//! too, because it has the same keys; only the vault that it waits for takes it away.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::disk::{Disk, Entry, EntryKind, RealDisk};
use super::folder::{DOSSIERS, Folder, GUIDES, STALE};
use super::keys::Fingerprint;
use super::segment::{self, LIMIT, Previous, Reading};
use super::{VaultError, dossier_dir, durable, names};
use crate::dossier::Card;
use crate::dossier::event::Happening;
use crate::dossier::ids::{DossierId, EventId, SegmentId};

/// Letters of a digest in the name of a folder; enough to tell vaults of one person apart.
const LETTERS: usize = 32;

pub(super) struct Outbox {
    /// Holds the outboxes of all vaults.
    place: PathBuf,
    own: String,
    /// The outbox of this person and this vault. It exists only while something waits.
    dir: PathBuf,
}

impl Outbox {
    /// The folder where parts of this dossier wait.
    pub fn waiting(&self, dossier: &DossierId) -> Option<PathBuf> {
        Some(self.dir.join(dossier.as_str())).filter(|dir| !files(dir).is_empty())
    }

    /// Every outbox of this person's keys.
    fn all(&self) -> Vec<PathBuf> {
        let folders = RealDisk.list(&self.place).unwrap_or_default().into_iter();
        let own = folders.filter(|entry| entry.kind == EntryKind::Folder && entry.name.starts_with(&self.own));
        own.map(|entry| self.place.join(entry.name)).collect()
    }

    /// Keeps a file for later; durable on return.
    fn put(&self, within: &str, name: &str, bytes: &[u8]) -> Result<(), VaultError> {
        let dir = self.dir.join(within);
        // On a computer that is new there is nothing of the profile yet.
        durable::make_way(&RealDisk, &self.place)?;
        for dir in [&self.dir, &dir] {
            durable::ensure_dir(&RealDisk, dir)?;
        }
        let path = dir.join(name);
        let before = durable::read(&RealDisk, &path, LIMIT).ok();
        durable::replace(&RealDisk, &path, bytes, before.as_deref())
    }

    /// Keeps a segment's file; durable on return.
    pub fn put_segment(&self, dossier: &DossierId, name: &str, bytes: &[u8]) -> Result<(), VaultError> {
        self.put(dossier.as_str(), name, bytes)
    }

    /// Keeps a guide that a dossier goes on with; durable on return.
    pub fn put_guide(&self, name: &str, text: &str) -> Result<(), VaultError> {
        self.put(GUIDES, name, text.as_bytes())
    }

    pub fn guide(&self, name: &str) -> Option<String> {
        durable::read_text(&RealDisk, &self.dir.join(GUIDES).join(name), LIMIT).ok()
    }

    /// Forgets all that waits of a dossier, for whichever path.
    pub fn forget(&self, dossier: &DossierId) -> Result<(), VaultError> {
        self.all().iter().try_for_each(|outbox| clear(outbox, dossier.as_str()))
    }
}

/// Removes everything that waits in one folder of an outbox.
fn clear(outbox: &Path, within: &str) -> Result<(), VaultError> {
    let dir = outbox.join(within);
    for entry in files(&dir) {
        let path = dir.join(&entry.name);
        RealDisk.remove_file(&path).map_err(VaultError::writing(&path))?;
    }
    tidy(outbox, within);
    Ok(())
}

/// All dossiers of which something waits here.
fn dossiers(outbox: &Path) -> Vec<DossierId> {
    let folders = RealDisk.list(outbox).unwrap_or_default().into_iter();
    let folders = folders.filter(|entry| entry.kind == EntryKind::Folder && names::is_random(&entry.name));
    folders
        .filter(|entry| !files(&outbox.join(&entry.name)).is_empty())
        .map(|entry| DossierId::new(entry.name))
        .collect()
}

/// Removes folders in which nothing waits any more. Best effort: an empty folder does no harm.
fn tidy(outbox: &Path, within: &str) {
    let _ = RealDisk.remove_dir(&outbox.join(within));
    let _ = RealDisk.remove_dir(outbox);
}

/// Names what this computer keeps for one person's keys and one vault.
pub(super) fn own_name(own: &Fingerprint, root: &Path) -> String {
    let root = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
    format!("{}{}", prefix(own), short(root.as_os_str().as_encoded_bytes()))
}

fn prefix(own: &Fingerprint) -> String {
    format!("{}-", short(own.as_str().as_bytes()))
}

fn short(of: &[u8]) -> String {
    names::digest(of).chars().take(LETTERS).collect()
}

/// Files in a folder, without what a stopped attempt left; that goes when it is old.
fn files(dir: &Path) -> Vec<Entry> {
    let entries = RealDisk.list(dir).unwrap_or_default().into_iter();
    let files = entries.filter(|entry| entry.kind == EntryKind::File);
    let (left, files): (Vec<Entry>, Vec<Entry>) = files.partition(|entry| names::is_temporary(&entry.name));
    for entry in left.into_iter().filter(|entry| entry.age.is_some_and(|age| age > STALE)) {
        let _ = RealDisk.remove_file(&dir.join(entry.name));
    }
    files
}

/// How far each whole segment in this folder had come.
fn reach<'a>(readings: &'a [(PathBuf, Reading)], within: &'a Path) -> impl Iterator<Item = &'a Previous> {
    let readings = readings.iter().filter(move |(path, _)| path.starts_with(within));
    readings.filter_map(|(_, reading)| reading.reach.as_ref())
}

impl Folder {
    /// What belongs to this vault and stays on this computer lies below `local` from now on: what waits, of which as many
    /// segments as are given were brought over now, and what was seen.
    ///
    /// # Errors
    /// As [`Folder::wait_in`].
    pub fn keep_at(&mut self, local: &Path) -> Result<usize, VaultError> {
        // First, so that nothing comes over of what is known to be destroyed.
        self.remember_in(&local.join("gezien"));
        self.wait_in(&local.join("wachtend"))
    }

    /// From now on what the vault's folder refuses waits below `place`, and what waited there is brought over now; how many
    /// segments that were.
    ///
    /// # Errors
    /// Why the vault cannot be written yet. What waits is read beside it all the same.
    pub fn wait_in(&mut self, place: &Path) -> Result<usize, VaultError> {
        let Ok(ring) = self.ring() else { return Ok(0) };
        let (own, dir) = (prefix(ring.own()), place.join(own_name(ring.own(), &self.root)));
        self.outbox = Some(Outbox { place: place.to_owned(), own, dir });
        self.deliver()
    }

    /// The dossiers of which something waits for this vault.
    #[must_use]
    pub fn waiting(&self) -> Vec<DossierId> {
        self.outbox.as_ref().map(|outbox| dossiers(&outbox.dir)).unwrap_or_default()
    }

    /// Brings over what waits. One dossier that cannot be brought holds up no other.
    ///
    /// # Errors
    /// The first thing that went wrong.
    pub(super) fn deliver(&self) -> Result<usize, VaultError> {
        let Some(outbox) = &self.outbox else { return Ok(0) };
        let (mut delivered, mut wrong) = (0, Ok(()));
        for from in outbox.all() {
            let last = from == outbox.dir;
            wrong = wrong.and(self.bring_guides(&from, last));
            for dossier in dossiers(&from) {
                match self.bring(&dossier, &from, last) {
                    Ok(brought) => delivered += brought,
                    Err(error) => wrong = wrong.and(Err(error)),
                }
            }
        }
        wrong.map(|()| delivered)
    }

    fn bring_guides(&self, from: &Path, last: bool) -> Result<(), VaultError> {
        let dir = from.join(GUIDES);
        for entry in files(&dir) {
            let path = dir.join(&entry.name);
            if let Ok(text) = durable::read_text(&RealDisk, &path, LIMIT) {
                self.put_guide(&names::digest(text.as_bytes()), &text)?;
            }
            if last {
                RealDisk.remove_file(&path).map_err(VaultError::writing(&path))?;
            }
        }
        if last {
            tidy(from, GUIDES);
        }
        Ok(())
    }

    /// Brings a dossier's segments over, as copies under names that only this person writes: what was erased meanwhile stays
    /// out, and who was sent away meanwhile cannot read them.
    fn bring(&self, dossier: &DossierId, from: &Path, last: bool) -> Result<usize, VaultError> {
        let outbox = from.join(dossier.as_str());
        let mut brought = 0;
        if !self.destroyed()?.contains(dossier) {
            let to = self.root.join(DOSSIERS).join(names::dossier(dossier)?);
            durable::ensure_dir(&*self.disk, &self.root.join(DOSSIERS))?;
            durable::ensure_dir(&*self.disk, &to)?;
            let (texts, readers) = self.as_it_comes_over(dossier, &to, &outbox)?;
            for Waiting { path, segment, text } in texts {
                if let Some(text) = text {
                    self.put_copies(dossier, &segment, &BTreeSet::from([text]), &readers)?;
                    brought += 1;
                }
                if last {
                    RealDisk.remove_file(&path).map_err(VaultError::writing(&path))?;
                }
            }
        } else if last {
            clear(from, dossier.as_str())?;
        }
        if last {
            tidy(from, dossier.as_str());
        }
        Ok(brought)
    }

    /// What waits of a dossier, as it comes over: without what was erased meanwhile, and for who may read it now.
    fn as_it_comes_over(
        &self,
        dossier: &DossierId,
        vault: &Path,
        outbox: &Path,
    ) -> Result<(Vec<Waiting>, BTreeMap<String, Card>), VaultError> {
        let dirs = [vault.to_owned(), outbox.to_owned()];
        let all = dossier_dir::readings(&*self.disk, &dirs, dossier, self.ring.as_ref())?;
        let readers = self.readers_of(dossier, &all)?;
        let events = all.iter().flat_map(|(_, reading)| &reading.events);
        let erased =
            events.filter_map(|event| if let Happening::Erased(erased) = &event.what { Some(erased) } else { None });
        let erased: BTreeSet<EventId> = erased.flat_map(|erased| erased.events.iter().cloned()).collect();
        let waits = all.iter().filter(|(path, _)| path.starts_with(outbox));
        let texts = waits.filter_map(|(path, reading)| {
            // What cannot be read now stays where it is.
            let waits = reading.reach.as_ref()?;
            // A save that the vault took after all made what waits older than what is there.
            let is_there = |there: &Previous| there.segment == waits.segment && there.events >= waits.events;
            let text = (!reach(&all, vault).any(is_there)).then(|| {
                let mut text = segment::erase(&reading.text, &erased);
                segment::pad(&mut text);
                text
            });
            Some(Waiting { path: path.clone(), segment: waits.segment.clone(), text })
        });
        Ok((texts.collect(), readers))
    }

    /// All that waits for this vault, as it would come over: the folder in a vault where it belongs, a name that nothing else
    /// has there, and its bytes.
    pub(super) fn everything_waiting(&self) -> Result<Vec<(PathBuf, String, Vec<u8>)>, VaultError> {
        let (Some(outbox), Ok(ring)) = (&self.outbox, self.ring()) else { return Ok(Vec::new()) };
        let mut everything = Vec::new();
        for entry in files(&outbox.dir.join(GUIDES)) {
            let bytes = durable::read(&RealDisk, &outbox.dir.join(GUIDES).join(&entry.name), LIMIT)?;
            everything.push((PathBuf::from(GUIDES), entry.name, bytes));
        }
        for dossier in dossiers(&outbox.dir) {
            let within = Path::new(DOSSIERS).join(names::dossier(&dossier)?);
            let from = outbox.dir.join(dossier.as_str());
            let (texts, readers) = self.as_it_comes_over(&dossier, &self.root.join(&within), &from)?;
            for Waiting { segment, text, .. } in texts {
                let Some(text) = text else { continue };
                let bytes = ring.seal(text.as_bytes(), readers.values()).ok_or(VaultError::NoRandomness)?;
                everything.push((within.clone(), names::copy_file(&segment, &names::random()?, ""), bytes));
            }
        }
        Ok(everything)
    }
}

/// A part of a dossier that waits.
struct Waiting {
    path: PathBuf,
    segment: SegmentId,
    /// None when the vault has as much of it already.
    text: Option<String>,
}
