//! The plan as the very pages that will be printed, and the ways to take it along.

use std::path::PathBuf;

use eframe::egui::{Frame, Margin, Panel, ScrollArea, Ui};

use super::preview;
use crate::desk::{Command, Desk, Wish};
use crate::dossier::event::Paper;
use crate::paper::Letters;
use crate::plan::preflight;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Field, Ink, Level, OptionRow, heading, words};

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
            });
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                papers(ui, desk, out);
                if desk.plan().says_something() {
                    let large = desk.look().letters == Letters::Large;
                    let label = Wish::LargePrint.label(texts);
                    ui.scope(|ui| {
                        // Beside the papers, and not on a line of its own.
                        ui.set_max_width(240.0);
                        if OptionRow::check("large-print", &label).bare().show(ui, large).clicked() {
                            out.wish(Wish::LargePrint);
                        }
                    });
                }
            });
            lacks(ui, desk);
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

/// The ways to the other papers that have something to say.
pub(super) fn papers(ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
    let texts = desk.texts();
    for paper in desk.papers() {
        let key = match paper {
            Paper::TickList => "tick-show",
            Paper::ThoughtCard => "thought-show",
            Paper::Harvest => "harvest-show",
            _ => "handover-show",
        };
        let hint = texts.say(&format!("{key}-hint"));
        if ui.add(Button::secondary(&texts.say(key)).small()).on_hover_text(hint).clicked() {
            out.send(Command::ShowPaper(paper));
        }
    }
}

/// What the plan does not say yet, on one line: nothing waits for it.
fn lacks(ui: &mut Ui, desk: &Desk) {
    let texts = desk.texts();
    if !desk.plan().says_something() {
        return;
    }
    let mut said: Vec<String> = Vec::new();
    // What the law asks is the municipality's matter, and the client reads along.
    for lack in preflight(desk.plan()).into_iter().filter(|lack| lack.kind != "no-duties") {
        let words = texts.say(&format!("lack-{}", lack.kind));
        if !said.contains(&words) {
            said.push(words);
        }
    }
    if !said.is_empty() {
        let words_of = [("what", said.join(" · ").into())];
        words(ui, Lettering::Small, Ink::Soft, &texts.say_with("lacks", &words_of));
    }
}
