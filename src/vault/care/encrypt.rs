//! A vault from before encryption becomes one of today. Whatever stops it, doing it again ends well: the marker comes last.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::super::disk::{Disk, EntryKind, RealDisk};
use super::super::folder::{DOSSIERS, Folder};
use super::super::founder::Founder;
use super::super::keys::{self, Opened, Ring};
use super::super::marker::{Found, Mark};
use super::super::segment::{self, LIMIT, OLD, Reading, Sitting};
use super::super::{VaultError, durable, marker, names};
use crate::dossier::event::Event;
use crate::dossier::ids::{DossierId, SegmentId};

impl Folder {
    /// Encrypts every dossier of a vault from before encryption, and opens it.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`] when an attempt that was cut short used another one, or why a file cannot be read or
    /// written; then it can be done again.
    pub fn encrypt(root: &Path, founder: &Founder) -> Result<Self, VaultError> {
        encrypt_on(&RealDisk, root, founder)?;
        Self::open(root, &founder.passphrase)
    }
}

pub(in super::super) fn encrypt_on(disk: &dyn Disk, root: &Path, founder: &Founder) -> Result<(), VaultError> {
    // First of all it is written down that this has begun. Who merely changes the marker of an encrypted vault does not get
    // it to take in what lies about unsigned: the book, which its owner signs, knows better.
    match marker::check(disk, root)? {
        Found::Unencrypted => marker::put(disk, root, Mark::Encrypting)?,
        Found::Encrypting => {}
        Found::Encrypted | Found::Demonstration => return Err(VaultError::AlreadyAVault { path: root.to_owned() }),
    }
    let mut ring = match keys::unlock(disk, root, &founder.passphrase) {
        Err(VaultError::NoKey { .. }) => keys::found(disk, root, founder, true)?,
        unlocked => unlocked?,
    };
    if !ring.book.pending {
        // It was done but for the marker, or somebody changed that: nothing more is taken in.
        return marker::put(disk, root, Mark::Encrypted);
    }
    let dossiers = root.join(DOSSIERS);
    if disk.is_dir(&dossiers).map_err(VaultError::reading(&dossiers))? {
        for entry in disk.list(&dossiers).map_err(VaultError::reading(&dossiers))? {
            if entry.kind == EntryKind::Folder && names::is_random(&entry.name) {
                dossier(disk, &dossiers.join(&entry.name), &DossierId::new(entry.name), &ring)?;
            }
        }
    }
    ring.book.pending = false;
    ring.keep_book(disk)?;
    marker::put(disk, root, Mark::Encrypted)
}

/// What the files of one segment say together.
#[derive(Default)]
struct Old {
    events: BTreeMap<u32, Event>,
    files: Vec<PathBuf>,
}

impl Old {
    fn take(&mut self, reading: Reading) {
        for event in reading.events {
            self.events.entry(event.id.seq).or_insert(event);
        }
    }
}

fn dossier(disk: &dyn Disk, dir: &Path, dossier: &DossierId, ring: &Ring) -> Result<(), VaultError> {
    let mut old: BTreeMap<SegmentId, Old> = BTreeMap::new();
    for entry in disk.list(dir).map_err(VaultError::reading(dir))? {
        if entry.kind != EntryKind::File || names::is_temporary(&entry.name) {
            continue;
        }
        let path = dir.join(&entry.name);
        let bytes = durable::read(disk, &path, LIMIT)?;
        if let Opened::Text(text) = keys::open(&bytes, ring.keys.identity()) {
            // Taken over by an attempt that was cut short: what it knew counts beside what lies here still.
            let done = segment::parse(&path, &text, dossier).filter(|reading| reading.signer.is_some());
            if let Some((name, done)) = done.and_then(|done| Some((name_of(&done)?, done))) {
                old.entry(name).or_default().take(done);
            }
            continue;
        }
        if keys::is_sealed(&bytes) {
            continue;
        }
        let Some(reading) = segment::read(&path, &bytes, dossier, None) else { continue };
        let name = name_of(&reading);
        let contradicts =
            name.as_ref().and_then(|name| old.get(name)).is_some_and(|known| contradicts(known, &reading));
        if !reading.trouble.is_empty() || contradicts || name.is_none() {
            keep_original(disk, &path, &bytes, ring)?;
        }
        match name {
            Some(name) => {
                let known = old.entry(name).or_default();
                known.files.push(path);
                known.take(reading);
            }
            None => disk.remove_file(&path).map_err(VaultError::writing(&path))?,
        }
    }
    old.into_iter().try_for_each(|(segment, old)| take_over(disk, dir, dossier, &segment, old, ring))
}

/// The segment that a file is of; none when nothing of it could be read.
fn name_of(reading: &Reading) -> Option<SegmentId> {
    let by_events = reading.events.first().map(|event| event.id.segment.clone());
    let name = reading.head.as_ref().map(|head| head.segment.clone()).or(by_events)?;
    (!reading.events.is_empty()).then_some(name)
}

fn contradicts(known: &Old, reading: &Reading) -> bool {
    reading.events.iter().any(|event| known.events.get(&event.id.seq).is_some_and(|other| other != event))
}

/// Keeps what could not all be read, encrypted: a later Roer may read more of it.
fn keep_original(disk: &dyn Disk, path: &Path, bytes: &[u8], ring: &Ring) -> Result<(), VaultError> {
    let target = path.with_file_name(format!("{}{OLD}", names::random()?));
    let sealed = ring.seal(bytes, std::iter::empty()).ok_or(VaultError::NoRandomness)?;
    durable::replace(disk, &target, &sealed, None)
}

fn take_over(
    disk: &dyn Disk,
    dir: &Path,
    dossier: &DossierId,
    segment: &SegmentId,
    old: Old,
    ring: &Ring,
) -> Result<(), VaultError> {
    let path = dir.join(names::segment_file(segment));
    let events: Vec<Event> = old.events.into_values().collect();
    let sitting = Sitting::taking_over(dossier, segment, ring.own().as_str())?.with(&events)?;
    if let Some(text) = sitting.text(&path, &ring.keys)? {
        let sealed = ring.seal(text.as_bytes(), std::iter::empty()).ok_or(VaultError::NoRandomness)?;
        let before = durable::read(disk, &path, LIMIT).ok();
        durable::replace(disk, &path, &sealed, before.as_deref())?;
    }
    for file in old.files.into_iter().filter(|file| *file != path) {
        disk.remove_file(&file).map_err(VaultError::writing(&file))?;
    }
    Ok(())
}
