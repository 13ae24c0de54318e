//! What a client may ask about what is kept, and what a klantmanager does then.

use super::command::{Erasing, Job, PrivacyWish};
use super::notice::Notice;
use super::open::Saving;
use super::{Desk, View};
use crate::dossier::event::{AccessEnded, AccessGiven, Ended, Happening, Paper, Stated};
use crate::dossier::ids::DossierId;
use crate::dossier::{Card, Now};
use crate::paper;
use crate::plan::{Leaflet, inspection, privacy_sheet};

impl Desk {
    pub(super) fn privacy(&mut self, wish: PrivacyWish, now: Now) -> Vec<Job> {
        let Some(open) = &self.open else { return Vec::new() };
        let dossier = open.dossier.id.clone();
        match wish {
            PrivacyWish::Sheet => {
                let leaflet = privacy_sheet(&self.texts, self.library.organisation());
                self.show_leaflet(&leaflet, Paper::PrivacySheet, now)
            }
            PrivacyWish::Inspection { left_out } => {
                let leaflet = inspection(&self.texts, &self.library, &open.dossier, &open.readers, &left_out);
                self.show_leaflet(&leaflet, Paper::Access, now)
            }
            PrivacyWish::End(ended) => self.record(vec![Happening::Ended(Ended { ended })], now),
            PrivacyWish::LetIn(card) => self.let_in(card, &dossier, now),
            PrivacyWish::SendAway(card) => self.send_away(&card, &dossier, now),
            PrivacyWish::State(words) => {
                let replaces = open.dossier.statement().standing();
                let words = words.trim().to_owned();
                self.record(vec![Happening::Stated(Stated { words, replaces })], now)
            }
            PrivacyWish::Erase { what, ground } => {
                if open.saving == Saving::Busy {
                    self.tell(Notice::trouble("erase-busy"));
                    return Vec::new();
                }
                let events = match what {
                    Erasing::Asking(place) => open.dossier.said_in(&place),
                    Erasing::Statement => open.dossier.stated(),
                };
                // Until it is done the dossier lies closed: an answer given meanwhile would be of what is no longer there.
                self.set_bookmark();
                self.view = View::Clients;
                self.ask(Job::Erase { dossier, events, ground })
            }
            PrivacyWish::Destroy(ground) => self.ask(Job::Destroy { dossier, ground }),
        }
    }

    fn show_leaflet(&mut self, leaflet: &Leaflet, kind: Paper, now: Now) -> Vec<Job> {
        let sheet = paper::leaflet_sheet(&self.texts, leaflet, now.today(), self.look.letters);
        self.show_sheet(&sheet, kind, now)
    }

    fn let_in(&mut self, card: Card, dossier: &DossierId, now: Now) -> Vec<Job> {
        if let Some(open) = &mut self.open
            && !open.readers.iter().any(|reader| reader.key == card.key)
        {
            open.readers.push(card.clone());
        }
        let mut jobs = self.record(vec![Happening::AccessGiven(AccessGiven { card })], now);
        jobs.push(Job::Readdress(dossier.clone()));
        jobs
    }

    fn send_away(&mut self, card: &Card, dossier: &DossierId, now: Now) -> Vec<Job> {
        if let Some(open) = &mut self.open {
            open.readers.retain(|reader| reader.key != card.key);
        }
        self.tell(Notice::done("access-ended"));
        let mut jobs = self.record(vec![Happening::AccessEnded(AccessEnded { key: card.key.clone() })], now);
        jobs.push(Job::Readdress(dossier.clone()));
        jobs
    }

    pub(super) fn destroyed(&mut self, dossier: &DossierId) {
        self.clients.retain(|line| line.id != *dossier);
        self.open = None;
        self.sheet = None;
        self.handover = None;
        self.view = View::Clients;
        self.tell(Notice::done("dossier-destroyed"));
    }
}
