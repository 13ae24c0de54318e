//! A desk with everything around it in memory: commands in, desk out.

use std::sync::mpsc::{Receiver, channel};

use jiff::civil::{DateTime, date};
use roer::desk::crew::{AtOnce, Crew};
use roer::desk::hands::{PaperHand, VaultHand};
use roer::desk::{Command, Desk, Job, Mint, Now, Wish};
use roer::dossier::answer::{Answer, Appointment, Goal, IfThen, Item, Person, Picked, Task};
use roer::dossier::event::{Route, When};
use roer::dossier::ids::{ItemId, Place};
use roer::guide::Library;
use roer::guide::ask::Who;
use roer::platform::fake::FakeDesktop;
use roer::texts::Language;
use roer::vault::{Faults, Memory};

/// Monday 23 November 2026, ten o'clock.
pub fn now() -> Now {
    Now { millis: 1_795_431_600_000, local: monday() }
}

pub fn monday() -> DateTime {
    date(2026, 11, 23).at(10, 0, 0, 0)
}

pub struct Table {
    pub desk: Desk,
    pub desktop: FakeDesktop,
    pub faults: Faults,
    pub copied: Vec<String>,
    crew: AtOnce,
    inbox: Receiver<Command>,
}

impl Table {
    pub fn new() -> Self {
        Self::with(Library::bundled())
    }

    pub fn with(library: Library) -> Self {
        let (replies, inbox) = channel();
        let desktop = FakeDesktop::default();
        let store = Memory::new();
        let faults = store.faults();
        let crew = AtOnce {
            vault: VaultHand::holding(Box::new(store), now),
            paper: PaperHand::new(Box::new(desktop.clone())),
            inbox: replies,
        };
        let desk = Desk::new(Language::Dutch, library, Mint::new("test"));
        let mut table = Self { desk, desktop, faults, copied: Vec::new(), crew, inbox };
        table.tell(Command::OpenVault { demonstration: false });
        table
    }

    /// A table with a client and a guide that was begun.
    pub fn begun(guide: &str, route: Route) -> Self {
        let mut table = Self::new();
        table.begin(guide, route);
        table
    }

    pub fn begin(&mut self, guide: &str, route: Route) {
        self.tell(Command::NewClient { name: "Sam".to_owned(), reference: String::new() });
        self.tell(Command::Begin { guide: guide.to_owned(), route });
    }

    pub fn tell(&mut self, command: Command) {
        for job in self.desk.handle(command, now()) {
            match job {
                Job::Copy(text) => self.copied.push(text),
                job => self.crew.ask(job),
            }
        }
        while let Ok(command) = self.inbox.try_recv() {
            self.tell(command);
        }
    }

    pub fn wish(&mut self, wish: Wish) {
        self.tell(Command::Wish(wish));
    }

    /// Id of the step that is looked at; empty at the end of the route.
    pub fn step(&self) -> String {
        self.desk.open().and_then(|open| open.stop()).map(|stop| stop.place.step.clone()).unwrap_or_default()
    }

    pub fn place(&self) -> Place {
        self.desk.open().and_then(|open| open.stop()).map(|stop| stop.place.clone()).expect("a stop is looked at")
    }

    /// Looks at the first stop of this step.
    pub fn go(&mut self, step: &str) {
        let place = self.find(step).unwrap_or_else(|| panic!("‘{step}’ is not on the route: {:?}", self.route()));
        self.tell(Command::GoTo(place));
    }

    pub fn find(&self, step: &str) -> Option<Place> {
        let stops = &self.desk.open()?.walk().stops;
        stops.iter().find(|stop| stop.place.step == step).map(|stop| stop.place.clone())
    }

    /// Answers a field of the stop that is looked at.
    pub fn say(&mut self, field: &str, answer: Answer) {
        let place = self.place();
        let asked = self.desk.open().and_then(|open| open.stop()).is_some_and(|stop| stop.field(field).is_some());
        assert!(asked, "‘{field}’ is not asked at ‘{}’", self.step());
        self.tell(Command::Answer { place, field: field.to_owned(), answer });
    }

    /// Goes to a step, answers it and goes on.
    pub fn answer(&mut self, step: &str, field: &str, answer: Answer) {
        self.go(step);
        self.say(field, answer);
        self.wish(Wish::Next);
    }

    pub fn open_depth(&mut self, offer: &str) {
        let offers = &self.desk.open().expect("a dossier is open").walk().offers;
        let place = offers.iter().find(|known| known.place.step == offer).map(|offer| offer.place.clone());
        let place = place.unwrap_or_else(|| panic!("‘{offer}’ is not offered"));
        self.tell(Command::Deepen { place, when: When::Now });
    }

    /// Steps on the route, in order, with the visit when it is not the first.
    pub fn route(&self) -> Vec<String> {
        let stops = self.desk.open().map(|open| open.walk().stops.as_slice()).unwrap_or_default();
        let name = |place: &Place| match place.visit {
            1 => place.step.clone(),
            visit => format!("{}#{visit}", place.step),
        };
        stops.iter().map(|stop| name(&stop.place)).collect()
    }
}

pub fn text(words: &str) -> Answer {
    Answer::Text(words.to_owned())
}

pub fn number(number: u8) -> Answer {
    Answer::Number(Some(number))
}

pub fn pick(ids: &[&str]) -> Answer {
    let options = ids.iter().map(|id| Item { id: ItemId::new(*id), text: format!("({id})") }).collect();
    Answer::Picked(Picked { options, ..Picked::default() })
}

pub fn list(texts: &[&str]) -> Answer {
    Answer::List(
        texts.iter().map(|text| Item { id: ItemId::new(text.replace(' ', "-")), text: (*text).to_owned() }).collect(),
    )
}

pub fn goal(words: &str, days: Option<i64>) -> Answer {
    let by = days.map(|days| monday().date().checked_add(jiff::Span::new().days(days)).expect("a day"));
    Answer::Goal(Goal { words: words.to_owned(), sign: String::new(), by })
}

pub fn tasks(who: Who, whats: &[&str]) -> Answer {
    let task = |what: &&str| Task {
        id: ItemId::new(what.replace(' ', "-")),
        what: (*what).to_owned(),
        who,
        by_whom: String::new(),
        day: Some(date(2026, 11, 26)),
        time: None,
        place: String::new(),
        how_often: String::new(),
    };
    Answer::Tasks(whats.iter().map(task).collect())
}

pub fn if_then(when: &str, then: &str) -> Answer {
    Answer::IfThen(IfThen { when: when.to_owned(), then: then.to_owned(), spoken: false })
}

pub fn people(name: &str, asked: &str) -> Answer {
    Answer::People(vec![Person { id: ItemId::new("p1"), name: name.to_owned(), asked: asked.to_owned() }])
}

pub fn appointment() -> Answer {
    Answer::Appointment(Appointment {
        date: Some(date(2026, 12, 7)),
        time: None,
        place: "Stadhuis".to_owned(),
        who_calls: String::new(),
    })
}
