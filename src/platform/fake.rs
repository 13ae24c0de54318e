//! A desktop that exists in memory, for tests and for filling a demonstration.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Desktop, Picked};

/// What the fake desktop did and holds; shared, so that a test can look while the program runs.
#[derive(Clone, Debug, Default)]
pub struct FakeDesktop(Arc<Mutex<Inside>>);

#[derive(Debug, Default)]
pub struct Inside {
    pub files: BTreeMap<PathBuf, Vec<u8>>,
    /// What the next dialogs answer; nothing is left means cancelled.
    pub picks: VecDeque<PathBuf>,
    pub viewed: Vec<(String, Vec<u8>)>,
    /// Every write fails with this.
    pub broken: Option<io::ErrorKind>,
}

impl FakeDesktop {
    /// The inside, to look at and to prepare.
    pub fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pick(&self) -> Picked {
        self.inside().picks.pop_front().map_or(Picked::Nothing { at_once: false }, Picked::Path)
    }
}

impl Desktop for FakeDesktop {
    fn pick_guide(&mut self) -> Picked {
        self.pick()
    }

    fn save_as(&mut self, _name: &str) -> Picked {
        self.pick()
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut inside = self.inside();
        if let Some(kind) = inside.broken {
            return Err(kind.into());
        }
        inside.files.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn read_guide(&mut self, path: &Path) -> io::Result<String> {
        let inside = self.inside();
        let bytes = inside.files.get(path).ok_or(io::ErrorKind::NotFound)?;
        String::from_utf8(bytes.clone()).map_err(|_| io::ErrorKind::InvalidData.into())
    }

    fn put_away(&mut self) {
        self.inside().viewed.clear();
    }

    fn view(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.inside().viewed.push((name.to_owned(), bytes.to_vec()));
        Ok(())
    }
}
