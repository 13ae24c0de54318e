//! A vault in a folder, on a laptop or a share.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::disk::{Disk, Entry, EntryKind, RealDisk};
use super::founder::Founder;
use super::keys::{self, Ring, Secret, Standing};
use super::marker::{Found, Mark};
use super::marks::Marks;
use super::outbox::Outbox;
use super::segment::{self, Reading, Sitting};
use super::slot::Slot;
use super::{Loaded, Member, Store, VaultError, dossier_dir, durable, marker, names, trust};
use crate::dossier::event::Event;
use crate::dossier::ids::{DossierId, EventId, SegmentId};
use crate::dossier::{Card, Now};
use crate::guide::Picture;

pub(super) const DOSSIERS: &str = "dossiers";
pub(super) const GUIDES: &str = "gidsen";
const LAYERS: &str = "lagen";
const ORGANISATION: &str = "organisatie.ron";
const LOGO: &str = "logo.png";
pub(super) const SLOT: &str = "slot";
/// The folder among the dossiers that is no client's: what was destroyed, and when.
pub(super) const REGISTER: &str = "registerregisterregisterre";

/// Bytes of a guide's text.
pub(super) const GUIDE_LIMIT: u64 = 8 * 1024 * 1024;
/// Bytes of the organisation file.
const ORGANISATION_LIMIT: u64 = 1024 * 1024;
/// A temporary file that is older was left behind; a younger one may be in use.
pub(super) const STALE: Duration = Duration::from_hours(24);

/// The layout is told in `docs/VAULT.md`.
pub struct Folder {
    pub(super) root: PathBuf,
    pub(super) disk: Box<dyn Disk>,
    /// The keys of who opened it; none in a vault from before encryption, which is only read.
    pub(super) ring: Option<Ring>,
    /// What this program writes in each dossier until it ends.
    pub(super) sittings: BTreeMap<DossierId, Writing>,
    /// The nonces of dossiers that were founded by this program and hold nothing yet.
    foundings: BTreeMap<DossierId, String>,
    /// What the register said was destroyed when it was last read.
    pub(super) gone: RefCell<BTreeSet<DossierId>>,
    slot: Slot,
    /// Where waits what the vault's folder refuses; none where nobody said.
    pub(super) outbox: Option<Outbox>,
    /// Dossiers that this program began and whose folder could not be made.
    unmade: BTreeSet<DossierId>,
    /// What this computer saw before; none where nobody said where to remember it.
    pub(super) marks: Option<Marks>,
}

/// One's own sitting, with who may read it.
pub(super) struct Writing {
    pub sitting: Sitting,
    pub readers: BTreeMap<String, Card>,
    /// The file as it is now.
    pub written: Option<Vec<u8>>,
}

impl Folder {
    /// What kind of vault lies here.
    ///
    /// # Errors
    /// [`VaultError::NotAVault`], [`VaultError::NewerFormat`] (and then nothing was touched), or why it cannot be read.
    pub fn look(root: &Path) -> Result<Found, VaultError> {
        marker::check(&RealDisk, root)
    }

    /// Makes a vault of an empty folder, or of one that does not exist yet.
    ///
    /// # Errors
    /// [`VaultError::AlreadyAVault`], [`VaultError::NotEmpty`], [`VaultError::BadName`] when the recovery recipient is none,
    /// or why the folder cannot be written.
    pub fn create(root: &Path, founder: &Founder) -> Result<Self, VaultError> {
        Self::make(root, founder, false)
    }

    /// Makes a vault for made-up clients, which opens without asking.
    ///
    /// # Errors
    /// As [`Folder::create`].
    pub fn create_demonstration(root: &Path) -> Result<Self, VaultError> {
        Self::make(root, &Founder::of_demonstration(), true)
    }

    fn make(root: &Path, founder: &Founder, demonstration: bool) -> Result<Self, VaultError> {
        marker::prepare(&RealDisk, root)?;
        let ring = keys::found(&RealDisk, root, founder, false)?;
        marker::put(&RealDisk, root, if demonstration { Mark::Demonstration } else { Mark::Encrypted })?;
        Ok(Self::on(Box::new(RealDisk), root, Slot::take(&root.join(SLOT)), Some(ring)))
    }

