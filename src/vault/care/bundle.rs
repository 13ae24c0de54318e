//! One dossier in one file, encrypted to a colleague; and taking one in. Taking in also works for a whole other vault folder,
//! such as what a stick brought along.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::super::disk::{Disk as _, EntryKind, RealDisk};
use super::super::folder::{DOSSIERS, Folder};
use super::super::keys::{self, Fingerprint, Opened, recipient};
use super::super::segment::{self, LIMIT};
use super::super::{Store as _, Trouble, VaultError, durable, names};
use crate::dossier::Card;
use crate::dossier::ids::{DossierId, SegmentId};

const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Bundle {
    format: u32,
    dossier: DossierId,
    /// Who made it; their fingerprint is to be compared like any other.
    from: Card,
    /// Guides that it needs.
    guides: Vec<String>,
    /// Signed segments, word for word.
    segments: Vec<String>,
}

/// What was taken in.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Merged {
    pub dossiers: BTreeSet<DossierId>,
    /// What could not be taken in or does not count yet.
    pub trouble: Vec<(DossierId, Trouble)>,
    /// Who made the bundle, where that is not known yet.
    pub unknown: Option<Card>,
}

impl Folder {
    /// A dossier as one file that only the owner of `to` can open.
    ///
    /// # Errors
    /// [`VaultError::NoSuchDossier`], [`VaultError::BadName`] when the card is not genuine.
    pub fn bundle(&self, dossier: &DossierId, to: &Card) -> Result<Vec<u8>, VaultError> {
        let to = Some(to).filter(|card| keys::genuine(card)).and_then(|card| recipient(&card.recipient));
        let to = to.ok_or(VaultError::BadName { what: "card" })?;
        let readings = self.readings(dossier)?;
        let segments: BTreeSet<String> = readings
            .into_iter()
            .filter(|(_, reading)| reading.head.is_some())
            .map(|(_, reading)| reading.text)
            .collect();
        let loaded = self.load(dossier)?;
        let guides =
            crate::dossier::guides_of(&loaded.events).filter_map(|digest| self.pinned_guide(digest).ok()).collect();
        let from = self.card()?;
        let bundle =
            Bundle { format: FORMAT, dossier: dossier.clone(), from, guides, segments: segments.into_iter().collect() };
        let text = ron::to_string(&bundle).map_err(|_| VaultError::Unwritable { seq: 0 })?;
        keys::seal(text.as_bytes(), std::iter::once(&to as &dyn age::Recipient)).ok_or(VaultError::NoRandomness)
    }

    /// Takes in a bundle, or every segment of another vault folder. What is there already stays as it is.
    ///
    /// # Errors
    /// [`VaultError::Damaged`], [`VaultError::NotForUs`], [`VaultError::NewerFormat`], or why something could not be written.
    pub fn merge(&mut self, from: &Path) -> Result<Merged, VaultError> {
        if RealDisk.is_dir(from).map_err(VaultError::reading(from))? {
            return self.merge_folder(from);
        }
        let damaged = || VaultError::Damaged { path: from.to_owned() };
        let bytes = durable::read(&RealDisk, from, LIMIT)?;
        let text = match keys::open(&bytes, self.ring()?.keys.identity()) {
            Opened::Text(text) => text,
            Opened::NotForUs => return Err(VaultError::NotForUs { path: from.to_owned() }),
            Opened::Newer => return Err(newer(from)),
            Opened::Damaged | Opened::TooCostly => return Err(damaged()),
        };
        let bundle: Bundle = ron::de::from_bytes(&text).map_err(|_| damaged())?;
        if bundle.format > FORMAT {
            return Err(newer(from));
        }
        for guide in &bundle.guides {
            self.pin_guide(guide)?;
        }
        let known = bundle.from.key == self.card()?.key
            || Fingerprint::on(&bundle.from).is_some_and(|from| {
                self.ring.as_ref().is_some_and(|ring| ring.book.writers().any(|writer| writer == from.as_str()))
            });
        if let Some(ring) = self.ring.as_ref().filter(|_| !known && keys::genuine(&bundle.from)) {
            ring.keep_card_of(&*self.disk, &bundle.from)?;
        }
        let mut merged =
            Merged { unknown: (!known && keys::genuine(&bundle.from)).then_some(bundle.from), ..Merged::default() };
        self.take_in(&bundle.dossier, &bundle.segments, &mut merged)?;
        Ok(merged)
    }

