//! The cover over everything while nobody touched a key for a while.

use eframe::egui::{CentralPanel, Frame, Ui};

use super::fonts::Lettering;
use super::theme::tokens;
use super::widgets::{Ink, Level, heading, words};
use crate::desk::Desk;

pub fn ui(ui: &mut Ui, desk: &Desk) {
    let ground = tokens(ui).page;
    CentralPanel::default().frame(Frame::new().fill(ground)).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space(ui.available_height() / 3.0);
            heading(ui, Level::Page, &desk.texts().say("hidden-title"));
            ui.add_space(8.0);
            words(ui, Lettering::Body, Ink::Soft, &desk.texts().say("hidden-what"));
        });
    });
}
