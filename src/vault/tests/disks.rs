//! A disk that fails when it is told to.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use super::super::disk::{Disk, Entry, NewFile, RealDisk};

/// What goes wrong, and from which call on, counted from 0.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub at: usize,
    /// A second call that fails, during the clearing up after the first.
    pub again_at: Option<usize>,
    /// All later calls fail too, as when a share goes away.
    pub for_good: bool,
    /// The call does its work and then reports an error, as a network share may.
    pub done_yet_failed: bool,
    pub kind: ErrorKind,
}

/// Shared between the test and the disk it gave away.
#[derive(Clone, Default)]
pub struct FailingDisk {
    /// Everything is read, nothing is written.
    read_only: bool,
    plan: Arc<Mutex<Option<Plan>>>,
    calls: Arc<AtomicUsize>,
}

impl FailingDisk {
    pub fn read_only() -> Self {
        Self { read_only: true, ..Self::default() }
    }

    fn writing<T>(&self, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        if self.read_only {
            return Err(ErrorKind::ReadOnlyFilesystem.into());
        }
        self.call(work, || ())
    }

    pub fn begin(&self, plan: Plan) {
        self.calls.store(0, Ordering::SeqCst);
        *self.plan.lock().unwrap() = Some(plan);
    }

    /// Ends the plan; how many calls there were.
    pub fn end(&self) -> usize {
        *self.plan.lock().unwrap() = None;
        self.calls.load(Ordering::SeqCst)
    }

    fn call<T>(&self, work: impl FnOnce() -> io::Result<T>, half: impl FnOnce()) -> io::Result<T> {
        let number = self.calls.fetch_add(1, Ordering::SeqCst);
        match *self.plan.lock().unwrap() {
            Some(plan) if number == plan.at || Some(number) == plan.again_at || (plan.for_good && number > plan.at) => {
                if plan.done_yet_failed {
                    work()?;
                } else {
                    half();
                }
                Err(plan.kind.into())
            }
            _ => work(),
        }
    }
}

struct FailingFile(FailingDisk, Box<dyn NewFile>);

impl NewFile for FailingFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Self(disk, file) = self;
        let file = std::cell::RefCell::new(file);
        let half = || file.borrow_mut().write_all(&bytes[..bytes.len() / 2]).unwrap();
        disk.call(|| file.borrow_mut().write_all(bytes), half)
    }

    fn sync(&mut self) -> io::Result<()> {
        let Self(disk, file) = self;
        disk.call(|| file.sync(), || ())
    }
}

impl Disk for FailingDisk {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let file = self.writing(|| RealDisk.create_new(path))?;
        Ok(Box::new(FailingFile(self.clone(), file)))
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.call(|| RealDisk.read(path, limit), || ())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.writing(|| RealDisk.rename(from, to))
    }

    fn sync_entry(&self, path: &Path) -> io::Result<()> {
        self.writing(|| RealDisk.sync_entry(path))
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.writing(|| RealDisk.create_dir(path))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.writing(|| RealDisk.remove_file(path))
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        self.writing(|| RealDisk.remove_dir(path))
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<Entry>> {
        self.call(|| RealDisk.list(dir), || ())
    }

    fn is_dir(&self, path: &Path) -> io::Result<bool> {
        self.call(|| RealDisk.is_dir(path), || ())
    }
}
