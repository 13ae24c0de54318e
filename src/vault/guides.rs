//! The texts of guides, once per edition, under the digest of what they hold.

use super::folder::{Folder, GUIDE_LIMIT, GUIDES};
use super::{VaultError, durable, marker, names};

impl Folder {
    /// See [`super::Store::pin_guide`].
    pub(super) fn keep_guide(&mut self, text: &str) -> Result<String, VaultError> {
        self.ring()?;
        let digest = names::digest(text.as_bytes());
        let dir = self.root.join(GUIDES);
        let path = dir.join(names::guide_file(&digest)?);
        if text.len() as u64 > GUIDE_LIMIT {
            return Err(VaultError::TooLarge { path, limit: GUIDE_LIMIT });
        }
        match (self.put_guide(&digest, text), &self.outbox) {
            (Err(error), Some(outbox)) if error.is_of_place() => {
                outbox.put_guide(&names::guide_file(&digest)?, text).map_err(|_| error)?;
            }
            (put, _) => put?,
        }
        Ok(digest)
    }

    /// See [`super::Store::pinned_guide`].
    pub(super) fn read_guide(&self, digest: &str) -> Result<String, VaultError> {
        let path = self.root.join(GUIDES).join(names::guide_file(digest)?);
        match durable::read_text(&*self.disk, &path, GUIDE_LIMIT) {
            Ok(text) if names::digest(text.as_bytes()) == digest => Ok(text),
            Ok(_) => Err(VaultError::Damaged { path }),
            Err(VaultError::Vanished { .. }) => {
                if let Some(text) =
                    self.outbox.as_ref().and_then(|outbox| outbox.guide(names::guide_file(digest).ok()?.as_str()))
                {
                    return Ok(text);
                }
                marker::check(&*self.disk, &self.root)?;
                Err(VaultError::NoSuchGuide { path })
            }
            Err(error) => Err(error),
        }
    }

    /// Keeps a guide's text in the vault.
    pub(super) fn put_guide(&self, digest: &str, text: &str) -> Result<(), VaultError> {
        let dir = self.root.join(GUIDES);
        let path = dir.join(names::guide_file(digest)?);
        durable::ensure_dir(&*self.disk, &dir)?;
        let kept = durable::read_text(&*self.disk, &path, GUIDE_LIMIT);
        if kept.is_ok_and(|kept| kept == text) {
            // An earlier attempt may have stopped before this.
            return self.disk.sync_entry(&path).map_err(VaultError::writing(&path));
        }
        // A damaged copy is replaced: its name says what it should hold.
        durable::replace(&*self.disk, &path, text.as_bytes(), None)
    }
}
