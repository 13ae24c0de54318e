//! Putting a whole file in place so that a power cut leaves either the old one or the new one, and `Ok` means the new one.

use std::io;
use std::path::Path;

use super::disk::Disk;
use super::{VaultError, names};

/// Writes `bytes` as `target` and returns when they will be there after a power cut.
///
/// On an error `target` holds what it held: `before`, or nothing when that is `None`. Should the disk refuse even that, it
/// holds `bytes`.
///
/// # Errors
/// The class of the first call that failed; [`VaultError::NotVerified`] when the disk gave other bytes back.
pub(super) fn replace(disk: &dyn Disk, target: &Path, bytes: &[u8], before: Option<&[u8]>) -> Result<(), VaultError> {
    let error = match put(disk, target, bytes) {
        Ok(()) => return Ok(()),
        Err(Stop::Before(error)) => return Err(error),
        Err(Stop::Swapping(error)) => error,
    };
    // The new file may be visible but not durable. The caller is told that it was not saved, so it must not turn up later.
    // A network share may also report a failure for a rename that it did.
    let swapped = disk.read(target, bytes.len() as u64).is_ok_and(|found| found == bytes);
    match before {
        Some(before) if swapped => drop(put(disk, target, before)),
        None if swapped => drop(disk.remove_file(target).and_then(|()| disk.sync_entry(target))),
        _ => {}
    }
    Err(error)
}

/// How far a write had come when it stopped.
enum Stop {
    /// The target was not touched.
    Before(VaultError),
    /// The target may be the new file already.
    Swapping(VaultError),
}

fn put(disk: &dyn Disk, target: &Path, bytes: &[u8]) -> Result<(), Stop> {
    let name = target.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let stage = || -> Result<_, VaultError> {
        let temporary = target.with_file_name(names::temporary(name)?);
        match write_and_verify(disk, &temporary, bytes) {
            Ok(()) => Ok(temporary),
            Err(error) => {
                // Best effort: what stays behind is swept later.
                let _ = disk.remove_file(&temporary);
                Err(error)
            }
        }
    };
    // After a failed flush the file is given up: a second flush of it may succeed without the data. A new file may do well.
    // A full or closed disk gets no second try, it would only make the person wait.
    let staged = match stage() {
        Err(VaultError::Io { .. } | VaultError::NotVerified { .. }) => stage(),
        other => other,
    };
    let temporary = staged.map_err(Stop::Before)?;
    let swap = |error: io::Error| Stop::Swapping(VaultError::writing(target)(error));
    if let Err(error) = disk.rename(&temporary, target) {
        let _ = disk.remove_file(&temporary);
        return Err(swap(error));
    }
    disk.sync_entry(target).map_err(swap)
}

fn write_and_verify(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), VaultError> {
    let mut file = disk.create_new(path).map_err(VaultError::writing(path))?;
    file.write_all(bytes).map_err(VaultError::writing(path))?;
    file.sync().map_err(VaultError::writing(path))?;
    drop(file);
    let found = disk.read(path, bytes.len() as u64).map_err(VaultError::reading(path))?;
    if found == bytes { Ok(()) } else { Err(VaultError::NotVerified { path: path.to_owned() }) }
}

/// A folder that is there after a power cut, whether or not it was there before.
///
/// # Errors
/// The class of the call that failed.
pub(super) fn ensure_dir(disk: &dyn Disk, path: &Path) -> Result<(), VaultError> {
    match disk.create_dir(path) {
        // Flushed also when it was there: an earlier attempt may have stopped before that.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(VaultError::writing(path)(error)),
        _ => disk.sync_entry(path).map_err(VaultError::writing(path)),
    }
}

/// A folder with all that it lies in, as far as they are missing.
///
/// # Errors
/// The class of the call that failed.
pub(super) fn make_way(disk: &dyn Disk, path: &Path) -> Result<(), VaultError> {
    // With a dot behind it a link to a folder counts as that folder: only inside the vault are links refused.
    let is_there = |folder: &Path| folder.as_os_str().is_empty() || disk.is_dir(&folder.join(".")).unwrap_or(false);
    let new: Vec<&Path> = path.ancestors().take_while(|folder| !is_there(folder)).collect();
    // The folder they go into may itself not be durable: an earlier attempt may have stopped there. Best effort, as it may be
    // someone else's, and what lies above it closed to us.
    let _ = path.ancestors().nth(new.len()).map(|there| disk.sync_entry(there));
    new.into_iter().rev().try_for_each(|folder| ensure_dir(disk, folder))
}

/// # Errors
/// [`VaultError::TooLarge`] for more than `limit` bytes, or the class of the call that failed.
pub(super) fn read(disk: &dyn Disk, path: &Path, limit: u64) -> Result<Vec<u8>, VaultError> {
    disk.read(path, limit).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => VaultError::TooLarge { path: path.to_owned(), limit },
        _ => VaultError::reading(path)(error),
    })
}

/// # Errors
/// As [`read`], and [`VaultError::Damaged`] when it is not UTF-8.
pub(super) fn read_text(disk: &dyn Disk, path: &Path, limit: u64) -> Result<String, VaultError> {
    String::from_utf8(read(disk, path, limit)?).map_err(|_| VaultError::Damaged { path: path.to_owned() })
}