    /// # Errors
    /// [`VaultError::WrongPassphrase`], [`VaultError::NoKey`], what is wrong with the keys, or as [`Folder::look`].
    pub fn open(root: &Path, passphrase: &Secret) -> Result<Self, VaultError> {
        let ring = match marker::check(&RealDisk, root)? {
            Found::Unencrypted => None,
            Found::Encrypting => return Err(VaultError::Unencrypted { path: root.to_owned() }),
            Found::Encrypted | Found::Demonstration => Some(keys::unlock(&RealDisk, root, passphrase)?),
        };
        Ok(Self::on(Box::new(RealDisk), root, Slot::take(&root.join(SLOT)), ring))
    }

    /// A vault on any disk; its marker has been checked.
    pub(super) fn on(disk: Box<dyn Disk>, root: &Path, slot: Slot, ring: Option<Ring>) -> Self {
        let folder = Self {
            root: root.to_owned(),
            disk,
            ring,
            sittings: BTreeMap::new(),
            foundings: BTreeMap::new(),
            gone: RefCell::default(),
            slot,
            outbox: None,
            unmade: BTreeSet::new(),
            marks: None,
        };
        // Who made the vault may have been stopped before this. Best effort: it may be read only.
        let _ = folder.disk.sync_entry(&root.join(marker::FILE));
        folder.sweep();
        // Where the register cannot be read now, the first call that needs it says so.
        let _ = folder.destroyed();
        folder
    }

    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Every folder of a dossier, with the register and what came back after it was destroyed.
    pub(super) fn all_folders(&self) -> Result<Vec<DossierId>, VaultError> {
        let folders =
            self.entries(&self.root.join(DOSSIERS))?.into_iter().filter(|entry| entry.kind == EntryKind::Folder);
        let folders = folders.filter(|entry| names::is_random(&entry.name)).map(|entry| DossierId::new(entry.name));
        let all: BTreeSet<DossierId> = folders.chain(self.waiting()).collect();
        Ok(all.into_iter().collect())
    }

    /// The keys, or that this vault is not written to.
    pub(super) fn ring(&self) -> Result<&Ring, VaultError> {
        self.ring.as_ref().ok_or_else(|| VaultError::Unencrypted { path: self.root.clone() })
    }

    /// Who may read what is written in a dossier from now on, besides who has the vault open.
    pub(super) fn readers_of(
        &self,
        dossier: &DossierId,
        readings: &[(PathBuf, Reading)],
    ) -> Result<BTreeMap<String, Card>, VaultError> {
        let ring = self.ring()?;
        // Everybody must know what was destroyed, or it comes back with somebody's old copy.
        let everybody = dossier.as_str() == REGISTER;
        Ok(if everybody { cards_of(ring) } else { trust::readers(dossier, readings, ring.own(), &ring.book) })
    }

    /// The proof that this writer founded the dossier, when they did.
    fn founding(&self, dossier: &DossierId, writer: &str, readings: &[(PathBuf, Reading)]) -> String {
        let heads = readings.iter().filter_map(|(_, reading)| reading.head.as_ref());
        let earlier =
            heads.filter(|head| head.writer == writer && head.is_founders()).map(|head| head.founding.clone());
        self.foundings.get(dossier).cloned().or_else(|| earlier.into_iter().next()).unwrap_or_default()
    }

    /// Every segment of a dossier that counts.
    pub(super) fn readings(&self, dossier: &DossierId) -> Result<Vec<(PathBuf, Reading)>, VaultError> {
        let waiting = self.outbox.as_ref().and_then(|outbox| outbox.waiting(dossier));
        let dir = match (self.dossier(dossier), &waiting) {
            (Err(VaultError::NoSuchDossier { .. }), waiting) if waiting.is_some() || self.unmade.contains(dossier) => {
                None
            }
            (found, _) => Some(found?),
        };
        if self.gone.borrow().contains(dossier) {
            // A sync program may have brought the files back; nobody reads them any more, and nobody writes beside them.
            return Err(VaultError::Destroyed { path: self.root.join(DOSSIERS).join(names::dossier(dossier)?) });
        }
        let dirs: Vec<PathBuf> = dir.into_iter().chain(waiting).collect();
        dossier_dir::readings(&*self.disk, &dirs, dossier, self.ring.as_ref())
    }

    /// The dossier's folder, which exists.
    pub(super) fn dossier(&self, id: &DossierId) -> Result<PathBuf, VaultError> {
        let path = self.root.join(DOSSIERS).join(names::dossier(id)?);
        if self.disk.is_dir(&path).map_err(VaultError::reading(&path))? {
            return Ok(path);
        }
        // When the vault itself has gone, that is the thing to say.
        marker::check(&*self.disk, &self.root)?;
        Err(VaultError::NoSuchDossier { path })
    }

