//! Who does the work off the frame: one hand for the vault, one for dialogs and papers. Each job gives one reply, or none.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::command::{ClientFile, Job, Reply, Trouble};
use super::demo;
use crate::dossier::Now;
use crate::dossier::event::Happening;
use crate::dossier::ids::DossierId;
use crate::platform::{Desktop, Picked};
use crate::vault::{Folder, Store, VaultError};

/// The hand that holds the vault.
pub struct VaultHand {
    place: PathBuf,
    /// Where fictitious clients lie: apart, so that nobody finds them among real ones.
    demonstration: PathBuf,
    store: Option<Box<dyn Store>>,
    now: fn() -> Now,
}

impl VaultHand {
    /// A hand for the vault at `place`, and for one with fictitious clients; nothing is opened yet.
    #[must_use]
    pub fn new(place: PathBuf, demonstration: PathBuf, now: fn() -> Now) -> Self {
        Self { place, demonstration, store: None, now }
    }

    /// A hand that holds a store already.
    #[must_use]
    pub fn holding(store: Box<dyn Store>, now: fn() -> Now) -> Self {
        Self { place: PathBuf::new(), demonstration: PathBuf::new(), store: Some(store), now }
    }

    /// Does a job for the vault; `None` for jobs of the other hand.
    pub fn run(&mut self, job: &Job) -> Option<Reply> {
        let done = match job {
            Job::OpenVault { make, demonstration } => self.open(*make, *demonstration),
            Job::Create => self.with(|store| {
                let dossier = store.create()?;
                let segment = store.segment(&dossier)?;
                Ok(Reply::Created { dossier, segment })
            }),
            Job::Load(dossier) => self.with(|store| {
                let segment = store.segment(dossier)?;
                let file = read(store, dossier)?;
                let guides = pinned(store, &file);
                Ok(Reply::Loaded { file, segment, guides })
            }),
            Job::Keep { dossier, events } => {
                let kept = self.with(|store| store.append(dossier, events).map(|()| Reply::Kept(Vec::new())));
                let ids = events.iter().map(|event| event.id.clone()).collect();
                return Some(match kept {
                    Ok(_) => Reply::Kept(ids),
                    Err(why) => Reply::NotKept { events: ids, why },
                });
            }
            Job::PinGuide { text } => match self.with(|store| store.pin_guide(text).map(|_| Reply::PlanShown)) {
                Ok(_) => return None,
                Err(trouble) => Err(trouble),
            },
            _ => return None,
        };
        Some(done.unwrap_or_else(Reply::Failed))
    }

    fn with(&mut self, work: impl FnOnce(&mut dyn Store) -> Result<Reply, VaultError>) -> Result<Reply, Trouble> {
        let Some(store) = self.store.as_mut() else {
            return Err(Trouble { key: "vault-not-open".to_owned(), path: None });
        };
        work(store.as_mut()).map_err(|error| Trouble::from(&error))
    }

    fn open(&mut self, make: bool, demonstration: bool) -> Result<Reply, Trouble> {
        if self.store.is_none() {
            let place = if demonstration { &self.demonstration } else { &self.place };
            match open_or_make(place, make) {
                Ok(Some(folder)) => self.store = Some(Box::new(folder)),
                Ok(None) => return Ok(Reply::NoVault),
                Err(error) => return Err(Trouble::from(&error)),
            }
        }
        let now = (self.now)();
        self.with(|store| {
            if demonstration && store.dossiers()?.is_empty() {
                demo::fill(store, demo::CLIENTS, 0, now)?;
            }
            let mut clients = Vec::new();
            for dossier in store.dossiers()? {
                clients.push(read(store, &dossier).unwrap_or_else(|error| ClientFile {
                    dossier,
                    events: Vec::new(),
                    trouble: vec![Trouble::from(&error)],
                }));
            }
            let digests = store.pinned_guides()?;
            let guides = digests.iter().filter_map(|digest| store.pinned_guide(digest).ok()).collect();
            Ok(Reply::VaultOpened {
                clients,
                organisation: store.organisation()?,
                guides,
                layers: store.layers()?,
                also_open: store.also_open(),
            })
        })
    }
}

