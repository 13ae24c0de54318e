//! What is always there: where we are, at the top; what was saved, at the foot.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, ScrollArea, Stroke, Ui};

use super::Outbox;
use super::fonts::Lettering;
use super::keys::makes_sense;
use super::theme::tokens;
use super::widgets::{Button, Ink, Urgency, kbd, notice, pill, words};
use crate::desk::{Command, Desk, OpenDossier, Saving, View, Weight, Wish};

/// Room for three notices; more can be scrolled to.
const NOTICES_HIGH: f32 = 240.0;

/// Narrower than this, the bars wrap.
const ONE_ROW: f32 = 900.0;

/// Narrower than this, language and theme are left out.
const WITH_LOOKS: f32 = 1160.0;

/// Name of the program, the client, the ways in this dossier, and how the window looks.
pub fn top(ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
    let t = tokens(ui);
    let frame = Frame::new().fill(t.card).inner_margin(Margin::symmetric(24, 10)).stroke(Stroke::new(1.0, t.hair));
    Panel::top("top").frame(frame).show_separator_line(false).show(ui, |ui| {
        row(ui, |ui| {
            words(ui, Lettering::Card, Ink::Plain, "Roer");
            if desk.is_demonstration() {
                pill(ui, Ink::Warm, &desk.texts().say("demonstration-mark"));
            }
            ui.add_space(8.0);
            places(ui, desk, out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| look(ui, desk, out));
        });
    });
}

/// A row in which everything stands on one height; it wraps where there is no room for that.
fn row(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    if ui.available_width() >= ONE_ROW {
        ui.horizontal(add)
    } else {
        ui.horizontal_wrapped(add)
    };
}

fn places(ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
    let here = |view| desk.view() == view;
    match desk.open() {
        Some(open) if desk.view() != View::Clients && desk.view() != View::Guides => {
            // Inside a dossier no other client's name appears: the way back says only "klanten".
            place(ui, desk, Wish::ShowClients, false, out);
            words(ui, Lettering::Strong, Ink::Plain, &open.dossier().client().name);
            place(ui, desk, Wish::ShowDossier, here(View::Dossier), out);
            place(ui, desk, Wish::ShowWalk, here(View::Walk), out);
            place(ui, desk, Wish::ShowOverview, here(View::Overview), out);
            place(ui, desk, Wish::ShowPlan, here(View::Plan), out);
        }
        _ => {
            if desk.has_vault() {
                place(ui, desk, Wish::ShowClients, here(View::Clients), out);
                place(ui, desk, Wish::ShowGuides, here(View::Guides), out);
            }
        }
    }
}

fn place(ui: &mut Ui, desk: &Desk, wish: Wish, here: bool, out: &mut Outbox) {
    if !makes_sense(wish, desk) {
        return;
    }
    let label = wish.label(desk.texts());
    let response = if here { pill(ui, Ink::Accent, &label) } else { ui.add(Button::quiet(&label).small()) };
    if response.on_hover_text(wish.hint(desk.texts())).clicked() && !here {
        out.wish(wish);
    }
}

fn look(ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
    let texts = desk.texts();
    let mut small = |ui: &mut Ui, wish: Wish| {
        let (label, hint) = (wish.label(texts), wish.hint(texts));
        if ui.add(Button::quiet(&label).small()).on_hover_text(hint).clicked() {
            out.wish(wish);
        }
    };
    if makes_sense(Wish::Lock, desk) {
        small(ui, Wish::Lock);
    }
    // What is chosen once gives way to what is needed all the time.
    if ui.ctx().content_rect().width() >= WITH_LOOKS {
        small(ui, Wish::ToggleLanguage);
        small(ui, Wish::ToggleTheme);
    }
    small(ui, Wish::LargerText);
    small(ui, Wish::SmallerText);
    small(ui, Wish::ToggleHelpNow);
}

/// Saved or not, in words; notices above it.
pub fn bottom(ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
    let t = tokens(ui);
    let frame = Frame::new().fill(t.card).inner_margin(Margin::symmetric(24, 8)).stroke(Stroke::new(1.0, t.hair));
    Panel::bottom("foot").frame(frame).show_separator_line(false).show(ui, |ui| {
        notices(ui, desk, out);
        if desk.look().help_now {
            help_now(ui, desk);
        }
        row(ui, |ui| {
            if let Some(open) = desk.open() {
                saving(ui, desk, open);
            } else {
                words(ui, Lettering::Small, Ink::Soft, &desk.texts().say("foot-offline"));
            }
            if desk.also_open() {
                words(ui, Lettering::Small, Ink::Warm, &desk.texts().say("foot-also-open"));
            }
            if makes_sense(Wish::Undo, desk) {
                let label = Wish::Undo.label(desk.texts());
                if ui.add(Button::quiet(&label).small()).on_hover_text(Wish::Undo.hint(desk.texts())).clicked() {
                    out.wish(Wish::Undo);
                }
                if let Some(keys) = Wish::Undo.shortcut() {
                    kbd(ui, &keys.words());
                }
            }
        });
    });
}

fn saving(ui: &mut Ui, desk: &Desk, open: &OpenDossier) {
    let texts = desk.texts();
    let (ink, said) = match open.saving() {
        _ if !open.is_stored() => (Ink::Warm, texts.say("saving-unstored")),
        Saving::Nothing => (Ink::Soft, texts.say("saving-nothing")),
        Saving::Busy => (Ink::Soft, texts.say("saving-busy")),
        Saving::Kept { hour, minute } => {
            let time = format!("{hour}.{minute:02}");
            (Ink::Good, texts.say_with("saving-kept", &[("time", time.into())]))
        }
        Saving::Failed => (Ink::Bad, texts.say("saving-failed")),
    };
    let response = words(ui, Lettering::Small, ink, &said);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(eframe::egui::accesskit::Role::Status);
        node.set_live(eframe::egui::accesskit::Live::Polite);
        node.set_label(said.as_str());
        node.clear_value();
    });
}

fn notices(ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
    if desk.notices().is_empty() {
        return;
    }
    ScrollArea::vertical().id_salt("notices").max_height(NOTICES_HIGH).show(ui, |ui| {
        for (at, told) in desk.notices().iter().enumerate() {
            let (ink, urgency) = match told.weight {
                Weight::Done => (Ink::Good, Urgency::Polite),
                Weight::Trouble => (Ink::Warm, Urgency::Assertive),
            };
            let text = format!("{} {}", told.what(desk.texts()), told.what_now(desk.texts()));
            ui.push_id(("notice", at), |ui| {
                let close = desk.texts().say("notice-close");
                notice(ui, ink, urgency, text.trim(), |ui| {
                    if ui.add(Button::quiet(&close).small()).clicked() {
                        out.send(Command::Dismiss(at));
                    }
                });
            });
            ui.add_space(8.0);
        }
    });
}

/// Who can help right now: quiet, because the client reads along.
fn help_now(ui: &mut Ui, desk: &Desk) {
    for line in &desk.organisation().safety {
        words(ui, Lettering::Body, Ink::Plain, &format!("– {line}"));
    }
    let helps = &desk.organisation().help_now;
    if helps.is_empty() {
        words(ui, Lettering::Body, Ink::Plain, &desk.texts().say("help-now-none"));
    }
    for help in helps {
        let line = format!("{}: {} ({})", help.who, help.phone, help.when);
        words(ui, Lettering::Body, Ink::Plain, &line);
    }
    ui.add_space(8.0);
}