    /// What lies in a folder of the vault; nothing when it was never made.
    fn entries(&self, dir: &Path) -> Result<Vec<Entry>, VaultError> {
        if self.disk.is_dir(dir).map_err(VaultError::reading(dir))? {
            return self.disk.list(dir).map_err(VaultError::reading(dir));
        }
        marker::check(&*self.disk, &self.root)?;
        Ok(Vec::new())
    }

    /// Nothing for a file that is not there, unless the whole vault is gone.
    fn if_there<T>(&self, read: Result<T, VaultError>) -> Result<Option<T>, VaultError> {
        match read {
            Ok(found) => Ok(Some(found)),
            Err(VaultError::Vanished { .. }) => marker::check(&*self.disk, &self.root).map(|_| None),
            Err(error) => Err(error),
        }
    }

    /// Removes temporary files that a crash left behind. Best effort: they do no harm.
    fn sweep(&self) {
        let mut dirs = vec![self.root.clone(), self.root.join(GUIDES), self.root.join("sleutels")];
        let dossiers = self.root.join(DOSSIERS);
        dirs.extend(self.all_folders().unwrap_or_default().iter().map(|dossier| dossiers.join(dossier.as_str())));
        for dir in dirs {
            for entry in self.disk.list(&dir).unwrap_or_default() {
                let stale = entry.age.is_some_and(|age| age > STALE);
                if stale && entry.kind == EntryKind::File && names::is_temporary(&entry.name) {
                    let _ = self.disk.remove_file(&dir.join(&entry.name));
                }
            }
        }
    }
}

impl Store for Folder {
    fn dossiers(&self) -> Result<Vec<DossierId>, VaultError> {
        let mut dossiers = self.all_folders()?;
        // What was destroyed does not come back by itself; checking tells of it.
        let destroyed = self.destroyed()?;
        dossiers.retain(|dossier| dossier.as_str() != REGISTER && !destroyed.contains(dossier));
        Ok(dossiers)
    }

    fn load(&self, dossier: &DossierId) -> Result<Loaded, VaultError> {
        self.load_beside_marks(dossier)
    }

    fn create(&mut self) -> Result<DossierId, VaultError> {
        // Its name follows from who founds it, so that nobody else can claim to have.
        let nonce = names::hex(&names::random_bytes::<16>()?);
        let id = DossierId::new(segment::dossier_name(self.ring()?.own().as_str(), &nonce));
        self.create_named(&id)?;
        self.foundings.insert(id.clone(), nonce);
        Ok(id)
    }

    fn create_named(&mut self, dossier: &DossierId) -> Result<(), VaultError> {
        self.ring()?;
        let name = names::dossier(dossier)?;
        let dossiers = self.root.join(DOSSIERS);
        let made = durable::ensure_dir(&*self.disk, &dossiers)
            .and_then(|()| durable::ensure_dir(&*self.disk, &dossiers.join(name)));
        match made {
            // Its first events wait elsewhere, and bring the folder with them.
            Err(error) if error.is_of_place() && self.outbox.is_some() && dossier.as_str() != REGISTER => {
                self.unmade.insert(dossier.clone());
                Ok(())
            }
            made => made,
        }
    }

    fn segment(&mut self, dossier: &DossierId) -> Result<SegmentId, VaultError> {
        if dossier.as_str() != REGISTER {
            // Another window may have parted with somebody, and a colleague may have destroyed it.
            self.refresh_ring();
            self.destroyed()?;
        }
        let readings = self.readings(dossier)?;
        if self.sittings.contains_key(dossier) {
            // Somebody else may have let a colleague in or sent one away.
            let readers = self.readers_of(dossier, &readings)?;
            if let Some(writing) = self.sittings.get_mut(dossier) {
                writing.readers = readers;
                return Ok(writing.sitting.id().clone());
            }
        }
        // A vault from before encryption is read; what would be written is refused when it comes.
        let (writer, readers) = match &self.ring {
            Some(ring) => (ring.own().as_str().to_owned(), self.readers_of(dossier, &readings)?),
            None => (names::random()?, BTreeMap::new()),
        };
        let founding = self.founding(dossier, &writer, &readings);
        let sitting = Sitting::begin(dossier, &writer, founding, dossier_dir::latest(&readings, &writer))?;
        let id = sitting.id().clone();
        self.sittings.insert(dossier.clone(), Writing { sitting, readers, written: None });
        Ok(id)
    }

