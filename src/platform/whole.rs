//! A file that the user asked for appears whole or not at all.

use std::io::{self, Write as _};
use std::path::Path;

/// Writes beside the place and then swaps in, so that an older file survives a full disk.
///
/// # Errors
/// What the system says; the file that was there is untouched then.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
