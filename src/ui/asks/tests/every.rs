//! All editors at once: names, room, ids.

use std::cell::Cell;

use eframe::egui::Shape;
use eframe::egui::accessibility::is_input;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use jiff::civil::date;

use super::{Table, asked, choice, item, options, scale, sized};
use crate::dossier::answer::{Answer, Appointment, Check, Goal, IfThen, Person, Picked, Task};
use crate::dossier::ids::ItemId;
use crate::guide::ask::{Ask, Who};
use crate::texts::{Language, Texts};
use crate::ui::asks::{Draft, ask_ui};
use crate::ui::fonts;

/// One of each kind, filled.
fn every_kind() -> Vec<(Ask, Answer)> {
    let picked = || {
        Answer::Picked(Picked {
            options: vec![item("a", "Werk"), item("b", "Leren")],
            other: Some("Tuin".into()),
            remark: None,
        })
    };
    let task = |who| Task {
        id: ItemId::new("t1"),
        what: "Ik bel".into(),
        who,
        by_whom: String::new(),
        day: Some(date(2026, 12, 1)),
        time: None,
        place: String::new(),
        how_often: String::new(),
    };
    let tasks = |who| asked(&format!("Actie(wie: {who}, suggesties: [\"een dag meelopen\"])"));
    let checks = vec![choice("fiets", "Er is een fiets die het doet"), choice("opvang", "Opvang")];
    vec![
        (Ask::Text { lines: 3, starter: None }, Answer::Text("Ik wil werken".into())),
        (Ask::Confirm { options: options(false).own }, picked()),
        (Ask::Choice(options(true)), picked()),
        (Ask::Choices(options(true)), picked()),
        (Ask::Rank(options(true)), picked()),
        (
            asked("Lijst(hoogstens: 2, liefst: 2, suggesties: [\"koken\"])"),
            Answer::List(vec![item("1", "leren"), item("2", "bellen")]),
        ),
        (
            Ask::TwoLists { left: "Helpt".into(), right: "Moeilijk".into() },
            Answer::TwoLists { left: vec![item("1", "x")], right: vec![item("2", "x")] },
        ),
        (scale(), Answer::Number(Some(7))),
        (Ask::Scales { scales: checks.clone(), low: "zwaar".into(), high: "goed".into() }, Answer::Numbers(Vec::new())),
        (asked("Doel()"), Answer::Goal(Goal::default())),
        (tasks("klant"), Answer::Tasks(vec![task(Who::Client)])),
        (tasks("gemeente"), Answer::Tasks(vec![task(Who::Municipality)])),
        (Ask::IfThen { starter: None }, Answer::IfThen(IfThen::default())),
        (
            Ask::People,
            Answer::People(vec![Person { id: ItemId::new("p"), name: "Fatma".into(), asked: String::new() }]),
        ),
        (Ask::Date, Answer::Date(None)),
        (Ask::Appointment, Answer::Appointment(Appointment::default())),
        (Ask::Checklist { items: checks }, Answer::Checks(vec![("fiets".into(), Check::Yes)])),
    ]
}

/// egui paints a warning where one id is used twice.
fn id_clashes(harness: &Harness<'_, Table>) -> usize {
    let warns = |shape: &Shape| matches!(shape, Shape::Text(text) if text.galley.text().contains(" use of "));
    harness.output().shapes.iter().filter(|clipped| warns(&clipped.shape)).count()
}

#[test]
fn every_editor_has_names_room_and_ids_of_its_own_in_wide_and_narrow_windows() {
    for width in [640.0, 320.0] {
        for (ask, answer) in every_kind() {
            let kind = format!("{ask:?} at {width}");
            let mut harness = sized(ask, Some(&answer), width);
            harness.run();
            assert_eq!(id_clashes(&harness), 0, "{kind}");
            let mut names = Vec::new();
            for node in harness.root().children_recursive().filter(|node| is_input(node.accesskit_node().role())) {
                let name = node.accesskit_node().label().unwrap_or_default();
                assert!(!name.trim().is_empty(), "a control without a name in {kind}");
                let rect = node.rect();
                assert!(rect.width() >= 24.0 && rect.height() >= 24.0, "{name} is {rect} in {kind}");
                assert!(rect.left() >= 0.0 && rect.right() <= width, "{name} is {rect} in {kind}");
                names.push((node.accesskit_node().role(), name));
            }
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "one name twice in {kind}");
            assert!(all > 0, "{kind}");
        }
    }
}

#[test]
fn the_clash_check_itself_finds_two_of_one_name() {
    let state = Table {
        draft: Draft::of(&scale(), None, &|| ItemId::new("x")),
        ask: scale(),
        texts: Texts::new(Language::Dutch),
        recorded: Vec::new(),
        minted: Cell::new(0),
    };
    let mut harness = Harness::builder().allow_missing_glyphs().build_ui_state(
        |ui, table: &mut Table| {
            fonts::install(ui.ctx());
            for _ in 0..2 {
                ask_ui(ui, &table.texts, "veld", "De vraag", &table.ask, &mut table.draft, &|| ItemId::new("x"));
            }
        },
        state,
    );
    harness.run_steps(3);
    assert!(id_clashes(&harness) > 0);
}
