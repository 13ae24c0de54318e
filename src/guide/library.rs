//! The guides at hand: every edition by the hash of its text, the newest by its id.

use std::collections::BTreeMap;

use super::checked::Guide;
use super::finding::Finding;
use crate::dossier::event::GuideRef;

/// The texts of the guides that are part of the program.
pub const BUNDLED: [&str; 1] = [include_str!("../../guides/zelf-aan-het-roer.ron")];

/// Where a guide came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Part of the program.
    Bundled,
    /// Opened from a file, or kept in the vault with a dossier.
    Vault,
}

#[derive(Clone, Debug)]
struct Held {
    guide: Guide,
    text: String,
    origin: Origin,
}

/// A set of checked guides.
#[derive(Clone, Debug, Default)]
pub struct Library {
    editions: BTreeMap<String, Held>,
    /// Guide id to the digest of the edition for new runs: the one that was added last.
    newest: BTreeMap<String, String>,
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

    /// Adds a guide for new runs.
    ///
    /// # Errors
    /// The findings, when the guide has faults; it is then not added.
    pub fn add(&mut self, text: &str, origin: Origin) -> Result<GuideRef, Vec<Finding>> {
        let checked = Guide::read(text, None);
        let Some(guide) = checked.guide else { return Err(checked.findings) };
        let name = guide.name().clone();
        self.newest.insert(name.id.clone(), name.digest.clone());
        self.editions.entry(name.digest.clone()).or_insert(Held { guide, text: text.to_owned(), origin });
        Ok(name)
    }

    /// Adds an edition that a dossier goes on with. For new runs it serves only where there is no other of its id.
    ///
    /// # Errors
    /// The findings, when the guide has faults; it is then not added.
    pub fn add_pinned(&mut self, text: &str) -> Result<GuideRef, Vec<Finding>> {
        let checked = Guide::read(text, None);
        let Some(guide) = checked.guide else { return Err(checked.findings) };
        let name = guide.name().clone();
        self.newest.entry(name.id.clone()).or_insert_with(|| name.digest.clone());
        self.editions.entry(name.digest.clone()).or_insert(Held {
            guide,
            text: text.to_owned(),
            origin: Origin::Vault,
        });
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
        self.editions.get(self.newest.get(id)?).map(|held| &held.guide)
    }

    /// The guides for new runs, by id.
    pub fn guides(&self) -> impl Iterator<Item = (&Guide, Origin)> {
        self.newest.values().filter_map(|digest| self.editions.get(digest)).map(|held| (&held.guide, held.origin))
    }
}
