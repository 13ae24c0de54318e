//! Whether another window or another person has the vault open too. Information for people; nothing correct depends on it.

use std::fs::{File, OpenOptions};
use std::path::Path;

/// Everyone who has the vault open shares a lock on one empty file; who could have it alone is alone.
pub(super) struct Slot(Option<File>);

impl Slot {
    /// Never fails: on a share without locks, or one that may not be written, nothing is known.
    pub fn take(path: &Path) -> Self {
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).ok();
        let slot = Self(file);
        slot.share();
        slot
    }

    /// For who only comes by.
    pub fn none() -> Self {
        Self(None)
    }

    pub fn taken_by_others_too(&self) -> bool {
        let Some(file) = &self.0 else { return false };
        // A lock cannot be widened in one step everywhere, so it is let go for a moment. The other may see us gone just then:
        // this is asked again and again, and nothing more depends on it.
        let _ = file.unlock();
        let others = matches!(file.try_lock(), Err(std::fs::TryLockError::WouldBlock));
        let _ = file.unlock();
        self.share();
        others
    }

    fn share(&self) {
        if let Some(file) = &self.0 {
            let _ = file.try_lock_shared();
        }
    }
}
