//! The state that follows from a set of events. A function of the set: the order in which events arrived does not matter.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Answered, Aside, ClientNamed, Clock, Event, GuideRef, Happening, PaperMade, Route, RunBegan, When};
use super::ids::{Address, DossierId, EventId, Place, RunId};
use super::note::PrivateNote;
use super::register::{Head, Register};

/// One client's dossier: its journal, and what follows from it.
#[derive(Clone, Debug, Default)]
pub struct Dossier {
    pub id: DossierId,
    /// Sorted by clock, then id.
    journal: Vec<Event>,
    state: State,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct State {
    client: ClientNamed,
    runs: BTreeMap<RunId, Run>,
    answers: BTreeMap<Address, Register<Answered>>,
    asides: BTreeMap<Place, Register<Aside>>,
    depths: BTreeMap<Place, Register<When>>,
    notes: BTreeMap<Place, Register<PrivateNote>>,
    statement: Register<String>,
    papers: Vec<Head<PaperMade>>,
    ended: Option<jiff::civil::DateTime>,
    /// Answers that stay with an older edition.
    stays: BTreeSet<EventId>,
    retracted: BTreeSet<EventId>,
}

/// One walking of one guide edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub began: RunBegan,
    pub clock: Clock,
    /// The day it began, as its writer's clock had it.
    pub at: jiff::civil::DateTime,
    pub route: Route,
    /// The edition that it follows now.
    pub guide: GuideRef,
}

impl Dossier {
    /// Folds a set of events; the same event twice counts once.
    #[must_use]
    pub fn from_events(id: DossierId, mut events: Vec<Event>) -> Self {
        events.sort_by(|a, b| (a.clock, &a.id).cmp(&(b.clock, &b.id)));
        events.dedup_by(|a, b| a.id == b.id);
        let state = State::fold(&events);
        Self { id, journal: events, state }
    }

    /// Adds one event.
    pub fn apply(&mut self, event: Event) {
        let mut events = std::mem::take(&mut self.journal);
        events.push(event);
        *self = Self::from_events(std::mem::take(&mut self.id), events);
    }

    /// Takes an event out again that could not be made durable.
    pub fn withdraw(&mut self, event: &EventId) {
        let mut events = std::mem::take(&mut self.journal);
        events.retain(|known| known.id != *event);
        *self = Self::from_events(std::mem::take(&mut self.id), events);
    }

    #[must_use]
    pub fn journal(&self) -> &[Event] {
        &self.journal
    }

    #[must_use]
    pub fn client(&self) -> &ClientNamed {
        &self.state.client
    }

    /// The clock of the newest event.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.journal.last().map_or_else(Clock::default, |event| event.clock)
    }

    /// When something was last written, as its writer's clock had it.
    #[must_use]
    pub fn last_written(&self) -> Option<jiff::civil::DateTime> {
        self.journal.last().map(|event| event.at)
    }

    #[must_use]
    pub fn run(&self, id: &RunId) -> Option<&Run> {
        self.state.runs.get(id)
    }

    /// All runs, the oldest first.
    #[must_use]
    pub fn runs(&self) -> Vec<&Run> {
        let mut runs: Vec<&Run> = self.state.runs.values().collect();
        runs.sort_by_key(|run| run.clock);
        runs
    }

    /// The run that an offer at `caller` began, the newest when there are more.
    #[must_use]
    pub fn called_from(&self, caller: &Place) -> Option<&Run> {
        self.state.runs.values().filter(|run| run.began.caller.as_ref() == Some(caller)).max_by_key(|run| run.clock)
    }

    #[must_use]
    pub fn answers(&self, at: &Address) -> Option<&Register<Answered>> {
        self.state.answers.get(at)
    }

    /// Every address that ever got an answer, in the order of places.
    pub fn all_answers(&self) -> impl Iterator<Item = (&Address, &Register<Answered>)> {
        self.state.answers.iter()
    }

    /// All addresses of a run that ever got an answer, in the order of places.
    pub fn answered(&self, run: &RunId) -> impl Iterator<Item = (&Address, &Register<Answered>)> {
        self.state.answers.iter().filter(move |(at, _)| at.place.run == *run)
    }

    #[must_use]
    pub fn aside(&self, place: &Place) -> Option<&Register<Aside>> {
        self.state.asides.get(place)
    }

    #[must_use]
    pub fn depth(&self, place: &Place) -> Option<&Register<When>> {
        self.state.depths.get(place)
    }

    /// For the klantmanager's own pane and the client's right of access, and nowhere else.
    #[must_use]
    pub fn note(&self, place: &Place) -> Option<&Register<PrivateNote>> {
        self.state.notes.get(place)
    }

    /// What the client wants to have said of this dossier.
    #[must_use]
    pub fn statement(&self) -> &Register<String> {
        &self.state.statement
    }

    /// Every event in which the client said something of the dossier itself.
    #[must_use]
    pub fn stated(&self) -> BTreeSet<EventId> {
        let stated = self.journal.iter().filter(|event| matches!(event.what, Happening::Stated(_)));
        stated.map(|event| event.id.clone()).collect()
    }

    #[must_use]
    pub fn papers(&self) -> &[Head<PaperMade>] {
        &self.state.papers
    }

    /// Every event that holds what was said, noted or set aside at a step, of whatever run and visit.
    #[must_use]
    pub fn said_at(&self, step: &str) -> BTreeSet<EventId> {
        self.said_where(|place| place.step == step)
    }

    /// The same for one asking of a step.
    #[must_use]
    pub fn said_in(&self, asking: &Place) -> BTreeSet<EventId> {
        self.said_where(|place| place == asking)
    }

    fn said_where(&self, at: impl Fn(&Place) -> bool) -> BTreeSet<EventId> {
        let said = |what: &Happening| match what {
            Happening::Answered(answered) => at(&answered.at.place),
            Happening::SetAside(aside) => at(&aside.place),
            Happening::Deepened(deepened) => at(&deepened.place),
            Happening::NoteWritten(note) => at(&note.place),
            _ => false,
        };
        self.journal.iter().filter(|event| said(&event.what)).map(|event| event.id.clone()).collect()
    }

    /// When the guidance ended, if it did and was not taken up again.
    #[must_use]
    pub fn ended(&self) -> Option<jiff::civil::DateTime> {
        self.state.ended
    }

    /// Whether an answer stays with an older edition of its guide: it is kept, and answers nothing any more.
    #[must_use]
    pub fn stays_behind(&self, event: &EventId) -> bool {
        self.state.stays.contains(event)
    }

    /// Whether an event was undone, and that undoing was not undone in its turn.
    #[must_use]
    pub fn is_retracted(&self, event: &EventId) -> bool {
        self.state.retracted.contains(event)
    }

    /// Whether two dossiers say the same, whatever their journals look like.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.state == other.state
    }
}

