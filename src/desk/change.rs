//! Changes that a person should see coming: an answer that takes others off the route, and a newer edition of a guide.

use super::Desk;
use super::command::Job;
use super::open::OpenDossier;
use crate::dossier::Now;
use crate::dossier::event::{Answered, EditionChosen, GuideRef, Happening};
use crate::dossier::ids::{EventId, Place, RunId};
use crate::guide::{Comparison, Crossing, Library};
use crate::plan::Consequences;

/// An answer that was given and waits for a word, because others would fall away with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    pub(super) change: Answered,
    pub consequences: Consequences,
}

/// A newer edition of the guide that a run follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionOffer {
    pub run: RunId,
    pub to: GuideRef,
    pub comparison: Comparison,
    /// Answers that stay with the edition in which they were given.
    pub stays: Vec<EventId>,
}

impl EditionOffer {
    /// What a run can go over to; `None` when it follows the newest edition.
    pub(super) fn of(open: &OpenDossier, library: &Library) -> Option<Self> {
        let (run, _) = open.last()?;
        let old = library.edition(&run.guide)?;
        let new = library.newest(&run.guide.id).filter(|new| new.name() != old.name())?;
        let comparison = Comparison::between(old, new);
        if comparison.is_same() {
            return None;
        }
        let crossing = Crossing::between(old, new);
        let heads = open.dossier().answered(&run.began.run).flat_map(|(at, register)| {
            let crossing = &crossing;
            register.heads().iter().filter(move |head| !crossing.carries(&at.field, &head.value.answer))
        });
        let stays = heads.map(|head| head.event.clone()).collect();
        Some(Self { run: run.began.run.clone(), to: new.name().clone(), comparison, stays })
    }
}

impl Desk {
    /// Whether a change should be told before it happens: something that was said would fall away.
    pub(super) fn doubt(&mut self, change: &Answered, now: Now) -> bool {
        let Some(open) = &mut self.open else { return false };
        let Some(run) = open.run.clone() else { return false };
        let event = open.event(Happening::Answered(change.clone()), now);
        let consequences = Consequences::of(&self.library, &open.dossier, &run, event, now.today());
        if !consequences.takes_something() {
            return false;
        }
        open.doubt = Some(Doubt { change: change.clone(), consequences });
        true
    }

    pub(super) fn in_doubt(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.doubt.is_some())
    }

    /// Whether the answer that waits is one to this question.
    pub(super) fn doubts(&self, place: &Place, field: &str) -> bool {
        let doubt = self.open.as_ref().and_then(|open| open.doubt.as_ref());
        doubt.is_some_and(|doubt| doubt.change.at.place == *place && doubt.change.at.field == field)
    }

    /// Guides speak their second language from here on, or their first again.
    pub(super) fn second_language(&mut self, now: Now) {
        self.library.speak_second(!self.library.voice().second);
        if let Some(open) = &mut self.open {
            open.look_again(&self.library);
        }
        self.draw_plan(now);
    }

    /// Lets the change that waits happen, or not.
    pub(super) fn settle(&mut self, change: bool, now: Now) -> Vec<Job> {
        let Some(doubt) = self.open.as_mut().and_then(|open| open.doubt.take()) else { return Vec::new() };
        if change { self.record(vec![Happening::Answered(doubt.change)], now) } else { Vec::new() }
    }

    /// The last run goes on with the newer edition. What cannot go along stays, word for word.
    pub(super) fn take_edition(&mut self, now: Now) -> Vec<Job> {
        let Some(offer) = self.open.as_ref().and_then(|open| open.edition_offer.clone()) else { return Vec::new() };
        let text = self.library.text(&offer.to).map(str::to_owned);
        let mut jobs: Vec<Job> = text.map(|text| Job::PinGuide { text }).into_iter().collect();
        let chosen = EditionChosen { run: offer.run, guide: offer.to, stays: offer.stays };
        jobs.extend(self.record(vec![Happening::EditionChosen(chosen)], now));
        jobs
    }
}
