//! The journal: any sequence of what people do replays to the same state, and merging loses nothing.

use jiff::civil::date;
use proptest::prelude::*;
use roer::desk::{Command, Wish};
use roer::dossier::Dossier;
use roer::dossier::answer::{Answer, Check};
use roer::dossier::event::{Answered, Clock, Event, Happening, Retracted, Route};
use roer::dossier::ids::{Address, DossierId, EventId, Place, RunId, SegmentId};
use roer::guide::Library;
use roer::guide::ask::Ask;
use roer::walk::Walk;

use crate::table::{Table, appointment, goal, if_then, list, number, people, pick, tasks, text};

/// Some answer that fits the question; `turn` chooses which.
pub fn some_answer(ask: &Ask, turn: u32) -> Option<Answer> {
    let any = |choices: &[roer::guide::ask::Choice]| {
        let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
        (!ids.is_empty()).then(|| pick(&[ids[turn as usize % ids.len()]]))
    };
    Some(match ask {
        Ask::Info => Answer::Seen,
        Ask::Confirm { options } => any(options)?,
        Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options) => any(&options.own)?,
        Ask::Text { .. } => text(["iets", "iets anders", "ja"][turn as usize % 3]),
        Ask::List { .. } => list(&["een", "twee", "drie"][..=(turn as usize % 3)]),
        Ask::TwoLists { .. } => Answer::TwoLists { left: Vec::new(), right: Vec::new() },
        Ask::Scale { .. } => number((turn % 11) as u8),
        Ask::Scales { scales, .. } => {
            Answer::Numbers(scales.iter().map(|scale| (scale.id.clone(), (turn % 11) as u8)).collect())
        }
        Ask::Goal { .. } => goal("ik werk", Some(i64::from(turn % 120))),
        Ask::Tasks { who, .. } => tasks(*who, &["ik bel", "ik schrijf", "ik ga"][..=(turn as usize % 3)]),
        Ask::IfThen { .. } => if_then("het negen uur is", "bel ik"),
        Ask::People => people("Fatima", "oefenen"),
        Ask::Date => Answer::Date(Some(date(2026, 12, 1))),
        Ask::Appointment => appointment(),
        Ask::Checklist { items } => {
            let check = [Check::Yes, Check::No, Check::NotApplicable][turn as usize % 3];
            Answer::Checks(items.iter().map(|item| (item.id.clone(), check)).collect())
        }
        // What these are about is not in the question itself.
        Ask::Status { .. } | Ask::Timeline | Ask::StepRef => return None,
    })
}

#[derive(Clone, Debug)]
enum Deed {
    Answer(u32),
    Next,
    Back,
    Skip,
    Park,
    Undo,
    Depth(u8),
    Jump(u8),
    Note,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => any::<u32>().prop_map(Deed::Answer),
        5 => Just(Deed::Next),
        1 => Just(Deed::Back),
        1 => Just(Deed::Skip),
        1 => Just(Deed::Park),
        2 => Just(Deed::Undo),
        2 => any::<u8>().prop_map(Deed::Depth),
        1 => any::<u8>().prop_map(Deed::Jump),
        1 => Just(Deed::Note),
    ]
}

fn play(deeds: &[Deed]) -> Table {
    let mut table = Table::begun("zelf-aan-het-roer", Route::Core);
    for deed in deeds {
        let stop = table.desk.open().and_then(|open| open.stop()).cloned();
        match deed {
            Deed::Answer(turn) => {
                let field =
                    stop.as_ref().and_then(|stop| stop.fields.get(*turn as usize % stop.fields.len().max(1)).cloned());
                if let Some(field) = field
                    && let Some(answer) = some_answer(&field.ask, *turn)
                {
                    table.say(&field.key, answer);
                }
            }
            Deed::Next => table.wish(Wish::Next),
            Deed::Back => table.wish(Wish::Back),
            Deed::Skip => table.wish(Wish::NotNeeded),
            Deed::Park => table.wish(Wish::Later),
            Deed::Undo => table.wish(Wish::Undo),
            Deed::Depth(at) => {
                let offers: Vec<String> = table
                    .desk
                    .open()
                    .into_iter()
                    .flat_map(|open| &open.walk().offers)
                    .map(|offer| offer.place.step.clone())
                    .collect();
                if let Some(offer) = offers.get(usize::from(*at) % offers.len().max(1)) {
                    table.open_depth(offer);
                }
            }
            Deed::Jump(at) => {
                let stops: Vec<Place> = table
                    .desk
                    .open()
                    .into_iter()
                    .flat_map(|open| &open.walk().stops)
                    .map(|stop| stop.place.clone())
                    .collect();
                if let Some(place) = stops.get(usize::from(*at) % stops.len().max(1)) {
                    table.tell(Command::GoTo(place.clone()));
                }
            }
            Deed::Note => {
                if let Some(stop) = stop {
                    table.tell(Command::WriteNote { place: stop.place, note: "let op".to_owned() });
                }
            }
        }
    }
    table
}

