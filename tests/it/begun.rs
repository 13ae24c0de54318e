//! Words that are set ready from an earlier answer: they count when both go on with them, and not before.

use eframe::egui::{Event, Key, Modifiers};
use roer::desk::Command;
use roer::dossier::answer::{Answer, Goal};
use roer::dossier::event::Route;
use roer::dossier::ids::Place;

use crate::locking::{begin, set_up, window};
use crate::screens::Window;
use crate::table;

const GOAL: &str = "Ik werk in een keuken";
const NEXT: (Modifiers, Key) = (Modifiers::COMMAND, Key::Enter);

fn tell(window: &mut Window, command: Command) {
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().handle(command, &ctx);
    window.harness.run();
}

fn place(window: &Window, step: &str) -> Place {
    let open = window.desk().open().expect("open");
    open.walk().stops.iter().find(|stop| stop.place.step == step).expect("on the route").place.clone()
}

fn said(window: &Window, step: &str) -> Option<Answer> {
    let open = window.desk().open().expect("open");
    open.walk().stop(&place(window, step)).expect("on the route").fields[0].answer.clone()
}

#[test]
fn words_set_ready_count_when_both_go_on_with_them_and_stay_away_once_taken_away() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut window = window(&dir.path().join("kluis"), table::now);
    set_up(&mut window);
    begin(&mut window, "Noor");
    let goal = Answer::Goal(Goal { words: GOAL.to_owned(), sign: String::new(), by: None });
    let at = place(&window, "doel");
    tell(&mut window, Command::Answer { place: at, field: "doel".to_owned(), answer: goal });
    tell(&mut window, Command::Begin { guide: "overdracht".to_owned(), route: Route::Core });
    let at = place(&window, "doel-nu");
    tell(&mut window, Command::GoTo(at.clone()));
    assert_eq!(window.step(), "doel-nu");

    window.key(Modifiers::NONE, Key::F4);
    window.key(Modifiers::NONE, Key::F4);
    assert_eq!(said(&window, "doel-nu"), None, "another wish is no yes");
    window.key(NEXT.0, NEXT.1);
    assert_eq!(said(&window, "doel-nu"), Some(Answer::Text(GOAL.to_owned())));

    // Taken away by hand: it stays away, also when both go on.
    tell(&mut window, Command::GoTo(at.clone()));
    window.tab_and_write("x");
    window.key(Modifiers::COMMAND, Key::A);
    window.harness.event(Event::Key {
        key: Key::Delete,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    window.harness.run();
    window.key(NEXT.0, NEXT.1);
    assert_eq!(said(&window, "doel-nu"), None);
    tell(&mut window, Command::GoTo(at));
    window.key(NEXT.0, NEXT.1);
    assert_eq!(said(&window, "doel-nu"), None, "nobody said it again");
}
