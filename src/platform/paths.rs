//! Where things lie on this machine, when the user did not say.

use std::path::PathBuf;

use directories::ProjectDirs;

/// The vault of who did not choose one: in the local, not the roaming, part of the profile.
#[must_use]
pub fn default_vault() -> Option<PathBuf> {
    Some(folder()?.join("dossiers"))
}

/// Where a paper lies while the system's viewer shows it. Emptied when the program starts and when it ends.
#[must_use]
pub fn out_folder() -> Option<PathBuf> {
    Some(folder()?.join("uit"))
}

/// Where stays what belongs to vaults elsewhere and to this computer only.
#[must_use]
pub fn local_folder() -> Option<PathBuf> {
    folder()
}

fn folder() -> Option<PathBuf> {
    Some(ProjectDirs::from("nl", "", "Roer")?.data_local_dir().to_owned())
}
