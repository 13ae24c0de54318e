//! The guides at hand: every edition by the hash of its text, the newest by its id.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::checked::Guide;
use super::finding::Finding;
use super::layer::{LayerFile, Layered};
use super::organisation::{Address, Organisation};
use super::phrase::{Phrase, Voice};
use crate::dossier::event::GuideRef;

/// The texts of the guides that are part of the program.
pub const BUNDLED: [&str; 6] = [
    include_str!("../../guides/zelf-aan-het-roer.ron"),
    include_str!("../../guides/hoe-staat-u-ervoor.ron"),
    include_str!("../../guides/gedachten-die-niet-helpen.ron"),
    include_str!("../../guides/terugkijken-en-bijstellen.ron"),
    include_str!("../../guides/samen-scherper.ron"),
    include_str!("../../guides/overdracht.ron"),
];

/// Where a guide came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Part of the program.
    Bundled,
    /// Opened from a file, or kept in the vault with a dossier.
    Vault,
    /// A guide at hand with a layer of the municipality over it.
    Layered,
}

#[derive(Clone, Debug)]
struct Held {
    guide: Guide,
    text: String,
    origin: Origin,
}

/// A set of checked guides, as they are spoken here: in the words of one municipality, and in one voice.
#[derive(Clone, Debug, Default)]
pub struct Library {
    organisation: Organisation,
    /// The conversation goes on in the second language of its guide.
    second: bool,
    editions: BTreeMap<String, Arc<Held>>,
    /// Guide ids in the order in which they came, each with the digest of the edition for new runs: the one that was added
    /// last.
    newest: Vec<(String, String)>,
}

impl Library {
    /// The guides that are part of the program.
    #[must_use]
    pub fn bundled() -> Self {
        let mut library = Self::default();
        for text in BUNDLED {
            // A bundled guide with a fault would be missing here; a test reads them all and fails first.
            let _ = library.add(text, Origin::Bundled);
        }
        library
    }

    /// The words, numbers and flags of the municipality.
    #[must_use]
    pub fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    pub fn serve(&mut self, organisation: Organisation) {
        self.organisation = organisation;
    }

    /// How guides speak to the client now.
    #[must_use]
    pub fn voice(&self) -> Voice {
        Voice { familiar: self.organisation.address == Address::Familiar, second: self.second }
    }

    /// Lets guides speak their second language, where they have one.
    pub fn speak_second(&mut self, second: bool) {
        self.second = second;
    }

    /// A phrase in the voice of now.
    #[must_use]
    pub fn say<'a>(&self, phrase: &'a Phrase) -> &'a str {
        phrase.said(self.voice())
    }

    /// Adds a guide for new runs.
    ///
    /// # Errors
    /// The findings, when the guide has faults; it is then not added.
    pub fn add(&mut self, text: &str, origin: Origin) -> Result<GuideRef, Vec<Finding>> {
        let checked = Guide::read(text, None);
        let Some(guide) = checked.guide else { return Err(checked.findings) };
        let name = guide.name().clone();
        match self.newest.iter_mut().find(|(id, _)| *id == name.id) {
            Some((_, digest)) => digest.clone_from(&name.digest),
            None => self.newest.push((name.id.clone(), name.digest.clone())),
        }
        self.editions
            .entry(name.digest.clone())
            .or_insert_with(|| Arc::new(Held { guide, text: text.to_owned(), origin }));
        Ok(name)
    }

    /// Lays a layer over its guide; the guide as it is here then serves for new runs. Gives its name and its text.
    ///
    /// # Errors
    /// The findings, when the layer has faults; nothing is then added.
    pub fn add_layer(&mut self, text: &str) -> Result<GuideRef, Vec<Finding>> {
        let Layered { guide, findings } = LayerFile::lay(text, self);
        match guide.and_then(|guide| guide.to_text()) {
            Some(merged) => self.add(&merged, Origin::Layered),
            None => Err(findings),
        }
    }

    /// Adds an edition that a dossier goes on with. For new runs it serves only where there is no other of its id.
    ///
    /// # Errors
    /// The findings, when the guide has faults; it is then not added.
    pub fn add_pinned(&mut self, text: &str) -> Result<GuideRef, Vec<Finding>> {
        let checked = Guide::read(text, None);
        let Some(guide) = checked.guide else { return Err(checked.findings) };
        let name = guide.name().clone();
        if !self.newest.iter().any(|(id, _)| *id == name.id) {
            self.newest.push((name.id.clone(), name.digest.clone()));
        }
        let held = || Arc::new(Held { guide, text: text.to_owned(), origin: Origin::Vault });
        self.editions.entry(name.digest.clone()).or_insert_with(held);
        Ok(name)
    }

    /// The exact edition that a dossier names.
    #[must_use]
    pub fn edition(&self, name: &GuideRef) -> Option<&Guide> {
        self.editions.get(&name.digest).map(|held| &held.guide)
    }

    /// The text of an edition, to keep with the dossiers that follow it.
    #[must_use]
    pub fn text(&self, name: &GuideRef) -> Option<&str> {
        self.editions.get(&name.digest).map(|held| held.text.as_str())
    }

    /// The edition for a new run.
    #[must_use]
    pub fn newest(&self, id: &str) -> Option<&Guide> {
        let (_, digest) = self.newest.iter().find(|(known, _)| known == id)?;
        self.editions.get(digest).map(|held| &held.guide)
    }

    /// The guides for new runs, in the order in which they came.
    pub fn guides(&self) -> impl Iterator<Item = (&Guide, Origin)> {
        self.newest.iter().filter_map(|(_, digest)| self.editions.get(digest)).map(|held| (&held.guide, held.origin))
    }
}
