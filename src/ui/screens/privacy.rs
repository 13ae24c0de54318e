//! What is kept of this client, who can read it, and what can be done about it: folded until somebody asks.

use eframe::egui::{CollapsingHeader, Ui};

use super::ground::{Decided, Ground};
use crate::desk::{Command, Desk, OpenDossier, PrivacyWish};
use crate::dossier::Card;
use crate::texts::Texts;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Ink, Level, heading, words};

#[derive(Default)]
pub struct Privacy {
    /// Destroying was asked, and waits for its ground and a second word.
    destroying: Option<String>,
}

impl Privacy {
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) {
        let texts = desk.texts();
        let title = Lettering::Body.rich(texts.say("privacy-title"), ui.visuals().text_color());
        CollapsingHeader::new(title).id_salt("privacy").show(ui, |ui| {
            ui.add_space(8.0);
            papers(ui, texts, out);
            if open.is_stored() {
                ui.add_space(16.0);
                readers(ui, desk, open, out);
                ui.add_space(16.0);
                self.end(ui, texts, open, out);
            }
        });
    }

    fn end(&mut self, ui: &mut Ui, texts: &Texts, open: &OpenDossier, out: &mut Outbox) {
        heading(ui, Level::Card, &texts.say("privacy-end-title"));
        let ended = open.dossier().ended().is_some();
        words(ui, Lettering::Small, Ink::Soft, &texts.say(if ended { "privacy-ended" } else { "privacy-end-hint" }));
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            let label = texts.say(if ended { "privacy-reopen" } else { "privacy-end" });
            if ui.add(Button::secondary(&label).small()).clicked() {
                out.send(Command::Privacy(PrivacyWish::End(!ended)));
            }
            if self.destroying.is_none() && ui.add(Button::quiet(&texts.say("privacy-destroy")).small()).clicked() {
                self.destroying = Some(String::new());
            }
        });
        match self.destroying.as_mut().and_then(|ground| DESTROY.ask(ui, texts, ground)) {
            None => return,
            Some(Decided::Sure(ground)) => out.send(Command::Privacy(PrivacyWish::Destroy(ground))),
            Some(Decided::Cancelled) => {}
        }
        self.destroying = None;
    }
}

const DESTROY: Ground = Ground {
    what: "privacy-destroy-what",
    label: "privacy-ground",
    help: "privacy-ground-help",
    sure: "privacy-destroy-sure",
};

fn papers(ui: &mut Ui, texts: &Texts, out: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        let both = [("privacy-sheet", PrivacyWish::Sheet), ("privacy-inspection", PrivacyWish::Inspection)];
        for (key, wish) in both {
            let hint = texts.say(&format!("{key}-hint"));
            if ui.add(Button::secondary(&texts.say(key)).small()).on_hover_text(hint).clicked() {
                out.send(Command::Privacy(wish));
            }
        }
    });
}

/// Who can read this dossier, and who could.
fn readers(ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) {
    let texts = desk.texts();
    let Some(own) = &desk.team().own else { return };
    heading(ui, Level::Card, &texts.say("privacy-readers"));
    words(ui, Lettering::Body, Ink::Plain, &format!("{} ({})", own.name, texts.say("privacy-you")));
    let mut row = |ui: &mut Ui, card: &Card, key: &str, wish: PrivacyWish| {
        ui.horizontal_wrapped(|ui| {
            words(ui, Lettering::Body, Ink::Plain, &card.name);
            let label = texts.say(key);
            let spoken = format!("{label}: {}", card.name);
            if ui.add(Button::quiet(&label).small().spoken(&spoken)).clicked() {
                out.send(Command::Privacy(wish));
            }
        });
    };
    let reads = |card: &Card| open.readers().iter().any(|reader| reader.key == card.key);
    for card in open.readers().iter().filter(|card| card.key != own.key) {
        row(ui, card, "privacy-send-away", PrivacyWish::SendAway(card.clone()));
    }
    let could = desk.team().others.iter().filter(|(card, known)| *known && !reads(card));
    for (card, _) in could {
        row(ui, card, "privacy-let-in", PrivacyWish::LetIn(card.clone()));
    }
    words(ui, Lettering::Small, Ink::Soft, &texts.say("privacy-readers-hint"));
}