fn walk_of(dossier: &Dossier) -> Option<Walk> {
    let library = Library::bundled();
    let run = dossier.runs().first().map(|run| run.began.run.clone())?;
    Walk::over(&library, dossier, &run)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// In whatever order the events arrive, and however often, the state is the one that the desk showed.
    #[test]
    fn any_sequence_of_deeds_replays_to_the_same_state(deeds in prop::collection::vec(deed(), 1..60), order in any::<u64>()) {
        let table = play(&deeds);
        let open = table.desk.open().expect("open");
        let live = open.dossier();
        let mut events: Vec<Event> = live.journal().to_vec();
        let mut state = order | 1;
        for at in (1..events.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            events.swap(at, usize::try_from(state >> 33).unwrap_or(0) % (at + 1));
        }
        events.extend(events.clone().into_iter().take(3));
        let again = Dossier::from_events(live.id.clone(), events);
        prop_assert!(live.says_the_same(&again));
        let walked = walk_of(&again);
        prop_assert_eq!(Some(open.walk()), walked.as_ref());
    }

    /// Undoing everything leaves what was there before anything was said.
    #[test]
    fn undoing_everything_comes_back_to_the_beginning(deeds in prop::collection::vec(deed(), 1..40)) {
        let mut table = play(&deeds);
        let fresh = play(&[]);
        for _ in 0..200 {
            table.wish(Wish::Undo);
        }
        let (undone, before) = (table.desk.open().expect("open"), fresh.desk.open().expect("open"));
        prop_assert_eq!(&undone.walk().stops, &before.walk().stops);
    }
}

fn answered(segment: &str, seq: u32, millis: i64, words: &str, replaces: &[(&str, u32)]) -> Event {
    let place = Place { run: RunId::new("r"), step: "richting".to_owned(), item: None, visit: 1 };
    let replaces = replaces.iter().map(|(segment, seq)| id(segment, *seq)).collect();
    Event {
        id: id(segment, seq),
        clock: Clock { millis, tick: 0 },
        at: date(2026, 11, 23).at(10, 0, 0, 0),
        what: Happening::Answered(Answered {
            at: Address { place, field: "richting".to_owned() },
            question: "Welke kant?".to_owned(),
            answer: text(words),
            replaces,
        }),
    }
}

fn id(segment: &str, seq: u32) -> EventId {
    EventId { segment: SegmentId::new(segment), seq }
}

fn heads(events: &[Event]) -> Vec<String> {
    let dossier = Dossier::from_events(DossierId::new("d"), events.to_vec());
    let place = Place { run: RunId::new("r"), step: "richting".to_owned(), item: None, visit: 1 };
    let at = Address { place, field: "richting".to_owned() };
    let register = dossier.answers(&at).map(|register| register.heads().to_vec()).unwrap_or_default();
    register.into_iter().filter_map(|head| head.value.answer.words()).collect()
}

/// Replay 3 of ARCHITECTURE.md: two laptops, one step.
#[test]
fn two_laptops_that_answered_the_same_step_both_keep_their_answer_until_a_person_chooses() {
    let first = answered("a", 1, 1, "weet niet", &[]);
    let here = answered("a", 2, 5, "betaald werk", &[("a", 1)]);
    let there = answered("b", 1, 7, "opleiding", &[("a", 1)]);
    let both = [first.clone(), here.clone(), there.clone()];
    assert_eq!(heads(&both), ["betaald werk", "opleiding"], "both, the later clock last");
    let chosen = answered("a", 3, 9, "betaald werk", &[("a", 2), ("b", 1)]);
    assert_eq!(heads(&[first.clone(), here.clone(), there.clone(), chosen]), ["betaald werk"]);
    let undo = |segment, seq, target: EventId| Event {
        id: id(segment, seq),
        clock: Clock { millis: 8, tick: 0 },
        at: date(2026, 11, 23).at(10, 0, 0, 0),
        what: Happening::Retracted(Retracted { event: target }),
    };
    let stale = undo("b", 2, first.id.clone());
    assert_eq!(
        heads(&[first.clone(), here.clone(), there, stale]),
        ["betaald werk", "opleiding"],
        "what was replaced already cannot come apart"
    );
    let back = undo("a", 3, here.id.clone());
    assert_eq!(heads(&[first, here, back]), ["weet niet"], "what it had replaced stands again");
}
