//! The first start: a folder of one's own, or a demonstration.

use eframe::egui::Ui;

use crate::desk::{Command, Desk};
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Ink, Level, heading, words};

pub fn ui(ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
    let texts = desk.texts();
    ui.add_space(48.0);
    heading(ui, Level::Page, &texts.say("start-title"));
    ui.add_space(12.0);
    words(ui, Lettering::Lead, Ink::Plain, &texts.say("start-what"));
    ui.add_space(24.0);
    if desk.is_busy() {
        words(ui, Lettering::Body, Ink::Soft, &texts.say("start-busy"));
        return;
    }
    if ui.add(Button::primary(&texts.say("start-demonstration"))).clicked() {
        out.send(Command::OpenVault { demonstration: true });
    }
    words(ui, Lettering::Small, Ink::Soft, &texts.say("start-demonstration-hint"));
    ui.add_space(16.0);
    if ui.add(Button::secondary(&texts.say("start-own"))).clicked() {
        out.send(Command::ShowSetup { joins: false });
    }
    words(ui, Lettering::Small, Ink::Soft, &texts.say("start-own-hint"));
}
