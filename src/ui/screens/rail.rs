//! The stages at the left: where we are, what came before, how much may still come.

use eframe::egui::{Frame, Margin, ScrollArea, Stroke, Ui};

use crate::desk::{Command, Desk, OpenDossier, Wish};
use crate::dossier::event::Route;
use crate::texts::Texts;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Ink, StageState, stage, words};
use crate::walk::{Bounds, Status};

pub fn ui(ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) {
    let t = tokens(ui);
    let frame = Frame::new().fill(t.page).stroke(Stroke::new(1.0, t.hair)).inner_margin(Margin::symmetric(16, 24));
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ScrollArea::vertical().id_salt("rail").auto_shrink(false).show(ui, |ui| {
            stages(ui, desk, open, out);
            ui.add_space(16.0);
            how_far(ui, desk.texts(), open);
            ui.add_space(16.0);
            links(ui, desk, open, out);
        });
    });
}

/// The same in one line, where there is no room for a rail.
pub fn in_a_line(ui: &mut Ui, desk: &Desk, open: &OpenDossier) {
    words(ui, Lettering::Small, Ink::Soft, &still(desk.texts(), open.walk().still));
}

fn stages(ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) {
    let Some(guide) = open.guide(desk.library()) else { return };
    let here = open.stop().map(|stop| stop.stage);
    for (at, each) in guide.stages().iter().enumerate() {
        let mut stops = open.walk().stops.iter().filter(|stop| stop.stage == at).peekable();
        let first = stops.peek().map(|stop| stop.place.clone());
        let open_stop = stops.clone().find(|stop| stop.status == Status::Open).map(|stop| stop.place.clone());
        let state = if here == Some(at) {
            StageState::Current
        } else if first.is_some() && open_stop.is_none() {
            StageState::Done
        } else {
            StageState::Open
        };
        if stage(ui, desk.texts(), &each.id, desk.library().say(&each.title), state).clicked()
            && let Some(place) = open_stop.or(first)
        {
            out.send(Command::GoTo(place));
        }
    }
}

fn how_far(ui: &mut Ui, texts: &Texts, open: &OpenDossier) {
    // At the end nothing lies ahead; what was passed without a word stays open in its stage.
    if open.stop().is_some() {
        words(ui, Lettering::Small, Ink::Soft, &still(texts, open.walk().still));
    }
    let parked = open.walk().with_status(Status::Parked).count();
    if parked > 0 {
        words(ui, Lettering::Small, Ink::Soft, &texts.say_with("walk-parked", &[("count", parked.into())]));
    }
}

/// "Nog 9 tot 14 stappen."
fn still(texts: &Texts, still: Bounds) -> String {
    match still.most {
        Some(0) => texts.say("still-none"),
        Some(most) if most == still.least => texts.say_with("still-exactly", &[("count", most.into())]),
        // With all depth before them "13 to 89" says nothing to two people at a table.
        Some(most) if most > still.least.saturating_mul(2) + 6 => {
            texts.say_with("still-at-least", &[("least", still.least.into())])
        }
        Some(most) => texts.say_with("still-between", &[("least", still.least.into()), ("most", most.into())]),
        None => texts.say_with("still-at-least", &[("least", still.least.into())]),
    }
}

/// Switches mid-way to the second language of the guide, where it has one.
fn second_language(ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) {
    let texts = desk.texts();
    let Some(language) = open.guide(desk.library()).and_then(|guide| guide.second_language()) else { return };
    let label = match (desk.library().voice().second, language) {
        (true, _) => texts.say("language-first"),
        (false, "en") => texts.say("language-en"),
        (false, other) => texts.say_with("language-other", &[("language", other.into())]),
    };
    if ui.add(Button::quiet(&label).small()).on_hover_text(Wish::SecondLanguage.hint(texts)).clicked() {
        out.wish(Wish::SecondLanguage);
    }
}

fn links(ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let texts = desk.texts();
    let whole = open.run().and_then(|run| open.dossier().run(run)).is_some_and(|run| run.route == Route::Whole);
    let route = texts.say(if whole { "wish-core-route" } else { "wish-whole-route" });
    if ui.add(Button::quiet(&route).small()).on_hover_text(Wish::WholeRoute.hint(texts)).clicked() {
        out.wish(Wish::WholeRoute);
    }
    if ui.add(Button::quiet(&Wish::ShowMap.label(texts)).small()).on_hover_text(Wish::ShowMap.hint(texts)).clicked() {
        out.wish(Wish::ShowMap);
    }
    second_language(ui, desk, open, out);
    let pane = texts.say(if desk.look().pane { "wish-pane-close" } else { "wish-pane" });
    if ui.add(Button::quiet(&pane).small().cap("F4").expanded(desk.look().pane)).clicked() {
        out.wish(Wish::TogglePane);
    }
}
