//! A conversation that nobody held: answers are said one by one, and the walk follows.

use jiff::civil::{Date, date};

use crate::dossier::answer::Answer;
use crate::dossier::event::{
    Answered, Aside, Clock, Deepened, Event, GuideRef, Happening, Route, RunBegan, SetAside, When,
};
use crate::dossier::ids::{Address, DossierId, EventId, ItemId, Place, RunId, SegmentId};
use crate::dossier::{Dossier, Register};
use crate::guide::Library;
use crate::plan::ActionPlan;
use crate::walk::{StopKind, Walk};

/// The day on which all trials are held.
pub(super) const DAY: Date = date(2026, 1, 5);

/// A dossier of events with one run that is walked, and perhaps earlier ones.
#[derive(Clone, Debug)]
pub struct Trial<'a> {
    library: &'a Library,
    run: RunId,
    runs: u32,
    events: Vec<Event>,
    next: u32,
}

impl<'a> Trial<'a> {
    #[must_use]
    pub fn new(library: &'a Library) -> Self {
        Self { library, run: RunId::default(), runs: 0, events: Vec::new(), next: 1 }
    }

    /// Begins another run, which is then the one that is walked.
    pub fn begin(&mut self, guide: &GuideRef, route: Route) {
        self.run = self.new_run();
        let began = RunBegan { run: self.run.clone(), guide: guide.clone(), route, caller: None };
        self.happens(Happening::RunBegan(began));
    }

    fn new_run(&mut self) -> RunId {
        self.runs += 1;
        RunId::new(format!("run-{}", self.runs))
    }

    #[must_use]
    pub fn run(&self) -> &RunId {
        &self.run
    }

    #[must_use]
    pub fn day(&self) -> Date {
        DAY
    }

    pub fn happens(&mut self, what: Happening) -> EventId {
        let event = self.event(what);
        let id = event.id.clone();
        self.events.push(event);
        self.next += 1;
        id
    }

    /// The event that would be next.
    #[must_use]
    pub fn event(&self, what: Happening) -> Event {
        Event {
            id: EventId { segment: SegmentId::new("trial"), seq: self.next },
            clock: Clock { millis: i64::from(self.next), tick: 0 },
            at: DAY.at(10, 0, 0, 0),
            what,
        }
    }

    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The same trial without one of its events.
    #[must_use]
    pub fn without(&self, event: &EventId) -> Self {
        let mut events = self.events.clone();
        events.retain(|known| known.id != *event);
        Self { events, ..self.clone() }
    }

    #[must_use]
    pub fn dossier(&self) -> Dossier {
        Dossier::from_events(DossierId::new("trial"), self.events.clone())
    }

    #[must_use]
    pub fn walk(&self) -> Walk {
        Walk::over(self.library, &self.dossier(), &self.run).unwrap_or_default()
    }

    #[must_use]
    pub fn plan(&self) -> ActionPlan {
        ActionPlan::draw_up(self.library, &self.dossier(), DAY, 1)
    }

    /// Says an answer. What stood there is replaced.
    pub fn say(&mut self, place: &Place, field: &str, answer: Answer) -> EventId {
        let at = Address { place: place.clone(), field: field.to_owned() };
        let replaces = self.dossier().answers(&at).map(Register::standing).unwrap_or_default();
        self.answered(at, answer, replaces)
    }

    /// Says an answer where nothing was said before.
    pub fn say_first(&mut self, place: &Place, field: &str, answer: Answer) -> EventId {
        self.answered(Address { place: place.clone(), field: field.to_owned() }, answer, Vec::new())
    }

    fn answered(&mut self, at: Address, answer: Answer, replaces: Vec<EventId>) -> EventId {
        self.happens(Happening::Answered(Answered { at, question: String::new(), answer, replaces }))
    }

    pub fn set_aside(&mut self, place: &Place, how: Aside) -> EventId {
        self.happens(Happening::SetAside(SetAside { place: place.clone(), how, replaces: Vec::new() }))
    }

    /// Answers an offer of depth, or of another guide, whose run then begins.
    pub fn deepen(&mut self, place: &Place, when: When, called: Option<&str>) -> EventId {
        let id = self.happens(Happening::Deepened(Deepened { place: place.clone(), when, replaces: Vec::new() }));
        if let Some(guide) = called.filter(|_| when == When::Now).and_then(|guide| self.library.newest(guide)) {
            let (run, guide) = (self.new_run(), guide.name().clone());
            let began = RunBegan { run, guide, route: Route::Core, caller: Some(place.clone()) };
            self.happens(Happening::RunBegan(began));
        }
        id
    }

    /// What an earlier conversation with a guide said. The guide need not be at hand.
    pub fn earlier(&mut self, guide: &str, key: &str, item: Option<ItemId>, answer: Answer) {
        let now = self.run.clone();
        let name = match self.library.newest(guide) {
            Some(guide) => guide.name().clone(),
            None => GuideRef { id: guide.to_owned(), edition: String::new(), digest: String::new() },
        };
        self.begin(&name, Route::Core);
        let step = self.library.newest(guide).and_then(|guide| guide.step_of_key(key)).map(|step| step.id.clone());
        let place = Place { run: self.run.clone(), step: step.unwrap_or_else(|| key.to_owned()), item, visit: 1 };
        self.say(&place, key, answer);
        self.run = now;
    }

    /// The guide that a stop offers, where it offers one.
    #[must_use]
    pub fn offered(kind: &StopKind) -> Option<&str> {
        match kind {
            StopKind::Call { guide } => Some(guide),
            StopKind::Step => None,
        }
    }
}
