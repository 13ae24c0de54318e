//! The dossier that lies open: its events, the run that is walked, and where the two at the table are looking.

use std::collections::BTreeSet;

use super::change::{Doubt, EditionOffer};
use crate::dossier::Now;
use crate::dossier::answer::Answer;
use crate::dossier::event::{Event, Happening, Retracted};
use crate::dossier::ids::{EventId, Place, RunId, SegmentId};
use crate::dossier::{Card, Dossier, Run};
use crate::guide::{Guide, Library};
use crate::walk::{Status, Stop, Walk};

/// What has been kept of the last thing that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was written in this sitting.
    Nothing,
    /// On its way to the disk.
    Busy,
    /// Durable, at this hour and minute.
    Kept { hour: i8, minute: i8 },
    /// The last save failed; a notice says what to do.
    Failed,
}

/// An answer that could not be saved: the screen shows it again as a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    pub place: Place,
    pub field: String,
    pub answer: Answer,
}

#[derive(Debug)]
pub struct OpenDossier {
    /// Durable events and those on their way.
    pub(super) dossier: Dossier,
    pub(super) segment: SegmentId,
    next_seq: u32,
    pending: BTreeSet<EventId>,
    /// What this sitting wrote and can undo, the newest last.
    undoable: Vec<EventId>,
    pub(super) saving: Saving,
    pub(super) returned: Option<Returned>,
    pub(super) run: Option<RunId>,
    pub(super) walk: Walk,
    /// The walk of the last run that nobody called: where a conversation can go on.
    last_walk: Walk,
    pub(super) at: Option<Place>,
    /// An answer that waits for a word.
    pub(super) doubt: Option<Doubt>,
    pub(super) edition_offer: Option<EditionOffer>,
    /// Who can read it.
    pub(super) readers: Vec<Card>,
    /// False when nothing of this conversation is kept.
    pub(super) stored: bool,
}

impl OpenDossier {
    pub(super) fn new(dossier: Dossier, segment: SegmentId, library: &Library) -> Self {
        let written = dossier.journal().iter().filter(|event| event.id.segment == segment);
        let next_seq = written.map(|event| event.id.seq).max().unwrap_or(0) + 1;
        let mut open = Self {
            dossier,
            segment,
            next_seq,
            pending: BTreeSet::new(),
            undoable: Vec::new(),
            saving: Saving::Nothing,
            returned: None,
            run: None,
            walk: Walk::default(),
            last_walk: Walk::default(),
            at: None,
            doubt: None,
            edition_offer: None,
            readers: Vec::new(),
            stored: true,
        };
        open.look_again(library);
        open
    }

    #[must_use]
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// Who can read this dossier, the one who has it open first.
    #[must_use]
    pub fn readers(&self) -> &[Card] {
        &self.readers
    }

    /// Whether what is said here is kept at all.
    #[must_use]
    pub fn is_stored(&self) -> bool {
        self.stored
    }

    #[must_use]
    pub fn saving(&self) -> Saving {
        self.saving
    }

    #[must_use]
    pub fn returned(&self) -> Option<&Returned> {
        self.returned.as_ref()
    }

    #[must_use]
    pub fn run(&self) -> Option<&RunId> {
        self.run.as_ref()
    }

    #[must_use]
    pub fn walk(&self) -> &Walk {
        &self.walk
    }

    /// The last run that nobody called, with its walk.
    #[must_use]
    pub fn last(&self) -> Option<(&Run, &Walk)> {
        let run = self.dossier.runs().into_iter().rfind(|run| run.began.caller.is_none())?;
        Some((run, &self.last_walk))
    }

    /// The stop that both look at; `None` at the end of the route.
    #[must_use]
    pub fn stop(&self) -> Option<&Stop> {
        self.walk.stop(self.at.as_ref()?)
    }

