//! Who can open the dossiers when a passphrase is lost: a sheet in a safe, or the organisation's own key.

use eframe::egui::Ui;

use crate::desk::{Command, Desk, is_recipient};
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Field, Ink, OptionRow, words};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Help {
    Sheet,
    Organisation,
    Nobody,
}

impl Help {
    fn key(self) -> &'static str {
        match self {
            Self::Sheet => "setup-help-sheet",
            Self::Organisation => "setup-help-organisation",
            Self::Nobody => "setup-help-nobody",
        }
    }
}

#[derive(Default)]
pub struct RecoveryChoice {
    help: Option<Help>,
    recipient: String,
}

impl RecoveryChoice {
    /// Lets one of these be chosen.
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, among: &[Help], out: &mut Outbox) {
        let texts = desk.texts();
        for help in among {
            let hint = texts.say(&format!("{}-hint", help.key()));
            let row = OptionRow::radio(help.key(), &texts.say(help.key()))
                .hint(Some(&hint))
                .show(ui, self.help == Some(*help));
            if row.clicked() {
                self.help = Some(*help);
            }
            ui.add_space(4.0);
        }
        ui.add_space(8.0);
        match self.help {
            Some(Help::Sheet) => {
                // A second sheet would make the first one worthless.
                if desk.setup().recovery.is_none() {
                    if ui.add(Button::secondary(&texts.say("setup-sheet"))).clicked() {
                        out.send(Command::MakeRecovery);
                    }
                } else {
                    words(ui, Lettering::Small, Ink::Good, &texts.say("setup-sheet-made"));
                    if ui.add(Button::quiet(&texts.say("setup-sheet-again")).small()).clicked() {
                        out.send(Command::ForgetSheet);
                    }
                }
            }
            Some(Help::Organisation) => {
                Field::line("setup-recipient", &texts.say("setup-recipient")).show(ui, &mut self.recipient);
            }
            Some(Help::Nobody) | None => {}
        }
    }

    /// The recipient that was chosen, none for nobody; or the key of what is still missing.
    pub fn chosen(&self, desk: &Desk) -> Result<Option<String>, &'static str> {
        let recipient = self.recipient.trim();
        match self.help {
            None => Err("setup-missing-help"),
            Some(Help::Nobody) => Ok(None),
            Some(Help::Sheet) => desk.setup().recovery.clone().map(Some).ok_or("setup-missing-sheet"),
            Some(Help::Organisation) if is_recipient(recipient) => Ok(Some(recipient.to_owned())),
            Some(Help::Organisation) if recipient.starts_with("age1") => Err("setup-wrong-recipient"),
            Some(Help::Organisation) => Err("setup-missing-recipient"),
        }
    }
}
