//! Events of every kind, with texts that are hard on a file format.

use std::path::Path;

use jiff::civil::{DateTime, date, time};

use super::super::disk::RealDisk;
use super::super::keys::{self, Ring};
use super::super::segment::Sitting;
use super::super::slot::Slot;
use super::super::{Folder, Store, VaultError, marker};
use crate::dossier::PrivateNote;
use crate::dossier::answer::{Answer, Appointment, Check, Goal, IfThen, Item, Person, Picked, Task};
use crate::dossier::event::{
    AccessEnded, AccessGiven, Answered, Aside, ClientNamed, Clock, Deepened, Destroyed, Ended, Erased, Event, GuideRef,
    Happening, NoteWritten, Paper, PaperMade, Retracted, Route, RouteChosen, RunBegan, SetAside, Stated, When,
};
use crate::dossier::ids::{Address, DossierId, EventId, ItemId, Place, RunId, SegmentId};
use crate::guide::ask::Who;

/// Never to be seen outside a segment file.
pub const CANARY: &str = "kanariepiet";

/// Who writes when nobody says who.
pub const I: &str = "ik";

/// A new vault of `I`, without the half second that a passphrase takes.
pub fn create(root: &Path) -> Result<Folder, VaultError> {
    marker::prepare(&RealDisk, root)?;
    marker::put(&RealDisk, root, marker::Mark::Encrypted)?;
    open(root)
}

pub fn open(root: &Path) -> Result<Folder, VaultError> {
    open_as(root, I)
}

/// The vault as `who` has it open, who knows nobody yet.
pub fn open_as(root: &Path, who: &'static str) -> Result<Folder, VaultError> {
    marker::check(&RealDisk, root)?;
    Ok(Folder::on(Box::new(RealDisk), root, Slot::take(&root.join("slot")), Some(Ring::of_tests(root, who))))
}

/// The same folder as from before encryption: everything is read as it stands.
pub fn open_plain(root: &Path) -> Folder {
    Folder::on(Box::new(RealDisk), root, Slot::none(), None)
}

/// Encrypted to `I`.
pub fn sealed(text: &[u8]) -> Vec<u8> {
    let to = Ring::of_tests(Path::new(""), I).keys.identity().to_public();
    keys::seal(text, std::iter::once(&to as &dyn age::Recipient)).unwrap()
}

/// A sitting of `who` in `dossier()`.
pub fn sitting_of(who: &'static str) -> (Sitting, Ring) {
    let ring = Ring::of_tests(Path::new(""), who);
    (Sitting::begin(&dossier(), ring.own().as_str(), String::new(), None).unwrap(), ring)
}

/// Quotes, line breaks, control and bidi characters, and what looks like a record of ours.
pub const HARD: &str = "\"kanariepiet\" zei:\r\n'é' \\ \u{0} \u{202e}\u{301} 中 🙂 r#\"x\"# // ), \
    Event(head: (dossier: \"aaaa\", End(events: 1, Segment(head: (format: 9), Erased(head: (dossier: \"";

pub fn place(step: &str) -> Place {
    Place { run: RunId::new("r1"), step: step.to_owned(), item: Some(ItemId::new("h2")), visit: 1 }
}

pub fn answered(answer: Answer) -> Happening {
    let at = Address { place: place("doel"), field: "doel".to_owned() };
    let replaces = vec![EventId { segment: SegmentId::new("a".repeat(26)), seq: 7 }];
    Happening::Answered(Answered { at, question: "Wat wilt u bereiken?".to_owned(), answer, replaces })
}

pub fn said(words: &str) -> Happening {
    answered(Answer::Text(words.to_owned()))
}

