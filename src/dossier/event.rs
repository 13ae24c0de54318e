//! What happened, in the past tense. An event is never rewritten: changing, undoing and choosing are events too.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::answer::Answer;
use super::card::Card;
use super::ids::{Address, DossierId, EventId, Place, RunId};
use super::note::PrivateNote;

/// Orders events across laptops whose clocks disagree: the largest value seen so far, never less than the wall clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Clock {
    /// Milliseconds since 1970, of the writer's own clock or the latest event seen, whichever is later.
    pub millis: i64,
    /// Tells events of one millisecond apart.
    pub tick: u32,
}

impl Clock {
    /// The clock for what happens now, after everything seen up to `self`.
    #[must_use]
    pub fn after(self, now_millis: i64) -> Self {
        if now_millis > self.millis {
            Self { millis: now_millis, tick: 0 }
        } else {
            match self.tick.checked_add(1) {
                Some(tick) => Self { millis: self.millis, tick },
                None => Self { millis: self.millis.saturating_add(1), tick: 0 },
            }
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    pub id: EventId,
    pub clock: Clock,
    /// The writer's wall clock: a label for people, never an order.
    pub at: DateTime,
    pub what: Happening,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Happening {
    ClientNamed(ClientNamed),
    RunBegan(RunBegan),
    Answered(Answered),
    SetAside(SetAside),
    Deepened(Deepened),
    RouteChosen(RouteChosen),
    EditionChosen(EditionChosen),
    NoteWritten(NoteWritten),
    Stated(Stated),
    Retracted(Retracted),
    PaperMade(PaperMade),
    AccessGiven(AccessGiven),
    AccessEnded(AccessEnded),
    Erased(Erased),
    Ended(Ended),
    Destroyed(Destroyed),
}

/// The digests of the guide editions that these events go by, each once.
pub fn guides_of(events: &[Event]) -> impl Iterator<Item = &str> {
    let digests = events.iter().filter_map(|event| match &event.what {
        Happening::RunBegan(began) => Some(began.guide.digest.as_str()),
        Happening::EditionChosen(chosen) => Some(chosen.guide.digest.as_str()),
        _ => None,
    });
    digests.collect::<std::collections::BTreeSet<&str>>().into_iter()
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClientNamed {
    /// A name or an alias.
    pub name: String,
    /// The municipality's own reference; never a citizen service number.
    #[serde(default)]
    pub reference: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunBegan {
    pub run: RunId,
    pub guide: GuideRef,
    pub route: Route,
    /// The offer in another run that called this one.
    #[serde(default)]
    pub caller: Option<Place>,
}

/// A guide edition, by name and by the hash of its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct GuideRef {
    pub id: String,
    pub edition: String,
    /// SHA-256 of the text, 64 hexadecimal digits.
    pub digest: String,
}

/// How much of the guide is on the route before anything was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Route {
    /// The core; depth on request.
    #[default]
    Core,
    /// All depth open from the start.
    Whole,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    pub at: Address,
    /// The question as it was shown.
    pub question: String,
    pub answer: Answer,
    #[serde(default)]
    pub replaces: Vec<EventId>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetAside {
    pub place: Place,
    pub how: Aside,
    #[serde(default)]
    pub replaces: Vec<EventId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aside {
    /// "Niet nodig".
    NotNeeded,
    /// "Later".
    Later,
    /// Taken up again after having been set aside.
    TakenUp,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deepened {
    /// The place of the offer.
    pub place: Place,
    pub when: When,
    #[serde(default)]
    pub replaces: Vec<EventId>,
}

/// The answer to an offer of depth or of another guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    Now,
    NextTime,
    No,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RouteChosen {
    pub run: RunId,
    pub route: Route,
}

/// A run goes on with another edition of its guide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditionChosen {
    pub run: RunId,
    pub guide: GuideRef,
    /// Answers that stay with the edition in which they were given, because the new one has no question or no option
    /// that means the same.
    #[serde(default)]
    pub stays: Vec<EventId>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteWritten {
    pub place: Place,
    pub note: PrivateNote,
    #[serde(default)]
    pub replaces: Vec<EventId>,
}

/// What the client wants to have said of this dossier, beside what stands in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stated {
    pub words: String,
    #[serde(default)]
    pub replaces: Vec<EventId>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Retracted {
    pub event: EventId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaperMade {
    pub paper: Paper,
    /// Counts the papers of this kind for this client, from 1.
    pub number: u32,
}

/// What left the vault for a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Paper {
    Plan,
    Report,
    /// What is written about clients, who reads it, and how to see and correct it.
    PrivacySheet,
    /// What the next klantmanager must know.
    Handover,
    /// What the client does, with boxes to tick off.
    TickList,
    /// What helps when it gets hard, to carry along.
    ThoughtCard,
    /// What was reached, and what the client goes on doing.
    Harvest,
    /// Everything about the client, on paper.
    Access,
    /// Everything about the client, as data.
    AccessData,
    /// The dossier itself, encrypted to a colleague.
    Bundle,
}

/// Somebody may read this dossier from now on, and what they write in it is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccessGiven {
    pub card: Card,
}

/// What is written from now on is no longer encrypted to the owner of this key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccessEnded {
    pub key: String,
}

/// The contents of these events were taken out of every file, on a ground that is named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Erased {
    pub events: Vec<EventId>,
    pub ground: String,
}

/// The guidance ended, or was taken up again: from the last end on the retention term runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ended {
    pub ended: bool,
}

/// In the vault's register: a whole dossier was destroyed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Destroyed {
    pub dossier: DossierId,
    pub ground: String,
}
