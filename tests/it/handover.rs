//! The hand-over on paper: what was said in that conversation, and nothing that must not go along.

use jiff::civil::date;
use roer::desk::Command;
use roer::dossier::event::Route;
use roer::paper::{Letters, leaflet_sheet, text_of};
use roer::plan::handover;
use roer::texts::{Language, Texts};

use crate::table::{Table, pick, text};

#[test]
fn the_newest_hand_over_is_printed_without_notes_and_without_what_must_not_be_printed() {
    let texts = Texts::new(Language::Dutch);
    let day = date(2026, 11, 24);
    let mut table = Table::begun("zelf-aan-het-roer", Route::Core);
    table.answer("wens-dag", "wens-dag", text("Uit een ander gesprek"));
    let paper = |table: &Table| {
        let open = table.desk.open().expect("open");
        let leaflet = handover(&texts, table.desk.library(), open.dossier(), day)?;
        Some(text_of(&leaflet_sheet(&texts, &leaflet, day, Letters::Usual)))
    };
    assert_eq!(paper(&table), None);
    assert!(!table.desk.papers().contains(&roer::dossier::event::Paper::Handover));
    table.tell(Command::ShowPaper(roer::dossier::event::Paper::Handover));
    assert!(table.desk.notices().iter().any(|notice| notice.key == "handover-says-nothing"));

    table.begin("overdracht", Route::Core);
    assert_eq!(paper(&table), None, "nothing was said yet");
    table.answer("doel-nu", "doel-nu", text("Ik werk in een keuken"));
    let place = table.place();
    table.tell(Command::WriteNote { place, note: "kanariepiet".to_owned() });
    table.answer("akkoord", "akkoord", pick(&["niet-helemaal"]));
    table.answer("wat-veranderen", "wat-veranderen", text("Dit moet eruit"));
    let said = paper(&table).expect("a paper");
    assert!(table.desk.papers().contains(&roer::dossier::event::Paper::Handover));
    for words in ["Overdracht van ", "di 24 november 2026", "Wat wilt u nu bereiken?", "Ik werk in een keuken"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    for words in ["kanariepiet", "Uit een ander gesprek", "Dit moet eruit"] {
        assert!(!said.contains(words), "{words}: {said}");
    }
}
