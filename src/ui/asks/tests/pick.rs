//! Choosing one, choosing several, ranking.

use eframe::egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{Table, item, keys, options, press, table, write};
use crate::dossier::answer::Answer;
use crate::guide::ask::Ask;

#[test]
fn one_choice_takes_the_place_of_another_and_can_be_taken_back() {
    let mut harness = table(Ask::Choice(options(true)), None);
    harness.run();
    press(&mut harness, "Werk");
    press(&mut harness, "Leren");
    let picked = |harness: &Harness<'_, Table>| harness.state().draft.answer().items();
    assert_eq!(picked(&harness), [item("b", "Leren")]);
    press(&mut harness, "Leren");
    assert_eq!(picked(&harness), []);
    press(&mut harness, "Iets anders, namelijk");
    write(&mut harness, "Wat is het?", "Tuin");
    keys(&mut harness, &[Key::Enter]);
    assert_eq!(harness.state().recorded.last().map(Answer::items), Some(vec![item("anders", "Tuin")]));
}

#[test]
fn several_choices_keep_the_order_of_the_guide() {
    let mut harness = table(Ask::Choices(options(false)), None);
    harness.run();
    for name in ["Rust", "Werk", "Leren"] {
        press(&mut harness, name);
    }
    assert_eq!(harness.state().draft.answer().items(), [item("a", "Werk"), item("b", "Leren"), item("c", "Rust")]);
    assert!(harness.query_by_label_contains("U koos er 3.").is_some());
}

#[test]
fn choosing_by_keyboard_alone() {
    let mut harness = table(Ask::Choice(options(false)), None);
    harness.run();
    keys(&mut harness, &[Key::Tab, Key::ArrowDown, Key::Space]);
    assert_eq!(harness.state().draft.answer().items(), [item("b", "Leren")]);
    keys(&mut harness, &[Key::Escape, Key::ArrowDown, Key::Enter]);
    assert_eq!(harness.state().draft.answer().items(), [item("c", "Rust")], "Escape keeps the place");
}

#[test]
fn ranking_needs_no_dragging() {
    let mut harness = table(Ask::Rank(options(false)), None);
    harness.run();
    press(&mut harness, "Zet in uw volgorde: Werk");
    press(&mut harness, "Zet in uw volgorde: Rust");
    press(&mut harness, "Naar boven: Rust");
    assert_eq!(harness.state().draft.answer().items(), [item("c", "Rust"), item("a", "Werk")]);
    press(&mut harness, "Haal uit uw volgorde: Rust");
    assert_eq!(harness.state().recorded.len(), 4);
}
