//! What is kept of this client, who can read it, and what can be done about it: folded until somebody asks.

use eframe::egui::{CollapsingHeader, Ui};

use super::ground::{Decided, Ground};
use super::inspection::Inspecting;
use super::statement::Statement;
use crate::desk::{Command, Desk, Member, OpenDossier, PrivacyWish};
use crate::dossier::Card;
use crate::texts::Texts;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Ink, Level, heading, words};

#[derive(Default)]
pub struct Privacy {
    /// Destroying was asked, and waits for its ground and a second word.
    destroying: Option<String>,
    statement: Statement,
    /// The paper for the right of access, as it was made ready, and whether that page is shown.
    inspecting: Option<Inspecting>,
    inspects: bool,
}

impl Privacy {
    /// Shows the page on which the paper for the right of access is made ready, if that was asked for.
    pub fn inspection(&mut self, ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) -> bool {
        let Some(inspecting) = self.inspecting.as_mut().filter(|_| self.inspects) else { return false };
        if inspecting.ui(ui, desk, open, out) {
            self.inspects = false;
        }
        true
    }

    /// Keeps a statement that was typed and not kept yet.
    pub fn flush(&mut self, open: &OpenDossier, out: &mut Outbox) {
        self.statement.flush(open, out);
    }

    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) {
        let texts = desk.texts();
        let title = Lettering::Body.rich(texts.say("privacy-title"), ui.visuals().text_color());
        CollapsingHeader::new(title).id_salt("privacy").show(ui, |ui| {
            ui.add_space(8.0);
            self.papers(ui, desk, open, out);
            ui.add_space(16.0);
            self.statement.ui(ui, desk, open, out);
            if open.is_stored() {
                ui.add_space(16.0);
                readers(ui, desk, open, out);
                ui.add_space(16.0);
                self.end(ui, texts, open, out);
            }
        });
    }

    fn papers(&mut self, ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) {
        let texts = desk.texts();
        ui.horizontal_wrapped(|ui| {
            let mut asks = |key: &str| {
                let hint = texts.say(&format!("{key}-hint"));
                ui.add(Button::secondary(&texts.say(key)).small()).on_hover_text(hint).clicked()
            };
            if asks("privacy-sheet") {
                out.send(Command::Privacy(PrivacyWish::Sheet));
            }
            if asks("privacy-inspection") {
                self.inspecting.get_or_insert_with(|| Inspecting::begin(desk, open)).return_to();
                self.inspects = true;
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
    let could = desk.team().others.iter().filter(|member| member.is_colleague() && !reads(&member.card));
    for Member { card, .. } in could {
        row(ui, card, "privacy-let-in", PrivacyWish::LetIn(card.clone()));
    }
    words(ui, Lettering::Small, Ink::Soft, &texts.say("privacy-readers-hint"));
}
