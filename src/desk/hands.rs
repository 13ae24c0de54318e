//! Who does the work off the frame: one hand for the vault, one for dialogs and papers. Each job gives one reply, or none.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::command::{ClientFile, Job, Opened, Reply, Team, Trouble};
use super::notice::Notice;
use super::{demo, team};
use crate::dossier::ids::DossierId;
use crate::dossier::{Now, guides_of};
use crate::platform::{Desktop, Picked};
use crate::vault::{DEMONSTRATION, Folder, Found, Founder, Memory, Recovery, Secret, Store, VaultError};

/// The hand that holds the vault.
pub struct VaultHand {
    place: PathBuf,
    /// Where fictitious clients lie: apart, so that nobody finds them among real ones.
    demonstration: PathBuf,
    /// Whether the demonstration is what was opened last.
    in_demonstration: bool,
    store: Option<Box<dyn Store>>,
    /// Conversations that are not kept.
    unstored: Memory,
    now: fn() -> Now,
    /// What belongs to a vault and stays on this computer.
    local: Option<PathBuf>,
}

impl VaultHand {
    /// A hand for the vault at `place`, and for one with fictitious clients; nothing is opened yet.
    #[must_use]
    pub fn new(place: PathBuf, demonstration: PathBuf, now: fn() -> Now) -> Self {
        Self { place, demonstration, in_demonstration: false, store: None, unstored: Memory::new(), now, local: None }
    }

    /// Below `local` waits what the vault's folder refuses until it can be written again, and is remembered how far each
    /// dossier had come.
    #[must_use]
    pub fn with_local(self, local: Option<PathBuf>) -> Self {
        Self { local, ..self }
    }

    /// A hand that holds a store already.
    #[must_use]
    pub fn holding(store: Box<dyn Store>, now: fn() -> Now) -> Self {
        Self { store: Some(store), ..Self::new(PathBuf::new(), PathBuf::new(), now) }
    }

    /// Does a job for the vault; `None` for jobs of the other hand.
    pub fn run(&mut self, job: &Job) -> Option<Reply> {
        let done = match job {
            Job::OpenVault { demonstration } => self.open(*demonstration),
            Job::MakeVault(founder) => self.make(founder),
            Job::JoinVault(founder) => self.join(founder),
            Job::Unlock(passphrase) => self.unlock(passphrase),
            Job::Lock => {
                self.store = None;
                Ok(Reply::Locked)
            }
            Job::MakeRecovery => Ok(Reply::RecoveryMade(Recovery::generate())),
            Job::Create => self.with(|store| created(store, true)),
            Job::CreateUnstored => created(&mut self.unstored, false).map_err(|error| Trouble::from(&error)),
            Job::ForgetUnstored => {
                self.unstored = Memory::new();
                return None;
            }
            Job::Load(dossier) => self.with(|store| loaded(store, dossier, false)),
            Job::Erase { dossier, events, ground } => {
                let now = (self.now)();
                self.with(|store| {
                    store.erase(dossier, events, ground, now)?;
                    loaded(store, dossier, true)
                })
            }
            Job::Keep { dossier, events } => {
                let kept = if self.unstored.holds(dossier) {
                    self.unstored.append(dossier, events).map_err(|error| Trouble::from(&error))
                } else {
                    self.with(|store| store.append(dossier, events))
                };
                let ids = events.iter().map(|event| event.id.clone()).collect();
                return Some(match kept {
                    Ok(()) => {
                        let waiting = self.store.as_ref().is_some_and(|store| store.is_waiting());
                        Reply::Kept { events: ids, waiting }
                    }
                    Err(why) => Reply::NotKept { events: ids, why },
                });
            }
            Job::Readdress(dossier) => match self.with(|store| store.readdress(dossier)) {
                Ok(()) => return None,
                Err(trouble) => Err(trouble),
            },
            Job::Team(wish) => {
                let now = (self.now)();
                match self.with(|store| team::change(store, wish, now)) {
                    Ok(done) => self.opened(Some(done)),
                    Err(trouble) => Err(trouble),
                }
            }
            Job::LetGo(gone) => {
                if let Some(store) = &mut self.store {
                    store.let_go(gone);
                }
                return None;
            }
            Job::Destroy { dossier, ground } => {
                let now = (self.now)();
                self.with(|store| store.destroy(dossier, ground, now).map(|()| Reply::Destroyed(dossier.clone())))
            }
            Job::PinGuide { text } => match self.with(|store| store.pin_guide(text)) {
                Ok(_) => return None,
                Err(trouble) => Err(trouble),
            },
            _ => return None,
        };
        Some(done.unwrap_or_else(Reply::Failed))
    }

