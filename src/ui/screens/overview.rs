//! Every answer of this run, with a way to each.

use eframe::egui::Ui;

use super::ground::{Decided, Ground};
use crate::desk::{Command, Desk, Erasing, OpenDossier, PrivacyWish};
use crate::dossier::ids::Place;
use crate::plan::in_words;
use crate::texts::Texts;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Ink, Level, card, heading, pill, words};
use crate::walk::{Status, Stop};

#[derive(Default)]
pub struct Overview {
    /// The asking whose answer is to be taken out, which waits for its ground and a second word.
    erasing: Option<(Place, String)>,
    taken_out: bool,
}

impl Overview {
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        show(ui, desk, self, out);
    }

    /// Whether an answer was taken out since this was last asked: what stands typed or set ready at its step goes too.
    pub fn has_taken_out(&mut self) -> bool {
        std::mem::take(&mut self.taken_out)
    }
}

fn show(ui: &mut Ui, desk: &Desk, state: &mut Overview, out: &mut Outbox) {
    let (Some(open), texts) = (desk.open(), desk.texts()) else { return };
    let Some(guide) = open.guide(desk.library()) else { return };
    heading(ui, Level::Page, &texts.say("overview-title"));
    ui.add_space(4.0);
    words(ui, Lettering::Body, Ink::Soft, guide.title());
    for (at, stage) in guide.stages().iter().enumerate() {
        let mut stops = open.walk().stops.iter().filter(|stop| stop.stage == at).peekable();
        if stops.peek().is_none() {
            continue;
        }
        ui.add_space(20.0);
        heading(ui, Level::Card, desk.library().say(&stage.title));
        ui.add_space(4.0);
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            for stop in stops {
                ui.push_id(&stop.place, |ui| row(ui, desk, stop, state, out));
                ui.add_space(10.0);
            }
        });
    }
    aside(ui, desk);
}

fn row(ui: &mut Ui, desk: &Desk, stop: &Stop, state: &mut Overview, out: &mut Outbox) {
    let texts = desk.texts();
    let about = stop.item.as_ref().map(|item| format!(" ({})", item.text)).unwrap_or_default();
    let question = format!("{}{about}", stop.question);
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::quiet(&question).small()).on_hover_text(texts.say("overview-go")).clicked() {
            out.send(Command::GoTo(stop.place.clone()));
        }
        let (ink, key) = match stop.status {
            Status::Answered => (Ink::Good, ""),
            Status::Open => (Ink::Soft, "status-open"),
            Status::Skipped => (Ink::Soft, "status-skipped"),
            Status::Parked => (Ink::Accent, "status-parked"),
        };
        if !key.is_empty() {
            pill(ui, ink, &texts.say(key));
        }
        if stop.has_two_answers() {
            pill(ui, Ink::Warm, &texts.say("status-two-answers"));
        }
        let said = stop.fields.iter().any(|field| field.answer.is_some());
        if said && state.erasing.is_none() && desk.open().is_some_and(OpenDossier::is_stored) {
            let spoken = texts.say_with("erase-spoken", &[("question", question.as_str().into())]);
            let label = texts.say("erase");
            if ui.add(Button::quiet(&label).small().spoken(&spoken)).on_hover_text(texts.say("erase-hint")).clicked() {
                state.erasing = Some((stop.place.clone(), String::new()));
            }
        }
    });
    for field in &stop.fields {
        let Some(answer) = &field.answer else { continue };
        if stop.fields.len() > 1 && !field.label.is_empty() {
            ui.horizontal_top(|ui| {
                ui.add_space(12.0);
                words(ui, Lettering::Small, Ink::Soft, &field.label);
            });
        }
        for line in in_words(texts, &field.ask, answer) {
            ui.horizontal_top(|ui| {
                // Under the words of the question, which stand inside a button's edge.
                ui.add_space(12.0);
                words(ui, Lettering::Body, Ink::Plain, &line);
            });
        }
    }
    if state.erasing.as_ref().is_some_and(|(place, _)| *place == stop.place) {
        confirm(ui, texts, state, out);
    }
}

const ERASE: Ground =
    Ground { what: "erase-what", label: "erase-ground", help: "erase-ground-help", sure: "erase-sure" };

fn confirm(ui: &mut Ui, texts: &Texts, state: &mut Overview, out: &mut Outbox) {
    let Some((place, ground)) = &mut state.erasing else { return };
    match ERASE.ask(ui, texts, ground) {
        None => return,
        Some(Decided::Sure(ground)) => {
            out.send(Command::Privacy(PrivacyWish::Erase { what: Erasing::Asking(place.clone()), ground }));
            state.taken_out = true;
        }
        Some(Decided::Cancelled) => {}
    }
    state.erasing = None;
}

/// Answers that are kept and not on the route now.
fn aside(ui: &mut Ui, desk: &Desk) {
    let (Some(open), texts) = (desk.open(), desk.texts()) else { return };
    if open.walk().aside.is_empty() {
        return;
    }
    ui.add_space(20.0);
    heading(ui, Level::Card, &texts.say("overview-aside"));
    words(ui, Lettering::Body, Ink::Soft, &texts.say("overview-aside-what"));
    for at in &open.walk().aside {
        if let Some(head) = open.dossier().answers(at).and_then(|register| register.latest()) {
            let said = head.value.answer.words().unwrap_or_default();
            words(ui, Lettering::Body, Ink::Plain, &format!("{}  {said}", head.value.question));
        }
    }
}
