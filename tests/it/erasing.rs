//! What is taken out for good, and what was kept long enough.

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;
use roer::desk::{ClientLine, View};
use roer::dossier::Dossier;
use roer::dossier::event::{Clock, Ended, Event, Happening};
use roer::dossier::ids::{DossierId, EventId, SegmentId};
use roer::guide::{Library, Organisation};

use crate::locking::{LOCK, WORDS, begin, set_up, unlock, window};
use crate::table;

const CANARY: &str = "kanariepiet in de mijn";

#[test]
fn one_answer_is_erased_from_the_overview_and_does_not_come_back() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut window = window(&dir.path().join("kluis"), table::now);
    set_up(&mut window);
    begin(&mut window, "Noor");
    window.tab_and_write(CANARY);
    window.key(Modifiers::COMMAND, Key::Enter);
    let journal =
        |window: &crate::screens::Window| format!("{:?}", window.desk().open().expect("open").dossier().journal());
    assert!(journal(&window).contains(CANARY));

    window.key(Modifiers::COMMAND, Key::Num4);
    assert_eq!(window.desk().view(), View::Overview);
    let erase = "Wis voorgoed: Denk aan een goede, gewone dag over een jaar. Wat doet u die dag?";
    window.click(erase);
    let sure = window.harness.get_by_label("Wis dit antwoord voorgoed");
    assert!(sure.accesskit_node().is_disabled(), "without a ground nothing happens");
    window.type_in("Waarom wordt dit gewist?", "verzoek");
    window.click("Wis dit antwoord voorgoed");
    assert!(!journal(&window).contains(CANARY));
    assert!(window.desk().notices().iter().any(|notice| notice.key == "answer-erased"));
    assert!(window.harness.query_by_label_contains(CANARY).is_none());
    assert_eq!(window.desk().view(), View::Overview, "where we were");

    // Back at the step, and through the lock: it stays away.
    window.key(Modifiers::COMMAND, Key::Enter);
    window.key(LOCK.0, LOCK.1);
    unlock(&mut window, WORDS);
    assert!(!journal(&window).contains(CANARY));
    assert!(journal(&window).contains("Erased"));
}

#[test]
fn who_was_kept_as_long_as_the_municipality_says_is_due() {
    let ended = |ended, year| Event {
        id: EventId { segment: SegmentId::new("s".repeat(26)), seq: u32::from(ended) + 1 },
        clock: Clock { millis: i64::from(year), tick: u32::from(ended) },
        at: date(year, 3, 1).at(9, 0, 0, 0),
        what: Happening::Ended(Ended { ended }),
    };
    let line = |years: u8, events: Vec<Event>| {
        let mut library = Library::bundled();
        library.serve(Organisation { retention_years: years, ..Organisation::default() });
        ClientLine::of(&library, &Dossier::from_events(DossierId::new("d".repeat(26)), events), Vec::new())
    };
    let day = date(2026, 11, 24);
    // Years that may be kept, whether and when the guidance ended, due or not.
    let cases = [
        (1, vec![ended(true, 2024)], Some(true)),
        (5, vec![ended(true, 2024)], Some(false)),
        (0, vec![ended(true, 2024)], None),
        (1, vec![], None),
        (1, vec![ended(true, 2023), ended(false, 2024)], None),
    ];
    for (years, events, due) in cases {
        let line = line(years, events.clone());
        assert_eq!(line.due.map(|_| line.is_due(day)), due, "{years} {events:?}");
    }
}
