//! What the client wants to have said of the dossier itself. Their own words, beside what stands in it.

use eframe::egui::Ui;

use super::ground::{Decided, Ground};
use crate::desk::{Command, Desk, Erasing, OpenDossier, PrivacyWish};
use crate::texts::dates;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Field, Ink, Level, card, heading, words};

#[derive(Default)]
pub struct Statement {
    /// The words while they are being written.
    writing: Option<String>,
    /// Taking it out was asked, and waits for its ground and a second word.
    erasing: Option<String>,
}

impl Statement {
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) {
        let texts = desk.texts();
        heading(ui, Level::Card, &texts.say("statement-title"));
        words(ui, Lettering::Small, Ink::Soft, &texts.say("statement-what"));
        ui.add_space(4.0);
        if self.writing.is_some() {
            return self.write(ui, desk, open, out);
        }
        let heads = open.dossier().statement().heads().iter().filter(|head| !head.value.is_empty());
        let mut says = false;
        for head in heads {
            says = true;
            words(ui, Lettering::Small, Ink::Soft, &dates::long(texts, head.at.date()));
            card(ui, |ui| {
                ui.set_width(ui.available_width());
                words(ui, Lettering::Body, Ink::Plain, &head.value);
            });
        }
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            let label = texts.say(if says { "statement-change" } else { "statement-write" });
            if ui.add(Button::secondary(&label).small()).clicked() {
                let standing = open.dossier().statement().latest();
                self.writing = Some(standing.map(|head| head.value.clone()).unwrap_or_default());
            }
            let erase = says && open.is_stored() && self.erasing.is_none();
            if erase && ui.add(Button::quiet(&texts.say("statement-erase")).small()).clicked() {
                self.erasing = Some(String::new());
            }
        });
        match self.erasing.as_mut().and_then(|ground| ERASE.ask(ui, texts, ground)) {
            None => return,
            Some(Decided::Sure(ground)) => {
                out.send(Command::Privacy(PrivacyWish::Erase { what: Erasing::Statement, ground }));
            }
            Some(Decided::Cancelled) => {}
        }
        self.erasing = None;
    }

    /// Keeps what was typed and not kept yet, before the page goes.
    pub fn flush(&mut self, open: &OpenDossier, out: &mut Outbox) {
        let Some(words) = self.writing.take() else { return };
        let standing = open.dossier().statement().latest();
        if standing.map_or("", |head| head.value.as_str()) != words.trim() {
            out.send(Command::Privacy(PrivacyWish::State(words)));
        }
    }

    fn write(&mut self, ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) {
        let texts = desk.texts();
        let Some(text) = &mut self.writing else { return };
        Field::area("statement", &texts.say("statement-label"), 4).show(ui, text);
        ui.add_space(4.0);
        let mut done = false;
        ui.horizontal_wrapped(|ui| {
            let stands = open.dossier().statement().latest().is_some_and(|head| !head.value.is_empty());
            let keep = texts.say("statement-keep");
            if ui.add_enabled(stands || !text.trim().is_empty(), Button::primary(&keep).small()).clicked() {
                out.send(Command::Privacy(PrivacyWish::State(text.clone())));
                done = true;
            }
            done |= ui.add(Button::quiet(&texts.say("client-cancel")).small()).clicked();
        });
        if done {
            self.writing = None;
        }
    }
}

const ERASE: Ground = Ground {
    what: "statement-erase-what",
    label: "erase-ground",
    help: "erase-ground-help",
    sure: "statement-erase-sure",
};
