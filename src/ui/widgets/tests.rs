//! What the parts say to who hears the screen.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Key, Ui, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::*;
use crate::texts::{Language, Texts};
use crate::ui::fonts::Lettering;
use crate::ui::{fonts, theme};

fn shown(mut draw: impl FnMut(&mut Ui) + 'static) -> Harness<'static> {
    let mut dressed = false;
    let mut harness = Harness::builder().with_size(vec2(640.0, 480.0)).build_ui(move |ui| {
        if dressed {
            draw(ui);
        } else {
            fonts::install(ui.ctx());
            theme::install(ui.ctx(), true);
            dressed = true;
        }
    });
    harness.run();
    harness
}

#[test]
fn headings_have_a_level() {
    let harness = shown(|ui| {
        heading(ui, Level::Question, "Hoe belangrijk is werk?");
        heading(ui, Level::Card, "Hulp voor u");
    });
    for (name, level) in [("Hoe belangrijk is werk?", 1), ("Hulp voor u", 2)] {
        let node = harness.get_by_role_and_label(Role::Heading, name);
        assert_eq!(node.accesskit_node().level(), Some(level));
    }
}

#[test]
fn messages_are_spoken_when_they_come() {
    let harness = shown(|ui| {
        notice(ui, Ink::Good, Urgency::Polite, "Opgeslagen om 10.42 uur.", |_| ());
        notice(ui, Ink::Bad, Urgency::Assertive, "De map is weg.", |ui| ui.add(Button::secondary("Probeer opnieuw")));
    });
    assert_eq!(harness.get_by_role(Role::Status).accesskit_node().live(), Live::Polite);
    assert_eq!(harness.get_by_role_and_label(Role::Alert, "De map is weg.").accesskit_node().live(), Live::Assertive);
    assert!(harness.query_by_label("Probeer opnieuw").is_some());
}

#[test]
fn a_stage_says_where_it_stands() {
    let texts = Texts::new(Language::Dutch);
    let harness = shown(move |ui| {
        stage(ui, &texts, "s1", "Aan tafel", StageState::Done);
        stage(ui, &texts, "s2", "Mijn doel", StageState::Current);
    });
    assert!(harness.query_by_label("Aan tafel, klaar").is_some());
    assert!(harness.query_by_label("Mijn doel, hier zijn we nu").is_some());
}

#[test]
fn a_row_opens_as_a_whole_and_its_button_keeps_its_own_click() {
    let seen = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
    let inside = seen.clone();
    let mut harness = shown(move |ui| {
        let row = list_row(ui, "d1", "Samira D.", false, |ui| {
            words(ui, Lettering::Strong, Ink::Plain, "Samira");
            ui.add(Button::secondary("Open").small()).clicked()
        });
        if row.inner {
            inside.borrow_mut().push("button");
        } else if row.response.clicked() {
            inside.borrow_mut().push("row");
        }
    });
    harness.get_by_label("Open").click();
    harness.run();
    harness.get_by_label("Samira").click();
    harness.run();
    assert_eq!(*seen.borrow(), ["button", "row"]);
}

#[test]
fn every_control_is_high_enough_to_press() {
    let harness = shown(|ui| {
        ui.add(Button::primary("Verder").cap("Enter"));
        ui.add(Button::secondary("Klein").small());
        ui.add(Button::icon(Mark::Cross, "Sluit"));
        OptionRow::radio("a", "Werk").show(ui, false);
    });
    for (name, least) in [
        ("Verder", theme::CONTROL),
        ("Klein", theme::SMALL_CONTROL),
        ("Sluit", theme::CONTROL),
        ("Werk", theme::CONTROL),
    ] {
        assert!(harness.get_by_label(name).rect().height() >= least, "{name}");
    }
}

#[test]
fn escape_and_enter_leave_the_keyboard_where_it_is() {
    let mut typed = String::new();
    let mut harness = shown(move |ui| {
        Field::line("naam", "Naam").show(ui, &mut typed);
        ui.add(Button::secondary("Terug"));
    });
    for _ in 0..2 {
        harness.key_press(Key::Tab);
        harness.run();
        let focused = |harness: &Harness<'_>| ["Naam", "Terug"].map(|name| harness.get_by_label(name).is_focused());
        let before = focused(&harness);
        assert!(before.contains(&true));
        for key in [Key::Escape, Key::Enter] {
            harness.run();
            harness.key_press(key);
            harness.run();
            assert_eq!(focused(&harness), before, "{key:?}");
        }
    }
}

#[test]
fn every_word_of_the_parts_is_there_in_both_languages() {
    let keys = |source: &str| -> Vec<String> {
        source
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(key, _)| key.to_owned())
            .filter(|key| key.starts_with("widget-"))
            .collect()
    };
    let dutch = keys(include_str!("../../../assets/locale/nl/widget.ftl"));
    let english = keys(include_str!("../../../assets/locale/en/widget.ftl"));
    assert_eq!(dutch, english);
    let texts = Texts::new(Language::Dutch);
    for key in dutch {
        assert!(texts.has(&key), "{key}");
    }
}
