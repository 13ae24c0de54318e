//! A vault is there: the passphrase, and then everything as it was.

use eframe::egui::Ui;

use crate::desk::{Command, Desk, Secret};
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Field, Ink, Level, entered, heading, words};

#[derive(Default)]
pub struct Unlock {
    passphrase: Secret,
}

impl Unlock {
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        let texts = desk.texts();
        ui.add_space(48.0);
        heading(ui, Level::Page, &texts.say("unlock-title"));
        ui.add_space(8.0);
        words(ui, Lettering::Body, Ink::Soft, &texts.say("unlock-what"));
        ui.add_space(24.0);
        if desk.is_busy() {
            words(ui, Lettering::Body, Ink::Soft, &texts.say("unlock-busy"));
            return;
        }
        let field =
            Field::line("unlock-passphrase", &texts.say("setup-passphrase")).secret().show(ui, self.passphrase.typed());
        if self.passphrase.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        let done = entered(&field);
        ui.add_space(16.0);
        if ui.add(Button::primary(&texts.say("unlock-open"))).clicked() || done {
            out.send(Command::Unlock(std::mem::take(&mut self.passphrase)));
        }
        ui.add_space(32.0);
        words(ui, Lettering::Small, Ink::Soft, &texts.say("unlock-forgotten"));
        ui.add_space(8.0);
        if ui.add(Button::quiet(&texts.say("unlock-join"))).clicked() {
            out.send(Command::ShowSetup { joins: true });
        }
    }
}