impl State {
    fn fold(events: &[Event]) -> Self {
        let retracted = retracted(events);
        let covered = covered(events, &retracted);
        let mut state = Self::default();
        for event in events {
            // What was undone and what something newer replaced no longer stands.
            if retracted.contains(&event.id) || covered.contains(&event.id) {
                continue;
            }
            state.stand(event);
        }
        state.retracted = retracted;
        state
    }

    fn stand(&mut self, event: &Event) {
        match &event.what {
            Happening::ClientNamed(named) => self.client = named.clone(),
            Happening::RunBegan(began) => {
                let run = Run {
                    began: began.clone(),
                    clock: event.clock,
                    at: event.at,
                    route: began.route,
                    guide: began.guide.clone(),
                };
                self.runs.insert(began.run.clone(), run);
            }
            Happening::RouteChosen(chosen) => {
                if let Some(run) = self.runs.get_mut(&chosen.run) {
                    run.route = chosen.route;
                }
            }
            Happening::EditionChosen(chosen) => {
                if let Some(run) = self.runs.get_mut(&chosen.run) {
                    run.guide = chosen.guide.clone();
                    self.stays.extend(chosen.stays.iter().cloned());
                }
            }
            Happening::Answered(answered) => {
                self.answers.entry(answered.at.clone()).or_default().push(head(event, answered.clone()));
            }
            Happening::SetAside(aside) => {
                self.asides.entry(aside.place.clone()).or_default().push(head(event, aside.how));
            }
            Happening::Deepened(deepened) => {
                self.depths.entry(deepened.place.clone()).or_default().push(head(event, deepened.when));
            }
            Happening::NoteWritten(written) => {
                self.notes.entry(written.place.clone()).or_default().push(head(event, written.note.clone()));
            }
            Happening::Stated(stated) => self.statement.push(head(event, stated.words.clone())),
            Happening::PaperMade(made) => self.papers.push(head(event, made.clone())),
            Happening::Ended(ended) => self.ended = ended.ended.then_some(event.at),
            // Undoing is folded before; what was erased is gone from its file; who may read is the vault's to know, because it
            // depends on who signed; the register is read by itself.
            Happening::Retracted(_)
            | Happening::Erased(_)
            | Happening::Destroyed(_)
            | Happening::AccessGiven(_)
            | Happening::AccessEnded(_) => {}
        }
    }
}

fn head<T>(event: &Event, value: T) -> Head<T> {
    Head { event: event.id.clone(), clock: event.clock, at: event.at, value }
}

/// Events that were undone. A retraction that was itself undone does not count, so the newest is looked at first.
fn retracted(events: &[Event]) -> BTreeSet<EventId> {
    let mut retracted = BTreeSet::new();
    for event in events.iter().rev() {
        if let Happening::Retracted(undo) = &event.what
            && !retracted.contains(&event.id)
        {
            retracted.insert(undo.event.clone());
        }
    }
    retracted
}

/// Events that something newer replaced. An undone event that was itself replaced passes the covering on:
/// what it once replaced stays replaced.
fn covered(events: &[Event], retracted: &BTreeSet<EventId>) -> BTreeSet<EventId> {
    let mut covered: BTreeSet<EventId> = BTreeSet::new();
    for event in events.iter().rev() {
        if !retracted.contains(&event.id) || covered.contains(&event.id) {
            covered.extend(event.what.replaces().iter().cloned());
        }
    }
    covered
}

impl Happening {
    /// The events that this one replaces; those that nothing replaces are heads.
    #[must_use]
    pub fn replaces(&self) -> &[EventId] {
        match self {
            Self::Answered(answered) => &answered.replaces,
            Self::SetAside(aside) => &aside.replaces,
            Self::Deepened(deepened) => &deepened.replaces,
            Self::NoteWritten(written) => &written.replaces,
            Self::Stated(stated) => &stated.replaces,
            _ => &[],
        }
    }
}
