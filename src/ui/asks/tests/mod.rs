//! The editors by keyboard and by spoken name, as a screen reader finds them.

mod every;
mod pick;

use std::cell::Cell;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use jiff::civil::date;

use super::*;
use crate::dossier::answer::{Answer, Check, Goal, IfThen, Item, Task};
use crate::guide::ask::{Choice, Options, Who};
use crate::texts::Language;
use crate::ui::widgets::set_today;
use crate::ui::{fonts, theme};

struct Table {
    ask: Ask,
    draft: Draft,
    texts: Texts,
    /// What was recorded, one answer for each `Edit::Done`.
    recorded: Vec<Answer>,
    minted: Cell<u32>,
}

fn table(ask: Ask, answer: impl Into<Option<Answer>>) -> Harness<'static, Table> {
    sized(ask, answer.into().as_ref(), 640.0)
}

fn sized(ask: Ask, answer: Option<&Answer>, width: f32) -> Harness<'static, Table> {
    let draft = Draft::of(&ask, answer, &|| ItemId::new("of"));
    let state = Table { ask, draft, texts: Texts::new(Language::Dutch), recorded: Vec::new(), minted: Cell::new(0) };
    let mut dressed = false;
    Harness::builder().with_size(vec2(width, 900.0)).build_ui_state(
        move |ui, table: &mut Table| {
            if !dressed {
                fonts::install(ui.ctx());
                theme::install(ui.ctx(), false);
                set_today(ui.ctx(), date(2026, 11, 24));
                dressed = true;
                // The fonts are there from the next frame on.
                return;
            }
            let Table { ask, draft, texts, recorded, minted } = table;
            let mint = || {
                minted.set(minted.get() + 1);
                ItemId::new(format!("new{}", minted.get()))
            };
            if ask_ui(ui, texts, "veld", "De vraag", ask, draft, &mint) == Edit::Done {
                recorded.push(draft.answer());
            }
        },
        state,
    )
}

fn item(id: &str, text: &str) -> Item {
    Item { id: ItemId::new(id), text: text.to_owned() }
}

fn choice(id: &str, text: &str) -> Choice {
    Choice { id: id.to_owned(), text: text.to_owned(), hint: None }
}

fn options(other: bool) -> Options {
    Options {
        own: vec![choice("a", "Werk"), choice("b", "Leren"), choice("c", "Rust")],
        most: Some(2),
        other,
        from: None,
    }
}

/// A question as a guide writes it: what it leaves out does not matter here.
fn asked(words: &str) -> Ask {
    let reader = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    reader.from_str(words).expect("a question")
}

fn press(harness: &mut Harness<'_, Table>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

fn keys(harness: &mut Harness<'_, Table>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run();
    }
}

fn write(harness: &mut Harness<'_, Table>, field: &str, words: &str) {
    harness.get_by_label(field).focus();
    harness.run();
    harness.get_by_label(field).type_text(words);
    harness.run();
}

fn scale() -> Ask {
    Ask::Scale { low: "niet".into(), high: "heel".into(), compare: Vec::new() }
}

#[test]
fn a_scale_is_chosen_by_digits_and_ten_by_one_and_zero() {
    let mut harness = table(scale(), None);
    harness.run();
    keys(&mut harness, &[Key::Tab, Key::Num1, Key::Num0]);
    assert_eq!(harness.state().recorded, [Answer::Number(Some(1)), Answer::Number(Some(10))]);
    keys(&mut harness, &[Key::Num7, Key::Backspace]);
    assert_eq!(harness.state().draft.answer(), Answer::Number(None));
}

#[test]
fn arrows_move_over_a_scale_and_tab_goes_to_the_next() {
    let scales = vec![choice("geld", "Geld"), choice("huis", "Wonen")];
    let ask = Ask::Scales { scales, low: "zwaar".into(), high: "goed".into() };
    let mut harness = table(ask, Some(Answer::Numbers(vec![("geld".into(), 7)])));
    harness.run();
    keys(&mut harness, &[Key::Tab]);
    assert!(harness.get_by_label("Geld: 7").is_focused());
    keys(&mut harness, &[Key::ArrowRight, Key::ArrowRight, Key::Space]);
    assert_eq!(harness.state().recorded, [Answer::Numbers(vec![("geld".into(), 9)])]);
    keys(&mut harness, &[Key::Tab]);
    assert!(harness.get_by_label("Wonen: 0, zwaar").is_focused());
}

