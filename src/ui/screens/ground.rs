//! Before something is taken out for good: what that means, on what ground, and whether it is sure.

use eframe::egui::Ui;

use crate::texts::Texts;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Field, Ink, words};

/// The keys of the words of one such question.
pub struct Ground {
    pub what: &'static str,
    pub label: &'static str,
    pub help: &'static str,
    pub sure: &'static str,
}

/// How it was answered.
pub enum Decided {
    /// On this ground; never empty.
    Sure(String),
    Cancelled,
}

impl Ground {
    /// Shows the form; nothing as long as nobody decided.
    pub fn ask(&self, ui: &mut Ui, texts: &Texts, ground: &mut String) -> Option<Decided> {
        let mut decided = None;
        ui.add_space(8.0);
        words(ui, Lettering::Body, Ink::Bad, &texts.say(self.what));
        ui.add_space(4.0);
        let (label, help) = (texts.say(self.label), texts.say(self.help));
        Field::line("ground", &label).help(&help).show(ui, ground);
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            let sure = texts.say(self.sure);
            if ui.add_enabled(!ground.trim().is_empty(), Button::secondary(&sure)).clicked() {
                decided = Some(Decided::Sure(ground.trim().to_owned()));
            }
            if ui.add(Button::quiet(&texts.say("client-cancel"))).clicked() {
                decided = Some(Decided::Cancelled);
            }
        });
        decided
    }
}
