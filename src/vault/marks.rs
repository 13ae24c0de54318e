//! How far each dossier had come when this computer last saw it. An older copy of the vault that was put back, by a person or
//! by a sync program, opens like any other; only who remembers more can tell.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::RealDisk;
use super::folder::Folder;
use super::keys::{self, Opened};
use super::outbox::own_name;
use super::segment::{LIMIT, Previous, Reading};
use super::union::{lacking, unite};
use super::{Loaded, Trouble, VaultError, durable};
use crate::dossier::ids::{DossierId, SegmentId};

const FORMAT: u32 = 1;

/// Kept on this computer, encrypted to whoever has the vault open; written when the vault is closed.
pub(super) struct Marks {
    path: PathBuf,
    identity: age::x25519::Identity,
    seen: RefCell<Seen>,
    /// Dossiers of which something was found to be older. Who goes on in them knows.
    told: RefCell<BTreeSet<DossierId>>,
    /// What was forgotten on purpose: another window's file does not bring it back.
    forgotten: RefCell<Forgotten>,
}

#[derive(Default)]
struct Forgotten {
    dossiers: BTreeSet<DossierId>,
    destroyed: bool,
    /// Books that were joined into the one of now.
    books: BTreeSet<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Seen {
    format: u32,
    dossiers: BTreeMap<DossierId, BTreeMap<SegmentId, Previous>>,
    /// What the register said was destroyed: an older copy of it does not bring anybody back.
    #[serde(default)]
    destroyed: BTreeSet<DossierId>,
    /// The owner's book as it was, signed; more than one where two windows saw it differ. Who puts an older one back brings
    /// back nobody who went.
    #[serde(default)]
    books: Vec<String>,
}

impl Marks {
    /// What is older than it was, or gone. Then takes in how far the dossier is now.
    fn hold(&self, dossier: &DossierId, readings: &[(PathBuf, Reading)]) -> Vec<Trouble> {
        let mut seen = self.seen.borrow_mut();
        let known = seen.dossiers.entry(dossier.clone()).or_default();
        let trouble = lacking(readings, known.values().map(|mark| (self.path.as_path(), mark)));
        for reach in readings.iter().filter_map(|(_, reading)| reading.reach.as_ref()) {
            take_in(known, reach);
        }
        if !trouble.is_empty() {
            self.told.borrow_mut().insert(dossier.clone());
        }
        trouble
    }

    /// Somebody wrote in a dossier, in a sitting that came this far. Who was told of something older and goes on knows it.
    pub fn wrote(&self, dossier: &DossierId, reach: &Previous) {
        if self.told.borrow_mut().remove(dossier) {
            self.forget(dossier);
        }
        take_in(self.seen.borrow_mut().dossiers.entry(dossier.clone()).or_default(), reach);
    }

    /// All that this computer knows to be destroyed, with what the register says now.
    pub fn with_destroyed(&self, mut destroyed: BTreeSet<DossierId>) -> BTreeSet<DossierId> {
        let mut seen = self.seen.borrow_mut();
        seen.destroyed.append(&mut destroyed);
        seen.destroyed.clone()
    }

    /// The dossiers that this computer saw.
    fn seen(&self) -> Vec<DossierId> {
        self.seen.borrow().dossiers.keys().cloned().collect()
    }

    pub fn forget(&self, dossier: &DossierId) {
        self.seen.borrow_mut().dossiers.remove(dossier);
        self.forgotten.borrow_mut().dossiers.insert(dossier.clone());
    }

    /// What is destroyed is what the register says from now on.
    pub fn forget_destroyed(&self) {
        self.seen.borrow_mut().destroyed.clear();
        self.forgotten.borrow_mut().destroyed = true;
    }