#[test]
fn the_numbers_of_a_scale_stay_inside_a_narrow_window() {
    let mut harness = sized(scale(), None, 320.0);
    harness.run();
    for number in ["0, niet", "5", "10, heel"] {
        let bounds = harness.get_by_label(number).rect();
        assert!(bounds.right() <= 320.0 && bounds.width() >= 44.0, "{number} at {bounds}");
    }
}

#[test]
fn words_are_recorded_when_the_field_is_left_and_not_before() {
    let mut harness = table(Ask::Text { lines: 2, starter: Some("Ik leer ".into()) }, None);
    harness.run();
    assert_eq!(harness.state().draft.answer(), Answer::Text(String::new()), "a beginning is no answer");
    write(&mut harness, "De vraag", "lassen");
    assert!(harness.state().recorded.is_empty() && harness.state().draft.unsaved());
    keys(&mut harness, &[Key::Tab]);
    assert_eq!(harness.state().recorded.len(), 1);
    assert!(!harness.state().draft.unsaved());
}

#[test]
fn words_of_an_earlier_answer_stand_as_said_and_the_first_half_of_a_sentence_with_the_second() {
    let mint = || ItemId::new("n");
    let starter = || Some("Ik bezoek drie winkels".to_owned());
    let asks =
        [Ask::Text { lines: 1, starter: starter() }, Ask::Goal { starter: starter(), learning: false, parent: None }];
    for ask in asks {
        let plain = Draft::of(&ask, None, &mint);
        assert!(!plain.stands_as_begun() && plain.answer().is_empty(), "words of the guide are no answer");
        let begun = Draft::of(&ask, None, &mint).begun_from_answer(true);
        assert!(begun.stands_as_begun());
        assert_eq!(begun.answer().words().as_deref(), Some("Ik bezoek drie winkels"), "{ask:?}");
    }
    let half = IfThen { then: "bel ik".to_owned(), ..IfThen::default() };
    let ask = Ask::IfThen { starter: Some("dit gebeurt: geen bus".to_owned()) };
    let Answer::IfThen(whole) = Draft::of(&ask, Some(&Answer::IfThen(half)), &mint).answer() else { unreachable!() };
    assert_eq!((whole.when.as_str(), whole.then.as_str()), ("dit gebeurt: geen bus", "bel ik"));
    assert!(Draft::of(&ask, None, &mint).answer().is_empty(), "half a sentence of the guide is no answer");
}

#[test]
fn enter_adds_to_a_list_and_keeps_the_keyboard() {
    let ask = asked("Lijst(hoogstens: 2, suggesties: [\"rustig blijven\"])");
    let mut harness = table(ask, Some(Answer::List(vec![item("oud", "op tijd komen")])));
    harness.run();
    harness.get_by_role_and_label(Role::MultilineTextInput, "De vraag").focus();
    harness.run();
    for words in ["snel leren", "koken"] {
        harness.get_by_role_and_label(Role::MultilineTextInput, "De vraag").type_text(words);
        harness.run();
        keys(&mut harness, &[Key::Enter]);
    }
    let all = vec![item("oud", "op tijd komen"), item("new1", "snel leren"), item("new2", "koken")];
    assert_eq!(harness.state().recorded.last(), Some(&Answer::List(all)));
    assert!(harness.query_by_label_contains("Dit zijn er 3.").is_some(), "a soft limit is said, not enforced");
    press(&mut harness, "Verwijder: op tijd komen");
    press(&mut harness, "Neem over: rustig blijven");
    let all = vec![item("new1", "snel leren"), item("new2", "koken"), item("new3", "rustig blijven")];
    assert_eq!(harness.state().draft.answer(), Answer::List(all));
}

#[test]
fn what_the_municipality_has_fixed_can_be_taken_over() {
    let mut harness = table(asked("Lijst()"), None);
    let draft = std::mem::replace(&mut harness.state_mut().draft, Draft::of(&Ask::Info, None, &|| ItemId::new("x")));
    harness.state_mut().draft = draft.with_proposals(vec![item("k1", "u krijgt een uitkering")]);
    harness.run();
    press(&mut harness, "Neem over: u krijgt een uitkering");
    assert_eq!(harness.state().recorded, [Answer::List(vec![item("new1", "u krijgt een uitkering")])]);
}

