//! The folder of one dossier, read.

use std::path::PathBuf;

use super::disk::{Disk, EntryKind};
use super::keys::Ring;
use super::segment::{ENDING, LIMIT, OLD, Previous, Reading, read};
use super::{Trouble, VaultError, durable, names, trust};
use crate::dossier::ids::DossierId;

/// Every segment in these folders that counts, recognised by contents: sync programs give copies names of their own. Without a
/// ring nothing is decrypted, and nothing signed is asked for.
///
/// # Errors
/// The class of the call that failed when the folder cannot be listed. What is wrong with a file is trouble, not an error.
pub(super) fn readings(
    disk: &dyn Disk,
    dirs: &[PathBuf],
    dossier: &DossierId,
    ring: Option<&Ring>,
) -> Result<Vec<(PathBuf, Reading)>, VaultError> {
    let mut files = Vec::new();
    for dir in dirs {
        let entries = disk.list(dir).map_err(VaultError::reading(dir))?;
        files.extend(entries.into_iter().map(|entry| (dir, entry)));
    }
    let files =
        files.into_iter().filter(|(_, entry)| entry.kind == EntryKind::File && !names::is_temporary(&entry.name));
    let files = files.filter(|(_, entry)| !entry.name.ends_with(OLD));
    let readings = files.filter_map(|(dir, entry)| {
        let path = dir.join(&entry.name);
        let reading = match durable::read(disk, &path, LIMIT) {
            Ok(bytes) => read(&path, &bytes, dossier, ring.map(|ring| ring.keys.identity() as &dyn age::Identity))?,
            Err(_) if !entry.name.contains(ENDING) => return None,
            Err(error) => {
                let trouble = vec![Trouble::Unreadable { file: path.clone(), why: error.key() }];
                Reading { trouble, ..Reading::default() }
            }
        };
        Some((path, reading))
    });
    let readings = readings.collect();
    Ok(match ring {
        Some(ring) => trust::of_known(readings, ring.own(), &ring.book),
        None => readings,
    })
}

/// The latest segment of `writer`, for a new one to build on.
pub(super) fn latest(readings: &[(PathBuf, Reading)], writer: &str) -> Option<Previous> {
    let own = readings.iter().filter(|(_, reading)| reading.head.as_ref().is_some_and(|head| head.writer == writer));
    own.max_by_key(|(_, reading)| reading.events.last().map(|event| (event.clock, event.id.clone())))
        .and_then(|(_, reading)| reading.reach.clone())
}