    fn with<T>(&mut self, work: impl FnOnce(&mut dyn Store) -> Result<T, VaultError>) -> Result<T, Trouble> {
        let Some(store) = self.store.as_mut() else {
            return Err(Trouble { key: "vault-not-open".to_owned(), path: None });
        };
        work(store.as_mut()).map_err(|error| Trouble::from(&error))
    }

    fn open(&mut self, demonstration: bool) -> Result<Reply, Trouble> {
        self.in_demonstration = demonstration;
        if self.store.is_some() {
            return self.opened(None);
        }
        match Folder::look(self.place()) {
            Ok(Found::Demonstration) => self.unlock(&Secret::new(DEMONSTRATION)),
            Ok(found) => Ok(Reply::Closed(found)),
            // A folder that is gone may be a share that is not connected, so it is only made anew when a person asks for it.
            Err(VaultError::NotAVault { .. } | VaultError::Vanished { .. }) if demonstration => {
                self.hold(Folder::create_demonstration(self.place()))
            }
            Err(VaultError::NotAVault { .. } | VaultError::Vanished { .. }) => Ok(Reply::NoVault),
            Err(error) => Err(Trouble::from(&error)),
        }
    }

    fn place(&self) -> &Path {
        if self.in_demonstration { &self.demonstration } else { &self.place }
    }

    fn make(&mut self, founder: &Founder) -> Result<Reply, Trouble> {
        self.in_demonstration = false;
        let old = matches!(Folder::look(&self.place), Ok(Found::Unencrypted | Found::Encrypting));
        self.hold(if old { Folder::encrypt(&self.place, founder) } else { Folder::create(&self.place, founder) })
    }

    fn join(&mut self, founder: &Founder) -> Result<Reply, Trouble> {
        self.hold(Folder::join(self.place(), founder))
    }

    fn unlock(&mut self, passphrase: &Secret) -> Result<Reply, Trouble> {
        self.hold(Folder::open(self.place(), passphrase))
    }

    fn hold(&mut self, folder: Result<Folder, VaultError>) -> Result<Reply, Trouble> {
        let mut folder = folder.map_err(|error| Trouble::from(&error))?;
        if let Some(local) = self.local.as_ref().filter(|_| !self.in_demonstration) {
            // What cannot be brought over yet goes on waiting; the window tells so.
            let _ = folder.keep_at(local);
        }
        self.store = Some(Box::new(folder));
        self.opened(None)
    }

    /// All that the desk wants to know of the vault that is open.
    fn opened(&mut self, done: Option<Notice>) -> Result<Reply, Trouble> {
        let demonstration = self.in_demonstration;
        let shown_as_demonstration = matches!(Folder::look(self.place()), Ok(Found::Demonstration));
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
            Ok(Reply::VaultOpened(Box::new(Opened {
                clients,
                organisation: store.organisation()?,
                logo: store.logo().map_err(|error| Trouble::from(&error)),
                guides,
                layers: store.layers()?,
                also_open: store.also_open(),
                waiting: store.is_waiting(),
                missing: store.missing()?,
                demonstration: shown_as_demonstration,
                team: Team {
                    own: store.own_card(),
                    others: store.members()?,
                    recovery_unfinished: store.recovery_is_unfinished(),
                },
                done,
            })))
        })
    }
}

fn loaded(store: &mut dyn Store, dossier: &DossierId, erased: bool) -> Result<Reply, VaultError> {
    let segment = store.segment(dossier)?;
    let file = read(store, dossier)?;
    let guides = pinned(store, &file);
    let readers = store.readers(dossier)?;
    Ok(Reply::Loaded { file, segment, guides, readers, erased })
}

fn created(store: &mut dyn Store, stored: bool) -> Result<Reply, VaultError> {
    let dossier = store.create()?;
    let segment = store.segment(&dossier)?;
    Ok(Reply::Created { dossier, segment, stored })
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
    guides_of(&file.events).filter_map(|digest| store.pinned_guide(digest).ok()).collect()
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
            Job::ViewSheet { name, bytes } => {
                self.desktop.view(name, bytes).map(|()| Reply::SheetShown).map_err(|_| trouble("plan-no-viewer", None))
            }
            Job::PutAway => {
                self.desktop.put_away();
                return None;
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