#[test]
fn words_in_the_last_field_are_never_lost() {
    let mut harness = table(Ask::People, None);
    harness.run();
    write(&mut harness, "Wie?", "Fatma");
    assert!(harness.state_mut().draft.settle(&|| ItemId::new("bewaard")));
    let Answer::People(people) = harness.state().draft.answer() else { panic!("people") };
    assert_eq!((people[0].id.as_str(), people[0].name.as_str()), ("bewaard", "Fatma"));
}

#[test]
fn a_task_keeps_its_id_and_folds_its_details() {
    let task = Task {
        id: ItemId::new("t1"),
        what: "Ik bel".into(),
        who: Who::Client,
        by_whom: String::new(),
        day: None,
        time: None,
        place: String::new(),
        how_often: String::new(),
    };
    let ask = asked("Actie(wie: klant)");
    let mut harness = table(ask, Some(Answer::Tasks(vec![task])));
    harness.run();
    assert!(harness.query_by_label("Waar?").is_none());
    press(&mut harness, "Wanneer en waar: Ik bel");
    write(&mut harness, "Eerste dag", "1 dec");
    keys(&mut harness, &[Key::Tab]);
    let Some(Answer::Tasks(tasks)) = harness.state().recorded.last() else { panic!("tasks") };
    assert_eq!((tasks[0].id.as_str(), tasks[0].day), ("t1", Some(date(2026, 12, 1))));
    assert!(harness.query_by_label("di 1 december 2026").is_some(), "the day is said in words");
}

#[test]
fn a_day_that_is_not_understood_is_explained_and_stays() {
    let mut harness = table(Ask::Date, None);
    harness.run();
    write(&mut harness, "De vraag", "31 april");
    assert!(harness.query_by_label_contains("bestaat niet").is_none(), "not while typing");
    keys(&mut harness, &[Key::Tab]);
    assert!(harness.query_by_label_contains("bestaat niet").is_some());
    assert_eq!(harness.get_by_role(Role::TextInput).value().as_deref(), Some("31 april"));
    assert_eq!(harness.state().draft.answer(), Answer::Date(None));
}

#[test]
fn a_day_is_picked_from_the_month_by_keyboard() {
    let mut harness = table(Ask::Date, Some(Answer::Date(Some(date(2026, 12, 1)))));
    harness.run();
    keys(&mut harness, &[Key::Tab, Key::Tab, Key::Enter]);
    assert!(harness.get_by_role_and_label(Role::Button, "di 1 december 2026").is_focused());
    keys(&mut harness, &[Key::ArrowDown, Key::Enter]);
    assert_eq!(harness.state().recorded, [Answer::Date(Some(date(2026, 12, 8)))]);
    assert!(harness.get_by_label("Kies een dag: De vraag").is_focused(), "the keyboard is back where it came from");
}

#[test]
fn a_checklist_speaks_each_thing_with_its_answer() {
    let mut harness = table(Ask::Checklist { items: vec![choice("fiets", "Fiets"), choice("opvang", "Opvang")] }, None);
    harness.run();
    press(&mut harness, "Opvang: Nee");
    press(&mut harness, "Fiets: Ja");
    let checks = vec![("opvang".to_owned(), Check::No), ("fiets".to_owned(), Check::Yes)];
    assert_eq!(harness.state().draft.answer(), Answer::Checks(checks));
}

#[test]
fn every_answer_comes_back_as_it_was() {
    let goal = Goal { words: "Ik kook".into(), sign: "drie keer".into(), by: Some(date(2027, 2, 1)) };
    for (ask, answer) in [
        (Ask::Info, Answer::Seen),
        (asked("Doel()"), Answer::Goal(goal)),
        (
            Ask::TwoLists { left: "a".into(), right: "b".into() },
            Answer::TwoLists { left: vec![item("1", "x")], right: vec![item("2", "y")] },
        ),
        (
            Ask::Scales { scales: vec![choice("geld", "Geld")], low: "l".into(), high: "h".into() },
            Answer::Numbers(vec![("geld".into(), 4)]),
        ),
    ] {
        assert_eq!(Draft::of(&ask, Some(&answer), &|| ItemId::new("x")).answer(), answer);
        let mut harness = table(ask, Some(answer.clone()));
        harness.run();
        assert_eq!(harness.state().draft.answer(), answer, "and drawing it changes nothing");
        assert!(harness.state().recorded.is_empty());
    }
}
