//! The few things the vault asks of a disk. Behind a trait so that tests can make each of them fail.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use std::time::Duration;

/// Every call may fail by itself; none is retried in here except what Windows refuses for a moment.
pub(super) trait Disk: Send {
    /// A file that did not exist before, for its owner only.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;
    /// A regular file of at most `limit` bytes; [`ErrorKind::FileTooLarge`] when there are more. Links are not followed.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;
    /// Puts `from` in the place of `to`, in one step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Makes it durable that `path` stands in its folder.
    fn sync_entry(&self, path: &Path) -> io::Result<()>;
    fn create_dir(&self, path: &Path) -> io::Result<()>;
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// A folder in which nothing lies any more.
    fn remove_dir(&self, path: &Path) -> io::Result<()>;
    /// What lies in a folder, by name.
    fn list(&self, dir: &Path) -> io::Result<Vec<Entry>>;
    /// Whether a folder lies here itself, not a link to one.
    fn is_dir(&self, path: &Path) -> io::Result<bool>;
}

/// A file being written. Closed when dropped.
pub(super) trait NewFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Makes the contents durable. After an error the file is to be abandoned: a second try may wrongly succeed.
    fn sync(&mut self) -> io::Result<()>;
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub name: String,
    pub kind: EntryKind,
    /// Since it was last changed, as far as the two clocks agree.
    pub age: Option<Duration>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EntryKind {
    File,
    Folder,
    /// Links, pipes, devices: never opened.
    Other,
}

pub(super) struct RealDisk;

impl Disk for RealDisk {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Box::new(options.open(path)?))
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        // Asked before opening: opening a pipe would wait forever.
        if !fs::symlink_metadata(path)?.is_file() {
            return Err(io::Error::new(ErrorKind::InvalidInput, "not a regular file"));
        }
        let mut bytes = Vec::new();
        File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        patiently(|| fs::rename(from, to))
    }

    #[cfg(unix)]
    fn sync_entry(&self, path: &Path) -> io::Result<()> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        match File::open(folder)?.sync_all() {
            // Some network and user space file systems cannot flush a folder; they offer nothing better.
            Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
            done => done,
        }
    }

    /// A folder cannot be flushed here, and std renames without write-through. Flushing the file under its new name makes
    /// NTFS write its journal, which holds the rename. For folders there is nothing to call.
    #[cfg(not(unix))]
    fn sync_entry(&self, path: &Path) -> io::Result<()> {
        if fs::symlink_metadata(path).is_ok_and(|found| found.is_file()) {
            patiently(|| OpenOptions::new().write(true).open(path))?.sync_all()
        } else {
            Ok(())
        }
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        #[cfg_attr(not(unix), expect(unused_mut, reason = "only unix has a mode to set"))]
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        patiently(|| fs::remove_file(path))
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        patiently(|| fs::remove_dir(path))
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(dir)? {
            let entry = entry?;
            let found = entry.file_type()?;
            let kind = match () {
                () if found.is_file() => EntryKind::File,
                () if found.is_dir() => EntryKind::Folder,
                () => EntryKind::Other,
            };
            // A name that is no Unicode is none of ours.
            let Ok(name) = entry.file_name().into_string() else { continue };
            let age = entry.metadata().and_then(|about| about.modified()).ok().and_then(|time| time.elapsed().ok());
            entries.push(Entry { name, kind, age });
        }
        entries.sort();
        Ok(entries)
    }

    fn is_dir(&self, path: &Path) -> io::Result<bool> {
        match fs::symlink_metadata(path) {
            Ok(found) => Ok(found.is_dir()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

impl NewFile for File {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        Write::write_all(self, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

/// Waits out a virus scanner or sync client that holds a file on Windows: five more tries, 310 ms in all.
fn patiently<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for wait in [10, 20, 40, 80, 160] {
        match call() {
            Err(error) if is_passing(&error) => std::thread::sleep(Duration::from_millis(wait)),
            done => return done,
        }
    }
    call()
}

/// Windows says "access denied" too while the file in the way is being deleted.
fn is_passing(error: &io::Error) -> bool {
    super::error::is_busy(error) || (cfg!(windows) && error.kind() == ErrorKind::PermissionDenied)
}
