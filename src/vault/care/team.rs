//! Who works in a vault: somebody comes, somebody goes, and who can help when a passphrase is lost.

use super::super::folder::{Folder, REGISTER};
use super::super::keys::{self, Book, Fingerprint, Standing};
use super::super::{Store as _, VaultError, trust};
use crate::dossier::event::{AccessEnded, Happening};
use crate::dossier::ids::DossierId;
use crate::dossier::{Card, Now};

/// Somebody else whose card lies in the vault.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub card: Card,
    /// How they stand; none when their fingerprint was never compared.
    pub standing: Option<Standing>,
    /// The card says something else than the one that was compared: another name, or another recovery recipient.
    pub renewed: bool,
}

impl Member {
    #[must_use]
    pub fn is_colleague(&self) -> bool {
        self.standing == Some(Standing::Colleague)
    }
}

impl Folder {
    pub(in super::super) fn all_members(&self) -> Result<Vec<Member>, VaultError> {
        let Some(ring) = &self.ring else { return Ok(Vec::new()) };
        let member = |card: Card| {
            let on = Fingerprint::on(&card).filter(|on| on != ring.own())?;
            let standing = ring.book.standing(on.as_str());
            let renewed = ring.book.cards().get(on.as_str()).is_some_and(|known| *known != card);
            Some(Member { card, standing, renewed })
        };
        Ok(keys::cards(&*self.disk, &self.root)?.into_iter().filter_map(member).collect())
    }

    pub(in super::super) fn take_on(&mut self, card: &Card) -> Result<(), VaultError> {
        if !keys::genuine(card) {
            return Err(VaultError::BadName { what: "card" });
        }
        self.write_in_book(|book| book.take(card.clone()))?;
        // What was destroyed before must be known to the colleague too.
        self.copy_register()
    }

    pub(in super::super) fn part_with(
        &mut self,
        card: &Card,
        standing: Standing,
        now: Now,
    ) -> Result<usize, VaultError> {
        let who = Fingerprint::on(card).ok_or(VaultError::BadName { what: "card" })?;
        // First, so that nothing is for them any more, also when this stops halfway.
        self.write_in_book(|book| book.say(who.as_str(), standing))?;
        let mut ended = 0;
        self.each_dossier(|folder, dossier| {
            let (ring, readings) = (folder.ring()?, folder.readings(dossier)?);
            if trust::let_in_to(dossier, &readings, ring.own(), &ring.book).contains_key(who.as_str()) {
                folder.write_down(dossier, Happening::AccessEnded(AccessEnded { key: card.key.clone() }), now)?;
                ended += 1;
            }
            Ok(())
        })?;
        Ok(ended)
    }

    pub(in super::super) fn encrypt_to_recovery(&mut self, recipient: &str) -> Result<(), VaultError> {
        let recipient = keys::recipient(recipient).ok_or(VaultError::BadName { what: "recipient" })?.to_string();
        self.write_in_book(|book| book.choose_recovery(recipient))?;
        self.ring()?.keep_card(&*self.disk)?;
        // What this sitting wrote is encrypted anew like all before it; whoever goes on begins another.
        self.sittings.clear();
        self.each_dossier(Self::copy_for_readers)?;
        self.copy_register()
    }

    fn copy_register(&mut self) -> Result<(), VaultError> {
        if_there(self.copy_for_readers(&DossierId::new(REGISTER)))
    }

    /// All dossiers, also after one that fails: nobody's dossier waits for the damage in somebody else's. Then says what
    /// failed first.
    fn each_dossier(
        &mut self,
        mut work: impl FnMut(&mut Self, &DossierId) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        let mut done = Ok(());
        for dossier in self.dossiers()? {
            done = done.and(if_there(work(self, &dossier)));
        }
        done
    }

    /// Changes the book and keeps it, or leaves it as it was.
    fn write_in_book(&mut self, change: impl FnOnce(&mut Book)) -> Result<(), VaultError> {
        let Some(ring) = &mut self.ring else { return Err(VaultError::Unencrypted { path: self.root.clone() }) };
        let before = ring.book.clone();
        change(&mut ring.book);
        let kept = ring.keep_book(&*self.disk);
        if kept.is_err() {
            ring.book = before;
        }
        kept
    }
}

/// What has no folder yet waits on this computer, and is encrypted anew when it comes over.
fn if_there(done: Result<(), VaultError>) -> Result<(), VaultError> {
    if matches!(done, Err(VaultError::NoSuchDossier { .. })) { Ok(()) } else { done }
}
