//! Making the paper for the right of access ready: what is about somebody else is looked at first, and can be left out.

use std::collections::BTreeSet;

use eframe::egui::{Align, Ui};

use crate::desk::{Command, Desk, OpenDossier, PrivacyWish};
use crate::dossier::ids::EventId;
use crate::plan::{Entry, entries};
use crate::texts::Texts;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Ink, Level, OptionRow, card, heading, words};

/// What the paper tells, and what was marked to be left out of it.
pub struct Inspecting {
    entries: Vec<Entry>,
    /// How much there was to tell when `entries` was made.
    events: usize,
    left_out: BTreeSet<EventId>,
    /// The page begins at its top.
    fresh: bool,
}

impl Inspecting {
    pub fn begin(desk: &Desk, open: &OpenDossier) -> Self {
        let mut inspecting = Self { entries: Vec::new(), events: 0, left_out: BTreeSet::new(), fresh: true };
        inspecting.look_again(desk, open);
        inspecting
    }

    /// Whatever was said since belongs in it too.
    fn look_again(&mut self, desk: &Desk, open: &OpenDossier) {
        if self.events != open.dossier().journal().len() {
            self.entries = entries(desk.texts(), desk.library(), open.dossier());
            self.events = open.dossier().journal().len();
        }
    }

    /// The page is shown once more: what was left out stays left out.
    pub fn return_to(&mut self) {
        self.fresh = true;
    }

    /// Shows the page; gives whether it is done with.
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) -> bool {
        self.look_again(desk, open);
        let texts = desk.texts();
        let title = heading(ui, Level::Page, &texts.say("inspect-title"));
        if std::mem::take(&mut self.fresh) {
            title.scroll_to_me(Some(Align::Min));
        }
        ui.add_space(8.0);
        words(ui, Lettering::Body, Ink::Soft, &texts.say("inspect-what"));
        ui.add_space(16.0);
        let mut done = ui.push_id("above", |ui| self.ways(ui, texts, out)).inner;
        ui.add_space(16.0);
        let mut last = "";
        for entry in self.entries.iter().filter(|entry| entry.holds_words) {
            if entry.when != last {
                ui.add_space(8.0);
                words(ui, Lettering::Small, Ink::Soft, &entry.when);
                last = &entry.when;
            }
            ui.push_id(&entry.event, |ui| row(ui, texts, entry, &mut self.left_out));
            ui.add_space(8.0);
        }
        if self.entries.iter().filter(|entry| entry.holds_words).count() > 3 {
            ui.add_space(8.0);
            done |= ui.push_id("below", |ui| self.ways(ui, texts, out)).inner;
        }
        done
    }

    fn ways(&self, ui: &mut Ui, texts: &Texts, out: &mut Outbox) -> bool {
        let mut done = false;
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::primary(&texts.say("inspect-show"))).clicked() {
                out.send(Command::Privacy(PrivacyWish::Inspection { left_out: self.left_out.clone() }));
            }
            done = ui.add(Button::quiet(&texts.say("inspect-back"))).clicked();
            if !self.left_out.is_empty() {
                let count = [("count", self.left_out.len().into())];
                words(ui, Lettering::Body, Ink::Warm, &texts.say_with("inspect-left-out", &count));
            }
        });
        done
    }
}

fn row(ui: &mut Ui, texts: &Texts, entry: &Entry, left_out: &mut BTreeSet<EventId>) {
    let out = left_out.contains(&entry.event);
    let ink = if out { Ink::Soft } else { Ink::Plain };
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        words(ui, Lettering::Strong, ink, &entry.title);
        for line in &entry.lines {
            words(ui, Lettering::Body, ink, line);
        }
        ui.add_space(4.0);
        let label = texts.say("inspect-leave-out");
        let spoken = format!("{label}: {}", entry.title);
        if OptionRow::check("left-out", &label).spoken(&spoken).bare().show(ui, out).clicked()
            && !left_out.remove(&entry.event)
        {
            left_out.insert(entry.event.clone());
        }
    });
}
