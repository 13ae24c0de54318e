//! `roer-kluis.ron`: by this file a folder is a vault, and of which format.

use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;

use super::disk::{Disk, EntryKind};
use super::{VaultError, durable, names};

pub(super) const FILE: &str = "roer-kluis.ron";
/// Raised when an older Roer could no longer read or safely write the vault as a whole.
const FORMAT: u32 = 1;
const LIMIT: u64 = 64 * 1024;

/// Fields that a later Roer adds are passed over; a change that matters raises the format.
#[derive(Deserialize)]
struct Marker {
    format: u32,
}

/// # Errors
/// [`VaultError::NotAVault`], [`VaultError::NewerFormat`], [`VaultError::Damaged`], or the class of a read that failed.
pub(super) fn check(disk: &dyn Disk, root: &Path) -> Result<(), VaultError> {
    let path = root.join(FILE);
    let text = match disk.read(&path, LIMIT) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return match disk.is_dir(&root.join(".")) {
                Ok(true) => Err(VaultError::NotAVault { path: root.to_owned() }),
                // A share that is not connected looks like a folder that does not exist.
                _ => Err(VaultError::Vanished { path: root.to_owned(), source: error }),
            };
        }
        Err(error) => return Err(VaultError::reading(&path)(error)),
        Ok(bytes) => String::from_utf8(bytes),
    };
    let marker = text.ok().and_then(|text| ron::from_str::<Marker>(&text).ok());
    match marker.map(|marker| marker.format) {
        Some(FORMAT) => Ok(()),
        Some(found) if found > FORMAT => Err(VaultError::NewerFormat { path, found, known: FORMAT }),
        _ => Err(VaultError::Damaged { path }),
    }
}

/// Makes `root` a vault. Folders on the way to it are made too.
///
/// # Errors
/// [`VaultError::AlreadyAVault`], [`VaultError::NotEmpty`], or the class of a call that failed.
pub(super) fn create(disk: &dyn Disk, root: &Path) -> Result<(), VaultError> {
    make_way(disk, root)?;
    let entries = disk.list(root).map_err(VaultError::reading(root))?;
    if entries.iter().any(|entry| entry.name == FILE) {
        return Err(VaultError::AlreadyAVault { path: root.to_owned() });
    }
    // What is left of an attempt that was cut short, and what file managers strew about, makes no folder foreign.
    let strewn = |name: &str| names::is_temporary(name) || matches!(name, ".DS_Store" | "desktop.ini" | "Thumbs.db");
    if entries.iter().any(|entry| entry.kind == EntryKind::Folder || !strewn(&entry.name)) {
        return Err(VaultError::NotEmpty { path: root.to_owned() });
    }
    let text = format!(
        "// Deze map is een kluis van Roer. Laat de bestanden staan zoals ze zijn; kopieer altijd de hele map.\n\
         (\n    format: {FORMAT},\n)\n"
    );
    durable::replace(disk, &root.join(FILE), text.as_bytes(), None)
}

fn make_way(disk: &dyn Disk, root: &Path) -> Result<(), VaultError> {
    // With a dot behind it a link to a folder counts as that folder: only inside the vault are links refused.
    let is_there = |folder: &Path| folder.as_os_str().is_empty() || disk.is_dir(&folder.join(".")).unwrap_or(false);
    let new: Vec<&Path> = root.ancestors().take_while(|folder| !is_there(folder)).collect();
    new.into_iter().rev().try_for_each(|folder| durable::ensure_dir(disk, folder))
}
