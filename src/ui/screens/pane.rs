//! The klantmanager's own pane: hints, reasons, evidence, and private notes in the dashed warm frame. It folds away with F4.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Stroke, Ui};

use crate::desk::{Command, Desk, OpenDossier};
use crate::dossier::ids::Place;
use crate::guide::file::Strength;
use crate::guide::{Guide, Step};
use crate::texts::Texts;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Field, Ink, Level, heading, private, words};
use crate::walk::Stop;

/// The private note of one place while it is being typed.
#[derive(Default)]
pub struct Note {
    typed: String,
    touched: bool,
}

impl Note {
    pub fn of(open: &OpenDossier, place: &Place) -> Self {
        let note = open.dossier().note(place).and_then(|register| register.latest());
        let typed = note.map(|head| head.value.for_the_klantmanager().to_owned()).unwrap_or_default();
        Self { typed, touched: false }
    }

    pub fn flush(&mut self, place: &Place, out: &mut Outbox) {
        if std::mem::take(&mut self.touched) {
            out.send(Command::WriteNote { place: place.clone(), note: self.typed.clone() });
        }
    }
}

pub fn ui(ui: &mut Ui, desk: &Desk, open: &OpenDossier, note: &mut Note, out: &mut Outbox) {
    let t = tokens(ui);
    let frame = Frame::new().fill(t.card).stroke(Stroke::new(1.0, t.hair)).inner_margin(Margin::same(24));
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        let below = Frame::new().fill(t.card).inner_margin(Margin { top: 12, ..Margin::ZERO });
        Panel::bottom("note").frame(below).show_separator_line(false).show(ui, |ui| {
            if let Some(stop) = open.stop() {
                private_note(ui, desk.texts(), stop, note, out);
            }
        });
        CentralPanel::default().frame(Frame::new().fill(t.card)).show(ui, |ui| {
            ScrollArea::vertical().id_salt("pane").auto_shrink(false).show(ui, |ui| help_of(ui, desk, open));
        });
    });
}

/// The same under the question, where there is no room beside it.
pub fn below(ui: &mut Ui, desk: &Desk, open: &OpenDossier, note: &mut Note, out: &mut Outbox) {
    ui.add_space(24.0);
    help_of(ui, desk, open);
    ui.add_space(16.0);
    if let Some(stop) = open.stop() {
        private_note(ui, desk.texts(), stop, note, out);
    }
}

fn help_of(ui: &mut Ui, desk: &Desk, open: &OpenDossier) {
    let Some(stop) = open.stop() else { return };
    let texts = desk.texts();
    if let Some(guide) = desk.library().edition(&stop.guide) {
        if let Some(step) = guide.step(&stop.place.step) {
            help(ui, desk, &stop.hints, step);
            evidence(ui, texts, guide, step);
            if step.minutes > 0 {
                let minutes = [("minutes", step.minutes.into())];
                words(ui, Lettering::Small, Ink::Soft, &texts.say_with("pane-step-minutes", &minutes));
            }
        }
        if let Some(stage) = open.guide(desk.library()).and_then(|guide| guide.stages().get(stop.stage))
            && stage.minutes > 0
        {
            words(
                ui,
                Lettering::Small,
                Ink::Soft,
                &texts.say_with("pane-minutes", &[("minutes", stage.minutes.into())]),
            );
        }
    }
}

fn help(ui: &mut Ui, desk: &Desk, hints: &[String], step: &Step) {
    let texts = desk.texts();
    heading(ui, Level::Card, &texts.say("pane-help"));
    ui.add_space(4.0);
    for hint in hints {
        words(ui, Lettering::Body, Ink::Plain, &format!("– {hint}"));
    }
    ui.add_space(4.0);
    words(ui, Lettering::Small, Ink::Soft, &texts.say_with("pane-goal", &[("goal", step.goal.as_str().into())]));
    for (title, text) in [("pane-why", &step.why), ("pane-example", &step.example)] {
        if let Some(text) = text {
            ui.add_space(16.0);
            heading(ui, Level::Card, &texts.say(title));
            ui.add_space(4.0);
            words(ui, Lettering::Body, Ink::Soft, desk.library().say(text));
        }
    }
    ui.add_space(12.0);
}

/// Folded at first: who wants to know is one click away.
fn evidence(ui: &mut Ui, texts: &Texts, guide: &Guide, step: &Step) {
    let sources: Vec<_> = step.evidence.iter().filter_map(|id| guide.source(id)).collect();
    if sources.is_empty() {
        return;
    }
    let title = Lettering::Body.rich(texts.say("pane-evidence"), ui.visuals().text_color());
    eframe::egui::CollapsingHeader::new(title).id_salt(("evidence", &step.id)).show(ui, |ui| {
        for source in sources {
            let strength = texts.say(match source.strength {
                Strength::Strong => "strength-strong",
                Strength::Indications => "strength-indications",
                Strength::Practice => "strength-practice",
                Strength::Rules => "strength-rules",
            });
            words(ui, Lettering::Small, Ink::Plain, &format!("{} ({}): {}", source.author, source.year, source.title));
            words(ui, Lettering::Small, Ink::Soft, &format!("{strength} · {}", source.supports));
            ui.add_space(4.0);
        }
    });
    ui.add_space(8.0);
}

fn private_note(ui: &mut Ui, texts: &Texts, stop: &Stop, note: &mut Note, out: &mut Outbox) {
    private(ui, |ui| {
        ui.set_width(ui.available_width());
        crate::ui::widgets::heading::heading_in(ui, Level::Card, Ink::Warm, &texts.say("note-title"));
        let (label, help) = (texts.say("note-label"), texts.say("note-help"));
        let field = Field::area("note", &label, 3).label_elsewhere().help(&help).show(ui, &mut note.typed);
        note.touched |= field.changed();
        if field.lost_focus() {
            note.flush(&stop.place, out);
        }
    });
}
