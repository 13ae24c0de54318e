//! The window by accessible label, with the keyboard, without a GPU.

use std::sync::mpsc::channel;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use roer::desk::crew::AtOnce;
use roer::desk::hands::{PaperHand, VaultHand};
use roer::desk::{Command, Desk, Mint, Now, View};
use roer::guide::Library;
use roer::platform::fake::FakeDesktop;
use roer::texts::Language;
use roer::ui::App;
use roer::vault::Memory;

use crate::soft::Soft;
use crate::table::now;

pub struct Window {
    pub harness: Harness<'static, App>,
    pub desktop: FakeDesktop,
}

impl Window {
    fn open(size: (f32, f32), demonstration: bool) -> Self {
        Self::with(size, demonstration, VaultHand::holding(Box::new(Memory::new()), now), now)
    }

    /// A window on whatever `hand` has or finds.
    pub fn with(size: (f32, f32), demonstration: bool, hand: VaultHand, clock: fn() -> Now) -> Self {
        let desktop = FakeDesktop::default();
        let inside = desktop.clone();
        let harness = Harness::builder()
            .with_size(vec2(size.0, size.1))
            .with_max_steps(40)
            .renderer(Soft::default())
            .build_eframe(move |cc| {
                let (replies, inbox) = channel();
                let crew = AtOnce { vault: hand, paper: PaperHand::new(Box::new(inside)), inbox: replies };
                let desk = Desk::new(Language::Dutch, Library::bundled(), Mint::new("test"));
                let mut app = App::new(&cc.egui_ctx, desk, inbox, Box::new(crew), clock);
                app.handle(Command::OpenVault { demonstration }, &cc.egui_ctx);
                app
            });
        let mut window = Self { harness, desktop };
        window.harness.run();
        window
    }

    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run();
    }

    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    pub fn type_in(&mut self, label: &str, words: &str) {
        self.harness
            .get_by(|node| {
                node.role() != Role::Label && node.role() != Role::Heading && node.label().as_deref() == Some(label)
            })
            .focus();
        self.harness.run();
        self.write(words);
    }

    pub fn write(&mut self, words: &str) {
        self.harness.event(eframe::egui::Event::Text(words.to_owned()));
        self.harness.run();
    }

    pub fn desk(&self) -> &Desk {
        self.harness.state().desk()
    }

    pub fn step(&self) -> String {
        self.desk().open().and_then(|open| open.stop()).map(|stop| stop.place.step.clone()).unwrap_or_default()
    }

    /// Tab until something editable has the focus, then type.
    pub fn tab_and_write(&mut self, words: &str) {
        for _ in 0..40 {
            self.harness.key_press(Key::Tab);
            self.harness.run();
            let editable = self.harness.query_by(|node| {
                node.is_focused() && matches!(node.role(), Role::TextInput | Role::MultilineTextInput)
            });
            if editable.is_some() {
                self.write(words);
                return;
            }
        }
        panic!("no field can be reached with Tab at {}", self.step());
    }
}

const NEXT: (Modifiers, Key) = (Modifiers::COMMAND, Key::Enter);

#[test]
fn a_new_client_two_stages_with_the_keyboard_only_and_the_plan_saved() {
    let mut window = Window::open((1280.0, 800.0), false);
    window.click("Nieuwe klant");
    window.type_in("Naam of schuilnaam", "Noor");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.desk().view(), View::Dossier);
    window.click("Begin met de kern: Zelf aan het roer");
    assert_eq!(window.step(), "wat-ligt-vast");
    // From here on no mouse.
    window.key(NEXT.0, NEXT.1);
    assert_eq!(window.step(), "welkom");
    window.key(NEXT.0, NEXT.1);
    assert_eq!(window.step(), "wens-dag");
    window.tab_and_write("Ik sta op en ga naar mijn werk.");
    window.key(NEXT.0, NEXT.1);
    assert_eq!(
        window.desk().plan().wish.as_deref(),
        Some("Ik sta op en ga naar mijn werk."),
        "typed words are kept by Verder"
    );
    assert_eq!(window.step(), "reden-eigen");
    window.key(Modifiers::ALT, Key::L);
    assert_eq!(window.step(), "sterke-kanten");
    window.tab_and_write("geduld");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.desk().plan().strengths, ["geduld"]);
    window.key(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.step(), "reden-eigen");
    window.key(Modifiers::COMMAND, Key::Num5);
    assert_eq!(window.desk().view(), View::Plan);
    window.harness.get_by_label("Bladzijde 1 van 1");
    window.desktop.inside().picks.push_back("/plan.pdf".into());
    window.key(Modifiers::COMMAND, Key::S);
    assert!(window.desktop.inside().files.values().any(|bytes| bytes.starts_with(b"%PDF")));
    window.harness.get_by_label_contains("Het plan is bewaard");
}

