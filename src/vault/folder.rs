//! A vault in a folder, on a laptop or a share.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::disk::{Disk, Entry, EntryKind, RealDisk};
use super::segment::Sitting;
use super::slot::Slot;
use super::union::unite;
use super::{Loaded, Store, VaultError, WriterId, dossier_dir, durable, marker, names};
use crate::dossier::event::Event;
use crate::dossier::ids::{DossierId, SegmentId};

const DOSSIERS: &str = "dossiers";
const GUIDES: &str = "gidsen";
const LAYERS: &str = "lagen";
const ORGANISATION: &str = "organisatie.ron";
const SLOT: &str = "slot";

/// Bytes of a guide's text.
const GUIDE_LIMIT: u64 = 8 * 1024 * 1024;
/// Bytes of the organisation file.
const ORGANISATION_LIMIT: u64 = 1024 * 1024;
/// A temporary file that is older was left behind; a younger one may be in use.
const STALE: Duration = Duration::from_hours(24);

/// `roer-kluis.ron`, `dossiers/<dossier>/<segment>.roer`, `gidsen/<digest>.ron`, `organisatie.ron`, `lagen/*.ron`.
pub struct Folder {
    root: PathBuf,
    disk: Box<dyn Disk>,
    writer: Writer,
    /// What this program writes in each dossier until it ends.
    sittings: BTreeMap<DossierId, Sitting>,
    slot: Slot,
}

enum Writer {
    /// Known from earlier sittings.
    Named(WriterId),
    /// Nobody said who writes: a new one for this sitting, without a past.
    New(WriterId),
}

impl Folder {
    /// Makes a vault of an empty folder, or of one that does not exist yet.
    ///
    /// # Errors
    /// [`VaultError::AlreadyAVault`], [`VaultError::NotEmpty`], or why the folder cannot be written.
    pub fn create(root: &Path) -> Result<Self, VaultError> {
        marker::create(&RealDisk, root)?;
        Self::open(root)
    }

    /// # Errors
    /// [`VaultError::NotAVault`], [`VaultError::NewerFormat`] (and then nothing was touched), or why it cannot be read.
    pub fn open(root: &Path) -> Result<Self, VaultError> {
        marker::check(&RealDisk, root)?;
        Self::on(Box::new(RealDisk), root, Slot::take(&root.join(SLOT)))
    }

    /// A vault on any disk; its marker has been checked.
    pub(super) fn on(disk: Box<dyn Disk>, root: &Path, slot: Slot) -> Result<Self, VaultError> {
        let writer = Writer::New(WriterId::random()?);
        let folder = Self { root: root.to_owned(), disk, writer, sittings: BTreeMap::new(), slot };
        folder.sweep();
        Ok(folder)
    }