    fn take_in(&mut self, dossier: &DossierId, texts: &[String], merged: &mut Merged) -> Result<(), VaultError> {
        names::dossier(dossier)?;
        if self.destroyed()?.contains(dossier) {
            merged.trouble.push((dossier.clone(), Trouble::Returned { dossier: dossier.clone() }));
            return Ok(());
        }
        self.create_named(dossier)?;
        let mut segments: BTreeMap<SegmentId, BTreeSet<String>> = BTreeMap::new();
        for text in texts {
            let reading = segment::parse(Path::new("bundel.roer"), text.as_bytes(), dossier);
            match reading.and_then(|reading| reading.head.filter(|_| reading.signer.is_some())) {
                Some(head) => drop(segments.entry(head.segment).or_default().insert(text.clone())),
                None => merged.trouble.push((dossier.clone(), Trouble::Forged { file: "bundel".into() })),
            }
        }
        // What is here already is not written once more, unless a bundle knows more of it.
        let readings = self.readings(dossier)?;
        for (_, reading) in &readings {
            if let Some(texts) = reading.head.as_ref().and_then(|head| segments.get_mut(&head.segment)) {
                texts.remove(&reading.text);
            }
        }
        let readers = self.readers_of(dossier, &readings)?;
        let own = self.sittings.get(dossier).map(|writing| writing.sitting.id().clone());
        for (segment, texts) in segments.iter().filter(|(segment, _)| own.as_ref() != Some(segment)) {
            self.put_copies(dossier, segment, texts, &readers)?;
        }
        merged.dossiers.insert(dossier.clone());
        let trouble = self.load(dossier)?.trouble;
        merged.trouble.extend(trouble.into_iter().map(|trouble| (dossier.clone(), trouble)));
        Ok(())
    }

    fn merge_folder(&mut self, from: &Path) -> Result<Merged, VaultError> {
        super::super::marker::check(&RealDisk, from)?;
        let mut merged = Merged::default();
        let dossiers = from.join(DOSSIERS);
        let destroyed = self.destroyed()?;
        for entry in RealDisk.list(&dossiers).map_err(VaultError::reading(&dossiers))? {
            if entry.kind != EntryKind::Folder || !names::is_random(&entry.name) {
                continue;
            }
            let dossier = DossierId::new(&entry.name);
            if destroyed.contains(&dossier) {
                merged.trouble.push((dossier.clone(), Trouble::Returned { dossier }));
                continue;
            }
            self.create_named(&dossier)?;
            self.copy_segments(&dossiers.join(&entry.name), &dossier)?;
            let trouble = self.load(&dossier)?.trouble;
            merged.trouble.extend(trouble.into_iter().map(|trouble| (dossier.clone(), trouble)));
            merged.dossiers.insert(dossier);
        }
        for guide in RealDisk.list(&from.join("gidsen")).unwrap_or_default() {
            if names::digest_of_guide_file(&guide.name).is_some() {
                let text = durable::read_text(&RealDisk, &from.join("gidsen").join(&guide.name), LIMIT)?;
                self.pin_guide(&text)?;
            }
        }
        Ok(merged)
    }

    /// Copies files as they are, under a name of their own where another file has theirs.
    fn copy_segments(&self, from: &Path, dossier: &DossierId) -> Result<(), VaultError> {
        let dir = self.dossier(dossier)?;
        let mut here: BTreeSet<String> = BTreeSet::new();
        for entry in self.disk.list(&dir).map_err(VaultError::reading(&dir))? {
            if names::is_temporary(&entry.name) {
                // What an attempt left that was stopped: it is swept, and counts for nothing.
                continue;
            }
            here.extend(durable::read(&*self.disk, &dir.join(&entry.name), LIMIT).map(|bytes| names::digest(&bytes)));
        }
        for entry in RealDisk.list(from).map_err(VaultError::reading(from))? {
            if entry.kind != EntryKind::File || names::is_temporary(&entry.name) {
                continue;
            }
            let Ok(bytes) = durable::read(&RealDisk, &from.join(&entry.name), LIMIT) else { continue };
            if !here.insert(names::digest(&bytes)) {
                continue;
            }
            let stem = entry.name.split('.').next().filter(|stem| names::is_random(stem));
            let Some(stem) = stem.filter(|_| keys::is_sealed(&bytes)) else { continue };
            let name = names::copy_file(&SegmentId::new(stem), &names::random()?, "");
            durable::replace(&*self.disk, &dir.join(name), &bytes, None)?;
        }
        Ok(())
    }
}

fn newer(path: &Path) -> VaultError {
    VaultError::NewerFormat { path: path.to_owned(), found: FORMAT + 1, known: FORMAT }
}