#[test]
fn every_screen_has_one_main_heading_and_no_button_without_a_name() {
    for (size, name) in [((1280.0, 800.0), "wide"), ((640.0, 1400.0), "narrow: as wide as 200 % zoom leaves")] {
        let mut window = Window::open(size, true);
        let walk = |window: &mut Window, screen: &str| {
            let headings =
                window.harness.query_all_by(|node| node.role() == Role::Heading && node.level() == Some(1)).count();
            assert_eq!(headings, 1, "{screen}, {name}");
            for node in window.harness.query_all_by(|node| node.role() == Role::Button) {
                assert!(
                    node.accesskit_node().label().is_some_and(|label| !label.trim().is_empty()),
                    "{screen}, {name}"
                );
            }
        };
        walk(&mut window, "clients");
        window.harness.get_by_label_contains("Meneer Okafor").click();
        window.harness.run();
        walk(&mut window, "dossier");
        window.click("Ga verder met het gesprek");
        walk(&mut window, "walk");
        for (key, screen) in [(Key::Num4, "overview"), (Key::Num5, "plan"), (Key::Num1, "clients again")] {
            window.key(Modifiers::COMMAND, key);
            walk(&mut window, screen);
        }
    }
}

#[test]
fn inside_a_dossier_no_other_clients_name_appears() {
    let mut window = Window::open((1280.0, 800.0), true);
    window.harness.get_by_label_contains("Meneer Okafor").click();
    window.harness.run();
    let other = window.harness.query_all_by(|node| {
        let said = format!("{:?} {:?}", node.label(), node.value());
        ["Samira", "Lotte", "Yusuf", "Nadia"].iter().any(|name| said.contains(name))
    });
    assert_eq!(other.count(), 0);
}

#[test]
fn coming_back_offers_to_go_on_with_the_date_and_lands_on_the_same_question() {
    let mut window = Window::open((1280.0, 800.0), true);
    window.harness.get_by_label_contains("Meneer Okafor").click();
    window.harness.run();
    let said =
        window.harness.query_all_by(|node| node.value().is_some_and(|value| value.contains("di 17 november 2026")));
    assert!(said.count() > 0, "the day of the last conversation");
    window.click("Ga verder met het gesprek");
    assert_eq!(window.step(), "hobbels");
}

#[test]
fn a_scale_is_chosen_with_a_digit_and_undo_takes_it_back() {
    let mut window = Window::open((1280.0, 800.0), true);
    window.harness.get_by_label_contains("Yusuf").click();
    window.harness.run();
    window.click("Ga verder met het gesprek");
    window.click("Alle verdieping open");
    while window.step() != "belang" {
        let before = window.step();
        window.key(Modifiers::ALT, Key::ArrowLeft);
        assert_ne!(window.step(), before, "belang comes before");
    }
    for _ in 0..40 {
        window.harness.key_press(Key::Tab);
        window.harness.run();
        window.write("7");
        window.harness.key_press(Key::Num7);
        window.harness.run();
        if window.desk().open().and_then(|open| open.stop()).is_some_and(|stop| stop.fields[0].answer.is_some()) {
            break;
        }
    }
    let answer = |window: &Window| {
        window.desk().open().and_then(|open| open.stop()).and_then(|stop| stop.fields[0].answer.clone())
    };
    assert_eq!(answer(&window), Some(crate::table::number(7)));
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(answer(&window), None);
}

#[test]
fn the_window_sleeps_when_nothing_happens() {
    let mut window = Window::open((1280.0, 800.0), true);
    window.harness.get_by_label_contains("Samira").click();
    // `run` fails when the window keeps asking to be drawn again.
    let steps = window.harness.run();
    assert!(steps < 10, "{steps} frames for one click");
}

#[test]
fn closing_the_window_keeps_what_was_typed_and_not_yet_left() {
    let mut window = Window::open((1280.0, 800.0), true);
    window.harness.get_by_label_contains("Yusuf").click();
    window.harness.run();
    window.click("Ga verder met het gesprek");
    window.tab_and_write("Dan slaap ik goed.");
    assert_eq!(window.desk().plan().why, None, "the field has not been left");
    eframe::App::on_exit(window.harness.state_mut(), None);
    assert_eq!(window.desk().plan().why.as_deref(), Some("Dan slaap ik goed."));
}

#[test]
fn a_guide_with_faults_shows_line_and_advice() {
    let mut window = Window::open((1280.0, 800.0), true);
    window.desktop.inside().files.insert("/fout.ron".into(), b"Gids(\n  formaat: 1,\n  idd: \"x\")".to_vec());
    window.desktop.inside().picks.push_back("/fout.ron".into());
    window.click("Gidsen");
    window.click("Open een gids uit een bestand…");
    let said = |words: &str| {
        let found = window.harness.query_all_by(|node| node.value().is_some_and(|value| value.contains(words)));
        found.count() > 0
    };
    assert!(said("regel 3, kolom 3") && said("De gids is niet toegevoegd") && said("kijk op deze plek"));
}

/// A few pictures, drawn without a GPU: the question in light and dark, and the paper on screen.
#[test]
fn pictures_of_the_question_and_the_plan() {
    let mut window = Window::open((1100.0, 700.0), true);
    window.harness.get_by_label_contains("Meneer Okafor").click();
    window.harness.run();
    window.click("Ga verder met het gesprek");
    window.harness.snapshot("question");
    window.key(Modifiers::NONE, Key::F8);
    window.harness.snapshot("question-dark");
    window.key(Modifiers::COMMAND, Key::Num5);
    window.harness.snapshot("plan-on-screen");
}