    /// Who writes, so that this sitting can name the writer's sitting before it.
    #[must_use]
    pub fn written_by(mut self, writer: WriterId) -> Self {
        self.writer = Writer::Named(writer);
        self
    }

    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The dossier's folder, which exists.
    fn dossier(&self, id: &DossierId) -> Result<PathBuf, VaultError> {
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

    /// Removes temporary files that a crash left behind. Best effort: they do no harm.
    fn sweep(&self) {
        let mut dirs = vec![self.root.clone(), self.root.join(GUIDES)];
        let dossiers = self.root.join(DOSSIERS);
        dirs.extend(self.dossiers().unwrap_or_default().iter().map(|dossier| dossiers.join(dossier.as_str())));
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
        let folders =
            self.entries(&self.root.join(DOSSIERS))?.into_iter().filter(|entry| entry.kind == EntryKind::Folder);
        Ok(folders.filter(|entry| names::is_random(&entry.name)).map(|entry| DossierId::new(entry.name)).collect())
    }

    fn load(&self, dossier: &DossierId) -> Result<Loaded, VaultError> {
        let dir = self.dossier(dossier)?;
        Ok(unite(dossier_dir::readings(&*self.disk, &dir, dossier)?))
    }

    fn create_named(&mut self, dossier: &DossierId) -> Result<(), VaultError> {
        let name = names::dossier(dossier)?;
        let dossiers = self.root.join(DOSSIERS);
        durable::ensure_dir(&*self.disk, &dossiers)?;
        durable::ensure_dir(&*self.disk, &dossiers.join(name))
    }

    fn segment(&mut self, dossier: &DossierId) -> Result<SegmentId, VaultError> {
        if let Some(sitting) = self.sittings.get(dossier) {
            return Ok(sitting.id().clone());
        }
        let dir = self.dossier(dossier)?;
        let (writer, previous) = match &self.writer {
            Writer::New(writer) => (writer, None),
            Writer::Named(writer) => {
                let readings = dossier_dir::readings(&*self.disk, &dir, dossier)?;
                (writer, dossier_dir::latest(&readings, writer.as_str()))
            }
        };
        let sitting = Sitting::begin(dossier, writer.as_str(), previous)?;
        let id = sitting.id().clone();
        self.sittings.insert(dossier.clone(), sitting);
        Ok(id)
    }

    fn append(&mut self, dossier: &DossierId, events: &[Event]) -> Result<(), VaultError> {
        let Some(first) = events.first() else { return Ok(()) };
        let dir = self.root.join(DOSSIERS).join(names::dossier(dossier)?);
        let Some(sitting) = self.sittings.get_mut(dossier) else {
            return Err(VaultError::OutOfTurn { seq: first.id.seq });
        };
        let path = dir.join(names::segment_file(sitting.id()));
        let before = sitting.text(&path)?;
        let after = sitting.with(events)?;
        if let Some(text) = after.text(&path)? {
            durable::replace(&*self.disk, &path, text.as_bytes(), before.as_ref().map(String::as_bytes))?;
        }
        *sitting = after;
        Ok(())
    }

    fn pin_guide(&mut self, text: &str) -> Result<String, VaultError> {
        let digest = names::digest(text.as_bytes());
        let dir = self.root.join(GUIDES);
        let path = dir.join(names::guide_file(&digest)?);
        if text.len() as u64 > GUIDE_LIMIT {
            return Err(VaultError::TooLarge { path, limit: GUIDE_LIMIT });
        }
        durable::ensure_dir(&*self.disk, &dir)?;
        if self.pinned_guide(&digest).is_ok() {
            // An earlier attempt may have stopped before this.
            self.disk.sync_entry(&path).map_err(VaultError::writing(&path))?;
        } else {
            // A damaged copy is replaced: its name says what it should hold.
            durable::replace(&*self.disk, &path, text.as_bytes(), None)?;
        }
        Ok(digest)
    }

    fn pinned_guide(&self, digest: &str) -> Result<String, VaultError> {
        let path = self.root.join(GUIDES).join(names::guide_file(digest)?);
        match durable::read_text(&*self.disk, &path, GUIDE_LIMIT) {
            Ok(text) if names::digest(text.as_bytes()) == digest => Ok(text),
            Ok(_) => Err(VaultError::Damaged { path }),
            Err(VaultError::Vanished { .. }) => {
                marker::check(&*self.disk, &self.root)?;
                Err(VaultError::NoSuchGuide { path })
            }
            Err(error) => Err(error),
        }
    }

    fn pinned_guides(&self) -> Result<Vec<String>, VaultError> {
        let files = self.entries(&self.root.join(GUIDES))?.into_iter().filter(|entry| entry.kind == EntryKind::File);
        Ok(files.filter_map(|entry| names::digest_of_guide_file(&entry.name).map(str::to_owned)).collect())
    }

    fn organisation(&self) -> Result<Option<String>, VaultError> {
        match durable::read_text(&*self.disk, &self.root.join(ORGANISATION), ORGANISATION_LIMIT) {
            Ok(text) => Ok(Some(text)),
            Err(VaultError::Vanished { .. }) => marker::check(&*self.disk, &self.root).map(|()| None),
            Err(error) => Err(error),
        }
    }

    fn put_organisation(&mut self, text: &str) -> Result<(), VaultError> {
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

    fn also_open(&self) -> bool {
        self.slot.taken_by_others_too()
    }
}