    fn append(&mut self, dossier: &DossierId, events: &[Event]) -> Result<(), VaultError> {
        self.save(dossier, events)
    }

    fn pin_guide(&mut self, text: &str) -> Result<String, VaultError> {
        self.keep_guide(text)
    }

    fn pinned_guide(&self, digest: &str) -> Result<String, VaultError> {
        self.read_guide(digest)
    }

    fn pinned_guides(&self) -> Result<Vec<String>, VaultError> {
        let files = self.entries(&self.root.join(GUIDES))?.into_iter().filter(|entry| entry.kind == EntryKind::File);
        Ok(files.filter_map(|entry| names::digest_of_guide_file(&entry.name).map(str::to_owned)).collect())
    }

    fn organisation(&self) -> Result<Option<String>, VaultError> {
        self.if_there(durable::read_text(&*self.disk, &self.root.join(ORGANISATION), ORGANISATION_LIMIT))
    }

    fn logo(&self) -> Result<Option<Vec<u8>>, VaultError> {
        self.if_there(durable::read(&*self.disk, &self.root.join(LOGO), Picture::LIMIT))
    }

    fn put_organisation(&mut self, text: &str) -> Result<(), VaultError> {
        self.ring()?;
        let path = self.root.join(ORGANISATION);
        if text.len() as u64 > ORGANISATION_LIMIT {
            return Err(VaultError::TooLarge { path, limit: ORGANISATION_LIMIT });
        }
        let before = durable::read(&*self.disk, &path, ORGANISATION_LIMIT).ok();
        durable::replace(&*self.disk, &path, text.as_bytes(), before.as_deref())
    }

    fn layers(&self) -> Result<Vec<String>, VaultError> {
        let dir = self.root.join(LAYERS);
        let mut names: Vec<_> = self.entries(&dir)?.into_iter().filter(|entry| entry.kind == EntryKind::File).collect();
        names.retain(|entry| Path::new(&entry.name).extension().is_some_and(|ending| ending == "ron"));
        names.sort_by(|a, b| a.name.cmp(&b.name));
        names.iter().map(|entry| durable::read_text(&*self.disk, &dir.join(&entry.name), GUIDE_LIMIT)).collect()
    }

    fn readers(&self, dossier: &DossierId) -> Result<Vec<Card>, VaultError> {
        let Some(ring) = &self.ring else { return Ok(Vec::new()) };
        let readers = self.readers_of(dossier, &self.readings(dossier)?)?;
        Ok(std::iter::once(ring.card()).chain(readers.into_values()).collect())
    }

    fn readdress(&mut self, dossier: &DossierId) -> Result<(), VaultError> {
        self.copy_for_readers(dossier)
    }

    fn own_card(&self) -> Option<Card> {
        self.ring.as_ref().map(Ring::card)
    }

    fn members(&self) -> Result<Vec<Member>, VaultError> {
        self.all_members()
    }

    fn trust(&mut self, card: &Card) -> Result<(), VaultError> {
        self.take_on(card)
    }

    fn part(&mut self, card: &Card, standing: Standing, now: Now) -> Result<usize, VaultError> {
        self.part_with(card, standing, now)
    }

    fn recovery_is_unfinished(&self) -> bool {
        self.ring.as_ref().is_some_and(|ring| ring.book.is_unfinished())
    }

    fn choose_recovery(&mut self, recipient: &str) -> Result<(), VaultError> {
        self.encrypt_to_recovery(recipient)
    }

    fn erase(
        &mut self,
        dossier: &DossierId,
        events: &BTreeSet<EventId>,
        ground: &str,
        now: Now,
    ) -> Result<(), VaultError> {
        self.erase_events(dossier, events, ground, now)
    }

    fn destroy(&mut self, dossier: &DossierId, ground: &str, now: Now) -> Result<(), VaultError> {
        self.destroy_files(dossier, ground, now)
    }

    fn missing(&self) -> Result<Vec<DossierId>, VaultError> {
        self.gone_since()
    }

    fn let_go(&mut self, gone: &[DossierId]) {
        if let Some(marks) = &self.marks {
            for dossier in gone {
                marks.forget(dossier);
            }
        }
    }

    fn is_waiting(&self) -> bool {
        !self.waiting().is_empty()
    }

    fn also_open(&self) -> bool {
        self.slot.taken_by_others_too()
    }
}

/// All colleagues in the book, by key.
fn cards_of(ring: &Ring) -> BTreeMap<String, Card> {
    ring.book.colleagues().map(|(_, card)| (card.key.clone(), card.clone())).collect()
}
