//! Making one's own keys: name, passphrase, and who can help when it is forgotten. What is typed here goes with the screen.

use eframe::egui::Ui;

use super::recovery::{Help, RecoveryChoice};
use crate::desk::{Command, Desk, Founder, Secret, Strength, strength};
use crate::texts::Texts;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Field, Ink, Level, heading, words};

#[derive(Default)]
pub struct Setup {
    name: String,
    passphrase: Secret,
    again: Secret,
    recovery: RecoveryChoice,
    /// What is still missing is told after the first try.
    tried: bool,
}

impl Setup {
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        let (texts, setup) = (desk.texts(), desk.setup());
        let (title, what) = match (setup.encrypts, setup.joins) {
            (true, _) => ("setup-encrypt-title", "setup-encrypt-what"),
            (_, true) => ("setup-join-title", "setup-join-what"),
            _ => ("setup-title", "setup-what"),
        };
        heading(ui, Level::Page, &texts.say(title));
        ui.add_space(8.0);
        words(ui, Lettering::Body, Ink::Soft, &texts.say(what));
        ui.add_space(24.0);
        let (label, help) = (texts.say("setup-name"), texts.say("setup-name-help"));
        Field::line("setup-name", &label).help(&help).show(ui, &mut self.name);
        ui.add_space(16.0);
        self.passphrases(ui, texts);
        ui.add_space(24.0);
        self.recovery(ui, desk, out);
        ui.add_space(24.0);
        let missing = self.missing(desk);
        if let Some(missing) = missing.filter(|_| self.tried) {
            words(ui, Lettering::Body, Ink::Bad, &texts.say(missing));
            ui.add_space(8.0);
        }
        let make = if setup.joins { "setup-join" } else { "setup-make" };
        if desk.is_busy() {
            words(ui, Lettering::Body, Ink::Soft, &texts.say("start-busy"));
        } else if ui.add(Button::primary(&texts.say(make))).clicked() {
            self.tried = true;
            if missing.is_none() {
                let founder = self.founder(desk);
                out.send(if setup.joins { Command::JoinVault(founder) } else { Command::MakeVault(founder) });
            }
        }
        ui.add_space(8.0);
        if ui.add(Button::quiet(&texts.say("setup-back"))).clicked() {
            *self = Self::default();
            out.send(Command::OpenVault { demonstration: false });
        }
    }

    fn passphrases(&mut self, ui: &mut Ui, texts: &Texts) {
        let (label, help) = (texts.say("setup-passphrase"), texts.say("setup-passphrase-help"));
        Field::line("setup-passphrase", &label).help(&help).secret().show(ui, self.passphrase.typed());
        if !self.passphrase.is_empty() {
            let (ink, key) = match strength(&self.passphrase) {
                Strength::Weak => (Ink::Warm, "setup-weak"),
                Strength::Strong => (Ink::Good, "setup-strong"),
            };
            words(ui, Lettering::Small, ink, &texts.say(key));
        }
        ui.add_space(12.0);
        Field::line("setup-again", &texts.say("setup-again")).secret().show(ui, self.again.typed());
    }

    fn recovery(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        let texts = desk.texts();
        heading(ui, Level::Card, &texts.say("setup-help"));
        words(ui, Lettering::Small, Ink::Soft, &texts.say("setup-help-why"));
        ui.add_space(8.0);
        self.recovery.ui(ui, desk, &[Help::Sheet, Help::Organisation, Help::Nobody], out);
    }

    /// The key of what is still missing.
    fn missing(&self, desk: &Desk) -> Option<&'static str> {
        match self.recovery.chosen(desk) {
            _ if self.name.trim().is_empty() => Some("setup-missing-name"),
            _ if strength(&self.passphrase) == Strength::Weak => Some("setup-missing-strong"),
            _ if self.passphrase != self.again => Some("setup-missing-same"),
            Err(missing) => Some(missing),
            Ok(_) => None,
        }
    }

    fn founder(&self, desk: &Desk) -> Founder {
        let recovery = self.recovery.chosen(desk).ok().flatten();
        Founder { name: self.name.trim().to_owned(), passphrase: self.passphrase.clone(), recovery }
    }
}
