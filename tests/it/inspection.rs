//! The right of access: everything that is kept is told, also what the client says of it, and nothing about somebody else
//! that was marked.

use std::collections::BTreeSet;

use jiff::civil::date;
use proptest::prelude::*;
use roer::desk::hands::VaultHand;
use roer::desk::{Command, Erasing, PrivacyWish};
use roer::dossier::Dossier;
use roer::dossier::event::{Event, Happening, Route};
use roer::dossier::ids::EventId;
use roer::paper::{Letters, leaflet_sheet, text_of};
use roer::plan::{Report, entries, handover, inspection};
use roer::texts::{Language, Texts};

use crate::locking::{begin, set_up};
use crate::screens::Window;
use crate::table::{self, Table, text};

fn paper(table: &Table, left_out: &BTreeSet<EventId>) -> String {
    let texts = Texts::new(Language::Dutch);
    let dossier = table.desk.open().expect("open").dossier();
    let leaflet = inspection(&texts, table.desk.library(), dossier, &[], left_out);
    text_of(&leaflet_sheet(&texts, &leaflet, date(2026, 11, 30), Letters::Usual))
}

/// The event of the only private note.
fn note(dossier: &Dossier) -> EventId {
    let event = dossier.journal().iter().find(|event| matches!(event.what, Happening::NoteWritten(_)));
    event.expect("it was written").id.clone()
}

#[test]
fn what_is_about_somebody_else_is_left_out_and_the_paper_says_so() {
    let mut table = Table::begun("zelf-aan-het-roer", Route::Core);
    table.answer("wens-dag", "wens-dag", text("Rustig ontbijten"));
    let place = table.place();
    table.tell(Command::WriteNote { place, note: "De buurvrouw is ziek".to_owned() });
    let dossier = table.desk.open().expect("open").dossier().clone();
    let left_out = BTreeSet::from([note(&dossier)]);
    let (whole, without) = (paper(&table, &BTreeSet::new()), paper(&table, &left_out));
    assert!(whole.contains("De buurvrouw is ziek") && !whole.contains("weggelaten"));
    assert!(!without.contains("buurvrouw") && without.contains("Rustig ontbijten"));
    assert_eq!(without.matches("weggelaten").count(), 2, "once above, once in its place");
}

#[test]
fn what_the_client_says_of_the_dossier_goes_along_and_can_be_erased() {
    let mut table = Table::begun("overdracht", Route::Core);
    table.answer("doel-nu", "doel-nu", text("Ik werk in een keuken"));
    let state = |table: &mut Table, words: &str| {
        table.tell(Command::Privacy(PrivacyWish::State(words.to_owned())));
    };
    state(&mut table, "Het klopt niet dat ik niet kwam");
    state(&mut table, "Ik was er wel");
    let texts = Texts::new(Language::Dutch);
    let day = date(2026, 11, 30);
    let read = |table: &Table| {
        let (library, dossier) = (table.desk.library(), table.desk.open().expect("open").dossier());
        let leaflet = handover(&texts, library, dossier, day).expect("a paper");
        let report = Report::draw_up(&texts, library, dossier, day).expect("a report");
        [text_of(&leaflet_sheet(&texts, &leaflet, day, Letters::Usual)), report.to_text(&texts)]
    };
    for paper in read(&table) {
        assert!(
            paper.contains("Wat de klant zelf over dit dossier zegt") && paper.contains("Ik was er wel"),
            "{paper}"
        );
        assert!(!paper.contains("niet kwam"), "only what stands");
    }
    let whole = paper(&table, &BTreeSet::new());
    assert!(whole.contains("Ik was er wel") && whole.contains("niet kwam"), "also how it read before");

    state(&mut table, "  ");
    assert!(read(&table).iter().all(|paper| !paper.contains("zelf over dit dossier")), "taken back");
    state(&mut table, "Toch wel");
    let what = Erasing::Statement;
    table.tell(Command::Privacy(PrivacyWish::Erase { what, ground: "op verzoek".to_owned() }));
    let whole = paper(&table, &BTreeSet::new());
    assert!(!whole.contains("Toch wel") && !whole.contains("niet kwam") && whole.contains("Ik werk in een keuken"));
}

#[test]
fn the_window_makes_the_paper_ready_and_keeps_a_statement() {
    let dir = tempfile::tempdir().expect("a folder");
    let place = dir.path().join("kluis");
    let hand = VaultHand::new(place.clone(), place.with_extension("demo"), table::now);
    // High enough for the last part of the dossier's page.
    let mut window = Window::with((1280.0, 2600.0), false, hand, table::now);
    set_up(&mut window);
    begin(&mut window, "Noor");
    window.tab_and_write("Mijn broer Tarik rijdt mij");
    window.key(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::Enter);
    window.key(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::Num2);
    window.click("Privacy en toegang");
    window.click("Schrijf een eigen verklaring");
    window.type_in("In eigen woorden", "Ik ben het er niet mee eens");
    window.click("Bewaar bij het dossier");
    window.click("Inzage");
    window.click("Toon de inzage");
    window.click(
        "Laat weg: dit gaat over iemand anders: Denk aan een goede, gewone dag over een jaar. Wat doet u die dag?",
    );
    window.click("Toon de inzage");
    let shown = |at: usize| {
        let bytes = window.desktop.inside().viewed[at].1.clone();
        let pdf = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(pdf.path(), bytes).expect("written");
        let text = std::process::Command::new("pdftotext").arg(pdf.path()).arg("-").output().expect("poppler is there");
        String::from_utf8_lossy(&text.stdout).into_owned()
    };
    let (whole, without) = (shown(0), shown(1));
    for paper in [&whole, &without] {
        assert!(paper.contains("Ik ben het er niet mee eens"), "{paper}");
    }
    assert!(whole.contains("Tarik") && !without.contains("Tarik"));
    window.click("Terug naar het dossier");
    assert!(window.desk().open().is_some_and(|open| open.dossier().papers().len() == 2), "both are written down");
}

/// The kinds of happening that the paper tells nothing of, because they stand in the register only.
fn is_told(event: &Event) -> bool {
    !matches!(event.what, Happening::Destroyed(_))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever was said and undone in whatever order: every event has its entry.
    #[test]
    fn every_event_is_told(steps in proptest::collection::vec((0..6_u8, "[a-z ]{0,12}"), 0..30)) {
        let mut table = Table::begun("zelf-aan-het-roer", Route::Core);
        for (what, words) in steps {
            match what {
                0 => table.wish(roer::desk::Wish::Undo),
                1 => table.wish(roer::desk::Wish::NotNeeded),
                2 => {
                    // At the end of the route nothing is looked at.
                    let stop = table.desk.open().and_then(|open| open.stop());
                    if let Some(place) = stop.map(|stop| stop.place.clone()) {
                        table.tell(Command::WriteNote { place, note: words });
                    }
                }
                3 => table.tell(Command::Privacy(PrivacyWish::State(words))),
                4 => table.wish(roer::desk::Wish::Back),
                _ => {
                    table.answer("wens-dag", "wens-dag", text(&words));
                    table.wish(roer::desk::Wish::Next);
                }
            }
        }
        let dossier = table.desk.open().expect("open").dossier();
        let told = entries(table.desk.texts(), table.desk.library(), dossier);
        let told: BTreeSet<_> = told.into_iter().map(|entry| entry.event).collect();
        let kept: BTreeSet<_> =
            dossier.journal().iter().filter(|event| is_told(event)).map(|event| event.id.clone()).collect();
        prop_assert_eq!(told, kept);
    }
}
