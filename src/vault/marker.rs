//! `roer-kluis.ron`: by this file a folder is a vault, and of which format.
//!
//! Format 1 was not encrypted. It is read, and written to no more.

use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;

use super::disk::{Disk, Entry, EntryKind};
use super::{VaultError, durable, names};

pub(super) const FILE: &str = "roer-kluis.ron";
/// Raised when an older Roer could no longer read or safely write the vault as a whole.
const FORMAT: u32 = 2;
const UNENCRYPTED: u32 = 1;
const LIMIT: u64 = 64 * 1024;
/// Where keys lie.
pub(super) const KEYS: &str = "sleutels";

/// Fields that a later Roer adds are passed over; a change that matters raises the format.
#[derive(Deserialize)]
struct Marker {
    format: u32,
    #[serde(default)]
    demonstration: bool,
    #[serde(default)]
    encrypting: bool,
}

/// What a vault is marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Encrypted,
    Demonstration,
    Encrypting,
}

/// What kind of vault lies here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// From before encryption.
    Unencrypted,
    /// Bringing it over from before encryption was begun and not ended.
    Encrypting,
    Encrypted,
    /// Encrypted under a passphrase that everybody knows, because all clients in it are made up.
    Demonstration,
}

/// # Errors
/// [`VaultError::NotAVault`], [`VaultError::NewerFormat`], [`VaultError::Damaged`], or the class of a read that failed.
pub(super) fn check(disk: &dyn Disk, root: &Path) -> Result<Found, VaultError> {
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
    match marker {
        Some(Marker { format: FORMAT, demonstration: true, .. }) => Ok(Found::Demonstration),
        Some(Marker { format: FORMAT, encrypting: true, .. }) => Ok(Found::Encrypting),
        // Where keys are, everything was encrypted: somebody changed this file.
        Some(Marker { format: UNENCRYPTED, .. }) if has_keys(disk, root) => Err(VaultError::Damaged { path }),
        Some(Marker { format: UNENCRYPTED, .. }) => Ok(Found::Unencrypted),
        Some(Marker { format: FORMAT, .. }) => Ok(Found::Encrypted),
        Some(Marker { format: found, .. }) if found > FORMAT => {
            Err(VaultError::NewerFormat { path, found, known: FORMAT })
        }
        _ => Err(VaultError::Damaged { path }),
    }
}

fn has_keys(disk: &dyn Disk, root: &Path) -> bool {
    disk.list(&root.join(KEYS)).is_ok_and(|entries| entries.iter().any(|entry| entry.name.contains(".sleutel")))
}

/// Makes `root` a folder in which a vault can be made. Folders on the way to it are made too.
///
/// # Errors
/// [`VaultError::AlreadyAVault`], [`VaultError::NotEmpty`], or the class of a call that failed.
pub(super) fn prepare(disk: &dyn Disk, root: &Path) -> Result<(), VaultError> {
    durable::make_way(disk, root)?;
    let entries = disk.list(root).map_err(VaultError::reading(root))?;
    if entries.iter().any(|entry| entry.name == FILE) {
        return Err(VaultError::AlreadyAVault { path: root.to_owned() });
    }
    // What is left of an attempt that was cut short, and what file managers strew about, makes no folder foreign.
    let strewn = |name: &str| names::is_temporary(name) || matches!(name, ".DS_Store" | "desktop.ini" | "Thumbs.db");
    // Keys may be a vault's of which the rest has yet to arrive.
    let left = |entry: &Entry| entry.kind == EntryKind::Folder && entry.name == KEYS && !has_keys(disk, root);
    if entries.iter().any(|entry| !left(entry) && (entry.kind == EntryKind::Folder || !strewn(&entry.name))) {
        return Err(VaultError::NotEmpty { path: root.to_owned() });
    }
    Ok(())
}

/// Marks `root` as a vault of this format: the last thing that makes it one.
///
/// # Errors
/// The class of a call that failed.
pub(super) fn put(disk: &dyn Disk, root: &Path, mark: Mark) -> Result<(), VaultError> {
    let path = root.join(FILE);
    let before = durable::read(disk, &path, LIMIT).ok();
    let mark = match mark {
        Mark::Encrypted => "",
        Mark::Demonstration => "    demonstration: true,\n",
        Mark::Encrypting => "    encrypting: true,\n",
    };
    let text = format!(
        "// Deze map is een kluis van Roer. Laat de bestanden staan zoals ze zijn; kopieer altijd de hele map.\n\
         (\n    format: {FORMAT},\n{mark})\n"
    );
    durable::replace(disk, &path, text.as_bytes(), before.as_deref())
}
