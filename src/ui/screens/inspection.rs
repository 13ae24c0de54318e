//! Making the paper for the right of access ready: what is about somebody else is looked at first, and can be left out.

use std::collections::BTreeSet;

use eframe::egui::Ui;

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
    left_out: BTreeSet<EventId>,
}

impl Inspecting {
    pub fn begin(desk: &Desk, open: &OpenDossier) -> Self {
        Self { entries: entries(desk.texts(), desk.library(), open.dossier()), left_out: BTreeSet::new() }
    }

    /// Shows the page; gives whether it is done with.
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) -> bool {
        let texts = desk.texts();
        heading(ui, Level::Page, &texts.say("inspect-title"));
        ui.add_space(8.0);
        words(ui, Lettering::Body, Ink::Soft, &texts.say("inspect-what"));
        ui.add_space(16.0);
        let mut done = self.ways(ui, texts, out);
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
            done |= self.ways(ui, texts, out);
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
