//! A store that keeps nothing: for a client who does not want to be kept, and for tests.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Loaded, Member, Standing, Store, VaultError, names};
use crate::dossier::event::Event;
use crate::dossier::ids::{DossierId, EventId, SegmentId};
use crate::dossier::{Card, Now};

/// Gone when dropped.
#[derive(Default)]
pub struct Memory {
    dossiers: BTreeMap<DossierId, Kept>,
    guides: BTreeMap<String, String>,
    organisation: Option<String>,
    faults: Faults,
}

#[derive(Default)]
struct Kept {
    segment: Option<SegmentId>,
    events: Vec<Event>,
}

/// Makes saves fail, also after the store has gone to another thread.
#[derive(Clone, Default)]
pub struct Faults(Arc<Mutex<(u32, Option<io::ErrorKind>)>>);

impl Faults {
    /// The next `times` appends fail like a disk that says `kind`, then they succeed again.
    pub fn fail_appends(&self, times: u32, kind: io::ErrorKind) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = (times, Some(kind));
    }

    fn next(&self) -> Result<(), VaultError> {
        let mut faults = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (1.., Some(kind)) = *faults else { return Ok(()) };
        faults.0 -= 1;
        Err(VaultError::writing(Path::new("memory"))(kind.into()))
    }
}

impl Memory {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn faults(&self) -> Faults {
        self.faults.clone()
    }

    /// Whether this dossier was begun here.
    #[must_use]
    pub fn holds(&self, dossier: &DossierId) -> bool {
        self.dossiers.contains_key(dossier)
    }

    fn kept(&self, id: &DossierId) -> Result<&Kept, VaultError> {
        let path = names::dossier(id)?.into();
        self.dossiers.get(id).ok_or(VaultError::NoSuchDossier { path })
    }

    fn kept_mut(&mut self, id: &DossierId) -> Result<&mut Kept, VaultError> {
        let path = names::dossier(id)?.into();
        self.dossiers.get_mut(id).ok_or(VaultError::NoSuchDossier { path })
    }
}

impl Store for Memory {
    fn dossiers(&self) -> Result<Vec<DossierId>, VaultError> {
        Ok(self.dossiers.keys().cloned().collect())
    }

    fn load(&self, dossier: &DossierId) -> Result<Loaded, VaultError> {
        let mut events = self.kept(dossier)?.events.clone();
        events.sort_by(|a, b| (a.clock, &a.id).cmp(&(b.clock, &b.id)));
        Ok(Loaded { events, trouble: Vec::new() })
    }

    fn create_named(&mut self, dossier: &DossierId) -> Result<(), VaultError> {
        names::dossier(dossier)?;
        self.dossiers.entry(dossier.clone()).or_default();
        Ok(())
    }

    fn segment(&mut self, dossier: &DossierId) -> Result<SegmentId, VaultError> {
        let kept = self.kept_mut(dossier)?;
        let segment = match kept.segment.take() {
            Some(segment) => segment,
            None => SegmentId::new(names::random()?),
        };
        Ok(kept.segment.insert(segment).clone())
    }

    fn append(&mut self, dossier: &DossierId, events: &[Event]) -> Result<(), VaultError> {
        if !events.is_empty() {
            self.faults.next()?;
        }
        let kept = self.kept_mut(dossier)?;
        let mut last = kept.events.last().map_or(0, |event| event.id.seq);
        for event in events {
            let seq = event.id.seq;
            if kept.segment.as_ref() != Some(&event.id.segment) || seq <= last {
                return Err(VaultError::OutOfTurn { seq });
            }
            last = seq;
        }
        kept.events.extend_from_slice(events);
        Ok(())
    }

    fn pin_guide(&mut self, text: &str) -> Result<String, VaultError> {
        let digest = names::digest(text.as_bytes());
        self.guides.insert(digest.clone(), text.to_owned());
        Ok(digest)
    }

    fn pinned_guide(&self, digest: &str) -> Result<String, VaultError> {
        let path = names::guide_file(digest)?.into();
        self.guides.get(digest).cloned().ok_or(VaultError::NoSuchGuide { path })
    }

    fn pinned_guides(&self) -> Result<Vec<String>, VaultError> {
        Ok(self.guides.keys().cloned().collect())
    }

    fn organisation(&self) -> Result<Option<String>, VaultError> {
        Ok(self.organisation.clone())
    }

    fn readers(&self, dossier: &DossierId) -> Result<Vec<Card>, VaultError> {
        self.kept(dossier).map(|_| Vec::new())
    }

    fn readdress(&mut self, dossier: &DossierId) -> Result<(), VaultError> {
        self.kept(dossier).map(drop)
    }

    fn own_card(&self) -> Option<Card> {
        None
    }

    fn members(&self) -> Result<Vec<Member>, VaultError> {
        Ok(Vec::new())
    }

    fn trust(&mut self, _card: &Card) -> Result<(), VaultError> {
        Ok(())
    }

    fn part(&mut self, _card: &Card, _standing: Standing, _now: Now) -> Result<usize, VaultError> {
        Ok(0)
    }

    fn choose_recovery(&mut self, _recipient: &str) -> Result<(), VaultError> {
        Ok(())
    }

    fn erase(
        &mut self,
        dossier: &DossierId,
        events: &BTreeSet<EventId>,
        _ground: &str,
        _now: Now,
    ) -> Result<(), VaultError> {
        self.kept(dossier)?;
        if let Some(kept) = self.dossiers.get_mut(dossier) {
            kept.events.retain(|event| !events.contains(&event.id));
        }
        Ok(())
    }

    fn destroy(&mut self, dossier: &DossierId, _ground: &str, _now: Now) -> Result<(), VaultError> {
        self.kept(dossier)?;
        self.dossiers.remove(dossier);
        Ok(())
    }

    fn layers(&self) -> Result<Vec<String>, VaultError> {
        Ok(Vec::new())
    }

    fn logo(&self) -> Result<Option<Vec<u8>>, VaultError> {
        Ok(None)
    }

    fn put_organisation(&mut self, text: &str) -> Result<(), VaultError> {
        self.organisation = Some(text.to_owned());
        Ok(())
    }
}
