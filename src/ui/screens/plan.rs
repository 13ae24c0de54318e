//! The plan as the very pages that will be printed, and the ways to take it along.

use std::path::PathBuf;

use eframe::egui::{Frame, Margin, Panel, ScrollArea, Ui};

use super::preview;
use crate::desk::{Command, Desk, Wish};
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Field, Ink, Level, heading, words};

#[derive(Default)]
pub struct PlanScreen {
    /// A path typed by hand, for where no file dialog can be shown.
    path: String,
}

impl PlanScreen {
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        let texts = desk.texts();
        let t = tokens(ui);
        let frame = Frame::new().fill(t.page).inner_margin(Margin::symmetric(24, 16));
        Panel::top("plan-ways").frame(frame).show_separator_line(false).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                heading(ui, Level::Page, &texts.say("plan-title"));
                ui.add_space(16.0);
                if desk.plan().says_something() {
                    let save = Wish::SavePlan.label(texts);
                    if ui.add(Button::primary(&save)).on_hover_text(Wish::SavePlan.hint(texts)).clicked() {
                        out.wish(Wish::SavePlan);
                    }
                    for wish in [Wish::ViewPlan, Wish::CopyReport] {
                        if ui.add(Button::secondary(&wish.label(texts))).on_hover_text(wish.hint(texts)).clicked() {
                            out.wish(wish);
                        }
                    }
                }
                handover(ui, desk, out);
            });
            self.by_hand(ui, desk, out);
        });
        ScrollArea::vertical().id_salt("plan").auto_shrink(false).show(ui, |ui| match desk.sheet() {
            Some(sheet) if desk.plan().says_something() => preview::ui(ui, texts, sheet),
            _ => {
                ui.add_space(48.0);
                ui.vertical_centered(|ui| words(ui, Lettering::Lead, Ink::Soft, &texts.say("plan-empty")));
            }
        });
    }

    /// Shown once a dialog could not open.
    fn by_hand(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        let texts = desk.texts();
        if !desk.notices().iter().any(|notice| notice.key == "dialog-closed-at-once") {
            return;
        }
        Field::line("plan-path", &texts.say("plan-path")).example("plan.pdf").show(ui, &mut self.path);
        if !self.path.trim().is_empty() && ui.add(Button::secondary(&texts.say("plan-path-save"))).clicked() {
            out.send(Command::SavePlanAt(PathBuf::from(self.path.trim())));
        }
    }
}

/// The way to the hand-over on paper, when one was walked.
pub(super) fn handover(ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
    let texts = desk.texts();
    let label = texts.say("handover-show");
    if desk.has_handover() && ui.add(Button::secondary(&label)).on_hover_text(texts.say("handover-show-hint")).clicked()
    {
        out.send(Command::ShowHandover);
    }
}