    pub fn saw_book(&self, text: String) {
        self.seen.borrow_mut().books = vec![text];
    }
}

fn take_in(known: &mut BTreeMap<SegmentId, Previous>, reach: &Previous) {
    let mark = known.entry(reach.segment.clone()).or_insert_with(|| reach.clone());
    if mark.events < reach.events {
        mark.clone_from(reach);
    }
}

/// What was seen, when it can be read. What cannot be is as good as a computer that never saw the vault.
fn read(path: &Path, identity: &age::x25519::Identity) -> Option<Seen> {
    let bytes = durable::read(&RealDisk, path, LIMIT).ok()?;
    let Opened::Text(text) = keys::open(&bytes, identity) else { return None };
    ron::de::from_bytes(&text).ok().filter(|seen: &Seen| seen.format == FORMAT)
}

impl Drop for Marks {
    /// Best effort: without marks an older copy is not noticed, and nothing else is lost.
    fn drop(&mut self) {
        let mut seen = self.seen.take();
        let forgotten = self.forgotten.take();
        // Another window, or a command, may have seen more meanwhile.
        if let Some(there) = read(&self.path, &self.identity) {
            for (dossier, segments) in there.dossiers {
                if !forgotten.dossiers.contains(&dossier) {
                    let known = seen.dossiers.entry(dossier).or_default();
                    for reach in segments.values() {
                        take_in(known, reach);
                    }
                }
            }
            if !forgotten.destroyed {
                seen.destroyed.extend(there.destroyed);
            }
            seen.books.extend(there.books.into_iter().filter(|book| !forgotten.books.contains(book)));
            seen.books.sort();
            seen.books.dedup();
        }
        let Ok(text) = ron::to_string(&seen) else { return };
        let to = self.identity.to_public();
        let Some(bytes) = keys::seal(text.as_bytes(), std::iter::once(&to as &dyn age::Recipient)) else { return };
        if let Some(dir) = self.path.parent()
            && durable::make_way(&RealDisk, dir).is_ok()
        {
            let before = durable::read(&RealDisk, &self.path, LIMIT).ok();
            let _ = durable::replace(&RealDisk, &self.path, &bytes, before.as_deref());
        }
    }
}

impl Folder {
    /// From now on what this computer saw of each dossier is remembered below `place`, and held against what is there.
    pub fn remember_in(&mut self, place: &Path) {
        let Some(ring) = &mut self.ring else { return };
        let path = place.join(format!("{}.age", own_name(ring.own(), &self.root)));
        let identity = ring.keys.identity().clone();
        let mut seen = read(&path, &identity).unwrap_or(Seen { format: FORMAT, ..Seen::default() });
        let before = ring.book.clone();
        for text in &seen.books {
            if let Some(book) = keys::Book::read(text, ring.own()) {
                ring.book.join(book);
            }
        }
        if ring.book != before {
            // Best effort: what is remembered here holds, whether or not it can be written there now.
            let _ = ring.keep_book(&*self.disk);
        }
        let books: BTreeSet<String> = seen.books.iter().cloned().collect();
        if let Some(text) = ring.book_text() {
            seen.books = vec![text];
        }
        let forgotten = RefCell::new(Forgotten { books, ..Forgotten::default() });
        let (seen, told) = (RefCell::new(seen), RefCell::default());
        self.marks = Some(Marks { path, identity, seen, told, forgotten });
        // An older register brings nobody back.
        let _ = self.destroyed();
    }

    /// The dossiers that this computer saw, and that are neither here nor destroyed.
    pub(super) fn gone_since(&self) -> Result<Vec<DossierId>, VaultError> {
        let Some(marks) = &self.marks else { return Ok(Vec::new()) };
        let (here, destroyed) = (self.all_folders()?, self.destroyed()?);
        let mut gone = marks.seen();
        gone.retain(|dossier| !here.contains(dossier) && !destroyed.contains(dossier));
        Ok(gone)
    }

    /// All that can be read of a dossier, held against what this computer saw of it before.
    pub(super) fn load_beside_marks(&self, dossier: &DossierId) -> Result<Loaded, VaultError> {
        let readings = self.readings(dossier)?;
        let older = self.marks.as_ref().map(|marks| marks.hold(dossier, &readings)).unwrap_or_default();
        let mut loaded = unite(readings);
        let told = |loaded: &Loaded, of: &Trouble| loaded.trouble.iter().any(|known| known.segment() == of.segment());
        for trouble in older {
            if !told(&loaded, &trouble) {
                loaded.trouble.push(trouble);
            }
        }
        Ok(loaded)
    }
}
