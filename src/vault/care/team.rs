//! Who works in a vault: somebody comes, somebody goes, and who can help when a passphrase is lost.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::super::folder::{Folder, REGISTER};
use super::super::keys::{self, Book, Fingerprint, Standing};
use super::super::segment::Reading;
use super::super::{Store as _, VaultError, trust};
use crate::dossier::event::{AccessEnded, AccessGiven, Destroyed, Happening};
use crate::dossier::ids::DossierId;
use crate::dossier::{Card, Now};

/// Somebody else who works in the vault, or whose card lies there.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub card: Card,
    /// How they stand; none when their fingerprint was never compared.
    pub standing: Option<Standing>,
}

impl Member {
    #[must_use]
    pub fn is_colleague(&self) -> bool {
        self.standing == Some(Standing::Colleague)
    }

    /// The key of how they stand, in `screen.ftl`.
    #[must_use]
    pub fn standing_key(&self) -> &'static str {
        match self.standing {
            Some(Standing::Colleague) => "team-known",
            Some(Standing::Left) => "team-has-left",
            Some(Standing::Mistaken) => "team-is-mistaken",
            None => "team-unknown",
        }
    }
}

impl Folder {
    pub(in super::super) fn all_members(&self) -> Result<Vec<Member>, VaultError> {
        let Some(ring) = &self.ring else { return Ok(Vec::new()) };
        // Whoever tidies the folder does not take anybody out of the book.
        let mut cards = ring.book.cards().clone();
        for card in keys::cards(&*self.disk, &self.root)? {
            if let Some(on) = Fingerprint::on(&card).filter(|on| on != ring.own()) {
                cards.entry(on.as_str().to_owned()).or_insert(card);
            }
        }
        let member = |(on, card): (String, Card)| Member { card, standing: ring.book.standing(&on) };
        Ok(cards.into_iter().map(member).collect())
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
        self.refresh_ring();
        let mut ended = 0;
        self.each_dossier(|folder, dossier| {
            ended += usize::from(folder.end_access(dossier, (card, &who), standing, now)?);
            Ok(())
        })?;
        if standing == Standing::Left {
            self.take_over_register(&who, now)?;
        }
        // Last: as long as it is not done everywhere, it stands there to be done again.
        self.write_in_book(|book| book.say(who.as_str(), standing))?;
        if let Some(marks) = self.marks.as_ref().filter(|_| standing == Standing::Mistaken) {
            // What an impostor said was destroyed comes back; what others said stays away.
            marks.forget_destroyed();
        }
        self.destroyed()?;
        Ok(ended)
    }

    /// Ends their access to a dossier, where they had it. Who reads it by what they gave is let in once more, because that
    /// does not count after this: of who left everybody, of who was mistaken only colleagues.
    fn end_access(
        &mut self,
        dossier: &DossierId,
        (card, who): (&Card, &Fingerprint),
        standing: Standing,
        now: Now,
    ) -> Result<bool, VaultError> {
        let (ring, mut readings) = (self.ring()?, self.readings(dossier)?);
        let before = trust::let_in_to(dossier, &readings, ring.own(), &ring.book);
        let mut book = ring.book.clone();
        book.say(who.as_str(), standing);
        if standing == Standing::Mistaken {
            readings.retain(|(_, reading)| reading.signer.as_ref() != Some(who));
        }
        let after = trust::let_in_to(dossier, &readings, ring.own(), &book);
        let colleagues: BTreeSet<&String> = ring.book.colleagues().map(|(on, _)| on).collect();
        let stays = |on: &String| standing == Standing::Left || colleagues.contains(on);
        let falls_out = before.iter().filter(|(on, _)| *on != who.as_str() && !after.contains_key(*on) && stays(on));
        let again: Vec<Card> = falls_out.map(|(_, card)| card.clone()).collect();
        for card in again {
            self.write_down(dossier, Happening::AccessGiven(AccessGiven { card }), now)?;
        }
        let had = before.contains_key(who.as_str());
        if had {
            self.write_down(dossier, Happening::AccessEnded(AccessEnded { key: card.key.clone() }), now)?;
        }
        Ok(had)
    }

    /// Says once more what they said was destroyed: after this it counts only from others.
    fn take_over_register(&mut self, who: &Fingerprint, now: Now) -> Result<(), VaultError> {
        let (register, readings) = (DossierId::new(REGISTER), self.register_readings()?);
        let (theirs, others): (Vec<_>, Vec<_>) =
            readings.iter().partition(|(_, reading)| reading.signer.as_ref() == Some(who));
        let said = |readings: &[&(PathBuf, Reading)]| -> Vec<Destroyed> {
            let events = readings.iter().flat_map(|(_, reading)| &reading.events);
            events
                .filter_map(|event| match &event.what {
                    Happening::Destroyed(gone) => Some(gone.clone()),
                    _ => None,
                })
                .collect()
        };
        let known: BTreeSet<DossierId> = said(&others).into_iter().map(|gone| gone.dossier).collect();
        let mut again = said(&theirs);
        again.retain(|gone| !known.contains(&gone.dossier));
        for gone in again {
            self.write_down(&register, Happening::Destroyed(gone), now)?;
        }
        Ok(())
    }

    pub(in super::super) fn encrypt_to_recovery(&mut self, recipient: &str) -> Result<(), VaultError> {
        let recipient = keys::recipient(recipient).ok_or(VaultError::BadName { what: "recipient" })?.to_string();
        // As long as not everything is encrypted to it the book says so, whatever stops this.
        self.write_in_book(|book| book.choose_recovery(recipient))?;
        self.ring()?.keep_card(&*self.disk)?;
        // What this sitting wrote is encrypted anew like all before it; whoever goes on begins another.
        self.sittings.clear();
        self.each_dossier(Self::copy_for_readers)?;
        self.copy_register()?;
        self.write_in_book(Book::recovery_done)
    }

    fn copy_register(&mut self) -> Result<(), VaultError> {
        let register = DossierId::new(REGISTER);
        // What was written in it just now is for the others too.
        self.sittings.remove(&register);
        if_there(self.copy_for_readers(&register))
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

    /// Takes in what another window or computer of the same person wrote in the book, and newer cards of colleagues.
    pub(in super::super) fn refresh_ring(&mut self) {
        if let Some(ring) = &mut self.ring {
            ring.refresh(&*self.disk);
        }
    }

    /// Changes the book and keeps it. After an error the change may be there or not: it can be made again.
    fn write_in_book(&mut self, change: impl FnOnce(&mut Book)) -> Result<(), VaultError> {
        self.refresh_ring();
        let Some(ring) = &mut self.ring else { return Err(VaultError::Unencrypted { path: self.root.clone() }) };
        let before = ring.book.clone();
        change(&mut ring.book);
        let kept = ring.keep_book(&*self.disk);
        if kept.is_err() {
            ring.book = before;
        } else if let (Some(marks), Some(text)) = (&self.marks, ring.book_text()) {
            marks.saw_book(text);
        }
        kept
    }
}

/// What has no folder yet waits on this computer, and is encrypted anew when it comes over.
fn if_there(done: Result<(), VaultError>) -> Result<(), VaultError> {
    if matches!(done, Err(VaultError::NoSuchDossier { .. })) { Ok(()) } else { done }
}