/// Opens a vault; makes one where asked. `None` when there is none and none was asked for.
fn open_or_make(place: &Path, make: bool) -> Result<Option<Folder>, VaultError> {
    match Folder::open(place) {
        Ok(folder) => Ok(Some(folder)),
        // A folder that is gone may be a share that is not connected, so it is only made anew when a person asks for it.
        Err(VaultError::NotAVault { .. } | VaultError::Vanished { .. }) if make => Folder::create(place).map(Some),
        Err(VaultError::NotAVault { .. } | VaultError::Vanished { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads one dossier with what is wrong with it.
///
/// # Errors
/// As [`Store::load`].
pub fn read(store: &dyn Store, dossier: &DossierId) -> Result<ClientFile, VaultError> {
    let loaded = store.load(dossier)?;
    let trouble = loaded
        .trouble
        .iter()
        .map(|trouble| Trouble { key: trouble.key().to_owned(), path: Some(trouble.file().to_owned()) })
        .collect();
    Ok(ClientFile { dossier: dossier.clone(), events: loaded.events, trouble })
}

/// The texts of the guide editions that a dossier goes on with.
fn pinned(store: &dyn Store, file: &ClientFile) -> Vec<String> {
    let digests = file.events.iter().filter_map(|event| match &event.what {
        Happening::RunBegan(began) => Some(began.guide.digest.as_str()),
        Happening::EditionChosen(chosen) => Some(chosen.guide.digest.as_str()),
        _ => None,
    });
    let digests: std::collections::BTreeSet<&str> = digests.collect();
    digests.into_iter().filter_map(|digest| store.pinned_guide(digest).ok()).collect()
}

impl From<&VaultError> for Trouble {
    fn from(error: &VaultError) -> Self {
        Self { key: error.key().to_owned(), path: error.path().map(Path::to_owned) }
    }
}

/// The hand for dialogs and papers.
pub struct PaperHand {
    desktop: Box<dyn Desktop>,
}

impl PaperHand {
    #[must_use]
    pub fn new(desktop: Box<dyn Desktop>) -> Self {
        Self { desktop }
    }

    /// Does a job with dialogs or papers; `None` for jobs of the other hand.
    pub fn run(&mut self, job: &Job) -> Option<Reply> {
        let done = match job {
            Job::SavePlan { name, bytes } => match self.desktop.save_as(name) {
                Picked::Path(path) => self.write(path, bytes),
                Picked::Nothing { at_once } => Ok(Reply::Cancelled { at_once }),
            },
            Job::WritePlan { path, bytes } => self.write(path.clone(), bytes),
            Job::ViewPlan { name, bytes } => {
                self.desktop.view(name, bytes).map(|()| Reply::PlanShown).map_err(|_| trouble("plan-no-viewer", None))
            }
            Job::PickGuide => match self.desktop.pick_guide() {
                Picked::Path(path) => self.read(&path),
                Picked::Nothing { at_once } => Ok(Reply::Cancelled { at_once }),
            },
            Job::ReadGuide { path } => self.read(path),
            _ => return None,
        };
        Some(done.unwrap_or_else(Reply::Failed))
    }

    fn write(&mut self, path: PathBuf, bytes: &[u8]) -> Result<Reply, Trouble> {
        match self.desktop.write(&path, bytes) {
            Ok(()) => Ok(Reply::PlanSaved { path }),
            Err(error) => Err(trouble(write_key(&error), Some(path))),
        }
    }

    fn read(&mut self, path: &Path) -> Result<Reply, Trouble> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match self.desktop.read_guide(path) {
            Ok(text) => Ok(Reply::GuideRead { name, text }),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                Err(trouble("guide-no-text", Some(path.to_owned())))
            }
            Err(_) => Err(trouble("guide-unreadable", Some(path.to_owned()))),
        }
    }
}

fn write_key(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "plan-disk-full",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "plan-not-allowed",
        _ => "plan-not-written",
    }
}

fn trouble(key: &str, path: Option<PathBuf>) -> Trouble {
    Trouble { key: key.to_owned(), path }
}

/// How long the program waits at its end for answers that are still on their way to the disk.
pub const LAST_WAIT: Duration = Duration::from_secs(5);