    /// The outermost guide of the run.
    #[must_use]
    pub fn guide<'a>(&self, library: &'a Library) -> Option<&'a Guide> {
        library.edition(&self.dossier.run(self.run.as_ref()?)?.guide)
    }

    /// An answer that was given and waits, because others would fall away with it.
    #[must_use]
    pub fn doubt(&self) -> Option<&Doubt> {
        self.doubt.as_ref()
    }

    /// A newer edition that the last run can go over to.
    #[must_use]
    pub fn edition_offer(&self) -> Option<&EditionOffer> {
        self.edition_offer.as_ref()
    }

    /// Whether something of this sitting can be undone.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undoable.is_empty()
    }

    /// The event that would be next; nothing happens.
    pub(super) fn event(&self, what: Happening, now: Now) -> Event {
        Event {
            id: EventId { segment: self.segment.clone(), seq: self.next_seq },
            clock: self.dossier.clock().after(now.millis),
            at: now.local,
            what,
        }
    }

    /// Makes events of what happened and applies them; they are pending until the vault has kept them.
    pub(super) fn record(&mut self, what: Vec<Happening>, now: Now, library: &Library) -> Vec<Event> {
        let mut events = Vec::new();
        for what in what {
            let event = self.event(what, now);
            self.next_seq += 1;
            self.pending.insert(event.id.clone());
            if is_undoable(&event.what) {
                self.undoable.push(event.id.clone());
            }
            self.dossier.apply(event.clone());
            events.push(event);
        }
        self.saving = Saving::Busy;
        self.look_again(library);
        events
    }

    /// Undoes the newest thing of this sitting, and looks at the place where it was.
    pub(super) fn undo(&mut self, now: Now, library: &Library) -> Vec<Event> {
        let Some(event) = self.undoable.pop() else { return Vec::new() };
        let undone = self.dossier.journal().iter().find(|known| known.id == event);
        let place = undone.and_then(|event| place_of(&event.what)).cloned();
        let events = self.record(vec![Happening::Retracted(Retracted { event })], now, library);
        if let Some(place) = place.filter(|place| self.walk.stop(place).is_some()) {
            self.at = Some(place);
        }
        events
    }

    pub(super) fn kept(&mut self, events: &[EventId], now: Now) {
        for event in events {
            self.pending.remove(event);
        }
        if self.pending.is_empty() {
            self.saving = Saving::Kept { hour: now.local.hour(), minute: now.local.minute() };
        }
    }

    /// Takes out what could not be kept. Its place and answer come back as a draft.
    pub(super) fn not_kept(&mut self, events: &[EventId], library: &Library) {
        for id in events {
            let lost = self.dossier.journal().iter().find(|event| event.id == *id).cloned();
            self.pending.remove(id);
            self.undoable.retain(|known| known != id);
            self.dossier.withdraw(id);
            let Some(lost) = lost else { continue };
            if let Some(place) = place_of(&lost.what) {
                self.at = Some(place.clone());
            }
            if let Happening::Answered(answered) = lost.what {
                let (place, field) = (answered.at.place, answered.at.field);
                self.returned = Some(Returned { place, field, answer: answered.answer });
            }
        }
        self.saving = Saving::Failed;
        self.look_again(library);
    }

    /// Goes to a run, and to where it went on.
    pub(super) fn resume(&mut self, run: RunId, library: &Library) {
        self.run = Some(run);
        self.look_again(library);
        self.at = self.half_answered().or_else(|| self.walk.here().map(|stop| stop.place.clone()));
    }

    /// The place of the last answer, when a part of it is still open: a conversation that broke off in the middle of a step.
    fn half_answered(&self) -> Option<Place> {
        let last = self.dossier.journal().last()?;
        let stop = self.walk.stop(place_of(&last.what)?)?;
        let open = stop.fields.iter().any(|field| field.answer.is_none());
        (stop.status == Status::Answered && open).then(|| stop.place.clone())
    }

    /// Derives the walk again, after something changed.
    pub(super) fn look_again(&mut self, library: &Library) {
        let over = |run: &RunId| Walk::over(library, &self.dossier, run).unwrap_or_default();
        let last = self.last().map(|(run, _)| run.began.run.clone());
        let walk = self.run.as_ref().map(over).unwrap_or_default();
        self.last_walk = match last {
            Some(last) if self.run.as_ref() == Some(&last) => walk.clone(),
            Some(last) => over(&last),
            None => Walk::default(),
        };
        self.walk = walk;
        self.edition_offer = EditionOffer::of(self, library);
        let fell_off = self.at.as_ref().is_some_and(|at| self.walk.stop(at).is_none());
        if fell_off {
            self.at = self.walk.here().map(|stop| stop.place.clone());
        }
    }

    /// The stop after the one that is looked at; `None` at the end.
    pub(super) fn following(&self) -> Option<Place> {
        let at = self.walk.position(self.at.as_ref()?)?;
        self.walk.stops.get(at + 1).map(|stop| stop.place.clone())
    }

    /// The stop before the one that is looked at; the last one when the end is looked at.
    pub(super) fn preceding(&self) -> Option<Place> {
        let at = match &self.at {
            Some(at) => self.walk.position(at)?,
            None => self.walk.stops.len(),
        };
        self.walk.stops.get(at.checked_sub(1)?).map(|stop| stop.place.clone())
    }
}

/// Naming a client and making paper are not undone with one key; what was said at a step is.
fn is_undoable(what: &Happening) -> bool {
    matches!(
        what,
        Happening::Answered(_)
            | Happening::SetAside(_)
            | Happening::Deepened(_)
            | Happening::RouteChosen(_)
            | Happening::EditionChosen(_)
    )
}

fn place_of(what: &Happening) -> Option<&Place> {
    match what {
        Happening::Answered(answered) => Some(&answered.at.place),
        Happening::SetAside(aside) => Some(&aside.place),
        Happening::Deepened(deepened) => Some(&deepened.place),
        Happening::NoteWritten(note) => Some(&note.place),
        _ => None,
    }
}
