//! Reading everything, and saying what is wrong with it.

use super::super::folder::{Folder, REGISTER};
use super::super::{Store as _, Trouble, VaultError};
use crate::dossier::ids::DossierId;

/// What was found.
#[derive(Debug, Default)]
pub struct Verdict {
    pub dossiers: usize,
    pub events: usize,
    pub guides: usize,
    /// Encrypted to colleagues only; that is no fault.
    pub closed: usize,
    pub trouble: Vec<(DossierId, Trouble)>,
    pub errors: Vec<VaultError>,
    /// Destroyed dossiers of which files are there again.
    pub returned: Vec<DossierId>,
    /// Dossiers that this computer saw before and that nobody destroyed.
    pub missing: Vec<DossierId>,
}

impl Verdict {
    /// Whether anything is damaged, missing, wrongly signed or back from destruction.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.trouble.is_empty() && self.errors.is_empty() && self.returned.is_empty() && self.missing.is_empty()
    }
}

impl Folder {
    /// Reads all dossiers, the register, the guides and the keys.
    ///
    /// # Errors
    /// When the vault itself cannot be read; what is wrong inside it is in the verdict.
    pub fn verify(&self) -> Result<Verdict, VaultError> {
        let mut verdict = Verdict { missing: self.missing()?, ..Verdict::default() };
        let destroyed = self.destroyed()?;
        for dossier in self.all_folders()? {
            if dossier.as_str() == REGISTER {
                continue;
            }
            if destroyed.contains(&dossier) {
                verdict.returned.push(dossier);
                continue;
            }
            match self.load(&dossier) {
                Ok(loaded) => {
                    verdict.dossiers += 1;
                    verdict.events += loaded.events.len();
                    let closed = |trouble: &Trouble| matches!(trouble, Trouble::NotForUs { .. });
                    if loaded.events.is_empty() && loaded.trouble.iter().any(closed) {
                        verdict.closed += 1;
                    }
                    let faults = loaded.trouble.into_iter().filter(|trouble| !is_no_fault(trouble));
                    verdict.trouble.extend(faults.map(|trouble| (dossier.clone(), trouble)));
                }
                Err(error) => verdict.errors.push(error),
            }
        }
        for digest in self.pinned_guides()? {
            match self.pinned_guide(&digest) {
                Ok(_) => verdict.guides += 1,
                Err(error) => verdict.errors.push(error),
            }
        }
        if let Some(ring) = &self.ring {
            verdict.errors.extend(ring.verify(&*self.disk));
        }
        Ok(verdict)
    }
}

/// What is told and needs no mending: others' files and later events. What was erased on purpose is not even told.
fn is_no_fault(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::NotForUs { .. } | Trouble::Unknown { .. })
}
