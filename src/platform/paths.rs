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

/// Where waits what a vault on a share cannot take now.
#[must_use]
pub fn outbox_folder() -> Option<PathBuf> {
    Some(folder()?.join("wachtend"))
}

fn folder() -> Option<PathBuf> {
    Some(ProjectDirs::from("nl", "", "Roer")?.data_local_dir().to_owned())
}