/// Every kind of happening and every kind of answer.
pub fn all() -> Vec<Happening> {
    let item = || Item { id: ItemId::new("i1"), text: HARD.to_owned() };
    let day = Some(date(2026, 11, 23));
    let task = Task {
        id: ItemId::new("t1"),
        what: HARD.to_owned(),
        who: Who::Municipality,
        by_whom: "team".to_owned(),
        day,
        time: Some(time(9, 30, 0, 0)),
        place: String::new(),
        how_often: "elke week".to_owned(),
    };
    let appointment = Appointment { date: day, time: None, place: HARD.to_owned(), who_calls: String::new() };
    let answers = [
        Answer::Seen,
        Answer::Text(HARD.to_owned()),
        Answer::Number(Some(7)),
        Answer::Number(None),
        Answer::Picked(Picked { options: vec![item()], other: Some(HARD.to_owned()), remark: None }),
        Answer::List(vec![item(), item()]),
        Answer::TwoLists { left: vec![item()], right: Vec::new() },
        Answer::Numbers(vec![("rust".to_owned(), 4)]),
        Answer::Goal(Goal { words: HARD.to_owned(), sign: String::new(), by: day }),
        Answer::Tasks(vec![task]),
        Answer::IfThen(IfThen { when: HARD.to_owned(), then: HARD.to_owned(), spoken: true }),
        Answer::People(vec![Person { id: ItemId::new("p1"), name: HARD.to_owned(), asked: String::new() }]),
        Answer::Date(day),
        Answer::Appointment(appointment),
        Answer::Checks(vec![("pas".to_owned(), Check::NotApplicable)]),
    ];
    let run = RunId::new("r1");
    let guide = GuideRef { id: "zelf".to_owned(), edition: "1.0".to_owned(), digest: "0".repeat(64) };
    let began = RunBegan { run: run.clone(), guide, route: Route::Whole, caller: Some(place("aanbod")) };
    let retracted = EventId { segment: SegmentId::new("b".repeat(26)), seq: 1 };
    let note = NoteWritten { place: place("doel"), note: PrivateNote::new(HARD), replaces: Vec::new() };
    let mut all = vec![
        Happening::ClientNamed(ClientNamed { name: HARD.to_owned(), reference: String::new() }),
        Happening::RunBegan(began),
        Happening::SetAside(SetAside { place: place("doel"), how: Aside::Later, replaces: Vec::new() }),
        Happening::Deepened(Deepened { place: place("diep"), when: When::NextTime, replaces: Vec::new() }),
        Happening::RouteChosen(RouteChosen { run, route: Route::Core }),
        Happening::NoteWritten(note),
        Happening::Stated(Stated { words: HARD.to_owned(), replaces: Vec::new() }),
        Happening::Retracted(Retracted { event: retracted }),
        Happening::PaperMade(PaperMade { paper: Paper::Plan, number: 2 }),
        Happening::AccessGiven(AccessGiven { card: Ring::of_tests(Path::new(""), "collega").card() }),
        Happening::AccessEnded(AccessEnded { key: "0".repeat(64) }),
        Happening::Erased(Erased { events: Vec::new(), ground: HARD.to_owned() }),
        Happening::Ended(Ended { ended: true }),
        Happening::Destroyed(Destroyed { dossier: dossier(), ground: HARD.to_owned() }),
    ];
    all.extend(answers.map(answered));
    all
}

pub fn event(segment: &SegmentId, seq: u32, what: Happening) -> Event {
    let at: DateTime = date(2026, 11, 23).at(9, 0, 0, 0);
    let clock = Clock { millis: 1_790_000_000_000 + i64::from(seq), tick: 0 };
    Event { id: EventId { segment: segment.clone(), seq }, clock, at, what }
}

/// Events `from..=to`, each saying its number.
pub fn numbered(segment: &SegmentId, from: u32, to: u32) -> Vec<Event> {
    (from..=to).map(|seq| event(segment, seq, said(&format!("{CANARY} {seq}")))).collect()
}

/// Appends one event after what this sitting has, and gives it.
pub fn add(store: &mut impl Store, dossier: &DossierId, seq: u32, what: Happening) -> Event {
    let event = event(&store.segment(dossier).unwrap(), seq, what);
    store.append(dossier, std::slice::from_ref(&event)).unwrap();
    event
}

pub fn dossier() -> DossierId {
    DossierId::new("d".repeat(26))
}

/// The text of a segment of `dossier()`, signed by `I`, and its events.
pub fn segment_file(what: Vec<Happening>) -> (Vec<u8>, Vec<Event>) {
    segment_of(I, what)
}

pub fn segment_of(who: &'static str, what: Vec<Happening>) -> (Vec<u8>, Vec<Event>) {
    let (sitting, ring) = sitting_of(who);
    let events: Vec<Event> = (1..).zip(what).map(|(seq, what)| event(sitting.id(), seq, what)).collect();
    (text_of(&sitting, &events, &ring), events)
}

/// The text that `sitting` has with these events.
pub fn text_of(sitting: &Sitting, events: &[Event], ring: &Ring) -> Vec<u8> {
    sitting.with(events).unwrap().text(Path::new("x.roer"), &ring.keys).unwrap().unwrap().into_bytes()
}
